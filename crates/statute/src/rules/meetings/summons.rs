//! Before the meeting: the notice, and when an extra meeting is held.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::{days_between, days_from};
use crate::rules::{before_its_figure, met_if};
use crate::{Finding, Judge, Outcome, figure};
use swedish::days::in_words;
use swedish::number::counted;

/// Is the notice (*kallelse*) sent in time?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticePeriod {
    /// The day the notice was sent, when it is.
    #[serde(default)]
    pub sent: Option<Date>,
    /// The day of the meeting.
    pub meeting: Date,
    /// The days that the bylaws or the rules of procedure ask for, when they say.
    #[serde(default)]
    pub days_required: Option<u32>,
    /// The day of the question; the day of the meeting when left out.
    #[serde(default)]
    pub today: Option<Date>,
}

impl NoticePeriod {
    /// What is said of a notice that is not sent.
    fn unsent(&self, on: Date, latest: Date) -> Finding {
        let last = in_words(latest);
        let finding = if self.today.unwrap_or(self.meeting) <= latest {
            let says = format!("Kallelsen ska skickas senast den {last}.");
            Finding::of(Self::RULE, on, Outcome::NotYetDue, says)
        } else {
            let says = format!("Kallelsen är inte skickad; sista dag var den {last}.");
            Finding::of(Self::RULE, on, Outcome::NotMet, says)
                .instead("Skicka kallelsen nu och skriv varför den är sen, eller flytta sammanträdet.")
        };
        finding.fact("sammanträde", self.meeting).due(latest)
    }
}

impl Judge for NoticePeriod {
    const RULE: &'static str = "notice-period";

    fn weigh(&self, on: Date) -> Finding {
        let own = self.days_required.map(i64::from);
        let Some(required) = own.or_else(|| figure::on("notice_days", on)) else {
            return before_its_figure(Self::RULE, on);
        };
        let latest = days_from(self.meeting, required.saturating_neg());
        let Some(sent) = self.sent else {
            return self.unsent(on, latest);
        };
        let ahead = days_between(sent, self.meeting);
        let met = ahead >= required;
        let says = if ahead < 0 {
            format!("Kallelsen skickades den {}, efter sammanträdet.", in_words(sent))
        } else {
            format!(
                "Kallelsen skickades den {}, {} före sammanträdet; {} krävs.",
                in_words(sent),
                counted(ahead, "dag", "dagar"),
                required
            )
        };
        let finding = Finding::of(Self::RULE, on, met_if(met), says)
            .fact("skickad", sent)
            .fact("sammanträde", self.meeting)
            .fact("dagar före", ahead)
            .fact("dagar som krävs", required)
            .fact("kravet följer av", if own.is_some() { "förbundets egen ordning" } else { "praxis" })
            .due(latest);
        if met {
            finding
        } else {
            let first = in_words(days_from(sent, required));
            finding.instead(format!(
                "Flytta sammanträdet till tidigast den {first}, eller skriv varför det inte kan vänta."
            ))
        }
    }
}

/// Is an extra meeting held when a third of the members ask for it or the chair finds it needed?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtraMeeting {
    /// Seats of the board.
    pub seats: u32,
    /// How many members ask.
    pub asking: u32,
    /// Whether the chair finds the meeting needed.
    pub chair_finds_needed: bool,
    /// The day it is or was held, when one is set.
    #[serde(default)]
    pub held: Option<Date>,
    /// The day it was asked for.
    pub asked: Date,
    /// The day of the question.
    pub today: Date,
}

impl Judge for ExtraMeeting {
    const RULE: &'static str = "extra-meeting";

    fn impossible(&self) -> Option<String> {
        if self.seats == 0 {
            return Some("Styrelsen har inga platser.".to_owned());
        }
        if self.asking > self.seats {
            return Some(format!("{} platser, men fler begär sammanträde: {}.", self.seats, self.asking));
        }
        let held = self.held.filter(|held| *held < self.asked)?;
        Some(format!("Sammanträdet hölls den {}, innan det begärdes.", in_words(held)))
    }

    fn weigh(&self, on: Date) -> Finding {
        let Some(share) = figure::on("extra_meeting_one_in", on) else {
            return before_its_figure(Self::RULE, on);
        };
        let reminder = days_from(self.asked, figure::nearest("extra_meeting_reminder_days", on));
        let enough = i64::from(self.asking) * share >= i64::from(self.seats) && self.asking > 0;
        let start = |outcome, says: String| {
            Finding::of(Self::RULE, on, outcome, says)
                .fact("ledamöter", self.seats)
                .fact("begär sammanträde", self.asking)
                .fact("ordföranden finner det behövligt", if self.chair_finds_needed { "ja" } else { "nej" })
                .fact("begärt", self.asked)
        };
        if !enough && !self.chair_finds_needed {
            let says = format!(
                "{} av {} ledamöter begär sammanträde, vilket är för få, och ordföranden finner det inte behövligt.",
                self.asking, self.seats
            );
            return start(Outcome::NotApplicable, says);
        }
        if let Some(held) = self.held {
            if held <= reminder {
                let says = format!("Det begärda sammanträdet hålls den {}.", in_words(held));
                return start(Outcome::Met, says);
            }
            let waited = counted(days_between(self.asked, held), "dag", "dagar");
            let says = format!(
                "Sammanträdet hålls den {}, {waited} efter det att det begärdes; om det är i rimlig tid avgör en människa.",
                in_words(held)
            );
            return start(Outcome::NeedsJudgement, says).due(reminder);
        }
        let waited = counted(days_between(self.asked, self.today), "dag", "dagar");
        let says =
            format!("Sammanträde begärdes den {} och är inte utsatt efter {waited}.", in_words(self.asked));
        let outcome = if self.today <= reminder { Outcome::NotYetDue } else { Outcome::NeedsJudgement };
        start(outcome, says).due(reminder).instead("Sätt ut dag för sammanträdet och skicka kallelse.")
    }
}
