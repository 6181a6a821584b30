//! `…/protokoll` and `…/justering`: the minutes, read, as PDF, written out, attested; one paragraph of them.

use desk::print;
use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::Command;
use domain::meeting::attest::AttestMinutes;
use domain::meeting::minutes::WriteMinutes;
use domain::meeting::paper;

use super::stage::{self, After};
use crate::pages::papers::{self as pages_of, SEEN};
use crate::pages::{Scene, one};

fn reading(scene: &Scene<'_>) -> (String, kit::Markup) {
    let paper = paper::minutes(scene.association, scene.meeting, scene.today());
    (format!("{}: {}", scene.lang.t("meeting-minutes"), scene.title()), pages_of::minutes(scene, &paper))
}

/// There are minutes once a paragraph has been taken up.
fn begun(visitor: &Visitor) -> Result<(), Stop> {
    let begun = stage::scene(visitor, None, |scene| scene.meeting.paragrafer().is_some())?;
    if begun { Ok(()) } else { Err(Stop::NotFound(Some("protokollet"))) }
}

/// `GET …/protokoll`.
pub(super) async fn show(visitor: Visitor) -> Answer {
    begun(&visitor)?;
    stage::page(&visitor, reading)
}

/// `GET …/protokoll.pdf`.
pub(super) async fn pdf(visitor: Visitor) -> Answer {
    begun(&visitor)?;
    let paper = stage::scene(&visitor, None, |scene| {
        paper::minutes(scene.association, scene.meeting, scene.today())
    })?;
    print::pdf(&format!("protokoll-{}", paper.held_on), move || documents::minutes(&paper)).await
}

/// `GET …/protokoll/{paragraf}` and `…/protokoll/{paragraf}.pdf`.
pub(super) async fn paragraf(visitor: Visitor) -> Answer {
    let (number, as_pdf) = numbered(visitor.parameter("paragraf"))?;
    let found = stage::scene(&visitor, None, |scene| {
        let paper = paper::extract(scene.association, scene.meeting, number)?;
        let main = (!as_pdf).then(|| pages_of::extract(scene, &paper));
        Some((paper, main))
    })?;
    let (paper, main) = found.ok_or(Stop::NotFound(Some("paragrafen")))?;
    match main {
        Some(main) => visitor.page(&format!("§ {number} {}", paper.paragraf.title), &main),
        None => print::pdf(&file_name(&paper), move || documents::extract(&paper)).await,
    }
}

/// `37` or `37.pdf`.
pub(super) fn numbered(last: &str) -> Result<(u32, bool), Stop> {
    let (number, as_pdf) = last.strip_suffix(".pdf").map_or((last, false), |number| (number, true));
    number.parse().map(|number| (number, as_pdf)).map_err(|_| Stop::NotFound(Some("paragrafen")))
}

/// `protokollsutdrag-2026-03-20-37`.
pub(super) fn file_name(paper: &papers::Extract) -> String {
    format!("protokollsutdrag-{}-{}", paper.held_on, paper.paragraf.number)
}

/// `POST …/protokoll`: writing them out creates them.
pub(super) async fn write(visitor: Visitor, sent: Sent) -> Answer {
    let write = WriteMinutes { meeting: stage::meeting_id(&visitor)?, on: None };
    let to = stage::home(&visitor, "");
    let after = After { to: &to, says: "meeting-said-written" };
    stage::take(&visitor, &sent, Ok(Command::from(write)), after, |scene| {
        if scene.meeting.paragrafer().is_some() { reading(scene) } else { (scene.title(), one::show(scene)) }
    })
    .await
}

fn attesting(scene: &Scene<'_>) -> (String, kit::Markup) {
    let paper = paper::minutes(scene.association, scene.meeting, scene.today());
    // What came back is shown as it is now: the form is about that.
    let form = scene.form(&scene.under("justering")).with(SEEN, scene.meeting.minutes_version());
    (scene.lang.t("meeting-attest-title").to_owned(), pages_of::attestation(scene, &paper, &form))
}

/// `GET …/justering`.
pub(super) async fn attestation(visitor: Visitor) -> Answer {
    stage::page(&visitor, attesting)
}

/// `POST …/justering`: one attests what one has read, and nothing that came after.
pub(super) async fn attest(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let seen = read.maybe_number(SEEN);
    let attest = AttestMinutes { meeting: stage::meeting_id(&visitor)?, by: None, seen, on: None };
    let command = read.into(attest.into());
    let to = stage::home(&visitor, "");
    stage::take(&visitor, &sent, command, After { to: &to, says: "meeting-said-attested" }, attesting).await
}
