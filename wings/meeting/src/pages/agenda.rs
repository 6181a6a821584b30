//! The agenda: read, set, and one item's form.

use domain::act::Decision;
use domain::case_register::state::Case;
use domain::decision::{Ctx, Refusal};
use domain::event::Subject;
use domain::ids::InitiativeId;
use domain::initiative::events::Stage;
use domain::initiative::next::open_agendas;
use domain::initiative::state::Initiative;
use domain::meeting::agenda::AddItem;
use domain::meeting::events::{ItemKind, Matter};
use domain::meeting::state::Item;
use kit::at;
use kit::form::{Choice, Form};
use kit::parts::{self, Tone};
use maud::{Markup, html};

use super::Scene;
use super::words::kind_name;

/// The agenda as it stands on the meeting's page.
pub(super) fn section(scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let sets = scene.sets_agenda();
    html! {
        section aria-labelledby="dagordning" {
            h2 #dagordning { (lang.t("meeting-agenda")) }
            @if scene.meeting.items.is_empty() {
                (parts::empty(lang.t("meeting-agenda-empty"), None))
            } @else {
                ol.agenda {
                    @for (at, item) in scene.meeting.items.iter().enumerate() { (entry(scene, at.saturating_add(1), item, sets)) }
                }
            }
            @if sets {
                p.actions { a href=(scene.under("punkter/ny")) { (lang.t("meeting-item-add")) } }
                (standing(scene))
            } @else if scene.keeps() && scene.meeting.notice.is_some() && !approved(scene) {
                p.actions { a href=(scene.under("tillagg")) { (lang.t("meeting-item-add-now")) } }
            }
        }
    }
}

/// Whether the agenda has been approved: from then on nothing is added.
fn approved(scene: &Scene<'_>) -> bool {
    let approval = |i: &&Item| i.content.title == "Godkännande av dagordning" && i.decision.is_some();
    scene.meeting.items.iter().any(|i| approval(&i))
}

fn entry(scene: &Scene<'_>, place: usize, item: &Item, sets: bool) -> Markup {
    let lang = scene.lang;
    let content = &item.content;
    html! {
        li value=(place) data-state=[state(scene, item)] {
            div.agenda-head {
                p.agenda-title lang="sv" {
                    @if let Some(paragraf) = item.paragraf { span.paragraf-sign { "§\u{a0}" (paragraf) } " " }
                    @if opens(scene, item) {
                        a href=(scene.item_at(item.id, "behandling")) { (content.title) }
                    } @else {
                        (content.title)
                    }
                }
                p.agenda-tags {
                    @if content.kind != ItemKind::Formal { (kind_name(lang, content.kind)) " " }
                    (tags(scene, item))
                }
            }
            (details(scene, item))
            @if sets { (tools(scene, place, item)) }
        }
    }
}

/// Whether the item has a page of its own that says more.
fn opens(scene: &Scene<'_>, item: &Item) -> bool {
    item.paragraf.is_some() || scene.keeps()
}

