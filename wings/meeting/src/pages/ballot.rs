//! A vote: one's own ballot, the count, and how it was settled. Secret ballots show numbers and nothing else.

use domain::ids::{PersonId, ProposalId};
use domain::meeting::events::{TieBreak, VoteMatter};
use domain::meeting::state::{Item, Vote};
use kit::Lang;
use kit::form::{Choice, Field, Form};
use kit::parts::{self, Column, Tone};
use maud::{Markup, html};

use super::Scene;

/// What abstaining is called in the forms.
pub const ABSTAIN: &str = "avstar";

/// The proposals to choose between, and to abstain.
fn choices(scene: &Scene<'_>, item: &Item, vote: &Vote) -> Vec<Choice> {
    let mut choices: Vec<Choice> =
        vote.between.iter().map(|id| Choice::new(id, named(scene, item, *id))).collect();
    choices.push(Choice::new(ABSTAIN, scene.lang.t("meeting-abstain")));
    choices
}

/// A proposal in a sentence: *Yrkande 1, Asta Alm: att bevilja*.
fn named(scene: &Scene<'_>, item: &Item, id: ProposalId) -> String {
    let Some(proposal) = item.proposals.iter().find(|p| p.id == id) else { return id.to_string() };
    let lang = scene.lang;
    format!("{} {id}, {}: {}", lang.t("meeting-proposal"), scene.who(proposal.by), proposal.text)
}

/// The reader's own ballot, while the vote goes on.
pub(super) fn mine(scene: &Scene<'_>, item: &Item) -> Markup {
    let lang = scene.lang;
    let Some(vote) = item.vote.as_ref().filter(|v| v.result.is_none() && v.slips.is_none()) else {
        return html! {};
    };
    let Some(me) = scene.reader.filter(|_| scene.rights.vote && scene.takes_part(item)) else {
        return html! {};
    };
    let action = scene.item_at(item.id, "min-rost");
    let mut form = scene.form(&action);
    let voted = scene.has_voted(item, me);
    if let (Some(choice), false) = (vote.ballots.get(&me), scene.came_back(&action)) {
        form = form.with("choice", choice.map_or_else(|| ABSTAIN.to_owned(), |id| id.to_string()));
    }
    let body = html! {
        @if voted { p { (lang.t(if vote.secret { "meeting-ballot-cast-secret" } else { "meeting-ballot-cast" })) } }
        p { (lang.t(if vote.secret { "meeting-vote-secret-says" } else { "meeting-vote-open-says" })) }
        (form.around(lang.t(if voted { "meeting-ballot-change" } else { "meeting-ballot-do" }), &html! {
            (form.radios("choice", lang.t("meeting-ballot"), choices(scene, item, vote)))
        }))
    };
    parts::note(Tone::Now, lang.t("meeting-vote-now"), &body)
}

/// The vote as it stands, and for the one who keeps the minutes what can be done with it.
pub(super) fn section(scene: &Scene<'_>, item: &Item) -> Markup {
    let lang = scene.lang;
    let can_open = scene.keeps() && item.decision.is_none() && item.proposals.len() > 1;
    html! {
        @match &item.vote {
            Some(vote) => {
                section aria-labelledby="omrostning" {
                    h2 #omrostning {
                        (lang.t(if vote.secret { "meeting-vote-secret" } else { "meeting-vote-open" }))
                        @if vote.result.is_none() { " " (parts::status(Tone::Now, lang.t("meeting-vote-open-tag"))) }
                    }
                    @match vote.result {
                        Some((won, tie)) => { (result(scene, item, vote, won, tie)) }
                        None => { (running(scene, item, vote)) }
                    }
                }
            }
            None if can_open => {
                p { a href=(scene.item_at(item.id, "omrostning")) { (lang.t("meeting-vote-hold")) } }
            }
            None => {}
        }
    }
}

/// The count so far: in a secret vote only how many have voted.
fn running(scene: &Scene<'_>, item: &Item, vote: &Vote) -> Markup {
    let lang = scene.lang;
    let serving: Vec<_> = scene.meeting.serving_in(item).map(|a| a.person).collect();
    let cast = serving.iter().filter(|p| scene.has_voted(item, **p)).count();
    let means = lang.ta("meeting-ballots-of", &[("all", serving.len().into())]);
    html! {
        (parts::counter(lang.t("meeting-ballots"), &cast.to_string(), &means))
        @if !vote.secret || vote.slips.is_some() { (table(scene, item, vote, false)) }
        @if scene.keeps() {
            @if vote.waits_for_lot() {
                p { (lang.t("meeting-tie-waits")) }
            } @else if vote.secret {
                p { (lang.t("meeting-vote-secret-own")) }
                @let waiting = serving.iter().filter(|p| !scene.has_voted(item, **p)).copied();
                @let waiting = scene.people(waiting);
                @if !waiting.is_empty() { p { (lang.t("meeting-ballots-waiting")) " " span lang="sv" { (waiting) } } }
            } @else {
                (recorded(scene, item, vote, &noted_for(vote, &serving)))
            }
            (count(scene, item, vote))
        }
        p { a href=(scene.item_at(item.id, "behandling")) { (lang.t("meeting-reload")) } }
    }
}

