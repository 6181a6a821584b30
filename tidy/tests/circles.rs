//! Within a crate, files rest on each other in one direction.
#![cfg(test)]

use tidy::circles::circles;
use tidy::tree::{Tree, trees};

#[test]
fn no_file_stands_in_a_circle_with_others_of_its_crate() {
    let rings: Vec<Vec<String>> = trees().iter().flat_map(circles).collect();
    assert!(rings.is_empty(), "{rings:#?}");
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
