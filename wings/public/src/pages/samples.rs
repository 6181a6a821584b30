//! What anybody reads with made-up data, for the gallery.

use kit::{Lang, Owner};
use maud::Markup;

use super::{rules, statement};

/// Every page that anybody reads, by name.
pub fn all(lang: Lang) -> Vec<(&'static str, Markup)> {
    let owner = Owner { name: "Samordningsförbundet Finnveden".into(), email: "kansli@exempel.se".into() };
    let mut all = vec![
        ("statement", statement::show(lang, &owner)),
        ("rules", rules::list(lang, &rules::rules(lang).drawn([], statute::catalogue::rules()))),
    ];
    all.extend(statute::catalogue::rules().first().map(|rule| ("rule", rules::show(lang, rule))));
    all.extend(
        statute::catalogue::sections().next().map(|section| ("section", rules::section(lang, section))),
    );
    all
}
