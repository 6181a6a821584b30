//! From command to durable fact: retries, crowds, two people at once, two nodes on one database.
#![cfg(test)]

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use domain::association::establish::{FoundAssociation, NamePerson, NoteBudget};
use domain::association::events::Founded;
use domain::decision::Entered;
use domain::ids::PersonId;
use domain::{Association, Command, Ctx, Meta, Refusal};
use engine::{Done, Engine, Error, Fact, Projection};
use jiff::Timestamp;
use jiff::civil::date;
use journal::{Journal, Place};
use swedish::money::Ore;
use tokio::task::JoinSet;
use uuid::Uuid;

const SLUG: &str = "provet";

fn at() -> Timestamp {
    Timestamp::from_second(1_790_000_000).unwrap()
}

fn ctx() -> Ctx {
    let now = date(2026, 11, 22).at(9, 0, 0, 0);
    Ctx { now, actor: PersonId(Uuid::from_u128(7)), reasons: BTreeMap::new(), entered: Entered::AsItHappens }
}

async fn tell(engine: &Engine, id: u128, command: Command) -> Result<Done, Error> {
    engine.execute(SLUG, Uuid::from_u128(id), at(), ctx(), command).await
}

fn found() -> Command {
    Command::from(FoundAssociation {
        founded: Founded {
            slug: SLUG.to_owned(),
            name: "Provets samordningsförbund".to_owned(),
            short_name: "Provet".to_owned(),
            organisationsnummer: None,
            seat: "Orten".to_owned(),
            county: "Länet".to_owned(),
            on: date(2004, 1, 1),
        },
    })
}

fn name(no: u128) -> Command {
    Command::from(NamePerson { person: PersonId(Uuid::from_u128(1000 + no)), name: format!("Person {no}") })
}

fn budget(kronor: i64) -> Command {
    let income = Ore::from_kronor(kronor).unwrap();
    Command::from(NoteBudget { year: 2026, income, source: "Provet".to_owned() })
}

async fn opened(place: &Place) -> Engine {
    Engine::open(Journal::open(place).await.unwrap()).await.unwrap()
}

