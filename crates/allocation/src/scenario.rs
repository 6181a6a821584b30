//! A country of municipalities and associations, what it gives each of them, and what it gives under changes.
//!
//! Two ways to reckon, since two questions are asked. *The whole country* runs the state's model for everybody:
//! a merger then also raises the pool that all share. *Held need parts* starts from known budgets and keeps each
//! municipality's need part as it is, which is how a county asks what a merger costs.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::apportion::TieRule;
use crate::contributions::{ContributionError, Contributions, Funding, Key, Payer};
use crate::fraction::Fraction;
use crate::model::{AllocationError, Applicant, Need, Parameters, Run, allocate};
use swedish::money::Ore;

/// Which region a municipality belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Belongs {
    /// A region, by name.
    Region(Arc<str>),
    /// No region at all (5 a §).
    Outside,
}

/// A municipality and its statistics; `None` is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Municipality {
    /// The official code of four digits.
    pub code: Arc<str>,
    /// The name.
    pub name: Arc<str>,
    /// Its region.
    pub belongs: Option<Belongs>,
    /// The need measure.
    pub need: Option<Need>,
    /// Inhabitants 16–64 years, for the state's model.
    pub inhabitants: Option<u64>,
    /// Inhabitants 18–64 years, for the municipalities' own key.
    pub key_inhabitants: Option<u64>,
}

/// An association (sv. samordningsförbund) and what is known about its money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Association {
    /// The name.
    pub name: Arc<str>,
    /// Its municipalities, by their place in the country.
    pub municipalities: Vec<usize>,
    /// Last year's state amount.
    pub previous: Option<Ore>,
    /// The most the state can give; none is no limit.
    pub cap: Option<Ore>,
    /// Whether the brake protects it.
    pub floor_applies: Option<bool>,
    /// The state's amount beyond the base, when need parts are held.
    pub need_part: Option<Ore>,
    /// The municipalities' key.
    pub municipal_key: Key,
    /// The regions' key, when there are several.
    pub region_key: Key,
}

/// How the state's amounts are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// By the state's model for every association.
    #[default]
    WholeCountry,
    /// By each association's base and its known need part.
    HeldNeedParts,
}

impl Basis {
    /// What the basis means, for the page.
    #[must_use]
    pub const fn swedish(self) -> &'static str {
        match self {
            Self::WholeCountry => "hela landet räknas om med statens modell",
            Self::HeldNeedParts => "behovsdelarna ligger fast; bara grundtilldelning och tak ändras",
        }
    }
}

/// Everything a scenario starts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Country {
    /// The state's parameters.
    pub parameters: Parameters,
    /// How amounts are found.
    pub basis: Basis,
    /// The year, for keys that have a table by year.
    pub year: i16,
    /// Which year's statistics are used.
    pub statistics_year: Option<i16>,
    /// All municipalities, in associations or not.
    pub municipalities: Vec<Municipality>,
    /// All associations.
    pub associations: Vec<Association>,
}

/// What one association gets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AssociationOutcome {
    /// The state's amount.
    pub state: Ore,
    /// The base in it.
    pub base: Ore,
    /// What is beyond the base; below zero when a cap is below the base.
    pub need_part: Ore,
    /// What each member pays, or why that cannot be worked out.
    #[serde(serialize_with = "as_text")]
    pub contributions: Result<Contributions, ContributionError>,
}

/// What a whole country gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The state's allocation, when the whole country was reckoned.
    pub run: Option<Run>,
    /// One for each association, in their order.
    pub associations: Vec<AssociationOutcome>,
}

/// Why a country cannot be reckoned.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum OutcomeError {
    /// The state's model says no.
    #[error(transparent)]
    Allocation(#[from] AllocationError),
    /// A need part that is to be held is not known.
    #[error("behovsdelen för {0} är inte känd; ange statens belopp")]
    NeedPartUnknown(Arc<str>),
    /// Sums that cannot be held.
    #[error("talen är för stora för att räknas exakt")]
    Overflow,
}

impl Country {
    /// What the state gives each association and what every member pays.
    ///
    /// # Errors
    /// When the state's model cannot be run.
    pub fn reckon(&self) -> Result<Outcome, OutcomeError> {
        let (run, amounts) = match self.basis {
            Basis::WholeCountry => {
                let run = self.allocate()?;
                let amounts = run.lines.iter().map(|line| line.decided).collect();
                (Some(run), amounts)
            }
            Basis::HeldNeedParts => (None, self.held_amounts()?),
        };
        let mut associations = Vec::with_capacity(amounts.len());
        for (association, state) in self.associations.iter().zip(amounts) {
            let base = self.parameters.base;
            associations.push(AssociationOutcome {
                state,
                base,
                need_part: state.checked_sub(base).ok_or(OutcomeError::Overflow)?,
                contributions: self.contributions(association, state),
            });
        }
        Ok(Outcome { run, associations })
    }

