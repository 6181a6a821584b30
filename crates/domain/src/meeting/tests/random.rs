//! Random commands in random order: nothing panics, what is decided folds and settles, and the law holds.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::Command;
use crate::decide;
use crate::event::Event;
use crate::ids::{ItemId, MandateId, MeetingId, MemberId, PersonId, ProposalId};
use crate::meeting::agenda::{AddItem, ChangeItem, MoveItem, RemoveItem};
use crate::meeting::attendance::{NoteAttendance, NoteDisqualification, NoteLeaving};
use crate::meeting::attest::AttestMinutes;
use crate::meeting::attesters::{AttestAtMeeting, RefuseAttestation, ReplaceAttester};
use crate::meeting::compliance::findings;
use crate::meeting::decide::MakeDecision;
use crate::meeting::entry::Entered;
use crate::meeting::events::{
    Attendance, Capacity, Entry, Event as Fact, ItemKind, Matter, Undecided, VoteMatter,
};
use crate::meeting::minutes::{NameSource, WriteMinutes};
use crate::meeting::notice::SendNotice;
use crate::meeting::paragraf::{TakeUpItem, WriteNote};
use crate::meeting::plan::PlanMeeting;
use crate::meeting::posting::{PostNotice, TakeDownNotice};
use crate::meeting::reservation::NotifyReservation;
use crate::meeting::session::{CloseMeeting, NameOfficers, OpenMeeting};
use crate::meeting::state::Meeting;
use crate::meeting::take_back::TakeBack;
use crate::meeting::tests::{
    DAY, INITIATIVE, SIX, attested, attested_by_the_next, closed, contested, granted, item, noticed, opened,
    plan, planned, posted, rejected, voting, written,
};
use crate::meeting::undecided::LeaveUndecided;
use crate::meeting::vote::{CastBallot, CloseVote, MakeProposal, OpenVote};
use crate::testing::{ASTA, BO, GUN, Given, HANS, IDA, JON, MAJA, RUT};

fn meeting() -> impl Strategy<Value = MeetingId> {
    prop_oneof![9 => Just(MeetingId(1)), 1 => (0..4_u32).prop_map(MeetingId)]
}

fn items() -> impl Strategy<Value = ItemId> {
    prop_oneof![6 => Just(ItemId(8)), 4 => (0..12_u32).prop_map(ItemId)]
}

fn person() -> impl Strategy<Value = PersonId> {
    prop_oneof![
        4 => proptest::sample::select(SIX.to_vec()),
        1 => proptest::sample::select(vec![GUN, HANS, IDA, JON, MAJA, RUT]),
    ]
}

fn day() -> impl Strategy<Value = Option<Date>> {
    prop_oneof![4 => Just(None), 1 => (-40..40_i64).prop_map(|n| Some(statute::calendar::days_from(DAY, n)))]
}

fn words() -> impl Strategy<Value = String> {
    proptest::sample::select(vec!["", " ", "att bevilja", "att avslå", "Övriga frågor"])
        .prop_map(str::to_owned)
}

fn matter() -> impl Strategy<Value = VoteMatter> {
    proptest::sample::select(vec![VoteMatter::Ordinary, VoteMatter::Election, VoteMatter::Employment])
}

fn outcome() -> impl Strategy<Value = Option<crate::initiative::events::BoardOutcome>> {
    proptest::sample::select(vec![None, Some(granted()), Some(rejected())])
}

fn content() -> impl Strategy<Value = crate::meeting::events::ItemContent> {
    let matter = proptest::sample::select(vec![None, Some(Matter::Initiative(INITIATIVE))]);
    let kind = proptest::sample::select(vec![ItemKind::Formal, ItemKind::Decision, ItemKind::Election]);
    (kind, words(), matter).prop_map(|(kind, title, matter)| item(kind, &title, matter))
}

fn attendance() -> impl Strategy<Value = Attendance> {
    let capacity = prop_oneof![
        3 => (1..14_u32, proptest::option::of(1..8_u32)).prop_map(|(own, absent)| Capacity::Serving {
            mandate: MandateId(own),
            in_place_of: absent.map(MandateId),
        }),
        1 => (6..13_u32).prop_map(|own| Capacity::Substitute { mandate: MandateId(own) }),
        1 => Just(Capacity::Other { from: "kansliet".to_owned() }),
    ];
    let own_seat = (0..6_usize).prop_map(|at| {
        let mandate = MandateId(u32::try_from(at + 1).unwrap());
        (SIX[at], Capacity::Serving { mandate, in_place_of: None })
    });
    let who = prop_oneof![3 => own_seat, 2 => (person(), capacity)];
    (who, proptest::option::of((0..12_u32, proptest::option::of(0..12_u32)))).prop_map(
        |((person, capacity), paragrafer)| Attendance { person, capacity, remote: None, paragrafer },
    )
}

