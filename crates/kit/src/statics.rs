//! Files that are sent as they are, each at an address that changes with its content; those here are every page's own.

use std::sync::LazyLock;

/// A file that is sent as it is.
#[derive(Clone, Copy, Debug)]
pub struct Static {
    /// Its name before its hash.
    stem: &'static str,
    /// Its ending.
    ending: &'static str,
    /// Its bytes.
    pub bytes: &'static [u8],
}

impl Static {
    /// Its name with its hash: `samordna-0123456789abcdef.css`.
    pub fn name(&self) -> String {
        format!("{}-{:016x}.{}", self.stem, hash(self.bytes), self.ending)
    }
}

/// FNV-1a: enough to tell one version from another, and needs nothing.
fn hash(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

impl Static {
    /// A file of a kind, with its name before its hash and its ending.
    pub const fn new(stem: &'static str, ending: &'static str, bytes: &'static [u8]) -> Self {
        Self { stem, ending, bytes }
    }

    /// Its address.
    pub fn address(&self) -> String {
        format!("/static/{}", self.name())
    }

    /// What it is, for `Content-Type`.
    pub fn kind(&self) -> &'static str {
        match self.ending {
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        }
    }
}

const STYLE: Static = Static::new("samordna", "css", include_bytes!("../static/samordna.css"));
const SCRIPT: Static = Static::new("samordna", "js", include_bytes!("../static/samordna.js"));
const LIVE_SCRIPT: Static = Static::new("live", "js", include_bytes!("../static/live.js"));
const AUTOSAVE_SCRIPT: Static = Static::new("autosave", "js", include_bytes!("../static/autosave.js"));
const ICON: Static = Static::new("samordna", "svg", include_bytes!("../static/samordna.svg"));

/// Those that every page has, and those of parts that stand on many.
pub const FILES: &[Static] = &[STYLE, SCRIPT, LIVE_SCRIPT, AUTOSAVE_SCRIPT, ICON];

/// The address of the style sheet.
pub static STYLE_AT: LazyLock<String> = LazyLock::new(|| STYLE.address());
/// The address of the script.
pub static SCRIPT_AT: LazyLock<String> = LazyLock::new(|| SCRIPT.address());
/// The address of the script of pages that are told when there is something new.
pub static LIVE_SCRIPT_AT: LazyLock<String> = LazyLock::new(|| LIVE_SCRIPT.address());
/// The address of the script of forms that are saved while one writes.
pub static AUTOSAVE_SCRIPT_AT: LazyLock<String> = LazyLock::new(|| AUTOSAVE_SCRIPT.address());
/// The address of the icon.
pub static ICON_AT: LazyLock<String> = LazyLock::new(|| ICON.address());

#[cfg(test)]
mod contrast;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_stay_small() {
        let scripts = [SCRIPT, LIVE_SCRIPT, AUTOSAVE_SCRIPT];
        let (style, script) = (STYLE.bytes.len(), scripts.iter().map(|s| s.bytes.len()).sum::<usize>());
        assert!(style < 32_000, "the style sheet is {style} bytes");
        assert!(script < 12_000, "the script is {script} bytes");
    }

    #[test]
    fn an_address_changes_with_the_content() {
        let other = Static { bytes: b"other", ..STYLE };
        assert_ne!(STYLE.name(), other.name());
        assert!(STYLE_AT.starts_with("/static/samordna-") && STYLE_AT.ends_with(".css"));
    }
}
