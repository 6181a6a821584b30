//! Given, when, then: what the decisions' tests are written in, over one small made-up association.
//!
//! `given(association()).on(day).by(person).when(command).then([events]).settles()`; a refusal is read with
//! `refused(law("quorum"))`, `refused(order("…"))`, `refused(field("…"))` or any closure.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, date};
use pretty_assertions::assert_eq;
use statute::Outcome;
use uuid::Uuid;

use crate::association::events::{Bylaws, Founded, MemberJoined, MemberKind, Seat};
use crate::decision::{Ctx, Decided, Entered, Refusal};
use crate::event::{Event, Meta};
use crate::ids::{BodyId, MandateId, MemberId, PersonId};
use crate::mandate::events::{BodyKind, MandateGiven, Role};
use crate::meeting::events::Event as Fact;
use crate::meeting::state::Meeting;
use crate::seal::Sealed;
use crate::state::Association;
use crate::{
    Command, assignment, association, case_register, decide, funding, initiative, made, mandate, meeting,
};
use swedish::money::Ore;

macro_rules! into_event {
    ($($area:ident => $variant:ident),+ $(,)?) => {
        $(impl From<$area::events::Event> for Event {
            fn from(event: $area::events::Event) -> Self { Self::$variant(event) }
        })+
    };
}

into_event!(
    association => Association, mandate => Mandate, case_register => Register,
    initiative => Initiative, meeting => Meeting, assignment => Assignment, funding => Funding,
);

/// A paper that somebody sealed.
pub(crate) fn sealed() -> Sealed {
    Sealed::of(&"Påhittad").unwrap()
}

/// What has happened, and the moment at which something is asked.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    pub(crate) state: Association,
    pub(crate) ctx: Ctx,
    pub(crate) past: Vec<Event>,
}

/// Begins with what has happened; the office's director acts on 2026-03-02 at nine unless said otherwise.
pub(crate) fn given<E: Into<Event>>(past: impl IntoIterator<Item = E>) -> Given {
    let ctx = Ctx {
        now: date(2026, 3, 2).at(9, 0, 0, 0),
        actor: MAJA,
        reasons: BTreeMap::new(),
        entered: Entered::AsItHappens,
    };
    Given { state: Association::default(), ctx, past: Vec::new() }.and(past)
}

impl Given {
    /// More that has happened.
    pub(crate) fn and<E: Into<Event>>(mut self, more: impl IntoIterator<Item = E>) -> Self {
        for event in more {
            let meta = Meta { seq: self.state.version + 1, at: Timestamp::UNIX_EPOCH, actor: self.ctx.actor };
            let event = event.into();
            self.state.evolve(meta, &event);
            self.past.push(event);
        }
        self
    }

    /// The day, at nine.
    pub(crate) fn on(self, day: Date) -> Self {
        self.at(day.at(9, 0, 0, 0))
    }

    /// The moment.
    pub(crate) fn at(mut self, now: DateTime) -> Self {
        self.ctx.now = now;
        self
    }

    /// Who acts.
    pub(crate) fn by(mut self, actor: PersonId) -> Self {
        self.ctx.actor = actor;
        self
    }

    /// A written reason for a *bör* rule.
    pub(crate) fn because(mut self, rule: &str, reason: &str) -> Self {
        self.ctx.reasons.insert(rule.to_owned(), reason.to_owned());
        self
    }

    /// From here on old steps are recorded, those of meetings from a source.
    pub(crate) fn afterwards(mut self) -> Self {
        self.ctx.entered = Entered::Afterwards;
        let without = self.state.meetings.values().filter(|m| m.source.is_none()).map(Meeting::id);
        let source = "Protokoll på papper.".to_owned();
        let named = without.map(|meeting| Fact::RecordedFrom { meeting, source: source.clone() });
        let named: Vec<Fact> = named.collect();
        self.and(named)
    }