fn before() -> impl Strategy<Value = Command> {
    prop_oneof![
        (day(), words()).prop_map(|(on, place)| {
            PlanMeeting { on: on.unwrap_or(DAY), place, until: Time::constant(11, 0, 0, 0), ..plan() }.into()
        }),
        (meeting(), content(), proptest::option::of(0..14_u32))
            .prop_map(|(meeting, content, place)| AddItem { meeting, content, place }.into()),
        (meeting(), items(), content()).prop_map(|(meeting, item, content)| ChangeItem {
            meeting,
            item,
            content
        }
        .into()),
        (meeting(), items(), 0..14_u32).prop_map(|(meeting, item, to)| MoveItem { meeting, item, to }.into()),
        (meeting(), items()).prop_map(|(meeting, item)| RemoveItem { meeting, item }.into()),
        (meeting(), day()).prop_map(|(meeting, on)| SendNotice { meeting, on }.into()),
        meeting().prop_map(|meeting| OpenMeeting { meeting, at: None }.into()),
    ]
}

fn during() -> impl Strategy<Value = Command> {
    prop_oneof![
        2 => (meeting(), attendance()).prop_map(|(meeting, attendance)| NoteAttendance { meeting, attendance }.into()),
        1 => (meeting(), person(), vec(person(), 0..3))
            .prop_map(|(meeting, chair, attesters)| NameOfficers { meeting, chair, secretary: MAJA, attesters }.into()),
        1 => (meeting(), person(), 0..12_u32)
            .prop_map(|(meeting, person, after)| NoteLeaving { meeting, person, after }.into()),
        1 => (meeting(), items(), person(), words())
            .prop_map(|(meeting, item, person, ground)| NoteDisqualification { meeting, item, person, ground }.into()),
        3 => (meeting(), items(), proptest::option::weighted(0.2, 0..20_u32))
            .prop_map(|(meeting, item, paragraf)| TakeUpItem { meeting, item, paragraf }.into()),
        1 => (meeting(), items(), words())
            .prop_map(|(meeting, item, text)| WriteNote { meeting, item, text, reports: vec![] }.into()),
        2 => (meeting(), items(), person(), words(), outcome())
            .prop_map(|(meeting, item, by, text, outcome)| MakeProposal { meeting, item, by, text, outcome }.into()),
        2 => (meeting(), items(), vec((1..4_u32).prop_map(ProposalId), 0..3), matter())
            .prop_map(|(meeting, item, between, matter)| {
                OpenVote { meeting, item, between, secret: false, matter }.into()
            }),
        6 => (meeting(), items(), person(), proptest::option::weighted(0.8, (1..4_u32).prop_map(ProposalId)))
            .prop_map(|(meeting, item, by, choice)| CastBallot { meeting, item, by, choice }.into()),
        2 => (meeting(), items(), proptest::option::weighted(0.3, (1..4_u32).prop_map(ProposalId)))
            .prop_map(|(meeting, item, lot)| CloseVote { meeting, item, lot, tally: None }.into()),
        3 => (meeting(), items(), words(), any::<bool>(), outcome()).prop_map(
            |(meeting, item, clause, appealable, outcome)| {
                MakeDecision { meeting, item, clauses: vec![clause], appealable, outcome }.into()
            },
        ),
        1 => (meeting(), items(), person(), words())
            .prop_map(|(meeting, item, by, text)| NotifyReservation { meeting, item, by, text }.into()),
        1 => meeting().prop_map(|meeting| CloseMeeting { meeting, at: None }.into()),
        3 => (meeting(), entry(), words()).prop_map(|(meeting, entry, why)| TakeBack { meeting, entry, why }.into()),
        1 => (meeting(), items(), undecided(), words())
            .prop_map(|(meeting, item, how, text)| LeaveUndecided { meeting, item, how, text }.into()),
    ]
}

fn undecided() -> impl Strategy<Value = Undecided> {
    proptest::sample::select(vec![Undecided::Postponed, Undecided::Withdrawn, Undecided::NoQuorum])
}

