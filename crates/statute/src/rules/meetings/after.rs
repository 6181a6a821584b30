//! What the board lets others do: delegated decisions and assignments, and how they come back.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::rules::said;
use crate::{Finding, Judge, Outcome};
use swedish::days::in_words;
use swedish::list::listed;

/// What kind of matter somebody wants to delegate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DelegatedMatter {
    /// The goals of the activity.
    Goals,
    /// Its direction (*inriktning*).
    Direction,
    /// Its scope (*omfattning*).
    Scope,
    /// Its quality.
    Quality,
    /// A statement because a decision of the association has been appealed.
    StatementOnAppeal,
    /// A matter that another rule keeps with the board.
    BarredByOtherRule,
    /// Any other group of matters.
    Other,
}

impl DelegatedMatter {
    const fn in_swedish(self) -> &'static str {
        match self {
            Self::Goals => "verksamhetens mål",
            Self::Direction => "verksamhetens inriktning",
            Self::Scope => "verksamhetens omfattning",
            Self::Quality => "verksamhetens kvalitet",
            Self::StatementOnAppeal => "yttranden när ett beslut av förbundet i dess helhet har överklagats",
            Self::BarredByOtherRule => "ärenden som andra regler förbehåller styrelsen",
            Self::Other => "andra ärenden",
        }
    }
}

/// To whom somebody wants to delegate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delegate {
    /// A member of the board.
    BoardMember,
    /// A substitute.
    Substitute,
    /// An official of the association, such as the *förbundschef*.
    Official,
    /// Anybody else: a member organisation, a steering group, a consultant.
    Other,
}

/// May the matter be delegated to that person?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DelegationLimits {
    /// What is delegated.
    pub matter: DelegatedMatter,
    /// To whom.
    pub delegate: Delegate,
}

impl Judge for DelegationLimits {
    const RULE: &'static str = "delegation-limits";

    fn weigh(&self, on: Date) -> Finding {
        let to_insider = self.delegate != Delegate::Other;
        let (outcome, says, instead) = if self.matter != DelegatedMatter::Other {
            let says = format!("Beslut om {} får inte delegeras.", self.matter.in_swedish());
            (Outcome::NotMet, says, Some("Låt styrelsen besluta i ärendet."))
        } else if to_insider {
            (Outcome::Met, "Ärendena får delegeras till den som pekas ut.".to_owned(), None)
        } else {
            let says = "Styrelsen får delegera bara till en ledamot, en ersättare eller en tjänsteman hos förbundet.";
            (
                Outcome::NotMet,
                says.to_owned(),
                Some("Välj en ledamot, en ersättare eller en tjänsteman hos förbundet."),
            )
        };
        let finding = Finding::of(Self::RULE, on, outcome, says).fact("ärenden", self.matter.in_swedish());
        match instead {
            Some(what) => finding.instead(what),
            None => finding,
        }
    }
}

/// Is a delegated decision reported at the next meeting?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DelegatedReported {
    /// The day it was decided.
    pub decided: Date,
    /// The day of the next meeting, when it is set.
    #[serde(default)]
    pub next_meeting: Option<Date>,
    /// The day it was reported to the board.
    #[serde(default)]
    pub reported: Option<Date>,
    /// The day of the question.
    pub today: Date,
}

impl Judge for DelegatedReported {
    const RULE: &'static str = "delegated-reported";

    fn impossible(&self) -> Option<String> {
        let reported = self.reported.filter(|reported| *reported < self.decided)?;
        Some(format!("Beslutet anmäldes den {}, innan det fattades.", in_words(reported)))
    }

