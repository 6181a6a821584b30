//! What a decision means for an initiative: granted with its terms, rejected, sent back.

use domain::initiative::clauses::clauses_of;
use domain::initiative::events::{BoardOutcome, Grant, Stage};
use domain::initiative::state::Initiative;
use domain::meeting::events::{ItemKind, Matter};
use domain::meeting::state::{Item, Proposal};
use kit::Lang;
use kit::form::{Choice, Form};
use kit::format::{day, money};
use kit::parts::{self, Tone};
use maud::{Markup, html};
use swedish::money::Ore;

use super::Scene;

/// How many years an empty form has room for.
const YEARS: usize = 3;

/// The proposal that was carried: the winner of the vote, or the only one made.
pub(super) fn carried(item: &Item) -> Option<&Proposal> {
    match (&item.vote, item.proposals.as_slice()) {
        (Some(vote), proposals) => {
            let (won, _) = vote.result?;
            proposals.iter().find(|p| p.id == won)
        }
        (None, [only]) => Some(only),
        (None, _) => None,
    }
}

/// The initiative that the board decides on under the item.
pub fn decides_on<'a>(scene: &Scene<'a>, item: &Item) -> Option<&'a Initiative> {
    let Some(Matter::Initiative(id)) = item.content.matter else { return None };
    let decides = item.content.kind == ItemKind::Decision && scene.is_board();
    scene.association.initiatives.get(&id).filter(|_| decides)
}

/// Whether the form of the decision asks what it means for an application.
pub(super) fn asks(scene: &Scene<'_>, item: &Item) -> bool {
    decides_on(scene, item).is_some() && carried(item).is_none_or(|p| p.outcome.is_none())
}

/// Whether the decision is of the kind that can be appealed: the board's, and no formality.
pub(super) fn could_be_appealed(scene: &Scene<'_>, item: &Item) -> bool {
    scene.is_board() && matches!(item.content.kind, ItemKind::Decision | ItemKind::Election)
}

/// What the decision under the item meant.
pub(super) fn decided<'a>(scene: &Scene<'a>, item: &Item) -> Option<&'a BoardOutcome> {
    let initiative = decides_on(scene, item)?;
    let here = initiative.decisions.iter().find(|d| d.meeting == scene.meeting.id() && d.item == item.id)?;
    Some(&here.outcome)
}

/// Fills the form in from what was proposed to the board, so that nobody types it a second time.
pub(super) fn prefill(scene: &Scene<'_>, item: &Item, form: &mut Form) {
    let Some(initiative) = decides_on(scene, item).filter(|i| i.stage == Stage::Board) else { return };
    let Some(proposal) = initiative.before_the_board() else { return };
    if !proposal.approve {
        form.typed.set("outcome", "rejected");
        form.typed.set("why", &proposal.grounds);
        return;
    }
    form.typed.set("outcome", "granted");
    if let Some(grant) = &proposal.grant {
        for field in ["clauses", "text"] {
            if form.typed.has(field) && form.typed.get(field).trim().is_empty() {
                form.typed.set(field, clauses_of(grant, &initiative.title).join("\n"));
            }
        }
        fill(form, grant);
    }
}

fn fill(form: &mut Form, grant: &Grant) {
    for (year, amount) in &grant.amounts {
        form.typed.add("amount_year", year);
        form.typed.add("amounts", amount.to_string().trim_end_matches("kr").trim_end());
    }
    if let Some(from) = grant.from {
        form.typed.set("grant_from", from);
    }
    if let Some(until) = grant.until {
        form.typed.set("until", until);
    }
    form.typed.set("conditions", grant.conditions.join("\n"));
    let days: Vec<String> = grant.reporting.iter().map(ToString::to_string).collect();
    form.typed.set("reporting", days.join("\n"));
    form.typed.set("financing", &grant.financing);
    if grant.fixes_method {
        form.typed.set("fixes_method", "ja");
    }
}

