//! How a batch goes on from what is there, or is found to be there already.

use super::*;
use uuid::Uuid;

fn batch(expected: u64) -> Batch {
    let event = |n| NewEvent { id: Uuid::from_u128(n), kind: "noted".into(), version: 1, body: "1".into() };
    Batch {
        stream: "s".into(),
        expected,
        command_id: Uuid::nil(),
        actor: "a".into(),
        recorded_at: jiff::Timestamp::UNIX_EPOCH,
        events: vec![event(1), event(2)],
    }
}

#[test]
fn each_event_points_to_the_one_before_it() {
    let batch = batch(0);
    let mut ends = Ends::default();
    ends.note("other", Head { seq: 4, hash: Hash([4; 32]) });
    let verdict = judge(&batch, Head::EMPTY, None, &ends);
    let Verdict::Write(links, end) = verdict else { panic!("not written") };
    let rows: Vec<_> = rows(&batch, &links).collect();
    assert_eq!(rows[0].prev_hash, Hash::ZERO);
    assert_eq!(rows[1].prev_hash, rows[0].hash);
    assert_eq!(end, Head { seq: 2, hash: rows[1].hash });
    assert_eq!((rows[0].position, rows[1].position), (0, 1));
    assert!(rows[0].seen.starts_with(r#"[["other",4,"#) && rows[1].seen.is_empty());
}

#[test]
fn a_known_command_is_no_conflict() {
    let head = Head { seq: 7, hash: Hash::ZERO };
    let judged = |known| judge(&batch(0), head, known, &Ends::default());
    assert_eq!(judged(Some((1, 2))), Verdict::Already(1, 2));
    assert_eq!(judged(None), Verdict::Conflict(head));
}
