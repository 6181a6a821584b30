//! Any command in any order: never a panic, what is let through folds and is stored whole, and asking twice changes
//! nothing.

use std::collections::{BTreeMap, BTreeSet};

use allocation::asking_round::What;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

use crate::act::Unreadable;
use crate::assignment::follow_up::{FinishAssignment, GiveAssignment, ReportAssignment};
use crate::association::establish::{NamePerson, NoteBudget, SetBylaws, ShareOffice, TakeInMember};
use crate::association::events::MemberKind;
use crate::association::remote::DecideRemoteParticipation;
use crate::case_register::events::{Direction, Form, Paper};
use crate::case_register::meeting_paper::RegisterMeetingPaper;
use crate::case_register::register::{CloseCase, OpenCase, RegisterDocument};
use crate::decision::{Ctx, Entered};
use crate::event::{Event, Meta, Subject};
use crate::funding::earlier::NoteContributions;
use crate::funding::events::{Contribution, Count, KeyFigures};
use crate::funding::fix::FixContributions;
use crate::funding::key_figures::NoteKeyFigures;
use crate::funding::position::NotePosition;
use crate::funding::step::NoteFundingStep;
use crate::ids::{
    AssignmentId, BodyId, CaseId, InitiativeId, ItemId, MandateId, MeetingId, MemberId, PersonId,
};
use crate::initiative::committee::{PrepareForBoard, SendBack};
use crate::initiative::compliance::findings;
use crate::initiative::draft::{BeginApplication, DiscardDraft, Drafts, Written};
use crate::initiative::events::{Application, Interlocutor, Recommendation, Stage, View};
use crate::initiative::idea::{MergeIdea, NoteIdea, RestIdea, ResumeIdea, TalkOverIdea};
use crate::initiative::next::next_steps;
use crate::initiative::prepare::{AskCompletion, ExamineApplication, ProposeDecision, StateMemberView};
use crate::initiative::samples;
use crate::initiative::start::{InformConcerned, SetUpSteeringGroup, StartInitiative, SteeringSeat};
use crate::initiative::submit::{SubmitApplication, WithdrawApplication};
use crate::mandate::appoint::{EndMandate, GiveMandate, SetUpBody};
use crate::mandate::events::{Basis, BodyKind, Eligibility, Role};
use crate::mandate::presidium::ElectPresidium;
use crate::testing::bylaws;
use crate::todo::waiting;
use crate::{Association, Command, decide};
use swedish::money::Ore;

fn text() -> impl Strategy<Value = String> {
    select(vec!["", " ", "Steget", "Annat skäl", "SFM 2026/3", "26 kap. 1 § OSL", "2015 18-2015"])
        .prop_map(str::to_owned)
}

fn day() -> impl Strategy<Value = Date> {
    (0..700_i32).prop_map(|days| date(2025, 6, 1).saturating_add(jiff::Span::new().days(days)))
}

fn person() -> impl Strategy<Value = PersonId> {
    (1..20_u128).prop_map(|n| PersonId(Uuid::from_u128(n)))
}

fn member() -> impl Strategy<Value = MemberId> {
    (1..8_u32).prop_map(MemberId)
}

fn application() -> impl Strategy<Value = Application> {
    let parties = prop::collection::vec(member(), 0..4);
    (text(), any::<(bool, bool)>(), parties, option(member()), any::<i32>(), option(day())).prop_map(
        |(title, (needs, whole), parties, carrier, amount, until)| {
            let part = Application {
                title,
                needs_coordination: needs,
                parties,
                carrier,
                budget: BTreeMap::from([(2026, Ore::new(i64::from(amount)))]),
                until,
                ..Application::default()
            };
            if whole { Application { title: part.title, ..samples::application() } } else { part }
        },
    )
}

fn recommendation() -> impl Strategy<Value = Recommendation> {
    let odd = text().prop_map(|clause| Recommendation { clauses: vec![clause], ..samples::no() });
    prop_oneof![Just(samples::yes()), Just(samples::no()), odd]
}

fn option<T: Clone + std::fmt::Debug>(inner: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    prop::option::of(inner)
}

fn stage() -> impl Strategy<Value = Stage> {
    select(vec![Stage::PreparatoryGroup, Stage::WorkingCommittee, Stage::Board, Stage::Draft])
}

