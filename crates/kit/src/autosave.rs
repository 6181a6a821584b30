//! A form that is saved while one writes: a script adds it, and a line says how it went. Without the script the line
//! says when it was saved last.

use jiff::civil::DateTime;
use maud::{Markup, html};

use crate::format::moment_text;
use crate::statics;
use crate::text::Lang;

/// When it was saved, as the line says it.
pub fn saved(lang: Lang, at: DateTime) -> String {
    lang.ta("autosave-saved", &[("moment", moment_text(lang, at).into())])
}

/// That it was not, and why.
pub fn unsaved(lang: Lang, why: &str) -> String {
    lang.ta("autosave-unsaved", &[("why", why.into())])
}

/// The script, once on a page where such a form stands or may come.
pub fn script() -> Markup {
    html! { script defer src=(*statics::AUTOSAVE_SCRIPT_AT) {} }
}

/// The line, inside a form with `data-autosave` and a hidden field `version`.
pub fn line(lang: Lang, says: &str) -> Markup {
    html! {
        p.autosave role="status" data-autosave-line data-failed=(lang.t("autosave-failed")) { (says) }
    }
}
