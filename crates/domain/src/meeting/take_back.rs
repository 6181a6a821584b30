//! Taking back what was entered wrongly, while nothing rests on it.

use access::Action;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::{Act, Decision};
use crate::assignment::events::Event as AssignmentFact;
use crate::decision::{Ctx, Decided, Refusal};
use crate::event::{Event, Subject};
use crate::fields::{Fields, TEXT};
use crate::ids::MeetingId;
use crate::initiative::decide::taken_back;
use crate::meeting::checks;
use crate::meeting::entry::Entered;
use crate::meeting::events::{Entry, Event as Fact};
use crate::state::Association;

/// Takes back something that was entered wrongly (sv. *rätta*).
///
/// What was entered stays in the record, with who, when and why. While the meeting runs anything may be taken back that
/// nothing rests on; afterwards, until somebody has attested, only what tells who was there and what happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TakeBack {
    /// The meeting.
    pub meeting: MeetingId,
    /// What.
    pub entry: Entry,
    /// Why.
    pub why: String,
}

impl Decision for TakeBack {
    const ACT: Act = Act {
        name: "take_back",
        says: "ta tillbaka en felaktig uppgift",
        may: Action::KeepMinutes,
        fits: checks::completes,
    };

    fn about(&self) -> Subject {
        self.entry.item().map_or(Subject::Meeting(self.meeting), |item| Subject::Item(self.meeting, item))
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        if let Some(item) = self.entry.item() {
            meeting.the_item(item)?;
        }
        let entered = Entered { state, meeting };
        let Some(was) = entered.says(self.entry) else {
            let gone = meeting.taken_back.iter().any(|taken| taken.entry == self.entry);
            return if gone { Ok(Decided::already()) } else { Err(Refusal::NotFound("uppgiften")) };
        };
        Self::ACT.fits(state, self.about(), ctx)?;
        entered.may_go(self.entry, ctx)?;
        let why = self.why.trim();
        Fields::new().said("why", why, TEXT, "Skriv varför uppgiften tas tillbaka.").checked()?;
        let (at, why) = (ctx.now, why.to_owned());
        let back = Fact::TakenBack { meeting: self.meeting, entry: self.entry, was, at, why };
        let mut events = vec![Event::Meeting(back)];
        match self.entry {
            Entry::Assignment(assignment) => {
                let (by, on) = (ctx.actor, ctx.today());
                events.push(Event::Assignment(AssignmentFact::TakenBack { assignment, by, on }));
            }
            Entry::Decision(item) => {
                events.extend(taken_back(state, meeting, item, ctx.today()).map(Event::Initiative));
            }
            Entry::Opening
            | Entry::Closing
            | Entry::Attendance(_)
            | Entry::Leaving(_)
            | Entry::TakenUp(_)
            | Entry::Disqualification(..)
            | Entry::Proposal(..)
            | Entry::Vote(_)
            | Entry::Undecided(_)
            | Entry::Reservation(..) => {}
        }
        Ok(Decided::of(events))
    }
}
