//! Which crate may know which, and which kinds of code live in one place only.
#![cfg(test)]

use std::collections::BTreeMap;

use serde::Deserialize;
use tidy::{files, text};

/// What each crate may depend on, of ours. The same table stands in ARCHITECTURE.md.
const MAY: &[(&str, &[&str])] = &[
    ("statute", &[]),
    ("allocation", &[]),
    ("exchange", &["allocation"]),
    ("domain", &["access", "allocation", "statute"]),
    ("journal", &[]),
    ("directory", &[]),
    ("papers", &["allocation", "domain", "statute"]),
    ("documents", &["papers"]),
    ("access", &[]),
    ("engine", &["domain", "journal", "statute"]),
    ("pages", &["allocation", "domain", "papers", "statute"]),
    (
        "web",
        &[
            "access",
            "allocation",
            "directory",
            "documents",
            "domain",
            "engine",
            "exchange",
            "pages",
            "papers",
            "statute",
        ],
    ),
    (
        "samordna",
        &[
            "access",
            "allocation",
            "directory",
            "documents",
            "domain",
            "engine",
            "exchange",
            "journal",
            "pages",
            "papers",
            "statute",
            "web",
        ],
    ),
    ("testkit", &[]),
];

#[derive(Deserialize)]
struct Manifest {
    #[serde(default)]
    dependencies: BTreeMap<String, toml::Value>,
}

#[test]
fn crates_depend_only_upwards() {
    let ours: Vec<&str> = MAY.iter().map(|(name, _)| *name).collect();
    for file in files("crates", &["Cargo.toml"]) {
        let Some(name) = file.path.strip_prefix("crates/").and_then(|p| p.strip_suffix("/Cargo.toml")) else {
            continue;
        };
        if name.contains('/') {
            continue;
        }
        let manifest: Manifest = toml::from_str(&file.text).expect("a manifest");
        let may = MAY
            .iter()
            .find(|(known, _)| *known == name)
            .unwrap_or_else(|| panic!("{name} is not in the table"))
            .1;
        for dependency in manifest.dependencies.keys().filter(|d| ours.contains(&d.as_str())) {
            assert!(may.contains(&dependency.as_str()), "{name} may not depend on {dependency}");
        }
    }
}

#[test]
fn the_architecture_names_the_same_edges() {
    let document = text("ARCHITECTURE.md");
    for (name, may) in MAY {
        let row = document.lines().find(|l| l.starts_with(&format!("| `{name}` |")));
        let row = row.unwrap_or_else(|| panic!("ARCHITECTURE.md has no row for {name}"));
        for dependency in *may {
            assert!(
                row.contains(&format!("`{dependency}`")),
                "ARCHITECTURE.md: {name} → {dependency} is missing"
            );
        }
    }
}

/// A text that may stand only in certain places, and why.
struct Home {
    text: &'static str,
    homes: &'static [&'static str],
    why: &'static str,
}

const HOMES: &[Home] = &[
    Home {
        text: "Timestamp::now(",
        homes: &[
            "crates/samordna/src/clock.rs",
            "crates/samordna/src/bench",
            "crates/samordna/src/commands/bench",
        ],
        why: "the time is an argument; only the binary has a clock",
    },
    Home { text: "SystemTime::now", homes: &[], why: "the time is an argument; only the binary has a clock" },
    Home { text: "std::env::var", homes: &[], why: "the binary takes its environment through its arguments" },
    Home { text: "println!", homes: &[], why: "the binary speaks through `say`, the rest does not speak" },
    Home {
        text: "rusqlite::",
        homes: &["crates/journal/", "crates/directory/"],
        why: "SQL lives with the stores",
    },
    Home {
        text: "sqlx::",
        homes: &["crates/journal/", "crates/directory/"],
        why: "SQL lives with the stores",
    },
    Home { text: "axum::", homes: &["crates/web/"], why: "only `web` knows HTTP" },
    Home { text: "cedar_policy::", homes: &["crates/access/"], why: "only `access` knows Cedar" },
    Home { text: "typst::", homes: &["crates/documents/"], why: "only `documents` knows Typst" },
    Home { text: "maud::", homes: &["crates/pages/", "crates/web/"], why: "markup is made by `pages`" },
];

#[test]
fn each_kind_of_code_has_its_home() {
    for file in files("crates", &[".rs"]).iter().filter(|f| f.path.contains("/src/")) {
        for home in HOMES {
            let at_home = home.homes.iter().any(|h| file.path.starts_with(h));
            let code = file.text.lines().filter(|l| !l.trim_start().starts_with("//"));
            // What stands after the tests begin is a test's business.
            let found = code.take_while(|l| !l.contains("mod tests")).any(|l| l.contains(home.text));
            assert!(at_home || !found, "{}: `{}`: {}", file.path, home.text, home.why);
        }
    }
}

#[test]
fn the_core_knows_no_async_and_no_io() {
    for file in files("crates", &[".rs"]) {
        let core =
            ["crates/domain/src/", "crates/allocation/src/", "crates/statute/src/", "crates/papers/src/"];
        if core.iter().any(|c| file.path.starts_with(c)) {
            for banned in ["async fn", ".await", "tokio::", "std::fs::", "std::net::", "getrandom", "rand::"]
            {
                assert!(!file.text.contains(banned), "{}: `{banned}` does not belong in the core", file.path);
            }
        }
    }
}
