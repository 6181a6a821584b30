//! The law as values: citations, modality, findings, dated figures, and the rules that answer with findings.
//!
//! A rule is a small struct of facts with a [`Judge::judge`]. The caller gathers the facts, the rule answers with a
//! [`Finding`] that names its section. The Swedish texts live in the folder `law/`; see [`catalogue`].

mod acts;
pub mod calendar;
pub mod cases;
pub mod catalogue;
pub mod citation;
mod embedded;
pub mod figure;
pub mod finding;
mod modality;
pub mod rules;
mod text;

pub use citation::Citation;
pub use finding::{Finding, Judge, Outcome};
pub use modality::Modality;