fn entry() -> impl Strategy<Value = Entry> {
    prop_oneof![
        Just(Entry::Opening),
        Just(Entry::Closing),
        person().prop_map(Entry::Attendance),
        person().prop_map(Entry::Leaving),
        items().prop_map(Entry::TakenUp),
        (items(), person()).prop_map(|(item, person)| Entry::Disqualification(item, person)),
        (items(), (1..4_u32).prop_map(ProposalId)).prop_map(|(item, made)| Entry::Proposal(item, made)),
        items().prop_map(Entry::Vote),
        items().prop_map(Entry::Decision),
        items().prop_map(Entry::Undecided),
        (items(), person()).prop_map(|(item, by)| Entry::Reservation(item, by)),
        (1..3_u32).prop_map(|no| Entry::Assignment(crate::ids::AssignmentId(no))),
    ]
}

fn after() -> impl Strategy<Value = Command> {
    let board = || (2..7_u32).prop_map(MemberId);
    prop_oneof![
        (meeting(), day()).prop_map(|(meeting, on)| WriteMinutes { meeting, on }.into()),
        (meeting(), words()).prop_map(|(meeting, source)| NameSource { meeting, source }.into()),
        (meeting(), proptest::option::of(proptest::sample::select(vec![ASTA, BO, RUT])), day())
            .prop_map(|(meeting, by, on)| AttestMinutes { meeting, by, seen: None, on }.into()),
        (meeting(), person(), person(), words()).prop_map(|(meeting, instead_of, by, decided)| {
            ReplaceAttester { meeting, instead_of, by, decided }.into()
        }),
        (meeting(), proptest::option::of(0..12_u32), words())
            .prop_map(|(meeting, paragraf, why)| RefuseAttestation { meeting, paragraf, why }.into()),
        (meeting(), meeting(), items())
            .prop_map(|(meeting, at, item)| AttestAtMeeting { meeting, at, item }.into()),
        (meeting(), board(), day(), day()).prop_map(|(meeting, board, on, down)| PostNotice {
            meeting,
            board,
            on,
            down
        }
        .into()),
        (meeting(), board(), day())
            .prop_map(|(meeting, board, on)| TakeDownNotice { meeting, board, on }.into()),
    ]
}

pub(crate) fn command() -> impl Strategy<Value = Command> {
    prop_oneof![2 => before(), 6 => during(), 2 => after()]
}

/// Somewhere along the line of a meeting, live or recorded afterwards.
pub(crate) fn start() -> impl Strategy<Value = Given> {
    let on_its_day: fn() -> Given = || noticed().on(DAY);
    let ordinary: fn() -> Given = || voting(VoteMatter::Ordinary);
    let from: Vec<fn() -> Given> = vec![
        planned,
        on_its_day,
        opened,
        opened,
        contested,
        ordinary,
        ordinary,
        closed,
        written,
        attested,
        posted,
        attested_by_the_next,
    ];
    let from = proptest::sample::select(from);
    (from, any::<bool>()).prop_map(|(from, afterwards)| if afterwards { from().afterwards() } else { from() })
}

/// What holds of every meeting, however it came about.
fn holds(meeting: &Meeting) -> Result<(), TestCaseError> {
    let numbers: Vec<u32> = meeting.items.iter().filter_map(|i| i.paragraf).collect();
    prop_assert_eq!(numbers.len(), numbers.iter().collect::<BTreeSet<_>>().len(), "a paragraph stands twice");
    let ids: BTreeSet<ItemId> = meeting.items.iter().map(|i| i.id).collect();
    prop_assert_eq!(ids.len(), meeting.items.len(), "an item stands twice");
    for item in &meeting.items {
        prop_assert!(item.decision.is_none() || item.paragraf.is_some(), "decided without a paragraph");
        if let Some(vote) = &item.vote {
            prop_assert!(vote.between.len() >= 2);
            prop_assert!(vote.result.is_none_or(|(won, _)| vote.between.contains(&won)));
        }
    }
    prop_assert!(
        meeting.attested.is_empty() || meeting.attested.keys().all(|p| meeting.must_attest().contains(p))
    );
    prop_assert!(meeting.postings.keys().all(|board| meeting.boards.contains(board)));
    Ok(())
}

