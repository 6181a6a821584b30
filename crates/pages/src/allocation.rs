//! Allocation (sv. *fördelning*): the state's money, what changes do to it, and what is decided about it.
//!
//! | module | what it shows |
//! | --- | --- |
//! | [`query`] | a scenario as the query of an address, and what it makes of a country |
//! | [`reckoned`] | a scenario that has been reckoned, or why it could not be |
//! | [`scope`] | the part of the country that is looked at, and its sums |
//! | [`calculator`] | parameters and changes on one side, what they do on the other |
//! | [`saved`] | saved scenarios: list, saving, one of them |
//! | [`why`] | why an amount is what it is, step by step |
//! | [`compare`] | two to four scenarios beside each other |
//! | [`grouping`] | the best of all groupings of a county's municipalities |
//! | [`paper`] | papers for decisions: list, form, reading |
//!
//! Nothing is reckoned here: every figure comes from the crate of the same name, and is only arranged and put in words.

pub mod calculator;
pub mod compare;
pub mod grouping;
pub mod paper;
pub mod query;
pub mod reckoned;
pub(crate) mod samples;
pub mod saved;
pub mod scope;
pub mod why;

mod map;
mod words;
