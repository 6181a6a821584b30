//! The minutes (*protokoll*): what they show, when they are attested, how their paragraphs run, how they are corrected.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::{days_between, days_from, next_working_day};
use crate::rules::{before_its_figure, by_its_last_day, met_if};
use crate::{Finding, Judge, Outcome, figure};
use swedish::days::in_words;
use swedish::list::listed;
use swedish::number::counted;

/// Do the minutes show what they must?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutesContent {
    /// Who served is listed.
    pub serving_listed: bool,
    /// The decisions are listed.
    pub decisions_listed: bool,
    /// Every item of the agenda has a decision or a note.
    pub every_item_decided_or_noted: bool,
    /// Each vote has its result and, when open, who voted how.
    pub votes_complete: bool,
    /// The reservations are listed.
    pub reservations_listed: bool,
    /// What else is missing, in Swedish.
    #[serde(default)]
    pub missing: Vec<String>,
    /// Whether it was recorded afterwards from a source; what the source is silent on is unknown.
    #[serde(default)]
    pub from_source: bool,
}

impl Judge for MinutesContent {
    const RULE: &'static str = "minutes-content";

    fn weigh(&self, on: Date) -> Finding {
        let parts = [
            (self.serving_listed, "vilka som tjänstgjorde"),
            (self.decisions_listed, "besluten"),
            (self.every_item_decided_or_noted, "beslut eller anteckning på varje punkt"),
            (self.votes_complete, "omröstningarna med resultat"),
            (self.reservations_listed, "reservationerna"),
        ];
        let mut missing: Vec<&str> =
            parts.iter().filter(|(there, _)| !there).map(|(_, what)| *what).collect();
        missing.extend(self.missing.iter().map(String::as_str));
        if missing.is_empty() {
            return Finding::of(Self::RULE, on, Outcome::Met, "Protokollet redovisar det som lagen kräver.");
        }
        let lacks = listed(&missing);
        if self.from_source {
            let says = format!("Källan återger inte {lacks}; om det står i protokollet är okänt.");
            return Finding::of(Self::RULE, on, Outcome::Unknown, says).fact("saknas", missing.join("; "));
        }
        Finding::of(Self::RULE, on, Outcome::NotMet, format!("I protokollet saknas {lacks}."))
            .fact("saknas", missing.join("; "))
            .instead("Komplettera protokollet innan det justeras.")
    }
}

/// Are the minutes attested (*justerade*) within fourteen days?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttestedIn14Days {
    /// The day the meeting ended.
    pub meeting: Date,
    /// The day the minutes were attested by the last who attests.
    #[serde(default)]
    pub attested: Option<Date>,
    /// Whether the meeting was recorded afterwards from a source; what the source is silent on is unknown.
    #[serde(default)]
    pub from_source: bool,
    /// The day of the question.
    pub today: Date,
}

impl Judge for AttestedIn14Days {
    const RULE: &'static str = "attested-in-14-days";

    fn impossible(&self) -> Option<String> {
        let attested = self.attested.filter(|attested| *attested < self.meeting)?;
        Some(format!("Protokollet justerades den {}, före sammanträdet.", in_words(attested)))
    }

    fn weigh(&self, on: Date) -> Finding {
        let Some(days) = figure::on("attest_days", on) else {
            return before_its_figure(Self::RULE, on);
        };
        let counted_to = days_from(self.meeting, days);
        let due = next_working_day(counted_to);
        let (outcome, says) = match self.attested {
            Some(day) => {
                let after = counted(days_between(self.meeting, day), "dag", "dagar");
                let end = if day <= due { "." } else { &format!("; sista dag var den {}.", in_words(due)) };
                (
                    met_if(day <= due),
                    format!("Protokollet justerades den {}, {after} efter sammanträdet{end}", in_words(day)),
                )
            }
            None if self.from_source => {
                (Outcome::Unknown, "Källan säger inte vilken dag protokollet justerades.".to_owned())
            }
            None if self.today <= due => {
                (Outcome::NotYetDue, format!("Protokollet ska vara justerat senast den {}.", in_words(due)))
            }
            None => {
                let late = counted(days_between(due, self.today), "dag", "dagar");
                (
                    Outcome::NotMet,
                    format!(
                        "Protokollet är inte justerat; sista dag var den {}, för {late} sedan.",
                        in_words(due)
                    ),
                )
            }
        };
        let finding = Finding::of(Self::RULE, on, outcome, says).fact("sammanträde", self.meeting);
        let mut finding = by_its_last_day(finding, "fjortonde dagen", counted_to, due);
        if let Some(day) = self.attested {
            finding = finding.fact("justerat", day).fact("dagar", days_between(self.meeting, day));
        } else if outcome == Outcome::NotMet {
            finding = finding.instead("Justera protokollet nu; dröjsmålet står kvar i efterlevnaden.");
        } else if outcome == Outcome::Unknown {
            finding = finding.instead("Anteckna dagen om en annan handling visar den.");
        }
        finding
    }
}

/// Do the paragraph numbers run on through the year, each used once?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParagraphsUnique {
    /// The numbers of these minutes, in order.
    pub numbers: Vec<u32>,
    /// The last number of the minutes before, in the same year and body.
    #[serde(default)]
    pub previous_last: Option<u32>,
}

impl Judge for ParagraphsUnique {
    const RULE: &'static str = "paragraphs-unique";

    fn weigh(&self, on: Date) -> Finding {
        let first = self.previous_last.unwrap_or(0).saturating_add(1);
        let expected: Vec<u32> = (first..).take(self.numbers.len()).collect();
        let wrong = self.numbers.iter().zip(&expected).find(|(number, expected)| number != expected);
        let says = match (self.numbers.as_slice(), wrong) {
            ([], _) => {
                return Finding::of(
                    Self::RULE,
                    on,
                    Outcome::NotApplicable,
                    "Protokollet har inga paragrafer.",
                );
            }
            ([only], None) => format!("§ {only} fortsätter årets följd."),
            ([start, .., last], None) => format!("§§ {start}–{last} fortsätter årets följd."),
            (_, Some((number, expected))) => format!("§ {number} står där § {expected} skulle stå."),
        };
        let finding =
            Finding::of(Self::RULE, on, met_if(wrong.is_none()), says).fact("första paragraf", first);
        if wrong.is_none() {
            finding
        } else {
            finding.instead(format!("Numrera paragraferna i följd från § {first}, var och en en gång."))
        }
    }
}

/// Is a change to attested minutes made as a new decision?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorrectionByDecision {
    /// Whether the minutes that somebody wants to change are attested.
    pub attested: bool,
}

impl Judge for CorrectionByDecision {
    const RULE: &'static str = "correction-by-decision";

    fn weigh(&self, on: Date) -> Finding {
        if self.attested {
            return Finding::of(Self::RULE, on, Outcome::NotMet, "Protokollet är justerat och ändras inte.")
                .instead(
                    "Ta upp rättelsen som en punkt vid nästa sammanträde; beslutet hänvisar till paragrafen.",
                );
        }
        Finding::of(Self::RULE, on, Outcome::Met, "Protokollet är inte justerat och får ändras.")
    }
}
