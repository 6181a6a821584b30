//! What differs between what was handed in at two times, and between what one wrote and what somebody else saved meanwhile.

use domain::initiative::events::{Application, Event};
use domain::initiative::form::{Field, fields};
use kit::changes::{Change, table};
use kit::form::Typed;
use kit::parts;
use maud::{Markup, html};

use super::Scene;
use super::forms::{label, told, typed_draft};

/// What was saved meanwhile, as far as it differs, beside what the reader has typed. Where it is not known any more what
/// they began from, everything that differs from what they typed is shown.
pub fn since(scene: &Scene<'_>, began_from: Option<&Application>, mine: &Typed) -> Vec<Change> {
    let now = scene.application().map(typed_draft).unwrap_or_default();
    let before = began_from.map_or_else(|| mine.clone(), typed_draft);
    let change = |field| {
        let change = between(scene, &before, &now, field)?;
        let typed = told(scene, mine, field);
        let mine = (typed != change.before && typed != change.now).then_some(typed);
        Some(Change { mine, ..change })
    };
    fields().filter_map(change).collect()
}

/// What differs in a field.
fn between(scene: &Scene<'_>, before: &Typed, now: &Typed, field: &Field) -> Option<Change> {
    let (before, now) = (told(scene, before, field), told(scene, now, field));
    let label = || label(scene.lang, field).to_owned();
    (before != now).then(|| Change { label: label(), before, now, mine: None })
}

/// What has changed in the application: each time it was handed in anew, and in what is being written, the latest first.
pub fn show(scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let mut before: Option<Typed> = None;
    let mut changed: Vec<(String, String, Vec<Change>)> = Vec::new();
    let mut compare = |id: String, caption: String, application: &Application| {
        let now = typed_draft(application);
        if let Some(before) = &before {
            let changes = fields().filter_map(|field| between(scene, before, &now, field));
            changed.push((id, caption, changes.collect()));
        }
        before = Some(now);
    };
    for (seq, event) in scene.initiative.history.iter() {
        if let Event::Submitted { application, by, on, .. } | Event::Completed { application, by, on, .. } =
            event
        {
            let handed_in = [("day", scene.on(*on).into()), ("name", scene.person(*by).into())];
            let caption = lang.ta("initiative-change-handed-in", &handed_in);
            compare(format!("inlamnad-{seq}"), caption, application);
        }
    }
    if let Some(written) = scene.writing.written {
        let saved = [("day", scene.on(written.on).into()), ("name", scene.person(written.by).into())];
        let caption = lang.ta("initiative-change-saved", &saved);
        compare("sparad".to_owned(), caption, &written.application);
    }
    html! {
        h1 { (lang.t("initiative-changes")) }
        p.about { a href=(scene.home()) lang="sv" { (scene.initiative.title) } }
        @if changed.is_empty() {
            (parts::empty(lang.t("initiative-changes-none"), None))
        } @else {
            p.lead { (lang.t("initiative-changes-lead")) }
            @for (id, caption, changes) in changed.iter().rev() {
                (table(lang, id, caption, changes))
            }
        }
        p.back { a href=(scene.home()) { (lang.t("back")) } }
    }
}

/// Whether there is something to compare.
pub(super) fn some(scene: &Scene<'_>) -> bool {
    let handed_in =
        scene.initiative.history.iter().filter(|(_, event)| event.application().is_some()).count();
    handed_in > 1 || (handed_in == 1 && scene.writing.written.is_some())
}
