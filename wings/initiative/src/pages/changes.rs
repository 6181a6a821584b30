//! What differs between two savings of a draft, and between what one wrote and what somebody else saved meanwhile.

use domain::initiative::events::{Application, Event};
use domain::initiative::form::{Field, fields};
use domain::initiative::state::Initiative;
use kit::changes::{Change, table};
use kit::form::Typed;
use kit::parts;
use maud::{Markup, html};

use super::Scene;
use super::forms::{label, told, typed_draft};

/// What was saved after a version, as far as it differs, beside what the reader has typed.
pub fn since(scene: &Scene<'_>, version: u64, mine: &Typed) -> Vec<Change> {
    let none = Application::default();
    let before = typed_draft(saved_by(scene.initiative, version).unwrap_or(&none));
    let now = typed_draft(scene.initiative.application.as_ref().unwrap_or(&none));
    let change = |field| {
        let change = between(scene, &before, &now, field)?;
        let typed = told(scene, mine, field);
        let mine = (typed != change.before && typed != change.now).then_some(typed);
        Some(Change { mine, ..change })
    };
    fields().filter_map(change).collect()
}

/// The application as it was at a version.
fn saved_by(initiative: &Initiative, version: u64) -> Option<&Application> {
    let then = initiative.history.iter().take_while(|(seq, _)| *seq <= version);
    then.filter_map(|(_, event)| saved(event)).last()
}

fn saved(event: &Event) -> Option<&Application> {
    if let Event::DraftSaved { application, .. } = event { Some(application.as_ref()) } else { None }
}

/// What differs in a field.
fn between(scene: &Scene<'_>, before: &Typed, now: &Typed, field: &Field) -> Option<Change> {
    let (before, now) = (told(scene, before, field), told(scene, now, field));
    let label = || label(scene.lang, field).to_owned();
    (before != now).then(|| Change { label: label(), before, now, mine: None })
}

/// The draft's history: each saving with what it changed, the latest first.
pub fn show(scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let mut before: Option<Typed> = None;
    let mut savings = Vec::new();
    for (seq, event) in scene.initiative.history.iter() {
        let Event::DraftSaved { application, by, on, .. } = event else { continue };
        let now = typed_draft(application);
        if let Some(before) = &before {
            let changes = fields().filter_map(|field| between(scene, before, &now, field));
            savings.push((seq, *by, *on, changes.collect::<Vec<_>>()));
        }
        before = Some(now);
    }
    html! {
        h1 { (lang.t("initiative-changes")) }
        p.about { a href=(scene.home()) lang="sv" { (scene.initiative.title) } }
        @if savings.is_empty() {
            (parts::empty(lang.t("initiative-changes-none"), None))
        } @else {
            p.lead { (lang.t("initiative-changes-lead")) }
            @for (seq, by, on, changes) in savings.iter().rev() {
                @let saved = [("day", scene.on(*on).into()), ("name", scene.person(*by).into())];
                @let caption = lang.ta("initiative-change-saved", &saved);
                (table(lang, &format!("sparat-{seq}"), &caption, changes))
            }
        }
        p.back { a href=(scene.home()) { (lang.t("back")) } }
    }
}