    /// Asks.
    pub(crate) fn when(self, command: impl Into<Command>) -> When {
        let command = command.into();
        let outcome = decide(&self.state, &self.ctx, &command);
        When { given: self, command, outcome }
    }

    /// Asks, must be let through, and goes on from there.
    #[track_caller]
    pub(crate) fn done(self, command: impl Into<Command>) -> Self {
        self.when(command).happens()
    }
}

/// A command and what came of it.
#[derive(Debug)]
pub(crate) struct When {
    given: Given,
    command: Command,
    pub(crate) outcome: Result<Decided, Refusal>,
}

impl When {
    #[track_caller]
    pub(crate) fn decided(&self) -> &Decided {
        match &self.outcome {
            Ok(decided) => decided,
            Err(refusal) => panic!("{:?} was refused: {refusal:#?}", self.command),
        }
    }

    /// The facts it led to, in order; the kept findings are read with [`Self::finds`].
    #[track_caller]
    pub(crate) fn then<E: Into<Event>>(self, events: impl IntoIterator<Item = E>) -> Self {
        let expected: Vec<Event> = events.into_iter().map(Into::into).collect();
        let happened: Vec<Event> =
            self.decided().events.iter().filter(|e| !matches!(e, Event::Judged(_))).cloned().collect();
        assert_eq!(happened, expected);
        self
    }

    /// It was decided on, or refused for, this answer of this rule, asked once.
    #[track_caller]
    pub(crate) fn finds(self, rule: &str, outcome: Outcome) -> Self {
        let found = match &self.outcome {
            Ok(decided) => &decided.findings,
            Err(Refusal::Law(findings) | Refusal::ReasonNeeded(findings)) => findings,
            Err(refusal) => panic!("refused without asking {rule}: {refusal:#?}"),
        };
        let found: Vec<Outcome> = found.iter().filter(|f| f.rule == rule).map(|f| f.outcome).collect();
        assert_eq!(found, vec![outcome], "{rule}");
        self
    }

    /// The rule was not asked.
    #[track_caller]
    pub(crate) fn silent(self, rule: &str) -> Self {
        assert!(self.decided().findings.iter().all(|f| f.rule != rule), "{rule} was asked");
        self
    }

    /// It was refused, for a reason that the closure recognises.
    #[track_caller]
    pub(crate) fn refused(self, why: impl FnOnce(&Refusal) -> bool) {
        match &self.outcome {
            Ok(decided) => panic!("{:?} was let through: {decided:#?}", self.command),
            Err(refusal) => assert!(why(refusal), "refused for another reason: {refusal:#?}"),
        }
    }

    /// The same command again on the result yields nothing, whatever findings are kept; what it names as being there is
    /// what it made.
    #[track_caller]
    pub(crate) fn settles(self) -> Given {
        let command = self.command.clone();
        let made = self.decided().events.iter().find_map(made::by);
        let after = self.happens();
        if command.asked().adds() {
            return after;
        }
        let again = decide(&after.state, &after.ctx, &command);
        let there = again.as_ref().ok().and_then(|decided| decided.there);
        assert_eq!(again.map(|decided| decided.events), Ok(Vec::new()), "{command:?} does not settle");
        assert!(there.is_none() || made.is_none() || there == made, "{command:?}: {there:?} is not {made:?}");
        after
    }

    /// It must be let through; goes on from there.
    #[track_caller]
    pub(crate) fn happens(self) -> Given {
        let events = self.decided().events.clone();
        self.given.and(events)
    }
}

/// Refused by law, because this rule is not met.
pub(crate) fn law(rule: &'static str) -> impl FnOnce(&Refusal) -> bool {
    move |r| matches!(r, Refusal::Law(findings) if findings.iter().any(|f| f.rule == rule && f.blocks()))
}

