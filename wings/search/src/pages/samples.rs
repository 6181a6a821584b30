//! The page with made-up answers, and without.

use kit::Lang;
use maud::Markup;

use super::{Asked, Count, Hit, Results, show};

/// Every sample: a name, and what stands in `main`.
pub fn all(lang: Lang) -> Vec<(&'static str, Markup)> {
    let results = |words: &str, hits: Vec<Hit>| Results {
        path: "/sok",
        asked: Asked { words: words.into(), kind: String::new() },
        counts: vec![
            Count { code: "arenden", label: lang.t("search-cases"), many: hits.len() },
            Count { code: "insatser", label: lang.t("search-initiatives"), many: 0 },
        ],
        found: hits.len(),
        hits,
    };
    let hit = Hit {
        title: "Ansökan om projektmedel: Ett spår".into(),
        href: "/f/finnveden/diarium/1".into(),
        kind: lang.t("search-case"),
        about: "SFM 2026/14".into(),
        association: Some("Finnveden".into()),
    };
    vec![
        ("search", show(lang, &results("spår", vec![hit]))),
        ("search-nothing", show(lang, &results("ingenting", Vec::new()))),
        ("search-ask", show(lang, &results("", Vec::new()))),
    ]
}
