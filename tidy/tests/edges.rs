//! Which crate may know which, and which kinds of code live in one place only.
#![cfg(test)]

use std::collections::BTreeMap;

use serde::Deserialize;
use tidy::names::Name;
use tidy::tree::{Tree, trees};
use tidy::{File, files, text};

/// What each crate may depend on, of ours. The same table stands in ARCHITECTURE.md.
const MAY: &[(&str, &[&str])] = &[
    ("swedish", &[]),
    ("statute", &["swedish"]),
    ("allocation", &["swedish"]),
    ("exchange", &["allocation", "swedish"]),
    ("domain", &["access", "allocation", "papers", "statute", "swedish"]),
    ("journal", &[]),
    ("directory", &["swedish"]),
    ("papers", &["swedish"]),
    ("documents", &["papers", "swedish"]),
    ("access", &[]),
    ("engine", &["domain", "journal", "statute"]),
    ("errands", &["directory", "domain", "engine"]),
    ("search", &["domain", "engine", "swedish"]),
    ("kit", &["domain", "statute", "swedish"]),
    (
        "desk",
        &["access", "directory", "documents", "domain", "engine", "exchange", "kit", "search", "swedish"],
    ),
    ("api", &["access", "allocation", "desk", "directory", "domain", "engine", "statute"]),
    ("web", &["api", "desk"]),
    (
        "samordna",
        &[
            "access",
            "allocation",
            "desk",
            "directory",
            "documents",
            "domain",
            "engine",
            "errands",
            "exchange",
            "journal",
            "kit",
            "papers",
            "search",
            "statute",
            "swedish",
            "web",
        ],
    ),
    ("testkit", &[]),
    ("gallery", &["domain", "kit", "statute", "web"]),
    ("town", &["desk", "directory", "domain", "engine", "journal", "kit", "search", "web"]),
];

/// What any wing may depend on, of ours: never another wing. The same row stands in ARCHITECTURE.md.
const A_WING_MAY: &[&str] = &[
    "access",
    "allocation",
    "desk",
    "directory",
    "documents",
    "domain",
    "engine",
    "exchange",
    "kit",
    "papers",
    "statute",
    "swedish",
];
/// Who may depend on the wings: those that fold them. The binary is none of them: it knows `web`.
const OVER_THE_WINGS: &[&str] = &["gallery", "web"];

#[derive(Deserialize)]
struct Manifest {
    #[serde(default)]
    dependencies: BTreeMap<String, toml::Value>,
    #[serde(default, rename = "dev-dependencies")]
    dev_dependencies: BTreeMap<String, toml::Value>,
}

fn manifest(file: &File) -> Manifest {
    toml::from_str(&file.text).expect("a manifest")
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
        let manifest = manifest(&file);
        let may = MAY
            .iter()
            .find(|(known, _)| *known == name)
            .unwrap_or_else(|| panic!("{name} is not in the table"))
            .1;
        for dependency in manifest.dependencies.keys().filter(|d| ours.contains(&d.as_str())) {
            assert!(may.contains(&dependency.as_str()), "{name} may not depend on {dependency}");
        }
        let on_wings = manifest.dependencies.keys().any(|d| d.starts_with("wing-"));
        assert!(!on_wings || OVER_THE_WINGS.contains(&name), "{name} may not depend on a wing");
    }
}

#[test]
fn no_wing_imports_another() {
    let ours: Vec<&str> = MAY.iter().map(|(name, _)| *name).collect();
    let wings = files("wings", &["Cargo.toml"]);
    assert!(!wings.is_empty());
    for file in &wings {
        let manifest = manifest(file);
        for dependency in manifest.dependencies.keys().chain(manifest.dev_dependencies.keys()) {
            assert!(!dependency.starts_with("wing-"), "{} may not depend on {dependency}", file.path);
        }
        for dependency in manifest.dependencies.keys().filter(|d| ours.contains(&d.as_str())) {
            assert!(
                A_WING_MAY.contains(&dependency.as_str()),
                "{} may not depend on {dependency}",
                file.path
            );
        }
    }
}

