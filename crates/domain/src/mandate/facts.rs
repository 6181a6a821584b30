//! The facts that the rules of mandates look at, and their answers.

use jiff::civil::Date;
use statute::rules::members::{BoardEligibility, Evidence, MandatePeriod, SubstituteOrder};
use statute::{Finding, Judge};

use crate::ids::{BodyId, MemberId};
use crate::mandate::events::{Basis, Eligibility, Role};
use crate::state::Association;

/// Whether the person may be chosen by that member.
pub(crate) fn eligibility(
    state: &Association,
    member: MemberId,
    eligibility: Option<&Eligibility>,
    on: Date,
    from_source: bool,
) -> Option<Finding> {
    let evidence = match eligibility.map_or(Basis::None, |e| e.basis) {
        Basis::CouncilMember => Evidence::CouncilMember,
        Basis::CouncilSubstitute => Evidence::CouncilSubstitute,
        Basis::Employee => Evidence::Employee,
        Basis::None => Evidence::None,
    };
    let member_kind = state.profile.members.get(&member)?.kind.into();
    let seen_on = eligibility.and_then(|e| e.seen_on);
    Some(BoardEligibility { member_kind, evidence, seen_on, from_source }.judge(on))
}

/// Whether the order of a member's substitutes is fixed once one more has a place in it.
pub(crate) fn order_of_substitutes(
    state: &Association,
    body: BodyId,
    member: MemberId,
    new: u32,
    on: Date,
) -> Finding {
    let there = state.mandates.substitutes(body, member, on).into_iter().filter_map(|m| match m.given.role {
        Role::Substitute { order } => Some(order),
        Role::Member | Role::Director | Role::Officer => None,
    });
    SubstituteOrder { orders: there.chain([new]).collect() }.judge(on)
}

/// Whether a mandate runs for the time that follows the general election before it.
pub(crate) fn period(state: &Association, from: Date, until: Date, from_source: bool) -> Finding {
    let bylaws = state.profile.bylaws_on(from);
    let start = bylaws.and_then(|bylaws| bylaws.mandate_start);
    let election_year = election_before(from, start.unwrap_or(BY_LAW));
    let first = start.and_then(|(month, day)| Date::new(election_year.checked_add(1)?, month, day).ok());
    MandatePeriod {
        from,
        until,
        election_year,
        extended_until: None,
        bylaws_start: first,
        bylaws_years: bylaws.and_then(|bylaws| bylaws.mandate_years).map(i16::from),
        from_source,
    }
    .judge(from)
}

/// The month and day on which a term begins by law.
const BY_LAW: (i8, i8) = (4, 1);

/// The general election whose term had begun on a day: every fourth year since 1994, the term from a day of the year
/// after.
fn election_before(day: Date, start: (i8, i8)) -> i16 {
    let last = if (day.month(), day.day()) >= start { day.year() - 1 } else { day.year() - 2 };
    last - (last - 1994).rem_euclid(4)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{BY_LAW, election_before};

    #[test]
    fn a_mandate_follows_the_election_of_the_autumn_before() {
        for (day, year) in [
            (date(2023, 4, 1), 2022),
            (date(2023, 3, 31), 2018),
            (date(2026, 12, 31), 2022),
            (date(2027, 4, 1), 2026),
        ] {
            assert_eq!(election_before(day, BY_LAW), year, "{day}");
        }
        assert_eq!(election_before(date(2023, 1, 1), (1, 1)), 2022);
        assert_eq!(election_before(date(2022, 12, 31), (1, 1)), 2018);
    }
}
