//! `…/punkter` and `…/tillagg`: the agenda, set before the notice and added to at the meeting.

use desk::sent::{Reader, Sent};
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::ids::{CaseId, InitiativeId, ItemId};
use domain::meeting::agenda::{AddItem, ChangeItem, MoveItem, RemoveItem};
use domain::meeting::events::{ItemContent, ItemKind, Matter};
use domain::meeting::matter;
use kit::form::{Form, Typed};

use super::stage::{self, After};
use crate::pages::{Scene, agenda, one};

/// `GET …/punkter/ny`; `?insats=3` fills it in from what has been proposed to the board.
pub(super) async fn new(visitor: Visitor) -> Answer {
    opened(&visitor, "punkter")
}

/// `GET …/tillagg`.
pub(super) async fn new_now(visitor: Visitor) -> Answer {
    opened(&visitor, "tillagg")
}

fn opened(visitor: &Visitor, noun: &str) -> Answer {
    let asked: Option<u32> = visitor.asked_typed().get("insats").parse().ok();
    stage::page(visitor, |scene| {
        if let Err(refusal) = agenda::adds(scene) {
            let title = scene.lang.t("meeting-item-add").to_owned();
            return (title, agenda::closed(scene, &refusal, asked.map(InitiativeId)));
        }
        let form = scene.form(&scene.under(noun)).with("kind", "decision");
        let known = asked.and_then(|id| scene.association.initiatives.get(&InitiativeId(id)));
        let form = match known {
            Some(initiative) => form.filled(written(&matter::item_about(scene.association, initiative))),
            None => form,
        };
        adding(scene, &form)
    })
}

fn adding(scene: &Scene<'_>, form: &Form) -> (String, kit::Markup) {
    let lang = scene.lang;
    let title = lang.t("meeting-item-add").to_owned();
    let main = agenda::item_form(scene, form, &title, lang.t("meeting-item-add-do"));
    (title, main)
}

/// The item as it stands in the fields.
fn content(read: &mut Reader<'_>) -> ItemContent {
    let kind = read.choice::<ItemKind>("kind").unwrap_or(ItemKind::Information);
    ItemContent {
        kind,
        title: read.text("title"),
        text: read.text("text"),
        presenter: read.maybe_text("presenter"),
        proposed: stage::lines(&read.text("proposed")),
        appendices: stage::lines(&read.text("appendices")),
        matter: concerns(read),
    }
}

fn concerns(read: &mut Reader<'_>) -> Option<Matter> {
    let typed = read.maybe_text("matter")?;
    let known = match typed.split_once(':') {
        Some(("insats", id)) => id.parse().ok().map(|id| Matter::Initiative(InitiativeId(id))),
        Some(("arende", id)) => id.parse().ok().map(|id| Matter::Case(CaseId(id))),
        Some(_) | None => None,
    };
    if known.is_none() {
        read.wrong("matter", "Välj vad punkten gäller bland alternativen.");
    }
    known
}

/// `POST …/punkter`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    add(&visitor, &sent, "meeting-said-item").await
}

/// `POST …/tillagg`.
pub(super) async fn create_now(visitor: Visitor, sent: Sent) -> Answer {
    add(&visitor, &sent, "meeting-said-item-now").await
}

async fn add(visitor: &Visitor, sent: &Sent, says: &'static str) -> Answer {
    let mut read = sent.read();
    let add = AddItem { meeting: stage::meeting_id(visitor)?, content: content(&mut read), place: None };
    let to = stage::home(visitor, "#dagordning");
    stage::take(visitor, sent, read.into(Command::from(add)), After { to: &to, says }, |scene| {
        let form = scene.sent.cloned().unwrap_or_else(|| scene.form(&scene.under("punkter")));
        adding(scene, &form)
    })
    .await
}

/// `GET …/punkter/{punkt}`.
pub(super) async fn edit(visitor: Visitor) -> Answer {
    stage::item_page(&visitor, |scene, item| {
        let form = scene.form(&scene.under(&format!("punkter/{}", item.id)));
        changing(scene, &form.filled(written(&item.content)))
    })
}

fn changing(scene: &Scene<'_>, form: &Form) -> (String, kit::Markup) {
    let lang = scene.lang;
    let title = lang.t("meeting-item-change-title").to_owned();
    let main = agenda::item_form(scene, form, &title, lang.t("meeting-item-change-do"));
    (title, main)
}

/// The item as the fields say it.
fn written(content: &ItemContent) -> Typed {
    let mut typed = Typed::default();
    let kind = match content.kind {
        ItemKind::Formal => "formal",
        ItemKind::Information => "information",
        ItemKind::Decision => "decision",
        ItemKind::Consultation => "consultation",
        ItemKind::Election => "election",
    };
    typed.set("kind", kind);
    typed.set("title", &content.title);
    typed.set("text", &content.text);
    typed.set("presenter", content.presenter.as_deref().unwrap_or_default());
    typed.set("proposed", content.proposed.join("\n"));
    typed.set("appendices", content.appendices.join("\n"));
    let matter = match content.matter {
        Some(Matter::Initiative(id)) => format!("insats:{id}"),
        Some(Matter::Case(id)) => format!("arende:{id}"),
        None => String::new(),
    };
    typed.set("matter", matter);
    typed
}

/// `POST …/punkter/{punkt}`.
pub(super) async fn change(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let (meeting, item) = (stage::meeting_id(&visitor)?, stage::item_id(&visitor)?);
    let change = ChangeItem { meeting, item, content: content(&mut read) };
    let to = stage::home(&visitor, "#dagordning");
    let after = After { to: &to, says: "meeting-said-item-changed" };
    stage::take(&visitor, &sent, read.into(Command::from(change)), after, |scene| {
        let form =
            scene.sent.cloned().unwrap_or_else(|| scene.form(&scene.under(&format!("punkter/{item}"))));
        changing(scene, &form)
    })
    .await
}

/// `POST …/punkter/{punkt}/plats`.
pub(super) async fn place(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let (meeting, item) = (stage::meeting_id(&visitor)?, stage::item_id(&visitor)?);
    let to: u32 = read.number("to");
    button(&visitor, &sent, read.into(Command::from(MoveItem { meeting, item, to })), "meeting-said-moved")
        .await
}

/// `POST …/punkter/{punkt}/borttagning`.
pub(super) async fn remove(visitor: Visitor, sent: Sent) -> Answer {
    let (meeting, item): (_, ItemId) = (stage::meeting_id(&visitor)?, stage::item_id(&visitor)?);
    let command = sent.read().into(Command::from(RemoveItem { meeting, item }));
    button(&visitor, &sent, command, "meeting-said-removed").await
}

/// A button beside an item, on the meeting's page.
async fn button(
    visitor: &Visitor,
    sent: &Sent,
    command: Result<Command, domain::Refusal>,
    says: &'static str,
) -> Answer {
    let to = stage::home(visitor, "#dagordning");
    stage::take(visitor, sent, command, After { to: &to, says }, |scene| (scene.title(), one::show(scene)))
        .await
}
