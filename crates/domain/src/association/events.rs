//! Facts about the association. These shapes are stored for decades: add, never rename.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ids::{MemberId, PersonId};
use swedish::money::Ore;

/// What happened to the association.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// It was formed.
    Founded(Founded),
    /// A member joined.
    MemberJoined(MemberJoined),
    /// A member left.
    MemberLeft {
        /// The member.
        member: MemberId,
        /// The last day.
        on: Date,
    },
    /// The bylaws parameters that apply from a day on.
    BylawsSet {
        /// From this day.
        from: Date,
        /// The parameters.
        bylaws: Bylaws,
        /// Where they were adopted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<String>,
    },
    /// The name under which a person stands in the record.
    PersonNamed {
        /// The person.
        person: PersonId,
        /// The name as the record writes it.
        name: String,
    },
    /// The budget of a year, as its source states it.
    BudgetNoted {
        /// The budget year.
        year: i16,
        /// Income according to the budget.
        income: Ore,
        /// Where it is stated.
        source: String,
    },
    /// The board allowed participation at a distance (19 a § FinsamL).
    RemoteParticipationDecided {
        /// The day of the decision.
        on: Date,
        /// How far it goes.
        extent: String,
        /// Whether sound only is allowed too, and for which special reasons.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sound: Option<String>,
    },
    /// The office is shared with other associations.
    OfficeShared {
        /// The other associations' addresses.
        with: Vec<String>,
    },
}

/// How the association began.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Founded {
    /// Its address on the web, such as `finnveden`.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// A shorter name for lists.
    pub short_name: String,
    /// Its *organisationsnummer*, where known.
    #[serde(default)]
    pub organisationsnummer: Option<String>,
    /// Its seat (sv. *säte*).
    pub seat: String,
    /// The county.
    pub county: String,
    /// The day it was formed.
    pub on: Date,
}

/// A member joined.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MemberJoined {
    /// The member.
    pub member: MemberId,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: MemberKind,
    /// From this day.
    pub on: Date,
}

/// What a member is. Several municipalities are one cooperating party (5 § FinsamL).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MemberKind {
    /// Försäkringskassan.
    Fk,
    /// Arbetsförmedlingen.
    Af,
    /// A region (before 2020 a *landsting*).
    Region,
    /// A municipality.
    Municipality,
}

/// What the bylaws decide and rules read.
#[doc(alias = "förbundsordning")]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Bylaws {
    /// The seats of the board, by the member or members that fill them.
    pub seats: Vec<Seat>,
    /// Whether the chair decides a tie.
    pub casting_vote: bool,
    /// Days from notice to meeting, where the bylaws say.
    #[serde(default)]
    pub notice_days: Option<u32>,
    /// The members on whose boards minutes are announced.
    pub posting_members: Vec<MemberId>,
    /// How case numbers are written: `{year}` and `{no}` are filled in.
    pub case_number: String,
    /// Whether a working committee prepares the board's meetings.
    pub working_committee: bool,
    /// The administrative court for appeals.
    pub court: String,
    /// Where the minutes are kept.
    pub kept_at: String,
    /// The month and day on which the board's term begins, where it is not the law's 1 April (13 § FinsamL).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate_start: Option<(i8, i8)>,
    /// The years of the board's term, where they are fewer than the law's four (13 § FinsamL).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate_years: Option<u8>,
    /// How the members' contributions are shared within each party, where the bylaws say (9 § 8 p FinsamL).
    #[serde(default)]
    pub contributions: Option<ContributionTerms>,
}

/// How several regions and several municipalities share their parts of the contributions (5 and 5 a §§ FinsamL).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ContributionTerms {
    /// The municipalities' key.
    pub municipal_key: ShareKey,
    /// The regions' key; it matters only when they are several.
    pub region_key: ShareKey,
    /// The municipalities that belong to no region.
    #[serde(default)]
    pub outside_regions: Vec<MemberId>,
    /// Where the keys are stated.
    pub source: String,
}

/// How the members of one party share its part.
#[doc(alias = "fördelningsnyckel")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ShareKey {
    /// By inhabitants aged 18–64 on 30 November the year before the budget is fixed.
    Inhabitants,
    /// By agreed shares.
    Agreed(Vec<MemberShare>),
    /// By an own table of shares for each year.
    Table(Vec<YearShares>),
}

/// A member's share of its party's part.
#[doc(alias = "andelstal")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MemberShare {
    /// The member.
    pub member: MemberId,
    /// Its share, beside the others'.
    pub share: u64,
}

/// The shares of one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct YearShares {
    /// The year.
    pub year: i16,
    /// The shares.
    pub shares: Vec<MemberShare>,
}

/// A seat, or several, of one member, or shared by several.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Seat {
    /// Who fills it; more than one member when it is shared.
    pub members: Vec<MemberId>,
    /// How many members of the board.
    pub ordinary: u32,
    /// How many substitutes.
    pub substitutes: u32,
}
