//! A made-up association and its board's meeting, told by the commands themselves, step by step.

use std::collections::{BTreeMap, BTreeSet};

use domain::association::events::{Bylaws, Event as A, Founded, MemberJoined, MemberKind, Seat};
use domain::decision::Entered;
use domain::ids::{BodyId, InitiativeId, ItemId, MandateId, MeetingId, MemberId, PersonId, ProposalId};
use domain::initiative::events::{Application, BoardOutcome, Event as I, Grant, Recommendation};
use domain::mandate::events::{BodyKind, Event as M, MandateGiven, Role};
use domain::meeting::agenda::AddItem;
use domain::meeting::attendance::NoteAttendance;
use domain::meeting::attest::AttestMinutes;
use domain::meeting::decide::MakeDecision;
use domain::meeting::events::{
    Attendance, Capacity, Event as Fact, ItemContent, ItemKind, Matter, VoteMatter,
};
use domain::meeting::minutes::WriteMinutes;
use domain::meeting::notice::SendNotice;
use domain::meeting::paper;
use domain::meeting::paragraf::{TakeUpItem, WriteNote};
use domain::meeting::plan::PlanMeeting;
use domain::meeting::posting::PostNotice;
use domain::meeting::reservation::NotifyReservation;
use domain::meeting::session::{CloseMeeting, NameOfficers, OpenMeeting};
use domain::meeting::vote::{CastBallot, CloseVote, MakeProposal, OpenVote};
use domain::seal::Sealed;
use domain::{Association, Command, Ctx, Event, Meta, decide};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, date, time};
use papers::{Minutes, Notice};
use swedish::money::Ore;
use uuid::Uuid;

use super::{Scene, day};

pub(super) const MEETING: MeetingId = MeetingId(1);
/// The item on the application.
pub(super) const APPLICATION: ItemId = ItemId(8);
pub(super) const CHAIR: PersonId = who(1);
pub(super) const MEMBER: PersonId = who(2);
const DIRECTOR: PersonId = who(7);
const INITIATIVE: InitiativeId = InitiativeId(1);
const BOARD: BodyId = BodyId(1);
const OFFICE: BodyId = BodyId(2);
const NAMES: [&str; 8] = [
    "Asta Alm",
    "Bo Bark",
    "Cilla Ceder",
    "David Dal",
    "Ebba Ek",
    "Frans Fors",
    "Maja Mo",
    "Christina Alexandra von Essen-Lagercrantz",
];

