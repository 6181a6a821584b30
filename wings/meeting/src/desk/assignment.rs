//! `/f/{forbund}/uppdrag`: what the meetings have told somebody to do: listed, read, reported and finished.

use access::{Action, Facts};
use desk::roles::Named;
use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::assignment::follow_up::{FinishAssignment, ReportAssignment};
use domain::assignment::state::Assignment;
use domain::ids::AssignmentId;
use domain::{Association, Command};
use kit::form::Form;
use kit::list::Drawn;

use crate::pages::assignment as page;

/// `GET /f/{forbund}/uppdrag`, and the same as files.
pub(super) async fn list(visitor: Visitor) -> Answer {
    let (lang, today) = (visitor.lang(), visitor.today());
    let face = visitor.read(|association| {
        let list = page::list(lang, association, today);
        let shown = |drawn: &Drawn| page::all(lang, drawn);
        desk::list::answer(&visitor, &list, page::rows(association), lang.t("assignments"), shown)
    })??;
    face.send(&visitor).await
}

fn named(visitor: &Visitor) -> Result<AssignmentId, Stop> {
    visitor.number("uppdrag").map(AssignmentId).map_err(|_| Stop::NotFound(Some("uppdraget")))
}

/// Whether the visitor may say how it goes: whose it is, or who may do so for others.
fn reports(visitor: &Visitor, assignment: &Assignment) -> bool {
    let for_another = assignment.given.person.is_none() || assignment.given.person != visitor.person();
    visitor.may_on(Action::ReportAssignment, Facts { for_another, ..Facts::default() })
}

fn draw(visitor: &Visitor, association: &Association, form: &Form) -> Option<(String, kit::Markup)> {
    let id = named(visitor).ok()?;
    let assignment = association.assignments.assignments.get(&id)?;
    let meeting = Named::Meeting(assignment.given.meeting);
    let reads = visitor.may_on(Action::ReadMeeting, visitor.facts_of(meeting, association));
    let form = Some(form).filter(|_| assignment.done.is_none() && reports(visitor, assignment));
    let main = page::one(visitor.lang(), association, assignment, visitor.today(), reads, form);
    Some((visitor.lang().t("assignment").to_owned(), main))
}

/// `GET /f/{forbund}/uppdrag/{uppdrag}`.
pub(super) async fn show(visitor: Visitor) -> Answer {
    let form = visitor.form(visitor.under(&format!("/uppdrag/{}/rapport", visitor.parameter("uppdrag"))));
    let drawn = visitor.read(|association| draw(&visitor, association, &form))?;
    let (title, main) = drawn.ok_or(Stop::NotFound(Some("uppdraget")))?;
    visitor.page(&title, &main)
}

/// `POST /f/{forbund}/uppdrag/{uppdrag}/rapport`: how far it has come, or that it is done.
pub(super) async fn report(visitor: Visitor, sent: Sent) -> Answer {
    let assignment = named(&visitor)?;
    if !visitor.read(|association| association.assignments.assignments.contains_key(&assignment))? {
        return Err(Stop::NotFound(Some("uppdraget")));
    }
    let mut read = sent.read();
    let (note, done) = (read.text("note"), read.text("then") == "done");
    let command = if done {
        Command::from(FinishAssignment { assignment, note })
    } else {
        Command::from(ReportAssignment { assignment, note })
    };
    match visitor.submit(&sent, read.into(command)).await? {
        Ok(made) => {
            let to = visitor.under(&format!("/uppdrag/{assignment}"));
            visitor.see(&made, &to, if done { "assignment-said-done" } else { "assignment-said-reported" })
        }
        Err(refused) => {
            let drawn = visitor.read(|association| draw(&visitor, association, &refused.form))?;
            let (title, main) = drawn.ok_or(Stop::NotFound(Some("uppdraget")))?;
            refused.again(&visitor, &title, |_| main)
        }
    }
}
