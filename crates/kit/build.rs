//! Folds the texts of the kit and of every wing into one list, so that a wing's words stand with the wing.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let wings = here.join("../../wings");
    // A new wing is named there; the folder of all wings would be changed by every change of a page.
    println!("cargo::rerun-if-changed={}", here.join("../../Cargo.toml").display());
    let mut folders = vec![here.join("text")];
    for wing in fs::read_dir(&wings).into_iter().flatten() {
        folders.push(wing?.path().join("text"));
    }
    let mut areas = BTreeMap::new();
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        println!("cargo::rerun-if-changed={}", folder.display());
        for file in fs::read_dir(folder.join("sv"))? {
            let path = file?.path();
            if let Some(area) = path.file_stem().and_then(|stem| stem.to_str()) {
                // By their paths: two wings may call a file the same.
                areas.insert(path.canonicalize()?, (area.to_owned(), english(folder, area)?));
            }
        }
    }
    let mut list = String::from("const AREAS: &[(&str, &str, &str)] = &[\n");
    for (sv, (area, en)) in areas {
        let _ = writeln!(list, "    ({area:?}, include_str!({sv:?}), include_str!({en:?})),");
    }
    list.push_str("];\n");
    fs::write(Path::new(&env::var_os("OUT_DIR").unwrap_or_default()).join("areas.rs"), list)
}

/// The same area in English: without it, the build stops here and names the file.
fn english(folder: &Path, area: &str) -> io::Result<PathBuf> {
    let path = folder.join("en").join(format!("{area}.ftl"));
    path.canonicalize().map_err(|why| io::Error::new(why.kind(), format!("{}: {why}", path.display())))
}
