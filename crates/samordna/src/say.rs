//! Talking to the person at the terminal; a closed pipe is no fault of theirs.

use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

/// A line on standard output.
pub(crate) fn line(text: impl Display) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// A text that ends its own lines.
pub(crate) fn text(text: impl Display) {
    let _ = write!(std::io::stdout().lock(), "{text}");
}

/// Something to know, on standard error.
pub(crate) fn aside(text: impl Display) {
    let _ = writeln!(std::io::stderr().lock(), "samordna: {text}");
}

/// What went wrong, on standard error, and the exit code to leave with.
pub(crate) fn failed(code: u8, text: impl Display) -> ExitCode {
    aside(text);
    ExitCode::from(code)
}
