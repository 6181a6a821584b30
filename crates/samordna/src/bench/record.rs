//! Records of made-up associations: what the demo's fullest one lived through, year after year, as the rules had it.
//!
//! Nothing is invented here: events, findings, texts, ballots and sealed papers are those of the demo, told by its own
//! commands. A year lived again gets numbers and days of its own. What is not at its end in the demo is so only once,
//! last: years that are over leave nothing undone.

use std::collections::BTreeSet;

use directory::Workroom;
use domain::event::Subject;
use domain::initiative::next::next_steps;
use domain::meeting::state::Phase;
use domain::{Association, Event};
use engine::Engine;
use jiff::civil::{Date, DateTime};
use jiff::{Span, ToSpan};
use journal::{Journal, NewEvent, Place};
use serde_json::Value;
use uuid::Uuid;

use super::{folder, said};
use crate::clock;
use crate::commands::demo;

/// Whose life it is.
pub(crate) const LIVED_BY: &str = "sodra-vatterbygden";
const BATCH: usize = 1000;
/// Numbers of a year lived again begin here, over those of the year before.
const YEAR: u64 = 1000;
/// A year in whole weeks, so that a Monday is a Monday again.
const WEEKS: i64 = 52;

/// What an association lived through.
pub(crate) struct Life {
    /// How it was set up: members, bodies, people.
    set_up: Vec<Fact>,
    /// What came to its end.
    over: Vec<Fact>,
    /// All that happened, with what is under way.
    whole: Vec<Fact>,
}

#[derive(Clone)]
struct Fact {
    kind: String,
    body: Value,
}

impl Fact {
    fn event(self) -> NewEvent {
        NewEvent { id: Uuid::now_v7(), kind: self.kind, version: 1, body: self.body.to_string() }
    }
}

impl Life {
    /// As the demo tells it.
    ///
    /// # Errors
    /// The demo cannot be told, or the store failed.
    pub(crate) async fn told() -> Result<Self, String> {
        let place = folder()?;
        let journal = Journal::open(&Place::Folder(place.path().to_owned())).await.map_err(said)?;
        let engine = Engine::open(journal).await.map_err(said)?;
        let workroom = Workroom::open(&directory::Place::Folder(place.path().to_owned()), 1).await;
        demo::tell(&engine, &workroom.map_err(said)?).await?;
        let undone = engine.read(LIVED_BY, undone).ok_or("demon saknar förbundet")?;
        let recorded =
            engine.journal().read(&format!("association/{LIVED_BY}"), 0, usize::MAX).await.map_err(said)?;
        let mut life = Self { set_up: Vec::new(), over: Vec::new(), whole: Vec::new() };
        for event in recorded {
            let read: Event = serde_json::from_str(&event.body).map_err(said)?;
            let body = serde_json::from_str(&event.body).map_err(said)?;
            let fact = Fact { kind: event.kind.clone(), body };
            if matches!(read, Event::Association(_) | Event::Mandate(_)) {
                life.set_up.push(fact);
                continue;
            }
            if !undone.contains(&whose(read.about())) {
                life.over.push(fact.clone());
            }
            life.whole.push(fact);
        }
        Ok(life)
    }

    /// Writes the association under an address of its own, with so many years that are over before the one that is
    /// under way, and no more than so many events; where the record ends.
    ///
    /// # Errors
    /// The store failed.
    pub(crate) async fn write(
        &self,
        journal: &Journal,
        slug: &str,
        years: u64,
        at_most: u64,
    ) -> Result<u64, String> {
        let founded = self.set_up.iter().cloned().map(|fact| at_address(fact, slug));
        let before = (1..=years).flat_map(|year| {
            // Longer records than a working life are many associations' years side by side.
            let back = -i64::try_from(year % 20 + 1).unwrap_or(1) * WEEKS;
            self.over.iter().map(move |fact| again(fact, year * YEAR, back.weeks()))
        });
        let room = self.set_up.len() + self.whole.len();
        let over = usize::try_from(at_most).unwrap_or(usize::MAX).saturating_sub(room);
        let all = founded.chain(before.take(over)).chain(self.whole.iter().cloned());
        let mut all = all.peekable();
        let mut seq = 0;
        while all.peek().is_some() {
            let facts = all.by_ref().take(BATCH).map(Fact::event).collect();
            seq = super::append(journal, &format!("association/{slug}"), seq, facts).await?;
        }
        Ok(seq)
    }
}

