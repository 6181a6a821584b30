//! One association in memory: the fold of its stream, and the questions that cross its capabilities.

use jiff::civil::Date;

use crate::association::events::MemberKind;
use crate::event::{Event, Judged, Meta, Subject};
use crate::ids::{BodyId, InitiativeId, MeetingId};
use crate::initiative::state::Initiative;
use crate::meeting::state::Meeting;
use crate::shared::{Log, Map};
use crate::{assignment, association, case_register, funding, mandate};

/// Everything one association has done.
#[doc(alias = "samordningsförbund")]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Association {
    /// The seq of the last event folded in.
    pub version: u64,
    /// Name, members, bylaws, people.
    pub profile: association::state::State,
    /// Bodies and mandates.
    pub mandates: mandate::state::State,
    /// The case register.
    pub register: case_register::state::State,
    /// The initiatives.
    pub initiatives: Map<InitiativeId, Initiative>,
    /// The meetings.
    pub meetings: Map<MeetingId, Meeting>,
    /// The assignments.
    pub assignments: assignment::state::State,
    /// The money: the yearly rounds with the state, contributions, positions.
    pub funding: funding::state::State,
    /// The findings that decisions were made on, by what they are about; read with [`Association::judged_about`].
    pub(crate) judged: Map<Subject, Log<Judged>>,
}

impl Association {
    /// Folds one fact in. Never validates: what is stored has happened.
    pub fn evolve(&mut self, meta: Meta, event: &Event) {
        self.version = meta.seq;
        match event {
            Event::Association(event) => self.profile.evolve(event),
            Event::Mandate(event) => self.mandates.evolve(event),
            Event::Register(event) => self.register.evolve(event),
            Event::Assignment(event) => {
                self.assignments.evolve(event);
                if let assignment::events::Event::Given(given) = event
                    && let Some(meeting) = self.meetings.get_mut(&given.meeting)
                {
                    meeting.tells_more();
                }
            }
            Event::Funding(event) => self.funding.evolve(event),
            Event::Judged(judged) => self.judged.or_default(judged.about).push(meta.seq, judged.clone()),
            Event::Initiative(event) => {
                let profile = &self.profile;
                let has_committee = |on| profile.bylaws_on(on).is_some_and(|b| b.working_committee);
                if let Some(initiative) = self.initiatives.get_mut(&event.initiative()) {
                    initiative.evolve(meta.seq, event, has_committee);
                } else if let Some(initiative) = Initiative::begin(meta.seq, event) {
                    self.initiatives.insert(initiative.id, initiative);
                }
            }
            Event::Meeting(event) => {
                if let Some(meeting) = self.meetings.get_mut(&event.meeting()) {
                    meeting.evolve(meta, event);
                } else {
                    let boards = if let crate::meeting::events::Event::Planned(plan) = event {
                        self.boards_for(plan.body, plan.on)
                    } else {
                        Vec::new()
                    };
                    if let Some(meeting) = Meeting::begin(meta.seq, event, boards) {
                        self.meetings.insert(meeting.id(), meeting);
                    }
                }
            }
        }
    }

    /// The boards on which minutes of a body are announced; only the board's are.
    ///
    /// Every member municipality's and region's, by 19 § FinsamL: the bylaws may add to them and take none away.
    fn boards_for(&self, body: BodyId, on: Date) -> Vec<crate::ids::MemberId> {
        let is_board =
            self.mandates.bodies.get(&body).is_some_and(|b| b.kind == mandate::events::BodyKind::Board);
        match self.profile.bylaws_on(on) {
            Some(bylaws) if is_board => {
                let mut boards = bylaws.posting_members.clone();
                let by_law = |kind| matches!(kind, MemberKind::Municipality | MemberKind::Region);
                let all =
                    self.profile.members_on(on).filter(|member| by_law(member.kind)).map(|member| member.id);
                boards.extend(all.filter(|id| !bylaws.posting_members.contains(id)));
                boards
            }
            Some(_) | None => Vec::new(),
        }
    }

    /// The last paragraph used by a body in a year before the given meeting's own.
    pub fn last_paragraf(&self, body: BodyId, year: i16) -> Option<u32> {
        self.meetings
            .values()
            .filter(|m| m.plan.body == body && m.plan.on.year() == year)
            .filter_map(|m| m.paragrafer().map(|(_, last)| last))
            .max()
    }

    /// The findings that decisions about a subject were made on, the oldest first.
    pub fn judged_about(&self, about: Subject) -> impl DoubleEndedIterator<Item = &Judged> {
        self.judged.get(&about).into_iter().flat_map(|log| log.iter().map(|(_, judged)| judged))
    }

    /// The association's address, or an empty text before it is founded.
    pub fn slug(&self) -> &str {
        self.profile.founded.as_ref().map_or("", |f| f.slug.as_str())
    }

    /// The association's name.
    pub fn name(&self) -> &str {
        self.profile.founded.as_ref().map_or("", |f| f.name.as_str())
    }
}
