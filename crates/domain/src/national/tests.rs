//! National figures: read in by year, never changed, and divided into associations.

use allocation::day::Day;
use allocation::equity::Step;
use allocation::model::BasisPoints;
use allocation::statistics::{Series, SeriesKind, WhyMissing};
use swedish::money::Ore;

use super::division::NoteDivision;
use super::events::{Area, Division, Event, Imported};
use super::import::ImportSeries;
use super::staircase::NoteStaircase;
use super::{Command, NationalYear};
use crate::county::testing::{given, says, when};

fn series(figure: u64) -> Series {
    Series {
        measure: SeriesKind::Need,
        year: 2019,
        preliminary: false,
        source: "SCB".to_owned(),
        values: [("0680".to_owned(), Ok(figure)), ("0683".to_owned(), Err(WhyMissing::ZeroIsNoReport))]
            .into(),
    }
}

fn import(series: Series) -> Command {
    Command::ImportSeries(ImportSeries { series, file: None, illustrative: true })
}

fn division(areas: &[(&str, &[&str])]) -> Division {
    let area = |(name, codes): &(&str, &[&str])| Area {
        name: (*name).to_owned(),
        municipalities: codes.iter().map(|code| (*code).to_owned()).collect(),
        previous: None,
        cap: None,
        floor_applies: None,
        equity: None,
        contributions: None,
    };
    Division {
        associations: areas.iter().map(area).collect(),
        source: "Exempel".to_owned(),
        illustrative: true,
    }
}

fn divide(areas: &[(&str, &[&str])]) -> Command {
    Command::NoteDivision(NoteDivision { year: 2025, division: division(areas) })
}

#[test]
fn a_newer_series_stands_and_the_older_remains() {
    let year: NationalYear = given([]);
    let first = when(&year, &import(series(5000))).unwrap().events;
    let year: NationalYear = given(first);
    let second = when(&year, &import(series(6000))).unwrap().events;
    let imported = |figure| Imported { series: series(figure), file: None, illustrative: true };
    let year: NationalYear = given([Event::SeriesImported(imported(5000))].into_iter().chain(second));
    assert_eq!(year.standing(SeriesKind::Need), Some(&imported(6000)));
    assert_eq!(year.series.get(&SeriesKind::Need).map(Vec::len), Some(2));
    assert_eq!(year.standing(SeriesKind::Inhabitants), None);
}

#[test]
fn a_series_has_a_source_a_figure_and_known_codes() {
    let year: NationalYear = given([]);
    let nowhere = Series { source: " ".to_owned(), ..series(1) };
    assert_eq!(says(when(&year, &import(nowhere))), "source: Skriv var siffrorna kommer ifrån.");
    let mut empty = series(1);
    empty.values.insert("0680".to_owned(), Err(WhyMissing::Empty));
    assert!(says(when(&year, &import(empty))).starts_with("values: Läs in minst en kommun"));
    let mut unknown = series(1);
    unknown.values.insert("9999".to_owned(), Ok(1));
    assert!(says(when(&year, &import(unknown))).starts_with("values: Ta bort 9999"));
}

#[test]
fn a_municipality_belongs_to_one_association() {
    let year: NationalYear = given([]);
    assert!(when(&year, &divide(&[("A", &["0680"]), ("B", &["0683"])])).is_ok());
    for (areas, expected) in [
        (&[("A", &["0680"][..]), ("B", &["0680"])][..], "Låt 0680 höra till ett förbund"),
        (&[("A", &["0680"]), ("A", &["0683"])], "Två förbund heter A"),
        (&[("A", &["9999"])], "Rätta 9999 i A"),
        (&[("A", &[])], "Ange minst en kommun i A"),
        (&[], "Ange minst ett förbund"),
    ] {
        let said = says(when(&year, &divide(areas)));
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn a_step_of_the_staircase_has_a_source_and_a_limit() {
    let step = |share: Option<u32>, source: &str| Step {
        from_total: Ore::ZERO,
        to_total: None,
        max_share: share.and_then(BasisPoints::new),
        max_amount: None,
        valid_from: Day::new(2025, 1, 1).unwrap(),
        source: source.to_owned(),
    };
    let note = |steps| Command::NoteStaircase(NoteStaircase { year: 2025, steps });
    let year: NationalYear = given([]);
    assert!(year.staircase.is_empty());
    assert!(says(when(&year, &note(vec![step(Some(2000), " ")]))).contains("källa"));
    assert!(says(when(&year, &note(vec![step(None, "Påhittad")]))).contains("andel eller ett belopp"));
    let noted = when(&year, &note(vec![step(Some(2000), "Påhittad")])).unwrap().events;
    let year: NationalYear = given(noted);
    assert_eq!(year.staircase.steps(), [step(Some(2000), "Påhittad")]);
    assert!(when(&year, &note(Vec::new())).is_ok(), "a staircase can be emptied again");
}
