//! `samordna law check FILE…`: runs cases that a lawyer wrote.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};

use crate::say;

/// Lagen som regler och fall.
#[derive(Debug, Args)]
pub(crate) struct Law {
    #[command(subcommand)]
    command: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Pröva varje fall i filerna och visa utfallet bredvid det väntade.
    Check {
        /// Filer med fall; formatet beskrivs i law/README.md.
        #[arg(required = true, value_name = "FIL")]
        files: Vec<PathBuf>,
    },
}

pub(crate) fn run(args: &Law) -> ExitCode {
    let What::Check { files } = &args.command;
    let mut differs = 0_usize;
    let mut cases = 0_usize;
    for file in files {
        let name = file.display().to_string();
        let text = match std::fs::read_to_string(file) {
            Ok(text) => text,
            Err(why) => return say::failed(2, format_args!("{name} går inte att läsa: {why}")),
        };
        let checked = match statute::cases::check(&name, &text) {
            Ok(checked) => checked,
            Err(unreadable) => return say::failed(2, unreadable),
        };
        say::line(format_args!("{name}"));
        for case in &checked {
            cases += 1;
            differs += usize::from(!case.agrees);
            say::line(case);
        }
    }
    if differs == 0 {
        say::line(format_args!("{cases} fall prövade, alla som väntat."));
        ExitCode::SUCCESS
    } else {
        say::failed(1, format_args!("{differs} av {cases} fall föll inte ut som väntat."))
    }
}
