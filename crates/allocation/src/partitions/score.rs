//! How the values of a grouping's associations become one score, larger always being better.

use super::table::INADMISSIBLE;

/// What is remembered of the associations, so that one of them can be changed without looking at the others.
pub(super) trait Score: Copy {
    /// Sums up all the values.
    fn of(values: impl Iterator<Item = i128>) -> Self;
    /// The score when one of the values is another; `None` when some association is inadmissible.
    fn replaced(self, old: i128, new: i128) -> Option<i128>;
    /// The score with one value more.
    fn added(self, new: i128) -> Option<i128>;
}

/// Everything together.
#[derive(Clone, Copy)]
pub(super) struct Total(i128);

impl Score for Total {
    fn of(values: impl Iterator<Item = i128>) -> Self {
        Self(values.sum())
    }

    fn replaced(self, old: i128, new: i128) -> Option<i128> {
        admissible(self.0 - old + new, self.0 - old + new)
    }

    fn added(self, new: i128) -> Option<i128> {
        admissible(self.0 + new, self.0 + new)
    }
}

/// The two smallest values, so that one can be taken away.
#[derive(Clone, Copy)]
pub(super) struct Least {
    smallest: i128,
    next: i128,
}

impl Least {
    fn without(self, old: i128) -> i128 {
        if old == self.smallest { self.next } else { self.smallest }
    }
}

impl Score for Least {
    fn of(values: impl Iterator<Item = i128>) -> Self {
        let mut least = Self { smallest: i128::MAX, next: i128::MAX };
        for value in values {
            if value < least.smallest {
                least = Self { smallest: value, next: least.smallest };
            } else if value < least.next {
                least.next = value;
            }
        }
        least
    }

    fn replaced(self, old: i128, new: i128) -> Option<i128> {
        let least = self.without(old).min(new);
        admissible(least, least)
    }

    fn added(self, new: i128) -> Option<i128> {
        let least = self.smallest.min(new);
        admissible(least, least)
    }
}

/// The distance between largest and smallest, below zero since less of it is better.
#[derive(Clone, Copy)]
pub(super) struct Evenness {
    least: Least,
    largest: i128,
    next_largest: i128,
}

impl Score for Evenness {
    fn of(values: impl Iterator<Item = i128>) -> Self {
        let mut evenness =
            Self { least: Least::of(std::iter::empty()), largest: i128::MIN, next_largest: i128::MIN };
        for value in values {
            let least = evenness.least;
            if value < least.smallest {
                evenness.least = Least { smallest: value, next: least.smallest };
            } else if value < least.next {
                evenness.least.next = value;
            }
            if value > evenness.largest {
                evenness.next_largest = evenness.largest;
                evenness.largest = value;
            } else if value > evenness.next_largest {
                evenness.next_largest = value;
            }
        }
        evenness
    }

    fn replaced(self, old: i128, new: i128) -> Option<i128> {
        let largest = if old == self.largest { self.next_largest } else { self.largest };
        let smallest = self.least.without(old).min(new);
        admissible(smallest, smallest.saturating_sub(largest.max(new)))
    }

    fn added(self, new: i128) -> Option<i128> {
        let smallest = self.least.smallest.min(new);
        admissible(smallest, smallest.saturating_sub(self.largest.max(new)))
    }
}

/// The score, unless what it rests on is pulled down by an inadmissible association.
///
/// Real values are below 2^112, so no sum of fifteen of them comes near one that is inadmissible.
fn admissible(rests_on: i128, score: i128) -> Option<i128> {
    (rests_on > INADMISSIBLE / 2).then_some(score)
}
