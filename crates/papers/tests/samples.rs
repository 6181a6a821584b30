//! The samples fit their structs in both directions, and the historical one holds its facts.
#![cfg(test)]

use jiff::civil::date;
use papers::{Application, Extract, Minutes, Notice, Receipt};
use pretty_assertions::assert_eq;
use serde::{Serialize, de::DeserializeOwned};

fn survives_json<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(
    samples: serde_json::Result<Vec<(&'static str, T)>>,
) {
    for (name, paper) in samples.unwrap() {
        let written = serde_json::to_string(&paper).unwrap();
        assert_eq!(serde_json::from_str::<T>(&written).unwrap(), paper, "{name}");
    }
}

#[test]
fn every_sample_fits_its_struct_and_survives_json() {
    survives_json(Notice::samples());
    survives_json(Minutes::samples());
    survives_json(Extract::samples());
    survives_json(Application::samples());
    survives_json(Receipt::samples());
}

#[test]
fn an_unknown_field_is_refused() {
    let (_, paper) = Minutes::samples().unwrap().remove(1);
    let mut value = serde_json::to_value(paper).unwrap();
    value["weather"] = "sol".into();
    assert!(serde_json::from_value::<Minutes>(value).unwrap_err().to_string().contains("weather"));
}

#[test]
fn the_minutes_of_29_april_2016_hold_the_published_facts() {
    let (_, minutes) =
        Minutes::samples().unwrap().into_iter().find(|(name, _)| *name == "umea-2016-04-29").unwrap();
    assert_eq!(minutes.held_on, date(2016, 4, 29));
    assert_eq!(minutes.range().map(|range| (range.from, range.to)), Some((31, 45)));
    assert_eq!(minutes.paragraphs.len(), 15);
    assert_eq!(minutes.deciding.len(), 5);
    let theme = minutes.paragraphs.iter().find(|paragraf| paragraf.number == 37).unwrap();
    let cases: Vec<_> = theme.reports.iter().filter_map(|report| report.case_number.as_deref()).collect();
    assert_eq!(cases, ["11-2012", "21-2015", "2015 18-2015"]);
    assert_eq!(minutes.certificate.attested_on, Some(date(2016, 6, 3)));
    assert!(minutes.certificate.boards.iter().all(|board| board.up == Some(date(2016, 6, 7))));
    assert!(minutes.certificate.boards.iter().all(|board| board.down == Some(date(2016, 6, 28))));
    assert_eq!(minutes.certificate.boards.len(), 5);
}
