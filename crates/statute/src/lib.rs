//! The law as values: citations, modality, findings, dated figures, and the rules that answer with findings.
//!
//! A rule is a small struct of facts with a [`Judge::judge`]. The caller gathers the facts, the rule answers with a
//! [`Finding`] that names its section. The Swedish texts live in the folder `law/`; see [`catalogue`].

pub mod calendar;
pub mod cases;
pub mod catalogue;
pub mod citation;
pub mod figure;
pub mod finding;
pub mod rules;
mod text;

pub use citation::Citation;
pub use finding::{Finding, Judge, Modality, Outcome};
