//! `…/punkter/{punkt}/…`: one item while it is handled, and what is noted under it.

use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::submit::Refused;
use desk::visitor::Visitor;
use domain::assignment::follow_up::GiveAssignment;
use domain::ids::PersonId;
use domain::meeting::attendance::NoteDisqualification;
use domain::meeting::paragraf::TakeUpItem;
use domain::meeting::reservation::NotifyReservation;
use domain::meeting::state::Item;
use domain::{Command, Refusal};
use kit::form::Form;

use super::live;
use super::stage::{self, After, person};
use crate::pages::{Scene, acts, handling};

fn title(item: &Item) -> String {
    match item.paragraf {
        Some(paragraf) => format!("§ {paragraf} {}", item.content.title),
        None => item.content.title.clone(),
    }
}

/// `GET …/behandling`.
pub(super) async fn show(visitor: Visitor) -> Answer {
    stage::item_page(&visitor, |scene, item| {
        (title(item), live::listening(&visitor, scene, handling::show(scene, item)))
    })
}

/// A form that stands on the item's page.
pub(super) async fn on_page(
    visitor: &Visitor,
    sent: &Sent,
    command: Result<Command, Refusal>,
    anchor: &str,
    says: &'static str,
) -> Answer {
    match visitor.submit(sent, command).await? {
        Ok(done) => {
            let to = format!("{}{anchor}", stage::item_home(visitor));
            After { to: &to, says }.go(visitor, &done)
        }
        Err(refused) => back_on_page(visitor, refused),
    }
}

/// The item's page again, with the form that was not carried out.
pub(super) fn back_on_page(visitor: &Visitor, refused: Refused) -> Answer {
    let (title, main) =
        stage::item(visitor, Some(&refused.form), |scene, item| (title(item), handling::show(scene, item)))?;
    refused.again(visitor, &title, |_| main)
}

/// A form with a page of its own.
pub(super) fn opened(
    visitor: &Visitor,
    noun: &str,
    show: impl FnOnce(&Scene<'_>, &Item, &Form) -> kit::Markup,
) -> Answer {
    stage::item_page(visitor, |scene, item| {
        let form = scene.form(&scene.item_at(item.id, noun));
        (title(item), show(scene, item, &form))
    })
}

/// What came of a form with a page of its own.
pub(super) async fn sent_from(
    visitor: &Visitor,
    sent: &Sent,
    command: Result<Command, Refusal>,
    (anchor, says): (&str, &'static str),
    show: impl FnOnce(&Scene<'_>, &Item, &Form) -> kit::Markup,
) -> Answer {
    match visitor.submit(sent, command).await? {
        Ok(done) => {
            let to = format!("{}{anchor}", stage::item_home(visitor));
            After { to: &to, says }.go(visitor, &done)
        }
        Err(refused) => {
            let (title, main) = stage::item(visitor, Some(&refused.form), |scene, item| {
                (title(item), show(scene, item, &refused.form))
            })?;
            refused.again(visitor, &title, |_| main)
        }
    }
}

/// `POST …/behandling`: the item is taken up under the next paragraph.
pub(super) async fn take_up(visitor: Visitor, sent: Sent) -> Answer {
    let (meeting, item) = (stage::meeting_id(&visitor)?, stage::item_id(&visitor)?);
    let command = Command::from(TakeUpItem { meeting, item, paragraf: None });
    on_page(&visitor, &sent, Ok(command), "", "meeting-said-taken-up").await
}

/// `GET …/jav`.
pub(super) async fn disqualify(visitor: Visitor) -> Answer {
    opened(&visitor, "jav", acts::disqualification)
}

/// `POST …/jav`.
pub(super) async fn disqualified(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let command = NoteDisqualification {
        meeting: stage::meeting_id(&visitor)?,
        item: stage::item_id(&visitor)?,
        person: person(&mut read, "person", "Välj vem som är jävig."),
        ground: read.text("ground"),
    };
    let command = read.into(Command::from(command));
    sent_from(&visitor, &sent, command, ("", "meeting-said-disqualified"), acts::disqualification).await
}

/// `GET …/reservationer`.
pub(super) async fn reservation(visitor: Visitor) -> Answer {
    opened(&visitor, "reservationer", |scene, item, form| acts::reservation(scene, item, form, false))
}

/// `POST …/reservationer`.
pub(super) async fn reserved(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let by = person(&mut read, "by", "Välj vem som reserverar sig.");
    let command = reserves(&visitor, by, read.text("text"))?;
    let said = ("#reservationer", "meeting-said-reserved");
    sent_from(&visitor, &sent, read.into(command), said, |scene, item, form| {
        acts::reservation(scene, item, form, false)
    })
    .await
}

/// `GET …/min-reservation`.
pub(super) async fn own_reservation(visitor: Visitor) -> Answer {
    opened(&visitor, "min-reservation", |scene, item, form| acts::reservation(scene, item, form, true))
}

/// `POST …/min-reservation`.
pub(super) async fn own_reserved(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let command = reserves(&visitor, visitor.actor()?, read.text("text"))?;
    let said = ("#reservationer", "meeting-said-reserved");
    sent_from(&visitor, &sent, read.into(command), said, |scene, item, form| {
        acts::reservation(scene, item, form, true)
    })
    .await
}

fn reserves(visitor: &Visitor, by: PersonId, text: String) -> Result<Command, Stop> {
    let (meeting, item) = (stage::meeting_id(visitor)?, stage::item_id(visitor)?);
    Ok(Command::from(NotifyReservation { meeting, item, by, text }))
}

/// `GET …/uppdrag`.
pub(super) async fn assignment(visitor: Visitor) -> Answer {
    opened(&visitor, "uppdrag", acts::assignment)
}

/// `POST …/uppdrag`.
pub(super) async fn assign(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let chosen = read.maybe_text("person").and_then(|id| id.parse().ok()).map(PersonId);
    let known = chosen.map(|id| visitor.read(|a| a.profile.person_name(id).to_owned())).transpose()?;
    let given = GiveAssignment {
        meeting: stage::meeting_id(&visitor)?,
        item: stage::item_id(&visitor)?,
        to: known.unwrap_or_else(|| read.text("to")),
        person: chosen,
        what: read.text("what"),
        due: read.maybe_date("due"),
    };
    let command = read.into(Command::from(given));
    sent_from(&visitor, &sent, command, ("#uppdrag", "meeting-said-assigned"), acts::assignment).await
}