fn initiative() -> impl Strategy<Value = InitiativeId> {
    prop_oneof![9 => Just(samples::ID), 1 => (1..4_u32).prop_map(InitiativeId)]
}

fn of_association() -> impl Strategy<Value = Command> {
    use Command as C;
    let kind = select(vec![MemberKind::Fk, MemberKind::Af, MemberKind::Region, MemberKind::Municipality]);
    prop_oneof![
        (text(), kind, day()).prop_map(|(name, kind, on)| C::from(TakeInMember { name, kind, on })),
        (day(), any::<bool>()).prop_map(|(from, committee)| {
            let bylaws = crate::association::events::Bylaws { working_committee: committee, ..bylaws() };
            C::from(SetBylaws { from, bylaws, source: None })
        }),
        (person(), text()).prop_map(|(person, name)| C::from(NamePerson { person, name })),
        (2024..2028_i16, -1..9_i64, text()).prop_map(|(year, income, source)| {
            C::from(NoteBudget { year, income: Ore::new(income), source })
        }),
        text().prop_map(|slug| C::from(ShareOffice { with: vec![slug.to_lowercase()] })),
        (day(), text(), proptest::option::of(text()))
            .prop_map(|(on, extent, sound)| C::from(DecideRemoteParticipation { on, extent, sound })),
    ]
}

fn of_mandates() -> impl Strategy<Value = Command> {
    use Command as C;
    let kind = || select(vec![BodyKind::Board, BodyKind::SteeringGroup, BodyKind::Office]);
    let role = (0..4_u32).prop_flat_map(|order| {
        select(vec![Role::Member, Role::Substitute { order }, Role::Officer, Role::Director])
    });
    let eligible = select(vec![Basis::Employee, Basis::CouncilMember, Basis::None])
        .prop_map(|basis| Eligibility { basis, seen_on: None });
    let body = || (1..7_u32).prop_map(BodyId);
    prop_oneof![
        (kind(), text(), option(initiative()), day())
            .prop_map(|(kind, name, initiative, on)| C::from(SetUpBody { kind, name, initiative, on })),
        (body(), person(), option(member()), role, day(), option(day()), option(eligible)).prop_map(
            |(body, person, member, role, from, until, eligibility)| {
                C::from(GiveMandate { body, person, member, role, from, until, eligibility })
            }
        ),
        (1..25_u32, day(), text())
            .prop_map(|(mandate, on, why)| { C::from(EndMandate { mandate: MandateId(mandate), on, why }) }),
        (body(), person(), prop::collection::vec(person(), 0..4), day(), option(day())).prop_map(
            |(body, chair, vice_chairs, from, until)| {
                C::from(ElectPresidium { body, chair, vice_chairs, from, until })
            }
        ),
    ]
}

fn of_register() -> impl Strategy<Value = Command> {
    use Command as C;
    let case = || (1..4_u32).prop_map(CaseId);
    let direction = select(vec![Direction::Received, Direction::Sent, Direction::DrawnUp]);
    let source = initiative().prop_map(|id| Paper { form: Form::Application, of: Subject::Initiative(id) });
    let (meeting, item) = (MeetingId(1), ItemId(1));
    let assignment = AssignmentId(1);
    prop_oneof![
        (text(), option(text()), day()).prop_map(|(subject, number, on)| C::from(OpenCase {
            subject,
            number,
            on
        })),
        (case(), direction, day(), option(text()), text(), option(source), option(text())).prop_map(
            |(case, direction, dated, counterpart, title, source, secrecy)| {
                C::from(RegisterDocument { case, direction, dated, counterpart, title, source, secrecy })
            }
        ),
        (case(), text()).prop_map(|(case, how)| C::from(CloseCase { case, how })),
        select(vec![Form::Notice, Form::Minutes, Form::Receipt])
            .prop_map(move |form| C::from(RegisterMeetingPaper { meeting, form })),
        (text(), option(person()), text(), option(day())).prop_map(move |(to, person, what, due)| {
            C::from(GiveAssignment { meeting, item, to, person, what, due })
        }),
        text().prop_map(move |note| C::from(ReportAssignment { assignment, note })),
        text().prop_map(move |note| C::from(FinishAssignment { assignment, note })),
    ]
}

