//! Which struct answers for which rule: the only list of all rules in code.

use jiff::civil::Date;
use serde::de::DeserializeOwned;
use serde::de::Error as _;
use toml::Spanned;
use toml::de::{DeValue, Error, ValueDeserializer};

use crate::rules::funding::{ContributionSplit, ContributionsFromMembersOnly};
use crate::rules::initiatives::{
    AffectedMembersHeard, AsfLimits, BoardDecidesWhatNotHow, ImplementationPlan, NoIndividualAuthority,
    OfficeInforms, PreparedBeforeDecision, ThroughAParty, WithinPurpose,
};
use crate::rules::meetings::{
    AssignmentFollowedUp, AssignmentNamesKnownPerson, AttestedIn14Days, CorrectionByDecision,
    DelegatedReported, DelegationLimits, Disqualification, ExtraMeeting, FinancingStated, MinutesContent,
    NoticePeriod, OneVoteEach, OpenVote, ParagraphsUnique, PostedIn2Days, PostedWholeAppealTime, Quorum,
    RemoteDecision, ReservationInTime, SubstituteServes, Tie,
};
use crate::rules::members::{
    BoardEligibility, MandatePeriod, Presidium, SeatsPerMember, SharedSeat, SubstituteOrder,
};
use crate::rules::register::{AppealNotice, EntryComplete, RegisteredWithoutDelay, SecrecyMarked};
use crate::{Finding, Judge};

/// What begins the reason when facts that can be read cannot all be true.
pub(super) const IMPOSSIBLE: &str = "uppgifterna kan inte stämma: ";

/// Reads the facts of a rule and judges them.
pub(super) type Ask = fn(Spanned<DeValue<'_>>, Date) -> Result<Finding, Error>;

fn ask<J: Judge + DeserializeOwned>(facts: Spanned<DeValue<'_>>, on: Date) -> Result<Finding, Error> {
    let asked = J::deserialize(ValueDeserializer::from(facts))?;
    match asked.impossible() {
        Some(says) => Err(Error::custom(format!("{IMPOSSIBLE}{says}"))),
        None => Ok(asked.judge(on)),
    }
}

/// The reader and judge of a rule.
pub(super) fn of(rule: &str) -> Option<Ask> {
    RULES.iter().find(|(id, _)| *id == rule).map(|(_, ask)| *ask)
}

macro_rules! rules {
    ($($rule:ty),* $(,)?) => { &[$((<$rule>::RULE, ask::<$rule>)),*] };
}

/// Every rule that can be judged.
pub(super) const RULES: &[(&str, Ask)] = rules![
    NoticePeriod,
    ExtraMeeting,
    Quorum,
    SubstituteServes,
    RemoteDecision,
    Disqualification,
    OneVoteEach,
    OpenVote,
    Tie,
    ReservationInTime,
    FinancingStated,
    MinutesContent,
    AttestedIn14Days,
    ParagraphsUnique,
    CorrectionByDecision,
    PostedIn2Days,
    PostedWholeAppealTime,
    DelegationLimits,
    DelegatedReported,
    AssignmentFollowedUp,
    AssignmentNamesKnownPerson,
    SeatsPerMember,
    SharedSeat,
    BoardEligibility,
    SubstituteOrder,
    MandatePeriod,
    Presidium,
    ContributionSplit,
    ContributionsFromMembersOnly,
    WithinPurpose,
    NoIndividualAuthority,
    ThroughAParty,
    AsfLimits,
    PreparedBeforeDecision,
    ImplementationPlan,
    AffectedMembersHeard,
    BoardDecidesWhatNotHow,
    OfficeInforms,
    RegisteredWithoutDelay,
    EntryComplete,
    SecrecyMarked,
    AppealNotice,
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_catalogue_and_the_code_know_the_same_rules() {
        let judged: BTreeSet<&str> = RULES.iter().map(|(id, _)| *id).collect();
        let catalogued: BTreeSet<&str> =
            crate::catalogue::rules().iter().map(|rule| rule.id.as_str()).collect();
        assert_eq!(judged, catalogued);
        assert_eq!(judged.len(), RULES.len());
    }

    /// An unknown fact makes serde list the known ones.
    #[test]
    fn the_catalogue_explains_every_fact_of_every_rule() {
        for (id, ask) in RULES {
            let facts = toml::de::DeValue::parse("{ '?' = 1 }").unwrap();
            let told = ask(facts, jiff::civil::date(2026, 1, 1)).unwrap_err().message().to_owned();
            let known: BTreeSet<&str> = told.split('`').skip(3).step_by(2).collect();
            let rule = crate::catalogue::rule(id).unwrap();
            let explained: BTreeSet<&str> = rule.facts.iter().map(|fact| fact.name.as_str()).collect();
            assert_eq!(known, explained, "{id}: {told}");
        }
    }
}
