//! Which streams have been seen, and how far.

use super::*;

fn head(seq: u64) -> Head {
    Head { seq, hash: Hash([7; 32]) }
}

#[test]
fn each_command_points_out_the_one_before_it_in_another_stream() {
    let mut ends = Ends::default();
    assert_eq!(ends.seen_from("a"), "");
    ends.tie("a", head(3));
    assert_eq!(ends.seen_from("a"), "", "the hash before it points out its own stream");
    let seen = read(&ends.seen_from("b")).unwrap();
    assert_eq!(seen, [Seen("a".to_owned(), 3, head(3).hash)]);
    ends.tie("b", head(1));
    assert_eq!(read(&ends.seen_from("a")).unwrap(), [Seen("b".to_owned(), 1, head(1).hash)]);
}

#[test]
fn more_ends_than_one_command_can_take_are_left_for_the_next() {
    let mut ends = Ends::default();
    (0..100).for_each(|n| ends.note(&format!("s/{n}"), head(1)));
    let first = read(&ends.seen_from("s/0")).unwrap();
    ends.tie("s/0", head(2));
    let second = read(&ends.seen_from("s/0")).unwrap();
    assert_eq!((first.len(), second.len()), (MOST, 99 - MOST));
    ends.tie("s/0", head(3));
    assert_eq!(ends.seen_from("s/0"), "");
}

#[test]
fn what_is_heard_while_a_group_is_written_is_not_forgotten() {
    let mut ends = Ends::default();
    ends.note("a", head(1));
    ends.note("b", head(1));
    let before = ends.clone();
    let mut after = before.clone();
    after.tie("c", head(1));
    ends.note("b", head(2));
    ends.note("d", head(1));
    ends.replace(&before, after);
    let seen = read(&ends.seen_from("")).unwrap();
    let names: Vec<_> = seen.iter().map(|Seen(stream, seq, _)| (stream.as_str(), *seq)).collect();
    assert_eq!(names, [("b", 2), ("c", 1), ("d", 1)]);
}
