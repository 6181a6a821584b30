//! Who may write in a data folder, and who may read it.

use std::fs::{Permissions, set_permissions};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use journal::{Journal, Place};

use crate::home::{Home, batch, written};

const READ_ONLY: &str = "SAMORDNA_JOURNAL_READ_ONLY";
const NOBODY: u32 = 65_534;

fn mode(path: &Path) -> u32 {
    path.metadata().unwrap().permissions().mode() & 0o777
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_writer_in_a_folder_is_told_who_the_first_is() {
    let home = Home::sqlite();
    let Place::Folder(folder) = &home.place else { unreachable!() };
    let first = home.open().await;
    let fault = Journal::open(&home.place).await.unwrap_err().to_string();
    let (folder, process) = (folder.display(), std::process::id());
    assert_eq!(
        fault,
        format!(
            "Datamappen {folder} används redan av ett annat Samordna (process {process}). Stoppa det först, eller ange \
             en annan mapp."
        )
    );
    first.close().await.unwrap();
    home.open().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reading_goes_on_beside_the_one_that_writes() {
    let home = Home::sqlite();
    let writer = home.open().await;
    written(&writer, batch("s", 0, 3)).await;
    let reader = Journal::open_to_read(&home.place).await.unwrap();
    assert_eq!(reader.verify().await.unwrap().events, 3);
    written(&writer, batch("s", 3, 1)).await;
    assert_eq!(reader.verify().await.unwrap().events, 4);
    assert_eq!(reader.export(std::io::sink()).await.unwrap().events, 4);
    let refused = reader.append(batch("s", 4, 1)).await.unwrap_err().to_string();
    assert_eq!(refused, "Journalen är öppnad bara för läsning: inget kan skrivas i den.");
    reader.close().await.unwrap();
    written(&writer, batch("s", 4, 1)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_owner_reads_what_is_stored() {
    let home = Home::sqlite();
    let Place::Folder(folder) = &home.place else { unreachable!() };
    let journal = home.open().await;
    written(&journal, batch("s", 0, 1)).await;
    assert_eq!(mode(folder), 0o700);
    for file in ["journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm", "samordna.lock"] {
        assert_eq!(mode(&folder.join(file)), 0o600, "{file}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_others_could_read_is_taken_back() {
    let home = Home::sqlite();
    let Place::Folder(folder) = &home.place else { unreachable!() };
    home.open().await.close().await.unwrap();
    let file = folder.join("journal.sqlite");
    set_permissions(&file, Permissions::from_mode(0o644)).unwrap();
    set_permissions(folder, Permissions::from_mode(0o755)).unwrap();
    home.open().await;
    assert_eq!(mode(&file), 0o600);
    // The folder may be shared on purpose: what is in it is safe all the same.
    assert_eq!(mode(folder), 0o755);
}

/// Not a test when run by itself: it is what the test below runs as a user who may write nothing.
#[tokio::test]
#[expect(clippy::disallowed_methods, reason = "the only way to tell a test program apart from its own child")]
async fn reads_where_nothing_can_be_written() {
    let Ok(folder) = std::env::var(READ_ONLY) else { return };
    let folder = Path::new(&folder);
    assert!(std::fs::write(folder.join("try"), "").is_err(), "the folder can be written");
    let journal = Journal::open_to_read(&Place::Folder(folder.to_owned())).await;
    if folder.join("journal.sqlite-wal").exists() {
        let fault = journal.unwrap_err().to_string();
        assert!(fault.contains("är inte avslutad"), "{fault}");
        return;
    }
    let journal = journal.unwrap();
    assert_eq!(journal.verify().await.unwrap().events, 3);
    assert_eq!(journal.export(std::io::sink()).await.unwrap().events, 3);
}

/// The same program as a user who may only read.
fn read_as_nobody(folder: &Path) {
    let program = folder.parent().unwrap().join("program");
    if !program.exists() {
        std::fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    }
    let mut command = Command::new(program);
    let name = "folder::reads_where_nothing_can_be_written";
    command.args(["--exact", name]).env(READ_ONLY, folder).current_dir("/");
    if folder.metadata().map(|it| std::os::unix::fs::MetadataExt::uid(&it)).unwrap() == 0 {
        command.uid(NOBODY).gid(NOBODY);
    }
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_journal_on_a_medium_that_cannot_be_written_is_read() {
    let home = Home::sqlite();
    let Place::Folder(folder) = &home.place else { unreachable!() };
    let journal = home.open().await;
    written(&journal, batch("s", 0, 3)).await;
    journal.close().await.unwrap();
    let file = folder.join("journal.sqlite");
    set_permissions(folder.parent().unwrap(), Permissions::from_mode(0o755)).unwrap();
    set_permissions(&file, Permissions::from_mode(0o444)).unwrap();
    set_permissions(folder, Permissions::from_mode(0o555)).unwrap();
    read_as_nobody(folder);
    // With a log beside it that is not in the file, the end would be passed over in silence.
    set_permissions(folder, Permissions::from_mode(0o755)).unwrap();
    std::fs::write(folder.join("journal.sqlite-wal"), "what was written last").unwrap();
    set_permissions(folder, Permissions::from_mode(0o555)).unwrap();
    read_as_nobody(folder);
    set_permissions(folder, Permissions::from_mode(0o755)).unwrap();
}
