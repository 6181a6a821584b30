//! What the end of an association gives or costs each member, and what leaving would.
//!
//! Debts are paid first. What remains follows the members' shares; what is missing is paid by the statutory
//! division (22 § with 5 §), not by the shares. The difference matters, so both are shown.

use serde::Serialize;
use thiserror::Error;

use crate::apportion::{Split, TieRule};
use crate::contributions::{ContributionError, Contributions, Funding};
use crate::fraction::Fraction;
use crate::shares::{ShareError, ShareStatement};
use swedish::money::Ore;

/// What the association owns and owes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Position {
    /// What the assets give when they are sold.
    pub assets: Ore,
    /// What is owed.
    pub liabilities: Ore,
}

/// What a liquidation gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Outcome {
    /// Something is left, divided by the shares in the order of the share statement.
    Surplus {
        /// What is left when the debts are paid.
        amount: Ore,
        /// Each member's part.
        split: Split,
    },
    /// Something is missing, paid by the statutory division.
    Shortfall {
        /// What is missing.
        amount: Ore,
        /// What each member pays in.
        paid_in: Contributions,
    },
}

/// Why it cannot be worked out.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LiquidationError {
    /// The shares say no.
    #[error(transparent)]
    Shares(#[from] ShareError),
    /// The statutory division says no.
    #[error(transparent)]
    Contributions(#[from] ContributionError),
    /// Assets or liabilities are below zero, or cannot be held.
    #[error("tillgångar och skulder ska vara noll eller mer")]
    Position,
}

/// Pays the debts and divides what remains, or what is missing.
///
/// # Errors
/// When the position is negative, or shares or funding are incomplete.
pub fn liquidate(
    position: Position,
    shares: &ShareStatement,
    funding: &Funding,
    rule: TieRule,
) -> Result<Outcome, LiquidationError> {
    let net = net(position)?;
    if net.is_negative() {
        let amount = net.abs();
        let paid_in = funding.of_total(amount, shares.through, rule)?;
        return Ok(Outcome::Shortfall { amount, paid_in });
    }
    Ok(Outcome::Surplus { amount: net, split: shares.divide(net, rule)? })
}

/// What a member's exit means under the bylaws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Consequence {
    /// The association is dissolved, and the shares are settled.
    Dissolved,
    /// Municipalities remain, so it is dissolved only if that is decided separately.
    MayContinue,
}

/// What leaving would mean for one member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Exit {
    /// Its share of all that has been contributed.
    pub share: Fraction,
    /// Its exact part of assets less liabilities, in öre; below zero when debts are larger.
    pub value: Fraction,
    /// What happens to the association.
    pub consequence: Consequence,
}

/// What a member's exit gives, before anything is agreed.
///
/// # Errors
/// When it is not a member that has paid, or the position is negative.
pub fn exit(
    member: &str,
    position: Position,
    shares: &ShareStatement,
    municipalities_remaining: usize,
    is_municipality: bool,
) -> Result<Exit, LiquidationError> {
    let share = shares
        .shares
        .iter()
        .find(|share| share.member == member)
        .ok_or_else(|| ShareError::NotAMember(member.to_owned()))?
        .share;
    let net = Fraction::whole(net(position)?.ore().into());
    let value = net.checked_mul(share).ok_or(LiquidationError::Position)?;
    let consequence = if is_municipality && municipalities_remaining > 0 {
        Consequence::MayContinue
    } else {
        Consequence::Dissolved
    };
    Ok(Exit { share, value, consequence })
}

fn net(position: Position) -> Result<Ore, LiquidationError> {
    if position.assets.is_negative() || position.liabilities.is_negative() {
        return Err(LiquidationError::Position);
    }
    position.assets.checked_sub(position.liabilities).ok_or(LiquidationError::Position)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contributions::Payer;
    use crate::shares::{Payment, statement};

    fn shares() -> ShareStatement {
        let paid = |member: &str, amount| Payment { year: 2025, member: member.to_owned(), amount };
        let payments = [
            paid("Försäkringskassan", Ore::new(600)),
            paid("Regionen", Ore::new(200)),
            paid("Kommunen", Ore::new(200)),
        ];
        statement(&payments, 2025).unwrap()
    }

    fn funding() -> Funding {
        let payer = |name: &str| Payer { name: name.into(), inhabitants: None, outside_regions: false };
        Funding {
            regions: vec![payer("Regionen")],
            municipalities: vec![payer("Kommunen")],
            ..Funding::default()
        }
    }

    #[test]
    fn what_is_left_follows_the_shares() {
        let position = Position { assets: Ore::new(1500), liabilities: Ore::new(500) };
        let Outcome::Surplus { amount, split } =
            liquidate(position, &shares(), &funding(), TieRule::Leave).unwrap()
        else {
            panic!("more assets than debts")
        };
        assert_eq!(amount, Ore::new(1000));
        assert_eq!(split.parts, [600, 200, 200].map(Ore::new));
    }

    #[test]
    fn what_is_missing_follows_the_statute_and_not_the_shares() {
        let position = Position { assets: Ore::new(100), liabilities: Ore::new(500) };
        let Outcome::Shortfall { amount, paid_in } =
            liquidate(position, &shares(), &funding(), TieRule::Leave).unwrap()
        else {
            panic!("more debts than assets")
        };
        assert_eq!(amount, Ore::new(400));
        let amounts: Vec<i64> = paid_in.lines.iter().map(|line| line.amount.ore()).collect();
        assert_eq!(amounts, [200, 100, 100]);
    }

    #[test]
    fn leaving_dissolves_unless_municipalities_remain() {
        let position = Position { assets: Ore::new(100), liabilities: Ore::new(500) };
        let alone = exit("Kommunen", position, &shares(), 0, true).unwrap();
        assert_eq!(alone.consequence, Consequence::Dissolved);
        assert_eq!(alone.value, Fraction::whole(-80));
        let one_of = exit("Kommunen", position, &shares(), 4, true).unwrap();
        assert_eq!(one_of.consequence, Consequence::MayContinue);
        let region = exit("Regionen", position, &shares(), 4, false).unwrap();
        assert_eq!(region.consequence, Consequence::Dissolved);
        assert!(exit("Ingen", position, &shares(), 4, false).is_err());
    }
}
