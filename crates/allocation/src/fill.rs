//! Water-filling: one level for all, each kept between its own bounds, in whole units that sum exactly.
//!
//! Every redistribution strategy is a set of straight lines `(start + level · slope) / denominator`. The level is
//! found by sweeping the points where a line leaves its lower bound or meets its upper one, in exact arithmetic.

use std::cmp::Ordering;

use crate::apportion::{Tie, give_to_largest};
use crate::fraction::compare_ratios;

/// One claimant: a line over the level, and the bounds in whole units.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    /// The value at level zero, over the common denominator.
    pub(crate) start: i128,
    /// How fast it rises; never negative.
    pub(crate) slope: i128,
    /// The least it may get.
    pub(crate) low: i128,
    /// The most it may get; at least `low`.
    pub(crate) high: Option<i128>,
}

/// Where a claimant ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    /// At the lower bound.
    Low,
    /// Between the bounds, so the level decides.
    Free,
    /// At the upper bound.
    High,
}

/// What one claimant got.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Filled {
    pub(crate) held: Held,
    /// The exact value, over [`Fill::denominator`].
    pub(crate) exact: i128,
    /// The value in whole units.
    pub(crate) whole: i128,
}

/// The whole answer.
#[derive(Clone, Debug)]
pub(crate) struct Fill {
    /// The level as numerator and positive denominator; `None` when every upper bound is reached.
    pub(crate) level: Option<(i128, i128)>,
    pub(crate) denominator: i128,
    pub(crate) parts: Vec<Filled>,
    pub(crate) tie: Option<Tie>,
}

/// Why there is no level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FillError {
    /// The lower bounds alone are more than there is.
    BoundsExceedTarget {
        /// Their sum, rounded up to whole units.
        bounds: i128,
    },
    Overflow,
}

/// A level at which one line changes from bound to free or from free to bound.
struct Event {
    level: (i128, i128),
    leaves_low: bool,
    line: usize,
}

/// The running sum while the level rises: what is bound, and what follows the level.
#[derive(Clone, Copy)]
struct Running {
    bound: i128,
    start: i128,
    slope: i128,
}

/// Finds the level at which everything sums to `target`, never above `ceiling`, and rounds to whole units.
pub(crate) fn fill(
    lines: &[Line],
    denominator: i128,
    target: i128,
    ceiling: Option<(i128, i128)>,
) -> Result<Fill, FillError> {
    let mut level = find_level(lines, denominator, target).ok_or(FillError::Overflow)??;
    if let (Some(found), Some(most)) = (level, ceiling)
        && compare_ratios(found, most) == Ordering::Greater
    {
        level = ceiling;
    }
    round(lines, denominator, level).ok_or(FillError::Overflow)
}

type Level = Option<(i128, i128)>;

fn find_level(lines: &[Line], denominator: i128, target: i128) -> Option<Result<Level, FillError>> {
    let mut running = Running { bound: 0, start: 0, slope: 0 };
    let mut events = Vec::with_capacity(lines.len() * 2);
    for (place, line) in lines.iter().enumerate() {
        if line.slope == 0 {
            match constant(line, denominator)? {
                Ok(whole) => running.bound = running.bound.checked_add(whole)?,
                Err(start) => running.start = running.start.checked_add(start)?,
            }
            continue;
        }
        running.bound = running.bound.checked_add(line.low)?;
        let at = |bound: i128| bound.checked_mul(denominator)?.checked_sub(line.start);
        events.push(Event { level: (at(line.low)?, line.slope), leaves_low: true, line: place });
        if let Some(high) = line.high {
            events.push(Event { level: (at(high)?, line.slope), leaves_low: false, line: place });
        }
    }
    let least = running.bound.checked_mul(denominator)?.checked_add(running.start)?;
    let wanted = target.checked_mul(denominator)?;
    if least > wanted {
        let bounds = least.checked_add(denominator.checked_sub(1)?)?.div_euclid(denominator);
        return Some(Err(FillError::BoundsExceedTarget { bounds }));
    }
    events.sort_unstable_by(|a, b| {
        compare_ratios(a.level, b.level).then(b.leaves_low.cmp(&a.leaves_low)).then(a.line.cmp(&b.line))
    });
    for event in &events {
        if reaches(running, denominator, wanted, event.level)? {
            return Some(Ok(Some(solve(running, denominator, wanted, event.level)?)));
        }
        let line = lines.get(event.line)?;
        if event.leaves_low {
            running.bound = running.bound.checked_sub(line.low)?;
            running.start = running.start.checked_add(line.start)?;
            running.slope = running.slope.checked_add(line.slope)?;
        } else {
            running.bound = running.bound.checked_add(line.high?)?;
            running.start = running.start.checked_sub(line.start)?;
            running.slope = running.slope.checked_sub(line.slope)?;
        }
    }
    if running.slope == 0 {
        return Some(Ok(None));
    }
    Some(Ok(Some(solve(running, denominator, wanted, (0, 1))?)))
}

