//! What an address names, and what roles are called.

use std::collections::BTreeMap;

use access::{Facts, Role, Roles};
use domain::event::Subject;
use domain::geography;
use domain::ids::{InitiativeId, MeetingId, PersonId};
use domain::{Association, authority};
use jiff::civil::Date;
use kit::Lang;

use crate::App;

/// What a role is called.
pub fn called(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Visitor => lang.t("as-visitor"),
        Role::Person => lang.t("as-person"),
        Role::Applicant => lang.t("as-applicant"),
        Role::Office => lang.t("as-office"),
        Role::PreparatoryGroup => lang.t("as-preparatory-group"),
        Role::WorkingCommittee => lang.t("as-working-committee"),
        Role::BoardMember => lang.t("as-board-member"),
        Role::Substitute => lang.t("as-substitute"),
        Role::Chair => lang.t("as-chair"),
        Role::SteeringGroup => lang.t("as-steering-group"),
    }
}

/// What the address names, by its parameters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Named {
    /// The association itself.
    #[default]
    Association,
    /// An initiative.
    Initiative(InitiativeId),
    /// A meeting.
    Meeting(MeetingId),
    /// Something that cannot be: a number that is none.
    Nothing(&'static str),
}

impl Named {
    /// What the parameters of a path name.
    pub fn by(parameters: &BTreeMap<String, String>) -> Self {
        if let Some(number) = parameters.get("insats") {
            return number.parse().map_or(Self::Nothing("insatsen"), |n| Self::Initiative(InitiativeId(n)));
        }
        if let Some(number) = parameters.get("sammantrade") {
            return number.parse().map_or(Self::Nothing("sammanträdet"), |n| Self::Meeting(MeetingId(n)));
        }
        Self::Association
    }

    /// The meeting, when it names one.
    pub fn meeting(self) -> Option<MeetingId> {
        if let Self::Meeting(id) = self { Some(id) } else { None }
    }

    /// What a step there would be about; what is missing when there can be no such thing.
    pub fn subject(self) -> Result<Subject, &'static str> {
        match self {
            Self::Association => Ok(Subject::Association),
            Self::Nothing(what) => Err(what),
            Self::Initiative(id) => Ok(Subject::Initiative(id)),
            Self::Meeting(id) => Ok(Subject::Meeting(id)),
        }
    }

    /// What the policies may ask about it; what is missing when there is no such thing.
    pub fn facts(
        self,
        association: &Association,
        person: Option<PersonId>,
        day: Date,
    ) -> Result<Facts, &'static str> {
        authority::facts(association, self.subject()?, person, day)
    }
}

/// Whether an association lies in a county.
pub fn in_county(association: &Association, county: geography::County) -> bool {
    association.profile.founded.as_ref().is_some_and(|founded| founded.county == county.name)
}

/// The roles that somebody has in any of the associations that are meant.
pub fn roles_in(
    app: &App,
    person: Option<PersonId>,
    day: Date,
    meant: impl Fn(&Association) -> bool,
) -> Roles {
    let Some(person) = person else { return Roles::default() };
    let of = |_: &str, a: &Association| meant(a).then(|| authority::roles(a, person, day));
    app.engine().each(of).into_iter().flatten().fold(Roles::default(), Roles::and)
}
