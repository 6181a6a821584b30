//! Putting right: what was entered is taken back, an item is left without a decision, another attests.

use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::ids::{ItemId, MeetingId};
use domain::meeting::attesters::{AttestAtMeeting, RefuseAttestation, ReplaceAttester};
use domain::meeting::events::{Entry, Undecided};
use domain::meeting::take_back::TakeBack;
use domain::meeting::undecided::LeaveUndecided;
use kit::Markup;

use super::item;
use super::stage::{self, After, person};
use crate::pages::{Scene, correcting};

fn corrections(scene: &Scene<'_>) -> (String, Markup) {
    let form = scene.form(&scene.under("rattelser"));
    (scene.lang.t("correct-title").to_owned(), correcting::show(scene, &form))
}

/// `GET …/rattelser`.
pub(super) async fn show(visitor: Visitor) -> Answer {
    stage::page(&visitor, corrections)
}

/// `POST …/rattelser`.
pub(super) async fn take_back(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let entry = correcting::read(&read.text("entry"));
    if entry.is_none() {
        read.wrong("entry", "Välj vad som ska tas tillbaka.");
    }
    let (entry, why) = (entry.unwrap_or(Entry::Opening), read.text("why"));
    let back = TakeBack { meeting: stage::meeting_id(&visitor)?, entry, why };
    let to = stage::home(&visitor, "/rattelser");
    let after = After { to: &to, says: "correct-said" };
    stage::take(&visitor, &sent, read.into(Command::from(back)), after, corrections).await
}

/// `GET …/punkter/{punkt}/utan-beslut`.
pub(super) async fn leaving(visitor: Visitor) -> Answer {
    item::opened(&visitor, "utan-beslut", correcting::undecided)
}

/// `POST …/punkter/{punkt}/utan-beslut`.
pub(super) async fn leave(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let how = match read.text("how").as_str() {
        "postponed" => Undecided::Postponed,
        "withdrawn" => Undecided::Withdrawn,
        "no_quorum" => Undecided::NoQuorum,
        _ => {
            read.wrong("how", "Välj hur punkten slutar.");
            Undecided::Postponed
        }
    };
    let (meeting, item_id) = (stage::meeting_id(&visitor)?, stage::item_id(&visitor)?);
    let command = LeaveUndecided { meeting, item: item_id, how, text: read.text("text") };
    let said = ("#beslut", "undecided-said");
    item::sent_from(&visitor, &sent, read.into(command.into()), said, correcting::undecided).await
}

fn attesters_page(scene: &Scene<'_>) -> (String, Markup) {
    (scene.lang.t("attesters-title").to_owned(), correcting::attesters(scene))
}

/// `GET …/justering/byte`.
pub(super) async fn attesters(visitor: Visitor) -> Answer {
    stage::page(&visitor, attesters_page)
}

/// `POST …/justering/byte`.
pub(super) async fn replace(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let command = ReplaceAttester {
        meeting: stage::meeting_id(&visitor)?,
        instead_of: person(&mut read, "instead_of", "Välj vem som inte kan justera."),
        by: person(&mut read, "by", "Välj vem som justerar i stället."),
        decided: read.text("decided"),
    };
    let to = stage::home(&visitor, "");
    let after = After { to: &to, says: "attesters-replaced" };
    stage::take(&visitor, &sent, read.into(Command::from(command)), after, attesters_page).await
}

/// `POST …/justering/senare`.
pub(super) async fn later(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let typed = read.text("item");
    let numbers = typed.split_once('/').and_then(|(at, item)| Some((at.parse().ok()?, item.parse().ok()?)));
    if numbers.is_none() {
        read.wrong("item", "Välj punkten där det beslutades att justera protokollet.");
    }
    let (at, under) = numbers.unwrap_or_default();
    let command =
        AttestAtMeeting { meeting: stage::meeting_id(&visitor)?, at: MeetingId(at), item: ItemId(under) };
    let to = stage::home(&visitor, "");
    let after = After { to: &to, says: "attesters-later-said" };
    stage::take(&visitor, &sent, read.into(Command::from(command)), after, attesters_page).await
}

/// `POST …/justering/hinder`.
pub(super) async fn refuse(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let typed = read.maybe_text("paragraf");
    let paragraf = typed.as_deref().and_then(|number| number.parse().ok());
    if typed.is_some() && paragraf.is_none() {
        read.wrong("paragraf", "Välj en paragraf i protokollet, eller hela protokollet.");
    }
    let command =
        RefuseAttestation { meeting: stage::meeting_id(&visitor)?, paragraf, why: read.text("why") };
    let command = read.into(Command::from(command));
    let to = stage::home(&visitor, "/justering");
    match visitor.submit(&sent, command).await? {
        Ok(done) => After { to: &to, says: "attest-refuse-said" }.go(&visitor, &done),
        Err(refused) => super::minutes::attestation_again(&visitor, refused).await,
    }
}
