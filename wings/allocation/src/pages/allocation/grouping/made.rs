//! The changes that make one grouping of another: what stays together is left alone, the rest is merged and divided.

use std::collections::BTreeSet;

use allocation::change::{Change, Part, Previous};
use allocation::partitions::Grouping;
use allocation::scenario::Country;

use crate::pages::allocation::query::{Query, written};

/// The scenario that makes a grouping of the municipalities at `places` in the country.
///
/// New associations get working names, to be changed. `None` when a municipality stands outside every association, or
/// shares one with somebody who is not grouped.
#[must_use]
pub fn made(country: &Country, places: &[usize], grouping: &Grouping) -> Option<Query> {
    let mut wanted: Vec<BTreeSet<usize>> = Vec::new();
    for block in &grouping.blocks {
        wanted.push(block.municipalities.iter().map(|at| places.get(*at).copied()).collect::<Option<_>>()?);
    }
    let here: BTreeSet<usize> = places.iter().copied().collect();
    let mut merging = Vec::new();
    let mut free = BTreeSet::new();
    for association in &country.associations {
        let own: BTreeSet<usize> = association.municipalities.iter().copied().collect();
        if own.is_disjoint(&here) {
            continue;
        }
        if !own.is_subset(&here) {
            return None;
        }
        match wanted.iter().position(|set| *set == own) {
            Some(kept) => {
                wanted.remove(kept);
            }
            None => {
                free.extend(own);
                merging.push(association.name.to_string());
            }
        }
    }
    if wanted.iter().flatten().any(|place| !free.contains(place)) {
        return None;
    }
    let mut changes = Vec::new();
    let whole = match merging.as_slice() {
        [] => return Some(Query::default()),
        [only] => only.clone(),
        _ => {
            let name = unused(country, "Nytt förbund");
            let name_of_one = name.clone();
            changes.push(Change::Merge { associations: merging, name: name_of_one, previous: Previous::Sum });
            name
        }
    };
    if wanted.len() > 1 {
        let part = |(at, set): (usize, &BTreeSet<usize>)| {
            let municipalities: Option<Vec<String>> =
                set.iter().map(|place| Some(country.municipalities.get(*place)?.name.to_string())).collect();
            let name = unused(country, &format!("Nytt förbund {}", at.saturating_add(1)));
            Some(Part { name, municipalities: municipalities? })
        };
        let parts: Option<Vec<Part>> = wanted.iter().enumerate().map(part).collect();
        changes.push(Change::Split { association: whole, parts: parts? });
    }
    let texts = changes.iter().filter_map(written);
    Some(texts.fold(Query::default(), |query, text| query.with_step(&text)))
}

/// A name that no association has.
fn unused(country: &Country, name: &str) -> String {
    let taken = |name: &str| country.associations.iter().any(|association| *association.name == *name);
    let mut free = name.to_owned();
    while taken(&free) {
        free.push_str(" (nytt)");
    }
    free
}

#[cfg(test)]
mod tests;
