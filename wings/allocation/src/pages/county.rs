//! What a county shares of allocation, where there is no scenario to show: the empty state.

use kit::{Lang, parts};
use maud::{Markup, html};

/// Nothing is known that could be reckoned with.
pub fn nothing_known(lang: Lang) -> Markup {
    let link = html! { p.actions { a href="/fordelning/statistik" { (lang.t("county-nothing-link")) } } };
    html! {
        h1 { (lang.t("allocation-title")) }
        p.lead { (lang.t("allocation-lead")) }
        (parts::empty(lang.t("county-nothing"), Some(&link)))
    }
}
