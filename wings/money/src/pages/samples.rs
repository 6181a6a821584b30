//! Made-up money for the gallery: the usual, the empty, the longest, and what is wrong or missing.

use allocation::asking_round::What;
use domain::association::events::{
    Bylaws, ContributionTerms, Event as A, Founded, MemberJoined, MemberKind, Seat, ShareKey,
};
use domain::funding::events::{Contribution, Count, Event as F, Fixed, KeyFigures, Noted, Position};
use domain::ids::{MemberId, PersonId};
use domain::{Association, Event, FieldError, Meta};
use jiff::civil::{Date, date};
use kit::Lang;
use kit::form::{Form, Problem};
use maud::Markup;
use swedish::money::Ore;

use super::contributions::{self, Trial};
use super::invoices::{self, Asked};
use super::{Rights, Scene, due, forms, overview, round, shares, years};

const TODAY: Date = date(2026, 11, 22);
const BASE: &str = "/f/mellanbygden";
const FK: MemberId = MemberId(1);
const FIRST_MUNICIPALITY: u32 = 4;

/// Every page of money, by name.
pub fn all(lang: Lang) -> Vec<(&'static str, Markup)> {
    let usual = usual(&["Norrby kommun", "Söderby kommun", "Österby kommun"], 8_400_000);
    let long: Vec<String> =
        (1..=14).map(|n| format!("Samordningsrehabiliteringsköpings kommun {n}")).collect();
    let longest = self::usual(&long.iter().map(String::as_str).collect::<Vec<_>>(), 339_000_000);
    let empty = association(&founding(&["Norrby kommun", "Söderby kommun"], None));
    let mut all = pages(lang, &usual, ["funding", "funding-round", "contributions", "invoices", "shares"]);
    all.extend(pages(
        lang,
        &longest,
        [
            "funding-longest",
            "funding-round-longest",
            "contributions-longest",
            "invoices-longest",
            "shares-longest",
        ],
    ));
    all.extend(pages(
        lang,
        &empty,
        ["funding-empty", "funding-round-empty", "contributions-empty", "invoices-empty", "shares-empty"],
    ));
    all.extend(odd(lang, &usual, &empty));
    all.extend(the_forms(lang, &usual, &empty));
    all
}

fn scene(lang: Lang, association: &Association) -> Scene<'_> {
    let rights = Rights { note: true, fix: true, key: true };
    Scene { lang, today: TODAY, base: BASE, association, rights }
}

fn invoiced(scene: &Scene<'_>, asked: &Asked) -> Markup {
    let rows = due::rows(scene, 2026, asked);
    invoices::show(scene, 2026, asked, &due::list(*scene, 2026, asked).drawn([], rows))
}