/// Refused until a reason is written for this rule.
pub(crate) fn reason_for(rule: &'static str) -> impl FnOnce(&Refusal) -> bool {
    move |r| matches!(r, Refusal::ReasonNeeded(findings) if findings.iter().any(|f| f.rule == rule && f.asks_for_reason()))
}

/// Refused as out of order, with these words.
pub(crate) fn order(words: &'static str) -> impl FnOnce(&Refusal) -> bool {
    move |r| matches!(r, Refusal::Order { says, .. } if says.contains(words))
}

/// Refused for this field.
pub(crate) fn field(name: &'static str) -> impl FnOnce(&Refusal) -> bool {
    move |r| matches!(r, Refusal::Fields(errors) if errors.iter().any(|e| e.field == name && !e.says.is_empty()))
}

/// Refused because somebody else was first, with these words.
pub(crate) fn changed(words: &'static str) -> impl FnOnce(&Refusal) -> bool {
    move |r| matches!(r, Refusal::Changed(says) if says.contains(words))
}

macro_rules! people {
    ($($name:ident = $number:literal $full:literal),+ $(,)?) => {
        $(pub(crate) const $name: PersonId = PersonId(Uuid::from_u128($number));)+
        const PEOPLE: &[(PersonId, &str)] = &[$(($name, $full)),+];
    };
}

// Members of the board in the order of the seats, their substitutes, the office, the preparatory group, an applicant.
people!(
    ASTA = 1 "Asta Alm", BO = 2 "Bo Bark", CILLA = 3 "Cilla Ceder", DAVID = 4 "David Dal", EBBA = 5 "Ebba Ek",
    FRANS = 6 "Frans Fors", GUN = 7 "Gun Gran", HANS = 8 "Hans Hav", IDA = 9 "Ida Is", JON = 10 "Jon Jord",
    KARIN = 11 "Karin Kulle", LARS = 12 "Lars Lind", MAJA = 13 "Maja Mo", NILS = 14 "Nils Näs",
    OLGA = 15 "Olga Ort", PER = 16 "Per Park", RUT = 17 "Rut Ros",
);

pub(crate) const FK: MemberId = MemberId(1);
pub(crate) const AF: MemberId = MemberId(2);
pub(crate) const REGION: MemberId = MemberId(3);
pub(crate) const NORRBY: MemberId = MemberId(4);
pub(crate) const SODERBY: MemberId = MemberId(5);

pub(crate) const BOARD: BodyId = BodyId(1);
pub(crate) const COMMITTEE: BodyId = BodyId(2);
pub(crate) const GROUP: BodyId = BodyId(3);
pub(crate) const OFFICE: BodyId = BodyId(4);

/// The bylaws: six seats, two of them the region's; the notice a week ahead.
pub(crate) fn bylaws() -> Bylaws {
    let seat = |member, count| Seat { members: vec![member], ordinary: count, substitutes: count };
    Bylaws {
        seats: vec![seat(FK, 1), seat(AF, 1), seat(REGION, 2), seat(NORRBY, 1), seat(SODERBY, 1)],
        casting_vote: true,
        notice_days: Some(7),
        posting_members: vec![REGION, NORRBY, SODERBY],
        case_number: "SFM {year}/{no}".to_owned(),
        working_committee: true,
        court: "Förvaltningsrätten i Mellanstad".to_owned(),
        kept_at: "förbundets kansli".to_owned(),
        mandate_start: None,
        mandate_years: None,
        contributions: None,
    }
}

