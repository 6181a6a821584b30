//! The binary: configuration, clock and wiring, and one file per command.

mod bench;
mod clock;
mod commands;
mod config;
mod demo;
mod logging;
mod say;
mod server;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Samordna: systemet som ett samordningsförbund drivs på.
#[derive(Debug, Parser)]
#[command(name = "samordna", version, about, long_about = None, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Starta med demolänet: fyra förbund ur källorna, påhittade personer.
    Demo(commands::demo::Demo),
    /// Starta servern på en datamapp eller en PostgreSQL-databas.
    Serve(commands::serve::Serve),
    /// Kontrollera att ingen händelse i journalen har ändrats eller tagits bort.
    Verify(commands::verify::Verify),
    /// Skriv ut journalen som JSON-rader.
    Export(commands::transfer::Export),
    /// Läs in en journal som skrivits ut med export.
    Import(commands::transfer::Import),
    /// Pröva lagfall.
    Law(commands::law::Law),
    /// Bjud in en person med en länk.
    Person(commands::person::Person),
    /// Mät hastigheten på den här maskinen.
    Bench(commands::bench::Bench),
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Demo(args) => commands::demo::run(args),
        Command::Serve(args) => commands::serve::run(args),
        Command::Verify(args) => commands::verify::run(&args),
        Command::Export(args) => commands::transfer::export(&args),
        Command::Import(args) => commands::transfer::import(&args),
        Command::Law(args) => commands::law::run(&args),
        Command::Person(args) => commands::person::run(&args),
        Command::Bench(args) => commands::bench::run(&args),
    }
}
