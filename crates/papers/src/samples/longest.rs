//! The longest papers, made instead of written: a scenario for a whole country, a choice between many ways.

use crate::decision_paper::{Alternative, DecisionPaper};
use crate::figures::{Basis, BeforeAfter, Figures, MemberChange, Party, PartyChange};
use crate::scenario_report::{AssociationGroup, AssociationMoney, ScenarioReport, Setting, Strategy};
use swedish::money::Ore;

use crate::Appendix;

const FIRST: [&str; 20] = [
    "Al",
    "Björk",
    "Ek",
    "Forsa",
    "Gran",
    "Hassel",
    "Kyrk",
    "Lill",
    "Lövånger",
    "Mar",
    "Nor",
    "Näs",
    "Ramsö",
    "Röd",
    "Sand",
    "Skog",
    "Stor",
    "Tall",
    "Väster",
    "Öster",
];
const LAST: [&str; 15] = [
    "arp",
    "berga",
    "by",
    "bygden-Sälen",
    "fors",
    "hult",
    "köping",
    "landa",
    "ryd",
    "stad",
    "torp",
    "vik",
    "åker",
    "ånger",
    "ö",
];
const MADE_UP: &str = "Siffrorna är påhittade och visar bara hur rapporten ser ut för ett helt land.";

/// Everything a scenario for the whole country can hold: 290 municipalities, 21 regions, 70 associations.
pub(super) fn scenario_report(usual: ScenarioReport) -> ScenarioReport {
    let members = members(290, 21);
    let groups: Vec<AssociationGroup> = (0..70).map(group).collect();
    let sum = |pick: fn(&AssociationGroup) -> BeforeAfter| {
        let side = |of: fn(BeforeAfter) -> Option<Ore>| {
            Some(Ore::new(groups.iter().filter_map(|g| of(pick(g))).map(|ore| ore.ore()).sum()))
        };
        BeforeAfter { before: side(|it| it.before), after: side(|it| it.after) }
    };
    let (state, all) = (sum(|g| g.state), sum(|g| g.all));
    ScenarioReport {
        area: "Hela landet".to_owned(),
        name: "Tio länsförbund, höjd grundtilldelning, ny statistik och en spärr på högst fem procent".to_owned(),
        made_by: Some("Arbetsgruppen för medelstilldelning".to_owned()),
        basis: Basis {
            says: "Hela landet räknas om med statens modell.".to_owned(),
            statistics_year: Some(2024),
            illustrative: Some(MADE_UP.to_owned()),
        },
        sentences: (1..=40)
            .map(|at| format!("Mening {at}: Almarp och Björkberga blir ett förbund, och behovsdelen ändras, eftersom hela landets pott och nivå ändras."))
            .collect(),
        figures: Figures { parties: parties(state, all), all, members },
        groups,
        caveats: (1..=8).map(|at| format!("Förbehåll {at}: statistik som saknas har inte ersatts med noll.")).collect(),
        reckoning: crate::scenario_report::Reckoning {
            strategy: Some(Strategy {
                name: "gemensam skalfaktor".to_owned(),
                explanation: "Behovsdelen för alla förbund räknas om med samma faktor λ tills summan är statens total; den som når sitt golv eller tak stannar där.".to_owned(),
                notice: "Statens regel för att fördela det som blir över är inte känd. Omfördelningen följer den valda strategin och är ett antagande.".to_owned(),
            }),
            settings: (1..=6)
                .map(|at| Setting {
                    name: format!("Förutsättning {at}"),
                    value: "ändras från 339 000 000 kr till 345 000 000 kr".to_owned(),
                })
                .collect(),
            ..usual.reckoning
        },
        ..usual
    }
}

/// A choice between many ways, each with everything.
pub(super) fn decision_paper(usual: DecisionPaper) -> DecisionPaper {
    let alternatives = (1..=6)
        .map(|at| {
            let step = i64::from(at) * 40_000_000;
            let state = BeforeAfter::of(Ore::new(1_210_000_000), Ore::new(1_210_000_000 - step));
            let all = BeforeAfter::of(Ore::new(2_420_000_000), Ore::new(2_420_000_000 - 2 * step));
            Alternative {
                name: format!("Sätt {at} att ordna samverkan mellan förbunden i länets alla kommuner och regioner"),
                description: vec!["Förbunden ordnas om stegvis under tre år. Varje steg prövas av medlemmarna innan nästa tas, och verksamheten som pågår fullföljs som den är beslutad.".to_owned(); 3],
                figures: (at != 5).then(|| Figures {
                    parties: parties(state, all),
                    all,
                    members: if at % 2 == 0 { members(45, 2) } else { Vec::new() },
                }),
                arguments_for: vec!["Arbetet blir mindre beroende av enskilda personer, och medlemmarna får en och samma ordning i hela länet.".to_owned(); 6],
                arguments_against: vec!["Det tar tid, och de pengar som sparas är inte kända.".to_owned(); 6],
            }
        })
        .collect();
    DecisionPaper {
        alternatives,
        background: usual.background.iter().cycle().take(12).cloned().collect(),
        assessment: usual.assessment.iter().cycle().take(8).cloned().collect(),
        basis: usual.basis.map(|basis| Basis { illustrative: Some(MADE_UP.to_owned()), ..basis }),
        proposal: crate::Decision {
            clauses: (1..=14)
                .map(|at| format!("att ge förbundschefen i uppdrag att redovisa steg {at} senast vid det sammanträde som följer på medlemssamrådet"))
                .collect(),
            ..usual.proposal
        },
        appendices: (1..=18)
            .map(|number| Appendix { number, title: Some("Scenariorapport med tabeller för varje medlem".to_owned()) })
            .collect(),
        ..usual
    }
}

