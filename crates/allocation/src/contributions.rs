//! What each member pays: half, a quarter and a quarter, and the internal keys of regions and municipalities.
//!
//! Försäkringskassan bears the state's half, Arbetsförmedlingen's part included. Several municipalities are one
//! party that agrees on its own key, and so are several regions. A municipality outside every region pays the
//! other half alone when no region takes part. Beside a region it shares the municipalities' quarter, and besides
//! is counted as a region in theirs (5 a §).

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::apportion::{ApportionError, Method, TieRule, apportion};
use crate::fraction::Fraction;
use swedish::money::Ore;

/// How the payers of one party share its part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Key {
    /// By inhabitants: 18–64 years on 30 November for municipalities, those of its area for a region.
    #[default]
    Inhabitants,
    /// By agreed shares, in the order of the payers.
    Agreed(Vec<u64>),
    /// By an own table of shares for each year, in the order of the payers.
    Table(BTreeMap<i16, Vec<u64>>),
}

/// A region or a municipality that pays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payer {
    /// What it is called.
    pub name: Arc<str>,
    /// The inhabitants that its key counts; none when not known.
    pub inhabitants: Option<u64>,
    /// For a municipality: that it belongs to no region.
    #[serde(default)]
    pub outside_regions: bool,
}

/// Who pays beside the state, and by which keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Funding {
    /// The regions, as one party.
    pub regions: Vec<Payer>,
    /// The municipalities, as one party.
    pub municipalities: Vec<Payer>,
    /// The regions' key.
    #[serde(default)]
    pub region_key: Key,
    /// The municipalities' key.
    #[serde(default)]
    pub municipal_key: Key,
}

/// One paying member (sv. förbundsmedlem), by its place in the [`Funding`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Member {
    /// Försäkringskassan, for the state.
    State,
    /// A region.
    Region(usize),
    /// A municipality.
    Municipality(usize),
}

/// Which of the statutory divisions is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scheme {
    /// State a half, regions a quarter, municipalities a quarter (5 §).
    HalfQuarterQuarter,
    /// State a half, municipalities outside every region a half (5 a §).
    HalfHalf,
    /// As the ordinary one, with municipalities outside every region in the municipalities' quarter and besides
    /// counted as regions in theirs (5 a §).
    CountedAsRegion,
}

impl Scheme {
    /// What the division says, for the page.
    #[must_use]
    pub const fn swedish(self) -> &'static str {
        match self {
            Self::HalfQuarterQuarter => {
                "staten hälften, regionerna en fjärdedel, kommunerna en fjärdedel (5 §)"
            }
            Self::HalfHalf => "staten hälften, kommunen utanför region hälften (5 a §)",
            Self::CountedAsRegion => {
                "staten hälften, kommunerna en fjärdedel, regionerna en fjärdedel; kommunen utanför region \
                 är med i båda fjärdedelarna (5 a §)"
            }
        }
    }
}

/// What one member pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Who.
    pub member: Member,
    /// The amount in whole öre.
    pub amount: Ore,
    /// The amount before rounding, in öre.
    pub exact: Fraction,
    /// How much of it a municipality outside every region bears as a region, before rounding.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_region: Option<Fraction>,
}

/// An öre that several members have exactly the same claim to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MemberTie {
    /// The members with equal remainders.
    pub among: Vec<Member>,
    /// What is undecided between them.
    pub amount: Ore,
}

/// A year's contributions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Contributions {
    /// The division.
    pub scheme: Scheme,
    /// All members' contributions together.
    pub total: Ore,
    /// The state first, then regions and municipalities in their order.
    pub lines: Vec<Line>,
    /// What equal remainders leave undecided.
    pub ties: Vec<MemberTie>,
}

/// Why contributions cannot be worked out.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ContributionError {
    /// No region, though a municipality belongs to one.
    #[error("minst en region måste delta när en kommun hör till en region")]
    NoRegion,
    /// No municipality in the municipalities' party.
    #[error("minst en kommun måste delta")]
    NoMunicipality,
    /// The key counts inhabitants that are not known.
    #[error("invånarantal saknas för {0}; en saknad uppgift räknas inte som noll")]
    InhabitantsUnknown(String),
    /// The agreed shares are not as many as the payers.
    #[error("fördelningsnyckeln har {shares} andelar för {payers} betalare")]
    WrongNumberOfShares {
        /// How many shares the key has.
        shares: usize,
        /// How many payers there are.
        payers: usize,
    },
    /// The table has no shares for the year.
    #[error("fördelningsnyckelns tabell saknar år {0}")]
    NoSharesForYear(i16),
    /// Everybody's share is zero.
    #[error("alla andelar i fördelningsnyckeln är noll")]
    NoShares,
    /// A negative amount, or one that cannot be held.
    #[error("beloppet kan inte fördelas")]
    Amount,
}

impl From<ApportionError> for ContributionError {
    fn from(error: ApportionError) -> Self {
        match error {
            ApportionError::NoWeight => Self::NoShares,
            ApportionError::Overflow | ApportionError::NotTheCandidates => Self::Amount,
        }
    }
}

