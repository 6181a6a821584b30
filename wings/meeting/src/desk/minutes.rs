//! `…/protokoll` and `…/justering`: the minutes, read, as PDF, written out, attested; one paragraph of them.

use desk::print;
use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::submit::Refused;
use desk::visitor::Visitor;
use domain::Command;
use domain::ids::ItemId;
use domain::meeting::attest::AttestMinutes;
use domain::meeting::minutes::WriteMinutes;
use domain::seal::Digest;
use papers::{Extract, Minutes};

use super::note;
use super::sealed::{self, Read};
use super::stage::{self, After};
use crate::pages::papers::{self as pages_of, SEEN};
use crate::pages::{Scene, one};

fn reading(scene: &Scene<'_>, paper: &Minutes, unsaved: &[ItemId]) -> (String, kit::Markup) {
    let title = format!("{}: {}", scene.lang.t("meeting-minutes"), scene.title());
    (title, pages_of::minutes(scene, paper, unsaved))
}

/// The minutes as they read now.
async fn read(visitor: &Visitor) -> Result<Read, Stop> {
    sealed::minutes(visitor, stage::meeting_id(visitor)?).await
}

/// There are minutes once a paragraph has been taken up.
fn begun(visitor: &Visitor) -> Result<(), Stop> {
    let begun = stage::scene(visitor, None, |scene| scene.meeting.paragrafer().is_some())?;
    if begun { Ok(()) } else { Err(Stop::NotFound(Some("protokollet"))) }
}

/// `GET …/protokoll`.
pub(super) async fn show(visitor: Visitor) -> Answer {
    begun(&visitor)?;
    let Read { paper, .. } = read(&visitor).await?;
    let unsaved = note::unsaved(&visitor).await?;
    stage::page(&visitor, |scene| reading(scene, &paper, &unsaved))
}

/// `GET …/protokoll.pdf`.
pub(super) async fn pdf(visitor: Visitor) -> Answer {
    begun(&visitor)?;
    let Read { paper, .. } = read(&visitor).await?;
    print::pdf(&format!("protokoll-{}", paper.held_on), move || documents::minutes(&paper)).await
}

/// `GET …/protokoll/{paragraf}` and `…/protokoll/{paragraf}.pdf`.
pub(super) async fn paragraf(visitor: Visitor) -> Answer {
    let (number, as_pdf) = numbered(visitor.parameter("paragraf"))?;
    let Read { paper, .. } = read(&visitor).await?;
    let paper = Extract::of(&paper, number).ok_or(Stop::NotFound(Some("paragrafen")))?;
    if as_pdf {
        return print::pdf(&file_name(&paper), move || documents::extract(&paper)).await;
    }
    let main = stage::scene(&visitor, None, |scene| pages_of::extract(scene, &paper))?;
    visitor.page(&format!("§ {number} {}", paper.paragraf.title), &main)
}

/// `37` or `37.pdf`.
pub(super) fn numbered(last: &str) -> Result<(u32, bool), Stop> {
    let (number, as_pdf) = last.strip_suffix(".pdf").map_or((last, false), |number| (number, true));
    number.parse().map(|number| (number, as_pdf)).map_err(|_| Stop::NotFound(Some("paragrafen")))
}

/// `protokollsutdrag-2026-03-20-37`.
pub(super) fn file_name(paper: &Extract) -> String {
    format!("protokollsutdrag-{}-{}", paper.held_on, paper.paragraf.number)
}

/// `POST …/protokoll`: writing them out creates them.
pub(super) async fn write(visitor: Visitor, sent: Sent) -> Answer {
    let write = WriteMinutes { meeting: stage::meeting_id(&visitor)?, on: None };
    let to = stage::home(&visitor, "");
    let refused = match visitor.submit(&sent, Ok(Command::from(write))).await? {
        Ok(done) => return After { to: &to, says: "meeting-said-written" }.go(&visitor, &done),
        Err(refused) => refused,
    };
    let Read { paper, .. } = read(&visitor).await?;
    let unsaved = note::unsaved(&visitor).await?;
    stage::again(&visitor, refused, |scene| {
        if scene.meeting.paragrafer().is_some() {
            reading(scene, &paper, &unsaved)
        } else {
            (scene.title(), one::show(scene))
        }
    })
}

fn attesting(scene: &Scene<'_>, read: &Read) -> (String, kit::Markup) {
    // What came back is shown as it is now: the form is about that.
    let seal = read.seal.as_ref().map(ToString::to_string).unwrap_or_default();
    let form = scene.form(&scene.under("justering")).with(SEEN, seal);
    (scene.lang.t("meeting-attest-title").to_owned(), pages_of::attestation(scene, &read.paper, &form))
}

/// `GET …/justering`.
pub(super) async fn attestation(visitor: Visitor) -> Answer {
    let read = read(&visitor).await?;
    stage::page(&visitor, |scene| attesting(scene, &read))
}

/// The page again, with a form on it that was not carried out.
pub(super) async fn attestation_again(visitor: &Visitor, refused: Refused) -> Answer {
    let read = read(visitor).await?;
    stage::again(visitor, refused, |scene| attesting(scene, &read))
}

/// `POST …/justering`: one attests what one has read, and nothing that came after.
pub(super) async fn attest(visitor: Visitor, sent: Sent) -> Answer {
    let mut form = sent.read();
    let seen = form.maybe_text(SEEN).map(Digest);
    let attest = AttestMinutes { meeting: stage::meeting_id(&visitor)?, by: None, seen, on: None };
    let command = form.into(attest.into());
    let to = stage::home(&visitor, "");
    match visitor.submit(&sent, command).await? {
        Ok(done) => After { to: &to, says: "meeting-said-attested" }.go(&visitor, &done),
        Err(refused) => attestation_again(&visitor, refused).await,
    }
}