/// What is not at its end.
fn undone(state: &Association) -> BTreeSet<Subject> {
    let today = clock::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let meetings = state.meetings.values().filter(|meeting| meeting.phase() < Phase::TakenDown);
    let initiatives = state
        .initiatives
        .values()
        .filter(|initiative| !next_steps(state, initiative, None, today).is_empty());
    let cases = state.register.cases.values().filter(|case| case.closed.is_none());
    meetings
        .map(|meeting| Subject::Meeting(meeting.id()))
        .chain(initiatives.map(|initiative| Subject::Initiative(initiative.id)))
        .chain(cases.filter(|case| case.documents() == 0).map(|case| Subject::Case(case.id)))
        .collect()
}

/// An item lives and ends with its meeting.
fn whose(subject: Subject) -> Subject {
    if let Subject::Item(meeting, _) = subject { Subject::Meeting(meeting) } else { subject }
}

/// The same fact, for an association with another address.
fn at_address(mut fact: Fact, slug: &str) -> Fact {
    if let Some(address) = fact.body.pointer_mut("/association/founded/slug") {
        *address = Value::from(slug);
    }
    fact
}

/// The same fact, with numbers and days of its own.
fn again(fact: &Fact, numbers: u64, later: Span) -> Fact {
    let mut fact = fact.clone();
    renumber(&mut fact.body, numbers);
    move_days(&mut fact.body, later);
    fact
}

/// What has a number within the association and is new each year.
const NUMBERED: [&str; 5] = ["meeting", "initiative", "case", "assignment", "into"];

fn renumber(value: &mut Value, by: u64) {
    match value {
        Value::Object(fields) => {
            for (name, inside) in fields {
                let number = inside.as_u64().filter(|_| NUMBERED.contains(&name.as_str()));
                match number {
                    Some(number) => *inside = Value::from(number + by),
                    // A subject: the item of a meeting.
                    None if name == "item" && inside.is_array() => {
                        if let Some(meeting) = inside.get_mut(0) {
                            *meeting = Value::from(meeting.as_u64().unwrap_or(0) + by);
                        }
                    }
                    None => renumber(inside, by),
                }
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|inside| renumber(inside, by)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn move_days(value: &mut Value, later: Span) {
    match value {
        Value::Object(fields) => fields.values_mut().for_each(|inside| move_days(inside, later)),
        Value::Array(all) => all.iter_mut().for_each(|inside| move_days(inside, later)),
        Value::String(text) => {
            if let Some(moved) = moved(text, later) {
                *text = moved;
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A day or a moment, moved; anything else stays.
fn moved(text: &str, later: Span) -> Option<String> {
    if !(10..=19).contains(&text.len()) || text.as_bytes().get(4) != Some(&b'-') {
        return None;
    }
    match text.parse::<Date>() {
        Ok(day) if text.len() == 10 => Some(day.checked_add(later).ok()?.to_string()),
        _ => Some(text.parse::<DateTime>().ok()?.checked_add(later).ok()?.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_year_lived_again_has_numbers_and_days_of_its_own() {
        let body = json!({ "judged": { "about": { "item": [3, 2] }, "step": "x", "findings": [
            { "due": "2026-11-30", "says": "Senast 2026-11-30, 7 dagar innan." } ] } });
        let fact = again(&Fact { kind: "judged".to_owned(), body }, 2000, (-52).weeks());
        assert_eq!(
            fact.body,
            json!({ "judged": { "about": { "item": [2003, 2] }, "step": "x", "findings": [
                { "due": "2025-12-01", "says": "Senast 2026-11-30, 7 dagar innan." } ] } })
        );
        let body = json!({ "meeting": { "opened": { "meeting": 7, "at": "2026-03-02T09:00:00" } } });
        let fact = again(&Fact { kind: "meeting.opened".to_owned(), body }, 1000, (-52).weeks());
        assert_eq!(
            fact.body,
            json!({ "meeting": { "opened": { "meeting": 1007, "at": "2025-03-03T09:00:00" } } })
        );
    }
}
