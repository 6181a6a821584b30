//! The notice boards (*anslagstavlor*): when the attestation is announced, and how long it must stay up.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::{days_between, days_from, next_working_day, weeks_from};
use crate::rules::{before_its_figure, by_its_last_day};
use crate::{Finding, Judge, Outcome, figure};
use swedish::days::in_words;
use swedish::list::listed;
use swedish::number::counted;

/// One notice board and its dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoardPosting {
    /// Whose board it is.
    pub board: String,
    /// The day the announcement was put up.
    #[serde(default)]
    pub posted: Option<Date>,
    /// The day it was taken down.
    #[serde(default)]
    pub taken_down: Option<Date>,
    /// The day it is planned to be taken down.
    #[serde(default)]
    pub planned_down: Option<Date>,
}

/// The last day to announce minutes that were attested on a day; moved to the next working day.
pub fn posting_due(attested: Date) -> Date {
    next_working_day(days_from(attested, figure::nearest("posting_days", attested)))
}

/// The last day to appeal, counted from the last board's posting; moved to the next working day.
pub fn appeal_period_ends(last_posting: Date) -> Date {
    next_working_day(unmoved_end(last_posting))
}

/// The first day an announcement may be taken down: the day after the last day to appeal.
pub fn earliest_take_down(last_posting: Date) -> Date {
    days_from(appeal_period_ends(last_posting), 1)
}

fn unmoved_end(last_posting: Date) -> Date {
    weeks_from(last_posting, figure::nearest("appeal_weeks", last_posting))
}

/// The boards that must show the announcement; all that are named when none is required by name.
fn required<'a>(boards: &'a [BoardPosting], names: &'a [String]) -> Vec<(&'a str, Option<&'a BoardPosting>)> {
    if names.is_empty() {
        return boards.iter().map(|board| (board.board.as_str(), Some(board))).collect();
    }
    names.iter().map(|name| (name.as_str(), boards.iter().find(|board| board.board == *name))).collect()
}

/// A board whose announcement came down before it was put up.
fn down_before_up(boards: &[BoardPosting]) -> Option<String> {
    let mut dated = boards.iter().filter_map(|board| Some((board, board.posted?, board.taken_down?)));
    let (board, _, down) = dated.find(|(_, up, down)| down < up)?;
    Some(format!("Anslaget hos {} togs ned den {}, innan det sattes upp.", board.board, in_words(down)))
}

/// Is the attestation announced on every board no later than the second day after it?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostedIn2Days {
    /// The day the minutes were attested.
    pub attested: Date,
    /// The boards and their dates.
    pub boards: Vec<BoardPosting>,
    /// The members on whose boards it must be announced; empty means all the boards above.
    #[serde(default)]
    pub required_boards: Vec<String>,
    /// Whether the meeting was recorded afterwards from a source; what the source is silent on is unknown.
    #[serde(default)]
    pub from_source: bool,
    /// The day of the question.
    pub today: Date,
}

impl Judge for PostedIn2Days {
    const RULE: &'static str = "posted-in-2-days";

    fn impossible(&self) -> Option<String> {
        down_before_up(&self.boards)
    }

    fn weigh(&self, on: Date) -> Finding {
        let Some(days) = figure::on("posting_days", on) else {
            return before_its_figure(Self::RULE, on);
        };
        let counted_to = days_from(self.attested, days);
        let due = next_working_day(counted_to);
        let boards = required(&self.boards, &self.required_boards);
        let mut late = Vec::new();
        let mut early = Vec::new();
        let mut waiting = Vec::new();
        for (name, board) in &boards {
            match board.and_then(|board| board.posted) {
                Some(day) if day < self.attested => early.push(*name),
                Some(day) if day > due => late.push((*name, day)),
                Some(_) => {}
                None => waiting.push(*name),
            }
        }
        let (outcome, says) = self.answer(due, boards.len(), &early, &late, &waiting);
        let finding = Finding::of(Self::RULE, on, outcome, says).fact("justerat", self.attested);
        let mut finding = by_its_last_day(finding, "andra dagen", counted_to, due);
        for (name, board) in &boards {
            if let Some(day) = board.and_then(|board| board.posted) {
                finding = finding.fact(&format!("anslaget hos {name}"), day);
            }
        }
        if outcome == Outcome::NotMet && !waiting.is_empty() {
            finding = finding.instead(format!("Anslå justeringen hos {} nu.", listed(&waiting)));
        }
        finding
    }
}

