//! The samples fit their structs in both directions, and the historical one holds its facts.
#![cfg(test)]

use jiff::civil::date;
use papers::figures::Party;
use papers::{Application, DecisionPaper, Extract, Minutes, Notice, Receipt, ScenarioReport};
use pretty_assertions::assert_eq;
use serde::{Serialize, de::DeserializeOwned};
use swedish::money::Ore;

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
    survives_json(ScenarioReport::samples());
    survives_json(DecisionPaper::samples());
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

#[test]
fn the_scenario_for_jonkoping_holds_the_published_figures() {
    let (_, report) = ScenarioReport::samples().unwrap().swap_remove(0);
    assert_eq!(report.figures.state().difference(), Some(Ore::new(-80_000_000)));
    assert_eq!(report.figures.all.difference(), Some(Ore::new(-160_000_000)));
    assert_eq!(report.figures.all.before, Some(Ore::new(2_420_000_000)));
    let [group] = report.groups.as_slice() else { panic!("one group") };
    assert_eq!(
        group.before.iter().map(|one| one.money).collect::<Vec<_>>(),
        [1_120_000_000, 500_000_000, 800_000_000].map(|ore| Some(Ore::new(ore)))
    );
    for party in &report.figures.parties {
        let members = report.figures.members.iter().filter(|one| one.party == party.party);
        let sum: i64 = members.map(|one| one.amounts.after.unwrap().ore()).sum();
        assert_eq!(Some(Ore::new(sum)), party.amounts.after, "{:?}", party.party);
    }
}

#[test]
fn the_decision_paper_for_jonkoping_weighs_three_alternatives() {
    let (_, paper) = DecisionPaper::samples().unwrap().swap_remove(0);
    let differences: Vec<_> =
        paper.alternatives.iter().map(|it| it.figures.as_ref().and_then(|f| f.all.difference())).collect();
    assert_eq!(differences, [0, 0, -160_000_000].map(|ore| Some(Ore::new(ore))));
    assert!(paper.alternatives.iter().all(|it| !it.arguments_for.is_empty()));
    assert!(paper.alternatives.iter().all(|it| !it.arguments_against.is_empty()));
}

#[test]
fn the_longest_scenario_is_a_whole_country() {
    let (name, report) = ScenarioReport::samples().unwrap().pop().unwrap();
    assert_eq!(name, "longest");
    let municipalities = report.figures.members.iter().filter(|one| one.party == Party::Municipality);
    let names: std::collections::BTreeSet<&str> = municipalities.map(|one| one.name.as_str()).collect();
    assert_eq!(names.len(), 290);
    assert!(report.figures.members.iter().any(|one| one.amounts.has_ore()));
}
