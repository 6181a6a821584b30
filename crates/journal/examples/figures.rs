//! Prints the journal's figures on this machine: `cargo run --release -p journal --example figures -- FOLDER`.

use std::error::Error;
use std::io::Write;
use std::path::PathBuf;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name an empty folder")?);
    let durable = journal::bench::durable(&folder.join("durable"), 100).await?;
    let replayed = journal::bench::replay(&folder.join("replay"), 1_000_000).await?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "{durable:#?}\n{replayed:#?}")?;
    Ok(())
}
