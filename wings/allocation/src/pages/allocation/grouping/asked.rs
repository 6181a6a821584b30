//! The question: what is typed, and the question of the search that it becomes.

use std::collections::BTreeSet;

use allocation::model::{Need, Parameters};
use allocation::partitions::{Candidate, Objective, Outside, Pool, Question};
use allocation::scenario::Country;
use domain::FieldError;
use kit::form::{Form, Typed};

use crate::pages::allocation::query::read_amount;
use crate::pages::allocation::scope::Scope;

/// What is asked, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    typed: Typed,
}

const NAMES: [&str; 6] = ["administration", "objective", "least_activity", "fewest", "most", "pool"];

impl Asked {
    /// Reads what was typed in the form.
    pub fn of(typed: &Typed) -> Self {
        let mut own = Typed::default();
        for name in NAMES {
            let value: String = typed.get(name).trim().chars().take(40).collect();
            if !value.is_empty() {
                own.add(name, value);
            }
        }
        Self { typed: own }
    }

    /// The form with what was typed; the usual objective and pool when nothing was.
    #[must_use]
    pub fn fill(&self, mut form: Form) -> Form {
        for (name, usual) in [("objective", Objective::default().key()), ("pool", "follows")] {
            if !form.typed.has(name) {
                form.typed.set(name, usual);
            }
        }
        for (name, value) in self.typed.pairs() {
            form.typed.set(name, value);
        }
        form
    }

    /// The question of the search.
    ///
    /// # Errors
    /// What cannot be read, with what to write instead.
    pub fn question(
        &self,
        municipalities: Vec<Candidate>,
        outside: Outside,
        parameters: &Parameters,
        today: usize,
    ) -> Result<Question, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut wrong = |field, says: &str| errors.push(FieldError::new(field, says));
        let all = municipalities.len();
        let administration = read_amount(self.typed.get("administration"));
        if administration.is_none() {
            wrong("administration", "Skriv vad ett förbund kostar att administrera i kronor, som 900 000.");
        }
        let least = match self.typed.get("least_activity") {
            "" => None,
            text => {
                let amount = read_amount(text);
                if amount.is_none() {
                    wrong("least_activity", "Skriv beloppet i kronor, som 1 000 000, eller lämna tomt.");
                }
                amount
            }
        };
        let count = |name: &'static str, usual: usize| match self.typed.get(name) {
            "" => Some(usual),
            text => text.parse().ok().filter(|number| (1..=all).contains(number)),
        };
        let (fewest, most) = (count("fewest", 1), count("most", all));
        for (field, number) in [("fewest", fewest), ("most", most)] {
            if number.is_none() {
                wrong(field, &format!("Skriv ett antal från 1 till {all}, eller lämna tomt."));
            }
        }
        if let (Some(fewest), Some(most)) = (fewest, most)
            && fewest > most
        {
            wrong("most", "Skriv ett högsta antal som inte är under det lägsta.");
        }
        let key = self.typed.get("objective");
        let objective = Objective::ALL.into_iter().find(|objective| objective.key() == key);
        if objective.is_none() {
            wrong("objective", "Välj vad som är bäst.");
        }
        let held = self.typed.get("pool") == "held";
        let (Some(administration), Some(objective), Some(fewest), Some(most)) =
            (administration, objective, fewest, most)
        else {
            return Err(errors);
        };
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Question {
            municipalities,
            outside,
            total: parameters.total,
            base: parameters.base,
            keys: parameters.keys,
            pool: if held {
                Pool::HeldAt { associations: u32::try_from(today).unwrap_or(u32::MAX) }
            } else {
                Pool::Follows
            },
            administration,
            least_activity: least,
            associations: (fewest, most),
            objective,
        })
    }
}

/// The municipalities that are looked at: their places in the country, and what the search knows of them.
pub fn candidates(country: &Country, scope: &Scope<'_>) -> (Vec<usize>, Vec<Candidate>) {
    let here =
        country.municipalities.iter().enumerate().filter(|(_, municipality)| scope.holds(municipality));
    here.map(|(place, municipality)| {
        (place, Candidate { need: municipality.need, inhabitants: municipality.inhabitants, cap: None })
    })
    .unzip()
}

