//! What the query makes of a country: the country it starts from, and the changes in order.

use std::collections::BTreeMap;

use allocation::change::{Change, Figures};
use allocation::model::{BasisPoints, Brake, Keys};
use allocation::scenario::{Basis, Country};
use allocation::strategy::Strategy;
use domain::FieldError;
use swedish::money::{Ore, Unit};

use super::view::{STRATEGIES, basis_slug, strategy_slug};
use super::{CHANGE, MOST_CHANGES, Query, adding, amount, step};

/// The figures of other years, by year and municipality code.
pub type Statistics = BTreeMap<i16, BTreeMap<String, Figures>>;

impl Query {
    /// The country as it is asked to be looked at: its basis and its year.
    #[must_use]
    pub fn on(&self, start: &Country) -> Country {
        Country {
            basis: self.basis().unwrap_or(start.basis),
            year: amount::year(self.typed.get("ar")).unwrap_or(start.year),
            ..start.clone()
        }
    }

    /// The changes: first the parameters that differ from the country's, then the others in order.
    ///
    /// Parameters that mean nothing when need parts are held are left out then.
    ///
    /// # Errors
    /// Everything that cannot be read, with what to write instead.
    pub fn changes(&self, start: &Country, statistics: &Statistics) -> Result<Vec<Change>, Vec<FieldError>> {
        let mut reader = Reader { query: self, errors: Vec::new() };
        let mut changes = reader.parameters(start, statistics);
        let mut errors = reader.errors;
        if self.steps().count() > MOST_CHANGES {
            errors.push(FieldError::new(
                CHANGE,
                format!("Ta bort någon ändring. Högst {MOST_CHANGES} ryms i ett scenario."),
            ));
        }
        for (at, text) in self.steps().enumerate() {
            match step::read(text) {
                Some(change) => changes.push(change),
                None => {
                    let number = at.saturating_add(1);
                    let says = format!("Ändring {number} går inte att läsa. {}", step::FORMAT);
                    errors.push(FieldError::new(CHANGE, says));
                }
            }
        }
        if let Some(Err(more)) = adding::asked(&self.typed) {
            errors.extend(more);
        }
        if errors.is_empty() { Ok(changes) } else { Err(errors) }
    }

    /// A query that makes these changes; parameters become fields, other changes keep their order.
    #[must_use]
    pub fn from_changes(basis: Basis, changes: &[Change]) -> Self {
        let mut typed = kit::form::Typed::default();
        typed.set("underlag", basis_slug(basis));
        for change in changes {
            match change {
                Change::Total { total } => typed.set("total", amount::in_field(*total)),
                Change::Base { base } => typed.set("grund", amount::in_field(*base)),
                Change::Keys { keys } => {
                    if let Some(percent) = need_percent(*keys) {
                        typed.set("behov", percent);
                    }
                }
                Change::Brake { brake: None } => typed.set("sparr", "nej"),
                Change::Brake { brake: Some(brake) } => {
                    typed.set("sparr", "ja");
                    typed.set("sparrprocent", amount::percent_in_field(brake.at_most));
                    typed.set("undantag", if brake.equity_exception { "ja" } else { "nej" });
                }
                Change::Strategy { strategy } => typed.set("strategi", strategy_slug(*strategy)),
                Change::Statistics { year, .. } => typed.set("statistik", year),
                Change::Merge { .. }
                | Change::Split { .. }
                | Change::Move { .. }
                | Change::Leave { .. }
                | Change::New { .. }
                | Change::Cap { .. } => {
                    if let Some(text) = step::written(change) {
                        typed.add(CHANGE, text);
                    }
                }
            }
        }
        Self::of(typed.pairs())
    }

    /// The same without the parameters that are as the country has them, so that its address is short.
    #[must_use]
    pub fn shortened(&self, start: &Country) -> Self {
        let is_so = |name: &str, value: &str| -> bool {
            let parameters = &start.parameters;
            match name {
                "ar" => amount::year(value) == Some(start.year),
                "statistik" => {
                    start.statistics_year.is_some() && amount::year(value) == start.statistics_year
                }
                "total" => amount::amount(value) == Some(parameters.total),
                "grund" => amount::amount(value) == Some(parameters.base),
                "behov" => {
                    amount::whole_percent(value).is_some_and(|p| need_percent(parameters.keys) == Some(p))
                }
                "sparr" => (value == "ja") == parameters.brake.is_some(),
                "sparrprocent" => parameters.brake.is_some_and(|b| amount::percent(value) == Some(b.at_most)),
                "undantag" => parameters.brake.is_some_and(|b| (value == "ja") == b.equity_exception),
                "strategi" => value == strategy_slug(parameters.strategy),
                _ => false,
            }
        };
        Self::of(self.pairs().filter(|(name, value)| !is_so(name, value)))
    }
}

