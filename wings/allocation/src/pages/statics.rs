//! The files of the pages: the style sheet and the script of allocation, and the drawing of the municipalities.

use std::sync::LazyLock;

use kit::statics::Static;
use maud::{Markup, html};

const STYLE: Static = Static::new("allocation", "css", include_bytes!("../../style.css"));
const SCRIPT: Static = Static::new("allocation", "js", include_bytes!("../../script.js"));
const MUNICIPALITIES: Static =
    Static::new("municipalities", "svg", include_bytes!("../../municipalities.svg"));

/// All of them.
pub const FILES: &[Static] = &[STYLE, SCRIPT, MUNICIPALITIES];

/// The address of the style sheet of allocation.
static ALLOCATION_STYLE_AT: LazyLock<String> = LazyLock::new(|| STYLE.address());
/// The address of the script of allocation.
static ALLOCATION_SCRIPT_AT: LazyLock<String> = LazyLock::new(|| SCRIPT.address());
/// The address of the drawing of the municipalities, each with its code as `#k0680`.
pub static MUNICIPALITIES_AT: LazyLock<String> = LazyLock::new(|| MUNICIPALITIES.address());

/// The style and the script of these pages.
pub(super) fn assets() -> Markup {
    html! {
        link rel="stylesheet" href=(*ALLOCATION_STYLE_AT);
        script defer src=(*ALLOCATION_SCRIPT_AT) {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_stay_small() {
        let (style, script, map) = (STYLE.bytes.len(), SCRIPT.bytes.len(), MUNICIPALITIES.bytes.len());
        assert!(style < 12_000, "the style sheet is {style} bytes");
        assert!(script < 8_000, "the script is {script} bytes");
        assert!(map < 150_000, "the drawing is {map} bytes");
    }
}
