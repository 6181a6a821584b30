//! What is remembered of a session, and for how long.

use uuid::Uuid;

use super::*;
use crate::ids::PersonId;

fn now() -> Timestamp {
    Timestamp::from_second(1_800_000_000).unwrap()
}

fn seen(person: PersonId) -> Arc<Seen> {
    Arc::new(Seen::new(Stored::sample(person, now()), now()))
}

#[test]
fn what_was_read_before_a_revocation_is_not_remembered_after_it() {
    let (cache, token, person) = (Cache::default(), Digest([1; 32]), PersonId(Uuid::now_v7()));
    let round = cache.round();
    cache.forget(|stored| stored.person == person);
    cache.keep(token, seen(person), round);
    assert!(cache.get(&token).is_none());
    cache.keep(token, seen(person), cache.round());
    assert!(cache.get(&token).is_some());
}

#[test]
fn forgetting_one_leaves_the_others() {
    let (cache, asa, bo) = (Cache::default(), PersonId(Uuid::now_v7()), PersonId(Uuid::now_v7()));
    cache.keep(Digest([1; 32]), seen(asa), cache.round());
    cache.keep(Digest([2; 32]), seen(bo), cache.round());
    cache.forget(|stored| stored.person == asa);
    assert!(cache.get(&Digest([1; 32])).is_none());
    assert!(cache.get(&Digest([2; 32])).is_some());
}

#[test]
fn memory_is_bounded_and_what_is_stale_makes_room() {
    let (cache, person) = (Cache::default(), PersonId(Uuid::now_v7()));
    let token = |number: usize| Digest::of(&number.to_be_bytes());
    let early = seen(person);
    for number in 0..=MOST {
        cache.keep(token(number), Arc::clone(&early), cache.round());
    }
    assert!(cache.get(&token(MOST)).is_none());
    let later = crate::time::after(now(), OTHER_NODES_FOLLOW_WITHIN);
    cache.keep(token(MOST), Arc::new(Seen::new(Stored::sample(person, later), later)), cache.round());
    assert!(cache.get(&token(MOST)).is_some());
    assert!(cache.get(&token(0)).is_none());
}

#[test]
fn of_many_uses_at_once_one_is_to_be_written_down() {
    let seen = seen(PersonId(Uuid::now_v7()));
    let minute = Duration::from_secs(60);
    let later = crate::time::after(now(), minute);
    assert!(!seen.use_at(now(), minute));
    assert_eq!((0..5).filter(|_| seen.use_at(later, minute)).count(), 1);
    assert_eq!(seen.last_seen(), later);
}
