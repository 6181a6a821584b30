//! The urn: one slip per person, none lost, and nothing left when it is counted.

use std::collections::{BTreeMap, BTreeSet};

use directory::{PersonId, Place, Tally, Unfinished, UrnRefused, VoteId, Workroom};
use uuid::Uuid;

use crate::ground::{Ground, hex, on_both_stores};

on_both_stores!(
    a_person_has_one_slip_and_the_last_one_counts,
    who_has_voted_says_nothing_of_how_and_in_what_order,
    a_frozen_urn_takes_no_slip_until_it_is_released,
    only_the_command_that_holds_the_urn_counts_and_releases,
    a_slip_after_the_count_is_refused_and_not_kept,
    a_count_never_passes_a_slip_that_was_acknowledged,
    what_a_crash_left_is_known_after_a_start,
    slips_of_those_who_do_not_take_part_are_left_out,
    emptying_twice_is_as_emptying_once,
    votes_are_apart,
    without_the_key_the_slips_say_nothing,
    nobody_voting_is_an_answer,
);

fn vote() -> VoteId {
    VoteId("association/umea/1/3/1".to_owned())
}

fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + number))
}

fn command(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

async fn workroom(ground: &Ground) -> Workroom {
    Workroom::open(&ground.place, 4).await.unwrap()
}

async fn put(workroom: &Workroom, slips: &[(u128, Option<u32>)]) {
    for (who, choice) in slips {
        workroom.put_slip(&vote(), person(*who), *choice).await.unwrap();
    }
}

async fn counted(workroom: &Workroom, by: u128) -> Tally {
    workroom.freeze(&vote(), command(by)).await.unwrap();
    workroom.tally(&vote(), command(by), &BTreeSet::new()).await.unwrap()
}

async fn a_person_has_one_slip_and_the_last_one_counts(ground: Ground) {
    let workroom = workroom(&ground).await;
    put(&workroom, &[(1, Some(1)), (2, Some(2)), (1, Some(1)), (3, None), (2, Some(1))]).await;
    let tally = counted(&workroom, 9).await;
    assert_eq!(tally.counts, BTreeMap::from([(1, 2)]));
    assert_eq!((tally.abstained, tally.voted), (1, [1, 2, 3].map(person).into()));
}

async fn who_has_voted_says_nothing_of_how_and_in_what_order(ground: Ground) {
    let workroom = workroom(&ground).await;
    put(&workroom, &[(3, Some(1)), (1, None), (2, Some(2))]).await;
    let voted = workroom.voted(&vote()).await.unwrap();
    assert_eq!(voted.into_iter().collect::<Vec<_>>(), [1, 2, 3].map(person));
}

async fn a_frozen_urn_takes_no_slip_until_it_is_released(ground: Ground) {
    let workroom = workroom(&ground).await;
    put(&workroom, &[(1, Some(1))]).await;
    workroom.freeze(&vote(), command(9)).await.unwrap();
    workroom.freeze(&vote(), command(9)).await.unwrap();
    let late = workroom.put_slip(&vote(), person(2), Some(2)).await;
    assert!(matches!(late, Err(UrnRefused::Counting)), "{late:?}");
    workroom.release(&vote(), command(9)).await.unwrap();
    put(&workroom, &[(2, Some(2))]).await;
    assert_eq!(counted(&workroom, 10).await.counts, BTreeMap::from([(1, 1), (2, 1)]));
}

async fn only_the_command_that_holds_the_urn_counts_and_releases(ground: Ground) {
    let workroom = workroom(&ground).await;
    put(&workroom, &[(1, Some(1))]).await;
    let unfrozen = workroom.tally(&vote(), command(9), &BTreeSet::new()).await;
    assert!(matches!(unfrozen, Err(UrnRefused::Counting)));
    workroom.freeze(&vote(), command(9)).await.unwrap();
    workroom.freeze(&vote(), command(10)).await.unwrap();
    let overtaken = workroom.tally(&vote(), command(9), &BTreeSet::new()).await;
    assert!(matches!(overtaken, Err(UrnRefused::Counting)));
    workroom.release(&vote(), command(9)).await.unwrap();
    let late = workroom.put_slip(&vote(), person(2), Some(2)).await;
    assert!(matches!(late, Err(UrnRefused::Counting)), "the other command still holds it");
    assert_eq!(counted(&workroom, 10).await.counts, BTreeMap::from([(1, 1)]));
}

async fn a_slip_after_the_count_is_refused_and_not_kept(ground: Ground) {
    let (workroom, other) = (workroom(&ground).await, workroom(&ground).await);
    put(&workroom, &[(1, Some(1))]).await;
    other.put_slip(&vote(), person(2), Some(1)).await.unwrap();
    counted(&workroom, 9).await;
    workroom.destroy(&vote()).await.unwrap();
    for room in [&workroom, &other] {
        let late = room.put_slip(&vote(), person(3), Some(2)).await;
        assert!(matches!(late, Err(UrnRefused::Emptied)), "{late:?}");
        assert!(matches!(room.freeze(&vote(), command(10)).await, Err(UrnRefused::Emptied)));
        assert!(room.voted(&vote()).await.unwrap().is_empty());
    }
    workroom.open_urn(&vote()).await.unwrap();
    assert!(workroom.unfinished().await.unwrap().is_empty(), "an emptied urn is not opened again");
}

async fn a_count_never_passes_a_slip_that_was_acknowledged(ground: Ground) {
    for round in 0..20 {
        let vote = VoteId(format!("association/umea/1/3/{round}"));
        let (workroom, other) = (workroom(&ground).await, workroom(&ground).await);
        workroom.open_urn(&vote).await.unwrap();
        let ballots: Vec<_> = (0..12_u128)
            .map(|number| {
                let (workroom, vote) =
                    (if number % 2 == 0 { &workroom } else { &other }.clone(), vote.clone());
                tokio::spawn(async move {
                    let put = workroom.put_slip(&vote, person(number), Some(1)).await;
                    put.is_ok().then(|| person(number))
                })
            })
            .collect();
        for _ in 0..round {
            tokio::task::yield_now().await;
        }
        workroom.freeze(&vote, command(9)).await.unwrap();
        let tally = workroom.tally(&vote, command(9), &BTreeSet::new()).await.unwrap();
        let mut acknowledged = BTreeSet::new();
        for ballot in ballots {
            acknowledged.extend(ballot.await.unwrap());
        }
        assert_eq!(tally.voted, acknowledged);
    }
}

async fn what_a_crash_left_is_known_after_a_start(ground: Ground) {
    let before = workroom(&ground).await;
    put(&before, &[(1, Some(1)), (2, Some(2))]).await;
    let other = VoteId("association/umea/1/4/1".to_owned());
    before.open_urn(&other).await.unwrap();
    before.freeze(&vote(), command(9)).await.unwrap();
    drop(before);
    let after = workroom(&ground).await;
    let frozen = Unfinished { vote: vote(), frozen_by: Some(command(9)) };
    assert_eq!(after.unfinished().await.unwrap(), [frozen, Unfinished { vote: other, frozen_by: None }]);
    assert_eq!(counted(&after, 10).await.voted.len(), 2);
}

async fn slips_of_those_who_do_not_take_part_are_left_out(ground: Ground) {
    let workroom = workroom(&ground).await;
    put(&workroom, &[(1, Some(1)), (2, Some(1)), (3, None)]).await;
    workroom.freeze(&vote(), command(9)).await.unwrap();
    let tally = workroom.tally(&vote(), command(9), &[2, 3].map(person).into()).await.unwrap();
    let alone = Tally { counts: BTreeMap::from([(1, 1)]), abstained: 0, voted: [person(1)].into() };
    assert_eq!(tally, alone);
}

async fn emptying_twice_is_as_emptying_once(ground: Ground) {
    let workroom = workroom(&ground).await;
    put(&workroom, &[(1, Some(1))]).await;
    counted(&workroom, 9).await;
    workroom.destroy(&vote()).await.unwrap();
    workroom.destroy(&vote()).await.unwrap();
    let again = workroom.tally(&vote(), command(9), &BTreeSet::new()).await;
    assert!(matches!(again, Err(UrnRefused::Emptied)));
}

async fn votes_are_apart(ground: Ground) {
    let workroom = workroom(&ground).await;
    let other = VoteId("association/umea/1/3/2".to_owned());
    put(&workroom, &[(1, Some(1))]).await;
    workroom.put_slip(&other, person(1), Some(2)).await.unwrap();
    counted(&workroom, 9).await;
    workroom.destroy(&vote()).await.unwrap();
    workroom.put_slip(&other, person(2), Some(2)).await.unwrap();
    workroom.freeze(&other, command(10)).await.unwrap();
    let tally = workroom.tally(&other, command(10), &BTreeSet::new()).await.unwrap();
    assert_eq!(tally.counts, BTreeMap::from([(2, 2)]));
}

async fn without_the_key_the_slips_say_nothing(ground: Ground) {
    let before = workroom(&ground).await;
    put(&before, &[(1, Some(1))]).await;
    drop(before);
    for key in keys(&ground).await {
        match &ground.place {
            Place::Folder(_) => std::fs::remove_file(key.file.unwrap()).unwrap(),
            Place::Url(url) => {
                let pool = sqlx::PgPool::connect(url).await.unwrap();
                sqlx::query("DELETE FROM workroom_key").execute(&pool).await.unwrap();
                pool.close().await;
            }
        }
    }
    let after = workroom(&ground).await;
    let put = after.put_slip(&vote(), person(2), Some(1)).await;
    assert!(matches!(put, Err(UrnRefused::KeyGone)), "{put:?}");
    after.freeze(&vote(), command(9)).await.unwrap();
    let tally = after.tally(&vote(), command(9), &BTreeSet::new()).await;
    assert!(matches!(tally, Err(UrnRefused::KeyGone)), "{tally:?}");
    after.begin_anew(&vote()).await.unwrap();
    put_again(&after).await;
}

async fn put_again(workroom: &Workroom) {
    put(workroom, &[(2, Some(2))]).await;
    assert_eq!(counted(workroom, 10).await.counts, BTreeMap::from([(2, 1)]));
}

async fn nobody_voting_is_an_answer(ground: Ground) {
    assert_eq!(counted(&workroom(&ground).await, 9).await, Tally::default());
}

/// A key as it lies, with its file when it has one.
struct Lying {
    bytes: Vec<u8>,
    file: Option<std::path::PathBuf>,
}

async fn keys(ground: &Ground) -> Vec<Lying> {
    match &ground.place {
        Place::Folder(folder) => {
            let files =
                std::fs::read_dir(folder.join("urn-keys")).unwrap().map(|entry| entry.unwrap().path());
            let keys = files.filter(|file| !file.ends_with("CACHEDIR.TAG"));
            keys.map(|file| Lying { bytes: std::fs::read(&file).unwrap(), file: Some(file) }).collect()
        }
        Place::Url(url) => {
            let pool = sqlx::PgPool::connect(url).await.unwrap();
            let keys: Vec<Vec<u8>> =
                sqlx::query_scalar("SELECT key FROM workroom_key").fetch_all(&pool).await.unwrap();
            pool.close().await;
            keys.into_iter().map(|bytes| Lying { bytes, file: None }).collect()
        }
    }
}

fn found_in(folder: &std::path::Path, trace: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(found_in(&path, trace));
            continue;
        }
        // The database may remove a file while we look.
        let bytes = std::fs::read(&path).unwrap_or_default();
        if bytes.windows(trace.len()).any(|window| window[0] == trace[0] && window == trace) {
            found.push(path.display().to_string());
        }
    }
    found
}