fn parties(state: BeforeAfter, all: BeforeAfter) -> Vec<PartyChange> {
    let part = |of: BeforeAfter, divide: i64| {
        let side = |ore: Option<Ore>| ore.map(|ore| Ore::new(ore.ore() / divide));
        BeforeAfter { before: side(of.before), after: side(of.after) }
    };
    vec![
        PartyChange { party: Party::State, amounts: state },
        PartyChange { party: Party::Region, amounts: part(all, 4) },
        PartyChange { party: Party::Municipality, amounts: part(all, 4) },
    ]
}

fn place(at: usize) -> String {
    let (first, last) = (FIRST.get(at % FIRST.len()), LAST.get(at / FIRST.len() % LAST.len()));
    format!("{}{}", first.copied().unwrap_or_default(), last.copied().unwrap_or_default())
}

/// Amounts that differ from each other, also in their öre.
fn amounts(at: usize) -> BeforeAfter {
    let at = i64::try_from(at).unwrap_or_default();
    let before = 18_000_000 + at * 7_654_321 % 900_000_000;
    BeforeAfter::of(Ore::new(before), Ore::new(before + (at * 377_777 % 4_000_000 - 2_000_000)))
}

fn members(municipalities: usize, regions: usize) -> Vec<MemberChange> {
    let member = |party, name, amounts| MemberChange { party, name, amounts };
    let regions =
        (0..regions).map(|at| member(Party::Region, format!("Region {}s län", place(at)), amounts(at * 9)));
    let municipalities = (0..municipalities).map(|at| {
        // One that cannot be worked out: what is not known is said so among those that are.
        let known = if at == 17 { BeforeAfter { after: None, ..amounts(at) } } else { amounts(at) };
        member(Party::Municipality, place(at), known)
    });
    std::iter::once(member(Party::State, "Försäkringskassan".to_owned(), amounts(80)))
        .chain(regions)
        .chain(municipalities)
        .collect()
}

fn group(at: usize) -> AssociationGroup {
    let named = |at: usize, money: Option<Ore>| AssociationMoney {
        name: format!("Samordningsförbundet {}", place(at * 3)),
        money,
    };
    let all = BeforeAfter { before: amounts(at + 5).before, after: amounts(at + 5).after };
    let third = |ore: Option<Ore>| ore.map(|ore| Ore::new(ore.ore() / 3));
    let (before, after) = match at {
        // Three become one, one becomes two, one is new, one ends; the rest stay as they are.
        0 => (
            vec![named(0, third(all.before)), named(1, third(all.before)), named(2, third(all.before))],
            vec![named(90, all.after)],
        ),
        1 => (vec![named(3, all.before)], vec![named(91, third(all.after)), named(92, third(all.after))]),
        2 => (Vec::new(), vec![named(93, all.after)]),
        3 => (vec![named(94, all.before)], Vec::new()),
        _ => (vec![named(at, all.before)], vec![named(at, all.after)]),
    };
    let bases = |side: &[AssociationMoney]| {
        Some(Ore::new(40_000_000 * i64::try_from(side.len()).unwrap_or_default()))
    };
    let base = BeforeAfter { before: bases(&before), after: bases(&after) };
    // An association that is not there has no money: that is known, and is nothing.
    let all = BeforeAfter {
        before: if before.is_empty() { Some(Ore::new(0)) } else { all.before },
        after: if after.is_empty() { Some(Ore::new(0)) } else { all.after },
    };
    let half = |ore: Option<Ore>| ore.map(|ore| Ore::new(ore.ore() / 2));
    let state = BeforeAfter { before: half(all.before), after: half(all.after) };
    let beyond = |state: Option<Ore>, base: Option<Ore>| {
        state.zip(base).map(|(state, base)| Ore::new(state.ore() - base.ore()))
    };
    AssociationGroup {
        need_part: BeforeAfter {
            before: beyond(state.before, base.before),
            after: beyond(state.after, base.after),
        },
        before,
        after,
        base,
        state,
        all,
    }
}
