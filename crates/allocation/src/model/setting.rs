//! One allocation's sums, common denominators and lines, before and after the money is spread.

use super::error;
use super::{AllocationError, Applicant, Binding, Line, NoFloor, Parameters, Run, Statistic};
use crate::apportion::TieRule;
use crate::fill::{Fill, FillError, Held, Line as FillLine};
use crate::fraction::{Fraction, gcd64};
use crate::strategy::Strategy;
use swedish::money::Ore;

/// The sums and common denominators of one allocation.
pub(super) struct Setting<'a> {
    parameters: &'a Parameters,
    unit: i128,
    pub(super) total_units: i128,
    base_units: i128,
    pool_units: i128,
    need_factor: i128,
    inhabitants_factor: i128,
    need_sum: i128,
    inhabitants_sum: i128,
    /// Divides every need measure, so that the figures stay as small as they can.
    need_grain: u64,
    weight_sum: i128,
}

impl<'a> Setting<'a> {
    pub(super) fn new(parameters: &'a Parameters, applicants: &[Applicant]) -> Result<Self, AllocationError> {
        let (need_key, inhabitants_key) =
            (u64::from(parameters.keys.need), parameters.keys.inhabitants.into());
        if applicants.is_empty() {
            return Err(AllocationError::NoApplicants);
        }
        let missing = error::missing(applicants, need_key > 0, inhabitants_key > 0);
        if !missing.is_empty() {
            return Err(AllocationError::Missing(missing));
        }
        let unit = i128::from(parameters.unit.ore());
        let total_units = error::whole_units(parameters.total, parameters.unit, "totalen")?;
        let base_units = error::whole_units(parameters.base, parameters.unit, "basbeloppet")?;
        let count = i128::try_from(applicants.len()).map_err(|_| AllocationError::Overflow)?;
        let bases = base_units.checked_mul(count).ok_or(AllocationError::Overflow)?;
        if bases > total_units {
            return Err(AllocationError::BasesExceedTotal { associations: applicants.len() });
        }
        let grain =
            applicants.iter().filter_map(|a| a.need).fold(0, |grain, need| gcd64(grain, need.0)).max(1);
        let need_sum: i128 = applicants.iter().filter_map(|a| a.need).map(|n| i128::from(n.0 / grain)).sum();
        let inhabitants_sum: i128 = applicants.iter().filter_map(|a| a.inhabitants).map(i128::from).sum();
        if need_key > 0 && need_sum == 0 {
            return Err(AllocationError::NothingToShareBy(Statistic::Need));
        }
        if inhabitants_key > 0 && inhabitants_sum == 0 {
            return Err(AllocationError::NothingToShareBy(Statistic::Inhabitants));
        }
        let common = gcd64(need_key, inhabitants_key);
        if common == 0 {
            return Err(AllocationError::NoKeys);
        }
        // weight = (a·need·P + b·inhabitants·S) / ((a + b)·S·P), and simpler when only one key counts.
        let (a, b) = (i128::from(need_key / common), i128::from(inhabitants_key / common));
        let factors = match (a, b) {
            (_, 0) => Some((1, 0, need_sum)),
            (0, _) => Some((0, 1, inhabitants_sum)),
            (_, _) => {
                let sums = need_sum.checked_mul(inhabitants_sum);
                match (a.checked_mul(inhabitants_sum), b.checked_mul(need_sum), sums) {
                    (Some(x), Some(y), Some(sums)) => sums.checked_mul(a + b).map(|sum| (x, y, sum)),
                    (_, _, _) => None,
                }
            }
        };
        let (need_factor, inhabitants_factor, weight_sum) = factors.ok_or(AllocationError::Overflow)?;
        Ok(Self {
            parameters,
            unit,
            total_units,
            base_units,
            pool_units: total_units - bases,
            need_factor,
            inhabitants_factor,
            need_sum,
            inhabitants_sum,
            need_grain: grain,
            weight_sum,
        })
    }

    /// The denominator that the strategy's lines are written over.
    pub(super) fn denominator(&self) -> i128 {
        match self.parameters.strategy {
            Strategy::Scale | Strategy::Keep => 1,
            Strategy::Equal | Strategy::Inhabitants => self.weight_sum,
        }
    }

    /// Without redistribution the need part is never scaled up.
    pub(super) fn ceiling(&self) -> Option<(i128, i128)> {
        match self.parameters.strategy {
            Strategy::Keep => Some((self.pool_units, self.weight_sum)),
            Strategy::Scale | Strategy::Equal | Strategy::Inhabitants => None,
        }
    }