/// What the pages of a wing do without: they are functions of what a reader may see.
const NOT_ON_A_PAGE: &[&str] =
    &["axum", "desk", "directory", "documents", "engine", "exchange", "tokio", "crate::desk"];

#[test]
fn the_pages_of_a_wing_know_no_http() {
    let mut astray = Vec::new();
    for tree in trees().iter().filter(|tree| tree.modules[0].file.starts_with("wings/")) {
        let pages = tree.modules.iter().enumerate().filter(|(_, module)| {
            module.file.contains("/src/pages/") || module.file.ends_with("/src/pages.rs")
        });
        for (m, module) in pages {
            let names = module.items.iter().flat_map(|item| &item.names).map(|name| tree.spelt_out(m, name));
            let names = names.chain(module.imported().cloned());
            // A function of one's own may be called like a crate; nothing of a crate's is named without a path.
            let names: Vec<Name> = names.filter(|name| name.len() > 1).collect();
            let found = NOT_ON_A_PAGE.iter().find(|banned| names.iter().any(|name| stands_in(banned, name)));
            astray.extend(found.map(|found| format!("{}: `{found}`", module.file)));
        }
    }
    assert!(astray.is_empty(), "{astray:#?}");
}

#[test]
fn the_architecture_names_the_same_edges() {
    let document = text("ARCHITECTURE.md");
    for (name, may) in MAY.iter().chain([&("wings", A_WING_MAY)]) {
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

/// Names that may be written only in certain places, and why. Tests write what they like.
struct Home {
    /// Each as it is spelt out, from the crate or from any later part of it on.
    names: &'static [&'static str],
    homes: &'static [&'static str],
    why: &'static str,
}

const HOMES: &[Home] = &[
    Home {
        names: &[
            "Timestamp::now",
            "Zoned::now",
            "SystemTime::now",
            "Utc::now",
            "Local::now",
            "TimeZone::system",
        ],
        homes: &["crates/samordna/src/clock.rs"],
        why: "the time is an argument; only the binary has a clock",
    },
    Home {
        names: &["Instant::now"],
        homes: &[
            "crates/samordna/",
            "crates/journal/src/bench.rs",
            "crates/journal/src/postgres/writer.rs",
            "crates/journal/src/probe.rs",
            "crates/documents/src/bench.rs",
        ],
        why: "only what measures, or waits for a machine to answer, holds a stop watch",
    },
    Home {
        names: &["Uuid::now_v7", "Uuid::new_v4", "Uuid::now_v1", "Uuid::now_v6"],
        homes: &["crates/api/", "crates/desk/", "crates/samordna/", "crates/town/", "wings/"],
        why: "ids are given at the edge, so that a decision replays the same",
    },
    Home {
        names: &["getrandom", "rand", "rand_core", "fastrand", "OsRng", "SysRng", "RandomState"],
        homes: &["crates/directory/"],
        why: "secrets are made in the directory, and nothing else is left to chance",
    },
    Home {
        names: &["std::env::var", "std::env::vars", "std::env::var_os", "std::env::vars_os", "env::set_var"],
        homes: &[],
        why: "the binary takes its environment through its arguments",
    },
    Home {
        names: &["println!", "print!", "eprintln!", "eprint!", "dbg!"],
        homes: &[],
        why: "the binary speaks through `say`, the rest does not speak",
    },
    Home {
        names: &["rusqlite", "sqlx"],
        homes: &["crates/journal/", "crates/directory/"],
        why: "SQL lives with the stores",
    },
    Home {
        names: &["axum"],
        homes: &["crates/api/", "crates/desk/", "crates/town/", "wings/"],
        why: "only the desks and the API know HTTP",
    },
    Home { names: &["cedar_policy"], homes: &["crates/access/"], why: "only `access` knows Cedar" },
    Home { names: &["typst"], homes: &["crates/documents/"], why: "only `documents` knows Typst" },
    Home {
        names: &["maud"],
        homes: &["crates/kit/", "crates/gallery/", "wings/"],
        why: "markup is made by the kit and the wings",
    },
    Home {
        names: &["directory::Operator"],
        homes: &["crates/samordna/"],
        why: "only the binary is whoever runs the installation",
    },
];

