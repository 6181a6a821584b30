//! Data and a form become a PDF.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;

use serde::Serialize;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::desk::Sheet;
use crate::{Pdf, words};

/// More data than any paper has; it keeps one paper from taking the whole machine.
const LARGEST: usize = 4_000_000;

static STANDARDS: LazyLock<Option<PdfStandards>> =
    LazyLock::new(|| PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).ok());

/// Why a paper could not be made; ours to mend, never the reader's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The paper could not be written as data.
    #[error("the paper could not be written as data: {0}")]
    Data(String),
    /// The paper is larger than any paper should be.
    #[error("the paper is {bytes} bytes of data, more than {LARGEST}")]
    TooLarge {
        /// How large.
        bytes: usize,
    },
    /// The form is not among the forms, or the standards contradict each other.
    #[error("no form {0}")]
    NoForm(String),
    /// The form and the paper do not fit; Typst's words, warnings counted as errors.
    ///
    /// A warning can mean an empty page: with a font missing, Typst makes a flawless PDF without any text.
    #[error("the form does not fit the paper: {0}")]
    Form(String),
    /// The typesetter stopped in the middle.
    #[error("the typesetter stopped")]
    Stopped,
}

/// Prints a paper on a form.
pub(crate) fn print(form: &str, paper: &impl Serialize) -> Result<Pdf, Fault> {
    typeset(&fill(form, paper)?).map(|(pdf, _)| pdf)
}

/// Fills a form with a paper whose every text can be printed.
pub(crate) fn fill(form: &str, paper: &impl Serialize) -> Result<Sheet, Fault> {
    let mut data = serde_json::to_value(paper).map_err(|fault| Fault::Data(fault.to_string()))?;
    words::make_printable(&mut data);
    let data = serde_json::to_vec(&data).map_err(|fault| Fault::Data(fault.to_string()))?;
    if data.len() > LARGEST {
        return Err(Fault::TooLarge { bytes: data.len() });
    }
    Sheet::new(form, data).ok_or_else(|| Fault::NoForm(form.to_owned()))
}

/// Sets a sheet and gives the PDF with its number of pages.
pub(crate) fn typeset(sheet: &Sheet) -> Result<(Pdf, usize), Fault> {
    let _sweep = Sweep;
    catch_unwind(AssertUnwindSafe(|| {
        let set = typst::compile::<PagedDocument>(sheet);
        let document = set.output.map_err(|errors| told(&errors))?;
        if !set.warnings.is_empty() {
            return Err(told(&set.warnings));
        }
        let options = PdfOptions {
            creator: Smart::Custom(Some("Samordna".to_owned())),
            standards: STANDARDS.clone().ok_or_else(|| Fault::NoForm("PDF/A-2a, PDF/UA-1".to_owned()))?,
            ..PdfOptions::default()
        };
        let bytes = typst_pdf::pdf(&document, &options).map_err(|errors| told(&errors))?;
        Ok((Pdf(bytes), document.pages().len()))
    }))
    .unwrap_or(Err(Fault::Stopped))
}

/// Empties Typst's memory of what it has computed when a paper is done or has failed.
///
/// It is global and grows with every paper that differs from the last: 1.6 MB each.
struct Sweep;

impl Drop for Sweep {
    fn drop(&mut self) {
        typst::comemo::evict(0);
    }
}

fn told(diagnostics: &[SourceDiagnostic]) -> Fault {
    let line = |it: &SourceDiagnostic| {
        let mut line = it.message.to_string();
        for hint in &it.hints {
            line.push_str("; ");
            line.push_str(&hint.v);
        }
        line
    };
    Fault::Form(diagnostics.iter().map(line).collect::<Vec<_>>().join(" | "))
}

#[cfg(test)]
mod tests;
