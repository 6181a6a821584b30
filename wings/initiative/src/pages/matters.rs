//! What has been said and decided about an initiative: money, decisions, proposals, examination, views, group.

use std::collections::BTreeSet;

use domain::initiative::events::{BoardOutcome, Grant, Recommendation, Stage};
use domain::initiative::state::Decision;
use jiff::civil::Date;
use kit::format::{day, day_short, money, prose};
use kit::parts::{self, Column};
use maud::{Markup, html};
use swedish::money::Ore;

use super::Scene;
use super::words::{outcome_tag, view_tag};

/// Applied for, proposed and granted, year by year; nothing before there is a budget.
pub(super) fn amounts(scene: &Scene<'_>) -> Markup {
    let (lang, initiative) = (scene.lang, scene.initiative);
    let Some(application) = scene.application().filter(|a| !a.budget.is_empty()) else {
        return html! {};
    };
    let proposed = initiative.before_the_board().and_then(|p| p.grant.as_ref());
    let granted = initiative.grant();
    let years: BTreeSet<i16> = application
        .budget
        .keys()
        .chain(proposed.iter().flat_map(|g| g.amounts.keys()))
        .chain(granted.iter().flat_map(|g| g.amounts.keys()))
        .copied()
        .collect();
    let mut columns =
        vec![Column::new(lang.t("initiative-year")), Column::number(lang.t("initiative-applied"))];
    columns.extend(proposed.map(|_| Column::number(lang.t("initiative-proposed-sum"))));
    columns.extend(granted.map(|_| Column::number(lang.t("initiative-granted-sum"))));
    let cell =
        |amount: Option<Ore>| html! { td.num { @if let Some(sum) = amount { (money(sum)) } @else { "–" } } };
    let of = |grant: Option<&Grant>, year: i16| grant.and_then(|g| g.amounts.get(&year).copied());
    let rows = html! {
        @for year in &years {
            tr {
                th scope="row" { (year) }
                (cell(application.budget.get(year).copied()))
                @if proposed.is_some() { (cell(of(proposed, *year))) }
                @if granted.is_some() { (cell(of(granted, *year))) }
            }
        }
        tr.sum {
            th scope="row" { (lang.t("initiative-sum")) }
            (cell(Ore::sum(application.budget.values().copied())))
            @if let Some(grant) = proposed { (cell(Ore::sum(grant.amounts.values().copied()))) }
            @if let Some(grant) = granted { (cell(Ore::sum(grant.amounts.values().copied()))) }
        }
    };
    let sum = |amounts: Option<Ore>| amounts.unwrap_or_default().to_string();
    let applied = sum(Ore::sum(application.budget.values().copied()));
    let all = granted.map(|g| sum(Ore::sum(g.amounts.values().copied())));
    let decided = if granted.is_some() { "yes" } else { "no" };
    let values = [
        ("decided", decided.into()),
        ("applied", applied.into()),
        ("granted", all.unwrap_or_default().into()),
    ];
    html! {
        section aria-labelledby="pengar" {
            h2 #pengar { (lang.t("initiative-money")) }
            p { (lang.ta("initiative-money-says", &values)) }
            (parts::table("belopp", lang.t("initiative-money-table"), &columns, &rows))
        }
    }
}

/// The board's decisions, the latest first.
pub(super) fn decisions(scene: &Scene<'_>) -> Markup {
    html! {
        @if !scene.initiative.decisions.is_empty() {
            section aria-labelledby="beslut" {
                h2 #beslut { (scene.lang.t("initiative-decisions")) }
                @for (at, decision) in scene.initiative.decisions.iter().rev().enumerate() {
                    (decided(scene, decision, at > 0))
                }
            }
        }
    }
}

fn decided(scene: &Scene<'_>, decision: &Decision, earlier: bool) -> Markup {
    let lang = scene.lang;
    let at = lang.ta(
        "initiative-decision-at",
        &[("day", scene.on(decision.on).into()), ("paragraf", decision.paragraf.into())],
    );
    html! {
        div.decision {
            h3 { (outcome_tag(lang, &decision.outcome)) " "
                @match scene.paragraf(decision.meeting, decision.item) {
                    Some(href) => a href=(href) { (at) },
                    None => (at),
                }
            }
            @if earlier && !matches!(decision.outcome, BoardOutcome::SentBack { .. }) {
                p { (lang.t("initiative-decision-earlier")) }
            }
            @match &decision.outcome {
                BoardOutcome::Granted(grant) => (granted(scene, grant)),
                BoardOutcome::Rejected { why } | BoardOutcome::SentBack { why } => div lang="sv" { (prose(why)) },
            }
        }
    }
}

/// What a grant holds besides its amounts.
fn granted(scene: &Scene<'_>, grant: &Grant) -> Markup {
    let lang = scene.lang;
    let mut facts = Vec::new();
    if let Some((from, until)) = grant.from.zip(grant.until) {
        facts.push((lang.t("initiative-period"), period(scene, from, until)));
    }
    if !grant.conditions.is_empty() {
        facts.push((lang.t("initiative-conditions"), lines(&grant.conditions)));
    }
    if !grant.reporting.is_empty() {
        let days = html! { ul { @for on in &grant.reporting { li { (day(lang, *on)) } } } };
        facts.push((lang.t("initiative-reporting"), days));
    }
    if !grant.financing.trim().is_empty() {
        facts.push((lang.t("initiative-financing"), html! { span lang="sv" { (grant.financing) } }));
    }
    html! { @if !facts.is_empty() { (parts::facts(&facts)) } }
}

fn lines(texts: &[String]) -> Markup {
    html! { ul lang="sv" { @for text in texts { li { (text) } } } }
}