const fn who(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

/// What has happened so far, and the moment.
#[derive(Clone, Debug)]
pub(super) struct Story {
    pub(super) association: Association,
    pub(super) now: DateTime,
    pub(super) voted: BTreeMap<ItemId, BTreeSet<PersonId>>,
    entered: Entered,
    sealed: BTreeMap<u64, Sealed>,
}

impl Story {
    fn begin() -> Self {
        let now = date(2026, 3, 2).at(9, 0, 0, 0);
        let (association, voted) = (Association::default(), BTreeMap::new());
        let sealed = BTreeMap::new();
        let story = Self { association, now, voted, entered: Entered::AsItHappens, sealed };
        founding().into_iter().chain(prepared()).fold(story, Self::happens)
    }

    #[expect(clippy::needless_pass_by_value, reason = "a story is told fact by fact, made where it is told")]
    fn happens(mut self, event: Event) -> Self {
        let seq = self.association.version.saturating_add(1);
        self.association.evolve(Meta { seq, at: Timestamp::UNIX_EPOCH, actor: DIRECTOR }, &event);
        self.sealed.extend(event.sealed().into_iter().map(|sealed| (seq, sealed.clone())));
        self
    }

    /// The minutes as they read.
    pub(super) fn minutes(&self, scene: &Scene<'_>) -> Option<Minutes> {
        let sealed = scene.meeting.written.as_ref().and_then(|w| self.sealed.get(&w.paper.seq));
        paper::minutes(scene.association, scene.meeting, sealed, scene.today())
    }

    /// The notice as it reads.
    pub(super) fn notice(&self, scene: &Scene<'_>) -> Option<Notice> {
        let sealed = scene.meeting.notice.as_ref().and_then(|sent| self.sealed.get(&sent.paper.seq));
        paper::notice(scene.association, scene.meeting, sealed, scene.today())
    }

    /// Carries out a command; one that does not fit leaves the story where it is, which the gallery would show.
    fn told(self, actor: PersonId, command: &Command) -> Self {
        let ctx = Ctx { now: self.now, actor, reasons: BTreeMap::new(), entered: self.entered };
        match decide(&self.association, &ctx, command) {
            Ok(decided) => decided.events.into_iter().fold(self, Self::happens),
            Err(refusal) => {
                debug_assert!(false, "{command:?} was refused: {refusal:?}");
                self
            }
        }
    }

    fn does(self, command: &Command) -> Self {
        self.told(DIRECTOR, command)
    }

    /// Puts a slip into the urn, of which nothing is known but whose it is.
    fn puts(mut self, person: PersonId) -> Self {
        self.voted.entry(APPLICATION).or_default().insert(person);
        self
    }

    fn on(mut self, day: Date) -> Self {
        self.now = day.at(9, 0, 0, 0);
        self
    }

    pub(super) fn planned() -> Self {
        Self::begin()
            .does(&Command::from(PlanMeeting {
                body: BOARD,
                on: day(),
                from: time(9, 0, 0, 0),
                until: time(12, 0, 0, 0),
                place: "Kommunhuset i Norrby, sammanträdesrum Almen".into(),
                extra: None,
                asking: Vec::new(),
                asked: None,
            }))
            .does(&add(ItemContent {
                kind: ItemKind::Decision,
                title: "Ansökan om projektmedel: Ett spår till arbete".into(),
                text: "Norrby kommun ansöker om 1 400 000 kr.\n\nArbetsutskottet: behovet är belagt.".into(),
                presenter: Some("Maja Mo".into()),
                proposed: vec!["att bevilja Ett spår till arbete högst 1 400 000 kr".into()],
                appendices: vec!["Ansökan".into(), "Arbetsutskottets förslag".into()],
                matter: Some(Matter::Initiative(INITIATIVE)),
            }))
    }

    pub(super) fn noticed() -> Self {
        Self::planned().on(date(2026, 3, 9)).does(&Command::from(SendNotice { meeting: MEETING, on: None }))
    }

    pub(super) fn opened() -> Self {
        Self::noticed().on(day()).does(&Command::from(OpenMeeting { meeting: MEETING, at: None }))
    }

    /// The application is up, with two proposals.
    pub(super) fn running() -> Self {
        let called = (1..=5).fold(Self::opened(), |story, number| story.does(&serving(number, None)));
        let officers =
            NameOfficers { meeting: MEETING, chair: CHAIR, secretary: DIRECTOR, attesters: vec![MEMBER] };
        let other = Attendance {
            person: DIRECTOR,
            capacity: Capacity::Other { from: "förbundschef".into() },
            remote: None,
            paragrafer: None,
        };
        called
            .does(&Command::from(NoteAttendance { meeting: MEETING, attendance: other }))
            .does(&Command::from(officers))
            .up(ItemId(1))
            .up(ItemId(2))
            .up(APPLICATION)
            .does(&proposal(CHAIR, "att bevilja Ett spår till arbete högst 1 400 000 kr", granted()))
            .does(&proposal(
                who(5),
                "att avslå ansökan",
                BoardOutcome::Rejected { why: "Tränger undan annat.".into() },
            ))
    }

    fn up(self, item: ItemId) -> Self {
        let text = if item == APPLICATION { "" } else { "Gicks igenom." };
        self.does(&Command::from(TakeUpItem { meeting: MEETING, item, paragraf: None })).does(&Command::from(
            WriteNote { meeting: MEETING, item, text: text.into(), reports: Vec::new() },
        ))
    }

    pub(super) fn voting() -> Self {
        Self::running().does(&vote(false, VoteMatter::Ordinary)).told(CHAIR, &ballot(CHAIR, Some(1)))
    }

    pub(super) fn secret() -> Self {
        Self::running().does(&vote(true, VoteMatter::Election)).puts(CHAIR).puts(MEMBER)
    }

    pub(super) fn closed() -> Self {
        let counted = [(2, Some(1)), (3, Some(2)), (4, Some(2)), (5, None)]
            .into_iter()
            .fold(Self::voting(), |story, (number, choice)| story.does(&ballot(who(number), choice)));
        let decision = MakeDecision {
            meeting: MEETING,
            item: APPLICATION,
            clauses: Vec::new(),
            appealable: true,
            outcome: None,
        };
        let reserves = NotifyReservation {
            meeting: MEETING,
            item: APPLICATION,
            by: who(4),
            text: "Underlaget visar inte vem som tar över när pengarna tar slut.".into(),
        };
        let decided = counted
            .does(&Command::from(CloseVote { meeting: MEETING, item: APPLICATION, lot: None, tally: None }))
            .does(&Command::from(decision))
            .does(&Command::from(reserves));
        let all = [3, 4, 5, 6, 7].into_iter().map(ItemId).fold(decided, Self::up);
        all.does(&Command::from(CloseMeeting { meeting: MEETING, at: None }))
    }

    pub(super) fn written() -> Self {
        Self::closed().on(date(2026, 3, 23)).does(&Command::from(WriteMinutes { meeting: MEETING, on: None }))
    }

    pub(super) fn attested() -> Self {
        Self::written().on(date(2026, 3, 25)).signed(MEMBER).signed(CHAIR)
    }

    /// Somebody attests the minutes as they are.
    fn signed(self, by: PersonId) -> Self {
        let written = self.association.meetings.get(&MEETING).and_then(|m| m.written.as_ref());
        let seen = written.map(|w| w.paper.sha256.clone());
        self.told(by, &Command::from(AttestMinutes { meeting: MEETING, by: None, seen, on: None }))
    }

    pub(super) fn posted() -> Self {
        let post = |board| {
            Command::from(PostNotice { meeting: MEETING, board: MemberId(board), on: None, down: None })
        };
        Self::attested().on(date(2026, 3, 26)).does(&post(3)).does(&post(4))
    }

    /// The same meeting with everything that can be long.
    pub(super) fn longest() -> Self {
        let long =
            "Återrapportering av arbetsmarknadspolitiska samverkansinsatser för långtidsarbetslösa ungdomar";
        let items = (0..12).fold(Self::planned(), |story, number: u32| {
            story.does(&add(ItemContent {
                kind: ItemKind::Information,
                title: format!("{long}, del {number}"),
                text: "Underlaget har skickats ut. ".repeat(12),
                presenter: Some(NAMES[7].into()),
                proposed: vec![format!("att {}", "noga beakta vad som framkommit ".repeat(6)); 3],
                appendices: vec!["Delårsrapport med helårsprognos och bokslutskommentarer".into(); 4],
                matter: None,
            }))
        });
        let noticed =
            items.on(date(2026, 3, 9)).does(&Command::from(SendNotice { meeting: MEETING, on: None }));
        let opened = noticed.on(day()).does(&Command::from(OpenMeeting { meeting: MEETING, at: None }));
        let called = (1..=5).fold(opened, |story, number| story.does(&serving(number, None)));
        (9..=20).map(ItemId).fold(called.does(&serving(8, Some(6))), Self::up)
    }

    /// A meeting that was recorded long afterwards, attested and posted late.
    pub(super) fn old() -> Self {
        let source =
            Fact::RecordedFrom { meeting: MEETING, source: "Protokollet på förbundets webbplats.".into() };
        let mut story = Self::closed().happens(Event::Meeting(source));
        story.entered = Entered::Afterwards;
        let on = |day| Some(date(2026, 5, day));
        let attest =
            |by| Command::from(AttestMinutes { meeting: MEETING, by: Some(by), seen: None, on: on(4) });
        let post = |board| {
            Command::from(PostNotice { meeting: MEETING, board: MemberId(board), on: on(8), down: None })
        };
        story
            .on(date(2026, 7, 1))
            .does(&Command::from(WriteMinutes { meeting: MEETING, on: on(4) }))
            .does(&attest(CHAIR))
            .does(&attest(MEMBER))
            .does(&post(3))
            .does(&post(4))
    }
}

fn add(content: ItemContent) -> Command {
    Command::from(AddItem { meeting: MEETING, content, place: None })
}

fn serving(number: u32, in_place_of: Option<u32>) -> Command {
    let capacity = Capacity::Serving { mandate: MandateId(number), in_place_of: in_place_of.map(MandateId) };
    let person = who(number.into());
    let attendance = Attendance { person, capacity, remote: None, paragrafer: None };
    Command::from(NoteAttendance { meeting: MEETING, attendance })
}

fn proposal(by: PersonId, text: &str, outcome: BoardOutcome) -> Command {
    let (text, outcome) = (text.to_owned(), Some(outcome));
    Command::from(MakeProposal { meeting: MEETING, item: APPLICATION, by, text, outcome })
}

fn vote(secret: bool, matter: VoteMatter) -> Command {
    Command::from(OpenVote { meeting: MEETING, item: APPLICATION, between: Vec::new(), secret, matter })
}

fn ballot(by: PersonId, choice: Option<u32>) -> Command {
    let choice = choice.map(ProposalId);
    Command::from(CastBallot { meeting: MEETING, item: APPLICATION, by, choice })
}

fn grant() -> Grant {
    Grant {
        amounts: [(2026, Ore::new(80_000_000)), (2027, Ore::new(60_000_000))].into(),
        from: Some(date(2026, 8, 1)),
        until: Some(date(2027, 12, 31)),
        conditions: vec!["Delrapport varje halvår.".into()],
        reporting: vec![date(2027, 2, 1)],
        financing: "Budgeten för insatser 2026 och 2027.".into(),
        fixes_method: false,
    }
}

fn granted() -> BoardOutcome {
    BoardOutcome::Granted(grant())
}

fn founding() -> Vec<Event> {
    let since = date(2015, 1, 1);
    let founded = Founded {
        slug: "mellanbygden".into(),
        name: "Samordningsförbundet Mellanbygden".into(),
        short_name: "Mellanbygden".into(),
        organisationsnummer: None,
        seat: "Norrby".into(),
        county: "Mellanlän".into(),
        on: since,
    };
    let mut past = vec![Event::Association(A::Founded(founded))];
    let members = [
        ("Försäkringskassan", MemberKind::Fk),
        ("Arbetsförmedlingen", MemberKind::Af),
        ("Region Mellanlän", MemberKind::Region),
        ("Norrby kommun", MemberKind::Municipality),
    ];
    for (member, (name, kind)) in (1..).map(MemberId).zip(members) {
        let joined = MemberJoined { member, name: name.into(), kind, on: since };
        past.push(Event::Association(A::MemberJoined(joined)));
    }
    let seat = |member, ordinary| Seat { members: vec![MemberId(member)], ordinary, substitutes: 1 };
    let bylaws = Bylaws {
        seats: vec![seat(1, 1), seat(2, 1), seat(3, 2), seat(4, 2)],
        casting_vote: true,
        notice_days: Some(7),
        posting_members: vec![MemberId(3), MemberId(4)],
        case_number: "SFM {year}/{no}".into(),
        working_committee: true,
        court: "Förvaltningsrätten i Mellanstad".into(),
        kept_at: "förbundets kansli".into(),
        mandate_start: None,
        mandate_years: None,
        contributions: None,
    };
    past.push(Event::Association(A::BylawsSet { from: since, bylaws, source: None }));
    for (number, name) in (1..).zip(NAMES) {
        past.push(Event::Association(A::PersonNamed { person: who(number), name: name.into() }));
    }
    past.extend(seated());
    past
}

fn seated() -> Vec<Event> {
    let from = date(2023, 4, 1);
    let body = |body, kind, name: &str| {
        Event::Mandate(M::BodySetUp { body, kind, name: name.into(), initiative: None, on: from })
    };
    let mut past =
        vec![body(BOARD, BodyKind::Board, "Styrelsen"), body(OFFICE, BodyKind::Office, "Kansliet")];
    let seats = [
        (BOARD, Some(1), Role::Member),
        (BOARD, Some(2), Role::Member),
        (BOARD, Some(3), Role::Member),
        (BOARD, Some(3), Role::Member),
        (BOARD, Some(4), Role::Member),
        (BOARD, Some(4), Role::Member),
        (OFFICE, None, Role::Director),
        (BOARD, Some(4), Role::Substitute { order: 1 }),
    ];
    for ((mandate, person), (body, member, role)) in (1..).map(MandateId).zip((1..).map(who)).zip(seats) {
        let member = member.map(MemberId);
        let given =
            MandateGiven { mandate, body, person, member, role, from, until: None, eligibility: None };
        past.push(Event::Mandate(M::MandateGiven(given)));
    }
    let vice_chairs = vec![MEMBER];
    past.push(Event::Mandate(M::PresidiumElected {
        body: BOARD,
        chair: CHAIR,
        vice_chairs,
        from,
        until: None,
    }));
    past
}

/// An application before the board.
fn prepared() -> Vec<Event> {
    let (initiative, by, on) = (INITIATIVE, who(6), date(2026, 1, 15));
    let case = domain::ids::CaseId(1);
    let application = Application {
        title: "Ett spår till arbete".into(),
        parties: vec![MemberId(2), MemberId(4)],
        carrier: Some(MemberId(4)),
        receiver: Some(MemberId(4)),
        members_heard: vec![MemberId(2), MemberId(4)],
        implementation: "Kommunen tar över.".into(),
        budget: grant().amounts,
        ..Application::default()
    };
    let proposal = Recommendation {
        approve: true,
        clauses: vec!["att bevilja Ett spår till arbete högst 1 400 000 kr".into()],
        grounds: "Behovet är belagt.".into(),
        grant: Some(grant()),
    };
    let opened = domain::case_register::events::Event::CaseOpened {
        case,
        number: "SFM 2026/4".into(),
        subject: "Ansökan: Ett spår till arbete".into(),
        on,
        keeps: None,
    };
    let mut past = vec![Event::Register(opened)];
    past.extend(
        [
            I::IdeaNoted {
                initiative,
                title: "Ett spår till arbete".into(),
                text: "Tidigt stöd.".into(),
                applicant: "Norrby kommun".into(),
                by,
                on,
            },
            I::Submitted {
                initiative,
                case,
                application: Box::new(application),
                by,
                on,
                paper: None,
                receipt: None,
            },
            I::Examined { initiative, text: "Inom ändamålet.".into(), by, on },
            I::Proposed { initiative, proposal: proposal.clone(), by, on },
            I::CommitteePrepared { initiative, proposal, by, on },
        ]
        .map(Event::Initiative),
    );
    past
}
