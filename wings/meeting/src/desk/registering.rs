//! `…/diarieforing/{handling}`: the notice or the minutes in the case register, under the year's case of the body.

use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::Command;
use domain::case_register::events::{Direction, Form, Paper};
use domain::case_register::register::{OpenCase, RegisterDocument};
use domain::event::Subject;
use domain::ids::CaseId;

use super::stage::{self, After};
use crate::pages::{Scene, one};

fn shown(scene: &Scene<'_>) -> (String, kit::Markup) {
    (scene.title(), one::show(scene))
}

/// `POST …/diarieforing/kallelse` and `…/diarieforing/protokoll`.
pub(super) async fn register(visitor: Visitor, sent: Sent) -> Answer {
    let paper = match visitor.parameter("handling") {
        "kallelse" => Form::Notice,
        "protokoll" => Form::Minutes,
        _ => return Err(Stop::NotFound(Some("handlingen"))),
    };
    let subject = stage::scene(&visitor, None, |scene| {
        format!("Sammanträden {}: {}", scene.meeting.plan.on.year(), scene.body())
    })?;
    if case(&visitor, &subject)?.is_none() {
        let open = OpenCase { subject: subject.clone(), number: None, on: visitor.today() };
        if let Err(refused) = stage::several(&visitor, &sent, vec![Command::from(open)]).await? {
            return stage::again(&visitor, refused, shown);
        }
    }
    let case = case(&visitor, &subject)?.ok_or(Stop::NotFound(Some("ärendet")))?;
    let entry = stage::scene(&visitor, None, |scene| entry(scene, case, paper))?;
    let entry = entry.ok_or(Stop::NotFound(Some("handlingen")))?;
    let to = stage::home(&visitor, "#handlingar");
    let after = After { to: &to, says: "meeting-said-registered" };
    stage::take(&visitor, &sent, Ok(Command::from(entry)), after, shown).await
}

/// The open case with a subject.
fn case(visitor: &Visitor, subject: &str) -> Result<Option<CaseId>, Stop> {
    visitor.read(|association| {
        let open = |c: &&domain::case_register::state::Case| c.subject == subject && c.closed.is_none();
        association.register.cases.values().find(open).map(|case| case.id)
    })
}

/// What is registered: the notice once it is sent, the minutes once they are attested.
fn entry(scene: &Scene<'_>, case: CaseId, form: Form) -> Option<RegisterDocument> {
    let meeting = scene.meeting;
    let day = meeting.plan.on;
    let (direction, dated, counterpart, title) = if form == Form::Notice {
        let sent = meeting.notice.as_ref()?;
        let to = "Ledamöter och ersättare".to_owned();
        (Direction::Sent, sent.on, Some(to), format!("Kallelse till sammanträde {day}"))
    } else {
        let range =
            meeting.paragrafer().map(|(first, last)| format!(" § {first}–{last}")).unwrap_or_default();
        (Direction::DrawnUp, meeting.attested_on()?, None, format!("Protokoll {day}{range}"))
    };
    Some(RegisterDocument {
        case,
        direction,
        dated,
        counterpart,
        title,
        source: Some(Paper { form, of: Subject::Meeting(meeting.id()) }),
        secrecy: None,
    })
}
