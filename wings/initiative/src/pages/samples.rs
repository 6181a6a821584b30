//! Made-up initiatives for the gallery: the usual, the empty, the longest.

use std::collections::BTreeSet;

use domain::association::events::{Bylaws, Event as A, Founded, MemberJoined, MemberKind, Seat};
use domain::case_register::events::{Direction, Entry, Event as R};
use domain::ids::{BodyId, CaseId, InitiativeId, ItemId, MandateId, MeetingId, MemberId, PersonId};
use domain::initiative::draft::Written;
use domain::initiative::events::{
    Application, BoardOutcome, Event as I, Grant, Interlocutor, Recommendation, View,
};
use domain::initiative::paper::HandedIn;
use domain::mandate::events::{BodyKind, Event as M, MandateGiven, Role};
use domain::{Association, Event, FieldError, Meta};
use jiff::civil::{Date, date};
use kit::Lang;
use kit::form::{Form, Problem};
use maud::Markup;
use swedish::money::Ore;

use super::pipeline::Pipeline;
use super::{Act, Rights, Row, Scene, Writing, changes, forms, list, one, pipeline, reading};

const WRITER: PersonId = PersonId(uuid::Uuid::from_u128(1));
const OFFICIAL: PersonId = PersonId(uuid::Uuid::from_u128(2));
const BASE: &str = "/f/mellanbygden";
const TODAY: Date = date(2026, 11, 22);
const USUAL: u32 = 1;
const IDEA: u32 = 2;
const LONGEST: u32 = 3;
const REJECTED: u32 = 4;
const WITH_GROUP: u32 = 5;
const COMPLETING: u32 = 6;

/// Every page of initiatives, by name.
pub fn all(lang: Lang) -> Vec<(&'static str, Markup)> {
    let association = association();
    let mut all = lists(lang, &association);
    for (name, id) in [
        ("initiative", USUAL),
        ("initiative-idea", IDEA),
        ("initiative-longest", LONGEST),
        ("initiative-rejected", REJECTED),
        ("initiative-with-group", WITH_GROUP),
        ("initiative-completing", COMPLETING),
    ] {
        all.extend(with(lang, &association, id, |scene| (name, one::show(scene))));
    }
    all.extend(with(lang, &association, IDEA, |scene| {
        ("initiative-not-now", forms::not_now(scene, Act::Examine))
    }));
    all.extend(with(lang, &association, LONGEST, |scene| ("initiative-changes", changes::show(scene))));
    all.extend(papers(lang, &association));
    all.extend(the_forms(lang, &association));
    all
}

fn lists(lang: Lang, association: &Association) -> Vec<(&'static str, Markup)> {
    let rows: Vec<Row> =
        association.initiatives.values().map(|i| Row::of(association, i, Some(WRITER))).collect();
    let many = (0..120).flat_map(|_| rows.clone()).collect::<Vec<_>>();
    let page = |rows: Vec<Row>, asked: &[(&str, &str)]| {
        list::show(lang, BASE, &list::list(lang, BASE).drawn(asked.iter().copied(), rows), true)
    };
    let line =
        |rows: Vec<Row>| Pipeline { base: BASE.into(), rows, working_committee: true, may_bring: true };
    vec![
        ("initiatives", page(rows.clone(), &[])),
        ("initiatives-empty", page(Vec::new(), &[])),
        ("initiatives-none-found", page(rows.clone(), &[("q", "något som inte finns")])),
        ("initiatives-longest", page(many.clone(), &[("sida", "2")])),
        ("pipeline", pipeline::show(lang, &line(rows))),
        ("pipeline-empty", pipeline::show(lang, &line(Vec::new()))),
        ("pipeline-longest", pipeline::show(lang, &line(many))),
    ]
}