impl PostedIn2Days {
    fn answer(
        &self,
        due: Date,
        boards: usize,
        early: &[&str],
        late: &[(&str, Date)],
        waiting: &[&str],
    ) -> (Outcome, String) {
        let limit = in_words(due);
        if boards == 0 && self.from_source {
            return (Outcome::Unknown, "Källan nämner ingen anslagstavla.".to_owned());
        }
        if boards == 0 {
            return (Outcome::NotMet, "Ingen anslagstavla är angiven för tillkännagivandet.".to_owned());
        }
        if !early.is_empty() {
            let says = format!("Anslaget hos {} sattes upp innan protokollet var justerat.", listed(early));
            return (Outcome::NotMet, says);
        }
        if let Some((_, latest)) = late.iter().max_by_key(|(_, day)| *day) {
            let names: Vec<&str> = late.iter().map(|(name, _)| *name).collect();
            let after = counted(days_between(self.attested, *latest), "dag", "dagar");
            let says = format!(
                "Justeringen anslogs hos {} den {}, {after} efter justeringen; sista dag var den {limit}.",
                listed(&names),
                in_words(*latest),
            );
            return (Outcome::NotMet, says);
        }
        if waiting.is_empty() {
            return (Outcome::Met, format!("Justeringen är anslagen på alla {boards} anslagstavlor i tid."));
        }
        let names = listed(waiting);
        if self.from_source {
            return (Outcome::Unknown, format!("Källan säger inte när justeringen anslogs hos {names}."));
        }
        if self.today <= due {
            return (Outcome::NotYetDue, format!("Justeringen ska anslås hos {names} senast den {limit}."));
        }
        (Outcome::NotMet, format!("Justeringen är inte anslagen hos {names}; sista dag var den {limit}."))
    }
}

/// Does the announcement stay up on every board until the appeal period has ended?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostedWholeAppealTime {
    /// The boards and their dates.
    pub boards: Vec<BoardPosting>,
    /// The members on whose boards it must be announced; empty means all the boards above.
    #[serde(default)]
    pub required_boards: Vec<String>,
    /// Whether the meeting was recorded afterwards from a source; what the source is silent on is unknown.
    #[serde(default)]
    pub from_source: bool,
    /// The day of the question.
    pub today: Date,
}

impl Judge for PostedWholeAppealTime {
    const RULE: &'static str = "posted-whole-appeal-time";

    fn impossible(&self) -> Option<String> {
        down_before_up(&self.boards)
    }

    fn weigh(&self, on: Date) -> Finding {
        let boards = required(&self.boards, &self.required_boards);
        let missing: Vec<&str> = boards
            .iter()
            .filter(|(_, board)| board.is_none_or(|b| b.posted.is_none()))
            .map(|(name, _)| *name)
            .collect();
        let last = boards.iter().filter_map(|(_, board)| board.and_then(|b| b.posted)).max();
        let Some(last) = last.filter(|_| missing.is_empty()) else {
            let says = if self.from_source {
                "Källan säger inte när justeringen var anslagen överallt, så sista dagen att överklaga är okänd."
                    .to_owned()
            } else if missing.is_empty() {
                "Ingen anslagstavla är angiven; tiden för överklagande har inte börjat löpa.".to_owned()
            } else {
                format!(
                    "Tiden för överklagande har inte börjat löpa: anslag saknas hos {}.",
                    listed(&missing)
                )
            };
            let outcome = if self.from_source { Outcome::Unknown } else { Outcome::NotYetDue };
            return Finding::of(Self::RULE, on, outcome, says);
        };
        let (unmoved, end, down) = (unmoved_end(last), appeal_period_ends(last), earliest_take_down(last));
        let present: Vec<&BoardPosting> = boards.iter().filter_map(|(_, board)| *board).collect();
        let (outcome, says) = self.answer(&present, unmoved, end);
        let mut finding = Finding::of(Self::RULE, on, outcome, says)
            .fact("sista anslag", last)
            .fact("sista dag att överklaga", end)
            .fact("får tas ned tidigast", down);
        finding = by_its_last_day(finding, "tre veckor", unmoved, end);
        for board in &present {
            if let Some(day) = board.taken_down.or(board.planned_down) {
                let name = if board.taken_down.is_some() { "nedtaget hos" } else { "tas ned hos" };
                finding = finding.fact(&format!("{name} {}", board.board), day);
            }
        }
        match outcome {
            Outcome::NotMet | Outcome::NeedsJudgement => {
                finding.instead(format!("Låt anslaget sitta uppe till och med den {}.", in_words(end)))
            }
            Outcome::Met
            | Outcome::Explained
            | Outcome::NotYetDue
            | Outcome::NotApplicable
            | Outcome::Unknown => finding,
        }
    }
}

