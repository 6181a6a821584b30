//! The roles and facts of one person in one association on one day, as its record gives them.

use std::collections::BTreeMap;

use access::{Facts, Role, Roles};
use domain::Association;
use domain::ids::{InitiativeId, MeetingId, PersonId};
use domain::initiative::state::Initiative;
use domain::mandate::events::{BodyKind, Role as Seat};
use domain::meeting::state::Meeting;
use jiff::civil::Date;
use pages::Lang;

/// The roles of somebody who is logged in, from the mandates that hold on the day.
pub(crate) fn roles(association: &Association, person: PersonId, day: Date) -> Roles {
    let mut roles = Roles::of([Role::Person]);
    if association.profile.people.contains_key(&person) {
        roles = roles.with(Role::Applicant);
    }
    for mandate in association.mandates.of_person(person, day) {
        let Some(body) = association.mandates.bodies.get(&mandate.given.body) else { continue };
        roles = roles.with(match (body.kind, mandate.given.role) {
            (BodyKind::Office, _) | (_, Seat::Director | Seat::Officer) => Role::Office,
            (BodyKind::Board, Seat::Member) => Role::BoardMember,
            (BodyKind::Board, Seat::Substitute { .. }) => Role::Substitute,
            (BodyKind::WorkingCommittee, _) => Role::WorkingCommittee,
            (BodyKind::PreparatoryGroup, _) => Role::PreparatoryGroup,
            (BodyKind::SteeringGroup, _) => Role::SteeringGroup,
        });
        let leads =
            |p: &domain::mandate::state::Presidium| p.chair == person || p.vice_chairs.contains(&person);
        if body.kind == BodyKind::Board && association.mandates.presidium(body.id, day).is_some_and(leads) {
            roles = roles.with(Role::Chair);
        }
    }
    roles
}

/// What a role is called.
pub(crate) fn called(lang: Lang, role: Role) -> &'static str {
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
pub(crate) enum Named {
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
    pub(crate) fn by(parameters: &BTreeMap<String, String>) -> Self {
        if let Some(number) = parameters.get("insats") {
            return number.parse().map_or(Self::Nothing("insatsen"), |n| Self::Initiative(InitiativeId(n)));
        }
        if let Some(number) = parameters.get("sammantrade") {
            return number.parse().map_or(Self::Nothing("sammanträdet"), |n| Self::Meeting(MeetingId(n)));
        }
        Self::Association
    }

    /// What the policies may ask about it; what is missing when there is no such thing.
    pub(crate) fn facts(
        self,
        association: &Association,
        person: Option<PersonId>,
        day: Date,
    ) -> Result<Facts, &'static str> {
        match self {
            Self::Association => Ok(Facts::default()),
            Self::Nothing(what) => Err(what),
            Self::Initiative(id) => {
                let initiative = association.initiatives.get(&id).ok_or("insatsen")?;
                Ok(of_initiative(association, initiative, person, day))
            }
            Self::Meeting(id) => {
                let meeting = association.meetings.get(&id).ok_or("sammanträdet")?;
                Ok(of_meeting(association, meeting, person, day))
            }
        }
    }
}

/// What the policies may ask about an initiative.
fn of_initiative(
    association: &Association,
    initiative: &Initiative,
    person: Option<PersonId>,
    day: Date,
) -> Facts {
    let sits = |body| association.mandates.holding(body, day).any(|m| Some(m.given.person) == person);
    Facts {
        own: person == Some(initiative.author),
        in_body: initiative.steering_group.is_some_and(sits),
        submitted: initiative.submitted.is_some(),
        ..Facts::default()
    }
}

/// What the policies may ask about a meeting.
pub(crate) fn of_meeting(
    association: &Association,
    meeting: &Meeting,
    person: Option<PersonId>,
    day: Date,
) -> Facts {
    let body = association.mandates.bodies.get(&meeting.plan.body);
    let of_board = body.is_some_and(|b| b.kind == BodyKind::Board);
    let Some(person) = person else { return Facts { of_board, ..Facts::default() } };
    Facts {
        in_body: association.mandates.holding(meeting.plan.body, day).any(|m| m.given.person == person),
        serves: meeting.serving().any(|a| a.person == person),
        secretary: meeting.secretary == Some(person),
        attester: meeting.must_attest().contains(&person),
        of_board,
        ..Facts::default()
    }
}