    fn weigh(&self, on: Date) -> Finding {
        let decided = in_words(self.decided);
        let (outcome, says) = match (self.reported, self.next_meeting) {
            (Some(reported), Some(next)) if reported > next => {
                let says = format!(
                    "Delegationsbeslutet den {decided} anmäldes den {}, efter sammanträdet den {}.",
                    in_words(reported),
                    in_words(next)
                );
                (Outcome::NotMet, says)
            }
            (Some(reported), _) => (
                Outcome::Met,
                format!("Delegationsbeslutet den {decided} anmäldes den {}.", in_words(reported)),
            ),
            (None, Some(next)) if self.today > next => {
                let says = format!(
                    "Delegationsbeslutet den {decided} anmäldes inte vid sammanträdet den {}.",
                    in_words(next)
                );
                (Outcome::NotMet, says)
            }
            (None, Some(next)) => {
                let says = format!("Delegationsbeslutet den {decided} ska anmälas den {}.", in_words(next));
                (Outcome::NotYetDue, says)
            }
            (None, None) => (
                Outcome::NotYetDue,
                format!("Delegationsbeslutet den {decided} ska anmälas vid nästa sammanträde."),
            ),
        };
        let mut finding = Finding::of(Self::RULE, on, outcome, says).fact("beslutat", self.decided);
        if let Some(next) = self.next_meeting {
            finding = finding.due(next);
        }
        if outcome == Outcome::NotMet && self.reported.is_none() {
            finding = finding.instead("Ta upp beslutet bland anmälningar på nästa föredragningslista.");
        }
        finding
    }
}

/// Does an assignment have a person and a day, and does it come back until it is done?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssignmentFollowedUp {
    /// Who is to do it.
    #[serde(default)]
    pub person: Option<String>,
    /// When it is to be done.
    #[serde(default)]
    pub due: Option<Date>,
    /// When it was done.
    #[serde(default)]
    pub done: Option<Date>,
    /// The day of the question.
    pub today: Date,
}

impl Judge for AssignmentFollowedUp {
    const RULE: &'static str = "assignments-followed-up";

    fn weigh(&self, on: Date) -> Finding {
        let person = said(self.person.as_ref());
        let (outcome, says, instead) = match (self.done, person, self.due) {
            (Some(done), _, _) => {
                (Outcome::Met, format!("Uppdraget slutfördes den {}.", in_words(done)), None)
            }
            (None, None, _) => (
                Outcome::NotMet,
                "Uppdraget har ingen som ansvarar för det.".to_owned(),
                Some("Ange vem som ska göra det."),
            ),
            (None, Some(_), None) => {
                (Outcome::NotMet, "Uppdraget har ingen dag.".to_owned(), Some("Ange när det ska vara klart."))
            }
            (None, Some(name), Some(due)) if self.today <= due => {
                (Outcome::NotYetDue, format!("{name} har uppdraget till den {}.", in_words(due)), None)
            }
            (None, Some(name), Some(due)) => (
                Outcome::NotMet,
                format!("{name} skulle ha slutfört uppdraget den {}.", in_words(due)),
                Some("Ta upp uppdraget vid nästa sammanträde: slutför det eller sätt en ny dag."),
            ),
        };
        let mut finding = Finding::of(Self::RULE, on, outcome, says);
        if let Some(name) = person {
            finding = finding.fact("ansvarig", name);
        }
        if let Some(due) = self.due {
            finding = finding.due(due);
        }
        match instead {
            Some(what) => finding.instead(what),
            None => finding,
        }
    }
}

/// Does an assignment go to somebody who was there, or who is known to the association?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssignmentNamesKnownPerson {
    /// Who gets the assignment.
    pub person: String,
    /// Who was present.
    pub present: Vec<String>,
    /// Whom the association knows otherwise.
    #[serde(default)]
    pub known: Vec<String>,
}

impl Judge for AssignmentNamesKnownPerson {
    const RULE: &'static str = "assignment-known-person";

    fn weigh(&self, on: Date) -> Finding {
        let finding = |outcome, says: String| {
            Finding::of(Self::RULE, on, outcome, says)
                .fact("får uppdraget", &self.person)
                .fact("närvarande", listed(&self.present))
        };
        if self.present.contains(&self.person) {
            return finding(Outcome::Met, format!("{} var närvarande och får uppdraget.", self.person));
        }
        if self.known.contains(&self.person) {
            return finding(Outcome::Met, format!("{} är känd i förbundet och får uppdraget.", self.person));
        }
        let says = format!("{} får uppdraget men står inte bland de närvarande.", self.person);
        finding(Outcome::NotMet, says)
            .instead("Kontrollera namnet och se till att personen får veta om uppdraget.")
    }
}
