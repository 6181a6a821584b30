//! What a decision or a proposal means for an initiative, as the fields say it.

use std::collections::BTreeMap;

use desk::sent::Reader;
use domain::initiative::events::{BoardOutcome, Grant};
use jiff::civil::Date;
use swedish::money::Ore;
use swedish::reading::{self, Unread};

use super::stage;

/// The outcome that was chosen; none where the form does not ask for one.
pub(super) fn read(read: &mut Reader<'_>) -> Option<BoardOutcome> {
    match read.text("outcome").as_str() {
        "granted" => Some(BoardOutcome::Granted(grant(read))),
        "rejected" => Some(BoardOutcome::Rejected { why: read.text("why") }),
        "sent_back" => Some(BoardOutcome::SentBack { why: read.text("why") }),
        "" => None,
        _ => {
            read.wrong("outcome", "Välj om ansökan beviljas, avslås eller återremitteras.");
            None
        }
    }
}

fn grant(read: &mut Reader<'_>) -> Grant {
    Grant {
        amounts: amounts(read),
        from: read.maybe_date("grant_from"),
        until: read.maybe_date("until"),
        conditions: stage::lines(&read.text("conditions")),
        reporting: reporting(read),
        financing: read.text("financing"),
        fixes_method: read.ticked("fixes_method"),
    }
}

/// The amounts beside their years; a row without an amount is empty.
fn amounts(read: &mut Reader<'_>) -> BTreeMap<i16, Ore> {
    let rows: Vec<(String, String)> = read.all("amount_year").into_iter().zip(read.all("amounts")).collect();
    let mut amounts = BTreeMap::new();
    for (year, sum) in rows.iter().filter(|(_, sum)| !sum.is_empty()) {
        match (reading::year(year), Ore::read(sum)) {
            (Ok(year), Ok(sum)) => {
                if amounts.insert(year, sum).is_some() {
                    read.wrong("amount_year", format!("Ange varje år en gång; {year} står två gånger."));
                }
            }
            (Err(why), _) => read.wrong("amount_year", why.to_string()),
            (Ok(_), Err(_)) => read.wrong("amounts", Unread::Amounts.to_string()),
        }
    }
    amounts
}

fn reporting(read: &mut Reader<'_>) -> Vec<Date> {
    let typed = stage::lines(&read.text("reporting"));
    let days: Vec<Date> = typed.iter().filter_map(|day| reading::day(day).ok()).collect();
    if days.len() < typed.len() {
        read.wrong("reporting", Unread::Days.to_string());
    }
    days
}