    /// One applicant's figures before anything is spread, and its claim; `None` when they cannot be held.
    pub(super) fn line(
        &self,
        place: usize,
        applicant: &Applicant,
    ) -> Option<Result<(Line, FillLine), AllocationError>> {
        let need = applicant.need.map_or(0, |need| i128::from(need.0 / self.need_grain));
        let inhabitants = i128::from(applicant.inhabitants.unwrap_or(0));
        let weight = need
            .checked_mul(self.need_factor)?
            .checked_add(inhabitants.checked_mul(self.inhabitants_factor)?)?;
        let ideal = self
            .base_units
            .checked_mul(self.weight_sum)?
            .checked_add(self.pool_units.checked_mul(weight)?)?;
        let cap = match applicant.cap.map(|cap| error::not_negative(cap, place, "taket")) {
            Some(Err(error)) => return Some(Err(error)),
            Some(Ok(cap)) => Some(cap.div_euclid(self.unit)),
            None => None,
        };
        let floor = match self.floor(place, applicant)? {
            Ok(floor) => floor,
            Err(error) => return Some(Err(error)),
        };
        let low = self.base_units.max(floor.unwrap_or(0));
        let low = cap.map_or(low, |cap| low.min(cap));
        let (start, slope) = match self.parameters.strategy {
            Strategy::Scale | Strategy::Keep => (self.base_units, weight),
            Strategy::Equal => (ideal, 1),
            Strategy::Inhabitants => (ideal, inhabitants),
        };
        let line = Line {
            applicant: *applicant,
            need_share: if self.need_factor > 0 { Fraction::new(need, self.need_sum) } else { None },
            inhabitants_share: if self.inhabitants_factor > 0 {
                Fraction::new(inhabitants, self.inhabitants_sum)
            } else {
                None
            },
            weight: Fraction::new(weight, self.weight_sum)?,
            ideal: Fraction::new(ideal.checked_mul(self.unit)?, self.weight_sum)?,
            floor: match floor {
                Ok(units) => Ok(self.ore(units)?),
                Err(reason) => Err(reason),
            },
            cap: match cap {
                Some(units) => Some(self.ore(units)?),
                None => None,
            },
            binding: Binding::Level,
            exact: Fraction::ZERO,
            decided: Ore::ZERO,
            exception_unknown: floor.is_ok()
                && applicant.floor_applies.is_none()
                && self.parameters.brake.is_some_and(|brake| brake.equity_exception),
        };
        Some(Ok((line, FillLine { start, slope, low, high: cap })))
    }

    /// The brake's floor in whole units, or why there is none; `None` when it cannot be held.
    fn floor(
        &self,
        place: usize,
        applicant: &Applicant,
    ) -> Option<Result<Result<i128, NoFloor>, AllocationError>> {
        let Some(brake) = self.parameters.brake else { return Some(Ok(Err(NoFloor::BrakeOff))) };
        if brake.equity_exception && applicant.floor_applies == Some(false) {
            return Some(Ok(Err(NoFloor::EquityAboveReasonable)));
        }
        let Some(previous) = applicant.previous else { return Some(Ok(Err(NoFloor::PreviousUnknown))) };
        let previous = match error::not_negative(previous, place, "föregående års belopp") {
            Ok(previous) => previous,
            Err(error) => return Some(Err(error)),
        };
        let kept = i128::from(10_000 - brake.at_most.get());
        let whole = self.unit.checked_mul(10_000)?;
        let units = previous.checked_mul(kept)?.checked_add(whole - 1)?.div_euclid(whole);
        Some(Ok(Ok(units)))
    }

    fn ore(&self, units: i128) -> Option<Ore> {
        i64::try_from(units.checked_mul(self.unit)?).ok().map(Ore::new)
    }

    pub(super) fn refuse(&self, error: FillError) -> AllocationError {
        match error {
            FillError::BoundsExceedTarget { bounds } => match self.ore(bounds) {
                Some(floors) => AllocationError::FloorsExceedTotal { floors, total: self.parameters.total },
                None => AllocationError::Overflow,
            },
            FillError::Overflow => AllocationError::Overflow,
        }
    }

    /// Puts the level and the amounts into the lines.
    pub(super) fn finish(&self, mut lines: Vec<Line>, fill: Fill) -> Option<Run> {
        let mut sum: i128 = 0;
        let mut tie = fill.tie;
        let mut listed: Vec<usize> = Vec::new();
        if self.parameters.ties == TieRule::Listed
            && let Some(tied) = tie.take()
        {
            listed = tied.candidates.into_iter().take(usize::try_from(tied.units).ok()?).collect();
        }
        for (place, (line, part)) in lines.iter_mut().zip(&fill.parts).enumerate() {
            let whole = part.whole.checked_add(i128::from(listed.contains(&place)))?;
            line.decided = self.ore(whole)?;
            line.exact = Fraction::new(part.exact.checked_mul(self.unit)?, fill.denominator)?;
            line.binding = match (part.held, line.floor) {
                (Held::Free, _) => Binding::Level,
                (Held::High, _) => Binding::Cap,
                (Held::Low, Ok(floor)) if floor == line.decided => Binding::Floor,
                (Held::Low, _) if line.cap == Some(line.decided) => Binding::Cap,
                (Held::Low, _) => Binding::Base,
            };
            sum = sum.checked_add(whole)?;
        }
        let undecided = tie.as_ref().map_or(0, |tie| i128::from(tie.units));
        let level = match (fill.level, self.parameters.strategy) {
            (None, _) => None,
            (Some((rise, over)), Strategy::Scale | Strategy::Keep) => {
                Some(Fraction::new(rise.checked_mul(self.weight_sum)?.checked_mul(self.unit)?, over)?)
            }
            (Some((rise, over)), Strategy::Equal | Strategy::Inhabitants) => {
                Some(Fraction::new(rise.checked_mul(self.unit)?, over.checked_mul(self.weight_sum)?)?)
            }
        };
        Some(Run {
            parameters: *self.parameters,
            pool: self.ore(self.pool_units)?,
            level,
            lines,
            sum: self.ore(sum)?,
            tie,
            undecided: self.ore(undecided)?,
            left_over: self.ore(self.total_units.checked_sub(sum)?.checked_sub(undecided)?)?,
        })
    }
}