fn papers(lang: Lang, association: &Association) -> Vec<(&'static str, Markup)> {
    let read = |id, name| {
        with(lang, association, id, |scene| {
            let paper = handed_in_again(scene, &format!("SFM 2026/{id}"))?.application(association)?;
            Some((name, reading::application(scene, &paper)))
        })
        .flatten()
    };
    let receipt = with(lang, association, USUAL, |scene| {
        let paper = handed_in_again(scene, "SFM 2026/1")?.receipt(association);
        Some(("receipt", reading::receipt(scene, &paper)))
    });
    [read(USUAL, "application"), read(LONGEST, "application-longest"), receipt.flatten()]
        .into_iter()
        .flatten()
        .collect()
}

/// The application as it came.
fn handed_in_again<'a>(scene: &Scene<'a>, number: &'a str) -> Option<HandedIn<'a>> {
    let initiative = scene.initiative;
    let (application, on) = (initiative.application()?, initiative.submitted?);
    Some(HandedIn { initiative, application, written: on, number, on })
}

fn the_forms(lang: Lang, association: &Association) -> Vec<(&'static str, Markup)> {
    let form = |act: Act| {
        let action = format!("{BASE}/insatser/1/{}", act.noun());
        Form::new(lang, action, "018f0000-0000-7000-8000-000000000000")
    };
    let wrong = Problem::Fields(vec![
        FieldError::new("title", "Skriv en rubrik."),
        FieldError::new("budget", "Skriv åren med fyra siffror, som 2026."),
    ]);
    let show = |id, make: &dyn Fn(&Scene<'_>) -> (&'static str, Markup)| with(lang, association, id, make);
    let changed = |scene: &Scene<'_>| {
        let mut form = forms::filled_draft(form(Act::Write), scene).with("goals", "Det jag skrev.");
        form.problem = Some(Problem::Changed("Ansökan ändrades av Olga Ort den 3 mars 2026.".into()));
        let began_from = Application { goals: "Det som stod först.".into(), ..longest() };
        let changes = changes::since(scene, Some(&began_from), &form.typed);
        ("draft-changed", forms::draft(&form, scene, &changes))
    };
    let faulty = |scene: &Scene<'_>| {
        let form = Form { problem: Some(wrong.clone()), ..form(Act::Write) };
        ("draft-faulty", forms::draft(&form, scene, &[]))
    };
    let mut all = vec![("idea-new", forms::idea(&Form::new(lang, format!("{BASE}/insatser"), "x"), BASE))];
    let made = [
        show(IDEA, &|s| ("talk", forms::talk(&form(Act::Talk), s))),
        show(IDEA, &|s| ("merge", forms::merge(&form(Act::Merge), s))),
        show(IDEA, &|s| ("rest", forms::rest(&form(Act::Rest), s))),
        show(IDEA, &|s| ("resume", forms::resume(&form(Act::Resume), s))),
        show(IDEA, &|s| ("draft-empty", forms::draft(&forms::filled_draft(form(Act::Write), s), s, &[]))),
        show(LONGEST, &|s| {
            ("draft-longest", forms::draft(&forms::filled_draft(form(Act::Write), s), s, &[]))
        }),
        show(IDEA, &faulty),
        show(LONGEST, &changed),
        show(USUAL, &|s| ("submit", forms::submit(&form(Act::Submit), s))),
        show(COMPLETING, &|s| {
            let written = written(&usual());
            let at = Some(written.on.at(9, 41, 0, 0));
            let s = Scene { writing: Writing { version: 3, written: Some(&written), at }, ..*s };
            ("submit-again", forms::submit(&form(Act::Submit), &s))
        }),
        show(COMPLETING, &|s| ("submit-nothing", forms::submit(&form(Act::Submit), s))),
        show(COMPLETING, &|s| ("discard", forms::discard(&form(Act::Discard), s))),
        show(COMPLETING, &|s| {
            let written = written(&Application { goals: "Sju av tio i arbete.".into(), ..usual() });
            let at = Some(written.on.at(9, 41, 0, 0));
            let s = Scene { writing: Writing { version: 3, written: Some(&written), at }, ..*s };
            ("draft-saved", forms::draft(&forms::filled_draft(form(Act::Write), &s), &s, &[]))
        }),
        show(WITH_GROUP, &|s| ("withdraw", forms::withdraw(&form(Act::Withdraw), s))),
        show(WITH_GROUP, &|s| ("completion", forms::completion(&form(Act::AskCompletion), s))),
        show(WITH_GROUP, &|s| ("view", forms::view(&form(Act::StateView), s))),
        show(WITH_GROUP, &|s| ("examination", forms::examination(&form(Act::Examine), s))),
        show(WITH_GROUP, &|s| ("propose", forms::propose(&forms::filled_proposal(form(Act::Propose), s), s))),
        show(LONGEST, &|s| ("prepare", forms::prepare(&forms::filled_proposal(form(Act::Prepare), s), s))),
        show(USUAL, &|s| ("send-back", forms::send_back(&form(Act::SendBack), s))),
        show(USUAL, &|s| ("inform", forms::inform(&form(Act::Inform), s))),
        show(USUAL, &|s| {
            ("steering-group", forms::steering_group(&forms::filled_group(form(Act::SetUpGroup), s), s))
        }),
        show(USUAL, &|s| ("start", forms::start(&forms::filled_start(form(Act::Start), s), s))),
    ];
    all.extend(made.into_iter().flatten());
    all
}

