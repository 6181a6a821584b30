//! What can be found, and which fact touches it.

use domain::ids::{CaseId, InitiativeId, MeetingId, PersonId};
use domain::{Event, association, case_register};

/// Something that can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// A case of the register, with its documents.
    Case(CaseId),
    /// An initiative.
    Initiative(InitiativeId),
    /// A meeting, with its agenda and minutes.
    Meeting(MeetingId),
    /// A person, by the name in the record.
    Person(PersonId),
}

/// The kinds of what can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Cases (sv. *ärenden*).
    Case,
    /// Initiatives (sv. *insatser*).
    Initiative,
    /// Meetings and minutes (sv. *sammanträden*).
    Meeting,
    /// People (sv. *personer*).
    Person,
}

impl Kind {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Case, Self::Initiative, Self::Meeting, Self::Person];
}

impl Topic {
    /// Of which kind it is.
    pub fn kind(self) -> Kind {
        match self {
            Self::Case(_) => Kind::Case,
            Self::Initiative(_) => Kind::Initiative,
            Self::Meeting(_) => Kind::Meeting,
            Self::Person(_) => Kind::Person,
        }
    }
}

/// What a fact touches of what can be found.
pub(crate) fn touched(event: &Event) -> Option<Topic> {
    match event {
        Event::Initiative(event) => Some(Topic::Initiative(event.initiative())),
        Event::Meeting(event) => Some(Topic::Meeting(event.meeting())),
        Event::Register(event) => {
            use case_register::events::Event::{CaseClosed, CaseOpened, DocumentRegistered};
            match event {
                CaseOpened { case, .. } | CaseClosed { case, .. } => Some(Topic::Case(*case)),
                DocumentRegistered(entry) => Some(Topic::Case(entry.case)),
            }
        }
        Event::Association(association::events::Event::PersonNamed { person, .. }) => {
            Some(Topic::Person(*person))
        }
        Event::Association(_)
        | Event::Mandate(_)
        | Event::Assignment(_)
        | Event::Funding(_)
        | Event::Judged(_) => None,
    }
}
