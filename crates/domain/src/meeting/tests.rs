//! A board meeting at each of its steps, for the decisions' tests; the whole story, and random commands.

mod agenda;
mod attendance;
mod correcting;
mod deciding;
mod posting;
pub(crate) mod random;
mod record;
mod secret;
mod story;
mod voting;

use std::collections::BTreeMap;

use jiff::civil::{Date, date, time};

use crate::case_register;
use crate::event::Event;
use crate::ids::{CaseId, InitiativeId, ItemId, MandateId, MeetingId, PersonId, ProposalId};
use crate::initiative::events::{Application, BoardOutcome, Event as Step, Grant, Recommendation, View};
use crate::meeting::agenda::AddItem;
use crate::meeting::attendance::NoteAttendance;
use crate::meeting::attest::AttestMinutes;
use crate::meeting::decide::MakeDecision;
use crate::meeting::events::{Attendance, Capacity, ItemContent, ItemKind, Matter, VoteMatter};
use crate::meeting::minutes::WriteMinutes;
use crate::meeting::notice::SendNotice;
use crate::meeting::paragraf::TakeUpItem;
use crate::meeting::plan::PlanMeeting;
use crate::meeting::posting::PostNotice;
use crate::meeting::session::{CloseMeeting, NameOfficers, OpenMeeting};
use crate::meeting::vote::{CastBallot, MakeProposal, OpenVote};
use crate::testing::{
    AF, ASTA, BO, BOARD, CILLA, DAVID, EBBA, FK, FRANS, Given, MAJA, NORRBY, REGION, RUT, SODERBY, When,
    association, given,
};
use swedish::money::Ore;

pub(crate) const MEETING: MeetingId = MeetingId(1);
pub(crate) const INITIATIVE: InitiativeId = InitiativeId(1);
/// The item on the application, after the seven standing ones.
pub(crate) const APPLICATION: ItemId = ItemId(8);
/// The item on the payment order.
pub(crate) const PAYMENTS: ItemId = ItemId(9);
pub(crate) const DAY: Date = date(2026, 3, 20);
/// The board in the order of the seats; mandates 1 to 6.
pub(crate) const SIX: [PersonId; 6] = [ASTA, BO, CILLA, DAVID, EBBA, FRANS];

pub(crate) fn grant() -> Grant {
    Grant {
        amounts: BTreeMap::from([(2026, Ore::new(30_000_000))]),
        from: Some(date(2026, 4, 1)),
        until: Some(date(2026, 12, 31)),
        financing: "Medel i budget 2026 för insatser.".to_owned(),
        ..Grant::default()
    }
}

pub(crate) fn granted() -> BoardOutcome {
    BoardOutcome::Granted(grant())
}

pub(crate) fn rejected() -> BoardOutcome {
    BoardOutcome::Rejected { why: "Medlen räcker inte.".to_owned() }
}

fn handed_in_as(application: Application) -> Event {
    let (initiative, case, on) = (INITIATIVE, CaseId(1), date(2026, 1, 12));
    let application = Box::new(application);
    Step::Submitted { initiative, case, application, by: RUT, on, paper: None, receipt: None }.into()
}

/// The application's way to the preparatory group.
pub(crate) fn handed_in() -> Vec<Event> {
    let (initiative, case, on) = (INITIATIVE, CaseId(1), date(2026, 1, 12));
    let application = Application {
        title: "IT-spåret".to_owned(),
        parties: vec![AF, NORRBY],
        carrier: Some(NORRBY),
        implementation: "Norrby tar in arbetet i sin arbetsmarknadsenhet.".to_owned(),
        receiver: Some(NORRBY),
        members_heard: vec![AF],
        ..Application::default()
    };
    vec![
        Step::IdeaNoted {
            initiative,
            title: "IT-spåret".to_owned(),
            text: "En väg till arbete.".to_owned(),
            applicant: "Norrby kommun".to_owned(),
            by: RUT,
            on,
        }
        .into(),
        case_register::events::Event::CaseOpened {
            case,
            number: "SFM 2026/1".to_owned(),
            subject: "IT-spåret".to_owned(),
            on,
            keeps: None,
        }
        .into(),
        handed_in_as(application),
        Step::MemberViewStated {
            initiative,
            member: NORRBY,
            view: View::Supports,
            text: "Behövs.".to_owned(),
            by: MAJA,
            on,
        }
        .into(),
    ]
}

