//! What has happened to an initiative, the latest first, with who and what it led to.

use domain::ids::{InitiativeId, ItemId, MeetingId, PersonId};
use domain::initiative::events::{BoardOutcome, Event, Interlocutor, Stage};
use jiff::civil::Date;
use kit::format::{day, prose};
use kit::parts::{self, Entry};
use maud::{Markup, html};

use super::words::view_tag;
use super::{Scene, changes};

/// What is said of one fact.
struct Told {
    on: Date,
    what: String,
    by: Option<PersonId>,
    more: Option<Markup>,
}

impl Told {
    fn new(on: Date, what: impl Into<String>) -> Self {
        Self { on, what: what.into(), by: None, more: None }
    }

    fn by(self, person: PersonId) -> Self {
        Self { by: Some(person), ..self }
    }

    fn more(self, more: Markup) -> Self {
        Self { more: Some(more), ..self }
    }

    fn words(self, text: &str) -> Self {
        if text.trim().is_empty() {
            return self;
        }
        self.more(html! { div lang="sv" { (prose(text)) } })
    }
}

/// The history.
pub(super) fn section(scene: &Scene<'_>) -> Markup {
    let mut entries = Vec::new();
    for (_, event) in scene.initiative.history.iter().rev() {
        let told = told(scene, event);
        entries.push(Entry {
            when: day(scene.lang, told.on),
            what: html! { (told.what) @if let Some(by) = told.by { span.who { ", " (scene.person(by)) } } },
            who: None,
            more: told.more,
        });
    }
    html! {
        section aria-labelledby="historia" {
            h2 #historia { (scene.lang.t("initiative-history")) }
            @for part in scene.association.initiatives.values().filter(|it| it.merged_into == Some(scene.initiative.id)) {
                p { (scene.lang.t("initiative-has-merged")) " " (to(scene, part.id)) }
            }
            (parts::timeline(scene.lang.t("initiative-history"), &entries))
            @if changes::some(scene) {
                p { a href=(scene.under("andringar")) { (scene.lang.t("initiative-see-changes")) } }
            }
        }
    }
}

/// A link to another initiative, by its title.
fn to(scene: &Scene<'_>, other: InitiativeId) -> Markup {
    let title = scene.association.initiatives.get(&other).map_or("–", |it| it.title.as_str());
    html! { a lang="sv" href={ (scene.base) "/insatser/" (other) } { (title) } }
}

fn told(scene: &Scene<'_>, event: &Event) -> Told {
    let say = |on: &Date, key: &'static str| Told::new(*on, scene.lang.find(key).unwrap_or(key));
    match event {
        Event::IdeaNoted { text, by, on, .. } => say(on, "initiative-was-noted").by(*by).words(text),
        Event::IdeaTalkedOver { with, note, by, on, .. } => say(on, talked(*with)).by(*by).words(note),
        Event::Rested { why, on, .. } => say(on, "initiative-was-rested").words(why),
        Event::Merged { into, by, on, .. } => {
            say(on, "initiative-was-merged").by(*by).more(html! { p { (to(scene, *into)) } })
        }
        Event::Resumed { on, .. } => say(on, "initiative-was-resumed"),
        Event::ApplicationBegun { by, on, .. } => say(on, "initiative-was-begun").by(*by),
        Event::DraftDiscarded { by, on, .. } => say(on, "initiative-was-discarded").by(*by),
        Event::Submitted { by, on, .. } => registered(scene, say(on, "initiative-was-submitted").by(*by)),
        Event::CompletionAsked { what, by, on, .. } => say(on, "initiative-was-asked").by(*by).words(what),
        Event::Completed { by, on, .. } => say(on, "initiative-was-completed").by(*by),
        Event::MemberViewStated { member, view, text, by, on, .. } => {
            let what = scene.lang.ta("initiative-was-viewed", &[("member", scene.member(*member).into())]);
            let more = html! { p { (view_tag(scene.lang, *view)) } div lang="sv" { (prose(text)) } };
            Told::new(*on, what).by(*by).more(more)
        }
        Event::Examined { text, by, on, .. } => say(on, "initiative-was-examined").by(*by).words(text),
        Event::Proposed { proposal, by, on, .. } if proposal.approve => {
            say(on, "initiative-was-proposed-approval").by(*by)
        }
        Event::Proposed { by, on, .. } => say(on, "initiative-was-proposed-rejection").by(*by),
        Event::CommitteePrepared { proposal, by, on, .. } if proposal.approve => {
            say(on, "initiative-was-prepared-approval").by(*by)
        }
        Event::CommitteePrepared { by, on, .. } => say(on, "initiative-was-prepared-rejection").by(*by),
        Event::SentBack { to, why, by, on, .. } if *to == Stage::WorkingCommittee => {
            say(on, "initiative-was-sent-back-committee").by(*by).words(why)
        }
        Event::SentBack { why, by, on, .. } => say(on, "initiative-was-sent-back-group").by(*by).words(why),
        Event::Decided { meeting, item, paragraf, outcome, on, .. } => {
            say(on, decided(outcome)).more(under(scene, *meeting, *item, *paragraf))
        }
        Event::DecisionTakenBack { on, .. } => say(on, "initiative-was-taken-back"),
        Event::Informed { to, by, on, .. } => {
            say(on, "initiative-was-informed").by(*by).words(&scene.lang.listed(to))
        }
        Event::SteeringGroupSet { on, .. } => say(on, "initiative-was-grouped"),
        Event::Started { on, .. } if *on > scene.today => say(on, "initiative-is-to-start"),
        Event::Started { on, .. } => say(on, "initiative-was-started"),
        Event::Withdrawn { why, by, on, .. } => say(on, "initiative-was-withdrawn").by(*by).words(why),
    }
}

fn talked(with: Interlocutor) -> &'static str {
    match with {
        Interlocutor::Manager => "initiative-was-talked-manager",
        Interlocutor::Office => "initiative-was-talked-office",
    }
}

fn decided(outcome: &BoardOutcome) -> &'static str {
    match outcome {
        BoardOutcome::Granted(_) => "initiative-was-granted",
        BoardOutcome::Rejected { .. } => "initiative-was-rejected",
        BoardOutcome::SentBack { .. } => "initiative-was-returned",
    }
}

/// The number that the handing in led to.
fn registered(scene: &Scene<'_>, told: Told) -> Told {
    match scene.case_number() {
        Some(number) => {
            let says = scene.lang.ta("initiative-was-registered", &[("number", number.into())]);
            told.more(html! { p { (says) } })
        }
        None => told,
    }
}

/// The paragraph of the minutes, with a link for those who may read the meeting.
fn under(scene: &Scene<'_>, meeting: MeetingId, item: ItemId, paragraf: u32) -> Markup {
    let number = format!("§\u{a0}{paragraf}");
    html! {
        p {
            @match scene.paragraf(meeting, item) {
                Some(href) => a href=(href) { (number) },
                None => (number),
            }
        }
    }
}
