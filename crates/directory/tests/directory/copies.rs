//! Working copies: nobody writes over another unread, a claim stops all writing, and what is deleted is gone.

use directory::{CopyId, PersonId, Place, Saved, WorkingCopy, Workroom};
use uuid::Uuid;

use crate::ground::{Ground, at, morning, on_both_stores};

on_both_stores!(
    a_copy_has_versions_of_its_own,
    of_two_savers_at_once_one_is_told,
    what_was_said_before_is_kept_while_it_is_written,
    a_claim_stops_saving_until_it_is_released,
    only_what_was_seen_is_claimed_and_by_one_command,
    a_crash_between_claim_and_fact_loses_nothing,
    a_crash_between_fact_and_deletion_is_taken_up,
    what_is_deleted_leaves_its_number_and_not_a_word,
    copies_are_listed_by_place_and_sort,
    nothing_longer_than_a_form_is_kept,
);

fn id() -> CopyId {
    CopyId { place: "umea".to_owned(), kind: "application", subject: "7".to_owned() }
}

fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn command(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

async fn workroom(ground: &Ground) -> Workroom {
    Workroom::open(&ground.place, 4).await.unwrap()
}

async fn save(workroom: &Workroom, seen: u64, content: &str) -> Saved {
    workroom.save_copy(&id(), seen, content, person(1), morning()).await.unwrap()
}

async fn now(workroom: &Workroom) -> WorkingCopy {
    workroom.working_copy(&id()).await.unwrap()
}

async fn a_copy_has_versions_of_its_own(ground: Ground) {
    let workroom = workroom(&ground).await;
    assert_eq!(now(&workroom).await, WorkingCopy::default());
    assert_eq!(save(&workroom, 7, "sett?").await, Saved::Stands(WorkingCopy::default()), "never seen");
    assert_eq!(save(&workroom, 0, "ett").await, Saved::As(1));
    let by_another = workroom.save_copy(&id(), 1, "två", person(2), at(60)).await.unwrap();
    assert_eq!(by_another, Saved::As(2));
    let stands = now(&workroom).await;
    assert_eq!((stands.version, stands.content.as_deref()), (2, Some("två")));
    assert_eq!((stands.last, stands.claimed), (Some((person(2), at(60))), None));
}

async fn of_two_savers_at_once_one_is_told(ground: Ground) {
    let (one, other) = (workroom(&ground).await, workroom(&ground).await);
    for seen in 0..20 {
        let (a, b) = tokio::join!(save(&one, seen, "a"), save(&other, seen, "b"));
        let told: Vec<_> = [a, b].into_iter().filter(|saved| *saved != Saved::As(seen + 1)).collect();
        let [Saved::Stands(stands)] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!(stands.version, seen + 1, "whoever was second sees what the first wrote");
    }
}

async fn what_was_said_before_is_kept_while_it_is_written(ground: Ground) {
    let workroom = workroom(&ground).await;
    for seen in 0..120 {
        save(&workroom, seen, &format!("ord {}", seen + 1)).await;
    }
    let earlier = |version| {
        let workroom = workroom.clone();
        async move { workroom.earlier_copy(&id(), version).await.unwrap() }
    };
    assert_eq!(earlier(119).await.as_deref(), Some("ord 119"));
    assert_eq!(earlier(21).await.as_deref(), Some("ord 21"));
    assert_eq!(earlier(20).await, None, "not for ever");
    workroom.discard_copy(&id(), person(1), at(1)).await.unwrap();
    assert_eq!(earlier(119).await, None);
}

async fn a_claim_stops_saving_until_it_is_released(ground: Ground) {
    let workroom = workroom(&ground).await;
    save(&workroom, 0, "ett").await;
    assert!(workroom.claim_copy(&id(), 1, command(9), at(5)).await.unwrap());
    assert!(workroom.claim_copy(&id(), 1, command(9), at(6)).await.unwrap(), "the same command again");
    let Saved::Stands(stands) = save(&workroom, 1, "två").await else { panic!("saved in spite of it") };
    assert_eq!((stands.version, stands.claimed), (1, Some((command(9), at(6)))));
    workroom.release_copy(&id(), command(8)).await.unwrap();
    assert!(matches!(save(&workroom, 1, "två").await, Saved::Stands(_)), "another command lets nobody in");
    workroom.release_copy(&id(), command(9)).await.unwrap();
    assert_eq!(save(&workroom, 1, "två").await, Saved::As(2));
}

async fn only_what_was_seen_is_claimed_and_by_one_command(ground: Ground) {
    let workroom = workroom(&ground).await;
    assert!(!workroom.claim_copy(&id(), 0, command(9), at(0)).await.unwrap(), "nothing is written");
    save(&workroom, 0, "ett").await;
    save(&workroom, 1, "två").await;
    assert!(!workroom.claim_copy(&id(), 1, command(9), at(0)).await.unwrap(), "an older version");
    let id = id();
    let (nine, eight) = tokio::join!(
        workroom.claim_copy(&id, 2, command(9), at(0)),
        workroom.claim_copy(&id, 2, command(8), at(0)),
    );
    assert!(nine.unwrap() != eight.unwrap());
}

async fn a_crash_between_claim_and_fact_loses_nothing(ground: Ground) {
    let before = workroom(&ground).await;
    save(&before, 0, "ett").await;
    before.claim_copy(&id(), 1, command(9), at(0)).await.unwrap();
    drop(before);
    let after = workroom(&ground).await;
    let all = after.all_working_copies("application").await.unwrap();
    let [(found, copy)] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!((found, copy.claimed), (&id(), Some((command(9), at(0)))));
    after.release_copy(&id(), command(9)).await.unwrap();
    assert_eq!(now(&after).await.content.as_deref(), Some("ett"));
    assert_eq!(save(&after, 1, "två").await, Saved::As(2));
}

async fn a_crash_between_fact_and_deletion_is_taken_up(ground: Ground) {
    let before = workroom(&ground).await;
    save(&before, 0, "ett").await;
    before.claim_copy(&id(), 1, command(9), at(0)).await.unwrap();
    drop(before);
    let after = workroom(&ground).await;
    after.delete_copy(&id(), command(8), person(1), at(1)).await.unwrap();
    assert!(now(&after).await.content.is_some(), "another command deletes nothing");
    for _ in 0..2 {
        after.delete_copy(&id(), command(9), person(1), at(1)).await.unwrap();
        let stands = now(&after).await;
        assert_eq!((stands.version, stands.content, stands.claimed), (2, None, None));
    }
}

async fn what_is_deleted_leaves_its_number_and_not_a_word(ground: Ground) {
    let workroom = workroom(&ground).await;
    save(&workroom, 0, "blåbärstuva").await;
    save(&workroom, 1, "blåbärstuvor").await;
    workroom.discard_copy(&id(), person(2), at(3)).await.unwrap();
    let dump = ground.dump_workroom().await;
    assert!(dump.contains("workroom_copy") && !dump.contains("blåbär"), "{dump}");
    if let Place::Folder(folder) = &ground.place {
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            // The database may remove a file while we look, and the keys of urns lie in a folder.
            let bytes = std::fs::read(path).unwrap_or_default();
            let word = "blåbär".as_bytes();
            assert!(!bytes.windows(word.len()).any(|part| part == word), "the disk remembers");
        }
    }
    let Saved::Stands(stands) = save(&workroom, 2, "sent").await else { panic!("an old form was taken") };
    assert_eq!((stands.version, stands.last), (3, Some((person(2), at(3)))));
    assert_eq!(save(&workroom, 3, "på nytt").await, Saved::As(4));
}

