//! The state's money (sv. *fördelning*): the calculator for anybody, what a county saves of it, and statistics.
//!
//! | folder | what it holds |
//! | --- | --- |
//! | [`pages`] | the pages as functions of what a reader may see: no HTTP |
//! | `desk` | the addresses, and what is read from a request and answered |

mod desk;
pub mod pages;

pub use self::desk::WING;