/// The application examined, proposed and prepared for the board.
pub(crate) fn prepared() -> Vec<Event> {
    let (initiative, by, on) = (INITIATIVE, MAJA, date(2026, 2, 10));
    let proposal = Recommendation {
        approve: true,
        clauses: vec!["att bevilja 300 000 kr".to_owned()],
        grounds: "Inom ändamålet.".to_owned(),
        grant: Some(grant()),
    };
    let mut steps = handed_in();
    steps.push(Step::Examined { initiative, text: "Inom ändamålet.".to_owned(), by, on }.into());
    steps.push(Step::Proposed { initiative, proposal: proposal.clone(), by, on }.into());
    steps.push(Step::CommitteePrepared { initiative, proposal, by, on }.into());
    steps
}

pub(crate) fn plan() -> PlanMeeting {
    PlanMeeting {
        body: BOARD,
        on: DAY,
        from: time(9, 0, 0, 0),
        until: time(12, 0, 0, 0),
        place: "Kommunhuset i Norrby".to_owned(),
        extra: None,
        asking: Vec::new(),
        asked: None,
    }
}

pub(crate) fn item(kind: ItemKind, title: &str, matter: Option<Matter>) -> ItemContent {
    ItemContent {
        kind,
        title: title.to_owned(),
        text: String::new(),
        presenter: None,
        proposed: Vec::new(),
        appendices: Vec::new(),
        matter,
    }
}

pub(crate) fn add(content: ItemContent) -> AddItem {
    AddItem { meeting: MEETING, content, place: None }
}

pub(crate) fn application_item() -> ItemContent {
    item(ItemKind::Decision, "Ansökan IT-spåret", Some(Matter::Initiative(INITIATIVE)))
}

pub(crate) fn serving(person: PersonId, mandate: u32, in_place_of: Option<u32>) -> NoteAttendance {
    let capacity = Capacity::Serving { mandate: MandateId(mandate), in_place_of: in_place_of.map(MandateId) };
    present(person, capacity)
}

pub(crate) fn present(person: PersonId, capacity: Capacity) -> NoteAttendance {
    NoteAttendance {
        meeting: MEETING,
        attendance: Attendance { person, capacity, remote: None, paragrafer: None },
    }
}

pub(crate) fn officers() -> NameOfficers {
    NameOfficers { meeting: MEETING, chair: ASTA, secretary: MAJA, attesters: vec![BO] }
}

pub(crate) fn take_up(item: ItemId) -> TakeUpItem {
    TakeUpItem { meeting: MEETING, item, paragraf: None }
}

pub(crate) fn decision(item: ItemId, clause: &str, outcome: Option<BoardOutcome>) -> MakeDecision {
    MakeDecision { meeting: MEETING, item, clauses: vec![clause.to_owned()], appealable: true, outcome }
}

pub(crate) fn proposal(
    item: ItemId,
    by: PersonId,
    text: &str,
    outcome: Option<BoardOutcome>,
) -> MakeProposal {
    MakeProposal { meeting: MEETING, item, by, text: text.to_owned(), outcome }
}

pub(crate) fn ballot(item: ItemId, by: PersonId, choice: Option<u32>) -> CastBallot {
    CastBallot { meeting: MEETING, item, by, choice: choice.map(ProposalId) }
}

/// Planned, with the application and the payment order on the agenda.
pub(crate) fn planned() -> Given {
    given(association()).and(prepared()).done(plan()).done(add(application_item())).done(add(item(
        ItemKind::Decision,
        "Attestordning",
        None,
    )))
}

/// Called by notice eleven days ahead.
pub(crate) fn noticed() -> Given {
    planned().on(date(2026, 3, 9)).done(SendNotice { meeting: MEETING, on: None })
}

/// Opened, with nobody noted yet.
pub(crate) fn empty_room() -> Given {
    noticed().on(DAY).done(OpenMeeting { meeting: MEETING, at: None })
}

/// Opened, with so many of the six serving, and Asta and Bo among the officers.
pub(crate) fn opened_by(count: usize) -> Given {
    let room = (1..)
        .zip(SIX)
        .take(count)
        .fold(empty_room(), |g, (mandate, person)| g.done(serving(person, mandate, None)));
    room.done(officers())
}

/// Opened, all six serving.
pub(crate) fn opened() -> Given {
    opened_by(6)
}

/// The application taken up under § 1, with proposals to grant (1, by Asta) and to reject (2, by Bo).
pub(crate) fn contested() -> Given {
    opened()
        .done(take_up(APPLICATION))
        .done(proposal(APPLICATION, ASTA, "att bevilja ansökan", Some(granted())))
        .done(proposal(APPLICATION, BO, "att avslå ansökan", Some(rejected())))
}

/// The vote open on the contested application.
pub(crate) fn voting(matter: VoteMatter) -> Given {
    contested().done(OpenVote {
        meeting: MEETING,
        item: APPLICATION,
        between: Vec::new(),
        secret: false,
        matter,
    })
}

