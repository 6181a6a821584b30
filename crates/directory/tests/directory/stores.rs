//! Opening, opening again, and what a store refuses.

use directory::{Directory, Fault, LoginRefused, Place, Settings, Why};

use crate::ground::{ASA, CLIENT, Ground, PASSWORD, at, light, morning, on_both_stores};

on_both_stores!(
    what_was_written_is_there_after_opening_again,
    nodes_that_start_together_make_the_tables_once,
    tables_of_a_newer_program_are_left_alone,
    a_page_is_answered_without_the_database,
);

async fn what_was_written_is_there_after_opening_again(ground: Ground) {
    let asa = ground.asa().await;
    ground.directory.ready().await.unwrap();
    let again = ground.other_node().await;
    assert_eq!(again.person(asa).await.unwrap().unwrap().name, "Åsa Öberg");
    again.log_in(ASA, PASSWORD, CLIENT, morning()).await.unwrap();
}

async fn nodes_that_start_together_make_the_tables_once(ground: Ground) {
    let starts: Vec<_> = (0..6)
        .map(|_| {
            let place = ground.place.clone();
            let settings = Settings { connections: 1, ..light() };
            tokio::spawn(async move { Directory::open(&place, settings).await })
        })
        .collect();
    for start in starts {
        start.await.unwrap().unwrap().ready().await.unwrap();
    }
}

async fn tables_of_a_newer_program_are_left_alone(ground: Ground) {
    let newer = "INSERT INTO directory_version (version) VALUES (1000)";
    match &ground.place {
        Place::Folder(folder) => {
            let connection = rusqlite::Connection::open(folder.join("directory.sqlite")).unwrap();
            connection.execute(newer, []).unwrap();
        }
        Place::Url(url) => {
            let pool = sqlx::PgPool::connect(url).await.unwrap();
            sqlx::query(newer).execute(&pool).await.unwrap();
            pool.close().await;
        }
    }
    let fault: Fault = Directory::open(&ground.place, light()).await.unwrap_err();
    assert!(fault.to_string().contains("1000"), "{fault}");
}

async fn a_page_is_answered_without_the_database(ground: Ground) {
    ground.asa().await;
    let token = ground.logged_in(morning()).await;
    ground.directory.session(token.as_str(), at(1)).await.unwrap().unwrap();
    match &ground.place {
        Place::Folder(folder) => {
            let connection = rusqlite::Connection::open(folder.join("directory.sqlite")).unwrap();
            connection.execute("DELETE FROM directory_session", []).unwrap();
        }
        Place::Url(url) => {
            let pool = sqlx::PgPool::connect(url).await.unwrap();
            sqlx::query("DELETE FROM directory_session").execute(&pool).await.unwrap();
            pool.close().await;
        }
    }
    assert!(ground.directory.session(token.as_str(), at(2)).await.unwrap().is_some());
}

#[cfg(unix)]
#[tokio::test]
async fn the_file_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let ground = Ground::sqlite().await;
    let Place::Folder(folder) = &ground.place else { panic!("a folder") };
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o077, 0, "{:?}", entry.file_name());
    }
    // Also one that somebody has opened to others.
    let file = folder.join("directory.sqlite");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
    Directory::open(&ground.place, light()).await.unwrap();
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
}

#[tokio::test]
async fn a_place_that_cannot_be_reached_is_a_fault_without_its_password() {
    let place = Place::Url("postgres://samordna:hemligt@127.0.0.1:1/samordna".to_owned());
    let fault = Directory::open(&place, Settings { connections: 1, ..light() }).await.unwrap_err();
    assert!(!format!("{fault} {fault:?}").contains("hemligt"));
}

#[tokio::test]
async fn a_database_that_is_gone_is_told_within_a_few_seconds() {
    let cluster = tokio::task::spawn_blocking(testkit::postgres::Cluster::start).await.unwrap();
    let directory = Directory::open(&Place::Url(cluster.database()), light()).await.unwrap();
    cluster.kill();
    let asked = std::time::Instant::now();
    let refused = directory.log_in(ASA, PASSWORD, CLIENT, morning()).await.unwrap_err();
    let LoginRefused::Fault(fault) = refused else { panic!("{refused}") };
    assert_eq!(fault.why(), Why::Away, "{fault}");
    assert!(asked.elapsed() < std::time::Duration::from_secs(10), "{:?}", asked.elapsed());
}