/// From a day until a day.
pub(super) fn period(scene: &Scene<'_>, from: Date, until: Date) -> Markup {
    let day = |on| kit::format::day_text(scene.lang, on);
    html! { (scene.lang.ta("initiative-period-span", &[("from", day(from).into()), ("until", day(until).into())])) }
}

/// The proposals that lie before the next body.
fn proposals(scene: &Scene<'_>) -> Markup {
    let (lang, initiative) = (scene.lang, scene.initiative);
    let same = initiative.committee.as_ref().map(|(_, p)| p) == initiative.proposed.as_ref().map(|(_, p)| p);
    html! {
        @if initiative.before_the_board().is_some() {
            section aria-labelledby="forslag" {
                h2 #forslag { (lang.t("initiative-proposals")) }
                @if let Some((on, proposal)) = &initiative.committee {
                    @let says = same.then(|| lang.t("initiative-proposal-same"));
                    (proposed(scene, lang.t("initiative-proposal-of-committee"), *on, proposal, says))
                }
                @if let Some((on, proposal)) = initiative.proposed.as_ref().filter(|_| !same) {
                    (proposed(scene, lang.t("initiative-proposal-of-group"), *on, proposal, None))
                }
            }
        }
    }
}

fn proposed(
    scene: &Scene<'_>,
    title: &str,
    on: Date,
    proposal: &Recommendation,
    says: Option<&str>,
) -> Markup {
    let lang = scene.lang;
    let way = if proposal.approve {
        lang.t("initiative-proposes-approval")
    } else {
        lang.t("initiative-proposes-rejection")
    };
    html! {
        div.proposal {
            h3 { (title) ", " (day_short(on)) }
            p { strong { (way) } @if let Some(says) = says { " " (says) } }
            p { (lang.t("initiative-clauses")) }
            (lines(&proposal.clauses))
            @if !proposal.grounds.trim().is_empty() {
                div lang="sv" { (prose(&proposal.grounds)) }
            }
            @if let Some(grant) = &proposal.grant { (granted(scene, grant)) }
        }
    }
}

/// What led to the decision: shown while it is prepared, folded in when it has been decided.
pub(super) fn preparation(scene: &Scene<'_>) -> Markup {
    let parts = html! { (proposals(scene)) (examination(scene)) (views(scene)) };
    html! {
        @if scene.initiative.decisions.is_empty() || parts.0.is_empty() {
            (parts)
        } @else {
            details.preparation {
                summary { (scene.lang.t("initiative-preparation")) }
                (parts)
            }
        }
    }
}

/// What the examination found; that it is missing is said while it is waited for.
fn examination(scene: &Scene<'_>) -> Markup {
    let (lang, initiative) = (scene.lang, scene.initiative);
    html! {
        @if initiative.examined.is_some() || initiative.stage == Stage::PreparatoryGroup {
            section aria-labelledby="granskning" {
                h2 #granskning { (lang.t("initiative-examination")) }
                @match &initiative.examined {
                    Some((on, text)) => {
                        p { (lang.ta("initiative-examined-on", &[("day", scene.on(*on).into())])) "." }
                        div lang="sv" { (prose(text)) }
                    }
                    None => p { (lang.t("initiative-examination-none")) },
                }
            }
        }
    }
}

/// The members' views, and who has not stated any.
fn views(scene: &Scene<'_>) -> Markup {
    let (lang, initiative) = (scene.lang, scene.initiative);
    let waiting = matches!(initiative.stage, Stage::PreparatoryGroup | Stage::Completion);
    let members = scene.association.profile.members_on(scene.today);
    let missing: Vec<&str> = members
        .filter(|m| initiative.views.iter().all(|view| view.member != m.id))
        .map(|m| m.name.as_str())
        .collect();
    html! {
        @if initiative.submitted.is_some() && (waiting || !initiative.views.is_empty()) {
            section aria-labelledby="synpunkter" {
                h2 #synpunkter { (lang.t("initiative-views-of-members")) }
                @if initiative.views.is_empty() {
                    p { (lang.t("initiative-views-none")) }
                } @else {
                    ul.views {
                        @for view in &initiative.views {
                            li {
                                p { strong lang="sv" { (scene.member(view.member)) } " " (view_tag(lang, view.view)) }
                                div lang="sv" { (prose(&view.text)) }
                                @let by = [("name", scene.person(view.by).into()), ("day", scene.on(view.on).into())];
                                p.by { (lang.ta("initiative-view-by", &by)) }
                            }
                        }
                    }
                }
                @if waiting && !missing.is_empty() {
                    p { (lang.ta("initiative-views-missing", &[("names", lang.listed(&missing).into())])) }
                }
            }
        }
    }
}

/// The steering group, and who have been told of the decision.
pub(super) fn afterwards(scene: &Scene<'_>) -> Markup {
    let (lang, initiative) = (scene.lang, scene.initiative);
    let mandates = &scene.association.mandates;
    let group = initiative.steering_group.and_then(|id| mandates.bodies.get(&id));
    html! {
        @if let Some(group) = group {
            section aria-labelledby="styrgrupp" {
                h2 #styrgrupp { (lang.t("initiative-steering-group")) }
                p lang="sv" { (group.name) }
                ul {
                    @for seat in mandates.holding(group.id, scene.today.max(group.since)) {
                        li {
                            (scene.person(seat.given.person))
                            @if let Some(member) = seat.given.member {
                                ", " (lang.ta("initiative-for-member", &[("member", scene.member(member).into())]))
                            }
                        }
                    }
                }
            }
        }
        @if let Some((on, told)) = &initiative.informed {
            @let values = [("day", scene.on(*on).into()), ("names", lang.listed(told).into())];
            p.informed { (lang.ta("initiative-informed-on", &values)) }
        }
    }
}
