//! The binary: configuration, clock and wiring, and one file per command.

mod bench;
mod clock;
mod commands;
mod config;
mod database;
mod demo;
mod errands;
mod handles;
mod logging;
mod operator;
mod say;
mod server;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// A page is some hundred small strings; this allocator hands them out faster than the system's.
#[cfg(not(feature = "count-allocations"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The system's, counted, for `samordna bench large`.
#[cfg(feature = "count-allocations")]
#[global_allocator]
static ALLOCATOR: stats_alloc::StatsAlloc<std::alloc::System> = stats_alloc::StatsAlloc::system();

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
    /// Ta en säkerhetskopia, också medan servern går.
    Backup(commands::backup::Backup),
    /// Skriv ut journalen som JSON-rader, med en slutrad som säger hur många de är.
    Export(commands::transfer::Export),
    /// Läs in en journal som skrivits ut med export.
    Import(commands::transfer::Import),
    /// Pröva lagfall.
    Law(commands::law::Law),
    /// Bjud in, släpp in och stäng ute personer.
    Person(commands::person::Person),
    /// Läs vilka sysslor som har getts upp.
    Errands(commands::errands::Errands),
    /// Läs säkerhetsloggen.
    Log(commands::log::Log),
    /// Mät hastigheten på den här maskinen.
    Bench(commands::bench::Bench),
    /// Fördela statens medel mellan förbund.
    Allocate(commands::allocate::Allocate),
    /// Räkna ut medlemmarnas bidrag.
    Contributions(commands::contributions::ContributionsCommand),
    /// Räkna på en förändring, som en sammanslagning.
    Scenario(commands::scenario::ScenarioCommand),
    /// Sök den bästa grupperingen av kommuner.
    Partitions(commands::partitions::Partitions),
    /// Läs kommunernas statistik ur en fil från SCB.
    Statistics(commands::statistics::StatisticsCommand),
}

fn main() -> ExitCode {
    if database::shown_in(std::env::args()) {
        say::aside(
            "Databasens lösenord står på kommandoraden och syns för alla på datorn. Lägg det i en fil och ange \
             --database-password-file, eller ange adressen i SAMORDNA_DATABASE.",
        );
    }
    match Cli::parse().command {
        Command::Demo(args) => commands::demo::run(args),
        Command::Serve(args) => commands::serve::run(args),
        Command::Verify(args) => commands::verify::run(&args),
        Command::Backup(args) => commands::backup::run(&args),
        Command::Export(args) => commands::transfer::export(&args),
        Command::Import(args) => commands::transfer::import(&args),
        Command::Law(args) => commands::law::run(&args),
        Command::Person(args) => commands::person::run(&args),
        Command::Errands(args) => commands::errands::run(&args),
        Command::Log(args) => commands::log::run(&args),
        Command::Bench(args) => commands::bench::run(&args),
        Command::Allocate(args) => commands::allocate::run(&args),
        Command::Contributions(args) => commands::contributions::run(&args),
        Command::Scenario(args) => commands::scenario::run(&args),
        Command::Partitions(args) => commands::partitions::run(&args),
        Command::Statistics(args) => commands::statistics::run(&args),
    }
}