    /// Runs the state's model alone, without the members' contributions.
    ///
    /// # Errors
    /// When the model cannot be run.
    pub fn allocate(&self) -> Result<Run, OutcomeError> {
        let applicants: Vec<Applicant> =
            self.associations.iter().map(|association| self.applicant(association)).collect();
        Ok(allocate(&self.parameters, &applicants)?)
    }

    /// An association's figures for the state's model: a sum with a hole is not known.
    #[must_use]
    pub fn applicant(&self, association: &Association) -> Applicant {
        let mut need = Some(Need::from_thousandths(0));
        let mut inhabitants = Some(0_u64);
        for place in &association.municipalities {
            let municipality = self.municipalities.get(*place);
            let one = municipality.and_then(|municipality| municipality.need);
            need = need.zip(one).and_then(|(sum, one)| sum.checked_add(one));
            let one = municipality.and_then(|municipality| municipality.inhabitants);
            inhabitants = inhabitants.zip(one).and_then(|(sum, one)| sum.checked_add(one));
        }
        let empty = association.municipalities.is_empty();
        Applicant {
            need: if empty { None } else { need },
            inhabitants: if empty { None } else { inhabitants },
            previous: association.previous,
            cap: association.cap,
            floor_applies: association.floor_applies,
        }
    }

    /// Who pays beside the state in an association; `None` when a municipality's region is not known.
    #[must_use]
    pub fn funding(&self, association: &Association) -> Option<Funding> {
        let mut regions: Vec<Payer> = Vec::new();
        let mut municipalities = Vec::with_capacity(association.municipalities.len());
        for place in &association.municipalities {
            let municipality = self.municipalities.get(*place)?;
            let inhabitants = municipality.key_inhabitants;
            let outside_regions = match municipality.belongs.as_ref()? {
                Belongs::Outside => true,
                Belongs::Region(name) => {
                    match regions.iter_mut().find(|region| region.name == *name) {
                        Some(region) => {
                            let both = region.inhabitants.zip(inhabitants);
                            region.inhabitants = both.and_then(|(sum, one)| sum.checked_add(one));
                        }
                        None => {
                            regions.push(Payer { name: name.clone(), inhabitants, outside_regions: false })
                        }
                    }
                    false
                }
            };
            municipalities.push(Payer { name: municipality.name.clone(), inhabitants, outside_regions });
        }
        Some(Funding {
            regions,
            municipalities,
            region_key: association.region_key.clone(),
            municipal_key: association.municipal_key.clone(),
        })
    }

    fn contributions(
        &self,
        association: &Association,
        state: Ore,
    ) -> Result<Contributions, ContributionError> {
        let funding = self.funding(association).ok_or(ContributionError::NoRegion)?;
        // Öre between equal members are shown as undecided, never given to the first in a list.
        funding.matching_state(state, self.year, TieRule::Leave)
    }

    fn held_amounts(&self) -> Result<Vec<Ore>, OutcomeError> {
        self.associations
            .iter()
            .map(|association| {
                let need_part = association
                    .need_part
                    .ok_or_else(|| OutcomeError::NeedPartUnknown(association.name.clone()))?;
                let amount = self.parameters.base.checked_add(need_part).ok_or(OutcomeError::Overflow)?;
                Ok(association.cap.map_or(amount, |cap| amount.min(cap)))
            })
            .collect()
    }
}

impl AssociationOutcome {
    /// Everybody's money: the others match the state's.
    #[must_use]
    pub const fn all(&self) -> Option<Ore> {
        self.state.checked_mul(2)
    }

    /// Everybody's money for each inhabitant 16–64 years, in öre; `None` when they are not known.
    #[must_use]
    pub fn per_inhabitant(&self, applicant: &Applicant) -> Option<Fraction> {
        Fraction::new(self.all()?.ore().into(), applicant.inhabitants?.into())
    }
}

impl Outcome {
    /// The state's amounts together.
    #[must_use]
    pub fn state(&self) -> Option<Ore> {
        Ore::sum(self.associations.iter().map(|association| association.state))
    }
}

/// Contributions as they are, or the reason there are none as its sentence.
fn as_text<S: serde::Serializer>(
    contributions: &Result<Contributions, ContributionError>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match contributions {
        Ok(contributions) => contributions.serialize(serializer),
        Err(error) => serializer.collect_str(error),
    }
}
