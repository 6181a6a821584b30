//! How much one may ask for: each person, or each visitor's network, has so much at once and earns more with time.
//!
//! Kept in memory, by node: it is there so that nobody takes the whole machine, not to count anything. As in the pace of
//! logins, each key keeps one time, when it is fully rested again.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum What {
    /// Something that is to be done.
    Command,
    /// A paper that is to be set, or a table that is to be filled: it takes a core while it is.
    Paper,
}

/// When there are more keys than this, the rested ones are let go; if none is, nobody new is held back.
const MOST: usize = 50_000;

impl What {
    /// How many at once, and how long it takes to earn one more.
    fn pace(self) -> (i32, SignedDuration) {
        match self {
            Self::Command => (300, SignedDuration::from_millis(500)),
            Self::Paper => (60, SignedDuration::from_secs(2)),
        }
    }
}

/// Who has asked for how much.
#[derive(Debug, Default)]
pub(crate) struct Fair(Mutex<BTreeMap<(What, String), Timestamp>>);

impl Fair {
    /// Takes one, or says how many seconds it is until there is one.
    pub(crate) fn take(&self, what: What, who: &str, now: Timestamp) -> Result<(), u64> {
        let (at_once, each) = what.pace();
        let mut rested = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if rested.len() >= MOST {
            rested.retain(|_, when| *when > now);
        }
        let key = (what, who.to_owned());
        if rested.len() >= MOST && !rested.contains_key(&key) {
            return Ok(());
        }
        let when = rested.get(&key).copied().unwrap_or(now).max(now);
        let ahead = when.duration_since(now).saturating_add(each);
        // A clock that was ahead and is right again must not hold anybody longer than the whole pace.
        let whole = each.saturating_mul(at_once);
        if ahead > whole && ahead <= whole.saturating_add(each) {
            let wait = ahead.saturating_sub(whole);
            let begun = u64::from(wait.subsec_nanos() > 0);
            return Err(u64::try_from(wait.as_secs()).unwrap_or(0).saturating_add(begun));
        }
        let next = if ahead > whole { now.saturating_add(each) } else { when.saturating_add(each) };
        rested.insert(key, next.unwrap_or(now));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millisecond(1_800_000_000_000 + millis).unwrap()
    }

    #[test]
    fn so_much_at_once_and_then_as_it_is_earned() {
        let fair = Fair::default();
        for no in 0..300 {
            assert_eq!(fair.take(What::Command, "asa", at(0)), Ok(()), "{no}");
        }
        assert_eq!(fair.take(What::Command, "asa", at(0)), Err(1));
        assert_eq!(fair.take(What::Command, "asa", at(499)), Err(1));
        assert_eq!(fair.take(What::Command, "asa", at(500)), Ok(()));
        assert_eq!(fair.take(What::Command, "asa", at(500)), Err(1));
    }

    #[test]
    fn one_does_not_hold_back_another_nor_one_thing_another() {
        let fair = Fair::default();
        while fair.take(What::Paper, "asa", at(0)).is_ok() {}
        assert_eq!(fair.take(What::Paper, "asa", at(0)), Err(2));
        assert_eq!(fair.take(What::Paper, "bo", at(0)), Ok(()));
        assert_eq!(fair.take(What::Command, "asa", at(0)), Ok(()));
    }

    #[test]
    fn a_clock_that_was_ahead_holds_nobody() {
        let fair = Fair::default();
        while fair.take(What::Paper, "asa", at(1_000_000_000)).is_ok() {}
        assert_eq!(fair.take(What::Paper, "asa", at(0)), Ok(()));
    }
}
