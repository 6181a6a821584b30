//! What differs between two savings of a draft, and between what one wrote and what somebody else saved meanwhile.

use domain::ids::MemberId;
use domain::initiative::events::{Application, Event};
use domain::initiative::state::Initiative;
use kit::changes::{Change, table};
use kit::form::Typed;
use kit::parts;
use maud::{Markup, html};

use super::Scene;
use super::forms::{draft_label, typed_draft};

/// The fields of the form, in its order.
const FIELDS: [&str; 21] = [
    "title",
    "orientation",
    "need",
    "target_group",
    "needs_coordination",
    "aims_at_work_ability",
    "parties",
    "carrier",
    "members_heard",
    "method",
    "goals",
    "indicators",
    "from",
    "until",
    "budget",
    "follow_up",
    "evaluation",
    "implementation",
    "receiver",
    "service_by_association",
    "asf",
];

/// What was saved after a version, as far as it differs, beside what the reader has typed.
pub fn since(scene: &Scene<'_>, version: u64, mine: &Typed) -> Vec<Change> {
    let none = Application::default();
    let before = typed_draft(saved_by(scene.initiative, version).unwrap_or(&none));
    let now = typed_draft(scene.initiative.application.as_ref().unwrap_or(&none));
    let mut changes = between(scene, &before, &now);
    for change in &mut changes {
        let field = FIELDS.iter().find(|name| draft_label(scene.lang, name) == change.label);
        let typed = field.map(|name| shown(scene, mine, name)).unwrap_or_default();
        change.mine = (typed != change.before && typed != change.now).then_some(typed);
    }
    changes
}

/// The application as it was at a version.
fn saved_by(initiative: &Initiative, version: u64) -> Option<&Application> {
    let then = initiative.history.iter().take_while(|(seq, _)| *seq <= version);
    then.filter_map(|(_, event)| saved(event)).last()
}

fn saved(event: &Event) -> Option<&Application> {
    if let Event::DraftSaved { application, .. } = event { Some(application.as_ref()) } else { None }
}

fn between(scene: &Scene<'_>, before: &Typed, now: &Typed) -> Vec<Change> {
    let change = |name: &&str| {
        let (before, now) = (shown(scene, before, name), shown(scene, now, name));
        (before != now).then(|| Change {
            label: draft_label(scene.lang, name).to_owned(),
            before,
            now,
            mine: None,
        })
    };
    FIELDS.iter().filter_map(change).collect()
}

/// What stands in a field, as a reader says it.
fn shown(scene: &Scene<'_>, typed: &Typed, name: &str) -> String {
    let lang = scene.lang;
    let values: Vec<&str> = typed.all(name).filter(|value| !value.trim().is_empty()).collect();
    match name {
        "parties" | "members_heard" | "carrier" | "receiver" => {
            let members = values.iter().filter_map(|id| id.parse().ok()).map(MemberId);
            let names: Vec<&str> = members.map(|id| scene.member(id)).collect();
            lang.listed(&names)
        }
        "needs_coordination" | "aims_at_work_ability" | "service_by_association" => {
            if values.is_empty() { lang.t("no") } else { lang.t("yes") }.to_owned()
        }
        "orientation" => match values.first() {
            Some(&"structural") => lang.t("initiative-orientation-structural").to_owned(),
            Some(_) => lang.t("initiative-orientation-individual").to_owned(),
            None => String::new(),
        },
        "asf" => {
            let words = values.iter().map(|value| match *value {
                "involved" => lang.t("initiative-draft-asf-involved"),
                "cash_to_business" => lang.t("initiative-draft-asf-cash"),
                "starts_or_develops" => lang.t("initiative-draft-asf-starts"),
                "membership" => lang.t("initiative-draft-asf-membership"),
                _ => lang.t("initiative-draft-asf-trains"),
            });
            words.collect::<Vec<_>>().join("\n")
        }
        "budget" => {
            let rows = typed.all("budget_year").zip(typed.all("budget_amount"));
            let rows = rows.filter(|(year, amount)| !year.trim().is_empty() || !amount.trim().is_empty());
            rows.map(|(year, amount)| format!("{}: {} kr", year.trim(), amount.trim()))
                .collect::<Vec<_>>()
                .join("\n")
        }
        _ => typed.get(name).trim().to_owned(),
    }
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
            savings.push((seq, *by, *on, between(scene, before, &now)));
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