/// What holds of what was just decided, while the law stands in the way.
fn lawful(given: &Given, events: &[Event]) -> Result<(), TestCaseError> {
    for event in events {
        if let Event::Meeting(Fact::Decided { meeting, item, .. }) = event {
            let meeting = &given.state.meetings[meeting];
            let item = meeting.item(*item).unwrap();
            prop_assert!(meeting.serving_in(item).count() >= 4, "decided without a quorum");
        }
        if let Event::Meeting(Fact::VoteClosed { meeting, item, .. }) = event {
            let meeting = &given.state.meetings[meeting];
            let item = meeting.item(*item).unwrap();
            let served = meeting.attendance.iter().filter(|a| a.serves());
            let serving: BTreeSet<PersonId> =
                served.map(|a| a.person).filter(|p| !item.disqualified.contains_key(p)).collect();
            let voted =
                item.vote.as_ref().unwrap().ballots.iter().filter(|(_, c)| c.is_some()).map(|(p, _)| p);
            prop_assert!(
                voted.collect::<Vec<_>>().iter().all(|p| serving.contains(p)),
                "a stranger's vote counted"
            );
        }
    }
    Ok(())
}

/// What is sealed of a meeting: what was written out, once somebody has attested it.
fn sealed(meeting: &Meeting) -> Option<crate::seal::Digest> {
    meeting.written.as_ref().filter(|_| meeting.is_sealed()).map(|written| written.paper.sha256.clone())
}

proptest! {
    // As many cases as the environment says: `bin/test long` asks for ten thousand.

    #[test]
    fn whatever_is_asked_the_record_stands(start in start(), asked in vec((command(), 0..12_i64), 1..60)) {
        let mut given = start;
        for (command, days) in asked {
            given.ctx.now = statute::calendar::days_from(given.ctx.today(), days / 10).at(9, 0, 0, 0);
            let Ok(decided) = decide(&given.state, &given.ctx, &command) else { continue };
            for event in &decided.events {
                let stored = serde_json::to_string(event).unwrap();
                prop_assert_eq!(&serde_json::from_str::<Event>(&stored).unwrap(), event);
            }
            let live = !given.ctx.records();
            let before: Vec<_> = given.state.meetings.values().map(|m| (m.id(), sealed(m))).collect();
            given = given.and(decided.events.clone());
            if !command.asked().adds() {
                let again = decide(&given.state, &given.ctx, &command).map(|d| d.events);
                prop_assert_eq!(again, Ok(vec![]), "{:?} does not settle", command);
            }
            if live {
                lawful(&given, &decided.events)?;
            }
            for (id, before) in before.into_iter().filter(|(_, before)| before.is_some()) {
                prop_assert_eq!(sealed(&given.state.meetings[&id]), before, "what is sealed was changed");
            }
            for meeting in given.state.meetings.values() {
                holds(meeting)?;
                let entered = Entered { state: &given.state, meeting };
                prop_assert!(entered.all().into_iter().all(|entry| entered.says(entry).is_some()));
                let _ = findings(&given.state, meeting, given.ctx.today());
            }
        }
    }
}

/// Everything that stands and can be taken back is, one by one, from the last to the first.
fn all_taken_back(mut given: Given) -> Given {
    let meeting = MeetingId(1);
    while let Some(next) = given.state.meetings.get(&meeting).and_then(|held| {
        let entered = Entered { state: &given.state, meeting: held };
        entered.all().into_iter().rev().find(|entry| entered.may_go(*entry, &given.ctx).is_ok())
    }) {
        given = given.when(TakeBack { meeting, entry: next, why: "Fel.".to_owned() }).settles();
    }
    given
}

#[test]
fn whatever_was_entered_while_a_meeting_runs_can_be_taken_back_to_the_beginning() {
    let ordinary: fn() -> Given = || voting(VoteMatter::Ordinary);
    for from in [opened, contested, ordinary] {
        let given = all_taken_back(from());
        let meeting = &given.state.meetings[&MeetingId(1)];
        // Who chairs, keeps the minutes and attests is changed and not taken back, and is there.
        let there: Vec<PersonId> = meeting.attendance.iter().map(|a| a.person).collect();
        assert_eq!(there, [ASTA, BO]);
        assert!(
            meeting.items.iter().all(|i| i.paragraf.is_none() && i.proposals.is_empty() && i.vote.is_none())
        );
        assert!(!meeting.taken_back.is_empty());
    }
}

/// Whoever is barred for ever, the minutes of a meeting come to be attested.
#[test]
fn no_meeting_waits_for_ever_for_one_person() {
    for barred in [ASTA, BO] {
        let given = written().on(statute::calendar::days_from(DAY, 30));
        let other = if barred == ASTA { BO } else { ASTA };
        let replaced = given.signed(other).done(ReplaceAttester {
            meeting: MeetingId(1),
            instead_of: barred,
            by: SIX[2],
            decided: "Avliden. Ordföranden bestämde, styrelsens § 12.".to_owned(),
        });
        let signed = replaced.signed(SIX[2]);
        assert!(signed.state.meetings[&MeetingId(1)].attested_on().is_some());
    }
}
