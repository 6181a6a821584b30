//! What is told of a file that is not the JSON it looked like.

use crate::fault::{Fault, Place};

/// Text that is not the JSON that was expected, with its row.
pub(super) fn json(error: &serde_json::Error) -> Fault {
    let line = u64::try_from(error.line()).unwrap_or(0);
    let remedy = "Hämta filen på nytt; den kan vara avbruten eller ändrad för hand";
    let problem = if error.is_data() {
        "något i filen är skrivet på ett annat sätt än formatet säger"
    } else {
        "filen är inte fullständig JSON"
    };
    let fault = Fault::new(problem, remedy);
    if line > 0 { fault.at(Place::Row(line)) } else { fault }
}
