//! The house itself: login, one's own account, *Min översikt*, and whether the program runs.
//!
//! | folder | what it holds |
//! | --- | --- |
//! | [`pages`] | the pages as functions of what a reader may see: no HTTP |
//! | `desk` | the addresses, and what is read from a request and answered |

mod desk;
pub mod pages;

pub use self::desk::WING;
