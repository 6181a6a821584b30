//! Registering a meeting's notice or minutes, under the case that keeps the body's meetings of the year.

use access::Action;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::{self, Act, Decision};
use crate::case_register::events::{Direction, Entry, Event, Form, Paper, Series};
use crate::case_register::register::{next_number, noted};
use crate::decision::{Ctx, Decided, Entered, Refusal};
use crate::event::Subject;
use crate::ids::{CaseId, MeetingId};
use crate::meeting::state::Meeting;
use crate::state::Association;

#[cfg(test)]
mod tests;

/// Registers a meeting's notice or minutes; the year's case of the body is opened when there is none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RegisterMeetingPaper {
    /// The meeting.
    pub meeting: MeetingId,
    /// Its notice or its minutes.
    pub form: Form,
}

impl Decision for RegisterMeetingPaper {
    const ACT: Act = Act {
        name: "register_meeting_paper",
        says: "diarieföra ett sammanträdes kallelse eller protokoll",
        may: Action::Register,
        fits: act::founded,
    };

    fn about(&self) -> Subject {
        Subject::Meeting(self.meeting)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let source = Paper { form: self.form, of: Subject::Meeting(self.meeting) };
        if state.register.cases.values().any(|case| case.entry_of(source).is_some()) {
            return Ok(Decided::already());
        }
        let series = Series { body: meeting.plan.body, year: meeting.plan.on.year() };
        let body = state.mandates.bodies.get(&series.body).map_or("", |body| body.name.as_str());
        let open = state.register.keeping(series);
        let (case, no, number) = match open {
            Some(case) => (case.id, case.next_entry(), case.number.clone()),
            None => (CaseId::after(state.register.cases.keys()), 1, next_number(state, ctx.today())?),
        };
        let entry = Entry { case, no, ..self.entry(meeting, source, ctx)? };
        let opened = open.is_none().then(|| Event::CaseOpened {
            case,
            number: number.clone(),
            subject: format!("Sammanträden {}: {body}", series.year),
            on: ctx.today(),
            keeps: Some(series),
        });
        let guard = noted(state, ctx, &number, &entry);
        let events = opened.into_iter().chain([Event::DocumentRegistered(entry)]);
        guard.pass(
            Subject::Case(case),
            Self::ACT.name,
            events.map(crate::Event::Register).collect::<Vec<_>>(),
        )
    }
}

impl RegisterMeetingPaper {
    /// The notice once it is sent, the minutes once they are attested; its number is the case's to give.
    fn entry(&self, meeting: &Meeting, source: Paper, ctx: &Ctx) -> Result<Entry, Refusal> {
        let day = meeting.plan.on;
        let (direction, dated, counterpart, title) = match self.form {
            Form::Notice => {
                let sent = meeting.notice.as_ref().ok_or_else(|| {
                    Refusal::order("Kallelsen är inte skickad.", "Skicka kallelsen och diarieför den sedan.")
                })?;
                let to = "Ledamöter och ersättare".to_owned();
                (Direction::Sent, sent.on, Some(to), format!("Kallelse till sammanträde {day}"))
            }
            Form::Minutes => {
                let attested = meeting.attested_on().ok_or_else(|| {
                    Refusal::order(
                        "Protokollet är inte justerat.",
                        "Diarieför protokollet när alla har justerat det.",
                    )
                })?;
                let range = meeting.paragrafer();
                let range = range.map(|(first, last)| format!(" § {first}–{last}")).unwrap_or_default();
                (Direction::DrawnUp, attested, None, format!("Protokoll {day}{range}"))
            }
            Form::Application | Form::Receipt | Form::Extract => {
                let says = "Välj sammanträdets kallelse eller dess protokoll.";
                return Err(Refusal::field("form", says));
            }
        };
        let registered = if ctx.entered == Entered::AsItHappens { ctx.today() } else { dated };
        Ok(Entry {
            case: CaseId(0),
            no: 0,
            direction,
            dated,
            registered,
            counterpart,
            title,
            source: Some(source),
            secrecy: None,
        })
    }
}