#[tokio::test]
async fn the_files_hold_neither_key_nor_slip_when_the_urn_is_emptied() {
    let ground = Ground::sqlite().await;
    let Place::Folder(folder) = ground.place.clone() else { panic!("a folder") };
    let workroom = workroom(&ground).await;
    for round in 0..3 {
        put(
            &workroom,
            &(1..40).map(|n| (n, Some(u32::try_from(n).unwrap() % 2 + round))).collect::<Vec<_>>(),
        )
        .await;
    }
    let connection = rusqlite::Connection::open(folder.join("workroom.sqlite")).unwrap();
    let mut statement = connection.prepare("SELECT sealed FROM workroom_slip").unwrap();
    let mut traces: Vec<Vec<u8>> =
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    drop(statement);
    drop(connection);
    traces.extend(keys(&ground).await.into_iter().map(|key| key.bytes));
    assert_eq!(traces.len(), 40);
    for trace in &traces {
        assert!(!found_in(&folder, trace).is_empty(), "the search finds what is there");
    }
    counted(&workroom, 9).await;
    workroom.destroy(&vote()).await.unwrap();
    for trace in &traces {
        assert_eq!(found_in(&folder, trace), Vec::<String>::new(), "{} is left", hex(trace));
    }
    for who in (1..40).map(person) {
        assert_eq!(found_in(&folder, who.to_string().as_bytes()), Vec::<String>::new(), "who voted is left");
    }
}

