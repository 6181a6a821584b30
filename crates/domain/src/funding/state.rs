//! What is known of the association's money.

use std::collections::BTreeMap;

use allocation::asking_round::{Entry, Round, Status, What};
use allocation::day::Day;
use jiff::civil::Date;

use crate::funding::events::{Contribution, Event, Fixed, KeyFigures, Noted, Position};
use crate::ids::MemberId;
use crate::step::Step;
use swedish::money::Ore;

/// The association's money.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The rounds with the state, by the year that the money is for.
    pub rounds: BTreeMap<i16, Round>,
    /// Where a step of a round is stated, by year and place in the round.
    pub sources: BTreeMap<(i16, usize), String>,
    /// The inhabitants that the key counts, by the year of the contributions; noted again, the latest stands.
    pub figures: BTreeMap<i16, KeyFigures>,
    /// The decisions on contributions by year, oldest first: the latest stands.
    pub fixed: BTreeMap<i16, Vec<Fixed>>,
    /// The contributions of earlier years, as sources say.
    pub noted: BTreeMap<i16, Noted>,
    /// What was owned and owed, by day.
    pub positions: BTreeMap<Date, Position>,
}

/// Where a round stands, and the amount that stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Where it stands.
    pub status: Status,
    /// The amount last told or accepted; none before any was, or when the record does not give it.
    pub amount: Option<Ore>,
}

/// Our day as `allocation` writes it; nothing for a day outside every calendar of ours.
pub(super) fn day(date: Date) -> Option<Day> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    Day::new(date.year(), month, day)
}

/// A day of `allocation` as ours.
pub fn date(day: Day) -> Date {
    let (month, day_of_month) = (i8::try_from(day.month()), i8::try_from(day.day()));
    let read = month.ok().zip(day_of_month.ok()).and_then(|(m, d)| Date::new(day.year(), m, d).ok());
    read.unwrap_or_default()
}

impl KeyFigures {
    /// A member's inhabitants, where they are known.
    pub fn of(&self, member: MemberId) -> Option<u64> {
        self.counts.iter().find(|count| count.member == member).map(|count| count.inhabitants)
    }
}

impl Position {
    /// What it owned beyond what it owed (sv. *eget kapital*); none when that cannot be held.
    #[doc(alias = "eget kapital")]
    pub fn equity(&self) -> Option<Ore> {
        self.assets.checked_sub(self.liabilities)
    }
}

impl State {
    /// Folds one fact in.
    pub fn evolve(&mut self, event: &Event) {
        match event {
            Event::StepNoted { year, on, what, source } => {
                let round = self.rounds.entry(*year).or_default();
                let place = round.history().len();
                // The step was held against the round when it was noted, so it fits where it was stored.
                let fits = day(*on).is_some_and(|on| round.add(Entry { on, what: what.clone() }).is_ok());
                if let (true, Some(source)) = (fits, source) {
                    self.sources.insert((*year, place), source.clone());
                }
            }
            Event::KeyFiguresNoted(figures) => {
                self.figures.insert(figures.year, figures.clone());
            }
            Event::ContributionsFixed(fixed) => {
                self.fixed.entry(fixed.year).or_default().push((**fixed).clone());
            }
            Event::ContributionsNoted(noted) => {
                self.noted.insert(noted.year, noted.clone());
            }
            Event::PositionNoted(position) => {
                self.positions.insert(position.on, position.clone());
            }
        }
    }

    /// The round of a year; none before anything happened in it.
    pub fn round(&self, year: i16) -> Option<&Round> {
        self.rounds.get(&year)
    }

    /// Where the round of a year stands, and the amount that stands.
    pub fn standing(&self, year: i16) -> Option<Standing> {
        let round = self.round(year)?;
        Some(Standing { status: round.status(), amount: round.amount() })
    }

    /// What the state gives for a year: the amount decided or accepted, else none.
    pub fn state_amount(&self, year: i16) -> Option<Ore> {
        self.round(year)?.settled()
    }

    /// The amount that contributions are worked out from: what is decided or accepted, else what was last told.
    pub fn working_amount(&self, year: i16) -> Option<Ore> {
        self.state_amount(year).or_else(|| self.standing(year)?.amount)
    }

    /// Where a step of a round is stated.
    pub fn source(&self, year: i16, place: usize) -> Option<&str> {
        self.sources.get(&(year, place)).map(String::as_str)
    }

    /// The decision on a year's contributions that stands.
    pub fn fixed(&self, year: i16) -> Option<&Fixed> {
        self.fixed.get(&year)?.last()
    }

    /// What the members contribute in a year: as fixed, else as noted from a source.
    pub fn contributions(&self, year: i16) -> Option<&[Contribution]> {
        let noted = || self.noted.get(&year).map(|noted| noted.amounts.as_slice());
        self.fixed(year).map(|fixed| fixed.amounts.as_slice()).or_else(noted)
    }

    /// The years with contributions, oldest first.
    pub fn contribution_years(&self) -> Vec<i16> {
        let mut years: Vec<i16> = self.fixed.keys().chain(self.noted.keys()).copied().collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// Every year that something is known of, oldest first.
    pub fn years(&self) -> Vec<i16> {
        let mut years = self.contribution_years();
        years.extend(self.rounds.keys().chain(self.figures.keys()));
        years.sort_unstable();
        years.dedup();
        years
    }

    /// The latest position noted within a year.
    pub fn position_of(&self, year: i16) -> Option<&Position> {
        let within = self.positions.values().rev().find(|position| position.on.year() <= year)?;
        (within.on.year() == year).then_some(within)
    }

    /// What waits for the office in the round of a year: the step that answers.
    pub fn waits(&self, year: i16) -> Option<Step> {
        let round = self.round(year)?;
        if matches!(round.history().last(), Some(Entry { what: What::Asked, .. })) {
            return Some(Step::AnswerFundingQuestion);
        }
        (round.status() == Status::Offer).then_some(Step::AnswerFundingOffer)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_the_same_days_on_both_sides() {
        for on in [date(2016, 2, 29), date(2026, 12, 31), date(1, 1, 1)] {
            assert_eq!(super::date(day(on).unwrap()), on);
        }
    }

    #[test]
    fn equity_is_what_is_left_when_debts_are_paid() {
        let position = Position {
            on: date(2025, 12, 31),
            assets: Ore::new(100),
            liabilities: Ore::new(120),
            source: "s".into(),
        };
        assert_eq!(position.equity(), Some(Ore::new(-20)));
        assert_eq!(Position { liabilities: Ore::new(i64::MIN), ..position }.equity(), None);
    }
}