fn of_applicant() -> impl Strategy<Value = Command> {
    use Command as C;
    let with = select(vec![Interlocutor::Manager, Interlocutor::Office]);
    prop_oneof![
        (text(), text(), text()).prop_map(|(title, text, applicant)| C::from(NoteIdea {
            title,
            text,
            applicant
        })),
        (initiative(), with, text())
            .prop_map(|(initiative, with, note)| { C::from(TalkOverIdea { initiative, with, note }) }),
        (initiative(), text()).prop_map(|(initiative, why)| C::from(RestIdea { initiative, why })),
        (initiative(), initiative()).prop_map(|(initiative, into)| C::from(MergeIdea { initiative, into })),
        initiative().prop_map(|initiative| C::from(ResumeIdea { initiative })),
        initiative().prop_map(|initiative| C::from(BeginApplication { initiative })),
        (initiative(), 0..3_u64).prop_map(|(initiative, version)| C::from(DiscardDraft {
            initiative,
            version,
            written: None
        })),
        (initiative(), option(0..3_u64), option(application())).prop_map(
            |(initiative, version, application)| {
                let application = application.map(Box::new);
                C::from(SubmitApplication { initiative, version, application, written: None })
            }
        ),
        (initiative(), text()).prop_map(|(initiative, why)| C::from(WithdrawApplication { initiative, why })),
    ]
}

fn of_preparation() -> impl Strategy<Value = Command> {
    use Command as C;
    let view = select(vec![View::Supports, View::Doubts, View::Against]);
    let seat = (person(), member()).prop_map(|(person, member)| SteeringSeat { person, member });
    prop_oneof![
        (initiative(), text()).prop_map(|(initiative, what)| C::from(AskCompletion { initiative, what })),
        (initiative(), member(), view, text()).prop_map(|(initiative, member, view, text)| {
            C::from(StateMemberView { initiative, member, view, text })
        }),
        (initiative(), text())
            .prop_map(|(initiative, text)| C::from(ExamineApplication { initiative, text })),
        (initiative(), recommendation())
            .prop_map(|(initiative, proposal)| { C::from(ProposeDecision { initiative, proposal }) }),
        (initiative(), recommendation())
            .prop_map(|(initiative, proposal)| { C::from(PrepareForBoard { initiative, proposal }) }),
        (initiative(), stage(), text()).prop_map(|(initiative, to, why)| C::from(SendBack {
            initiative,
            to,
            why
        })),
        (initiative(), prop::collection::vec(text(), 0..3))
            .prop_map(|(initiative, to)| C::from(InformConcerned { initiative, to })),
        (initiative(), text(), prop::collection::vec(seat, 0..4)).prop_map(|(initiative, name, people)| {
            C::from(SetUpSteeringGroup { initiative, name, people })
        }),
        (initiative(), day()).prop_map(|(initiative, on)| C::from(StartInitiative { initiative, on })),
    ]
}

fn amount() -> impl Strategy<Value = swedish::money::Ore> {
    (-1..5_i64).prop_map(swedish::money::Ore::new)
}

fn of_funding() -> impl Strategy<Value = Command> {
    use Command as C;
    let year = || 2025..2028_i16;
    let told = amount().prop_flat_map(|amount| {
        select(vec![
            What::Preliminary { amount },
            What::Revised { amount },
            What::Offer { amount },
            What::Accepted { amount },
            What::Decided { amount },
            What::Declined { reason: "För sent.".to_owned() },
        ])
    });
    let what = prop_oneof![1 => select(vec![What::Asked, What::OfferUnstated]), 4 => told];
    let counts = || prop::collection::vec((member(), 0..4_u64), 0..4);
    let amounts = || {
        let line = (member(), amount()).prop_map(|(member, ore)| Contribution { member, amount: ore });
        prop::collection::vec(line, 0..5)
    };
    prop_oneof![
        (year(), day(), what, option(text()))
            .prop_map(|(year, on, what, source)| { C::from(NoteFundingStep { year, on, what, source }) }),
        (year(), day(), text(), counts()).prop_map(|(year, on, source, counts)| {
            let counts =
                counts.into_iter().map(|(member, inhabitants)| Count { member, inhabitants }).collect();
            C::from(NoteKeyFigures { figures: KeyFigures { year, on, source, counts } })
        }),
        (year(), day(), text(), amounts()).prop_map(|(year, on, source, amounts)| {
            C::from(FixContributions { year, on, source, amounts })
        }),
        (year(), text(), amounts())
            .prop_map(|(year, source, amounts)| { C::from(NoteContributions { year, source, amounts }) }),
        (day(), -1..9_i64, 0..9_i64, text()).prop_map(|(on, assets, liabilities, source)| {
            let (assets, liabilities) = (Ore::new(assets), Ore::new(liabilities));
            C::from(NotePosition { on, assets, liabilities, source })
        }),
    ]
}