fn pages(lang: Lang, association: &Association, names: [&'static str; 5]) -> Vec<(&'static str, Markup)> {
    let scene = scene(lang, association);
    let monthly = Asked::of(2026, [("antal", "12")].into_iter());
    let [first, second, third, fourth, fifth] = names;
    vec![
        (first, overview::show(&scene, &years::list(scene).drawn([], years::rows(&scene)))),
        (second, round::show(&scene, 2027)),
        (third, contributions::show(&scene, 2026, &Trial::default())),
        (fourth, invoiced(&scene, &monthly)),
        (fifth, shares::show(&scene, None)),
    ]
}

/// What is tried, tied, missing, typed wrongly, noted from a source, or owed.
fn odd(lang: Lang, usual: &Association, empty: &Association) -> Vec<(&'static str, Markup)> {
    let scene = scene(lang, usual);
    let trial = |typed: &str, amount| Trial { typed: typed.into(), amount };
    let wrong = Asked::of(2026, [("antal", "2"), ("dag", "i vår"), ("dag", "2026-09-30")].into_iter());
    let mut indebted = usual.clone();
    fold(&mut indebted, &[F::PositionNoted(position(1_000_000, 1_900_000)).into_event()]);
    vec![
        ("contributions-offer", contributions::show(&scene, 2027, &Trial::default())),
        ("contributions-trial", contributions::show(&scene, 2026, &trial("0,06", Some(Ore::new(6))))),
        ("contributions-trial-wrong", contributions::show(&scene, 2026, &trial("många", None))),
        ("contributions-noted", contributions::show(&scene, 2025, &Trial::default())),
        (
            "contributions-no-key",
            contributions::show(
                &self::scene(lang, empty),
                2027,
                &trial("4 000 000", Some(Ore::new(400_000_000))),
            ),
        ),
        ("invoices-wrong", invoiced(&scene, &wrong)),
        ("shares-indebted", shares::show(&self::scene(lang, &indebted), Some(2026))),
        ("round-declined", round::show(&scene, 2017)),
    ]
}

fn the_forms(lang: Lang, usual: &Association, empty: &Association) -> Vec<(&'static str, Markup)> {
    let (scene, bare) = (scene(lang, usual), scene(lang, empty));
    let form = || Form::new(lang, format!("{BASE}/medel/2027"), "018f0000-0000-7000-8000-000000000000");
    let wrong = |fields: &[&'static str]| {
        let errors = fields.iter().map(|field| FieldError::new(field, "Skriv det som ska stå här."));
        Form { problem: Some(Problem::Fields(errors.collect())), ..form() }
    };
    vec![
        ("funding-step", forms::step(&form().with("on", TODAY), &scene, 2027)),
        ("funding-step-wrong", forms::step(&wrong(&["on", "amount"]), &scene, 2028)),
        ("funding-figures", forms::figures(&forms::filled_figures(form(), &scene, 2026), &scene, 2026)),
        ("funding-figures-wrong", forms::figures(&wrong(&["counts"]), &scene, 2027)),
        ("funding-fix", forms::fix(&forms::filled_fix(form(), &scene, 2027), &scene, 2027)),
        ("funding-fix-tied", forms::fix(&forms::filled_fix(wrong(&["amounts"]), &scene, 2028), &scene, 2028)),
        ("funding-fix-missing", forms::fix(&form(), &bare, 2027)),
        ("funding-key", forms::key(&forms::filled_key(form(), &scene), &scene)),
        ("funding-key-empty", forms::key(&forms::filled_key(wrong(&["contributions"]), &bare), &bare)),
        ("funding-earlier", forms::earlier(&forms::filled_earlier(form(), &scene, 2025), &scene, 2025)),
        ("funding-earlier-wrong", forms::earlier(&wrong(&["amounts", "source"]), &scene, 2024)),
        ("funding-position", forms::position(&form().with("on", date(2025, 12, 31)), &scene)),
    ]
}

/// Turns a fact of money into an event.
trait IntoEvent {
    fn into_event(self) -> Event;
}

impl IntoEvent for F {
    fn into_event(self) -> Event {
        Event::Funding(self)
    }
}

fn founding(municipalities: &[&str], terms: Option<ContributionTerms>) -> Vec<Event> {
    let since = date(2024, 1, 1);
    let mut members = vec![
        ("Försäkringskassan", MemberKind::Fk),
        ("Arbetsförmedlingen", MemberKind::Af),
        ("Region Mellanlän", MemberKind::Region),
    ];
    members.extend(municipalities.iter().map(|name| (*name, MemberKind::Municipality)));
    let mut events = vec![A::Founded(Founded {
        slug: "mellanbygden".into(),
        name: "Samordningsförbundet Mellanbygden".into(),
        short_name: "Mellanbygden".into(),
        organisationsnummer: None,
        seat: "Norrby".into(),
        county: "Mellanlän".into(),
        on: since,
    })];
    events.extend((1..).map(MemberId).zip(members).map(|(member, (name, kind))| {
        A::MemberJoined(MemberJoined { member, name: name.into(), kind, on: since })
    }));
    let bylaws = Bylaws {
        seats: vec![Seat { members: vec![FK], ordinary: 1, substitutes: 1 }],
        casting_vote: true,
        notice_days: None,
        posting_members: Vec::new(),
        case_number: "SFM {year}/{no}".into(),
        working_committee: false,
        court: "Förvaltningsrätten i Mellanstad".into(),
        kept_at: "förbundets kansli".into(),
        mandate_start: None,
        mandate_years: None,
        contributions: terms,
    };
    events.push(A::BylawsSet { from: since, bylaws, source: None });
    events.into_iter().map(Event::Association).collect()
}

fn association(events: &[Event]) -> Association {
    let mut association = Association::default();
    fold(&mut association, events);
    association
}

fn fold(association: &mut Association, events: &[Event]) {
    let actor = PersonId(uuid::Uuid::from_u128(1));
    for event in events {
        let seq = association.version.saturating_add(1);
        association.evolve(Meta { seq, at: jiff::Timestamp::UNIX_EPOCH, actor }, event);
    }
}

fn position(assets: i64, liabilities: i64) -> Position {
    let kronor = |amount| Ore::from_kronor(amount).unwrap_or_default();
    Position {
        on: date(2026, 6, 30),
        assets: kronor(assets),
        liabilities: kronor(liabilities),
        source: "delårsrapport 2026, påhittad".into(),
    }
}

/// An association whose key counts inhabitants: 2025 from a source, 2026 fixed, 2027 offered, 2028 asked and tied.
fn usual(municipalities: &[&str], state: i64) -> Association {
    let ids: Vec<MemberId> = (FIRST_MUNICIPALITY..).map(MemberId).take(municipalities.len()).collect();
    let terms = ContributionTerms {
        municipal_key: ShareKey::Inhabitants,
        region_key: ShareKey::Inhabitants,
        outside_regions: Vec::new(),
        source: "förbundsordningen 11 §, påhittad".into(),
    };
    let mut association = association(&founding(municipalities, Some(terms)));
    let amount = Ore::from_kronor(state).unwrap_or_default();
    let counts = |first: u64, each: u64| -> Vec<Count> {
        let of = |(at, member): (u64, &MemberId)| Count { member: *member, inhabitants: first + at * each };
        (0..).zip(&ids).map(of).collect()
    };
    let figures = |year, counts| {
        let source = "SCB, påhittade tal".into();
        F::KeyFiguresNoted(KeyFigures { year, on: date(2024, 12, 31), source, counts })
    };
    let step =
        |year, on, what| F::StepNoted {
            year, on, what, source: Some("brev från Försäkringskassan".into())
        };
    let (whole, told) = (amount, Ore::new(amount.ore() / 100 * 101));
    let reason = "För sent för medlemmarna att förankra.".to_owned();
    let odd = swedish::money::Ore::new(1_000_004);
    fold(
        &mut association,
        &[
            F::ContributionsNoted(noted(&ids, amount)),
            step(2017, date(2016, 10, 12), What::OfferUnstated),
            step(2017, date(2016, 10, 25), What::Declined { reason }),
            step(2026, date(2025, 12, 19), What::Decided { amount: whole }),
            figures(2026, counts(9_007, 1_301)),
            figures(2027, counts(9_107, 1_301)),
            figures(2028, counts(9_000, 0)),
            step(2027, date(2026, 4, 4), What::Asked),
            step(2027, date(2026, 5, 20), What::Answered { amount: told }),
            step(2027, date(2026, 10, 12), What::Offer { amount: told }),
            step(2028, date(2026, 11, 2), What::Preliminary { amount: odd }),
        ]
        .map(Event::Funding),
    );
    let fixed = association.work_out(2026, amount).ok().map(|worked| Fixed {
        year: 2026,
        on: date(2025, 11, 24),
        source: "styrelsens protokoll § 41".into(),
        amounts: worked.amounts(),
        basis: Some(worked.basis),
    });
    let fixed = fixed.map(|fixed| Event::Funding(F::ContributionsFixed(Box::new(fixed))));
    fold(&mut association, &fixed.into_iter().collect::<Vec<_>>());
    fold(&mut association, &[Event::Funding(F::PositionNoted(position(4_100_000, 350_000)))]);
    association
}

/// What everybody contributed the year before, the municipalities alike.
fn noted(municipalities: &[MemberId], state: Ore) -> Noted {
    let each = i64::try_from(municipalities.len().max(1)).unwrap_or(1);
    let quarter = state.ore() / 2;
    let mut amounts = vec![
        Contribution { member: FK, amount: state },
        Contribution { member: MemberId(3), amount: Ore::new(quarter) },
    ];
    let own = municipalities
        .iter()
        .map(|member| Contribution { member: *member, amount: Ore::new(quarter / each) });
    amounts.extend(own);
    Noted { year: 2025, source: "årsredovisning 2025, påhittad".into(), amounts }
}
