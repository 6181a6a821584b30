//! Search over what the reader may see: a question, how many of each kind, and what answers best first.

use kit::Lang;
use kit::form::Choice;
use kit::parts::{self, Filter};
use kit::shell::escape_path;
use maud::{Markup, html};

#[cfg(any(test, feature = "samples"))]
pub mod samples;

/// How many are shown; whoever does not find it among these is helped by one more word.
pub const MOST: usize = 50;

/// What is asked.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The words.
    pub words: String,
    /// The code of a kind, or nothing for all.
    pub kind: String,
}

/// A kind with how many of it there are.
#[derive(Clone, Copy, Debug)]
pub struct Count {
    /// Its code in the address.
    pub code: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// How many.
    pub many: usize,
}

/// Something that was found.
#[derive(Clone, Debug)]
pub struct Hit {
    /// What it is called, in Swedish.
    pub title: String,
    /// Where it stands.
    pub href: String,
    /// Of which kind it is.
    pub kind: &'static str,
    /// What tells it from others: a number, a day, an applicant.
    pub about: String,
    /// In which association, where there may be several.
    pub association: Option<String>,
}

/// What there is to show.
#[derive(Clone, Debug)]
pub struct Results<'a> {
    /// Where the question is sent.
    pub path: &'a str,
    /// What is asked.
    pub asked: Asked,
    /// How many of each kind, whatever kind is asked for.
    pub counts: Vec<Count>,
    /// The best of what was found.
    pub hits: Vec<Hit>,
    /// How many there are of what is asked for.
    pub found: usize,
}

/// The page.
pub fn show(lang: Lang, results: &Results<'_>) -> Markup {
    let asked = &results.asked;
    let kinds: Vec<Choice> = results.counts.iter().map(|kind| Choice::new(kind.code, kind.label)).collect();
    let filter = Filter::new(lang, results.path).words("q", lang.t("search-words"), &asked.words).choice(
        "slag",
        lang.t("search-kind"),
        &asked.kind,
        &kinds,
    );
    html! {
        h1 { (lang.t("search")) }
        p.lead { (lang.t("search-lead")) }
        (filter.bar())
        @if asked.words.is_empty() {
            (parts::empty(lang.t("search-ask"), None))
        } @else if results.found == 0 {
            (parts::empty(lang.t("search-nothing"), None))
        } @else {
            (answer(lang, results))
        }
    }
}

fn answer(lang: Lang, results: &Results<'_>) -> Markup {
    let all: usize = results.counts.iter().map(|kind| kind.many).sum();
    let to = |code: &str| {
        let words = escape_path(&results.asked.words);
        if code.is_empty() {
            format!("{}?q={words}", results.path)
        } else {
            format!("{}?q={words}&slag={code}", results.path)
        }
    };
    html! {
        h2 { (lang.ta("search-found", &[("count", results.found.into())])) }
        ul.facets aria-label=(lang.t("search-kind")) {
            li { (facet(&to(""), lang.t("all"), all, results.asked.kind.is_empty())) }
            @for kind in results.counts.iter().filter(|kind| kind.many > 0) {
                li { (facet(&to(kind.code), kind.label, kind.many, results.asked.kind == kind.code)) }
            }
        }
        ol.hits {
            @for hit in &results.hits {
                li {
                    a href=(hit.href) lang="sv" { (hit.title) }
                    p.about {
                        (hit.kind)
                        @if !hit.about.is_empty() { " · " span lang="sv" { (hit.about) } }
                        @if let Some(association) = &hit.association { " · " (association) }
                    }
                }
            }
        }
        @if results.found > results.hits.len() {
            p { (lang.ta("search-more", &[("shown", results.hits.len().into())])) }
        }
    }
}

fn facet(href: &str, label: &str, many: usize, here: bool) -> Markup {
    html! { a href=(href) aria-current=[here.then_some("true")] { (label) " (" (many) ")" } }
}