#[test]
fn each_kind_of_code_has_its_home() {
    let mut astray = Vec::new();
    for tree in trees() {
        for (m, module) in tree.modules.iter().enumerate() {
            let used = module.items.iter().flat_map(|item| &item.names).map(|name| tree.spelt_out(m, name));
            let written: Vec<Name> = used.chain(module.imported().cloned()).collect();
            for home in HOMES {
                let at_home = home.homes.iter().any(|h| module.file.starts_with(h));
                let found = home.names.iter().find(|name| written.iter().any(|w| stands_in(name, w)));
                if let (false, Some(found)) = (at_home, found) {
                    astray.push(format!("{}: `{found}`: {}", module.file, home.why));
                }
            }
        }
    }
    assert!(astray.is_empty(), "{astray:#?}");
}

/// Whether a name has these parts: from its beginning when it is one part, anywhere when it is several.
fn stands_in(parts: &str, name: &[String]) -> bool {
    let parts: Vec<&str> = parts.split("::").collect();
    match parts.as_slice() {
        [one] => name.first().is_some_and(|first| first == one),
        several => name.windows(several.len()).any(|window| window == several),
    }
}

#[test]
fn a_name_is_known_under_any_other_it_is_imported_by() {
    let code = "use jiff::{Timestamp as Moment, Zoned}; fn f() { Moment::now(); say!(Zoned::now()); }";
    let tree = Tree::of(code);
    let names: Vec<Name> = tree.modules[0].items[0].names.iter().map(|n| tree.spelt_out(0, n)).collect();
    assert!(names.iter().any(|name| stands_in("Timestamp::now", name)));
    assert!(names.iter().any(|name| stands_in("jiff::Zoned::now", name)));
    assert!(!names.iter().any(|name| stands_in("now", name)), "a part is not a beginning");
}

#[test]
fn what_follows_the_tests_in_a_file_is_read_too() {
    let tree = Tree::of("#[cfg(test)] mod tests { fn t() { a::now(); } } fn f() { b::now(); }");
    let names: Vec<&Name> = tree.modules.iter().flat_map(|m| &m.items).flat_map(|i| &i.names).collect();
    assert!(names.iter().any(|name| stands_in("b::now", name)));
    assert!(!names.iter().any(|name| stands_in("a::now", name)));
}

/// What the core does without: it is asked, and answers.
const NOT_IN_THE_CORE: &[&str] =
    &["async", "tokio", "std::fs", "std::net", "std::process", "getrandom", "rand"];

#[test]
fn the_core_knows_no_async_and_no_io() {
    let core = [
        "crates/domain/src/",
        "crates/allocation/src/",
        "crates/statute/src/",
        "crates/papers/src/",
        "crates/swedish/src/",
    ];
    for tree in trees().iter().filter(|tree| core.iter().any(|c| tree.modules[0].file.starts_with(c))) {
        for (m, module) in tree.modules.iter().enumerate() {
            let names = module.items.iter().flat_map(|item| &item.names).map(|name| tree.spelt_out(m, name));
            let names: Vec<Name> = names.chain(module.imported().cloned()).collect();
            let found =
                NOT_IN_THE_CORE.iter().find(|banned| names.iter().any(|name| stands_in(banned, name)));
            assert!(found.is_none(), "{}: `{}` does not belong in the core", module.file, found.unwrap());
        }
    }
}