#[tokio::test]
async fn no_file_of_the_database_and_no_log_of_it_holds_the_key_when_the_urn_is_emptied() {
    let cluster = tokio::task::spawn_blocking(testkit::postgres::Cluster::start).await.unwrap();
    let place = Place::Url(cluster.database());
    let Place::Url(url) = &place else { panic!("an address") };
    let workroom = Workroom::open(&place, 2).await.unwrap();
    put(&workroom, &(1..10).map(|n| (n, Some(1))).collect::<Vec<_>>()).await;
    let pool = sqlx::PgPool::connect(url).await.unwrap();
    let folder: String = sqlx::query_scalar("SHOW data_directory").fetch_one(&pool).await.unwrap();
    let own = "SELECT oid::int8 FROM pg_database WHERE datname = current_database()";
    let own: i64 = sqlx::query_scalar(own).fetch_one(&pool).await.unwrap();
    let (tables, log) = (
        std::path::Path::new(&folder).join(format!("base/{own}")),
        std::path::Path::new(&folder).join("pg_wal"),
    );
    let key: Vec<u8> = sqlx::query_scalar("SELECT key FROM workroom_key").fetch_one(&pool).await.unwrap();
    let slips: Vec<Vec<u8>> =
        sqlx::query_scalar("SELECT sealed FROM workroom_slip").fetch_all(&pool).await.unwrap();
    sqlx::query("CHECKPOINT").execute(&pool).await.unwrap();
    assert_eq!(found_in(&log, &key), Vec::<String>::new(), "the log never held the key");
    assert!(!found_in(&tables, &slips[0]).is_empty(), "the search finds what is there");
    counted(&workroom, 9).await;
    workroom.destroy(&vote()).await.unwrap();
    sqlx::query("CHECKPOINT").execute(&pool).await.unwrap();
    for (place, trace) in [(&tables, &key), (&log, &key), (&tables, &slips[0]), (&tables, &slips[8])] {
        assert_eq!(found_in(place, trace), Vec::<String>::new(), "{} is left", hex(trace));
    }
}

