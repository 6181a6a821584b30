//! Within a crate, files rest on each other in one direction; what still goes in a circle stands in a list that only shrinks.
#![cfg(test)]

use std::collections::BTreeSet;

use tidy::circles::circles;
use tidy::text;
use tidy::tree::{Tree, trees};

/// The files that stand in a circle today, one a line. See `tidy/src/circles.rs` for what that means.
const KNOWN: &str = "tidy/circles.txt";

#[test]
fn no_file_joins_a_circle_and_no_circle_is_remembered_in_vain() {
    let known = text(KNOWN);
    let known: BTreeSet<&str> = known.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).collect();
    let rings: Vec<Vec<String>> = trees().iter().flat_map(circles).collect();
    let today: BTreeSet<&str> = rings.iter().flatten().map(String::as_str).collect();
    let joined: Vec<_> = today.difference(&known).collect();
    assert!(joined.is_empty(), "new in a circle: {joined:#?}; the circles: {rings:#?}");
    let left: Vec<_> = known.difference(&today).collect();
    assert!(left.is_empty(), "out of every circle, so take them off {KNOWN}: {left:#?}");
}

#[test]
fn two_files_that_use_each_other_are_a_circle() {
    let tree = Tree::of_files(&[
        ("lib.rs", "mod a; mod b; pub use a::A;"),
        ("a.rs", "use crate::b::f; pub struct A; impl A { fn g() { f() } }"),
        ("b.rs", "pub fn f() -> Option<crate::A> { None }"),
    ]);
    assert_eq!(circles(&tree), [["a.rs", "b.rs"]]);
}

#[test]
fn a_part_may_stand_on_what_its_module_declares() {
    let tree = Tree::of_files(&[
        ("lib.rs", "mod a; pub struct Facts; pub fn all(facts: &Facts) { a::one(facts) }"),
        ("a.rs", "use super::Facts; pub fn one(_: &Facts) {}"),
    ]);
    assert!(circles(&tree).is_empty());
}

#[test]
fn a_part_may_not_stand_on_what_stands_on_it() {
    let tree = Tree::of_files(&[
        ("lib.rs", "mod a; pub fn all() { a::one() }"),
        ("a.rs", "pub fn one() { super::all() }"),
    ]);
    assert_eq!(circles(&tree), [["a.rs", "lib.rs"]]);
}