/// Shows one of them to somebody who may do everything.
fn with<R>(lang: Lang, association: &Association, id: u32, show: impl FnOnce(&Scene<'_>) -> R) -> Option<R> {
    let initiative = association.initiatives.get(&InitiativeId(id))?;
    let rights = Rights {
        acts: Act::ALL.into(),
        meetings: BTreeSet::from([MeetingId(4)]),
        plans: true,
        register: true,
        drafts: true,
        speaks_for: BTreeSet::new(),
    };
    let writing = Writing::default();
    Some(show(&Scene { lang, today: TODAY, base: BASE, association, initiative, rights: &rights, writing }))
}

/// What is being written.
fn written(application: &Application) -> Written {
    Written { version: 3, application: application.clone(), by: WRITER, on: date(2026, 11, 4) }
}

fn association() -> Association {
    let mut events = ground();
    events.extend(granted(USUAL, "Ett spår till arbete", &usual()));
    events.push(Event::Initiative(idea(IDEA, "En väg in", "Unga vuxna möter fem dörrar. De behöver en.")));
    events.extend(granted(LONGEST, &longest().title.clone(), &longest()));
    events.extend(before_the_board(REJECTED, "Grön rehabilitering", &usual()));
    events.push(decided(REJECTED, BoardOutcome::Rejected { why: "Behovet är inte belagt.".into() }));
    events.extend(handed_in(WITH_GROUP, "Språkstöd på väg till arbete", &usual()));
    events.extend(handed_in(COMPLETING, "Brygga till arbete", &usual()));
    events.push(Event::Initiative(I::CompletionAsked {
        initiative: InitiativeId(COMPLETING),
        what: "Beskriv hur insatsen skiljer sig från det stöd som kommunen redan ger.".into(),
        by: OFFICIAL,
        on: date(2026, 11, 3),
    }));
    let mut association = Association::default();
    for (seq, event) in (1..).zip(&events) {
        association.evolve(Meta { seq, at: jiff::Timestamp::UNIX_EPOCH, actor: WRITER }, event);
    }
    association
}

fn ground() -> Vec<Event> {
    let since = date(2015, 1, 1);
    let members = [
        ("Försäkringskassan", MemberKind::Fk),
        ("Arbetsförmedlingen", MemberKind::Af),
        ("Region Mellanlän", MemberKind::Region),
        ("Norrby kommun", MemberKind::Municipality),
    ];
    let mut events = vec![Event::Association(A::Founded(Founded {
        slug: "mellanbygden".into(),
        name: "Samordningsförbundet Mellanbygden".into(),
        short_name: "Mellanbygden".into(),
        organisationsnummer: Some("222000-0000".into()),
        seat: "Norrby".into(),
        county: "Mellanlän".into(),
        on: since,
    }))];
    events.extend((1..).map(MemberId).zip(members).map(|(member, (name, kind))| {
        Event::Association(A::MemberJoined(MemberJoined { member, name: name.into(), kind, on: since }))
    }));
    let seats = vec![Seat { members: vec![MemberId(1)], ordinary: 4, substitutes: 4 }];
    let bylaws = Bylaws {
        seats,
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
    events.push(Event::Association(A::BylawsSet { from: since, bylaws, source: None }));
    for (person, name) in [(WRITER, "Rut Ros"), (OFFICIAL, "Olga Ort")] {
        events.push(Event::Association(A::PersonNamed { person, name: name.into() }));
    }
    events
}

fn usual() -> Application {
    Application {
        title: "Ett spår till arbete".into(),
        need: "Flera parter möter samma personer var för sig.\n\nStödet blir splittrat.".into(),
        target_group: "Personer 18–64 år som behöver stöd av minst två parter.".into(),
        needs_coordination: true,
        aims_at_work_ability: true,
        parties: vec![MemberId(1), MemberId(2), MemberId(4)],
        carrier: Some(MemberId(4)),
        method: "Ett gemensamt team med en kontaktperson per deltagare.".into(),
        goals: "Sex av tio i arbete eller studier efter ett år.".into(),
        indicators: "Antal deltagare, andel i arbete eller studier.".into(),
        from: Some(date(2027, 1, 1)),
        until: Some(date(2028, 12, 31)),
        budget: [(2027, Ore::new(90_000_000)), (2028, Ore::new(70_000_000))].into(),
        follow_up: "Kvartalsvis till styrgruppen.".into(),
        evaluation: "Slutrapport sex månader före slutet.".into(),
        implementation: "Kommunen tar över kontaktpersonerna.".into(),
        receiver: Some(MemberId(4)),
        members_heard: vec![MemberId(1), MemberId(2)],
        ..Application::default()
    }
}

fn longest() -> Application {
    let long =
        "Samordningsförbundsgemensamma rehabiliteringskoordineringsinsatser behöver planeras tillsammans. "
            .repeat(40);
    Application {
        title: "Förstudie om rehabiliteringskoordinering för unga vuxna med sammansatta behov i hela länet, etapp två".into(),
        need: format!("{long}\n\n{long}"),
        target_group: long.clone(),
        parties: (1..=4).map(MemberId).collect(),
        method: long.clone(),
        goals: long.clone(),
        budget: (2027..=2032).map(|year| (year, Ore::new(123_456_789_050))).collect(),
        until: Some(date(2032, 12, 31)),
        implementation: long,
        ..usual()
    }
}

fn idea(id: u32, title: &str, text: &str) -> I {
    I::IdeaNoted {
        initiative: InitiativeId(id),
        title: title.into(),
        text: text.into(),
        applicant: "Norrby kommun, arbetsmarknadsenheten".into(),
        by: WRITER,
        on: date(2026, 9, 14),
    }
}

fn handed_in(id: u32, title: &str, application: &Application) -> Vec<Event> {
    let initiative = InitiativeId(id);
    let (case, on) = (CaseId(id), date(2026, 10, 20));
    let begun = I::ApplicationBegun { initiative, by: WRITER, on: date(2026, 10, 1) };
    let subject = format!("Ansökan om projektmedel: {title}");
    let entry = Entry {
        case,
        no: 1,
        direction: Direction::Received,
        dated: on,
        registered: on,
        counterpart: Some("Norrby kommun".into()),
        title: subject.clone(),
        source: None,
        secrecy: None,
    };
    let talk = |with, note: &str| I::IdeaTalkedOver {
        initiative,
        with,
        note: note.into(),
        by: WRITER,
        on: date(2026, 9, 20),
    };
    let view = |member, view, text: &str| I::MemberViewStated {
        initiative,
        member: MemberId(member),
        view,
        text: text.into(),
        by: OFFICIAL,
        on: date(2026, 10, 28),
    };
    let mut events: Vec<Event> = [
        idea(id, title, "Unga vuxna möter fem dörrar. De behöver en."),
        talk(Interlocutor::Manager, "Chefen stöder idén."),
        talk(Interlocutor::Office, "Idén ryms i förbundets mål."),
        begun,
    ]
    .map(Event::Initiative)
    .into();
    events.push(Event::Register(R::CaseOpened {
        case,
        number: format!("SFM 2026/{id}"),
        subject,
        on,
        keeps: None,
    }));
    events.push(Event::Register(R::DocumentRegistered(entry)));
    events.push(Event::Initiative(I::Submitted {
        initiative,
        case,
        application: Box::new(Application { title: title.into(), ..application.clone() }),
        by: WRITER,
        on,
        paper: None,
        receipt: None,
    }));
    events.push(Event::Initiative(view(1, View::Supports, "Svarar mot behov vi ser.")));
    events.push(Event::Initiative(view(2, View::Doubts, "Bemanningen andra året är osäker.")));
    events.push(Event::Initiative(view(3, View::Against, "Regionen har redan ett liknande stöd.")));
    events
}

fn before_the_board(id: u32, title: &str, application: &Application) -> Vec<Event> {
    let initiative = InitiativeId(id);
    let proposal = Recommendation {
        approve: true,
        clauses: vec![
            format!("att bevilja {title} enligt ansökan"),
            "att styrgruppen rapporterar varje halvår".into(),
        ],
        grounds: "Insatsen svarar mot målen i verksamhetsplanen och parterna är eniga.".into(),
        grant: Some(grant(application)),
    };
    let text = "Ansökan följer lagen och förbundsordningen och svarar mot verksamhetsplanens mål.".into();
    let (by, examined) = (OFFICIAL, date(2026, 10, 30));
    let mut events = handed_in(id, title, application);
    events.push(Event::Initiative(I::Examined { initiative, text, by, on: examined }));
    events.push(Event::Initiative(I::Proposed { initiative, proposal: proposal.clone(), by, on: examined }));
    events.push(Event::Initiative(I::CommitteePrepared { initiative, proposal, by, on: date(2026, 11, 5) }));
    events
}

fn grant(application: &Application) -> Grant {
    Grant {
        amounts: application.budget.clone(),
        from: application.from,
        until: application.until,
        conditions: vec!["Styrgruppen rapporterar till beredningsgruppen varje halvår.".into()],
        reporting: vec![date(2027, 9, 1), date(2028, 3, 1)],
        financing: "Inom ramen för förbundets budget för insatser.".into(),
        fixes_method: false,
    }
}

fn decided(id: u32, outcome: BoardOutcome) -> Event {
    Event::Initiative(I::Decided {
        initiative: InitiativeId(id),
        meeting: MeetingId(4),
        item: ItemId(3),
        paragraf: 41,
        outcome,
        on: date(2026, 11, 13),
    })
}

fn granted(id: u32, title: &str, application: &Application) -> Vec<Event> {
    let initiative = InitiativeId(id);
    let (body, on) = (BodyId(10 + id), date(2026, 11, 18));
    let seat = |mandate, person, member| {
        Event::Mandate(M::MandateGiven(MandateGiven {
            mandate: MandateId(mandate),
            body,
            person,
            member: Some(MemberId(member)),
            role: Role::Member,
            from: on,
            until: None,
            eligibility: None,
        }))
    };
    let mut events = before_the_board(id, title, application);
    events.push(decided(id, BoardOutcome::Granted(grant(application))));
    let to = vec!["enhetschefen i Norrby".to_owned(), "teamledaren".to_owned()];
    events.push(Event::Initiative(I::Informed { initiative, to, by: OFFICIAL, on }));
    let name = format!("Styrgruppen för {title}");
    let kind = BodyKind::SteeringGroup;
    events.push(Event::Mandate(M::BodySetUp { body, kind, name, initiative: Some(initiative), on }));
    events.extend([seat(100 + 2 * id, WRITER, 4), seat(101 + 2 * id, OFFICIAL, 1)]);
    events.push(Event::Initiative(I::SteeringGroupSet { initiative, body, on }));
    events
}
