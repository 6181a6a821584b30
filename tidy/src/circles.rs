//! Files of one crate that rest on each other in a circle.
//!
//! File A rests on file B when something in A, tests apart, names something that stands in B. Declaring a module, importing
//! from it and passing on what it declares are no such thing: a name is followed to where it stands.
//!
//! A module's own file counts as two storeys, since that is how one writes it: what its parts stand on (types, small
//! helpers), and what stands on its parts (the functions that put them to use). A part may use the one, and the other may use
//! the part; it is a circle only when a part uses something that itself, in the end, uses a part.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::tarjan_scc;
use petgraph::prelude::DiGraphMap;

use crate::tree::{Place, Tree};

/// A file, or one storey of it: whether it stands on the file's parts.
type Storey<'a> = (&'a str, bool);

/// The circles of a crate, each with its files in order.
pub fn circles(tree: &Tree) -> Vec<Vec<String>> {
    let graph = graph(tree);
    let mut found: Vec<Vec<String>> = tarjan_scc(&graph)
        .into_iter()
        .filter(|ring| ring.len() > 1)
        .map(|ring| ring.into_iter().map(|(file, _)| file.to_owned()).collect::<BTreeSet<_>>())
        .map(|files| files.into_iter().collect())
        .collect();
    found.sort();
    found
}

/// An item by its module and its place among that module's.
type At = (usize, usize);

fn graph(tree: &Tree) -> DiGraphMap<Storey<'_>, ()> {
    let rests_on = rests_on(tree);
    let on_parts = on_parts(tree, &rests_on);
    let storey = |at: At| (tree.modules[at.0].file.as_str(), on_parts.contains(&at));
    let mut graph = DiGraphMap::new();
    for (at, targets) in &rests_on {
        for target in targets {
            let (from, to) = (storey(*at), storey(*target));
            if from != to {
                graph.add_edge(from, to, ());
            }
        }
    }
    graph
}

/// What each item names, of the same crate.
fn rests_on(tree: &Tree) -> BTreeMap<At, BTreeSet<At>> {
    let mut found: BTreeMap<At, BTreeSet<At>> = BTreeMap::new();
    for (m, module) in tree.modules.iter().enumerate() {
        for (i, item) in module.items.iter().enumerate() {
            let named =
                item.names.iter().filter_map(|name| tree.resolve(m, name)).flat_map(|place| at(tree, &place));
            let own = (m, i);
            found.entry(own).or_default().extend(named.filter(|target| *target != own));
        }
    }
    found
}

/// Everything that stands under one name: a type and its `impl`s.
fn at(tree: &Tree, place: &Place) -> Vec<At> {
    let Some(name) = &place.item else { return Vec::new() };
    let items = tree.modules[place.module].items.iter().enumerate();
    items.filter(|(_, item)| item.name.as_ref() == Some(name)).map(|(i, _)| (place.module, i)).collect()
}

/// The items that, directly or through others of their own file, rest on a file below theirs.
fn on_parts(tree: &Tree, rests_on: &BTreeMap<At, BTreeSet<At>>) -> BTreeSet<At> {
    let file = |at: &At| tree.modules[at.0].file.as_str();
    let mut found: BTreeSet<At> = BTreeSet::new();
    loop {
        let more: Vec<At> = rests_on
            .iter()
            .filter(|(at, _)| !found.contains(at))
            .filter(|(at, targets)| {
                targets.iter().any(|to| {
                    if file(to) == file(at) { found.contains(to) } else { is_below(tree, to.0, at.0) }
                })
            })
            .map(|(at, _)| *at)
            .collect();
        if more.is_empty() {
            return found;
        }
        found.extend(more);
    }
}

/// Whether a module's file is that of a module below another's.
fn is_below(tree: &Tree, module: usize, above: usize) -> bool {
    let file = &tree.modules[above].file;
    let mut at = tree.modules[module].parent;
    while let Some(parent) = at {
        if tree.modules[parent].file == *file {
            return true;
        }
        at = tree.modules[parent].parent;
    }
    false
}
