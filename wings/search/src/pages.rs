//! Search over what the reader may see: a question, how many of each kind, and what answers, the best first.

use jiff::civil::Date;
use kit::Lang;
use kit::form::Choice;
use kit::list::{Drawn, Entry, Head, List};
use kit::parts;
use maud::{Markup, html};

#[cfg(any(test, feature = "samples"))]
pub mod samples;

/// The name of the choice among kinds.
const KIND: &str = "slag";

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
    /// What tells it from every other hit.
    pub id: String,
    /// Of which kind it is: the code in the address, and what it is called.
    pub kind: (&'static str, &'static str),
    /// What tells it from others: a number, a day, an applicant.
    pub about: String,
    /// The day it was last told of.
    pub updated: Date,
}

/// What was found as a list at an address; `hit` tells what is shown of it, of as much as is shown.
pub fn list<'a, R: 'a>(
    lang: Lang,
    path: &str,
    counts: &[Count],
    hit: impl Fn(&R) -> Hit + Clone + 'a,
) -> List<'a, R> {
    let head = Head {
        path: path.to_owned(),
        name: "sok".to_owned(),
        caption: lang.t("search-hits").into(),
        noun: "search-counted",
    };
    let of = hit.clone();
    let entry = move |row: &R| {
        let hit = of(row);
        Entry { id: hit.id, href: Some(hit.href), title: hit.title, updated: hit.updated }
    };
    let kinds = counts.iter().map(|kind| Choice::new(kind.code, kind.label)).collect();
    let (title, kind, about) = (hit.clone(), hit.clone(), hit.clone());
    List::new(lang, head, entry)
        .finds(lang.t("search-words"))
        .text("traff", lang.t("search-hit"), move |row| title(row).title.into())
        .swedish()
        .text("slag", lang.t("search-kind"), move |row| kind(row).kind.1.into())
        .text("om", lang.t("search-about"), move |row| about(row).about.into())
        .swedish()
        .filter(KIND, lang.t("search-kind"), kinds, move |row| hit(row).kind.0.into())
}

/// The same with the association of each, where there may be several.
pub fn over_several<'a, R: 'a>(
    lang: Lang,
    list: List<'a, R>,
    association: impl Fn(&R) -> Option<String> + 'a,
) -> List<'a, R> {
    list.text("forbund", lang.t("search-association"), move |row| association(row).into())
}

/// What is said when nothing is found, or nothing asked.
pub fn nothing(lang: Lang, words: &str) -> Markup {
    parts::empty(lang.t(if words.is_empty() { "search-ask" } else { "search-nothing" }), None)
}

/// The page.
pub fn show(lang: Lang, found: &Drawn, facets: &[(String, String, bool)]) -> Markup {
    html! {
        h1 { (lang.t("search")) }
        p.lead { (lang.t("search-lead")) }
        (found.above)
        @if !facets.is_empty() {
            (parts::section_nav(lang.t("search-kind"), facets))
        }
        (found.table)
        (found.below)
    }
}

/// The kinds there is something of, with how many: address, label, whether it is the one chosen.
pub fn facets<R>(
    lang: Lang,
    list: &List<'_, R>,
    counts: &[Count],
    words: &str,
    kind: &str,
) -> Vec<(String, String, bool)> {
    let all: usize = counts.iter().map(|kind| kind.many).sum();
    if all == 0 {
        return Vec::new();
    }
    let one = |code: &str, label: &str, many: usize| {
        let asked = list.asked([("q", words), (KIND, code)]);
        (list.address(&asked), format!("{label} ({many})"), kind == code)
    };
    let kinds = counts.iter().filter(|kind| kind.many > 0).map(|kind| one(kind.code, kind.label, kind.many));
    std::iter::once(one("", lang.t("all"), all)).chain(kinds).collect()
}