impl Contributions {
    /// What a member pays; `None` if it is not a member.
    #[must_use]
    pub fn amount(&self, member: Member) -> Option<Ore> {
        self.lines.iter().find(|line| line.member == member).map(|line| line.amount)
    }

    /// What the ties leave undecided in all.
    #[must_use]
    pub fn undecided(&self) -> Option<Ore> {
        Ore::sum(self.ties.iter().map(|tie| tie.amount))
    }
}

impl Funding {
    /// The name of a member; `None` if it is not one.
    #[must_use]
    pub fn name(&self, member: Member) -> Option<&str> {
        match member {
            Member::State => Some("Försäkringskassan"),
            Member::Region(place) => self.regions.get(place).map(|payer| &*payer.name),
            Member::Municipality(place) => self.municipalities.get(place).map(|payer| &*payer.name),
        }
    }

    /// Which division the law gives this funding.
    ///
    /// # Errors
    /// When a region or a municipality is missing.
    pub fn scheme(&self) -> Result<Scheme, ContributionError> {
        let outside = self.municipalities.iter().filter(|payer| payer.outside_regions).count();
        let inside = self.municipalities.len() - outside;
        match (self.regions.is_empty(), inside, outside) {
            (_, 0, 0) => Err(ContributionError::NoMunicipality),
            (true, 0, _) => Ok(Scheme::HalfHalf),
            (true, _, _) => Err(ContributionError::NoRegion),
            (false, _, 0) => Ok(Scheme::HalfQuarterQuarter),
            (false, _, _) => Ok(Scheme::CountedAsRegion),
        }
    }

    /// What everybody pays when the state pays `state`: the others together as much.
    ///
    /// # Errors
    /// When a party or a key is incomplete.
    pub fn matching_state(
        &self,
        state: Ore,
        year: i16,
        rule: TieRule,
    ) -> Result<Contributions, ContributionError> {
        let total = state.checked_mul(2).ok_or(ContributionError::Amount)?;
        let others = u64::try_from(state.ore()).map_err(|_| ContributionError::Amount)?;
        let scheme = self.scheme()?;
        let parts = if scheme == Scheme::HalfHalf {
            Parts { state: others, regional: 0, municipal: others, tied: 0 }
        } else {
            let (half, odd) = (others / 2, others % 2);
            let (listed, tied) = if rule == TieRule::Listed { (odd, 0) } else { (0, odd) };
            Parts { state: others, regional: half + listed, municipal: half, tied }
        };
        self.divide(scheme, total, parts, year, rule)
    }

    /// What everybody pays of a total: also the division of a debt that assets do not cover (22 §).
    ///
    /// # Errors
    /// When a party or a key is incomplete.
    pub fn of_total(&self, total: Ore, year: i16, rule: TieRule) -> Result<Contributions, ContributionError> {
        let units = u64::try_from(total.ore()).map_err(|_| ContributionError::Amount)?;
        let scheme = self.scheme()?;
        let shares: &[u64] = if scheme == Scheme::HalfHalf { &[1, 0, 1] } else { &[2, 1, 1] };
        let shared = apportion(units, shares, Method::LargestRemainder)?.under(rule);
        let tied = shared.tie.map_or(0, |tie| tie.units);
        let [state, regional, municipal] = shared.units.as_slice() else {
            return Err(ContributionError::Amount);
        };
        let parts = Parts { state: *state, regional: *regional, municipal: *municipal, tied };
        self.divide(scheme, total, parts, year, rule)
    }

    fn divide(
        &self,
        scheme: Scheme,
        total: Ore,
        parts: Parts,
        year: i16,
        rule: TieRule,
    ) -> Result<Contributions, ContributionError> {
        let mut contributions = Contributions { scheme, total, lines: Vec::new(), ties: Vec::new() };
        if parts.tied > 0 {
            let among = self.between_parties(scheme);
            contributions.ties.push(MemberTie { among, amount: in_ore(parts.tied)? });
        }
        let Parts { state, regional, municipal, tied: _ } = parts;
        let state = in_ore(state)?;
        let half = Fraction::new(i128::from(total.ore()), 2).unwrap_or(Fraction::ZERO);
        contributions.lines.reserve(1 + self.regions.len() + self.municipalities.len());
        contributions.lines.push(Line { member: Member::State, amount: state, exact: half, as_region: None });
        let counted_as_region = scheme == Scheme::CountedAsRegion;
        let regions = self.regions.iter().enumerate().map(|(place, payer)| (Member::Region(place), payer));
        let all = self.municipalities.iter().enumerate();
        let all = all.map(|(place, payer)| (Member::Municipality(place), payer));
        let outside = all.clone().filter(|(_, payer)| counted_as_region && payer.outside_regions);
        // Each party's exact part over the total's denominator: a quarter, or a half when it pays alone.
        let part = if scheme == Scheme::HalfHalf { 2 } else { 4 };
        let regional = Party { key: &self.region_key, amount: regional, part, year, rule };
        let municipal = Party { key: &self.municipal_key, amount: municipal, part, year, rule };
        regional.pay(&mut contributions, regions.chain(outside))?;
        municipal.pay(&mut contributions, all)?;
        if counted_as_region {
            contributions.lines = in_both_quarters(contributions.lines)?;
        }
        Ok(contributions)
    }