/// Those whose ballot may be noted: whoever has cast their own changes it themselves.
fn noted_for(vote: &Vote, serving: &[PersonId]) -> Vec<PersonId> {
    let own = |p: &PersonId| vote.ballots.contains_key(p) && !vote.noted.contains_key(p);
    serving.iter().copied().filter(|p| !own(p)).collect()
}

/// The open ballots of those who vote by voice or hand, noted by the one who keeps the minutes.
fn recorded(scene: &Scene<'_>, item: &Item, vote: &Vote, serving: &[PersonId]) -> Markup {
    let lang = scene.lang;
    let action = scene.item_at(item.id, "roster");
    let mut form = scene.form(&action);
    if !scene.came_back(&action) {
        for person in serving {
            let cast =
                vote.ballots.get(person).map(|c| c.map_or_else(|| ABSTAIN.to_owned(), |id| id.to_string()));
            form.typed.add("ballot", cast.unwrap_or_default());
        }
    }
    html! {
        details open[scene.came_back(&action)] {
            summary { (lang.t("meeting-ballots-note")) }
            p { (lang.t("meeting-ballots-note-says")) }
            (form.around(lang.t("meeting-ballots-note-do"), &html! {
                @for (row, person) in serving.iter().enumerate() {
                    @let mut own = vec![Choice::new("", lang.t("meeting-ballot-not-yet"))];
                    @let () = own.extend(choices(scene, item, vote));
                    input type="hidden" name="ballot_of" value=(person);
                    (ballot_field(&form, &scene.who(*person), own, row))
                }
            }))
        }
    }
}

fn ballot_field<'a>(form: &'a Form, name: &'a str, choices: Vec<Choice>, row: usize) -> Field<'a> {
    form.select("ballot", name, choices).row(row)
}

/// Counting: the button, and the lot where an election may need it.
fn count(scene: &Scene<'_>, item: &Item, vote: &Vote) -> Markup {
    let lang = scene.lang;
    let form = scene.form(&scene.item_at(item.id, "rostrakning"));
    let leaders = vote.leaders();
    let votes = leaders.first().map_or(0, |id| vote.count(*id));
    // Of a secret vote nothing is known before the slips are counted: the lot is asked for when they came out equal.
    let asked = vote.matter != VoteMatter::Ordinary && votes > 0 && leaders.len() > 1;
    let mut drawn = vec![Choice::new("", lang.t("meeting-lot-none"))];
    drawn.extend(leaders.iter().map(|id| Choice::new(id, named(scene, item, *id))));
    html! {
        (form.around(lang.t(if vote.waits_for_lot() { "meeting-lot-do" } else { "meeting-count-do" }), &html! {
            @if asked { (form.select("lot", lang.t("meeting-lot"), drawn).hint(lang.t("meeting-lot-hint"))) }
        }))
    }
}

/// The votes of each proposal; who gave them only in an open vote.
fn table(scene: &Scene<'_>, item: &Item, vote: &Vote, names: bool) -> Markup {
    let lang = scene.lang;
    let names = names && !vote.secret;
    let mut columns = vec![Column::new(lang.t("meeting-proposal")), Column::number(lang.t("meeting-votes"))];
    if names {
        columns.push(Column::new(lang.t("meeting-voters")));
    }
    let by = |choice: Option<ProposalId>| {
        scene.people(vote.ballots.iter().filter(|(_, cast)| **cast == choice).map(|(by, _)| *by))
    };
    let abstained = vote.abstained();
    let rows = html! {
        @for id in &vote.between {
            tr {
                th scope="row" lang="sv" { (named(scene, item, *id)) }
                td.num { (vote.count(*id)) }
                @if names { td lang="sv" { (by(Some(*id))) } }
            }
        }
        @if abstained > 0 {
            tr {
                th scope="row" { (lang.t("meeting-abstained")) }
                td.num { (abstained) }
                @if names { td lang="sv" { (by(None)) } }
            }
        }
    };
    parts::table("roster-tabell", lang.t("meeting-count"), &columns, &rows)
}

fn result(scene: &Scene<'_>, item: &Item, vote: &Vote, won: ProposalId, tie: Option<TieBreak>) -> Markup {
    let lang = scene.lang;
    html! {
        (table(scene, item, vote, true))
        p {
            strong { (lang.t("meeting-won")) } " " span lang="sv" { (named(scene, item, won)) }
            @if let Some(tie) = tie { ". " (settled(lang, tie)) }
        }
    }
}

fn settled(lang: Lang, tie: TieBreak) -> &'static str {
    match tie {
        TieBreak::CastingVote => lang.t("meeting-tie-casting"),
        TieBreak::Lot => lang.t("meeting-tie-lot"),
    }
}
