//! The style sheets, the scripts, the drawing of the municipalities and the icon, each at an address that changes with its content.

use std::sync::LazyLock;

/// A file that is sent as it is.
#[derive(Clone, Copy, Debug)]
pub struct Static {
    /// Its name before its hash.
    stem: &'static str,
    /// Its ending.
    ending: &'static str,
    /// What it is, for `Content-Type`.
    pub kind: &'static str,
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

const STYLE: Static = Static {
    stem: "samordna",
    ending: "css",
    kind: "text/css; charset=utf-8",
    bytes: include_bytes!("../static/samordna.css"),
};
const SCRIPT: Static = Static {
    stem: "samordna",
    ending: "js",
    kind: "text/javascript; charset=utf-8",
    bytes: include_bytes!("../static/samordna.js"),
};
const ALLOCATION_STYLE: Static = Static {
    stem: "allocation",
    ending: "css",
    kind: "text/css; charset=utf-8",
    bytes: include_bytes!("../static/allocation.css"),
};
const ALLOCATION_SCRIPT: Static = Static {
    stem: "allocation",
    ending: "js",
    kind: "text/javascript; charset=utf-8",
    bytes: include_bytes!("../static/allocation.js"),
};
const MUNICIPALITIES: Static = Static {
    stem: "municipalities",
    ending: "svg",
    kind: "image/svg+xml",
    bytes: include_bytes!("../static/municipalities.svg"),
};
const ICON: Static = Static {
    stem: "samordna",
    ending: "svg",
    kind: "image/svg+xml",
    bytes: include_bytes!("../static/samordna.svg"),
};

/// All of them, by name.
pub static ALL: LazyLock<Vec<(String, Static)>> = LazyLock::new(|| {
    let all = [STYLE, SCRIPT, ALLOCATION_STYLE, ALLOCATION_SCRIPT, MUNICIPALITIES, ICON];
    all.into_iter().map(|file| (file.name(), file)).collect()
});

fn address(of: Static) -> String {
    format!("/static/{}", of.name())
}

/// The address of the style sheet.
pub static STYLE_AT: LazyLock<String> = LazyLock::new(|| address(STYLE));
/// The address of the script.
pub static SCRIPT_AT: LazyLock<String> = LazyLock::new(|| address(SCRIPT));
/// The address of the style sheet of allocation.
pub static ALLOCATION_STYLE_AT: LazyLock<String> = LazyLock::new(|| address(ALLOCATION_STYLE));
/// The address of the script of allocation.
pub static ALLOCATION_SCRIPT_AT: LazyLock<String> = LazyLock::new(|| address(ALLOCATION_SCRIPT));
/// The address of the drawing of the municipalities, each with its code as `#k0680`.
pub static MUNICIPALITIES_AT: LazyLock<String> = LazyLock::new(|| address(MUNICIPALITIES));
/// The address of the icon.
pub static ICON_AT: LazyLock<String> = LazyLock::new(|| address(ICON));

#[cfg(test)]
mod contrast;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_stay_small() {
        let styles = STYLE.bytes.len() + ALLOCATION_STYLE.bytes.len();
        let scripts = SCRIPT.bytes.len() + ALLOCATION_SCRIPT.bytes.len();
        assert!(styles < 40_000, "the style sheets are {styles} bytes");
        assert!(MUNICIPALITIES.bytes.len() < 150_000, "the drawing is {} bytes", MUNICIPALITIES.bytes.len());
        assert!(scripts < 20_000, "the scripts are {scripts} bytes");
    }

    #[test]
    fn an_address_changes_with_the_content() {
        let other = Static { bytes: b"other", ..STYLE };
        assert_ne!(STYLE.name(), other.name());
        assert!(STYLE_AT.starts_with("/static/samordna-") && STYLE_AT.ends_with(".css"));
    }
}
