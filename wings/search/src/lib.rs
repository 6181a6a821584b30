//! Search over what the reader may see, in one association or in all that the reader is known in.
//!
//! | folder | what it holds |
//! | --- | --- |
//! | [`pages`] | the page as a function of what was found: no HTTP |
//! | `desk` | the addresses, and what is found for a visitor |

mod desk;
pub mod pages;

pub use self::desk::WING;
