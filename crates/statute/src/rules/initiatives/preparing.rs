//! How an application is prepared before the board decides, and what happens with the decision.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::days_from;
use crate::rules::{before_its_figure, before_its_time, met_if, said, word};
use crate::{Finding, Judge, Outcome, figure};
use swedish::days::in_words;
use swedish::list::listed;

/// Has the preparatory group (*beredningsgruppen*) examined the application and proposed a decision?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreparedBeforeDecision {
    /// Whether the group has examined it.
    pub examined: bool,
    /// Whether the group has proposed a decision.
    pub proposed: bool,
}

impl Judge for PreparedBeforeDecision {
    const RULE: &'static str = "prepared-before-decision";

    fn weigh(&self, on: Date) -> Finding {
        if let Some(finding) = before_its_time(Self::RULE, on) {
            return finding;
        }
        let says = match (self.examined, self.proposed) {
            (true, true) => "Beredningsgruppen har granskat ansökan och lämnat förslag.",
            (true, false) => "Beredningsgruppen har granskat ansökan men inte lämnat förslag.",
            (false, _) => "Beredningsgruppen har inte granskat ansökan.",
        };
        let met = self.examined && self.proposed;
        let finding = Finding::of(Self::RULE, on, met_if(met), says);
        if met {
            finding
        } else {
            finding.instead("Ta upp ansökan i beredningsgruppen innan den går till styrelsen.")
        }
    }
}

/// Do the papers say who takes over afterwards, or how it is then paid for?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImplementationPlan {
    /// How the work is taken into ordinary activity.
    #[serde(default)]
    pub plan: Option<String>,
    /// The member that takes it over.
    #[serde(default)]
    pub receiver: Option<String>,
    /// How it is paid for afterwards, when nobody takes it over.
    #[serde(default)]
    pub later_financing: Option<String>,
}

impl Judge for ImplementationPlan {
    const RULE: &'static str = "implementation-plan";

    fn weigh(&self, on: Date) -> Finding {
        if let Some(finding) = before_its_time(Self::RULE, on) {
            return finding;
        }
        let plan = said(self.plan.as_ref()).is_some();
        let receiver = said(self.receiver.as_ref());
        let later = said(self.later_financing.as_ref()).is_some();
        let (met, says) = match (plan, receiver, later) {
            (true, Some(name), _) => {
                (true, format!("Handlingarna har en plan för att {name} tar över arbetet."))
            }
            (_, _, true) => (true, "Handlingarna säger hur arbetet finansieras därefter.".to_owned()),
            (true, None, false) => {
                (false, "Planen för implementering säger inte vem som tar över arbetet.".to_owned())
            }
            (false, Some(name), false) => (false, format!("{name} ska ta över arbetet, men en plan saknas.")),
            (false, None, false) => (
                false,
                "Handlingarna saknar plan för implementering och för finansiering därefter.".to_owned(),
            ),
        };
        let finding = Finding::of(Self::RULE, on, met_if(met), says);
        if met {
            finding
        } else {
            finding.instead(
                "Skriv hur arbetet tas in i en medlems ordinarie verksamhet, eller varför styrelsen ändå bör besluta.",
            )
        }
    }
}

/// Have the member organisations concerned been spoken with during preparation?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AffectedMembersHeard {
    /// The members that the initiative concerns.
    pub concerned: Vec<String>,
    /// Those that have been spoken with.
    pub heard: Vec<String>,
}

impl Judge for AffectedMembersHeard {
    const RULE: &'static str = "affected-members-heard";

    fn weigh(&self, on: Date) -> Finding {
        if let Some(finding) = before_its_time(Self::RULE, on) {
            return finding;
        }
        if self.concerned.is_empty() {
            return Finding::of(Self::RULE, on, Outcome::NotApplicable, "Ingen medlem är särskilt berörd.");
        }
        let unheard: Vec<&String> = self.concerned.iter().filter(|name| !self.heard.contains(name)).collect();
        let finding = |outcome, says: String| {
            Finding::of(Self::RULE, on, outcome, says)
                .fact("berörda", listed(&self.concerned))
                .fact("tillfrågade", listed(&self.heard))
        };
        if unheard.is_empty() {
            return finding(Outcome::Met, "Alla berörda medlemmar är tillfrågade i beredningen.".to_owned());
        }
        let names = listed(&unheard);
        finding(
            Outcome::NotMet,
            format!(
                "{names} berörs men är inte {} i beredningen.",
                word(unheard.len(), "tillfrågad", "tillfrågade")
            ),
        )
        .instead(format!("Tala med {names}, eller skriv varför det inte behövs."))
    }
}

/// Does the board decide what is to be done and leave the how to those who do it?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoardDecidesWhatNotHow {
    /// Whether the decision fixes how each initiative carries it out.
    pub fixes_method: bool,
}

impl Judge for BoardDecidesWhatNotHow {
    const RULE: &'static str = "board-decides-what-not-how";

    fn weigh(&self, on: Date) -> Finding {
        if let Some(finding) = before_its_time(Self::RULE, on) {
            return finding;
        }
        if self.fixes_method {
            return Finding::of(Self::RULE, on, Outcome::NotMet, "Beslutet låser hur insatsen ska utföra arbetet.")
                .instead("Besluta vad som ska uppnås och låt insatsens styrgrupp avgöra hur, eller skriv varför styrelsen gör det.");
        }
        Finding::of(
            Self::RULE,
            on,
            Outcome::Met,
            "Beslutet säger vad som ska göras och lämnar hur åt insatsen.",
        )
    }
}

/// Are managers, steering groups and team leaders told of a decision that concerns them?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeInforms {
    /// The day of the decision.
    pub decided: Date,
    /// The day they were told.
    #[serde(default)]
    pub informed: Option<Date>,
    /// The day of the question.
    pub today: Date,
    /// The days the association gives itself, when it has set another number.
    #[serde(default)]
    pub days: Option<u32>,
}

impl Judge for OfficeInforms {
    const RULE: &'static str = "office-informs";

    fn weigh(&self, on: Date) -> Finding {
        let Some(days) = self.days.map(i64::from).or_else(|| figure::on("inform_days", on)) else {
            return before_its_figure(Self::RULE, on);
        };
        let due = days_from(self.decided, days);
        let limit = in_words(due);
        let (outcome, says) = match self.informed {
            Some(day) if day <= due => {
                (Outcome::Met, format!("De berörda fick veta beslutet den {}.", in_words(day)))
            }
            Some(day) => (
                Outcome::NotMet,
                format!("De berörda fick veta beslutet den {}; sista dag var den {limit}.", in_words(day)),
            ),
            None if self.today <= due => {
                (Outcome::NotYetDue, format!("De berörda ska få veta beslutet senast den {limit}."))
            }
            None => (
                Outcome::NotMet,
                format!("De berörda har inte fått veta beslutet; sista dag var den {limit}."),
            ),
        };
        let finding = Finding::of(Self::RULE, on, outcome, says).fact("beslutat", self.decided).due(due);
        if outcome == Outcome::NotMet && self.informed.is_none() {
            finding.instead("Underrätta berörda chefer, styrgrupp och teamledare nu.")
        } else {
            finding
        }
    }
}