async fn copies_are_listed_by_place_and_sort(ground: Ground) {
    let workroom = workroom(&ground).await;
    for (place, kind, subject) in [
        ("umea", "application", "7"),
        ("umea", "application", "8"),
        ("umea", "note", "1/2"),
        ("boden", "application", "7"),
    ] {
        let id = CopyId { place: place.to_owned(), kind, subject: subject.to_owned() };
        workroom.save_copy(&id, 0, place, person(1), morning()).await.unwrap();
    }
    let gone = CopyId { subject: "8".to_owned(), ..id() };
    workroom.discard_copy(&gone, person(1), at(1)).await.unwrap();
    let found = workroom.working_copies("umea", "application").await.unwrap();
    let subjects: Vec<&str> = found.iter().map(|(subject, _)| subject.as_str()).collect();
    assert_eq!(subjects, ["7"]);
    assert_eq!(workroom.all_working_copies("application").await.unwrap().len(), 2);
}

async fn nothing_longer_than_a_form_is_kept(ground: Ground) {
    let workroom = workroom(&ground).await;
    assert_eq!(save(&workroom, 0, &"x".repeat((1 << 20) + 1)).await, Saved::TooLong);
    assert_eq!(now(&workroom).await.version, 0);
}

#[tokio::test]
async fn a_backup_takes_what_is_being_written_along() {
    let ground = Ground::sqlite().await;
    let Place::Folder(folder) = &ground.place else { panic!("a folder") };
    save(&workroom(&ground).await, 0, "ett").await;
    let to = tempfile::tempdir().unwrap();
    Workroom::copy(folder, to.path()).await.unwrap();
    let copied = Workroom::open(&Place::Folder(to.path().to_owned()), 1).await.unwrap();
    assert_eq!(now(&copied).await.content.as_deref(), Some("ett"));
}