/// Closed, every item taken up, both decision items decided.
pub(crate) fn closed() -> Given {
    let standing = (1..=9).map(ItemId);
    standing
        .fold(opened(), |g, item| g.done(take_up(item)))
        .done(decision(APPLICATION, "att bevilja ansökan", Some(granted())))
        .done(decision(PAYMENTS, "att anta attestordningen", None))
        .done(CloseMeeting { meeting: MEETING, at: None })
}

/// Written out on the twenty-third.
pub(crate) fn written() -> Given {
    closed().on(date(2026, 3, 23)).done(WriteMinutes { meeting: MEETING, on: None })
}

/// What the one who acts attests, having read the minutes as they are.
pub(crate) fn attest(given: &Given) -> AttestMinutes {
    let written = given.state.meetings.get(&MEETING).and_then(|m| m.written.as_ref());
    let seen = written.map(|w| w.paper.sha256.clone());
    AttestMinutes { meeting: MEETING, by: None, seen, on: None }
}

impl Given {
    /// Somebody attests the minutes.
    pub(crate) fn attests(self, by: PersonId) -> When {
        let given = self.by(by);
        let attest = attest(&given);
        given.when(attest)
    }

    /// Somebody has attested the minutes.
    #[track_caller]
    pub(crate) fn signed(self, by: PersonId) -> Self {
        let actor = self.ctx.actor;
        self.attests(by).happens().by(actor)
    }
}

/// Attested by both on the twenty-fifth.
pub(crate) fn attested() -> Given {
    written().on(date(2026, 3, 25)).signed(BO).signed(ASTA)
}

pub(crate) const LATER: MeetingId = MeetingId(2);
/// Its item on attesting the minutes, after the five standing ones of an extra meeting.
pub(crate) const ATTESTING: ItemId = ItemId(6);

/// Written out, and a later meeting of the board held where it is taken up to attest the minutes.
pub(crate) fn later_meeting() -> Given {
    let on = date(2026, 5, 8);
    let there = |person, mandate| NoteAttendance { meeting: LATER, ..serving(person, mandate, None) };
    let content = item(ItemKind::Decision, "Justering av protokoll", None);
    let given = written()
        .done(PlanMeeting { on, extra: Some("Justering.".to_owned()), ..plan() })
        .done(AddItem { meeting: LATER, content, place: None })
        .on(on)
        .done(OpenMeeting { meeting: LATER, at: None });
    let given = (1..).zip(SIX).fold(given, |g, (mandate, person)| g.done(there(person, mandate)));
    given.done(TakeUpItem { meeting: LATER, item: ATTESTING, paragraf: None })
}

/// The later meeting has decided to attest.
pub(crate) fn decided_to_attest() -> Given {
    let clauses = vec!["att justera protokollet från den 20 mars".to_owned()];
    later_meeting().done(MakeDecision {
        meeting: LATER,
        item: ATTESTING,
        clauses,
        appealable: false,
        outcome: None,
    })
}

/// The later meeting has decided to attest, and its own minutes are attested.
pub(crate) fn attested_by_the_next() -> Given {
    let given = decided_to_attest().done(NameOfficers { meeting: LATER, ..officers() });
    let standing = (1..ATTESTING.0).map(ItemId);
    let given = standing
        .fold(given, |g, item| g.done(TakeUpItem { meeting: LATER, item, paragraf: None }))
        .done(CloseMeeting { meeting: LATER, at: None })
        .done(WriteMinutes { meeting: LATER, on: None });
    let actor = given.ctx.actor;
    let signed = [BO, ASTA].into_iter().fold(given, |given, by| {
        let given = given.by(by);
        let seen = given.state.meetings[&LATER].written.as_ref().map(|w| w.paper.sha256.clone());
        given.done(AttestMinutes { meeting: LATER, by: None, seen, on: None })
    });
    signed.by(actor)
}

pub(crate) fn post(board: crate::ids::MemberId) -> PostNotice {
    PostNotice { meeting: MEETING, board, on: None, down: None }
}

/// Posted on the three boards on the twenty-sixth.
pub(crate) fn posted() -> Given {
    attested().on(date(2026, 3, 26)).done(post(REGION)).done(post(NORRBY)).done(post(SODERBY))
}

#[test]
fn members_of_the_association_that_are_authorities_have_no_notice_board() {
    let state = planned().state;
    assert_eq!(state.meetings[&MEETING].boards, [REGION, NORRBY, SODERBY]);
    assert!(state.profile.members.contains_key(&FK));
}
