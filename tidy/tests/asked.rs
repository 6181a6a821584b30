//! What is declared is also asked for: rules, actions, texts.
#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use tidy::tree::{Tree, trees};
use tidy::{code, files, text};

#[derive(Deserialize)]
struct Rules {
    rule: Vec<Rule>,
}

#[derive(Deserialize)]
struct Rule {
    id: String,
    awaits: Option<String>,
}

/// The last part of every name that is written in these crates, tests apart.
fn written<'a>(trees: impl Iterator<Item = &'a Tree>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for tree in trees {
        for (m, module) in tree.modules.iter().enumerate() {
            let names = module.items.iter().flat_map(|item| &item.names);
            found.extend(names.filter_map(|name| tree.spelt_out(m, name).pop()));
        }
    }
    found
}

fn is_of(tree: &Tree, name: &str) -> bool {
    tree.modules[0].file.starts_with(&format!("crates/{name}/"))
}

/// The struct that judges each rule.
fn judges() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for file in files("crates/statute/src/rules", &[".rs"]) {
        for part in file.text.split("impl Judge for ").skip(1) {
            let (judge, rest) = part.split_once(' ').expect("a name");
            let id = rest.split("const RULE: &'static str = \"").nth(1).and_then(|r| r.split('"').next());
            found.insert(id.expect("the rule's id").to_owned(), judge.to_owned());
        }
    }
    found
}

#[test]
fn every_rule_is_asked_or_says_what_it_awaits() {
    let trees = trees();
    let mut asked = written(trees.iter().filter(|tree| !is_of(tree, "statute")));
    // A rule may ask another along with itself.
    let rules = trees.iter().filter(|tree| is_of(tree, "statute")).flat_map(|tree| &tree.modules);
    for item in rules.filter(|m| m.file.contains("/src/rules/")).flat_map(|m| &m.items) {
        if item.name.as_ref().is_some_and(|name| asked.contains(name)) {
            asked.extend(item.names.iter().filter_map(|name| name.last().cloned()));
        }
    }
    let judges = judges();
    let Rules { rule } = toml::from_str(&text("law/rules.toml")).expect("law/rules.toml");
    for Rule { id, awaits } in rule {
        let judge = judges.get(&id).unwrap_or_else(|| panic!("nothing judges {id}"));
        let is_asked = asked.contains(judge);
        assert!(
            is_asked || awaits.is_some(),
            "nothing asks {id}: ask it, or write in law/rules.toml what it awaits"
        );
        assert!(!is_asked || awaits.is_none(), "{id} is asked, so it awaits nothing");
    }
}

#[test]
fn every_action_guards_something() {
    let trees = trees();
    let actions = text("crates/access/src/action.rs");
    let actions = actions.lines().filter_map(|line| line.trim().split_once(" = \"")).map(|(name, _)| name);
    let mut guarded = BTreeSet::new();
    for tree in trees.iter().filter(|tree| !is_of(tree, "access")) {
        for (m, module) in tree.modules.iter().enumerate() {
            for item in &module.items {
                // In a table of routes, an action stands by its bare name.
                let is_table = item.names.iter().any(|name| *name == ["routes!"]);
                let names = item.names.iter().map(|name| tree.spelt_out(m, name));
                let actions =
                    names.filter(|n| n.iter().any(|part| part == "Action") || is_table && n.len() == 1);
                guarded.extend(actions.filter_map(|mut name| name.pop()));
            }
        }
    }
    let idle: Vec<_> = actions.filter(|action| !guarded.contains(*action)).collect();
    assert!(idle.is_empty(), "actions that guard nothing: {idle:?}");
}

#[test]
fn every_text_is_shown_somewhere() {
    let sources = code(&[".rs"]);
    let literals: BTreeSet<&str> =
        sources.iter().flat_map(|file| file.text.split('"')).filter(|word| !word.contains(' ')).collect();
    let texts = code(&[".ftl"]);
    assert!(!texts.is_empty());
    let by_a_text = |key: &str| {
        texts.iter().any(|file| {
            file.text.contains(&format!("{{ {key} }}")) || file.text.contains(&format!("{{{key}}}"))
        })
    };
    // The words of the application go by the names of its form.
    let form = text("crates/domain/src/initiative/form.rs");
    let asked: BTreeSet<&str> = form.split(|c: char| !c.is_ascii_lowercase() && c != '_').collect();
    let of_the_form = |key: &str| {
        key.strip_prefix("application-").is_some_and(|name| {
            let name = name.strip_suffix("-hint").unwrap_or(name);
            let name = ["part-", "asf-"].iter().find_map(|of| name.strip_prefix(of)).unwrap_or(name);
            let name = name.strip_prefix("orientation-").map_or(name, |_| "orientation");
            asked.contains(name.replace('-', "_").as_str())
        })
    };
    let mut idle = BTreeSet::new();
    for file in &texts {
        for (key, _) in file.text.lines().filter_map(|line| line.split_once(" =")) {
            if key.starts_with(|c: char| c.is_ascii_lowercase())
                && !literals.contains(key)
                && !by_a_text(key)
                && !of_the_form(key)
            {
                idle.insert((key, &file.path));
            }
        }
    }
    assert!(idle.is_empty(), "texts that nothing shows: {idle:#?}");
}

/// The keys of a folder's texts.
fn keys(folder: &str) -> BTreeSet<String> {
    let texts = files(folder, &[".ftl"]);
    let lines = texts.iter().flat_map(|file| file.text.lines()).filter_map(|line| line.split_once(" ="));
    lines.map(|(key, _)| key.to_owned()).filter(|k| k.starts_with(|c: char| c.is_ascii_lowercase())).collect()
}

#[test]
fn a_wing_says_its_own_words_and_the_kits() {
    let kit = keys("crates/kit");
    let mut strange = BTreeSet::new();
    for file in files("wings", &[".rs"]) {
        let wing = file.path.split('/').take(2).collect::<Vec<_>>().join("/");
        let own = keys(&wing);
        for call in [".t(\"", ".ta(\""] {
            for key in file.text.split(call).skip(1).filter_map(|rest| rest.split('"').next()) {
                if !own.contains(key) && !kit.contains(key) {
                    strange.insert(format!("{}: {key}", file.path));
                }
            }
        }
    }
    assert!(strange.is_empty(), "words of another wing: {strange:#?}");
}