/// The value of a line that does not rise: a whole bound, or its start over the denominator.
fn constant(line: &Line, denominator: i128) -> Option<Result<i128, i128>> {
    if line.start <= line.low.checked_mul(denominator)? {
        return Some(Ok(line.low));
    }
    match line.high {
        Some(high) if line.start >= high.checked_mul(denominator)? => Some(Ok(high)),
        Some(_) | None => Some(Err(line.start)),
    }
}

/// Whether the sum at `level` is at least what is wanted.
fn reaches(running: Running, denominator: i128, wanted: i128, level: (i128, i128)) -> Option<bool> {
    let fixed = running.bound.checked_mul(denominator)?.checked_add(running.start)?;
    let missing = wanted.checked_sub(fixed)?;
    if running.slope == 0 {
        return Some(missing <= 0);
    }
    Some(compare_ratios((missing, running.slope), level) != Ordering::Greater)
}

fn solve(running: Running, denominator: i128, wanted: i128, otherwise: (i128, i128)) -> Option<(i128, i128)> {
    if running.slope == 0 {
        return Some(otherwise);
    }
    let fixed = running.bound.checked_mul(denominator)?.checked_add(running.start)?;
    Some((wanted.checked_sub(fixed)?, running.slope))
}

/// Reads every line at the level and gives what is left to the largest remainders.
fn round(lines: &[Line], denominator: i128, level: Level) -> Option<Fill> {
    let (rise, over) = level.unwrap_or((0, 1));
    let denominator = denominator.checked_mul(over)?;
    let mut parts = Vec::with_capacity(lines.len());
    let mut remainders = Vec::with_capacity(lines.len());
    let mut rest: i128 = 0;
    for (place, line) in lines.iter().enumerate() {
        let value = match (level, line.high) {
            (None, Some(high)) if line.slope > 0 => high.checked_mul(denominator)?,
            (_, _) => line.start.checked_mul(over)?.checked_add(rise.checked_mul(line.slope)?)?,
        };
        let low = line.low.checked_mul(denominator)?;
        let high = line.high.map(|high| high.checked_mul(denominator));
        let (held, exact, whole) = match high {
            Some(high) if value >= high? => (Held::High, high?, line.high?),
            Some(_) | None if value <= low => (Held::Low, low, line.low),
            Some(_) | None => {
                let remainder = value.rem_euclid(denominator);
                rest = rest.checked_add(remainder)?;
                remainders.push((remainder, place));
                (Held::Free, value, value.div_euclid(denominator))
            }
        };
        parts.push(Filled { held, exact, whole });
    }
    let left = u64::try_from(rest.div_euclid(denominator)).ok()?;
    let tie = give_to_largest(&mut remainders, left, |place| {
        if let Some(part) = parts.get_mut(place) {
            part.whole = part.whole.saturating_add(1);
        }
    });
    Some(Fill { level, denominator, parts, tie })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(start: i128, slope: i128, low: i128, high: Option<i128>) -> Line {
        Line { start, slope, low, high }
    }

    fn wholes(fill: &Fill) -> Vec<i128> {
        fill.parts.iter().map(|part| part.whole).collect()
    }

    #[test]
    fn what_one_cannot_take_raises_the_others() {
        let lines = [line(0, 1, 0, Some(2)), line(0, 1, 0, None), line(0, 1, 0, None)];
        let fill = fill(&lines, 1, 12, None).unwrap();
        assert_eq!(wholes(&fill), [2, 5, 5]);
        assert_eq!(fill.level, Some((10, 2)));
    }

    #[test]
    fn when_everybody_is_full_there_is_no_level() {
        let lines = [line(0, 1, 0, Some(2)), line(0, 3, 1, Some(4))];
        let fill = fill(&lines, 1, 12, None).unwrap();
        assert_eq!((wholes(&fill), fill.level), (vec![2, 4], None));
    }

    #[test]
    fn lower_bounds_above_the_target_are_an_error() {
        let lines = [line(0, 1, 8, None), line(0, 1, 5, None)];
        assert_eq!(fill(&lines, 1, 12, None).unwrap_err(), FillError::BoundsExceedTarget { bounds: 13 });
    }

    #[test]
    fn a_ceiling_on_the_level_leaves_money_over() {
        let lines = [line(0, 1, 0, Some(2)), line(0, 1, 0, None)];
        let fill = fill(&lines, 1, 12, Some((6, 1))).unwrap();
        assert_eq!(wholes(&fill), [2, 6]);
    }

    #[test]
    fn a_line_that_does_not_rise_stays() {
        let lines = [line(3, 0, 0, None), line(0, 1, 0, None), line(9, 0, 0, Some(4))];
        assert_eq!(wholes(&fill(&lines, 1, 12, None).unwrap()), [3, 5, 4]);
    }

    fn any_line() -> impl Strategy<Value = Line> {
        (-50..50_i128, 0..40_i128, 0..60_i128, prop::option::of(0..80_i128))
            .prop_map(|(start, slope, low, room)| line(start, slope, low, room.map(|room| low + room)))
    }

    proptest! {
        #[test]
        fn bounds_hold_and_the_sum_is_the_target_or_everybody_is_full(
            lines in prop::collection::vec(any_line(), 1..30), denominator in 1..7_i128, target in 0..2_000_i128,
        ) {
            match fill(&lines, denominator, target, None) {
                Err(error) => {
                    let FillError::BoundsExceedTarget { bounds } = error else { panic!("{error:?}") };
                    prop_assert!(bounds > target);
                }
                Ok(fill) => {
                    let tied = fill.tie.as_ref().map_or(0, |tie| i128::from(tie.units));
                    let sum: i128 = wholes(&fill).iter().sum::<i128>() + tied;
                    if fill.level.is_some() { prop_assert_eq!(sum, target) } else { prop_assert!(sum <= target) }
                    for (line, part) in lines.iter().zip(&fill.parts) {
                        prop_assert!(part.whole >= line.low);
                        prop_assert!(line.high.is_none_or(|high| part.whole <= high));
                    }
                }
            }
        }

        #[test]
        fn more_to_share_gives_nobody_less(
            lines in prop::collection::vec(any_line(), 1..30), target in 0..2_000_i128, more in 1..100_i128,
        ) {
            if let (Ok(before), Ok(after)) = (fill(&lines, 1, target, None), fill(&lines, 1, target + more, None)) {
                for (before_part, after_part) in before.parts.iter().zip(&after.parts) {
                    let order = compare_ratios(
                        (before_part.exact, before.denominator), (after_part.exact, after.denominator),
                    );
                    prop_assert!(order != Ordering::Greater);
                }
            }
        }
    }
}
