//! The contributions of a year are fixed: what each member pays, to the öre, with everything it was worked out from.
//!
//! The amounts stand in the command, so that what is fixed is what was seen. As it happens they must be what the
//! known figures give, but for an öre that several have an equal claim to: that the decision settles.

use access::Action;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::{self, Act, Decision};
use crate::association::state::State as Profile;
use crate::decision::{Ctx, Decided, Entered, Guard, Refusal};
use crate::event::Subject;
use crate::fields::{Fields, LINE};
use crate::funding::events::{Contribution, Event, Fixed};
use crate::funding::working::Worked;
use crate::funding::{NOT_YET, YEAR, YEARS, founded, judged};
use crate::state::Association;

/// Fixes what the members contribute in a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FixContributions {
    /// The year.
    pub year: i16,
    /// The day of the decision.
    pub on: Date,
    /// Where the decision stands, such as the minutes and their §.
    pub source: String,
    /// What each pays.
    pub amounts: Vec<Contribution>,
}

impl Decision for FixContributions {
    const ACT: Act = Act {
        name: "fix_contributions",
        says: "fastställa bidragen",
        may: Action::FixContributions,
        fits: act::founded,
    };

    fn about(&self) -> Subject {
        Subject::Funding(self.year)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        founded(state)?;
        let wrong = judged::listed(state, &self.amounts)?;
        Fields::new()
            .hold(YEARS.contains(&self.year), "year", YEAR)
            .hold(self.on <= ctx.today(), "on", NOT_YET)
            .said("source", &self.source, LINE, "Skriv var beslutet står, som styrelsens protokoll § 41.")
            .also(wrong)
            .hold(
                self.amounts.iter().all(|line| line.amount.ore() >= 0),
                "amounts",
                "Skriv beloppen i kronor, noll eller mer.",
            )
            .checked()?;
        if state.funding.fixed(self.year).is_some_and(|fixed| self.is(fixed)) {
            return Ok(Decided::already());
        }
        self.after_the_last(state)?;
        let worked = self.worked(state);
        let fixed = Fixed {
            year: self.year,
            on: self.on,
            source: self.source.clone(),
            amounts: self.amounts.clone(),
            basis: worked
                .as_ref()
                .ok()
                .filter(|worked| self.follows(worked, &state.profile).is_ok())
                .map(|worked| worked.basis.clone()),
        };
        let event = crate::Event::Funding(Event::ContributionsFixed(Box::new(fixed)));
        let guard = state
            .judge_contributions(self.year, &self.amounts, self.on)
            .into_iter()
            .fold(Guard::new(ctx), Guard::ask);
        let decided = guard.pass(Subject::Funding(self.year), "fix_contributions", [event])?;
        if ctx.entered == Entered::AsItHappens {
            self.follows(&worked?, &state.profile)?;
        }
        Ok(decided)
    }
}

impl FixContributions {
    fn is(&self, fixed: &Fixed) -> bool {
        fixed.on == self.on && fixed.source == self.source && fixed.amounts == self.amounts
    }

    /// A later decision replaces an earlier one, never the other way round.
    fn after_the_last(&self, state: &Association) -> Result<(), Refusal> {
        match state.funding.fixed(self.year) {
            Some(last) if self.on < last.on => Err(Refusal::field(
                "on",
                format!(
                    "Ange en dag från och med den {}, då bidragen senast fastställdes.",
                    swedish::days::in_words(last.on)
                ),
            )),
            Some(_) | None => Ok(()),
        }
    }

    /// What the known figures give.
    fn worked(&self, state: &Association) -> Result<Worked, Refusal> {
        let Some(amount) = state.funding.working_amount(self.year) else {
            return Err(Refusal::order(
                format!("Statens belopp för {} är inte känt.", self.year),
                "Anteckna Försäkringskassans besked först.",
            ));
        };
        state.work_out(self.year, amount).map_err(|gap| Refusal::order(gap.says(), gap.instead()))
    }

    /// Whether the amounts are what the figures give, each öre of a tie at somebody who has a claim to it.
    fn follows(&self, worked: &Worked, profile: &Profile) -> Result<(), Refusal> {
        let stated = |member| self.amounts.iter().find(|line| line.member == member).map(|line| line.amount);
        for line in worked.amounts() {
            let most = worked.at_most(line.member).unwrap_or(line.amount);
            let stated = stated(line.member);
            if stated.is_none_or(|amount| amount < line.amount || amount > most) {
                let name = profile.member_name(line.member);
                let now = match stated {
                    Some(amount) => format!("inte {amount}"),
                    None => "det står inget belopp".to_owned(),
                };
                let says = format!(
                    "Efter de uppgifter som nu är antecknade bidrar {name} med {}; {now}.",
                    line.amount
                );
                return Err(Refusal::Changed(says));
            }
        }
        let others = self.amounts.len() > worked.contributions.lines.len();
        let whole = swedish::money::Ore::sum(self.amounts.iter().map(|line| line.amount));
        if others || whole != Some(worked.contributions.total) {
            let total = worked.contributions.total;
            return Err(Refusal::field(
                "amounts",
                format!("Fördela de ören som inte är avgjorda, så att bidragen blir {total} tillsammans."),
            ));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