/// The country outside the municipalities that are grouped; `None` when a figure is not known there.
pub fn outside(country: &Country, scope: &Scope<'_>) -> Option<Outside> {
    let mut all = Outside { associations: 0, need: Need::from_thousandths(0), inhabitants: 0 };
    for association in &country.associations {
        let members =
            || association.municipalities.iter().filter_map(|place| country.municipalities.get(*place));
        if members().any(|municipality| scope.holds(municipality)) {
            continue;
        }
        all.associations = all.associations.checked_add(1)?;
        for municipality in members() {
            all.need = all.need.checked_add(municipality.need?)?;
            all.inhabitants = all.inhabitants.checked_add(municipality.inhabitants?)?;
        }
    }
    Some(all)
}

/// Today's grouping of the municipalities that are looked at, by their places in the question; `None` when one of
/// them stands outside every association, or shares one with somebody who is not looked at.
pub fn groups_of(country: &Country, places: &[usize]) -> Option<Vec<Vec<usize>>> {
    let mut groups = Vec::new();
    let mut seen = BTreeSet::new();
    for association in &country.associations {
        let inside: Vec<usize> = (0..places.len())
            .filter(|at| places.get(*at).is_some_and(|place| association.municipalities.contains(place)))
            .collect();
        if inside.is_empty() {
            continue;
        }
        if inside.len() != association.municipalities.len() {
            return None;
        }
        seen.extend(inside.iter().copied());
        groups.push(inside);
    }
    (seen.len() == places.len()).then_some(groups)
}

#[cfg(test)]
mod tests {
    use swedish::money::Ore;

    use super::*;
    use crate::pages::allocation::samples;
    use crate::pages::allocation::scope::County;

    fn asked(pairs: &[(&str, &str)]) -> Result<Question, Vec<&'static str>> {
        let county = samples::county();
        let (places, candidates) = candidates(&county, &Scope::default());
        assert_eq!(places, (0..13).collect::<Vec<_>>());
        let typed = Typed::new(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect());
        let outside = outside(&county, &Scope::default()).unwrap();
        Asked::of(&typed)
            .question(candidates, outside, &county.parameters, 3)
            .map_err(|errors| errors.into_iter().map(|error| error.field).collect())
    }

    #[test]
    fn what_is_filled_in_becomes_the_question() {
        let question =
            asked(&[("administration", "900 tkr"), ("objective", "even"), ("fewest", "2"), ("pool", "held")])
                .unwrap();
        assert_eq!(Some(question.administration), Ore::from_tkr(900));
        assert_eq!(question.objective, Objective::Even);
        assert_eq!(question.associations, (2, 13));
        assert_eq!(question.pool, Pool::HeldAt { associations: 3 });
        assert_eq!(question.least_activity, None);
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let wrong = asked(&[("least_activity", "lite"), ("fewest", "0"), ("most", "14")]).unwrap_err();
        assert_eq!(wrong, ["administration", "least_activity", "fewest", "most", "objective"]);
        let turned = [("administration", "1"), ("objective", "state"), ("fewest", "3"), ("most", "2")];
        assert_eq!(asked(&turned).unwrap_err(), ["most"]);
    }

    #[test]
    fn the_country_outside_is_everybody_else() {
        let country = samples::country();
        let county = County { code: "06".into(), name: "Jönköpings län".into() };
        let scope = Scope { county: Some(&county) };
        let (places, candidates) = candidates(&country, &scope);
        let outside = outside(&country, &scope).unwrap();
        assert_eq!((places.len(), outside.associations), (13, 77));
        let inside: u64 = candidates.iter().filter_map(|candidate| candidate.inhabitants).sum();
        let all: u64 = country.municipalities.iter().filter_map(|m| m.inhabitants).sum();
        assert_eq!(inside + outside.inhabitants, all);
        assert_eq!(groups_of(&country, &places).unwrap().len(), 3);
        assert_eq!(groups_of(&country, &places[1..]), None, "an association is cut in two");
    }
}
