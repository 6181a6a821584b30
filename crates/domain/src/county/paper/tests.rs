//! Decision papers: written anew as often as needed, never over somebody else's words.

use super::*;
use crate::county::Command;
use crate::county::events::Alternative;
use crate::county::testing::{given, says, when};
use crate::ids::ScenarioId;

fn content(title: &str) -> Content {
    let alternative = Alternative {
        name: "Oförändrat".to_owned(),
        arguments_for: vec!["Lokal förankring.".to_owned()],
        ..Alternative::default()
    };
    Content { title: title.to_owned(), alternatives: vec![alternative], ..Content::default() }
}

fn save(paper: Option<u32>, based_on: u64, content: Content) -> Command {
    Command::SavePaper(SavePaper { paper: paper.map(PaperId), based_on, content })
}

fn saved(title: &str) -> Event {
    Event::PaperSaved { paper: PaperId(1), content: content(title) }
}

#[test]
fn a_new_paper_gets_the_next_number() {
    let county: County = given([saved("Ett")]);
    let decided = county.decide_paper(&save(None, 0, content("Två")));
    assert_eq!(decided, [Event::PaperSaved { paper: PaperId(2), content: content("Två") }]);
}

#[test]
fn whoever_read_an_older_version_is_told() {
    let county: County = given([saved("Ett"), saved("Två")]);
    assert!(says(when(&county, &save(Some(1), 1, content("Tre")))).starts_with("Någon annan har sparat"));
    assert!(when(&county, &save(Some(1), 2, content("Tre"))).is_ok());
    assert_eq!(says(when(&county, &save(Some(9), 0, content("Tre")))), "beslutsunderlaget");
}

#[test]
fn alternatives_have_names_of_their_own_and_scenarios_that_stand() {
    let county: County = given([]);
    let mut twice = content("Ett");
    twice.alternatives.extend(twice.alternatives.clone());
    assert_eq!(
        says(when(&county, &save(None, 0, twice))),
        "alternatives: Två alternativ heter Oförändrat; ge dem olika namn."
    );
    let mut unknown = content("Ett");
    unknown.alternatives.first_mut().unwrap().scenario = Some(ScenarioId(3));
    assert_eq!(says(when(&county, &save(None, 0, unknown))), "alternatives: Välj ett scenario som finns.");
}

#[test]
fn a_paper_is_put_aside_and_taken_back() {
    let discard = Command::DiscardPaper(DiscardPaper { paper: PaperId(1) });
    let restore = Command::RestorePaper(RestorePaper { paper: PaperId(1) });
    let county: County = given([saved("Ett")]);
    assert_eq!(when(&county, &discard).unwrap().events, [Event::PaperDiscarded(PaperId(1))]);
    let county: County = given([saved("Ett"), Event::PaperDiscarded(PaperId(1))]);
    assert_eq!(when(&county, &restore).unwrap().events, [Event::PaperRestored(PaperId(1))]);
    assert_eq!(says(when(&county, &save(Some(1), 1, content("Två")))), "Underlaget är lagt åt sidan.");
}

impl County {
    /// A new paper is a new one each time: the engine knows a retry by its command id.
    fn decide_paper(&self, command: &Command) -> Vec<Event> {
        let ctx = Ctx {
            now: jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0),
            actor: crate::ids::PersonId(uuid::Uuid::nil()),
            reasons: std::collections::BTreeMap::new(),
            entered: crate::decision::Entered::AsItHappens,
        };
        crate::aggregate::Aggregate::decide(self, &ctx, command).unwrap().events
    }
}
