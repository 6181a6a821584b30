//! What every file must have, and what none may have.
#![cfg(test)]

use tidy::{files, text, top};

#[test]
fn every_file_says_what_it_is() {
    let silent: Vec<_> =
        files("", &[".rs"]).into_iter().filter(|f| !f.text.starts_with("//!")).map(|f| f.path).collect();
    assert!(silent.is_empty(), "no `//!` on the first line of: {silent:#?}");
}

#[test]
fn no_test_is_set_aside_and_nothing_is_left_unsaid() {
    // Written in two parts, so that this file does not find itself.
    let banned = [
        ["#[ign", "ore"],
        ["#[should_", "panic"],
        ["to", "do!("],
        ["unimple", "mented!("],
        ["FIX", "ME"],
        ["TO", "DO"],
    ];
    for file in files("", &[".rs", ".typ", ".css", ".js", ".mjs", ".ftl", ".md", ".sh"]) {
        for parts in banned {
            let word = parts.concat();
            assert!(!file.text.contains(&word), "{}: {word}", file.path);
        }
    }
}

#[test]
fn every_dependency_says_what_it_is_for() {
    let manifest: toml::Table = toml::from_str(&text("Cargo.toml")).expect("the workspace's manifest");
    let dependencies = manifest["workspace"]["dependencies"].as_table().expect("its dependencies");
    let said = text("docs/dependencies.md");
    let silent: Vec<_> = dependencies
        .iter()
        .filter(|(_, value)| value.get("path").is_none())
        .map(|(name, _)| name)
        .filter(|name| !said.contains(&format!("| {name} |")))
        .collect();
    assert!(silent.is_empty(), "docs/dependencies.md has no row for: {silent:?}");
}

#[test]
fn no_dependency_and_no_row_about_one_is_left_over() {
    let manifest: toml::Table = toml::from_str(&text("Cargo.toml")).expect("the workspace's manifest");
    let dependencies = manifest["workspace"]["dependencies"].as_table().expect("its dependencies");
    let manifests: Vec<_> =
        files("", &["Cargo.toml"]).into_iter().filter(|f| f.path != "Cargo.toml").collect();
    let asked_for = |name: &str| {
        let lines = [format!("{name}.workspace = true"), format!("{name} = {{ workspace = true")];
        manifests
            .iter()
            .any(|f| f.text.lines().any(|l| lines.iter().any(|line| l.starts_with(line.as_str()))))
    };
    let unused: Vec<_> = dependencies.keys().filter(|name| !asked_for(name)).collect();
    assert!(unused.is_empty(), "no crate asks for: {unused:?}");
    let said = text("docs/dependencies.md");
    let rows = said.lines().filter_map(|l| l.strip_prefix("| ")?.split_once(" |")).map(|(name, _)| name);
    let stale: Vec<_> =
        rows.filter(|name| !["crate", "---"].contains(name) && !dependencies.contains_key(*name)).collect();
    assert!(stale.is_empty(), "docs/dependencies.md has rows for: {stale:?}");
}

#[test]
fn paths_named_in_the_documents_exist() {
    let paths: Vec<String> = files("", &[""]).into_iter().map(|file| file.path).collect();
    let documents = files("", &[".md"]);
    let documents = documents
        .iter()
        .filter(|f| !f.path.contains('/') || f.path.starts_with("docs/") || f.path == "law/README.md");
    let mut missing = Vec::new();
    for document in documents {
        for named in document.text.split('`').skip(1).step_by(2) {
            let path = named.trim_end_matches('/');
            if path.contains([' ', '{', '*', ':', '<', '§', '|', '=', '\n', '…'])
                || path.starts_with(['/', '.', '~'])
            {
                continue;
            }
            let ours = ["crates/", "wings/", "law/", "docs/", "bin/", "tidy/", "data/", "test/", ".ci/"];
            let is_file = [".rs", ".toml", ".md", ".sh", ".mjs", ".ftl", ".cedar", ".css", ".typ"];
            // A file may be named by the end of its path, as one says it: `meeting/plan.rs`.
            let below = format!("/{path}");
            let is_there = top().join(path).exists() || paths.iter().any(|p| p.ends_with(&below));
            if (ours.iter().any(|p| path.starts_with(p)) || is_file.iter().any(|end| path.ends_with(end)))
                && !is_there
            {
                missing.push(format!("{}: {named}", document.path));
            }
        }
    }
    assert!(missing.is_empty(), "named but not there: {missing:#?}");
}

/// How long files may be: half of them, nine of ten, and any.
const HALF: usize = 125;
const NINE_OF_TEN: usize = 300;
const ANY: usize = 600;

#[test]
fn most_files_are_short_and_none_is_long() {
    let mut long: Vec<(usize, String)> = files("", &[".rs", ".css", ".typ", ".js", ".mjs", ".sh"])
        .into_iter()
        .map(|f| (f.text.lines().count(), f.path))
        .collect();
    long.sort();
    let at = |tenths: usize| long[long.len() * tenths / 10].0;
    println!("half under {}, nine of ten under {}; the longest:", at(5), at(9));
    for (lines, path) in long.iter().rev().take(10) {
        println!("{lines:>5} {path}");
    }
    let (lines, path) = long.last().expect("there are files");
    assert!(*lines <= ANY, "{path} has {lines} lines: split it by decision");
    assert!(at(9) <= NINE_OF_TEN, "nine of ten files reach to {} lines", at(9));
    assert!(at(5) <= HALF, "half of the files reach to {} lines", at(5));
}
