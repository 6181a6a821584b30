//! `…/oppnande`, `…/funktionarer`, `…/avslutning`: the meeting opens, gets its officers, and closes.

use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::ids::{ItemId, PersonId};
use domain::meeting::session::{CloseMeeting, NameOfficers, OpenMeeting};
use kit::form::Form;
use uuid::Uuid;

use super::note;
use super::stage::{self, After};
use crate::pages::{Scene, attendance, closing as page, one};

/// `POST …/oppnande`.
pub(super) async fn open(visitor: Visitor, sent: Sent) -> Answer {
    let open = OpenMeeting { meeting: stage::meeting_id(&visitor)?, at: None };
    let to = stage::home(&visitor, "/narvaro");
    let after = After { to: &to, says: "meeting-said-opened" };
    stage::take(&visitor, &sent, Ok(Command::from(open)), after, |scene| (scene.title(), one::show(scene)))
        .await
}

fn officers_page(scene: &Scene<'_>) -> (String, kit::Markup) {
    let action = scene.under("funktionarer");
    let mut form = scene.form(&action);
    if !scene.came_back(&action) {
        fill(scene, &mut form);
    }
    (scene.lang.t("meeting-officers").to_owned(), attendance::officers(scene, &form))
}

/// Those named already, or those who are likely: the presidium's chair and the one who fills in the form.
fn fill(scene: &Scene<'_>, form: &mut Form) {
    let meeting = scene.meeting;
    let presidium = scene.association.mandates.presidium(meeting.plan.body, meeting.plan.on);
    let serves = |person: &PersonId| meeting.serving().any(|a| a.person == *person);
    let leaders =
        || presidium.into_iter().flat_map(|p| std::iter::once(p.chair).chain(p.vice_chairs.iter().copied()));
    if let Some(chair) = meeting.chair.or_else(|| leaders().find(serves)) {
        form.typed.set("chair", chair);
    }
    let office = |p: &PersonId| {
        scene.association.mandates.sits_in(*p, domain::mandate::events::BodyKind::Office, meeting.plan.on)
    };
    if let Some(secretary) = meeting.secretary.or_else(|| scene.reader.filter(office)) {
        form.typed.set("secretary", secretary);
    }
    for attester in &meeting.attesters {
        form.typed.add("attesters", attester);
    }
}

/// `GET …/funktionarer`.
pub(super) async fn officers(visitor: Visitor) -> Answer {
    stage::page(&visitor, officers_page)
}

/// `POST …/funktionarer`.
pub(super) async fn name(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let named = NameOfficers {
        meeting: stage::meeting_id(&visitor)?,
        chair: stage::person(&mut read, "chair", "Välj vem som leder sammanträdet."),
        secretary: stage::person(&mut read, "secretary", "Välj vem som för protokollet."),
        attesters: read.numbers::<Uuid>("attesters").into_iter().map(PersonId).collect(),
    };
    let to = stage::home(&visitor, "");
    let after = After { to: &to, says: "meeting-said-officers" };
    stage::take(&visitor, &sent, read.into(Command::from(named)), after, officers_page).await
}

fn closing_page(scene: &Scene<'_>, unsaved: &[ItemId]) -> (String, kit::Markup) {
    let form = scene.form(&scene.under("avslutning"));
    (scene.lang.t("meeting-closing").to_owned(), page::close(scene, &form, unsaved))
}

/// `GET …/avslutning`.
pub(super) async fn closing(visitor: Visitor) -> Answer {
    let unsaved = note::unsaved(&visitor).await?;
    stage::page(&visitor, |scene| closing_page(scene, &unsaved))
}

/// `POST …/avslutning`.
pub(super) async fn close(visitor: Visitor, sent: Sent) -> Answer {
    let close = CloseMeeting { meeting: stage::meeting_id(&visitor)?, at: None };
    let to = stage::home(&visitor, "");
    let after = After { to: &to, says: "meeting-said-closed" };
    let unsaved = note::unsaved(&visitor).await?;
    stage::take(&visitor, &sent, Ok(Command::from(close)), after, |scene| closing_page(scene, &unsaved)).await
}
