//! Scenarios: saved with what they start from, named once, put aside and taken back.

use allocation::change::Change;

use super::*;
use crate::county::Command;
use crate::county::events::{Alternative, Content};
use crate::county::testing::{country, given, says, when};
use crate::ids::PaperId;

fn merged(name: &str) -> Saved {
    let all = vec!["Södra Vätterbygden".to_owned(), "Finnveden".to_owned()];
    Saved {
        name: name.to_owned(),
        description: String::new(),
        start: country(),
        notes: Vec::new(),
        changes: vec![Change::Merge {
            associations: all,
            name: "Ett förbund".to_owned(),
            previous: Default::default(),
        }],
    }
}

fn save(saved: Saved) -> Command {
    Command::SaveScenario(SaveScenario { saved })
}

fn saved(number: u32, name: &str) -> Event {
    Event::ScenarioSaved { scenario: ScenarioId(number), saved: merged(name) }
}

fn discard(number: u32) -> Command {
    Command::DiscardScenario(DiscardScenario { scenario: ScenarioId(number) })
}

fn restore(number: u32) -> Command {
    Command::RestoreScenario(RestoreScenario { scenario: ScenarioId(number) })
}

#[test]
fn a_scenario_is_saved_with_everything_it_is_reckoned_from() {
    let county: County = given([]);
    let decided = when(&county, &save(merged(" Ett länsförbund "))).unwrap();
    assert_eq!(decided.events, [saved(1, "Ett länsförbund")]);
}

#[test]
fn a_name_is_used_once_among_those_that_stand() {
    let county: County = given([saved(1, "Ett länsförbund")]);
    let other = Saved { changes: Vec::new(), ..merged("ett länsförbund") };
    let refused = when(&county, &save(other.clone()));
    assert!(says(refused).starts_with("name: Välj ett annat namn"));
    let county: County = given([saved(1, "Ett länsförbund"), Event::ScenarioDiscarded(ScenarioId(1))]);
    assert!(when(&county, &save(other)).is_ok());
    let taken: County = given([saved(1, "Ett"), Event::ScenarioDiscarded(ScenarioId(1)), saved(2, "Ett")]);
    assert_eq!(says(when(&taken, &restore(1))), "Ett annat scenario heter nu Ett.");
}

#[test]
fn what_cannot_be_reckoned_is_not_saved() {
    let county: County = given([]);
    let unknown = vec!["Höglandet".to_owned(), "Finnveden".to_owned()];
    let wrong = Saved {
        changes: vec![Change::Merge {
            associations: unknown,
            name: "Ett".to_owned(),
            previous: Default::default(),
        }],
        ..merged("Ett")
    };
    let refused = says(when(&county, &save(wrong)));
    assert_eq!(refused, "changes: Ändring 1: det finns inget förbund som heter Höglandet.");
    let mut holes = merged("Ett");
    holes.changes.clear();
    holes.start.associations.first_mut().unwrap().need_part = None;
    assert!(says(when(&county, &save(holes))).contains("Behovsdelen för Södra Vätterbygden är inte känd"));
}

#[test]
fn a_scenario_is_put_aside_and_taken_back() {
    let county: County = given([saved(1, "Ett")]);
    assert_eq!(when(&county, &discard(1)).unwrap().events, [Event::ScenarioDiscarded(ScenarioId(1))]);
    assert_eq!(says(when(&county, &discard(2))), "scenariot");
    let county: County = given([saved(1, "Ett"), Event::ScenarioDiscarded(ScenarioId(1))]);
    assert_eq!(when(&county, &restore(1)).unwrap().events, [Event::ScenarioRestored(ScenarioId(1))]);
    let name = NameScenario { scenario: ScenarioId(1), name: "Två".to_owned(), description: String::new() };
    assert_eq!(says(when(&county, &Command::NameScenario(name))), "Scenariot är lagt åt sidan.");
}

#[test]
fn a_scenario_that_a_paper_shows_stays() {
    let shows = Alternative { scenario: Some(ScenarioId(1)), ..Alternative::default() };
    let content =
        Content { title: "Organisation".to_owned(), alternatives: vec![shows], ..Content::default() };
    let county: County = given([saved(1, "Ett"), Event::PaperSaved { paper: PaperId(1), content }]);
    assert!(says(when(&county, &discard(1))).starts_with("Beslutsunderlaget ”Organisation”"));
}

#[test]
fn a_saved_scenario_reads_back_as_it_was_written() {
    let event = saved(1, "Ett länsförbund");
    let stored = serde_json::to_string(&event).unwrap();
    assert_eq!(serde_json::from_str::<Event>(&stored).unwrap(), event);
}