/// The fields: which way, and the terms of each.
pub(super) fn fields(form: &Form) -> Markup {
    let lang = form.lang;
    let ways = vec![
        Choice::new("granted", lang.t("meeting-outcome-granted")),
        Choice::new("rejected", lang.t("meeting-outcome-rejected")),
        Choice::new("sent_back", lang.t("meeting-outcome-sent-back")),
    ];
    let amounts: Vec<&str> = form.typed.all("amounts").collect();
    let filled = amounts.iter().rposition(|amount| !amount.trim().is_empty()).map_or(0, |last| last + 1);
    let rows = filled.saturating_add(1).max(YEARS);
    html! {
        (form.radios("outcome", lang.t("meeting-outcome"), ways))
        fieldset.terms {
            legend { (lang.t("meeting-if-granted")) }
            @for row in 0..rows {
                div.field-row {
                    (form.number("amount_year", lang.t("meeting-amount-year")).row(row))
                    (form.money("amounts", lang.t("meeting-amount")).row(row))
                }
            }
            div.field-row {
                (form.date("grant_from", lang.t("meeting-grant-from")).optional())
                (form.date("until", lang.t("meeting-grant-until")).optional())
            }
            (form.area("financing", lang.t("meeting-financing")).hint(lang.t("meeting-financing-hint")).rows(2))
            (form.area("conditions", lang.t("meeting-conditions")).hint(lang.t("meeting-one-a-line")).optional().rows(3))
            (form.tick("fixes_method", lang.t("meeting-fixes-method")).hint(lang.t("meeting-fixes-method-hint")))
            (form.area("reporting", lang.t("meeting-reporting")).hint(lang.t("meeting-reporting-hint")).optional().rows(2))
        }
        fieldset.terms {
            legend { (lang.t("meeting-if-not-granted")) }
            (form.area("why", lang.t("meeting-why")).rows(3))
        }
    }
}

/// What it means, in words.
pub(super) fn summary(lang: Lang, meant: &BoardOutcome) -> Markup {
    match meant {
        BoardOutcome::Granted(grant) => granted(lang, grant),
        BoardOutcome::Rejected { why } => html! {
            p { (parts::status(Tone::Stop, lang.t("meeting-outcome-rejected"))) " " span lang="sv" { (why) } }
        },
        BoardOutcome::SentBack { why } => html! {
            p { (parts::status(Tone::Wait, lang.t("meeting-outcome-sent-back"))) " " span lang="sv" { (why) } }
        },
    }
}

fn granted(lang: Lang, grant: &Grant) -> Markup {
    let sum = Ore::sum(grant.amounts.values().copied()).unwrap_or_default();
    let mut facts: Vec<(&str, Markup)> = Vec::new();
    if !grant.amounts.is_empty() {
        let amounts = html! {
            @for (at, (year, amount)) in grant.amounts.iter().enumerate() {
                @if at > 0 { ", " }
                (year) ": " (money(*amount))
            }
            @if grant.amounts.len() > 1 { " (" (lang.t("meeting-in-all")) " " (money(sum)) ")" }
        };
        facts.push((lang.t("meeting-at-most"), amounts));
    }
    match (grant.from, grant.until) {
        (Some(from), Some(until)) => {
            facts.push((lang.t("meeting-period"), html! { (day(lang, from)) "–" (day(lang, until)) }));
        }
        (Some(from), None) => facts.push((lang.t("meeting-period"), html! { (day(lang, from)) "–" })),
        (None, Some(until)) => facts.push((lang.t("meeting-period"), html! { "–" (day(lang, until)) })),
        (None, None) => {}
    }
    if !grant.financing.is_empty() {
        facts.push((lang.t("meeting-financing"), html! { span lang="sv" { (grant.financing) } }));
    }
    if !grant.conditions.is_empty() {
        let all = html! { ul.plain-list lang="sv" { @for one in &grant.conditions { li { (one) } } } };
        facts.push((lang.t("meeting-conditions"), all));
    }
    if !grant.reporting.is_empty() {
        let days = html! {
            @for (at, on) in grant.reporting.iter().enumerate() { @if at > 0 { ", " } (day(lang, *on)) }
        };
        facts.push((lang.t("meeting-reporting"), days));
    }
    html! {
        p { (parts::status(Tone::Done, lang.t("meeting-outcome-granted"))) }
        (parts::facts(&facts))
    }
}
