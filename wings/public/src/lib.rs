//! What anybody reads: the front page, the notice boards, the rules, and how accessible it is.
//!
//! | folder | what it holds |
//! | --- | --- |
//! | [`pages`] | the pages as functions of what a reader may see: no HTTP |
//! | `desk` | the addresses, and what is read from a request and answered |

mod desk;
pub mod pages;

pub use self::desk::WING;
