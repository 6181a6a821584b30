//! Where a scenario starts from: a county's own associations with their known money, or the whole country.
//!
//! What is not known stays unknown, and is said in a note; nothing is put in its place.

use std::collections::BTreeMap;

use allocation::apportion::TieRule;
use allocation::contributions::Key;
use allocation::day::Day;
use allocation::equity::EMPTY_NOTICE;
use allocation::model::{BasisPoints, Brake, Keys, Parameters};
use allocation::scenario::{Association as Area, Basis, Belongs, Country, Municipality};
use allocation::strategy::Strategy;
use jiff::civil::Date;
use statute::figure;
use swedish::list::listed;
use swedish::money::{Ore, Unit};

use crate::association::events::MemberKind;
use crate::county::events::{Note, NoteKind};
use crate::geography;
use crate::national::known::Known;
use crate::state::Association;

/// A country to start from, and what must be known about its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// The country.
    pub country: Country,
    /// What must be known.
    pub notes: Vec<Note>,
}

/// What an association's own record says of its area and its money.
#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    name: String,
    /// The places of its municipalities among all.
    municipalities: Vec<usize>,
    /// Members whose names tell no municipality.
    unknown: Vec<String>,
    money: Option<Money>,
}

/// The state's amount of a year, as far as the record tells.
#[derive(Clone, Debug, PartialEq)]
struct Money {
    year: i16,
    state: Ore,
    basis: MoneyBasis,
}

/// How a state amount is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum MoneyBasis {
    /// It is decided or accepted, as the association has noted it.
    Settled,
    /// Half of a budget's income, with the budget's source.
    HalfOfBudget(String),
}

impl Own {
    /// Reads an association's record; `None` before it is founded.
    pub fn of(association: &Association, on: Date) -> Option<Self> {
        let founded = association.profile.founded.as_ref()?;
        let mut own = Self {
            name: founded.short_name.clone(),
            municipalities: Vec::new(),
            unknown: Vec::new(),
            money: money(association),
        };
        let members = association.profile.members.values();
        let there = |left: Option<Date>| left.is_none_or(|last| last >= on);
        for member in members.filter(|m| m.kind == MemberKind::Municipality && there(m.left)) {
            match geography::place_of(&member.name) {
                Some(place) => own.municipalities.push(place),
                None => own.unknown.push(member.name.clone()),
            }
        }
        Some(own)
    }
}

/// What the state has decided, or what was accepted, for the latest year; else half of the latest budgeted income
/// (5 § FinsamL), which is what the state gives when all pay their part.
fn money(association: &Association) -> Option<Money> {
    let funding = &association.funding;
    let settled = funding.rounds.keys().rev().find_map(|year| Some((*year, funding.state_amount(*year)?)));
    let budget = association.profile.budgets.iter().next_back();
    match (settled, budget) {
        (Some((year, amount)), budget) if budget.is_none_or(|(budgeted, _)| *budgeted <= year) => {
            Some(Money { year, state: amount, basis: MoneyBasis::Settled })
        }
        (_, Some((year, (income, source)))) => {
            let state = Ore::new(income.ore().checked_div(2)?);
            Some(Money { year: *year, state, basis: MoneyBasis::HalfOfBudget(source.clone()) })
        }
        (_, None) => None,
    }
}

/// What the state's model counts with on a day, as `law/figures.toml` has it.
pub fn parameters(on: Date) -> Option<Parameters> {
    let whole = |name| u32::try_from(figure::on(name, on)?).ok();
    let brake = BasisPoints::new(whole("state_brake_percent")?.checked_mul(100)?)?;
    Some(Parameters {
        total: Ore::from_tkr(figure::on("state_total_tkr", on)?)?,
        base: Ore::from_tkr(figure::on("state_base_tkr", on)?)?,
        keys: Keys::from_need_percent(whole("state_need_percent")?)?,
        brake: Some(Brake { at_most: brake, equity_exception: true }),
        strategy: Strategy::Scale,
        unit: Unit::Tkr,
        ties: TieRule::Leave,
    })
}

/// A county's own associations, with need parts held as their budgets have them; `None` when it has none, or when
/// the figures of the day are not known.
pub fn county(county: geography::County, own: &[Own], known: &Known, on: Date) -> Option<Start> {
    let parameters = parameters(on)?;
    let statistics_year = known.latest();
    let mut places: Vec<usize> = own.iter().flat_map(|own| own.municipalities.iter().copied()).collect();
    let in_county = geography::municipalities().iter().enumerate().filter(|(_, m)| m.county == county.code);
    places.extend(in_county.map(|(place, _)| place));
    places.sort_unstable();
    places.dedup();
    let at = |place: &usize| places.binary_search(place).ok();
    let associations: Vec<Area> = own
        .iter()
        .map(|own| Area {
            need_part: own.money.as_ref().and_then(|m| m.state.checked_sub(parameters.base)),
            municipalities: own.municipalities.iter().filter_map(at).collect(),
            ..area(&own.name)
        })
        .collect();
    if associations.is_empty() {
        return None;
    }
    let year = own.iter().filter_map(|own| own.money.as_ref()).map(|m| m.year).max();
    let mut notes = own_notes(own);
    notes.extend(statistics_year.into_iter().flat_map(|year| known.notes(year).to_vec()));
    let country = Country {
        parameters,
        basis: Basis::HeldNeedParts,
        year: year.unwrap_or_else(|| on.year()),
        statistics_year,
        municipalities: places
            .iter()
            .filter_map(|place| municipality(*place, known, statistics_year))
            .collect(),
        associations,
    };
    Some(Start { country, notes })
}

