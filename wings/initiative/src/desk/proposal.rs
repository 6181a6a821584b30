//! `/f/{forbund}/insatser/{insats}/forslag` and `/beredning`: a proposal, by the preparatory group and by the working
//! committee to the board.

use std::collections::BTreeMap;

use desk::sent::{Reader, Sent};
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::initiative::committee::PrepareForBoard;
use domain::initiative::events::{Grant, Recommendation};
use domain::initiative::prepare::ProposeDecision;
use jiff::civil::Date;
use swedish::money::Ore;
use swedish::reading::{self, Unread};

use super::step;
use crate::pages::{Act, forms};

/// The rows that grow.
const ROWS: &[(&str, &[&str])] = &[("reporting", &["reporting_day"])];

/// `GET …/forslag`.
pub(super) async fn new(visitor: Visitor) -> Answer {
    step::open(&visitor, Act::Propose, forms::filled_proposal, forms::propose)
}

/// `POST …/forslag`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    if let Some(longer) = step::longer(&visitor, &sent, Act::Propose, ROWS, forms::propose) {
        return longer;
    }
    let mut read = sent.read();
    let propose = ProposeDecision { initiative: step::named(&visitor)?, proposal: proposal(&mut read) };
    let command = read.into(Command::from(propose));
    step::take(&visitor, &sent, Act::Propose, command, forms::propose, "initiative-said-proposed").await
}

/// `GET …/beredning`.
pub(super) async fn new_to_board(visitor: Visitor) -> Answer {
    step::open(&visitor, Act::Prepare, forms::filled_proposal, forms::prepare)
}

/// `POST …/beredning`.
pub(super) async fn create_to_board(visitor: Visitor, sent: Sent) -> Answer {
    if let Some(longer) = step::longer(&visitor, &sent, Act::Prepare, ROWS, forms::prepare) {
        return longer;
    }
    let mut read = sent.read();
    let prepare = PrepareForBoard { initiative: step::named(&visitor)?, proposal: proposal(&mut read) };
    let command = read.into(Command::from(prepare));
    step::take(&visitor, &sent, Act::Prepare, command, forms::prepare, "initiative-said-prepared").await
}

/// The proposal as it stands in the fields; what is granted counts only when it is to be approved.
fn proposal(read: &mut Reader<'_>) -> Recommendation {
    let way = read.text("approve");
    if way != "ja" && way != "nej" {
        read.wrong("approve", "Välj om ansökan ska beviljas eller avslås.");
    }
    let approve = way == "ja";
    Recommendation {
        approve,
        clauses: step::lines(&read.text("clauses")),
        grounds: read.text("grounds"),
        grant: approve.then(|| grant(read)),
    }
}

fn grant(read: &mut Reader<'_>) -> Grant {
    Grant {
        amounts: amounts(read),
        from: read.maybe_date("from"),
        until: read.maybe_date("until"),
        conditions: step::lines(&read.text("conditions")),
        reporting: reporting(read),
        financing: read.text("financing"),
        fixes_method: false,
    }
}

/// The amounts beside their years; a year that is left empty is not granted.
fn amounts(read: &mut Reader<'_>) -> BTreeMap<i16, Ore> {
    let rows: Vec<(String, String)> = read.all("amount_year").into_iter().zip(read.all("amount")).collect();
    let mut amounts = BTreeMap::new();
    for (year, sum) in rows.iter().filter(|(_, sum)| !sum.is_empty()) {
        match (reading::year(year), Ore::read(sum)) {
            (Ok(year), Ok(sum)) => {
                amounts.insert(year, sum);
            }
            (Err(why), _) => read.wrong("amounts", why.to_string()),
            (Ok(_), Err(_)) => read.wrong("amounts", Unread::Amounts.to_string()),
        }
    }
    amounts
}

fn reporting(read: &mut Reader<'_>) -> Vec<Date> {
    let typed: Vec<String> = read.all("reporting_day").into_iter().filter(|day| !day.is_empty()).collect();
    let days: Vec<Date> = typed.iter().filter_map(|day| reading::day(day).ok()).collect();
    if days.len() < typed.len() {
        read.wrong("reporting", Unread::Days.to_string());
    }
    days
}
