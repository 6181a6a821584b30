//! The facts that the rules of contributions look at.

use std::collections::BTreeSet;

use jiff::civil::Date;
use statute::rules::funding::{ContributionSplit, ContributionsFromMembersOnly};
use statute::{Finding, Judge};

use crate::association::events::MemberKind;
use crate::association::state::Member;
use crate::decision::{FieldError, Refusal};
use crate::funding::events::Contribution;
use crate::ids::MemberId;
use crate::state::Association;
use swedish::money::Ore;

impl Association {
    /// What both rules of contributions say of a year's amounts, on a day.
    pub fn judge_contributions(&self, year: i16, amounts: &[Contribution], on: Date) -> [Finding; 2] {
        [split(self, year, amounts).judge(on), from_members(self, year, amounts).judge(on)]
    }
}

/// Whether it was a member at some time of the year.
fn in_year(member: &Member, year: i16) -> bool {
    member.joined.year() <= year && member.left.is_none_or(|left| left.year() >= year)
}

fn split(state: &Association, year: i16, amounts: &[Contribution]) -> ContributionSplit {
    let profile = &state.profile;
    let terms = profile.bylaws_on(super::working::first_day(year)).and_then(|b| b.contributions.as_ref());
    let outside = |id: MemberId| terms.is_some_and(|terms| terms.outside_regions.contains(&id));
    let sum = |of: &dyn Fn(&Member) -> bool| {
        let member = |id| profile.members.get(&id);
        let own = amounts.iter().filter(|line| member(line.member).is_some_and(of));
        own.fold(0_i64, |sum, line| sum.saturating_add(line.amount.ore()))
    };
    // A party that takes part without contributing contributes nothing; a party that is not there is none.
    let party = |of: &dyn Fn(&Member) -> bool| {
        let there = profile.members.values().any(|m| in_year(m, year) && of(m));
        let amount = sum(of);
        (there || amount != 0).then_some(amount)
    };
    ContributionSplit {
        state: sum(&|m| matches!(m.kind, MemberKind::Fk | MemberKind::Af)),
        regions: party(&|m| m.kind == MemberKind::Region),
        municipalities: party(&|m| m.kind == MemberKind::Municipality && !outside(m.id)),
        outside_regions: party(&|m| m.kind == MemberKind::Municipality && outside(m.id)),
    }
}

fn from_members(state: &Association, year: i16, amounts: &[Contribution]) -> ContributionsFromMembersOnly {
    let profile = &state.profile;
    let paying = amounts.iter().filter(|line| line.amount != Ore::new(0));
    ContributionsFromMembersOnly {
        payers: paying.map(|line| profile.member_name(line.member).to_owned()).collect(),
        members: profile.members.values().filter(|m| in_year(m, year)).map(|m| m.name.clone()).collect(),
    }
}

/// What is wrong with a list of contributions as a list, before anything is judged.
///
/// # Errors
/// [`Refusal::NotFound`] for somebody who was never a member.
pub(super) fn listed(state: &Association, amounts: &[Contribution]) -> Result<Vec<FieldError>, Refusal> {
    if amounts.iter().any(|line| !state.profile.members.contains_key(&line.member)) {
        return Err(Refusal::NotFound("medlemmen"));
    }
    let once: BTreeSet<MemberId> = amounts.iter().map(|line| line.member).collect();
    Ok(crate::fields::Fields::new()
        .hold(!amounts.is_empty(), "amounts", "Skriv vad minst en medlem bidrar med.")
        .hold(once.len() == amounts.len(), "amounts", "Skriv ett belopp för varje medlem.")
        .hold(
            Ore::sum(amounts.iter().map(|line| line.amount)).is_some(),
            "amounts",
            "Skriv beloppen i kronor, som 1 600 000; summan är för stor.",
        )
        .found())
}
