//! The figures that will be read in: their sum, what is missing, the first rows, and the form that does it.

use kit::format::day_text;
use kit::parts::{self, Tone};
use maud::{Markup, html};

use super::view::{Figures, Standing, View};
use crate::pages::statistics::summary::names;
use crate::pages::statistics::words;

/// The figures and the form.
pub(super) fn show(view: &View<'_>, figures: &Figures) -> Markup {
    let lang = view.lang;
    let about = [("kind", words::kind(lang, figures.kind).into()), ("year", figures.year.to_string().into())];
    html! {
        section #values aria-labelledby="resultatet" {
            h2 #resultatet { (lang.ta("statistics-result", &about)) }
            p.standing { (sum(view, figures)) }
            @if let Some(country) = figures.country { p { (own_figure(view, figures, country)) } }
            @if figures.known < all(view) {
                (parts::note(Tone::Late, lang.t("statistics-holes"), &holes(view, figures)))
            }
            (first(view, figures))
            @if let Some(standing) = figures.standing { (stands(view, figures, standing)) }
        }
        section aria-labelledby="las-in" {
            h2 #las-in { (lang.t("statistics-read-in")) }
            (form(view))
        }
    }
}

fn all(view: &View<'_>) -> usize {
    view.found.map_or(0, |found| found.of)
}

fn sum(view: &View<'_>, figures: &Figures) -> String {
    let (known, sum) = (figures.known.into(), words::figure(figures.sum).into());
    view.lang.ta("statistics-sum-of", &[("known", known), ("sum", sum)])
}

/// Whether the file's own figure for the country is the sum.
fn own_figure(view: &View<'_>, figures: &Figures, country: u64) -> String {
    let own = [("own", words::figure(country).into())];
    match (figures.whole, country == figures.sum) {
        (_, true) => view.lang.t("statistics-country-same").to_owned(),
        (true, false) => view.lang.ta("statistics-country-other", &own),
        (false, false) => view.lang.ta("statistics-country-own", &own),
    }
}

fn holes(view: &View<'_>, figures: &Figures) -> Markup {
    let lang = view.lang;
    let absent = view.found.map_or(&[][..], |found| found.absent.as_slice());
    html! {
        p { (lang.t("statistics-holes-says")) }
        @for (reason, who) in &figures.missing {
            div {
                (lang.ta("statistics-holes-count", &[("count", who.len().into())])) " "
                span lang="sv" { (reason) } "." (names(lang, who))
            }
        }
        @if !absent.is_empty() {
            div {
                (lang.ta("statistics-holes-count", &[("count", absent.len().into())])) " "
                (lang.t("statistics-why-absent")) "." (names(lang, absent))
            }
        }
    }
}

fn first(view: &View<'_>, figures: &Figures) -> Markup {
    let lang = view.lang;
    let columns = [
        parts::Column::new(lang.t("allocation-municipality")),
        parts::Column::new(lang.t("statistics-code")),
        parts::Column::number(words::kind(lang, figures.kind)),
    ];
    let decimals = words::decimals(figures.first.iter().filter_map(|(.., value)| value.ok()));
    let rows = html! {
        @for (code, name, value) in &figures.first {
            tr {
                th scope="row" lang="sv" { (name) }
                td { (code) }
                td.num { (words::cell(lang, Some(*value), decimals)) }
            }
        }
    };
    html! { div.figures { (parts::table("forsta", lang.t("statistics-first-rows"), &columns, &rows)) } }
}

fn stands(view: &View<'_>, figures: &Figures, standing: Standing) -> Markup {
    let lang = view.lang;
    let about = [
        ("kind", words::kind(lang, figures.kind).into()),
        ("year", figures.year.to_string().into()),
        ("day", day_text(lang, standing.on).into()),
        ("count", standing.differ.into()),
    ];
    let (title, says) = if standing.differ == 0 {
        (lang.t("statistics-stands-same-title"), lang.ta("statistics-stands-same", &about))
    } else {
        (lang.t("statistics-stands-other-title"), lang.ta("statistics-stands-other", &about))
    };
    parts::note(Tone::Now, title, &html! { p { (says) } })
}

fn form(view: &View<'_>) -> Markup {
    let (lang, form) = (view.lang, view.form);
    let own = ["source", "preliminary", "illustrative", kit::form::COMMAND_ID];
    form.around(
        lang.t("statistics-read-in"),
        &html! {
            @for (name, value) in form.typed.pairs() {
                @if !own.contains(&name) { input type="hidden" name=(name) value=(value); }
            }
            (form.area("source", lang.t("statistics-source")).rows(2).hint(lang.t("statistics-source-hint")))
            (form.tick("preliminary", lang.t("statistics-tick-preliminary")).optional())
            (form.tick("illustrative", lang.t("statistics-tick-illustrative")).hint(lang.t("statistics-tick-illustrative-hint")).optional())
        },
    )
}
