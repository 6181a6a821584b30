//! The part of the country that is looked at, and what its associations get together, before and after.

use std::collections::BTreeSet;

use allocation::contributions::Member;
use allocation::effect::{Comparison, Group, Pair, Side};
use allocation::scenario::{AssociationOutcome, Country, Municipality};
use swedish::money::Ore;

use super::reckoned::Reckoned;

/// A county that can be looked at by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct County {
    /// Its code, which its municipalities' codes begin with.
    pub code: String,
    /// Its name: *Jönköpings län*.
    pub name: String,
}

/// What is looked at: one county, or all there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scope<'a> {
    /// The county; none is everything.
    pub county: Option<&'a County>,
}

impl Scope<'_> {
    /// Whether a municipality is looked at.
    pub fn holds(&self, municipality: &Municipality) -> bool {
        self.county.is_none_or(|county| municipality.code.starts_with(county.code.as_str()))
    }

    /// The places of the associations that are looked at: those with a municipality here.
    pub fn associations(&self, country: &Country) -> Vec<usize> {
        let here = |place: &usize| country.municipalities.get(*place).is_some_and(|m| self.holds(m));
        let all = country.associations.iter().enumerate();
        all.filter(|(_, association)| association.municipalities.iter().any(here))
            .map(|(place, _)| place)
            .collect()
    }

    /// The groups with an association here, before or after; the changed ones first.
    pub fn groups<'g>(&self, reckoned: &'g Reckoned) -> Vec<&'g Group> {
        let named = |country: &Country| -> BTreeSet<std::sync::Arc<str>> {
            let places = self.associations(country);
            let found = places.iter().filter_map(|place| country.associations.get(*place));
            found.map(|association| association.name.clone()).collect()
        };
        let (before, after) = (named(&reckoned.before), named(&reckoned.after));
        let Comparison { groups, .. } = &reckoned.comparison;
        let here = |group: &&Group| {
            group.before.iter().any(|name| before.contains(name))
                || group.after.iter().any(|n| after.contains(n))
        };
        groups.iter().filter(here).collect()
    }
}

/// What the associations that are looked at have together, before and after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// How many they are.
    pub associations: (usize, usize),
    /// The state's bases.
    pub base: Pair,
    /// The state's amounts beyond the bases.
    pub need_part: Pair,
    /// The state's amounts.
    pub state: Pair,
    /// The regions' contributions.
    pub regions: Pair,
    /// The municipalities' contributions.
    pub municipalities: Pair,
    /// Everybody's money.
    pub all: Pair,
}

impl Totals {
    /// The sums of what is looked at.
    pub fn of(scope: &Scope<'_>, reckoned: &Reckoned) -> Self {
        let (before, after) = (One::of(scope, reckoned.side_before()), One::of(scope, reckoned.side_after()));
        let pair = |of: fn(&One) -> Option<Ore>| Pair { before: of(&before), after: of(&after) };
        Self {
            associations: (before.associations, after.associations),
            base: pair(|one| one.base),
            need_part: pair(|one| one.need_part),
            state: pair(|one| one.state),
            regions: pair(|one| one.regions),
            municipalities: pair(|one| one.municipalities),
            all: pair(|one| one.state.and_then(|state| state.checked_mul(2))),
        }
    }
}

/// One side's sums; `None` where a part is not known.
struct One {
    associations: usize,
    base: Option<Ore>,
    need_part: Option<Ore>,
    state: Option<Ore>,
    regions: Option<Ore>,
    municipalities: Option<Ore>,
}

impl One {
    fn of(scope: &Scope<'_>, side: Side<'_>) -> Self {
        let places = scope.associations(side.country);
        let outcomes: Vec<&AssociationOutcome> =
            places.iter().filter_map(|place| side.outcome.associations.get(*place)).collect();
        let sum = |of: fn(&AssociationOutcome) -> Ore| Ore::sum(outcomes.iter().map(|outcome| of(outcome)));
        let paid = |by: fn(Member) -> bool| {
            outcomes.iter().try_fold(Ore::ZERO, |sum, outcome| {
                let contributions = outcome.contributions.as_ref().ok()?;
                let lines = contributions.lines.iter().filter(|line| by(line.member));
                sum.checked_add(Ore::sum(lines.map(|line| line.amount))?)
            })
        };
        Self {
            associations: places.len(),
            base: sum(|outcome| outcome.base),
            need_part: sum(|outcome| outcome.need_part),
            state: sum(|outcome| outcome.state),
            regions: paid(|member| matches!(member, Member::Region(_))),
            municipalities: paid(|member| matches!(member, Member::Municipality(_))),
        }
    }
}
