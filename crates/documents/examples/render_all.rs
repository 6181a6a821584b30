//! Writes the PDF of every sample paper to a folder: `cargo run -p documents --example render_all -- OUTDIR`.
//!
//! The PDF checks of `bin/test` and whoever draws a form look at what it writes.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use documents::{Fault, Pdf};
use papers::{Application, DecisionPaper, Extract, Minutes, Notice, Receipt, ScenarioReport};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("say where to: render_all OUTDIR")?);
    fs::create_dir_all(&folder)?;
    write(&folder, "notice", Notice::samples()?, documents::notice)?;
    write(&folder, "minutes", Minutes::samples()?, documents::minutes)?;
    write(&folder, "extract", Extract::samples()?, documents::extract)?;
    write(&folder, "application", Application::samples()?, documents::application)?;
    write(&folder, "receipt", Receipt::samples()?, documents::receipt)?;
    write(&folder, "scenario_report", ScenarioReport::samples()?, documents::scenario_report)?;
    write(&folder, "decision_paper", DecisionPaper::samples()?, documents::decision_paper)?;
    Ok(())
}

fn write<T>(
    folder: &Path,
    kind: &str,
    samples: Vec<(&'static str, T)>,
    print: fn(&T) -> Result<Pdf, Fault>,
) -> Result<(), Box<dyn Error>> {
    for (name, paper) in samples {
        fs::write(folder.join(format!("{kind}-{name}.pdf")), print(&paper)?.0)?;
    }
    Ok(())
}