fn state(scene: &Scene<'_>, item: &Item) -> Option<&'static str> {
    if !scene.running() {
        return None;
    }
    match (item.paragraf, scene.latest_item()) {
        (Some(_), Some(latest)) if latest.id == item.id => Some("current"),
        (Some(_), _) => Some("done"),
        (None, _) => None,
    }
}

fn tags(scene: &Scene<'_>, item: &Item) -> Markup {
    let lang = scene.lang;
    html! {
        @if item.at_the_meeting && scene.meeting.notice.is_some() { (parts::status(Tone::Plain, lang.t("meeting-item-added"))) " " }
        @if let Some(vote) = &item.vote {
            @if vote.result.is_none() { (parts::status(Tone::Now, lang.t("meeting-vote-open-tag"))) " " }
        }
        @if item.decision.is_some() { (parts::status(Tone::Done, lang.t("meeting-decided"))) }
    }
}

/// What stands with an item on the agenda.
pub(super) fn details(scene: &Scene<'_>, item: &Item) -> Markup {
    let lang = scene.lang;
    let content = &item.content;
    html! {
        @if let Some(matter) = content.matter { p.agenda-facts { (matter_link(scene, matter)) } }
        @if let Some(presenter) = &content.presenter {
            p.agenda-facts { (lang.t("meeting-presenter")) " " span lang="sv" { (presenter) } }
        }
        @if !content.text.is_empty() { div lang="sv" { (kit::format::prose(&content.text)) } }
        @if !content.proposed.is_empty() {
            div.proposed {
                p.label { (lang.t("meeting-proposed")) }
                ul.clauses lang="sv" { @for clause in &content.proposed { li { (clause) } } }
            }
        }
        @if !content.appendices.is_empty() {
            p.agenda-facts { (lang.t("meeting-appendices")) " " span lang="sv" { (content.appendices.join(" · ")) } }
        }
    }
}

/// What the item is about, with a link for those who may read it.
fn matter_link(scene: &Scene<'_>, matter: Matter) -> Markup {
    let lang = scene.lang;
    match matter {
        Matter::Initiative(id) => {
            let Some(initiative) = scene.association.initiatives.get(&id) else { return html! {} };
            let number = number_of(scene, initiative);
            html! {
                (lang.t("meeting-about-initiative")) " "
                @if scene.rights.initiatives {
                    a lang="sv" href=(at::initiative(scene.base, id)) { (initiative.title) }
                } @else {
                    span lang="sv" { (initiative.title) }
                }
                @if let Some(number) = number { " (" (number) ")" }
                @if scene.rights.initiatives && initiative.submitted.is_some() {
                    " · " a href=(at::read_application(scene.base, id)) { (lang.t("meeting-read-application")) }
                    @if initiative.before_the_board().is_some() {
                        " · " a href=(at::proposals(scene.base, id)) { (lang.t("meeting-read-proposals")) }
                    }
                }
            }
        }
        Matter::Case(id) => {
            let Some(case) = scene.association.register.cases.get(&id) else { return html! {} };
            html! {
                (lang.t("meeting-about-case")) " "
                @if scene.rights.read_register {
                    a href=(at::case(scene.base, id)) { (case.number) }
                } @else {
                    (case.number)
                }
                " " span lang="sv" { (case.subject) }
            }
        }
    }
}

fn number_of<'a>(scene: &Scene<'a>, initiative: &Initiative) -> Option<&'a str> {
    scene.association.register.cases.get(&initiative.case?).map(|case| case.number.as_str())
}

/// The buttons of an item while the agenda is being set.
fn tools(scene: &Scene<'_>, place: usize, item: &Item) -> Markup {
    let lang = scene.lang;
    let title = item.content.title.as_str();
    let last = scene.meeting.items.len();
    let step = |to: usize, key: &'static str, sign: &str| {
        let form = scene.form(&scene.item_at(item.id, "plats"));
        html! {
            form.tool method="post" action=(form.action) {
                (form.hidden_id())
                input type="hidden" name="to" value=(to);
                button.small type="submit" {
                    span aria-hidden="true" { (sign) }
                    span.visually-hidden { (lang.ta(key, &[("title", title.into())])) }
                }
            }
        }
    };
    let away = scene.form(&scene.item_at(item.id, "borttagning"));
    html! {
        div.agenda-tools {
            @if place > 1 { (step(place.saturating_sub(1), "meeting-item-up", "↑")) }
            @if place < last { (step(place.saturating_add(1), "meeting-item-down", "↓")) }
            a href=(scene.under(&format!("punkter/{}", item.id))) {
                (lang.t("meeting-item-change")) span.visually-hidden { " " (title) }
            }
            form.tool method="post" action=(away.action) {
                (away.hidden_id())
                button.plain type="submit" { (lang.t("meeting-item-remove")) span.visually-hidden { " " (title) } }
            }
        }
    }
}

/// The applications that stand with the board and are not on the agenda of a meeting to come.
pub fn waiting<'a>(scene: &Scene<'a>) -> Vec<&'a Initiative> {
    if !scene.is_board() {
        return Vec::new();
    }
    let about = |i: &Item, id| i.content.matter == Some(Matter::Initiative(id)) && i.decision.is_none();
    let ahead = |m: &&domain::meeting::state::Meeting| {
        m.closed.is_none() && m.source.is_none() && (m.opened.is_some() || m.plan.on >= scene.today())
    };
    let on_agenda = |id| {
        let meetings = || scene.association.meetings.values().filter(ahead);
        meetings().any(|m| m.items.iter().any(|i| about(i, id)))
    };
    let all = scene.association.initiatives.values();
    all.filter(|i| i.stage == Stage::Board && !on_agenda(i.id)).collect()
}

fn standing(scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let waiting = waiting(scene);
    html! {
        @if !waiting.is_empty() {
            @let body = html! {
                p { (lang.t("meeting-waiting-says")) }
                ul.plain-list {
                    @for initiative in &waiting {
                        li {
                            a href={ (scene.under("punkter/ny")) "?insats=" (initiative.id) } lang="sv" { (initiative.title) }
                            @if let Some(number) = number_of(scene, initiative) { " (" (number) ")" }
                        }
                    }
                }
            };
            (parts::note(Tone::Wait, lang.t("meeting-waiting"), &body))
        }
    }
}

