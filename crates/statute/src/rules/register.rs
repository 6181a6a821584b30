//! Rules of the register (*diarium*): OSL 5 chap., and the notice of how to appeal.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::working_days_from;
use crate::rules::{before_its_figure, before_its_time, said};
use crate::{Finding, Judge, Outcome, figure};
use swedish::days::in_words;
use swedish::list::listed;

/// Is a document registered without delay?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisteredWithoutDelay {
    /// The day it was received or drawn up.
    pub received: Date,
    /// The day it was registered.
    #[serde(default)]
    pub registered: Option<Date>,
    /// Whether the entry was recorded afterwards from a source; what the source is silent on is unknown.
    #[serde(default)]
    pub from_source: bool,
    /// The day of the question.
    pub today: Date,
}

impl Judge for RegisteredWithoutDelay {
    const RULE: &'static str = "registered-without-delay";

    fn impossible(&self) -> Option<String> {
        let registered = self.registered.filter(|registered| *registered < self.received)?;
        Some(format!("Handlingen registrerades den {}, innan den kom in.", in_words(registered)))
    }

    fn weigh(&self, on: Date) -> Finding {
        let Some(days) = figure::on("register_working_days", on) else {
            return before_its_figure(Self::RULE, on);
        };
        let due = working_days_from(self.received, days);
        let limit = in_words(due);
        let (outcome, says) = match self.registered {
            Some(day) if day <= due => {
                (Outcome::Met, format!("Handlingen registrerades den {}.", in_words(day)))
            }
            Some(day) => (
                Outcome::NeedsJudgement,
                format!(
                    "Handlingen registrerades den {}, efter den {limit}; om det är utan dröjsmål avgör en människa.",
                    in_words(day)
                ),
            ),
            None if self.from_source => {
                (Outcome::Unknown, "Källan säger inte när handlingen registrerades.".to_owned())
            }
            None if self.today <= due => {
                (Outcome::NotYetDue, format!("Handlingen ska registreras senast den {limit}."))
            }
            None => (
                Outcome::NeedsJudgement,
                format!(
                    "Handlingen är inte registrerad, fast den {limit} har passerat; om det är dröjsmål avgör en människa."
                ),
            ),
        };
        let finding = Finding::of(Self::RULE, on, outcome, says).fact("inkom", self.received).due(due);
        if outcome == Outcome::NeedsJudgement && self.registered.is_none() {
            finding.instead("Registrera handlingen nu, med den dag den kom in.")
        } else {
            finding
        }
    }
}

/// Has an entry of the register its date, number, sender or receiver, and subject?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryComplete {
    /// The day the document was received or drawn up.
    #[serde(default)]
    pub date: Option<Date>,
    /// The case number (*diarienummer*).
    #[serde(default)]
    pub number: Option<String>,
    /// The pattern of the association's numbers, such as `{number}-{year}`: `{year}` stands for four digits and
    /// `{number}` for one or more; everything else stands for itself.
    #[serde(default)]
    pub pattern: Option<String>,
    /// From whom it came, or to whom it went.
    #[serde(default)]
    pub counterpart: Option<String>,
    /// What it is about, in short.
    #[serde(default)]
    pub subject: Option<String>,
}

impl Judge for EntryComplete {
    const RULE: &'static str = "entry-complete";

    fn weigh(&self, on: Date) -> Finding {
        if let Some(finding) = before_its_time(Self::RULE, on) {
            return finding;
        }
        let number = said(self.number.as_ref());
        let parts = [
            (self.date.is_some(), "datum"),
            (number.is_some(), "diarienummer"),
            (said(self.counterpart.as_ref()).is_some(), "avsändare eller mottagare"),
            (said(self.subject.as_ref()).is_some(), "vad handlingen gäller"),
        ];
        let missing: Vec<&str> = parts.iter().filter(|(there, _)| !there).map(|(_, what)| *what).collect();
        let finding = |outcome, says: String| {
            Finding::of(Self::RULE, on, outcome, says).fact("diarienummer", number.unwrap_or("saknas"))
        };
        if !missing.is_empty() {
            return finding(Outcome::NotMet, format!("I posten saknas {}.", listed(&missing)))
                .instead("Fyll i uppgifterna; de ska finnas i varje post.");
        }
        match (number, said(self.pattern.as_ref())) {
            (Some(number), Some(pattern)) if !fits(number, pattern) => {
                let says = format!("Diarienumret ”{number}” följer inte förbundets mönster ”{pattern}”.");
                finding(Outcome::NeedsJudgement, says).instead("Kontrollera numret mot handlingen.")
            }
            _ => finding(
                Outcome::Met,
                "Posten har datum, diarienummer, motpart och vad handlingen gäller.".to_owned(),
            ),
        }
    }
}

