//! What stands in the notice, the minutes and the extract follows what has happened at the meeting.

use std::collections::BTreeMap;

use crate::association::events::{Bylaws, Event as A, Founded, MemberJoined, MemberKind, Seat};
use crate::ids::{BodyId, ItemId, MandateId, MemberId, PersonId};
use crate::mandate::events::{BodyKind, Event as M, MandateGiven, Role};
use crate::meeting::agenda::AddItem;
use crate::meeting::attendance::{NoteAttendance, NoteDisqualification, NoteLeaving};
use crate::meeting::attest::AttestMinutes;
use crate::meeting::decide::MakeDecision;
use crate::meeting::events::{Attendance, Capacity, ItemContent, ItemKind, VoteMatter};
use crate::meeting::minutes::WriteMinutes;
use crate::meeting::notice::SendNotice;
use crate::meeting::paragraf::{TakeUpItem, WriteNote};
use crate::meeting::plan::PlanMeeting;
use crate::meeting::posting::PostNotice;
use crate::meeting::session::{CloseMeeting, NameOfficers, OpenMeeting};
use crate::meeting::slip::{SecretVote, Tally};
use crate::meeting::vote::{CloseVote, MakeProposal, OpenVote};
use crate::{Association, Command, Ctx, Event, Meta, decide};
use jiff::civil::{Date, date, time};
use papers::{Ballot, Extract, ParagrafRange};
use pretty_assertions::assert_eq;
use uuid::Uuid;

use super::*;

const MEETING: crate::ids::MeetingId = crate::ids::MeetingId(1);
const DAY: Date = date(2026, 3, 20);
const CHAIR: PersonId = who(1);
const SECRETARY: PersonId = who(5);
/// The first item that was added to the standing ones.
const ELECTION: ItemId = ItemId(8);

