//! What the user of the program is told when the journal cannot be opened.

use std::path::PathBuf;

use journal::{Journal, Place};

use crate::home::Home;

on_both!(a_journal_of_a_newer_program_is_left_alone, a_place_without_a_journal_is_not_taken_for_an_empty_one);

async fn a_journal_of_a_newer_program_is_left_alone(home: Home) {
    home.open().await.close().await.unwrap();
    home.sql("UPDATE journal_schema SET version = 99").await;
    for fault in [
        Journal::open(&home.place).await.unwrap_err().to_string(),
        Journal::open_to_read(&home.place).await.unwrap_err().to_string(),
    ] {
        assert_eq!(
            fault,
            "Journalen är skriven av en nyare version av Samordna (format 99). Uppgradera programmet."
        );
    }
}

async fn a_place_without_a_journal_is_not_taken_for_an_empty_one(home: Home) {
    let fault = Journal::open_to_read(&home.place).await.unwrap_err().to_string();
    assert!(fault.starts_with("Det finns ingen journal i "), "{fault}");
    home.open().await.close().await.unwrap();
    Journal::open_to_read(&home.place).await.unwrap();
}

#[tokio::test]
async fn a_folder_that_cannot_be_made_is_named() {
    let place = Place::Folder(PathBuf::from("/dev/null/samordna"));
    let fault = Journal::open(&place).await.unwrap_err().to_string();
    assert!(fault.starts_with("Datamappen /dev/null/samordna går inte att använda"), "{fault}");
}

#[tokio::test]
async fn a_file_that_is_no_journal_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("journal.sqlite");
    std::fs::write(&file, "Protokoll från 2016. ".repeat(500)).unwrap();
    let fault = Journal::open(&Place::Folder(folder.path().to_owned())).await.unwrap_err().to_string();
    assert!(fault.starts_with("Filen journal.sqlite är skadad eller är inte en journal."), "{fault}");
    assert!(std::fs::read_to_string(&file).unwrap().starts_with("Protokoll"));
}

#[tokio::test]
async fn a_database_that_does_not_answer_is_said_to_be_down_without_telling_the_password() {
    let place = Place::Url("postgres://samordna:hemligt@127.0.0.1:1/samordna".to_owned());
    let fault = Journal::open(&place).await.unwrap_err();
    assert!(fault.to_string().starts_with("Databasen svarar inte."), "{fault}");
    assert!(!format!("{fault:?}").contains("hemligt"));
}

#[tokio::test]
async fn a_database_that_is_not_there_is_said_to_be_missing() {
    let url = testkit::postgres::database();
    let fault = Journal::open(&Place::Url(url + "_missing")).await.unwrap_err().to_string();
    assert!(fault.starts_with("Databasen finns inte på servern."), "{fault}");
}
