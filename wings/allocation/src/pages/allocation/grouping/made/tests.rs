//! The changes that are found make the grouping.

use std::collections::BTreeMap;

use allocation::fraction::Fraction;
use allocation::partitions::Block;

use super::*;
use crate::pages::allocation::reckoned::Reckoned;
use crate::pages::allocation::samples;

fn grouping(blocks: &[&[usize]]) -> Grouping {
    let block = |municipalities: &&[usize]| Block {
        municipalities: municipalities.to_vec(),
        state: Fraction::ZERO,
        activity: Fraction::ZERO,
    };
    Grouping { blocks: blocks.iter().map(block).collect(), score: Fraction::ZERO, equally_good: 1 }
}

fn after(blocks: &[&[usize]]) -> Vec<Vec<usize>> {
    let county = samples::county();
    let places: Vec<usize> = (0..county.municipalities.len()).collect();
    let query = made(&county, &places, &grouping(blocks)).unwrap();
    let reckoned = Reckoned::of(&county, &query, &BTreeMap::new()).unwrap();
    let mut sets: Vec<_> = reckoned.after.associations.into_iter().map(|a| a.municipalities).collect();
    sets.sort();
    sets
}

#[test]
fn the_changes_make_the_grouping() {
    let one: Vec<usize> = (0..13).collect();
    assert_eq!(after(&[&one]), std::slice::from_ref(&one));
    let two = [vec![0, 1, 2, 3, 12], vec![4, 5, 6, 7, 8, 9, 10, 11]];
    assert_eq!(after(&[&two[0], &two[1]]), two);
    let kept = [vec![0, 1, 2, 3], vec![4, 5, 6, 7], vec![8, 9, 10, 11, 12]];
    assert_eq!(after(&[&kept[0], &kept[1], &kept[2]]), kept);
}

#[test]
fn nothing_is_changed_when_it_is_so_already() {
    let county = samples::county();
    let places: Vec<usize> = (0..13).collect();
    let today = grouping(&[&[0, 1, 2, 3], &[4, 5, 6], &[7, 8, 9, 10, 11, 12]]);
    assert_eq!(made(&county, &places, &today), Some(Query::default()));
    assert_eq!(made(&county, &places[..5], &today), None);
}
