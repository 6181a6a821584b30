//! Made-up scenarios for the gallery: the usual, the empty, the longest.
//!
//! The figures are those of `data/examples/`: the county's three budgets are published, needs are illustrative.

use std::collections::BTreeMap;
use std::sync::Arc;

use allocation::apportion::TieRule;
use allocation::contributions::Key;
use allocation::model::{BasisPoints, Brake, Keys, Need, Parameters};
use allocation::scenario::{Association, Basis, Belongs, Country, Municipality};
use allocation::strategy::Strategy;
use domain::county::template;
use kit::Lang;
use kit::parts::Tone;
use maud::Markup;
use swedish::money::{Ore, Unit};

use super::calculator;
use super::notes::Note;
use super::paper::Draft;
use super::query::Query;
use super::question::Asked;
use super::reckoned::Reckoned;
use super::scope::County;
use super::why;
use super::{Part, views};

mod kept;

const PATH: &str = "/f/finnveden/fordelning";
const COUNTY: &str = include_str!("../../../../../data/examples/jonkoping-kommuner.csv");
const COUNTRY: &str = include_str!("../../../../../data/examples/landet-illustrativt.csv");
/// The merger that is asked about in Jönköping.
const MERGER: &str =
    "slå ihop Södra Vätterbygden + Finnveden + Höglandet = Jönköpings läns samordningsförbund";

/// Every page of allocation, by name.
pub fn all(lang: Lang) -> Vec<(&'static str, Markup)> {
    let mut all = calculators(lang);
    all.extend(derivations(lang));
    all.extend(kept::saved(lang));
    all.extend(kept::compared(lang));
    all.extend(kept::groupings(lang));
    all.extend(kept::papers(lang));
    all
}

/// The text that a paper of Jönköping County may start from.
pub(super) fn three_alternatives() -> Draft {
    template::of_county("06").next().map(|template| Draft::from(&template.content)).unwrap_or_default()
}

fn counties() -> Vec<County> {
    let county = |code: &str, name: &str| County { code: code.into(), name: name.into() };
    vec![county("06", "Jönköpings län"), county("01", "Stockholms län"), county("24", "Västerbottens län")]
}

fn notes() -> Vec<Note> {
    vec![
        Note {
            tone: Tone::Late,
            title: "Illustrativa behov.".into(),
            says: "Kommunernas försörjningsmått är inte kända. Landets summa för 2019 är utspridd efter invånare.".into(),
        },
        Note {
            tone: Tone::Plain,
            title: "Källa.".into(),
            says: "Invånare den 31 december 2019, SCB. Statens belopp 2025 är hälften av förbundens budgetar.".into(),
        },
    ]
}

fn calculators(lang: Lang) -> Vec<(&'static str, Markup)> {
    let county = county();
    let country = country();
    let shown = |start: &Country, home: Option<&str>, pairs: &[(&str, &str)]| {
        let query = Query::of(pairs.iter().copied());
        let result = Reckoned::of(start, &query, &BTreeMap::new());
        calculator::show(&calculator::View {
            lang,
            path: PATH,
            views: &views(lang, PATH, Part::Calculator),
            start,
            counties: &counties(),
            home,
            bases: &[Basis::HeldNeedParts, Basis::WholeCountry],
            statistics: &[],
            notes: &notes(),
            query: &query,
            result: result.as_ref(),
            outputs: &[("CSV", format!("{PATH}.csv"), lang.t("allocation-members-table"))],
            save: Some("/f/finnveden/fordelning/sparade/nytt"),
        })
    };
    let many: Vec<(&str, &str)> = vec![
        ("andring", MERGER),
        (
            "andring",
            "dela Exempel Stockholm 1 = Norra Exempelskogen och angränsande samordningsområde (Upplands Väsby, Vallentuna) + Skärgården (Österåker, Värmdö)",
        ),
        ("andring", "flytta Ekerö > Exempel Stockholm 3"),
        ("andring", "tak Exempel Stockholm 4 = 2 400 000 kr"),
        ("total", "350 mnkr"),
        ("grund", "450 000"),
        ("behov", "60"),
        ("sparr", "nej"),
        ("strategi", "invanare"),
        ("visa", "alla"),
        ("lan", "alla"),
    ];
    vec![
        ("allocation", shown(&county, Some("06"), &[("andring", MERGER)])),
        ("allocation-empty", shown(&county, Some("06"), &[])),
        (
            "allocation-faulty",
            shown(&county, Some("06"), &[("grund", "mycket"), ("lagg", "ihop"), ("ihop", "Finnveden")]),
        ),
        (
            "allocation-refused",
            shown(&county, Some("06"), &[("andring", MERGER), ("andring", "flytta Habo > Höglandet")]),
        ),
        ("allocation-split", shown(&county, Some("06"), &[("dela", "Höglandet"), ("del", "Tranås:2")])),
        ("allocation-country", shown(&country, Some("06"), &[("andring", MERGER)])),
        ("allocation-country-all", shown(&country, None, &[("andring", MERGER)])),
        ("allocation-longest", shown(&country, None, &many)),
    ]
}