    /// Those an odd öre between the parties stands between.
    fn between_parties(&self, scheme: Scheme) -> Vec<Member> {
        // Regions and municipalities pay a quarter each; only where one party pays half does the state pay as much.
        let state = (scheme == Scheme::HalfHalf).then_some(Member::State);
        let regions = (0..self.regions.len()).map(Member::Region);
        let municipalities = (0..self.municipalities.len()).map(Member::Municipality);
        state.into_iter().chain(regions).chain(municipalities).collect()
    }
}

/// One line for each member, where those that bear in both quarters have one in each.
fn in_both_quarters(mut lines: Vec<Line>) -> Result<Vec<Line>, ContributionError> {
    // Stable: what is borne as a region stands before what is borne as a municipality.
    lines.sort_by_key(|line| line.member);
    let mut all: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        match all.last_mut().filter(|last| last.member == line.member) {
            Some(as_region) => {
                as_region.as_region = Some(as_region.exact);
                as_region.amount =
                    as_region.amount.checked_add(line.amount).ok_or(ContributionError::Amount)?;
                as_region.exact = as_region.exact.checked_add(line.exact).ok_or(ContributionError::Amount)?;
            }
            None => all.push(line),
        }
    }
    Ok(all)
}

/// The parties' parts in whole öre, and what two of them have equal claims to.
#[derive(Clone, Copy)]
struct Parts {
    state: u64,
    regional: u64,
    municipal: u64,
    tied: u64,
}

/// One party's part and how its payers share it.
#[derive(Clone, Copy)]
struct Party<'a> {
    key: &'a Key,
    amount: u64,
    /// The party pays one of this many equal parts of the total.
    part: i128,
    year: i16,
    rule: TieRule,
}

impl Party<'_> {
    fn pay<'a>(
        self,
        contributions: &mut Contributions,
        payers: impl Iterator<Item = (Member, &'a Payer)> + Clone,
    ) -> Result<(), ContributionError> {
        let total = i128::from(contributions.total.ore());
        let mut both = payers.clone();
        let (Some((only, _)), None) = (both.next(), both.next()) else {
            return self.share(contributions, payers);
        };
        let exact = Fraction::new(total, self.part).ok_or(ContributionError::Amount)?;
        contributions.lines.push(Line { member: only, amount: in_ore(self.amount)?, exact, as_region: None });
        Ok(())
    }

    fn share<'a>(
        self,
        contributions: &mut Contributions,
        payers: impl Iterator<Item = (Member, &'a Payer)> + Clone,
    ) -> Result<(), ContributionError> {
        let weights = self.weights(payers.clone().map(|(_, payer)| payer))?;
        if weights.is_empty() {
            return Ok(());
        }
        let shared = apportion(self.amount, &weights, Method::LargestRemainder)?.under(self.rule);
        let total = i128::from(contributions.total.ore());
        let sum: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
        let denominator = sum.max(1).checked_mul(self.part).ok_or(ContributionError::Amount)?;
        for (((member, _), weight), units) in payers.clone().zip(&weights).zip(&shared.units) {
            let numerator = total.checked_mul(i128::from(*weight)).ok_or(ContributionError::Amount)?;
            let exact = Fraction::new(numerator, denominator).ok_or(ContributionError::Amount)?;
            contributions.lines.push(Line { member, amount: in_ore(*units)?, exact, as_region: None });
        }
        if let Some(tie) = shared.tie {
            let tied = payers.enumerate().filter(|(place, _)| tie.candidates.contains(place));
            let among = tied.map(|(_, (member, _))| member).collect();
            contributions.ties.push(MemberTie { among, amount: in_ore(tie.units)? });
        }
        Ok(())
    }

    fn weights<'a>(
        self,
        payers: impl Iterator<Item = &'a Payer> + Clone,
    ) -> Result<Vec<u64>, ContributionError> {
        let shares = match self.key {
            Key::Inhabitants => {
                let unknown = |payer: &Payer| ContributionError::InhabitantsUnknown(payer.name.to_string());
                return payers.map(|payer| payer.inhabitants.ok_or_else(|| unknown(payer))).collect();
            }
            Key::Agreed(shares) => shares,
            Key::Table(years) => {
                years.get(&self.year).ok_or(ContributionError::NoSharesForYear(self.year))?
            }
        };
        let payers = payers.count();
        if shares.len() == payers || payers == 0 {
            Ok(shares.iter().copied().take(payers).collect())
        } else {
            Err(ContributionError::WrongNumberOfShares { shares: shares.len(), payers })
        }
    }
}

fn in_ore(units: u64) -> Result<Ore, ContributionError> {
    i64::try_from(units).map(Ore::new).map_err(|_| ContributionError::Amount)
}

#[cfg(test)]
mod tests;