const fn who(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

struct Told {
    association: Association,
    sealed: BTreeMap<u64, Sealed>,
    on: Date,
}

impl Told {
    #[expect(clippy::needless_pass_by_value, reason = "a story is told fact by fact, made where it is told")]
    fn happens(mut self, event: Event) -> Self {
        let seq = self.association.version + 1;
        self.association.evolve(Meta { seq, at: jiff::Timestamp::UNIX_EPOCH, actor: SECRETARY }, &event);
        self.sealed.extend(event.sealed().into_iter().map(|sealed| (seq, sealed.clone())));
        self
    }

    fn does(self, command: Command) -> Self {
        self.told(SECRETARY, command)
    }

    /// Somebody attests the minutes as they are.
    fn signed(self, by: PersonId) -> Self {
        let seen = self.meeting().written.as_ref().map(|w| w.paper.sha256.clone());
        self.told(by, AttestMinutes { meeting: MEETING, by: None, seen, on: None }.into())
    }

    #[expect(clippy::needless_pass_by_value, reason = "a story is told fact by fact, made where it is told")]
    fn told(self, actor: PersonId, command: Command) -> Self {
        let reasons = BTreeMap::from([("notice-period".to_owned(), "Brådskande.".to_owned())]);
        let ctx = Ctx {
            now: self.on.at(9, 0, 0, 0),
            actor,
            reasons,
            entered: crate::decision::Entered::AsItHappens,
        };
        let decided =
            decide(&self.association, &ctx, &command).unwrap_or_else(|r| panic!("{command:?}: {r:?}"));
        decided.events.into_iter().fold(self, Self::happens)
    }

    fn on(mut self, on: Date) -> Self {
        self.on = on;
        self
    }

    fn meeting(&self) -> &crate::meeting::state::Meeting {
        &self.association.meetings[&MEETING]
    }

    fn minutes(&self) -> Minutes {
        let sealed = self.meeting().written.as_ref().and_then(|w| self.sealed.get(&w.paper.seq));
        minutes(&self.association, self.meeting(), sealed, self.on).unwrap()
    }

    fn notice(&self) -> Notice {
        let sealed = self.meeting().notice.as_ref().and_then(|sent| self.sealed.get(&sent.paper.seq));
        notice(&self.association, self.meeting(), sealed, self.on).unwrap()
    }

    fn up(self, item: u32) -> Self {
        let item = ItemId(item);
        self.does(Command::from(TakeUpItem { meeting: MEETING, item, paragraf: None })).does(Command::from(
            WriteNote {
                meeting: MEETING,
                item,
                text: "Gicks igenom.\n\nOch lades till handlingarna.".into(),
                reports: Vec::new(),
            },
        ))
    }
}

fn bylaws() -> Bylaws {
    let seat = |members: &[u32]| Seat {
        members: members.iter().copied().map(MemberId).collect(),
        ordinary: 1,
        substitutes: 1,
    };
    Bylaws {
        seats: vec![seat(&[1]), seat(&[2]), seat(&[3])],
        casting_vote: true,
        notice_days: Some(7),
        posting_members: vec![MemberId(2), MemberId(3)],
        case_number: "SFM {year}/{no}".into(),
        working_committee: false,
        court: "Förvaltningsrätten i Mellanstad".into(),
        kept_at: "förbundets kansli".into(),
        mandate_start: None,
        mandate_years: None,
        contributions: None,
    }
}

fn founded() -> Told {
    let since = date(2020, 1, 1);
    let mut told =
        Told { association: Association::default(), sealed: BTreeMap::new(), on: date(2026, 3, 16) };
    told = told.happens(Event::Association(A::Founded(Founded {
        slug: "mellanbygden".into(),
        name: "Samordningsförbundet Mellanbygden".into(),
        short_name: "Mellanbygden".into(),
        organisationsnummer: None,
        seat: "Norrby".into(),
        county: "Mellanlän".into(),
        on: since,
    })));
    for (member, name, kind) in [
        (1, "Försäkringskassan", MemberKind::Fk),
        (2, "Region Mellanlän", MemberKind::Region),
        (3, "Norrby kommun", MemberKind::Municipality),
    ] {
        let joined = MemberJoined { member: MemberId(member), name: name.into(), kind, on: since };
        told = told.happens(Event::Association(A::MemberJoined(joined)));
    }
    let bylaws = bylaws();
    told = told.happens(Event::Association(A::BylawsSet { from: since, bylaws, source: None }));
    let body = |body, kind, name: &str| {
        Event::Mandate(M::BodySetUp {
            body: BodyId(body),
            kind,
            name: name.into(),
            initiative: None,
            on: since,
        })
    };
    told = told.happens(body(1, BodyKind::Board, "Styrelsen")).happens(body(2, BodyKind::Office, "Kansliet"));
    let people = ["Asta Alm", "Bo Bark", "Cilla Ceder", "David Dal", "Maja Mo"];
    for (number, name) in (1..).zip(people) {
        let named = A::PersonNamed { person: who(number), name: name.into() };
        told = told.happens(Event::Association(named));
    }
    for (mandate, body, member, role) in [
        (1, 1, Some(1), Role::Member),
        (2, 1, Some(2), Role::Member),
        (3, 1, Some(3), Role::Member),
        (4, 1, Some(2), Role::Substitute { order: 1 }),
        (5, 2, None, Role::Director),
    ] {
        told = told.happens(Event::Mandate(M::MandateGiven(MandateGiven {
            mandate: MandateId(mandate),
            body: BodyId(body),
            person: who(mandate.into()),
            member: member.map(MemberId),
            role,
            from: since,
            until: None,
            eligibility: None,
        })));
    }
    told.happens(Event::Mandate(M::PresidiumElected {
        body: BodyId(1),
        chair: CHAIR,
        vice_chairs: vec![who(3)],
        from: since,
        until: None,
    }))
}

fn serving(mandate: u32, in_place_of: Option<u32>) -> Command {
    let capacity = Capacity::Serving { mandate: MandateId(mandate), in_place_of: in_place_of.map(MandateId) };
    let attendance = Attendance { person: who(mandate.into()), capacity, remote: None, paragrafer: None };
    Command::from(NoteAttendance { meeting: MEETING, attendance })
}

fn called() -> Told {
    founded()
        .does(Command::from(PlanMeeting {
            body: BodyId(1),
            on: DAY,
            from: time(9, 0, 0, 0),
            until: time(12, 0, 0, 0),
            place: "Norrby".into(),
            extra: None,
            asking: Vec::new(),
            asked: None,
        }))
        .does(Command::from(AddItem {
            meeting: MEETING,
            content: ItemContent {
                kind: ItemKind::Election,
                title: "Val av ombud".into(),
                text: "Två är föreslagna.".into(),
                presenter: None,
                proposed: Vec::new(),
                appendices: vec!["Bilaga 2: Meritlista".into(), "Brev".into()],
                matter: None,
            },
            place: None,
        }))
        .does(Command::from(SendNotice { meeting: MEETING, on: None }))
}

/// Asta, Cilla and David, who serves for Bo; the election held by secret ballot and settled by lot.
fn held() -> Told {
    let officers =
        NameOfficers { meeting: MEETING, chair: CHAIR, secretary: SECRETARY, attesters: vec![who(3)] };
    let mut told = called()
        .on(DAY)
        .does(Command::from(OpenMeeting { meeting: MEETING, at: None }))
        .does(serving(1, None))
        .does(serving(3, None))
        .does(serving(4, Some(2)))
        .does(Command::from(officers))
        .up(1)
        .up(2)
        .does(Command::from(NoteDisqualification {
            meeting: MEETING,
            item: ItemId(2),
            person: who(3),
            ground: "Part i saken.".into(),
        }))
        .up(8);
    for (by, text) in [(1, "Hedvig Alfa"), (4, "Ture Beta")] {
        let (by, text) = (who(by), text.to_owned());
        let proposal = MakeProposal { meeting: MEETING, item: ELECTION, by, text, outcome: None };
        told = told.does(Command::from(proposal));
    }
    told = told.does(Command::from(OpenVote {
        meeting: MEETING,
        item: ELECTION,
        between: Vec::new(),
        secret: true,
        matter: VoteMatter::Election,
    }));
    let close = |lot, tally| CloseVote { meeting: MEETING, item: ELECTION, lot, tally };
    let tally = Tally {
        vote: SecretVote { meeting: MEETING, item: ELECTION, number: 1 },
        counts: [1, 2].map(|number| (crate::ids::ProposalId(number), 1)).into(),
        abstained: 1,
        voted: [1, 3, 4].map(who).into(),
    };
    told.does(Command::from(close(None, Some(tally))))
        .does(Command::from(close(Some(crate::ids::ProposalId(2)), None)))
        .does(Command::from(MakeDecision {
            meeting: MEETING,
            item: ELECTION,
            clauses: vec!["Styrelsen utser Ture Beta.".into()],
            appealable: true,
            outcome: None,
        }))
        .does(Command::from(NoteLeaving { meeting: MEETING, person: who(4), after: 3 }))
        .up(3)
        .up(4)
        .up(5)
        .up(6)
        .up(7)
        .does(Command::from(CloseMeeting { meeting: MEETING, at: None }))
}

fn posted(attested: Date) -> Told {
    let post =
        |board| Command::from(PostNotice { meeting: MEETING, board: MemberId(board), on: None, down: None });
    held()
        .on(date(2026, 3, 21))
        .does(Command::from(WriteMinutes { meeting: MEETING, on: None }))
        .on(attested)
        .signed(CHAIR)
        .signed(who(3))
        .does(post(2))
        .does(post(3))
}

#[test]
fn the_notice_says_who_is_called_and_why_it_came_late() {
    let told = called();
    let paper = told.notice();
    assert_eq!(paper.dated, date(2026, 3, 16));
    let names: Vec<&str> = paper.recipients.members.iter().map(|p| p.name.as_str()).collect();
    assert_eq!(names, ["Asta Alm", "Bo Bark", "Cilla Ceder"]);
    assert_eq!(paper.recipients.members[2].role.as_deref(), Some("vice ordförande"));
    assert_eq!(paper.recipients.substitutes[0].from.as_deref(), Some("Region Mellanlän"));
    assert_eq!(paper.recipients.others[0].role.as_deref(), Some("förbundschef"));
    assert!(paper.remarks[0].ends_with("Skäl: Brådskande."), "{:?}", paper.remarks);
    let election = paper.items.iter().find(|i| i.title == "Val av ombud").unwrap();
    assert_eq!(election.number, 6, "before the closing items");
    let appendices: Vec<u32> = election.appendices.iter().map(|a| a.number).collect();
    assert_eq!(appendices, [2, 1], "a number that was written stays, the other is the first that is free");
}

#[test]
fn the_minutes_say_who_decided_for_whom_and_under_which_paragraphs() {
    let paper = held().minutes();
    let run = |from, to| ParagrafRange { from, to };
    let deciding: Vec<(&str, Option<&str>, Vec<ParagrafRange>)> = paper
        .deciding
        .iter()
        .map(|d| (d.name.as_str(), d.substitute_for.as_deref(), d.present.clone()))
        .collect();
    assert_eq!(
        deciding,
        [
            ("Asta Alm", None, Vec::new()),
            ("David Dal", Some("Bo Bark"), vec![run(1, 3)]),
            ("Cilla Ceder", None, vec![run(1, 1), run(3, 8)]),
        ]
    );
    assert_eq!(paper.deciding[0].role.as_deref(), Some("ordförande"));
    assert_eq!(paper.range(), Some(run(1, 8)));
    assert_eq!(paper.paragraphs[1].notes, ["Cilla Ceder deltog inte i handläggningen."]);
    assert_eq!(paper.paragraphs[2].notes, ["David Dal lämnade sammanträdet efter § 3."]);
    assert_eq!(paper.paragraphs[2].text[0], "Två är föreslagna.");
    assert_eq!(paper.secretary.signed, None, "not written out yet");
    let others: Vec<_> = paper.others.iter().map(|o| (o.name.as_str(), o.from.as_deref())).collect();
    assert_eq!(others, [("Maja Mo", Some("sekreterare"))], "who kept the minutes was there");
}

#[test]
fn a_secret_ballot_is_numbers_and_nothing_else() {
    let paper = held().minutes();
    let vote = paper.paragraphs[2].vote.clone().unwrap();
    assert_eq!(vote.ballot, Ballot::Secret);
    assert!(vote.alternatives.iter().all(|a| a.voters.is_empty()) && vote.abstained.is_empty());
    let counts: Vec<(&str, u32)> = vote.alternatives.iter().map(|a| (a.label.as_str(), a.count)).collect();
    assert_eq!(counts, [("Hedvig Alfa", 1), ("Ture Beta", 1)]);
    assert!(vote.question.ends_with("1 avstod."), "{}", vote.question);
    assert_eq!(vote.lot.map(|l| l.alternative).as_deref(), Some("Ture Beta"));
    let decision = paper.paragraphs[2].decision.clone().unwrap();
    assert_eq!((decision.lead.as_str(), decision.clauses.len()), ("Styrelsen utser Ture Beta.", 0));
}

#[test]
fn the_bevis_counts_from_the_last_board_and_states_what_came_late() {
    let in_time = posted(date(2026, 3, 23)).minutes();
    assert_eq!(in_time.certificate.attested_on, Some(date(2026, 3, 23)));
    assert_eq!(in_time.certificate.last_appeal_day, Some(date(2026, 4, 13)));
    assert!(
        in_time.certificate.boards.iter().all(|b| b.down == Some(date(2026, 4, 14)) && b.down_is_planned)
    );
    assert_eq!(in_time.certificate.remarks, Vec::<String>::new());
    assert_eq!(in_time.appeal.and_then(|a| a.last_day), Some(date(2026, 4, 13)));
    let late = posted(date(2026, 4, 8)).minutes();
    let said = late.certificate.remarks.concat();
    assert!(said.contains("19\u{a0}dagar efter sammanträdet") && said.contains("5 kap. 69 §"), "{said}");
}

#[test]
fn an_extract_is_one_paragraph_with_its_own_certificate() {
    let told = posted(date(2026, 3, 23));
    let extract = |number| Extract::of(&told.minutes(), number);
    let paper = extract(3).unwrap();
    assert_eq!(paper.paragraf, told.minutes().paragraphs[2]);
    assert_eq!((paper.attested_on, paper.posted_on), (Some(date(2026, 3, 23)), Some(date(2026, 3, 23))));
    assert!(paper.appeal.is_some());
    assert_eq!(extract(99), None);
    let formal = extract(1).unwrap();
    assert_eq!(formal.appeal, None, "nothing was decided under it");
}

#[test]
fn what_was_sent_or_written_out_reads_for_ever_as_it_did_that_day() {
    let told = posted(date(2026, 3, 23));
    let (minutes, notice) = (told.minutes(), told.notice());
    let later = [
        Event::Association(A::PersonNamed { person: CHAIR, name: "Asta Nytt-Namn".into() }),
        Event::Association(A::PersonNamed { person: SECRETARY, name: "Maja Annan".into() }),
        Event::Mandate(M::PresidiumElected {
            body: BodyId(1),
            chair: who(2),
            vice_chairs: vec![CHAIR],
            from: date(2026, 1, 1),
            until: None,
        }),
        Event::Mandate(M::MandateGiven(MandateGiven {
            mandate: MandateId(6),
            body: BodyId(2),
            person: who(2),
            member: None,
            role: Role::Director,
            from: date(2020, 1, 1),
            until: None,
            eligibility: None,
        })),
        Event::Association(A::RemoteParticipationDecided {
            on: date(2026, 1, 1),
            extent: "Alla.".into(),
            sound: None,
        }),
        Event::Association(A::BylawsSet {
            from: date(2026, 1, 1),
            bylaws: Bylaws { court: "Annan rätt".into(), kept_at: "arkivet".into(), ..bylaws() },
            source: None,
        }),
        Event::Assignment(crate::assignment::events::Event::Given(crate::assignment::events::Given {
            assignment: crate::ids::AssignmentId(1),
            meeting: MEETING,
            item: ELECTION,
            to: "Kansliet".into(),
            person: None,
            what: "Meddela ombudet.".into(),
            due: None,
            on: date(2026, 3, 30),
        })),
    ];
    let after = later.into_iter().fold(told, Told::happens);
    assert_eq!(after.association.profile.person_name(CHAIR), "Asta Nytt-Namn");
    assert_eq!(after.minutes(), minutes);
    assert_eq!(after.notice(), notice);
    assert_eq!(Extract::of(&after.minutes(), 3), Extract::of(&minutes, 3));
}

#[test]
fn what_is_told_in_the_minutes_after_they_were_written_out_asks_for_them_anew() {
    let written =
        held().on(date(2026, 3, 21)).does(Command::from(WriteMinutes { meeting: MEETING, on: None }));
    let seal = |told: &Told| told.meeting().written.as_ref().map(|w| w.paper.sha256.clone());
    let first = seal(&written);
    let noted = written.does(Command::from(WriteNote {
        meeting: MEETING,
        item: ItemId(1),
        text: "Ordföranden öppnade mötet.".into(),
        reports: Vec::new(),
    }));
    assert_eq!(noted.meeting().phase(), crate::meeting::state::Phase::Closed);
    let assigned = crate::assignment::follow_up::GiveAssignment {
        meeting: MEETING,
        item: ELECTION,
        to: "Kansliet".into(),
        person: None,
        what: "Meddela ombudet.".into(),
        due: None,
    };
    let written = noted.does(Command::from(WriteMinutes { meeting: MEETING, on: None }));
    let assigned = written.does(Command::from(assigned));
    assert_eq!(seal(&assigned), None);
    let anew = assigned.does(Command::from(WriteMinutes { meeting: MEETING, on: None }));
    assert!(first.is_some() && seal(&anew).is_some() && seal(&anew) != first);
    assert!(
        !format!("{:?}", anew.meeting()).contains("Förvaltningsrätten"),
        "the words lie in the record alone"
    );
}

#[test]
fn namesakes_are_two_rows_and_told_apart_where_only_a_name_stands() {
    let same = A::PersonNamed { person: who(3), name: "Asta Alm".into() };
    let paper = held().happens(Event::Association(same)).minutes();
    let rows: Vec<(&str, &str)> =
        paper.deciding.iter().map(|d| (d.name.as_str(), d.member.as_str())).collect();
    assert_eq!(
        rows,
        [("Asta Alm", "Försäkringskassan"), ("David Dal", "Region Mellanlän"), ("Asta Alm", "Norrby kommun")]
    );
    assert_eq!(paper.chair.name, "Asta Alm (Försäkringskassan)");
    assert_eq!(paper.attesters[0].name, "Asta Alm (Norrby kommun)");
    assert_eq!(paper.paragraphs[1].disqualified[0].name, "Asta Alm (Norrby kommun)");
}
