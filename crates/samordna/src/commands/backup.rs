//! `samordna backup`: a copy of everything that is kept, while the server goes on.

use std::fs::{DirBuilder, File, remove_dir_all, rename};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use directory::{Directory, Workroom};
use journal::{Journal, Report, WHOLE};

use crate::config::Place;
use crate::say;

/// Ta en säkerhetskopia av journalen och personerna, också medan servern går.
#[derive(Debug, Args)]
pub(crate) struct Backup {
    #[command(flatten)]
    place: Place,
    /// Mappen som kopian läggs i; den får inte finnas, eller ska vara tom.
    #[arg(long, value_name = "MAPP")]
    to: PathBuf,
}

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn run(args: &Backup) -> ExitCode {
    let folder = match args.place.journal() {
        Ok(journal::Place::Folder(folder)) => folder,
        Ok(journal::Place::Url(_)) => {
            return say::failed(
                2,
                "Uppgifterna ligger i PostgreSQL. Ta kopian där, med pg_dump --no-unlogged-table-data.",
            );
        }
        Err(says) => return say::failed(2, says),
    };
    match copied(&folder, &args.to).await {
        Ok(report) => {
            say::text(report);
            say::line(WHOLE);
            ExitCode::SUCCESS
        }
        Err(says) => say::failed(1, says),
    }
}

/// Makes the copy beside where it is to be, checks it there, and gives it its name last: a copy that has its name is
/// whole.
async fn copied(from: &Path, to: &Path) -> Result<Report, String> {
    let unusable = |why: io::Error| format!("{} går inte att skriva: {why}", to.display());
    match to.read_dir().map(|mut entries| entries.next().is_some()) {
        Ok(true) => return Err(format!("Mappen {} är inte tom. Ange en ny mapp för kopian.", to.display())),
        Ok(false) => {}
        Err(why) if why.kind() == io::ErrorKind::NotFound => {}
        Err(why) => return Err(unusable(why)),
    }
    let unfinished = beside(to).ok_or_else(|| "Ange en mapp med ett namn för kopian.".to_owned())?;
    if unfinished.exists() {
        remove_dir_all(&unfinished).map_err(unusable)?;
    }
    DirBuilder::new().recursive(true).mode(0o700).create(&unfinished).map_err(unusable)?;
    let report = fill(from, &unfinished).await?;
    keep(&unfinished, to).map_err(unusable)?;
    Ok(report)
}

/// The journal first: whoever it names is then among the people that are copied after it.
async fn fill(from: &Path, to: &Path) -> Result<Report, String> {
    let said = |fault: journal::Fault| fault.to_string();
    let journal = Journal::open_to_read(&journal::Place::Folder(from.to_owned())).await.map_err(said)?;
    journal.copy_to(to).await.map_err(said)?;
    Directory::copy(from, to).await.map_err(|fault| fault.to_string())?;
    Workroom::copy(from, to).await.map_err(|fault| fault.to_string())?;
    let copy = Journal::open_to_read(&journal::Place::Folder(to.to_owned())).await.map_err(said)?;
    let report = copy.verify().await.map_err(|why| why.to_string())?;
    copy.close().await.map_err(said)?;
    Ok(report)
}

/// Waits for the disk, then gives the copy its name.
fn keep(unfinished: &Path, to: &Path) -> io::Result<()> {
    for entry in unfinished.read_dir()? {
        File::open(entry?.path())?.sync_all()?;
    }
    File::open(unfinished)?.sync_all()?;
    rename(unfinished, to)?;
    match to.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        Some(parent) => File::open(parent)?.sync_all(),
        None => File::open(".")?.sync_all(),
    }
}

fn beside(to: &Path) -> Option<PathBuf> {
    let mut name = to.file_name()?.to_owned();
    name.push(".part");
    Some(to.with_file_name(name))
}
