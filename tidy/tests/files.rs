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
    let mut missing = Vec::new();
    for document in ["ARCHITECTURE.md", "README.md", "STYLE.md", "law/README.md"] {
        for named in text(document).split('`').skip(1).step_by(2) {
            let path = named.trim_end_matches('/');
            let looks_like_one =
                path.contains('/') && !path.contains([' ', '{', '*', ':', '<', '§', '|', '=']);
            let ours = ["crates/", "law/", "docs/", "bin/", "tidy/", "data/", "test/", ".ci/"]
                .iter()
                .any(|p| path.starts_with(p));
            if looks_like_one && ours && !top().join(path).exists() {
                missing.push(format!("{document}: {named}"));
            }
        }
    }
    assert!(missing.is_empty(), "named but not there: {missing:#?}");
}

#[test]
fn the_ten_longest_files_are_known() {
    let mut long: Vec<_> = files("", &[".rs", ".css", ".typ", ".js"])
        .iter()
        .map(|f| (f.text.lines().count(), f.path.clone()))
        .collect();
    long.sort_by(|a, b| b.cmp(a));
    for (lines, path) in long.iter().take(10) {
        println!("{lines:>5} {path}");
    }
    let (lines, path) = long.first().expect("there are files");
    assert!(*lines <= 800, "{path} has {lines} lines: split it by decision");
}