/// Runs a claim on both stores.
macro_rules! on_both {
    ($($name:ident)+) => {$(
        mod $name {
            #[tokio::test(flavor = "multi_thread")]
            async fn on_sqlite() {
                let folder = tempfile::tempdir().unwrap();
                super::$name(journal::Place::Folder(folder.path().to_owned())).await;
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn on_postgresql() {
                super::$name(journal::Place::Url(testkit::postgres::database())).await;
            }
        }
    )+};
}

on_both! { the_same_command_again_changes_nothing a_crowd_loses_nothing what_was_told_is_there_after_a_restart }

async fn the_same_command_again_changes_nothing(place: Place) {
    let engine = opened(&place).await;
    tell(&engine, 1, found()).await.unwrap();
    let first = tell(&engine, 2, name(1)).await.unwrap();
    tell(&engine, 3, name(2)).await.unwrap();
    let again = tell(&engine, 2, name(1)).await.unwrap();
    assert_eq!((again.version, again.events), (first.version, first.events));
    engine.journal().close().await.unwrap();
    let restarted = opened(&place).await;
    let after = tell(&restarted, 2, name(1)).await.unwrap();
    assert_eq!((after.version, after.events), (first.version, first.events));
}

async fn a_crowd_loses_nothing(place: Place) {
    let engine = opened(&place).await;
    tell(&engine, 1, found()).await.unwrap();
    let mut crowd = JoinSet::new();
    for no in 0..200_u128 {
        let engine = engine.clone();
        // Every command is sent twice, as by an impatient finger.
        crowd.spawn(async move { (tell(&engine, 10 + no / 2, name(no / 2)).await.unwrap(), no / 2) });
    }
    let answers = crowd.join_all().await;
    for no in 0..100 {
        let versions: Vec<u64> =
            answers.iter().filter(|(_, n)| *n == no).map(|(done, _)| done.version).collect();
        assert_eq!(versions.len(), 2);
        assert_eq!(versions[0], versions[1], "the two answers for command {no} agree");
    }
    let named = engine.read(SLUG, |a| a.profile.people.len()).unwrap();
    assert_eq!(named, 100);
    let report = engine.journal().verify().await.unwrap();
    assert_eq!(report.events, 101);
}

async fn what_was_told_is_there_after_a_restart(place: Place) {
    let engine = opened(&place).await;
    tell(&engine, 1, found()).await.unwrap();
    for no in 0..20 {
        tell(&engine, 10 + no, name(no)).await.unwrap();
    }
    let before = engine.read(SLUG, Clone::clone).unwrap();
    engine.journal().close().await.unwrap();
    let after = opened(&place).await.read(SLUG, Clone::clone).unwrap();
    assert_eq!(before, after);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_association_takes_no_commands() {
    let folder = tempfile::tempdir().unwrap();
    let engine = opened(&Place::Folder(folder.path().to_owned())).await;
    let answer = tell(&engine, 1, name(1)).await;
    assert!(matches!(answer, Err(Error::Refused(Refusal::NotFound(_)))), "{answer:?}");
    assert!(engine.associations().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_nodes_on_one_database_agree() {
    let place = Place::Url(testkit::postgres::database());
    let one = opened(&place).await;
    tell(&one, 1, found()).await.unwrap();
    let two = opened(&place).await;

    let done = tell(&one, 2, budget(1_000)).await.unwrap();
    two.catch_up(SLUG, done.version).await.unwrap();
    assert_eq!(
        two.read(SLUG, |a| a.version),
        Some(done.version),
        "a redirect's version is read before rendering"
    );

    // Both write at once, many times: each decides on what the other wrote, and nothing is lost.
    let mut both = JoinSet::new();
    for no in 0..40_u128 {
        let node = if no % 2 == 0 { one.clone() } else { two.clone() };
        both.spawn(async move { tell(&node, 100 + no, name(no)).await.unwrap() });
    }
    both.join_all().await;
    let head = one.journal().head("association/provet").await.unwrap().unwrap();
    for node in [&one, &two] {
        node.catch_up(SLUG, head.seq).await.unwrap();
        assert_eq!(node.read(SLUG, |a| a.profile.people.len()), Some(40));
    }
    assert_eq!(one.read(SLUG, Clone::clone), two.read(SLUG, Clone::clone));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_sees_what_it_saw_and_holds_up_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let engine = opened(&Place::Folder(folder.path().to_owned())).await;
    tell(&engine, 1, found()).await.unwrap();
    let held = engine.snapshot::<Association>(SLUG).unwrap();
    let whole = Association::clone(&held);
    // In the middle of reading: the commands below must land meanwhile.
    let after = engine.read(SLUG, |inside| {
        let engine = engine.clone();
        let lands = async move {
            for no in 0..50 {
                tell(&engine, 10 + no, name(no)).await.unwrap();
            }
        };
        tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(lands));
        (inside.version, inside.profile.people.len())
    });
    assert_eq!(after, Some((1, 0)));
    assert_eq!(*held, whole, "what is held does not move");
    assert_eq!(engine.read(SLUG, |a| (a.version, a.profile.people.len())), Some((51, 50)));
    assert!(engine.snapshot::<Association>("okänt").is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_listens_is_told_the_newest_version_however_slow() {
    let folder = tempfile::tempdir().unwrap();
    let engine = opened(&Place::Folder(folder.path().to_owned())).await;
    assert!(engine.watch::<Association>(SLUG).is_none(), "nothing has happened to it");
    tell(&engine, 1, found()).await.unwrap();
    let mut versions = engine.watch::<Association>(SLUG).unwrap();
    assert_eq!(versions.now(), 1);
    for no in 0..20 {
        tell(&engine, 10 + no, name(no)).await.unwrap();
    }
    assert_eq!(versions.next().await, Some(21), "those in between are passed over");
    let (told, _) = tokio::join!(versions.next(), tell(&engine, 40, name(40)));
    assert_eq!(told, Some(22));
    // Whoever asks again for the same thing has changed nothing, and nobody is woken.
    tell(&engine, 41, name(40)).await.unwrap();
    let waited = tokio::time::timeout(std::time::Duration::from_millis(50), versions.next()).await;
    assert!(waited.is_err());
    drop(engine);
    assert_eq!(versions.next().await, None);
}

/// Writes down what it is told.
#[derive(Default)]
struct Told(Mutex<Vec<(String, u64)>>);

impl Projection for Told {
    fn fold(&self, stream: &str, meta: Meta, fact: Fact<'_>) {
        assert!(matches!(fact, Fact::Association(_)));
        self.0.lock().unwrap().push((stream.to_owned(), meta.seq));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_projection_is_told_every_fact_once_and_in_order_on_every_node() {
    let place = Place::Url(testkit::postgres::database());
    let node = async |told: &Arc<Told>| {
        let journal = Journal::open(&place).await.unwrap();
        Engine::open_with(journal, [Arc::clone(told) as Arc<dyn Projection>]).await.unwrap()
    };
    assert!(opened(&place).await.projection::<Told>().is_none());
    let tellings = [Arc::new(Told::default()), Arc::new(Told::default()), Arc::new(Told::default())];
    let one = node(&tellings[0]).await;
    tell(&one, 1, found()).await.unwrap();
    let two = node(&tellings[1]).await;
    let mut both = JoinSet::new();
    for no in 0..30_u128 {
        let engine = if no % 2 == 0 { one.clone() } else { two.clone() };
        both.spawn(async move { tell(&engine, 100 + no, name(no)).await.unwrap() });
    }
    both.join_all().await;
    for engine in [&one, &two] {
        engine.catch_up(SLUG, 31).await.unwrap();
    }
    let three = node(&tellings[2]).await;
    assert!(Arc::ptr_eq(&three.projection::<Told>().unwrap(), &tellings[2]));
    let whole: Vec<(String, u64)> = (1..=31).map(|seq| ("association/provet".to_owned(), seq)).collect();
    for told in &tellings {
        assert_eq!(*told.0.lock().unwrap(), whole);
    }
}
