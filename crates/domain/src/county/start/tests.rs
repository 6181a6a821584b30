//! Where a scenario starts from: what the record tells, and what it does not.

use allocation::change::{Change, apply};
use allocation::effect::{Side, compare};
use allocation::statistics::{Series, SeriesKind};
use jiff::civil::date;

use super::*;
use crate::county::testing::given;
use crate::national::NationalYear;
use crate::national::events::{Area as Noted, Division, Event, Imported};

const ON: Date = date(2026, 3, 2);

/// The three associations of Jönköpings län, with the budgets of 2025.
fn three() -> Vec<Own> {
    [
        ("Södra Vätterbygden", 1_120_000_000, &["Jönköping", "Habo", "Mullsjö", "Vaggeryd"][..]),
        ("Finnveden", 500_000_000, &["Värnamo", "Gnosjö", "Gislaved"]),
        ("Höglandet", 800_000_000, &["Eksjö", "Nässjö", "Aneby", "Sävsjö", "Vetlanda", "Tranås"]),
    ]
    .into_iter()
    .map(|(name, income, municipalities)| Own {
        name: name.to_owned(),
        municipalities: municipalities.iter().filter_map(|name| geography::place_of(name)).collect(),
        unknown: Vec::new(),
        money: Some(Money {
            year: 2025,
            state: Ore::new(income / 2),
            basis: MoneyBasis::HalfOfBudget("004".to_owned()),
        }),
    })
    .collect()
}

fn jonkoping() -> geography::County {
    geography::county("06").unwrap()
}

#[test]
fn a_merger_in_the_county_costs_the_state_two_bases_and_all_the_double() {
    let start = county(jonkoping(), &three(), &Known::default(), ON).unwrap();
    assert_eq!(start.country.municipalities.len(), 13);
    let names = start.country.associations.iter().map(|a| a.name.to_string()).collect();
    let merge =
        Change::Merge {
            associations: names, name: "Länsförbundet".to_owned(), previous: Default::default()
        };
    let (after, _) = apply(&start.country, &[merge]).unwrap();
    let (before_gives, after_gives) = (start.country.reckon().unwrap(), after.reckon().unwrap());
    let comparison = compare(
        Side { country: &start.country, outcome: &before_gives },
        Side { country: &after, outcome: &after_gives },
    );
    assert_eq!(comparison.state.difference(), Ore::from_tkr(-800));
    assert_eq!(
        (comparison.all.before, comparison.all.difference()),
        (Ore::from_tkr(24_200), Ore::from_tkr(-1_600))
    );
}

#[test]
fn what_is_not_known_is_said() {
    let mut own = three();
    own.iter_mut().for_each(|own| own.money = None);
    own.first_mut().unwrap().unknown.push("Sjöstads kommun".to_owned());
    let start = county(jonkoping(), &own, &Known::default(), ON).unwrap();
    let says: Vec<&str> = start.notes.iter().map(|note| note.says.as_str()).collect();
    assert_eq!(
        says,
        [
            "Statens belopp är inte känt för Södra Vätterbygden, Finnveden och Höglandet. \
             Anteckna det under Medel i förbundet.",
            "Sjöstads kommun i Södra Vätterbygden motsvarar ingen kommun och räknas inte med.",
        ]
    );
    assert!(start.country.associations.iter().all(|a| a.need_part.is_none()));
    assert_eq!(county(jonkoping(), &[], &Known::default(), ON), None);
    assert_eq!(parameters(date(2010, 1, 1)), None);
}

#[test]
fn the_whole_country_is_what_was_noted_with_the_latest_figures() {
    assert_eq!(whole_country(&Known::default(), ON), None);
    let series = |measure, figure| {
        let values = [("0680".to_owned(), Ok(figure))].into();
        let series = Series { measure, year: 2019, preliminary: true, source: "SCB".to_owned(), values };
        Event::SeriesImported(Imported { series, file: None, illustrative: measure == SeriesKind::Need })
    };
    let statistics: NationalYear = given([
        series(SeriesKind::Need, 10_348_500),
        series(SeriesKind::Inhabitants, 87_505_000),
        series(SeriesKind::KeyInhabitants, 84_443_000),
    ]);
    let noted = Noted {
        name: "Södra Vätterbygden".to_owned(),
        municipalities: vec!["0680".to_owned()],
        previous: None,
        cap: None,
        floor_applies: None,
        equity: None,
        contributions: None,
    };
    let division = Division { associations: vec![noted], source: "Exempel.".to_owned(), illustrative: true };
    let divided: NationalYear = given([Event::DivisionNoted(division)]);
    let mut known = Known::default();
    known.read(2019, &statistics);
    known.read(2025, &divided);
    let start = whole_country(&known, ON).unwrap();
    assert!(start.notes.iter().any(|note| note.says.contains("Egetkapitaltrappans steg är inte inlagda")));
    assert_eq!((start.country.statistics_year, start.country.year), (Some(2019), 2025));
    let jonkoping = start.country.municipalities.iter().find(|m| &*m.code == "0680").unwrap();
    assert_eq!(jonkoping.need.map(|n| n.thousandths()), Some(10_348_500));
    assert_eq!((jonkoping.inhabitants, jonkoping.key_inhabitants), (Some(87_505), Some(84_443)));
    let kinds: std::collections::BTreeSet<NoteKind> = start.notes.iter().map(|note| note.kind).collect();
    assert_eq!(
        kinds.into_iter().collect::<Vec<_>>(),
        [NoteKind::Illustrative, NoteKind::Missing, NoteKind::Preliminary, NoteKind::Source]
    );
}

#[test]
fn the_brake_is_not_known_to_hold_after_the_years_it_was_decided_for() {
    assert_eq!(brake_after(2017), None);
    let told = brake_after(2026).unwrap();
    assert!(told.contains("till och med 2017") && told.contains("2026"), "{told}");
}

#[test]
fn a_merger_that_was_saved_before_reads_as_the_sum() {
    use allocation::change::{Change, Previous};
    let saved = r#"{"kind":"merge","associations":["A","B"],"name":"C"}"#;
    let change: Change = serde_json::from_str(saved).unwrap();
    assert!(matches!(change, Change::Merge { previous: Previous::Sum, .. }), "{change:?}");
    assert_eq!(serde_json::to_string(&change).unwrap(), saved);
}
