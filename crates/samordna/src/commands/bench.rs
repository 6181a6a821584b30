//! `samordna bench`: speed on this machine, as ratios measured side by side in one run.

use std::process::ExitCode;

use clap::Args;

use crate::{bench, say};

/// Mät hastigheten här.
#[derive(Debug, Args)]
pub(crate) struct Bench {
    /// Vad som mäts; allt om inget anges.
    #[arg(value_name = "NAMN")]
    names: Vec<String>,
}

pub(crate) fn run(args: &Bench) -> ExitCode {
    match bench::run(&args.names) {
        Ok(()) => ExitCode::SUCCESS,
        Err(says) => say::failed(2, says),
    }
}