pub(crate) fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        1 => of_association(), 1 => of_mandates(), 1 => of_register(), 2 => of_applicant(), 3 => of_preparation(),
        2 => of_funding(),
    ]
}

pub(crate) fn moment() -> impl Strategy<Value = Ctx> {
    let rules = ["implementation-plan", "affected-members-heard"];
    (day(), person(), any::<bool>(), any::<bool>()).prop_map(move |(on, actor, old, reason)| Ctx {
        now: on.at(9, 0, 0, 0),
        actor,
        reasons: if reason {
            rules.iter().map(|rule| ((*rule).to_owned(), "Skäl.".to_owned())).collect()
        } else {
            BTreeMap::new()
        },
        entered: if old { Entered::Afterwards } else { Entered::AsItHappens },
    })
}

/// The command with what it hands in as the draft, unless it is recorded from a paper.
pub(crate) fn drafted(command: &Command, ctx: &Ctx) -> Command {
    let mut command = command.clone();
    if let Command::Initiative(crate::initiative::Command::SubmitApplication(submit)) = &mut command
        && ctx.entered == Entered::AsItHappens
    {
        let (by, on) = (ctx.actor, ctx.today());
        submit.written = submit.application.take().map(|it| Written { version: 1, application: *it, by, on });
    }
    command
}

/// The same initiative at each stage.
pub(crate) fn beginning() -> impl Strategy<Value = Association> {
    let stages = [
        samples::noted,
        samples::drafted,
        samples::submitted,
        samples::examined,
        samples::proposed,
        samples::before_the_board,
        samples::granted,
    ];
    select(stages.to_vec()).prop_map(|given| given().state)
}

fn fold(state: &mut Association, ctx: &Ctx, events: &[Event]) {
    for event in events {
        let stored = serde_json::to_string(event).unwrap();
        assert_eq!(&serde_json::from_str::<Event>(&stored).unwrap(), event, "{stored}");
        let meta = Meta { seq: state.version + 1, at: Timestamp::UNIX_EPOCH, actor: ctx.actor };
        state.evolve(meta, event);
    }
}

/// What always holds: entries run on from 1, and what is handed in has a case of its own.
fn holds_together(state: &Association) {
    for case in state.register.cases.values() {
        let numbers: Vec<u32> = case.entries.iter().map(|e| e.no).collect();
        assert_eq!(numbers, (1..).take(numbers.len()).collect::<Vec<u32>>());
    }
    let cases: Vec<CaseId> = state.initiatives.values().filter_map(|i| i.case).collect();
    assert_eq!(cases.iter().collect::<BTreeSet<_>>().len(), cases.len());
    for initiative in state.initiatives.values() {
        let with_applicant = matches!(initiative.stage, Stage::Idea | Stage::Resting | Stage::Draft);
        assert_eq!(initiative.submitted.is_none(), with_applicant, "{:?}", initiative.stage);
    }
}

/// What is shared out is the whole, whatever was contributed.
fn shares_add_up(state: &Association, year: i16) {
    let worked = state.funding.working_amount(year).map(|amount| state.work_out(year, amount));
    if let Some(Ok(worked)) = worked {
        let lines = worked.amounts().into_iter().map(|line| line.amount);
        let tied = worked.contributions.ties.iter().map(|tie| tie.amount);
        assert_eq!(Ore::sum(lines.chain(tied)), Some(worked.contributions.total));
    }
    if let (Ok(shares), Some(position)) = (state.shares(year), state.funding.position_of(year)) {
        let _ = state.exits(position, &shares);
        let _ = state.liquidation(position, &shares);
    }
}

