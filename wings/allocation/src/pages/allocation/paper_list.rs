//! The list of a county's papers for decisions, those put aside too.

use kit::Lang;
use kit::form::Choice;
use kit::format::day_short;
use kit::list::{Drawn, Entry, Head, List};
use kit::parts::{self, Tone};
use maud::{Markup, html};

use super::paper::Row;
use crate::pages::statics::assets;

/// The papers of a county as a list, at an address.
pub fn list<'a>(lang: Lang, path: &str, county: &str) -> List<'a, Row> {
    let head = Head {
        path: path.to_owned(),
        name: format!("beslutsunderlag-{county}"),
        caption: lang.t("allocation-papers").into(),
        noun: "paper-counted",
    };
    let entry = |row: &Row| Entry::at(row.href.as_str(), row.title.as_str(), row.on);
    let standing =
        move |row: &Row| if row.discarded { lang.t("paper-discarded") } else { lang.t("paper-stands") };
    let states = vec![
        Choice::new("giltiga", lang.t("paper-stands")),
        Choice::new("undanlagda", lang.t("paper-discarded")),
    ];
    List::new(lang, head, entry)
        .text("underlag", lang.t("allocation-paper"), |row| (&row.title).into())
        .sorts()
        .swedish()
        .text("alternativ", lang.t("allocation-alternatives"), |row| row.alternatives.join(" · ").into())
        .swedish()
        .text("av", lang.t("allocation-written-by"), |row| (&row.by).into())
        .sorts()
        .shown(|row| html! { (row.by) span.beneath { (day_short(row.on)) } })
        .day("skrivet", lang.t("allocation-written-on"), |row| row.on.into())
        .taken_out()
        .text("lage", lang.t("scenario-state"), move |row| standing(row).into())
        .shown(move |row| parts::status(if row.discarded { Tone::Stop } else { Tone::Plain }, standing(row)))
        .searches(lang.t("paper-search"), |row, search| {
            search.at(&row.title);
            row.alternatives.iter().for_each(|alternative| search.at(alternative));
        })
        .filter("lage", lang.t("scenario-state"), states, |row| {
            if row.discarded { "undanlagda".into() } else { "giltiga".into() }
        })
        .empty(parts::empty(lang.t("allocation-papers-none"), None))
}

/// The page: its papers, and the address where a new one is written, for those who may.
pub fn show(lang: Lang, views: &[(String, String, bool)], list: &Drawn, new: Option<&str>) -> Markup {
    html! {
        (assets())
        h1 { (lang.t("allocation-papers")) }
        p.lead { (lang.t("allocation-papers-lead")) }
        @if !views.is_empty() { (parts::section_nav(lang.t("allocation-views"), views)) }
        @if let Some(new) = new { p.actions { a.main href=(new) { (lang.t("allocation-paper-new")) } } }
        (list)
    }
}
