//! The round of one year: where it stands, what it waits for, and every step, which nobody can change.

use allocation::asking_round::{Round, What};
use domain::funding::state::date;
use kit::format::{day_short, money};
use kit::parts::{self, Column, Tone};
use maud::{Markup, html};

use super::scene::Scene;
use super::words::{amount, status_name, status_tag, waits, what};

/// The page of one year.
pub fn show(scene: &Scene<'_>, year: i16) -> Markup {
    let (lang, funding) = (scene.lang, scene.funding());
    let round = funding.round(year);
    let over = year < scene.today.year();
    html! {
        h1 { (lang.ta("funding-round-title", &[("year", year.to_string().into())])) }
        (scene.pages_of(year, ""))
        @match round {
            None => (parts::empty(
                &lang.ta("funding-round-none", &[("year", year.to_string().into())]),
                Some(&html! { p { (lang.t("funding-round-none-hint")) } }),
            )),
            Some(round) => {
                (facts(scene, year, round))
                @if let Some(step) = funding.waits(year) {
                    @if over {
                        p.none { (lang.t("funding-waits-over")) }
                    } @else {
                        (parts::note(Tone::Late, lang.t("funding-waits"), &html! { p { (waits(lang, step)) } }))
                    }
                }
                (history(scene, year, round))
                p.small { (lang.t("funding-history-kept")) }
            }
        }
        p.actions {
            (scene.action(scene.rights.note, &format!("/{year}/besked"), lang.t("funding-do-step")))
            a href=(scene.at("")) { (lang.t("funding-to-overview")) }
        }
    }
}

fn facts(scene: &Scene<'_>, year: i16, round: &Round) -> Markup {
    let (lang, funding) = (scene.lang, scene.funding());
    let known = |found: Option<swedish::money::Ore>, none: &'static str| {
        html! {
            @match found { Some(amount) => (money(amount)), None => (lang.t(none)) }
        }
    };
    let told = funding.standing(year).and_then(|standing| standing.amount);
    let settled = funding.state_amount(year);
    let mut facts = vec![(lang.t("funding-status"), status_tag(lang, round.status()))];
    if told != settled || settled.is_none() {
        facts.push((lang.t("funding-told"), known(told, "funding-told-none")));
    }
    facts.push((lang.t("funding-state-amount"), known(settled, "funding-state-amount-none")));
    if let Some(matched) = round.matched() {
        facts.push((lang.t("funding-matched"), known(Some(matched), "funding-told-none")));
    }
    parts::facts(&facts)
}

/// Every step of a round, oldest first, with where the round stood after it.
pub(super) fn history(scene: &Scene<'_>, year: i16, round: &Round) -> Markup {
    let lang = scene.lang;
    let columns = [
        Column::new(lang.t("funding-step-day")),
        Column::new(lang.t("funding-step-what")),
        Column::number(lang.t("funding-step-amount")),
        Column::new(lang.t("funding-step-status")),
        Column::new(lang.t("funding-step-source")),
    ];
    // Where the round stood after each step, read from the steps up to it.
    let mut so_far = Round::default();
    let mut rows = Vec::with_capacity(round.history().len());
    for (place, entry) in round.history().iter().enumerate() {
        // Each step was held against those before it when it was noted.
        if so_far.add(entry.clone()).is_ok() {
            rows.push((place, entry, so_far.status()));
        }
    }
    let rows = html! {
        @for (place, entry, status) in rows {
            tr {
                td { (day_short(date(entry.on))) }
                th scope="row" {
                    (what(lang, &entry.what))
                    @if let What::Declined { reason } = &entry.what { span.beneath lang="sv" { (reason) } }
                }
                td.num { @match amount(&entry.what) { Some(amount) => (money(amount)), None => "–" } }
                td { (status_name(lang, status)) }
                td lang="sv" { (scene.funding().source(year, place).unwrap_or("–")) }
            }
        }
    };
    let caption = lang.ta("funding-history", &[("year", year.to_string().into())]);
    parts::table(&format!("besked-{year}"), &caption, &columns, &rows)
}