/// The whole country by the latest division that is noted; `None` when there is none.
pub fn whole_country(known: &Known, on: Date) -> Option<Start> {
    let parameters = parameters(on)?;
    let (year, division) = known.division.as_ref()?;
    let statistics_year = known.latest();
    let all = geography::municipalities();
    let place = |code: &String| all.iter().position(|m| m.code == code);
    let associations: Vec<Area> = division
        .associations
        .iter()
        .map(|noted| Area {
            municipalities: noted.municipalities.iter().filter_map(place).collect(),
            previous: noted.previous,
            cap: noted.cap,
            floor_applies: noted.floor_applies.or_else(|| by_staircase(noted, known, on)),
            ..area(&noted.name)
        })
        .collect();
    let mut notes = Vec::new();
    let mut note = |kind, says| notes.push(Note { kind, says });
    if division.illustrative {
        note(
            NoteKind::Illustrative,
            format!("Landets indelning i {} förbund är illustrativ. {}", associations.len(), division.source),
        );
    } else {
        note(NoteKind::Source, format!("Indelningen {year}: {}", division.source));
    }
    if division.associations.iter().all(|noted| noted.previous.is_none()) {
        note(
            NoteKind::Missing,
            "Föregående års belopp är inte kända, så spärren skyddar inget förbund i beräkningen.".to_owned(),
        );
    }
    if let Some(note_on_brake) = brake_after(*year) {
        notes.push(Note { kind: NoteKind::Missing, says: note_on_brake });
    }
    if known.staircase.is_empty() {
        notes.push(Note { kind: NoteKind::Missing, says: EMPTY_NOTICE.to_owned() });
    }
    notes.extend(statistics_year.into_iter().flat_map(|year| known.notes(year).to_vec()));
    let municipalities =
        (0..all.len()).filter_map(|place| municipality(place, known, statistics_year)).collect();
    let country = Country {
        parameters,
        basis: Basis::WholeCountry,
        year: *year,
        statistics_year,
        municipalities,
        associations,
    };
    Some(Start { country, notes })
}

/// What is not known of the brake for a year after those it was decided for.
fn brake_after(year: i16) -> Option<String> {
    let last = i16::try_from(figure::on("state_brake_last_year", Date::new(year, 1, 1).ok()?)?).ok()?;
    (year > last).then(|| {
        format!(
            "Spärren beslutades för åren till och med {last}. Om den gäller {year} är inte känt; den går att stänga av i \
             beräkningen."
        )
    })
}

/// Whether the brake protects an association, by its equity and the staircase; `None` when nobody knows.
fn by_staircase(noted: &crate::national::events::Area, known: &Known, on: Date) -> Option<bool> {
    let day = Day::new(on.year(), u8::try_from(on.month()).ok()?, u8::try_from(on.day()).ok()?)?;
    known.staircase.judge(noted.equity, noted.contributions?, day).floor_applies()
}

fn area(name: &str) -> Area {
    Area {
        name: name.into(),
        municipalities: Vec::new(),
        previous: None,
        cap: None,
        floor_applies: None,
        need_part: None,
        municipal_key: Key::Inhabitants,
        region_key: Key::Inhabitants,
    }
}

fn municipality(place: usize, known: &Known, year: Option<i16>) -> Option<Municipality> {
    let named = geography::municipalities().get(place)?;
    let figures = known.figures(year, named.code);
    Some(Municipality {
        code: named.code.into(),
        name: named.name.into(),
        belongs: Some(named.region.map_or(Belongs::Outside, |region| Belongs::Region(region.into()))),
        need: figures.need,
        inhabitants: figures.inhabitants,
        key_inhabitants: figures.key_inhabitants,
    })
}

fn own_notes(own: &[Own]) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut note = |kind, says| notes.push(Note { kind, says });
    let poor: Vec<&str> = own.iter().filter(|o| o.money.is_none()).map(|o| o.name.as_str()).collect();
    if !poor.is_empty() {
        note(
            NoteKind::Missing,
            format!(
                "Statens belopp är inte känt för {}. Anteckna det under Medel i förbundet.",
                listed(&poor)
            ),
        );
    }
    for own in own.iter().filter(|own| !own.unknown.is_empty()) {
        note(
            NoteKind::Missing,
            format!("{} i {} motsvarar ingen kommun och räknas inte med.", listed(&own.unknown), own.name),
        );
    }
    // What is known in the same way for the same year is said once.
    let mut amounts: BTreeMap<(i16, &MoneyBasis), Vec<String>> = BTreeMap::new();
    for (name, money) in own.iter().filter_map(|own| Some((&own.name, own.money.as_ref()?))) {
        let said = format!("{name} {}", money.state);
        amounts.entry((money.year, &money.basis)).or_default().push(said);
    }
    for ((year, basis), said) in amounts {
        let said = listed(&said);
        let says = match basis {
            MoneyBasis::Settled => {
                format!("Statens belopp {year} är beslutat eller accepterat, enligt förbunden: {said}.")
            }
            MoneyBasis::HalfOfBudget(source) => format!(
                "Statens belopp {year} är hälften av intäkterna i budgeten (5 § FinsamL): {said}. Källa: {}.",
                source.trim_end_matches('.')
            ),
        };
        note(NoteKind::Source, says);
    }
    notes
}

#[cfg(test)]
mod tests;
