//! The page with made-up answers, and without.

use jiff::civil::date;
use kit::Lang;
use maud::Markup;

use super::{Count, Hit, facets, list, nothing, over_several, show};

/// Every sample: a name, and what stands in `main`.
pub fn all(lang: Lang) -> Vec<(&'static str, Markup)> {
    let page = |words: &str, hits: Vec<Hit>| {
        let counts = [
            Count { code: "arenden", label: lang.t("search-cases"), many: hits.len() },
            Count { code: "insatser", label: lang.t("search-initiatives"), many: 0 },
        ];
        let found = list(lang, "/sok", &counts, Hit::clone).empty(nothing(lang, words));
        let found = over_several(lang, found, |_| Some("Finnveden".into()));
        let facets = facets(lang, &found, &counts, words, "");
        show(lang, &found.drawn([("q", words)], hits), &facets)
    };
    let hit = Hit {
        title: "Ansökan om projektmedel: Ett spår".into(),
        href: "/f/finnveden/diarium/1".into(),
        id: "/f/finnveden/diarium/1".into(),
        kind: ("arenden", lang.t("search-case")),
        about: "SFM 2026/14".into(),
        updated: date(2026, 11, 30),
    };
    vec![
        ("search", page("spår", vec![hit])),
        ("search-nothing", page("ingenting", Vec::new())),
        ("search-ask", page("", Vec::new())),
    ]
}
