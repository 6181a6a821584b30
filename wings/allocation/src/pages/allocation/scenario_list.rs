//! The list of a county's saved scenarios, those put aside too, and the form that compares some of them.

use kit::Lang;
use kit::form::Choice;
use kit::format::day_short;
use kit::list::{Drawn, Entry, Head, List};
use kit::parts::{self, Tone};
use maud::{Markup, html};

use super::saved::Row;
use super::words::{cell, difference, relative, signed_percent};
use crate::pages::statics::assets;

/// The name of the field that chooses scenarios to compare.
pub const CHOSEN: &str = "scenario";

/// The saved scenarios of a county as a list, at an address.
pub fn list<'a>(lang: Lang, path: &str, county: &str) -> List<'a, Row> {
    let head = Head {
        path: path.to_owned(),
        name: format!("scenarier-{county}"),
        caption: lang.t("allocation-saved-table").into(),
        noun: "scenario-counted",
    };
    let entry = |row: &Row| {
        Entry::at(row.href.as_str(), row.name.as_str(), row.discarded.map_or(row.on, |on| on.max(row.on)))
    };
    let standing = move |row: &Row| {
        if row.discarded.is_some() { lang.t("scenario-discarded") } else { lang.t("scenario-stands") }
    };
    let states = vec![
        Choice::new("sparade", lang.t("scenario-stands")),
        Choice::new("kasserade", lang.t("scenario-discarded")),
    ];
    List::new(lang, head, entry)
        .text("scenario", lang.t("allocation-scenario"), |row| (&row.name).into())
        .sorts()
        .swedish()
        .shown(|row| {
            html! {
                a href=(row.href) { (row.name) }
                @if !row.description.is_empty() { span.beneath { (row.description) } }
            }
        })
        .text("beskrivning", lang.t("allocation-description"), |row| (&row.description).into())
        .taken_out()
        .amount("alla", lang.t("allocation-all-after"), |row| row.all.and_then(|pair| pair.after).into())
        .sorts()
        .shown(move |row| cell(lang, row.all.unwrap_or_default().after))
        .amount("skillnad", lang.t("allocation-difference"), |row| {
            row.all.and_then(|pair| pair.difference()).into()
        })
        .sorts()
        .shown(move |row| difference(lang, row.all.unwrap_or_default()))
        .text("procent", lang.t("allocation-percent"), |row| {
            row.all.and_then(|pair| pair.relative()).map(signed_percent).into()
        })
        .shown(move |row| relative(lang, row.all.unwrap_or_default()))
        .right()
        .text("av", lang.t("allocation-saved-by"), |row| (&row.by).into())
        .sorts()
        .shown(|row| html! { (row.by) span.beneath { (day_short(row.discarded.unwrap_or(row.on))) } })
        .day("sparat", lang.t("allocation-saved-on"), |row| row.on.into())
        .taken_out()
        .text("lage", lang.t("scenario-state"), move |row| standing(row).into())
        .shown(move |row| {
            parts::status(if row.discarded.is_some() { Tone::Stop } else { Tone::Plain }, standing(row))
        })
        .searches(lang.t("scenario-search"), |row, search| {
            search.at(&row.name);
            search.at(&row.description);
            search.at(&row.by);
        })
        .filter("lage", lang.t("scenario-state"), states, |row| {
            if row.discarded.is_some() { "kasserade".into() } else { "sparade".into() }
        })
}

/// The same with a box before each that can be compared.
pub fn comparing(lang: Lang, list: List<'_, Row>) -> List<'_, Row> {
    list.picks(lang.t("allocation-choose"), move |row| pick(lang, row))
}

fn pick(lang: Lang, row: &Row) -> Markup {
    html! {
        @if row.discarded.is_none() {
            input type="checkbox" name=(CHOSEN) value=(row.id)
                aria-label=(lang.ta("allocation-choose-it", &[("name", row.name.as_str().into())]));
        }
    }
}

/// What stands when nothing is saved.
pub fn none(lang: Lang, calculator: &str, may_save: bool) -> Markup {
    let hint = lang.t(if may_save { "allocation-saved-none-hint" } else { "allocation-saved-none-wait" });
    let then = html! {
        p { (hint) }
        p { a href=(calculator) { (lang.t("allocation-to-calculator")) } }
    };
    parts::empty(lang.t("allocation-saved-none"), Some(&then))
}

/// The page of the list.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The language.
    pub lang: Lang,
    /// The address of the calculator.
    pub calculator: &'a str,
    /// The address where scenarios are compared.
    pub compare: &'a str,
    /// The other pages of allocation: address, label, whether it is this one.
    pub views: &'a [(String, String, bool)],
    /// How many can be compared.
    pub kept: usize,
    /// The scenarios.
    pub list: &'a Drawn,
}

/// The page.
pub fn show(page: &View<'_>) -> Markup {
    let (lang, list) = (page.lang, page.list);
    let calculator = html! { a href=(page.calculator) { (lang.t("allocation-to-calculator")) } };
    html! {
        (assets())
        h1 { (lang.t("allocation-saved")) }
        p.lead { (lang.t("allocation-saved-lead")) }
        @if !page.views.is_empty() { (parts::section_nav(lang.t("allocation-views"), page.views)) }
        (list.above)
        @if page.kept > 1 && list.found > 0 {
            form.compare-form method="get" action=(page.compare) {
                (list.table)
                p.hint { (lang.t("allocation-compare-hint")) }
                p.actions {
                    button.main type="submit" { (lang.t("allocation-compare-do")) }
                    (calculator)
                }
            }
        } @else {
            (list.table)
            @if list.found > 0 { p.actions { (calculator) } }
        }
        (list.below)
    }
}
