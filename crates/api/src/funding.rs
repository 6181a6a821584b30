//! The association's money as JSON: the rounds with the state, and the contributions.

use allocation::asking_round::{Round, Status, What};
use axum::Json;
use desk::visitor::Visitor;
use domain::Association;
use domain::funding::events::Contribution;
use domain::funding::state::date;
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

use super::page::{Page, Part};
use super::problem::Problem;

/// The money of a year. Amounts are whole öre; what is not known is null, never zero.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FundingYear {
    /// The year.
    #[schema(example = 2027)]
    year: i16,
    /// Where the round with the state stands; null before anything happened in it.
    #[schema(value_type = Option<String>, example = "offer")]
    status: Option<Status>,
    /// The amount last told by the state or accepted, in öre.
    #[schema(example = 560_000_000)]
    told: Option<i64>,
    /// The amount decided or accepted, in öre.
    #[schema(example = 560_000_000)]
    state_amount: Option<i64>,
    /// What happened in the round, oldest first.
    steps: Vec<StepItem>,
    /// `fixed`, `noted` from a source, or null.
    #[schema(example = "fixed")]
    contributions_are: Option<&'static str>,
    /// What each member contributes.
    contributions: Vec<ContributionItem>,
}

/// A step of the round.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct StepItem {
    /// The day.
    #[schema(value_type = String, format = Date, example = "2026-04-04")]
    on: Date,
    /// What happened: its `kind`, with `amount` in öre or `reason`.
    #[schema(value_type = Object, example = json!({ "kind": "offer", "amount": 560_000_000 }))]
    what: What,
    /// Where it is stated.
    #[schema(example = "Försäkringskassans brev")]
    source: Option<String>,
}

/// What a member contributes.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ContributionItem {
    /// The member.
    #[schema(example = "Värnamo kommun")]
    member: String,
    /// In öre.
    #[schema(example = 58_253_107)]
    amount: i64,
}

/// Lists the years of the association's money.
///
/// Statens besked och medlemmarnas bidrag, år för år. What the state told and what the members contribute, by year.
#[utoipa::path(get, path = "/f/{forbund}/funding", operation_id = "list_funding", tag = "funding",
    params(("forbund" = String, Path, description = "Förbundets adress", example = "finnveden"), Part),
    responses((status = 200, description = "Medel", body = Page<FundingYear>)))]
pub(super) async fn funding(visitor: Visitor) -> Result<Json<Page<FundingYear>>, Problem> {
    let part = Part::of(&visitor)?;
    let all = visitor.read(|a| a.funding.years().into_iter().map(|year| of_year(a, year)).collect())?;
    Ok(Json(part.cut(all)))
}

fn of_year(a: &Association, year: i16) -> FundingYear {
    let funding = &a.funding;
    let round = funding.round(year);
    let are = if funding.fixed(year).is_some() {
        Some("fixed")
    } else {
        funding.noted.contains_key(&year).then_some("noted")
    };
    let contribution = |line: &Contribution| ContributionItem {
        member: a.profile.member_name(line.member).to_owned(),
        amount: line.amount.ore(),
    };
    FundingYear {
        year,
        status: round.map(Round::status),
        told: funding.standing(year).and_then(|standing| standing.amount).map(|amount| amount.ore()),
        state_amount: funding.state_amount(year).map(|amount| amount.ore()),
        steps: round.map(|round| steps(a, year, round)).unwrap_or_default(),
        contributions_are: are,
        contributions: funding.contributions(year).unwrap_or_default().iter().map(contribution).collect(),
    }
}

fn steps(a: &Association, year: i16, round: &Round) -> Vec<StepItem> {
    let step = |(place, entry): (usize, &allocation::asking_round::Entry)| StepItem {
        on: date(entry.on),
        what: entry.what.clone(),
        source: a.funding.source(year, place).map(str::to_owned),
    };
    round.history().iter().enumerate().map(step).collect()
}