/// Whether something can be put on the agenda now.
///
/// # Errors
/// The refusal that whoever tried would meet.
pub fn adds(scene: &Scene<'_>) -> Result<(), Refusal> {
    let look = Ctx::look(scene.today());
    AddItem::ACT.fits(scene.association, Subject::Meeting(scene.meeting.id()), &look)
}

/// Nothing can be put on this agenda: why, what to do instead, and the agendas that are open.
pub fn closed(scene: &Scene<'_>, why: &Refusal, about: Option<InitiativeId>) -> Markup {
    let lang = scene.lang;
    let (says, instead) = match why {
        Refusal::Order { says, instead } => (says.as_str(), instead.as_deref()),
        Refusal::Changed(says) => (says.as_str(), None),
        Refusal::Fields(_)
        | Refusal::Law(_)
        | Refusal::ReasonNeeded(_)
        | Refusal::NotFound(_)
        | Refusal::Denied(_) => (lang.t("meeting-agenda-closed"), None),
    };
    let open = open_agendas(scene.association, scene.today());
    html! {
        h1 { (lang.t("meeting-item-add")) }
        p.lead lang="sv" { (scene.title()) }
        (parts::note(Tone::Stop, lang.t("meeting-agenda-closed"), &html! {
            p lang="sv" { (says) }
            @if let Some(instead) = instead { p lang="sv" { (instead) } }
        }))
        @if let Some(about) = about {
            ul.also {
                @for meeting in open {
                    @let day = super::words::on_day(lang, meeting.plan.on);
                    li {
                        a href=(at::new_item(scene.base, meeting.id(), about)) {
                            (lang.ta("meeting-agenda-of", &[("day", day.into())]))
                        }
                    }
                }
                @if scene.rights.plan { li { a href=(at::new_meeting(scene.base)) { (lang.t("meeting-plan")) } } }
            }
        }
        p { a href=(scene.home()) { (lang.t("meeting-back")) } }
    }
}

/// The form of an item; what it is about can be any matter of the association.
pub fn item_form(scene: &Scene<'_>, form: &Form, title: &str, button: &str) -> Markup {
    let lang = scene.lang;
    let kind = |kind: &str, label: &'static str| Choice::new(kind, lang.t(label));
    let kinds = vec![
        kind("decision", "meeting-kind-decision").hint(lang.t("meeting-kind-decision-hint")),
        kind("information", "meeting-kind-information"),
        kind("consultation", "meeting-kind-consultation").hint(lang.t("meeting-kind-consultation-hint")),
        kind("election", "meeting-kind-election"),
        kind("formal", "meeting-kind-formal").hint(lang.t("meeting-kind-formal-hint")),
    ];
    html! {
        (form.head())
        h1 { (title) }
        p.lead lang="sv" { (scene.title()) }
        (form.around(button, &html! {
            (form.text("title", lang.t("meeting-item-title")))
            (form.radios("kind", lang.t("meeting-item-kind"), kinds))
            (form.select("matter", lang.t("meeting-item-matter"), matters(scene)).optional())
            (form.area("text", lang.t("meeting-item-text")).hint(lang.t("meeting-item-text-hint")).optional())
            (form.text("presenter", lang.t("meeting-item-presenter")).optional())
            (form.area("proposed", lang.t("meeting-item-proposed")).hint(lang.t("meeting-clauses-hint")).optional().rows(4))
            (form.area("appendices", lang.t("meeting-item-appendices")).hint(lang.t("meeting-item-appendices-hint")).optional().rows(3))
        }))
        p { a href=(scene.home()) { (lang.t("meeting-back")) } }
    }
}

/// Every matter an item may be about: what waits for the board first, then open cases.
fn matters(scene: &Scene<'_>) -> Vec<Choice> {
    let lang = scene.lang;
    let submitted = scene.association.initiatives.values().filter(|i| i.submitted.is_some());
    let mut choices = vec![Choice::new("", lang.t("meeting-item-no-matter"))];
    choices.extend(submitted.map(|i| {
        let number = number_of(scene, i).map_or_else(String::new, |n| format!(" ({n})"));
        Choice::new(
            format!("insats:{}", i.id),
            format!("{}: {}{number}", lang.t("meeting-about-initiative-short"), i.title),
        )
    }));
    let has_initiative =
        |case: &Case| scene.association.initiatives.values().any(|i| i.case == Some(case.id));
    let cases =
        scene.association.register.cases.values().filter(|c| c.closed.is_none() && !has_initiative(c));
    choices.extend(
        cases.map(|case| {
            Choice::new(format!("arende:{}", case.id), format!("{} {}", case.number, case.subject))
        }),
    );
    choices
}