impl PostedWholeAppealTime {
    fn answer(&self, boards: &[&BoardPosting], unmoved: Date, end: Date) -> (Outcome, String) {
        let downs: Vec<(&str, Date, bool)> = boards
            .iter()
            .filter_map(|b| {
                Some((b.board.as_str(), b.taken_down.or(b.planned_down)?, b.taken_down.is_some()))
            })
            .collect();
        let last_day = in_words(end);
        let first = downs.iter().min_by_key(|(_, day, _)| *day);
        if let Some((name, day, taken)) = first.filter(|(_, day, _)| *day <= end) {
            let verb = if *taken { "togs ned" } else { "ska tas ned" };
            let down = in_words(*day);
            if *day < unmoved {
                let says = format!(
                    "Anslaget hos {name} {verb} den {down}, innan tiden för överklagande gick ut den {last_day}."
                );
                return (Outcome::NotMet, says);
            }
            let says = if *day == unmoved {
                format!("Anslaget hos {name} {verb} den {down}, på sista dagen att överklaga.")
            } else {
                format!(
                    "Anslaget hos {name} {verb} den {down}; sista dagen att överklaga flyttas till den {last_day}."
                )
            };
            return (Outcome::NeedsJudgement, format!("{says} Om det räcker avgör en människa."));
        }
        let all_down = downs.len() == boards.len() && downs.iter().all(|(_, _, taken)| *taken);
        if self.from_source && !all_down && self.today > end {
            let says = "Källan säger inte hur länge justeringen var anslagen överallt.";
            return (Outcome::Unknown, says.to_owned());
        }
        if all_down || self.today > end {
            return (
                Outcome::Met,
                format!("Anslaget satt uppe hela tiden för överklagande, till och med den {last_day}."),
            );
        }
        (
            Outcome::NotYetDue,
            format!("Anslaget ska sitta uppe till och med den {last_day}, sista dagen att överklaga."),
        )
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::is_working_day;

    fn board(posted: Date, down: Option<Date>) -> BoardPosting {
        BoardPosting { board: "Umeå".to_owned(), posted: Some(posted), taken_down: down, planned_down: None }
    }

    fn judged(boards: Vec<BoardPosting>, today: Date) -> Outcome {
        PostedWholeAppealTime { boards, required_boards: vec![], from_source: false, today }
            .judge(today)
            .outcome
    }

    proptest! {
        #[test]
        fn the_appeal_period_ends_on_a_working_day_three_weeks_on(days in 0_i64..40_000) {
            let posted = days_from(date(1992, 1, 1), days);
            let end = appeal_period_ends(posted);
            prop_assert!(is_working_day(end));
            prop_assert!((21..=26).contains(&days_between(posted, end)));
            prop_assert_eq!(earliest_take_down(posted), days_from(end, 1));
        }

        #[test]
        fn taking_down_later_is_never_worse(days in 9_000_i64..20_000, down in 0_i64..60) {
            let rank = |outcome: Outcome| match outcome {
                Outcome::NotMet => 0,
                Outcome::NeedsJudgement | Outcome::Unknown => 1,
                Outcome::Met | Outcome::Explained | Outcome::NotYetDue | Outcome::NotApplicable => 2,
            };
            let posted = days_from(date(1992, 1, 1), days);
            let today = days_from(posted, 100);
            let earlier = judged(vec![board(posted, Some(days_from(posted, down)))], today);
            let later = judged(vec![board(posted, Some(days_from(posted, down + 1)))], today);
            prop_assert!(rank(earlier) <= rank(later));
        }
    }

    #[test]
    fn the_last_board_starts_the_clock() {
        let first = board(date(2026, 3, 2), Some(date(2026, 3, 24)));
        let last = BoardPosting { board: "Vännäs".to_owned(), ..board(date(2026, 3, 9), None) };
        assert_eq!(judged(vec![first.clone()], date(2026, 5, 1)), Outcome::Met);
        assert_eq!(judged(vec![first, last], date(2026, 5, 1)), Outcome::NotMet);
    }
}
