//! Papers as PDF: archivable (PDF/A-2a), readable aloud (PDF/UA-1), and the same bytes for the same paper.
//!
//! A struct of `papers` goes in, a [`Pdf`] comes out. How a paper looks is said in `forms/`, one Typst file for
//! each paper and a shared style; they read the paper as data, so nothing a person has typed can become markup.
//!
//! To see how they look: `cargo run -p documents --example render_all -- OUTDIR`.
//!
//! | file | what it does |
//! | --- | --- |
//! | `desk.rs` | the forms and the fonts, read once |
//! | `words.rs` | makes any text printable |
//! | `press.rs` | data and a form become a PDF, or a [`Fault`] |
//! | `reckoned.rs` | what the form of a scenario report needs beside the report |
//! | `bench.rs` | how long ten pages of minutes take |

mod bench;
mod desk;
mod press;
mod reckoned;
mod words;

use papers::{Application, DecisionPaper, Extract, Minutes, Notice, Receipt, ScenarioReport};

pub use bench::{Figures, bench};
pub use press::Fault;

/// A finished document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf(pub Vec<u8>);

/// The call to a meeting with its agenda.
///
/// # Errors
///
/// When the form and the paper do not fit, or the paper is too large to be one.
#[doc(alias = "kallelse")]
pub fn notice(paper: &Notice) -> Result<Pdf, Fault> {
    press::print("/notice/form.typ", paper)
}

/// The minutes of a meeting.
///
/// # Errors
///
/// When the form and the paper do not fit, or the paper is too large to be one.
#[doc(alias = "protokoll")]
pub fn minutes(paper: &Minutes) -> Result<Pdf, Fault> {
    press::print("/minutes/form.typ", paper)
}

/// One paragraph of the minutes, certified.
///
/// # Errors
///
/// When the form and the paper do not fit, or the paper is too large to be one.
#[doc(alias = "protokollsutdrag")]
pub fn extract(paper: &Extract) -> Result<Pdf, Fault> {
    press::print("/extract/form.typ", paper)
}

/// A request for money.
///
/// # Errors
///
/// When the form and the paper do not fit, or the paper is too large to be one.
#[doc(alias = "ansökan om projektmedel")]
pub fn application(paper: &Application) -> Result<Pdf, Fault> {
    press::print("/application/form.typ", paper)
}

/// The answer that a request has arrived.
///
/// # Errors
///
/// When the form and the paper do not fit, or the paper is too large to be one.
#[doc(alias = "mottagningskvitto")]
pub fn receipt(paper: &Receipt) -> Result<Pdf, Fault> {
    press::print("/receipt/form.typ", paper)
}

/// A saved scenario of the state's allocation.
///
/// # Errors
///
/// When the form and the paper do not fit, or the paper is too large to be one.
#[doc(alias = "scenariorapport")]
pub fn scenario_report(paper: &ScenarioReport) -> Result<Pdf, Fault> {
    press::print("/scenario_report/form.typ", &reckoned::scenario(paper))
}

/// The basis for a choice between ways to organise.
///
/// # Errors
///
/// When the form and the paper do not fit, or the paper is too large to be one.
#[doc(alias = "beslutsunderlag")]
pub fn decision_paper(paper: &DecisionPaper) -> Result<Pdf, Fault> {
    press::print("/decision_paper/form.typ", paper)
}
