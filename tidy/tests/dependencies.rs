//! What others' code we build on: its licences, where it comes from, and that each crate we ask for is used.
#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde::Deserialize;
use tidy::{files, text, top};

/// Licences that may be linked into a program under EUPL-1.2 and given away with it.
const LICENCES: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Where every crate that is not ours comes from.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// What is not linked at all, whoever asks for it, and what does its work here.
const BANNED: &[(&str, &str)] = &[
    ("openssl", "TLS is rustls's"),
    ("openssl-sys", "TLS is rustls's"),
    ("native-tls", "TLS is rustls's"),
    ("libc-print", "nothing prints but the binary"),
    ("diesel", "SQL is written as SQL"),
    ("reqwest", "the product asks nobody over HTTP"),
];

/// What no crate of ours asks for by itself, and what does its work here.
const NOT_OURS: &[(&str, &str)] = &[
    ("chrono", "days and times are jiff's"),
    ("time", "days and times are jiff's"),
    ("lazy_static", "the standard library has LazyLock"),
    ("once_cell", "the standard library has OnceLock and LazyLock"),
    ("rand", "secrets are getrandom's, samples are given"),
    ("anyhow", "errors are types"),
    ("log", "tracing has fields"),
];

/// Crates whose types or resources meet, so that two majors of one would not fit together.
const ONE_OF_EACH: &[&str] = &[
    "axum",
    "axum-core",
    "cedar-policy",
    "http",
    "hyper",
    "jiff",
    "libsqlite3-sys",
    "rustls",
    "serde",
    "serde_json",
    "tokio",
    "tower-http",
    "tracing",
    "typst",
    "uuid",
];

/// Crates that are named only by a macro's own words, and the macro.
const BY_MACRO: &[(&str, &str)] = &[("maud", "html!")];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    workspace_members: BTreeSet<String>,
    workspace_default_members: BTreeSet<String>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
    dependencies: Vec<Asked>,
    manifest_path: String,
    targets: Vec<Target>,
}

/// What is built of a crate.
#[derive(Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
}

/// What a manifest asks for.
#[derive(Deserialize)]
struct Asked {
    name: String,
    rename: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
}

impl Metadata {
    /// As cargo tells it of this machine's platform, without asking anybody.
    fn read() -> Self {
        let platform = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
        let told = Command::new(env!("CARGO"))
            .args([
                "metadata",
                "--format-version",
                "1",
                "--offline",
                "--locked",
                "--filter-platform",
                &platform,
            ])
            .current_dir(top())
            .output()
            .expect("cargo");
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
        serde_json::from_slice(&told.stdout).expect("cargo's metadata")
    }

    /// What is built, of others.
    fn others(&self) -> impl Iterator<Item = &Package> {
        let built: BTreeSet<&str> = self.resolve.nodes.iter().map(|node| node.id.as_str()).collect();
        self.packages
            .iter()
            .filter(move |p| built.contains(p.id.as_str()) && !self.workspace_members.contains(&p.id))
    }

    fn ours(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter().filter(|p| self.workspace_members.contains(&p.id))
    }
}

#[test]
fn every_licence_may_be_passed_on_under_ours() {
    let metadata = Metadata::read();
    for package in metadata.others() {
        let Package { name, version, .. } = package;
        let written =
            package.license.as_deref().unwrap_or_else(|| panic!("{name} {version} names no licence"));
        let licence = spdx::Expression::parse_mode(written, spdx::ParseMode::LAX)
            .unwrap_or_else(|e| panic!("{name} {version}: {written}: {e}"));
        let allowed =
            licence.evaluate(|asked| asked.license.id().is_some_and(|id| LICENCES.contains(&id.name)));
        assert!(allowed, "{name} {version} is under {written}");
    }
}

#[test]
fn everything_comes_from_the_registry() {
    for package in Metadata::read().others() {
        let source = package.source.as_deref().unwrap_or("a folder");
        assert_eq!(source, REGISTRY, "{} {}", package.name, package.version);
    }
}

#[test]
fn nothing_banned_is_built_and_nothing_set_aside_is_asked_for() {
    let metadata = Metadata::read();
    for package in metadata.others() {
        let banned = BANNED.iter().find(|(name, _)| package.name == *name);
        assert!(banned.is_none(), "{}: {}", package.name, banned.unwrap().1);
    }
    for package in metadata.ours() {
        for asked in &package.dependencies {
            let set_aside = NOT_OURS.iter().find(|(name, _)| asked.name == *name);
            assert!(
                set_aside.is_none(),
                "{} asks for {}: {}",
                package.name,
                asked.name,
                set_aside.unwrap().1
            );
        }
    }
}

#[test]
fn what_meets_is_there_once() {
    let metadata = Metadata::read();
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in metadata.others().filter(|p| ONE_OF_EACH.contains(&p.name.as_str())) {
        versions.entry(&package.name).or_default().insert(&package.version);
    }
    let more: Vec<_> = versions.iter().filter(|(_, versions)| versions.len() > 1).collect();
    assert!(more.is_empty(), "there are several of {more:?}");
    let gone: Vec<_> = ONE_OF_EACH.iter().filter(|name| !versions.contains_key(**name)).collect();
    assert!(gone.is_empty(), "no longer built, so take them off the list: {gone:?}");
}

#[test]
fn every_crate_that_is_asked_for_is_used() {
    for package in Metadata::read().ours() {
        let folder = package.manifest_path.trim_end_matches("/Cargo.toml");
        let folder = folder.strip_prefix(&*top().to_string_lossy()).unwrap_or(folder).trim_start_matches('/');
        let sources = files(folder, &[".rs"]);
        for asked in &package.dependencies {
            let name = asked.rename.as_ref().unwrap_or(&asked.name).replace('-', "_");
            let by_macro = BY_MACRO.iter().find(|(by, _)| *by == asked.name).map(|(_, called)| *called);
            let is_used = sources.iter().any(|file| {
                names_crate(&file.text, &name) || by_macro.is_some_and(|called| file.text.contains(called))
            });
            assert!(is_used, "{} asks for {} and never names it", package.name, asked.name);
        }
    }
}

/// Whether a source names a crate: as a whole word before `::`, or imported whole.
fn names_crate(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = &text[at + name.len()..];
        let whole = !before.is_some_and(|c| c.is_alphanumeric() || c == '_');
        whole && (after.starts_with("::") || after.starts_with(';') || after.starts_with(" as "))
    })
}

#[test]
fn no_compiler_is_named_that_a_machine_would_have_to_fetch() {
    let asked: toml::Table = toml::from_str(&text("rust-toolchain.toml")).expect("rust-toolchain.toml");
    assert!(
        !asked["toolchain"].as_table().expect("a table").contains_key("channel"),
        "docs/design.md says why"
    );
}

#[test]
fn there_is_one_thing_that_cargo_run_can_mean() {
    let told = Metadata::read();
    let meant = told.packages.iter().filter(|p| told.workspace_default_members.contains(&p.id));
    let programs: Vec<&str> = meant
        .flat_map(|package| &package.targets)
        .filter(|target| target.kind.iter().any(|kind| kind == "bin"))
        .map(|target| target.name.as_str())
        .collect();
    assert_eq!(programs, ["samordna"], "the README says `cargo run --release -- demo`");
}
