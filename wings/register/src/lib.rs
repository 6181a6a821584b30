//! The case register (sv. *diarium*), bodies and people, and the association's inner start page.
//!
//! | folder | what it holds |
//! | --- | --- |
//! | [`pages`] | the pages as functions of what a reader may see: no HTTP |
//! | `desk` | the addresses, and what is read from a request and answered |

mod desk;
pub mod pages;

pub use self::desk::WING;