/// Whether a case number fits a pattern.
fn fits(number: &str, pattern: &str) -> bool {
    if let Some(rest) = pattern.strip_prefix("{year}") {
        let (year, after) = number.split_at(number.chars().take_while(char::is_ascii_digit).count().min(4));
        return year.len() == 4 && fits(after, rest);
    }
    if let Some(rest) = pattern.strip_prefix("{number}") {
        let digits = number.chars().take_while(char::is_ascii_digit).count();
        return (1..=digits).any(|taken| fits(number.split_at(taken).1, rest));
    }
    let mut wanted = pattern.chars();
    match (wanted.next(), number.chars().next()) {
        (None, None) => true,
        (Some(want), Some(have)) if want == have => fits(number.split_at(have.len_utf8()).1, wanted.as_str()),
        _ => false,
    }
}

/// Is secrecy marked with its section, and kept off the public pages?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecrecyMarked {
    /// Whether the document is held to be secret.
    pub secret: bool,
    /// The section of OSL that the mark names.
    #[serde(default)]
    pub section: Option<String>,
    /// Whether it stands on a public page.
    pub on_public_page: bool,
}

impl Judge for SecrecyMarked {
    const RULE: &'static str = "secrecy-marked";

    fn weigh(&self, on: Date) -> Finding {
        if let Some(finding) = before_its_time(Self::RULE, on) {
            return finding;
        }
        if !self.secret {
            return Finding::of(
                Self::RULE,
                on,
                Outcome::NotApplicable,
                "Handlingen är inte sekretessmarkerad.",
            );
        }
        if self.on_public_page {
            return Finding::of(
                Self::RULE,
                on,
                Outcome::NotMet,
                "Handlingen är sekretessmarkerad men står på en offentlig sida.",
            )
            .instead("Ta bort den från den offentliga sidan.");
        }
        match said(self.section.as_ref()) {
            Some(section) => {
                Finding::of(Self::RULE, on, Outcome::Met, format!("Sekretessmarkeringen anger {section}."))
                    .fact("bestämmelse", section)
            }
            None => {
                Finding::of(Self::RULE, on, Outcome::NotMet, "Sekretessmarkeringen anger ingen bestämmelse.")
                    .instead(
                        "Skriv vilken paragraf i offentlighets- och sekretesslagen markeringen bygger på.",
                    )
            }
        }
    }
}

/// Does an appealable decision say how to appeal?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppealNotice {
    /// Whether the decision can be appealed: not one that only prepares or only carries out.
    pub appealable: bool,
    /// Whether it says how.
    pub notice: bool,
}

impl Judge for AppealNotice {
    const RULE: &'static str = "appeal-notice";

    fn weigh(&self, on: Date) -> Finding {
        if !self.appealable {
            let says = "Beslutet är rent förberedande eller rent verkställande och kan inte överklagas.";
            return Finding::of(Self::RULE, on, Outcome::NotApplicable, says);
        }
        if self.notice {
            return Finding::of(Self::RULE, on, Outcome::Met, "Beslutet säger hur man överklagar.");
        }
        let weeks = figure::nearest("appeal_weeks", on);
        Finding::of(Self::RULE, on, Outcome::NotMet, "Beslutet kan överklagas men säger inte hur.").instead(
            format!(
                "Lägg till hur man överklagar: till förvaltningsrätten, inom {weeks} veckor från anslaget."
            ),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn case_numbers_of_the_sources_fit_their_patterns() {
        assert!(fits("11-2012", "{number}-{year}"));
        assert!(fits("2017:03/5", "{year}:{number}/{number}"));
        assert!(fits("2014:002.1", "{year}:{number}.{number}"));
        assert!(fits("20251", "{year}{number}"));
        assert!(!fits("2015 18-2015", "{number}-{year}"));
        assert!(!fits("11-201", "{number}-{year}"));
        assert!(!fits("11-2012 b", "{number}-{year}"));
    }
}