fn derivations(lang: Lang) -> Vec<(&'static str, Markup)> {
    let county = county();
    let country = country();
    let shown = |name: &'static str, start: &Country, asked: &[(&str, &str)]| {
        let query = Query::of([("andring", MERGER)]);
        let reckoned = Reckoned::of(start, &query, &BTreeMap::new()).ok()?;
        let asked = Asked::of(asked.iter().copied())?;
        let notes = notes();
        let view =
            why::View { lang, path: PATH, query: &query, reckoned: &reckoned, notes: &notes, asked: &asked };
        Some((name, why::show(&view)?))
    };
    let merged = [("forbund", "Jönköpings läns samordningsförbund")];
    [
        shown("allocation-why", &country, &merged),
        shown("allocation-why-held", &county, &[("forbund", "Finnveden"), ("nar", "fore")]),
        shown("allocation-why-member", &county, &[("medlemspart", "kommuner"), ("medlem", "Vaggeryd")]),
        shown(
            "allocation-why-region",
            &county,
            &[("medlemspart", "regioner"), ("medlem", "Region Jönköpings län"), ("nar", "fore")],
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The county with its three associations; the state's amounts are half of the budgets of 2025.
pub(crate) fn county() -> Country {
    let known = [("Södra Vätterbygden", 5_600), ("Finnveden", 2_500), ("Höglandet", 4_000)];
    let mut country = read(COUNTY, Basis::HeldNeedParts);
    for association in &mut country.associations {
        let state = known.iter().find(|(name, _)| **name == *association.name).map(|(_, tkr)| *tkr);
        association.need_part =
            state.and_then(Ore::from_tkr).and_then(|state| state.checked_sub(country.parameters.base));
    }
    country
}

/// The whole country, with illustrative needs and made-up associations outside the county.
pub(crate) fn country() -> Country {
    read(COUNTRY, Basis::WholeCountry)
}

fn read(table: &str, basis: Basis) -> Country {
    let mut municipalities = Vec::new();
    let mut associations: Vec<Association> = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#') && !line.starts_with("code")) {
        let cells: Vec<&str> = line.split(',').collect();
        let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
        let place = municipalities.len();
        let region = cell(3);
        let belongs = if region == "utanför" { Belongs::Outside } else { Belongs::Region(region.into()) };
        municipalities.push(Municipality {
            code: cell(0).into(),
            name: cell(1).into(),
            belongs: Some(belongs),
            need: cell(4).parse().ok().and_then(Need::from_whole),
            inhabitants: cell(5).parse().ok(),
            key_inhabitants: cell(6).parse().ok(),
        });
        let name = cell(2);
        match associations.iter_mut().find(|association| *association.name == *name) {
            Some(association) => association.municipalities.push(place),
            None if name.is_empty() => {}
            None => associations.push(new(name.into(), place)),
        }
    }
    Country {
        parameters: Parameters {
            total: Ore::from_tkr(339_000).unwrap_or(Ore::ZERO),
            base: Ore::from_tkr(400).unwrap_or(Ore::ZERO),
            keys: Keys::default(),
            brake: BasisPoints::new(1000).map(|at_most| Brake { at_most, equity_exception: true }),
            strategy: Strategy::Scale,
            unit: Unit::Tkr,
            ties: TieRule::Leave,
        },
        basis,
        year: 2025,
        statistics_year: Some(2019),
        municipalities,
        associations,
    }
}

fn new(name: Arc<str>, municipality: usize) -> Association {
    Association {
        name,
        municipalities: vec![municipality],
        previous: None,
        cap: None,
        floor_applies: None,
        need_part: None,
        municipal_key: Key::Inhabitants,
        region_key: Key::Inhabitants,
    }
}
