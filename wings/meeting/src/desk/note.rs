//! `…/punkter/{punkt}/anteckning`: the note of an item, saved in the minutes, and kept while it is written.

use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::submit::Refused;
use desk::visitor::Visitor;
use desk::writing::{discard_note, save_note};
use desk::{autosave, note};
use domain::ids::ItemId;
use domain::meeting::events::SubReport;
use domain::meeting::paragraf::{TakeUpItem, WriteNote};
use domain::{Command, Refusal};

use super::item::back_on_page;
use super::stage::{self, After};
use crate::pages::Noting;

/// `POST …/anteckning`: what is written is kept first, so that nobody writes over another, and then saved in the minutes.
pub(super) async fn write(visitor: Visitor, sent: Sent) -> Answer {
    let written = written(&visitor, &sent)?;
    let kept = match save_note(&visitor, seen(&visitor, &sent), written.clone()).await? {
        Ok(kept) => kept,
        Err(refusal) => return passed(&visitor, &sent, refusal).await,
    };
    let next = if sent.read().text("then") == "next" { next(&visitor)? } else { None };
    let (meeting, mut commands) = (written.meeting, vec![Command::from(written)]);
    commands.extend(next.map(|item| Command::from(TakeUpItem { meeting, item, paragraf: None })));
    match visitor.submit_all(&sent, Ok(commands)).await? {
        Ok(done) => match next {
            Some(item) => {
                let to = stage::home(&visitor, &format!("/punkter/{item}/behandling"));
                After { to: &to, says: "meeting-said-noted-next" }.go(&visitor, &done)
            }
            None => {
                let to = format!("{}#anteckning", stage::item_home(&visitor));
                After { to: &to, says: "meeting-said-noted" }.go(&visitor, &done)
            }
        },
        Err(refused) => back(&visitor.with_note(kept), refused),
    }
}

/// The item after this one on the agenda.
fn next(visitor: &Visitor) -> Result<Option<ItemId>, Stop> {
    stage::item(visitor, None, |scene, item| {
        let after = scene.meeting.items.iter().skip_while(|other| other.id != item.id).nth(1);
        after.map(|next| next.id)
    })
}

/// The items of the meeting with a note that is written and not saved in the minutes.
pub(super) async fn unsaved(visitor: &Visitor) -> Result<Vec<ItemId>, Stop> {
    let meeting = stage::meeting_id(visitor)?;
    let items: Vec<ItemId> = stage::scene(visitor, None, |scene| {
        scene.meeting.items.iter().filter(|item| item.paragraf.is_some()).map(|item| item.id).collect()
    })?;
    let mut left = Vec::new();
    for item in items {
        let note = note::read(visitor.app(), visitor.slug()?, meeting, item).await?;
        let beside = stage::scene(visitor, None, |scene| {
            let noting = Noting { version: note.version, written: note.written.as_ref(), last: None };
            scene.meeting.item(item).is_some_and(|item| noting.beside(item).is_some())
        })?;
        if beside {
            left.push(item);
        }
    }
    Ok(left)
}

/// `POST …/anteckning/sparning`: keeps what is being written, and says so in a line.
pub(super) async fn keep(visitor: Visitor, sent: Sent) -> Answer {
    match save_note(&visitor, seen(&visitor, &sent), written(&visitor, &sent)?).await? {
        Ok(kept) => {
            let at = kept.last.map_or(visitor.now(), |(_, at)| at);
            Ok(autosave::saved(&visitor, kept.version, at))
        }
        Err(refusal) => autosave::unsaved(&visitor, refusal),
    }
}

/// `POST …/anteckning/kassering`: throws away what is not saved in the minutes.
pub(super) async fn discard(visitor: Visitor) -> Answer {
    discard_note(&visitor, stage::meeting_id(&visitor)?, stage::item_id(&visitor)?).await?;
    visitor.go_with(&format!("{}#anteckning", stage::item_home(&visitor)), "meeting-said-note-discarded")
}

/// The version that whoever sends the form has seen; a form without one stands on what there is.
fn seen(visitor: &Visitor, sent: &Sent) -> u64 {
    sent.read().maybe_number("version").unwrap_or(visitor.note().version)
}

fn written(visitor: &Visitor, sent: &Sent) -> Result<WriteNote, Stop> {
    let mut read = sent.read();
    let reports = read
        .all("report_title")
        .into_iter()
        .zip(read.all("report_case"))
        .zip(read.all("report_text"))
        .map(|((title, case), text)| SubReport {
            title,
            case_number: Some(case).filter(|c| !c.is_empty()),
            text,
        })
        .filter(|r| !(r.title.is_empty() && r.case_number.is_none() && r.text.is_empty()))
        .collect();
    let (meeting, item) = (stage::meeting_id(visitor)?, stage::item_id(visitor)?);
    Ok(WriteNote { meeting, item, text: read.text("text"), reports })
}

/// The form again when somebody else was first, or the note cannot be written now.
async fn passed(visitor: &Visitor, sent: &Sent, refusal: Refusal) -> Answer {
    let refused = visitor.refused(sent, refusal)?;
    let (meeting, item) = (stage::meeting_id(visitor)?, stage::item_id(visitor)?);
    let now = note::read(visitor.app(), visitor.slug()?, meeting, item).await?;
    back(&visitor.with_note(now), refused)
}

/// The item's page with the form in it; what it stands beside has been read when it is sent again.
fn back(visitor: &Visitor, mut refused: Refused) -> Answer {
    refused.form.typed.set("version", visitor.note().version);
    back_on_page(visitor, stage::renamed(refused, &[("reports", "report_title")]))
}