#[tokio::test]
async fn a_database_that_crashes_in_mid_vote_gets_its_key_back_from_a_node() {
    let cluster = tokio::task::spawn_blocking(testkit::postgres::Cluster::start).await.unwrap();
    let place = Place::Url(cluster.database());
    let node = Workroom::open(&place, 2).await.unwrap();
    put(&node, &[(1, Some(1)), (2, Some(2))]).await;
    cluster.kill();
    cluster.restart();
    let mut last = Ok(());
    for _ in 0..100 {
        last = node.put_slip(&vote(), person(3), Some(2)).await;
        if last.is_ok() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    last.unwrap();
    let other = Workroom::open(&place, 2).await.unwrap();
    assert_eq!(counted(&other, 9).await.counts, BTreeMap::from([(1, 1), (2, 2)]));
}

#[cfg(unix)]
#[tokio::test]
async fn the_keys_are_for_their_owner_only_and_marked_for_no_backup() {
    use std::os::unix::fs::PermissionsExt;
    let ground = Ground::sqlite().await;
    let Place::Folder(folder) = &ground.place else { panic!("a folder") };
    put(&workroom(&ground).await, &[(1, Some(1))]).await;
    let keys = folder.join("urn-keys");
    assert_eq!(std::fs::metadata(&keys).unwrap().permissions().mode() & 0o077, 0);
    let mark = std::fs::read_to_string(keys.join("CACHEDIR.TAG")).unwrap();
    assert!(mark.starts_with("Signature: 8a477f597d28d172789f06886806bc55"));
}
