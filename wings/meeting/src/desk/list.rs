//! `/f/{forbund}/sammantraden`: the list, and planning a meeting.

use access::{Action, Facts};
use desk::roles::Named;
use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::Command;
use domain::ids::{BodyId, MeetingId};
use domain::mandate::events::BodyKind;
use domain::meeting::plan::PlanMeeting;
use kit::list::Drawn;

use crate::pages::{list, plan};

/// `GET /f/{forbund}/sammantraden`, and the same as files.
pub(super) async fn show(visitor: Visitor) -> Answer {
    let (lang, today) = (visitor.lang(), visitor.today());
    let may_plan = plans(&visitor, true);
    let (new, assignments) = (visitor.under("/sammantraden/nytt"), visitor.under("/uppdrag"));
    let face = visitor.read(|association| {
        let opens = |id: MeetingId| {
            let facts = visitor.facts_of(Named::Meeting(id), association);
            visitor.may_on(Action::ReadMeeting, facts)
        };
        let list = list::list(lang, association, may_plan, opens);
        let page = |drawn: &Drawn| list::show(lang, drawn, may_plan.then_some(new.as_str()), &assignments);
        desk::list::answer(&visitor, &list, list::rows(association, today), lang.t("meetings"), page)
    })??;
    face.send(&visitor).await
}

/// Whether the visitor may plan a meeting of the board, or of another body.
fn plans(visitor: &Visitor, of_board: bool) -> bool {
    visitor.may_on(Action::PlanMeeting, Facts { of_board, ..Facts::default() })
}

/// The bodies whose meetings the visitor may plan.
fn bodies(visitor: &Visitor) -> Result<Vec<(BodyId, String)>, Stop> {
    let board = visitor.read(|association| association.mandates.body_of(BodyKind::Board).map(|b| b.id))?;
    let all = visitor.read(list::bodies)?;
    Ok(all.into_iter().filter(|(id, _)| plans(visitor, Some(*id) == board)).collect())
}

/// `GET /f/{forbund}/sammantraden/nytt`.
pub(super) async fn new(visitor: Visitor) -> Answer {
    let bodies = bodies(&visitor)?;
    let mut form = visitor.form(visitor.under("/sammantraden"));
    if let Some((first, _)) = bodies.first() {
        form = form.with("body", first);
    }
    visitor.page(visitor.lang().t("meeting-plan"), &plan::show(&form, &bodies))
}

/// `POST /f/{forbund}/sammantraden`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let body = read.maybe_number("body");
    if body.is_none() {
        read.wrong("body", "Välj vilket organ som ska mötas.");
    }
    let planned = PlanMeeting {
        body: BodyId(body.unwrap_or_default()),
        on: read.date("on"),
        from: read.time("from"),
        until: read.time("until"),
        place: read.text("place"),
        extra: read.maybe_text("extra"),
        asking: Vec::new(),
        asked: None,
    };
    match visitor.submit(&sent, read.into(Command::from(planned))).await? {
        Ok(done) => visitor.see_made(&done, &visitor.under("/sammantraden"), "meeting-said-planned"),
        Err(refused) => {
            let bodies = bodies(&visitor)?;
            refused.again(&visitor, visitor.lang().t("meeting-plan"), |form| plan::show(form, &bodies))
        }
    }
}
