//! The kit that pages are made of: markup and view models of no capability. No HTTP, no SQL.
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`text`] | the words, in Swedish and English, from the Fluent files in `text/`, here and in every wing |
//! | [`mod@format`] | days, moments and money as they are written on a page |
//! | [`shell`] | what stands round every page: [`shell::Chrome`] in, the whole document out |
//! | [`form`] | a form with what was typed, what was wrong with it, and its fields |
//! | [`parts`] | the pieces pages are made of: tables, lines of steps, timelines, status tags, findings |
//! | [`at`] | addresses that one wing links to and another answers |
//! | [`autosave`] | a form that is saved while one writes |
//! | [`changes`] | what somebody else saved beside what one wrote |
//! | [`list`] | a list: columns and filters over rows, and all that follows from them |
//! | [`live`] | a part of a page that is fetched anew when there is something new |
//! | [`login`] | the login that a page on the way may ask for |
//! | [`people`] | what people are, in words |
//! | [`stop`] | the pages that explain why not: refused, denied, not found, ours |
//! | [`statics`] | files that are sent as they are |

pub mod at;
pub mod autosave;
pub mod changes;
pub mod form;
pub mod format;
pub mod list;
pub mod live;
pub mod login;
mod owner;
pub mod parts;
pub mod people;
pub mod shell;
pub mod statics;
pub mod stop;
pub mod text;

pub use maud::{Markup, html};
pub use owner::Owner;
pub use text::Lang;
