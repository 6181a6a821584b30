//! Who owns what: shares by what each member has contributed over time, and what leaving or the end would give.
//!
//! So Umeåregionen's bylaws put it (11, 15 and 16 §§). Debts that assets do not cover are paid in by the statutory
//! division (22 § FinsamL with 5 §), which is another division than the shares.

use allocation::apportion::TieRule;
use allocation::liquidation::{Exit, LiquidationError, Outcome, Position as Assets, exit, liquidate};
use allocation::shares::{Payment, ShareError, ShareStatement, statement};

use crate::association::events::MemberKind;
use crate::association::state::Member;
use crate::funding::events::Position;
use crate::funding::working::{Gap, first_day};
use crate::state::Association;
use swedish::money::Ore;

/// Why it cannot be said what the end would give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoOutcome {
    /// What is needed for the statutory division is missing.
    Gap(Gap),
    /// The figures do not allow it.
    Figures(LiquidationError),
}

impl From<Position> for Assets {
    fn from(position: Position) -> Self {
        Self { assets: position.assets, liabilities: position.liabilities }
    }
}

impl Association {
    /// Everything that has been contributed, year by year.
    pub fn payments(&self) -> Vec<Payment> {
        let of_year = |year: i16| {
            let amounts = self.funding.contributions(year).unwrap_or_default();
            amounts.iter().map(move |line| Payment {
                year,
                member: self.profile.member_name(line.member).to_owned(),
                amount: line.amount,
            })
        };
        self.funding.contribution_years().into_iter().flat_map(of_year).collect()
    }

    /// The members' shares by what they have contributed up to and including a year.
    ///
    /// # Errors
    /// When nothing is known to be contributed, or somebody was paid back more than it paid.
    pub fn shares(&self, through: i16) -> Result<ShareStatement, ShareError> {
        statement(&self.payments(), through)
    }

    /// What leaving at the end of a year would mean for each who has a share, in the order of the statement.
    ///
    /// # Errors
    /// As the shares and the position allow.
    pub fn exits(
        &self,
        position: &Position,
        shares: &ShareStatement,
    ) -> Result<Vec<(String, Exit)>, LiquidationError> {
        let is_municipality = |name: &str| {
            self.profile.members.values().any(|m| m.name == name && m.kind == MemberKind::Municipality)
        };
        let remaining = |name: &str| {
            let members = self.profile.members_on(position.on);
            members.filter(|m| m.kind == MemberKind::Municipality && m.name != name).count()
        };
        let of = |name: &String| {
            let found = exit(name, position.clone().into(), shares, remaining(name), is_municipality(name))?;
            Ok((name.clone(), found))
        };
        shares.shares.iter().map(|share| of(&share.member)).collect()
    }

    /// What the end would give or cost each at the end of a year.
    ///
    /// # Errors
    /// [`NoOutcome`] when assets do not cover debts and the statutory division cannot be worked out.
    pub fn liquidation(&self, position: &Position, shares: &ShareStatement) -> Result<Outcome, NoOutcome> {
        let year = shares.through;
        let short = position.equity().is_none_or(|equity| equity < Ore::new(0));
        // What is left follows the shares alone; only what is missing needs the keys.
        let funding = if short {
            let basis = self.basis(year, Ore::new(0)).map_err(NoOutcome::Gap)?;
            basis.funding(year, &self.profile).map_err(NoOutcome::Gap)?
        } else {
            allocation::contributions::Funding::default()
        };
        liquidate(position.clone().into(), shares, &funding, TieRule::Leave).map_err(|why| match why {
            LiquidationError::Contributions(why) => NoOutcome::Gap(why.into()),
            LiquidationError::Shares(_) | LiquidationError::Position => NoOutcome::Figures(why),
        })
    }

    /// Who was a member on the first day of a year without any known contribution up to then.
    pub fn without_share(&self, shares: &ShareStatement) -> Vec<&Member> {
        let known = |name: &str| shares.shares.iter().any(|share| share.member == name);
        self.profile.members_on(first_day(shares.through)).filter(|m| !known(&m.name)).collect()
    }
}

#[cfg(test)]
mod tests {
    use allocation::liquidation::Consequence;
    use jiff::civil::date;

    use super::*;
    use crate::funding::earlier::NoteContributions;
    use crate::funding::samples::pays;
    use crate::testing::{Given, association, given};

    fn noted(year: i16, ore: [i64; 4]) -> NoteContributions {
        NoteContributions { year, source: "årsredovisning".to_owned(), amounts: pays(ore) }
    }

    fn contributed() -> Given {
        given(association()).done(noted(2024, [400, 200, 100, 100])).done(noted(2025, [400, 200, 160, 40]))
    }

    fn position(assets: i64, liabilities: i64) -> Position {
        let (assets, liabilities) = (Ore::new(assets), Ore::new(liabilities));
        Position { on: date(2025, 12, 31), assets, liabilities, source: "årsredovisning".to_owned() }
    }

    #[test]
    fn shares_follow_what_has_been_contributed_over_time() {
        let past = contributed().state;
        let exact = |year| -> Vec<(String, String)> {
            let statement = past.shares(year).unwrap();
            statement.shares.iter().map(|s| (s.member.clone(), s.share.to_string())).collect()
        };
        let of = |name: &str, share: &str| (name.to_owned(), share.to_owned());
        let first = [
            of("Försäkringskassan", "1/2"),
            of("Norrby kommun", "1/8"),
            of("Region Mellanlän", "1/4"),
            of("Söderby kommun", "1/8"),
        ];
        assert_eq!(exact(2024), first);
        assert_eq!(exact(2025)[1], of("Norrby kommun", "13/80"));
        assert_eq!(past.shares(2023), Err(ShareError::NothingPaid));
        let shares = past.shares(2025).unwrap();
        let without: Vec<&str> = past.without_share(&shares).iter().map(|m| m.name.as_str()).collect();
        assert_eq!(without, ["Arbetsförmedlingen"]);
    }

    #[test]
    fn what_is_left_follows_the_shares_and_what_is_missing_the_law() {
        let past = contributed().state;
        let shares = past.shares(2025).unwrap();
        let Outcome::Surplus { split, .. } = past.liquidation(&position(900, 100), &shares).unwrap() else {
            panic!("more assets than debts")
        };
        assert_eq!(split.parts.iter().map(|part| part.ore()).collect::<Vec<_>>(), [400, 130, 200, 70]);
        let missing = past.liquidation(&position(100, 900), &shares).unwrap_err();
        assert_eq!(missing, NoOutcome::Gap(Gap::NoKey(MemberKind::Municipality)));
    }

    #[test]
    fn a_municipality_that_leaves_others_behind_may_leave_alone() {
        let past = contributed().state;
        let shares = past.shares(2025).unwrap();
        let exits = past.exits(&position(900, 100), &shares).unwrap();
        let consequence = |at: usize| exits[at].1.consequence;
        assert_eq!((exits[1].0.as_str(), consequence(1)), ("Norrby kommun", Consequence::MayContinue));
        assert_eq!(consequence(0), Consequence::Dissolved);
        assert_eq!(exits[1].1.value.to_string(), "130");
    }
}