proptest! {
    // As many as the environment says: `bin/test long` asks for ten thousand.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_commands_in_any_order_fold_and_settle(
        begun in beginning(),
        asked in prop::collection::vec((command(), moment()), 1..24),
    ) {
        let mut state = begun;
        for (command, ctx) in &asked {
            let sent = serde_json::to_string(command).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Command>(&sent).unwrap(), command);
            let command = &drafted(command, ctx);
            if let Ok(decided) = decide(&state, ctx, command) {
                fold(&mut state, ctx, &decided.events);
                if !command.asked().adds() {
                    let again = decide(&state, ctx, command).map(|decided| decided.events);
                    prop_assert_eq!(again, Ok(Vec::new()), "{:?} does not settle", command);
                }
            }
            holds_together(&state);
            for initiative in state.initiatives.values() {
                let handed_in = initiative.application();
                findings(&state, initiative, handed_in, ctx.today());
                next_steps(&state, initiative, handed_in, ctx.today());
            }
            waiting(&state, ctx.actor, &Drafts::new(), ctx.today());
            for year in state.funding.years() {
                shares_add_up(&state, year);
            }
        }
    }
    #[test]
    fn a_misspelt_field_of_any_command_is_refused_at_any_depth_and_named(
        asked in prop_oneof![command(), crate::meeting::tests::random::command()],
    ) {
        let sent = serde_json::to_value(&asked).unwrap();
        prop_assert_eq!(&Command::read(sent.clone()).unwrap(), &asked);
        for path in objects(&sent, "") {
            let mut wrong = sent.clone();
            wrong.pointer_mut(&path).unwrap()["mispelt"] = serde_json::json!(1);
            let named = format!("{path}/mispelt").trim_start_matches('/').replace('/', ".");
            match Command::read(wrong) {
                Err(Unreadable::Fields(wrong)) => {
                    prop_assert!(wrong.iter().any(|field| field.path == named), "{} of {:?}: {:?}", named, asked, wrong);
                }
                other => prop_assert!(false, "{} of {:?}: {:?}", path, asked, other),
            }
        }
    }

    #[test]
    fn whatever_is_left_out_of_a_command_or_holds_another_kind_is_named(
        asked in prop_oneof![command(), crate::meeting::tests::random::command()],
    ) {
        let sent = serde_json::to_value(&asked).unwrap();
        let without = |path: &str, name: &str| {
            let mut less = sent.clone();
            less.pointer_mut(path).unwrap().as_object_mut().unwrap().remove(name).map(|_| less)
        };
        for path in objects(&sent, "") {
            let names = sent.pointer(&path).unwrap().as_object().unwrap().keys();
            for name in names.filter(|name| !(path.is_empty() && *name == "command")) {
                let named = format!("{path}/{name}").trim_start_matches('/').replace('/', ".");
                let mut other = sent.clone();
                other.pointer_mut(&path).unwrap()[name] = serde_json::json!([[{}]]);
                let read = [without(&path, name).unwrap(), other].map(Command::read);
                for why in read.into_iter().filter_map(Result::err) {
                    let Unreadable::Fields(wrong) = why else { panic!("{named}: {why}") };
                    // A part of one of several makes it another one: then it is named as a whole.
                    let told = wrong.iter().any(|field| {
                        field.path.starts_with(&named) || (!field.path.is_empty() && named.starts_with(&field.path))
                    });
                    prop_assert!(told, "{} of {:?}: {:?}", named, asked, wrong);
                }
            }
        }
    }
}

/// The places in a value where an object stands.
fn objects(value: &serde_json::Value, at: &str) -> Vec<String> {
    let inner = |name: String, value| objects(value, &format!("{at}/{name}"));
    match value {
        serde_json::Value::Object(object) => {
            let own = std::iter::once(at.to_owned());
            own.chain(object.iter().flat_map(|(name, value)| inner(name.clone(), value))).collect()
        }
        serde_json::Value::Array(parts) => {
            parts.iter().enumerate().flat_map(|(at, value)| inner(at.to_string(), value)).collect()
        }
        serde_json::Value::Null
        | serde_json::Value::Bool(_)
        | serde_json::Value::Number(_)
        | serde_json::Value::String(_) => Vec::new(),
    }
}

#[test]
fn every_row_has_a_name_of_its_own_and_reads_nothing_else() {
    let names: BTreeSet<&str> = Command::rows().map(|row| row.act.name).collect();
    assert_eq!(names.len(), Command::rows().count());
    assert!(Command::rows().all(|row| !row.act.says.is_empty()));
    let unknown = Command::read(serde_json::json!({ "command": "rule_the_world" }));
    assert_eq!(unknown, Err(Unreadable::Name("rule_the_world".to_owned())));
    for wrong in [serde_json::json!([]), serde_json::json!({ "name": "note_idea" })] {
        assert!(matches!(Command::read(wrong), Err(Unreadable::Shape(_))));
    }
}