/// How much need counts, in whole per cent; `None` when that is not a whole number.
pub fn need_percent(keys: Keys) -> Option<u32> {
    let sum = u64::from(keys.need).checked_add(keys.inhabitants.into()).filter(|sum| *sum > 0)?;
    let hundredfold = u64::from(keys.need).checked_mul(100)?;
    (hundredfold % sum == 0).then(|| u32::try_from(hundredfold / sum).ok()).flatten()
}

/// Reads the parameters and gathers what is wrong with them.
struct Reader<'a> {
    query: &'a Query,
    errors: Vec<FieldError>,
}

impl Reader<'_> {
    fn parameters(&mut self, start: &Country, statistics: &Statistics) -> Vec<Change> {
        let old = &start.parameters;
        let whole = start.basis == Basis::WholeCountry;
        let unit = if whole { old.unit } else { Unit::Ore };
        let mut changes = Vec::new();
        self.field("ar", "Skriv året med fyra siffror, som 2025.", amount::year);
        let base = self.money("grund", unit);
        changes.extend(base.filter(|base| *base != old.base).map(|base| Change::Base { base }));
        if !whole {
            return changes;
        }
        let total = self.money("total", unit);
        changes.extend(total.filter(|total| *total != old.total).map(|total| Change::Total { total }));
        let need = self.field(
            "behov",
            "Skriv hur mycket behovet räknas i hela procent, från 0 till 100, som 75.",
            amount::whole_percent,
        );
        let need = need.filter(|percent| need_percent(old.keys) != Some(*percent));
        changes.extend(need.and_then(Keys::from_need_percent).map(|keys| Change::Keys { keys }));
        let brake = self.brake(old.brake);
        changes.extend(brake.filter(|brake| *brake != old.brake).map(|brake| Change::Brake { brake }));
        let strategy = self.strategy().filter(|strategy| *strategy != old.strategy);
        changes.extend(strategy.map(|strategy| Change::Strategy { strategy }));
        changes.extend(self.statistics(start, statistics));
        changes
    }

    /// The value of a field, if something is typed there that can be read.
    fn field<T>(&mut self, name: &'static str, says: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.query.typed.get(name);
        if text.is_empty() {
            return None;
        }
        let value = read(text);
        if value.is_none() {
            self.errors.push(FieldError::new(name, says));
        }
        value
    }

    fn money(&mut self, name: &'static str, unit: Unit) -> Option<Ore> {
        let ore = self.field(name, amount::AMOUNT, amount::amount)?;
        if ore.ore() % unit.ore() == 0 {
            return Some(ore);
        }
        let says = match unit {
            Unit::Tkr => "Skriv beloppet i hela tusental kronor, som 400 000.",
            Unit::Kr | Unit::Ore => "Skriv beloppet i hela kronor, som 400 000.",
        };
        self.errors.push(FieldError::new(name, says));
        None
    }

    /// The brake that is asked for; the outer `None` when nothing is asked for.
    fn brake(&mut self, old: Option<Brake>) -> Option<Option<Brake>> {
        let switch = self.query.typed.get("sparr");
        let percent: Option<BasisPoints> = self.field(
            "sparrprocent",
            "Skriv hur mycket ett förbund högst kan förlora i procent, som 10.",
            amount::percent,
        );
        let exception = match self.query.typed.get("undantag") {
            "ja" => Some(true),
            "nej" => Some(false),
            _ => None,
        };
        let on = match switch {
            "ja" => true,
            "nej" => false,
            _ => old.is_some(),
        };
        if !on {
            return Some(None);
        }
        let Some(at_most) = percent.or_else(|| old.map(|brake| brake.at_most)) else {
            if self.query.typed.get("sparrprocent").is_empty() {
                let says = "Skriv hur mycket ett förbund högst kan förlora i procent, som 10.";
                self.errors.push(FieldError::new("sparrprocent", says));
            }
            return None;
        };
        let equity_exception = exception.or_else(|| old.map(|brake| brake.equity_exception)).unwrap_or(true);
        Some(Some(Brake { at_most, equity_exception }))
    }

    fn strategy(&mut self) -> Option<Strategy> {
        self.field("strategi", "Välj en av strategierna i listan.", |text| {
            STRATEGIES.into_iter().find(|(_, slug)| *slug == text).map(|(strategy, _)| strategy)
        })
    }

    fn statistics(&mut self, start: &Country, statistics: &Statistics) -> Option<Change> {
        let year = self.field("statistik", "Välj ett år i listan.", |text| {
            amount::year(text)
                .filter(|year| Some(*year) == start.statistics_year || statistics.contains_key(year))
        })?;
        let figures = statistics.get(&year).filter(|_| Some(year) != start.statistics_year)?;
        Some(Change::Statistics { year, figures: figures.clone() })
    }
}