/// Samordningsförbundet Mellanbygden: five members, a board of six (Asta in the chair, Bo vice), substitutes in
/// order, a working committee of the two, a preparatory group of officials, and Maja as director.
///
/// Mandates 1–6 are the board's members, 7–12 the substitutes (9 and 10 the region's first and second).
pub(crate) fn association() -> Vec<Event> {
    use association::events::Event as A;
    use mandate::events::Event as M;
    let (since, until) = (date(2023, 4, 1), date(2027, 3, 31));
    let founded = Founded {
        slug: "mellanbygden".to_owned(),
        name: "Samordningsförbundet Mellanbygden".to_owned(),
        short_name: "Mellanbygden".to_owned(),
        organisationsnummer: None,
        seat: "Norrby".to_owned(),
        county: "Mellanlän".to_owned(),
        on: date(2015, 1, 1),
    };
    let mut past = vec![Event::from(A::Founded(founded))];
    for (member, name, kind) in [
        (FK, "Försäkringskassan", MemberKind::Fk),
        (AF, "Arbetsförmedlingen", MemberKind::Af),
        (REGION, "Region Mellanlän", MemberKind::Region),
        (NORRBY, "Norrby kommun", MemberKind::Municipality),
        (SODERBY, "Söderby kommun", MemberKind::Municipality),
    ] {
        let joined = MemberJoined { member, name: name.to_owned(), kind, on: date(2015, 1, 1) };
        past.push(A::MemberJoined(joined).into());
    }
    past.push(A::BylawsSet { from: date(2015, 1, 1), bylaws: bylaws(), source: None }.into());
    for year in [2025, 2026] {
        let income = Ore::new(400_000_000);
        past.push(A::BudgetNoted { year, income, source: "budget, påhittad".to_owned() }.into());
    }
    past.extend(
        PEOPLE
            .iter()
            .map(|(person, name)| A::PersonNamed { person: *person, name: (*name).to_owned() }.into()),
    );
    for (body, kind, name) in [
        (BOARD, BodyKind::Board, "Styrelsen"),
        (COMMITTEE, BodyKind::WorkingCommittee, "Arbetsutskottet"),
        (GROUP, BodyKind::PreparatoryGroup, "Beredningsgruppen"),
        (OFFICE, BodyKind::Office, "Kansliet"),
    ] {
        past.push(M::BodySetUp { body, kind, name: name.to_owned(), initiative: None, on: since }.into());
    }
    past.extend(seated(since, until));
    for body in [BOARD, COMMITTEE] {
        past.push(
            M::PresidiumElected { body, chair: ASTA, vice_chairs: vec![BO], from: since, until: Some(until) }
                .into(),
        );
    }
    past
}

/// Who sits where; the mandates are numbered in this order.
fn seated(since: Date, until: Date) -> impl Iterator<Item = Event> {
    let substitute = |order| Role::Substitute { order };
    let seats = [
        (BOARD, ASTA, Some(FK), Role::Member),
        (BOARD, BO, Some(AF), Role::Member),
        (BOARD, CILLA, Some(REGION), Role::Member),
        (BOARD, DAVID, Some(REGION), Role::Member),
        (BOARD, EBBA, Some(NORRBY), Role::Member),
        (BOARD, FRANS, Some(SODERBY), Role::Member),
        (BOARD, GUN, Some(FK), substitute(1)),
        (BOARD, HANS, Some(AF), substitute(1)),
        (BOARD, IDA, Some(REGION), substitute(1)),
        (BOARD, JON, Some(REGION), substitute(2)),
        (BOARD, KARIN, Some(NORRBY), substitute(1)),
        (BOARD, LARS, Some(SODERBY), substitute(1)),
        (OFFICE, MAJA, None, Role::Director),
        (COMMITTEE, ASTA, Some(FK), Role::Member),
        (COMMITTEE, BO, Some(AF), Role::Member),
        (GROUP, NILS, Some(FK), Role::Member),
        (GROUP, OLGA, Some(REGION), Role::Member),
        (GROUP, PER, Some(NORRBY), Role::Member),
    ];
    (1..).map(MandateId).zip(seats).map(move |(mandate, (body, person, member, role))| {
        let until = Some(until);
        let given =
            MandateGiven { mandate, body, person, member, role, from: since, until, eligibility: None };
        mandate::events::Event::MandateGiven(given).into()
    })
}
