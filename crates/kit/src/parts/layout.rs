//! Boxes, lists of facts, columns, and what can be taken out of a page.

use maud::{Markup, html};

use super::Tone;
use crate::Lang;

/// Facts with their names: `[("Diarienummer", html! { … })]`.
pub fn facts(facts: &[(&str, Markup)]) -> Markup {
    html! {
        dl.facts {
            @for (name, value) in facts {
                div { dt { (name) } dd { (value) } }
            }
        }
    }
}

/// Two columns where there is room: the text, and what stands beside it.
pub fn columns(main: &Markup, aside: &Markup, aside_label: &str) -> Markup {
    html! {
        div.columns {
            div.column-main { (main) }
            aside.column-aside aria-label=(aside_label) { (aside) }
        }
    }
}

/// Nothing here: said plainly, with what one can do.
pub fn empty(says: &str, then: Option<&Markup>) -> Markup {
    html! {
        div.empty {
            p { (says) }
            @if let Some(then) = then { (then) }
        }
    }
}

/// A box that stands out.
pub fn note(tone: Tone, title: &str, body: &Markup) -> Markup {
    html! {
        div.note data-tone=(tone.class()) {
            p.note-title { strong { (title) } }
            (body)
        }
    }
}

/// What can be taken out: a label (`PDF`), an address, and what it is.
pub fn outputs(lang: Lang, outputs: &[(&str, String, &str)]) -> Markup {
    html! {
        ul.outputs aria-label=(lang.t("outputs")) {
            @for (kind, href, what) in outputs {
                li { a href=(href) { (what) " (" (kind) ")" } }
            }
        }
    }
}

/// A number that follows what happens, such as how many are present; it is read aloud when it changes.
pub fn counter(label: &str, value: &str, means: &str) -> Markup {
    html! {
        p.counter role="status" {
            span.counter-label { (label) }
            " "
            strong.counter-value { (value) }
            " "
            span.counter-means { (means) }
        }
    }
}

/// The parts of a long page, or the views of one thing: address, label, whether it is the one shown.
pub fn section_nav(label: &str, items: &[(String, String, bool)]) -> Markup {
    html! {
        nav.section-nav aria-label=(label) {
            ul {
                @for (href, label, current) in items {
                    li { a href=(href) aria-current=[current.then_some("page")] { (label) } }
                }
            }
        }
    }
}
