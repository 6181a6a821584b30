//! The folder `law/` as it was when the crate was built.

use rust_embed::RustEmbed;
use serde::de::DeserializeOwned;

use crate::text;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../law"]
struct Law;

/// The embedded files whose path begins so, with their text.
pub(crate) fn files(begins: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Law::iter()
        .filter(|path| path.starts_with(begins))
        .filter_map(|path| {
            let file = Law::get(&path)?;
            Some((path.into_owned(), String::from_utf8(file.data.into_owned()).ok()?))
        })
        .collect();
    found.sort();
    found
}

/// What a file says; the problem in Swedish when it is not there or cannot be read.
pub(crate) fn toml<T: DeserializeOwned>(path: &str) -> Result<T, String> {
    let (_, text) = files(path).into_iter().next().ok_or_else(|| format!("{path} finns inte"))?;
    text::read(&text).map_err(|error| format!("{path}: {}", error.message()))
}
