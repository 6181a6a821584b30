//! Who serves: quorum, substitutes, participation at a distance, disqualification.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::rules::{met_if, said, word};
use crate::{Finding, Judge, Outcome};
use swedish::days::in_words;
use swedish::list::listed;

/// Is the board quorate: more than half of its members serving?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quorum {
    /// Seats of the board (*ledamöter*).
    pub seats: u32,
    /// Members and serving substitutes present.
    pub serving: u32,
}

impl Judge for Quorum {
    const RULE: &'static str = "quorum";

    fn impossible(&self) -> Option<String> {
        if self.seats == 0 {
            return Some("Styrelsen har inga platser.".to_owned());
        }
        (self.serving > self.seats)
            .then(|| format!("{} platser, men fler tjänstgör: {}.", self.seats, self.serving))
    }

    fn weigh(&self, on: Date) -> Finding {
        let needed = self.seats / 2 + 1;
        let met = self.serving >= needed;
        let verdict = if met { "styrelsen är beslutsför" } else { "styrelsen är inte beslutsför" };
        let says = format!("{} av {} tjänstgör: {verdict}.", self.serving, self.seats);
        let finding = Finding::of(Self::RULE, on, met_if(met), says)
            .fact("ledamöter", self.seats)
            .fact("tjänstgörande", self.serving)
            .fact("krävs", needed);
        if met {
            finding
        } else {
            finding.instead(format!(
                "Kalla in ersättare så att minst {needed} tjänstgör, eller flytta sammanträdet."
            ))
        }
    }
}

/// Does the substitute (*ersättare*) serve for a member of the same organisation, in the order that is set?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubstituteServes {
    /// The member organisation of the absent board member.
    pub absent_member: String,
    /// The member organisation of the substitute.
    pub substitute_member: String,
    /// The substitute's place in the order of that organisation.
    pub order: u32,
    /// Substitutes earlier in the order who are present and not serving.
    #[serde(default)]
    pub earlier_available: Vec<String>,
}

impl Judge for SubstituteServes {
    const RULE: &'static str = "substitute-serves-own-member";

    fn weigh(&self, on: Date) -> Finding {
        let same = self.absent_member == self.substitute_member;
        let first = self.earlier_available.is_empty();
        let says = if !same {
            format!(
                "Ersättaren är utsedd av {} och kan inte tjänstgöra för {}.",
                self.substitute_member, self.absent_member
            )
        } else if first {
            format!("Ersättare {} för {} tjänstgör i den bestämda ordningen.", self.order, self.absent_member)
        } else {
            format!("{} står före i ordningen för {}.", listed(&self.earlier_available), self.absent_member)
        };
        let finding = Finding::of(Self::RULE, on, met_if(same && first), says)
            .fact("frånvarande ledamots medlem", &self.absent_member)
            .fact("ersättarens medlem", &self.substitute_member)
            .fact("plats i ordningen", self.order);
        if !same {
            finding.instead(format!("Kalla in en ersättare som {} har utsett.", self.absent_member))
        } else if first {
            finding
        } else {
            finding.instead(format!(
                "Låt {} tjänstgöra.",
                listed(self.earlier_available.get(..1).unwrap_or_default())
            ))
        }
    }
}

/// Is participation at a distance covered by a standing decision?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemoteDecision {
    /// Whether anybody takes part at a distance.
    pub attends_remotely: bool,
    /// Whether it is by sound only.
    pub sound_only: bool,
    /// The day of the board's decision that allows it and states its extent.
    #[serde(default)]
    pub standing_decision: Option<Date>,
    /// Whether that decision allows sound only, for special reasons.
    #[serde(default)]
    pub sound_allowed: bool,
    /// The day of the meeting.
    pub meeting: Date,
    /// The special reason for sound only.
    #[serde(default)]
    pub special_reason: Option<String>,
}

impl Judge for RemoteDecision {
    const RULE: &'static str = "remote-decision";

    fn weigh(&self, on: Date) -> Finding {
        let (outcome, says, instead) = self.answer(on);
        let mut finding = Finding::of(Self::RULE, on, outcome, says)
            .fact("sammanträde", self.meeting)
            .fact("på distans", if self.attends_remotely { "ja" } else { "nej" })
            .fact("enbart ljud", if self.sound_only { "ja" } else { "nej" });
        if let Some(decision) = self.standing_decision {
            finding = finding.fact("styrelsens beslut", decision);
        }
        match instead {
            Some(what) => finding.instead(what),
            None => finding,
        }
    }
}

impl RemoteDecision {
    fn answer(&self, on: Date) -> (Outcome, String, Option<&'static str>) {
        const DECIDE: &str = "Delta på plats, eller låt styrelsen först besluta om deltagande på distans och i vilken \
                              utsträckning det får ske.";
        const PICTURE: &str = "Delta med bild och ljud, eller låt styrelsen först besluta att enbart ljud får användas av särskilda skäl.";
        const REASON: &str = "Skriv de särskilda skälen för enbart ljud.";
        if !self.attends_remotely {
            return (Outcome::NotApplicable, "Ingen deltar på distans.".to_owned(), None);
        }
        if crate::catalogue::rule(Self::RULE).is_some_and(|rule| rule.cites_on(on).is_empty()) {
            let says = "Bestämmelsen om deltagande på distans gällde inte då; om det ändå fick ske måste en människa avgöra.";
            return (Outcome::NeedsJudgement, says.to_owned(), None);
        }
        let Some(decision) = self.standing_decision else {
            return (
                Outcome::NotMet,
                "Styrelsen har inte beslutat att deltagande på distans får ske.".to_owned(),
                Some(DECIDE),
            );
        };
        if decision > self.meeting {
            let says = format!(
                "Styrelsens beslut om distans är från den {}, efter sammanträdet.",
                in_words(decision)
            );
            return (Outcome::NotMet, says, Some(DECIDE));
        }
        let known = crate::catalogue::rule(Self::RULE);
        if let Some(first) =
            known.and_then(|rule| rule.versions.first()).filter(|first| decision < first.from)
        {
            let says = format!(
                "Styrelsens beslut om distans är från den {}; rätten att besluta om det finns först från den {}.",
                in_words(decision),
                in_words(first.from)
            );
            return (Outcome::NotMet, says, Some(DECIDE));
        }
        if self.sound_only && !self.sound_allowed {
            let says = "Styrelsens beslut tillåter inte deltagande med enbart ljud.";
            return (Outcome::NotMet, says.to_owned(), Some(PICTURE));
        }
        if self.sound_only && said(self.special_reason.as_ref()).is_none() {
            let says = "Enbart ljud är tillåtet av särskilda skäl, men skälen är inte antecknade.";
            return (Outcome::NeedsJudgement, says.to_owned(), Some(REASON));
        }
        let says = format!("Deltagandet på distans följer styrelsens beslut den {}.", in_words(decision));
        (Outcome::Met, says, None)
    }
}

/// Does everybody who is disqualified (*jävig*) keep away from the item?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disqualification {
    /// Who is disqualified in the item.
    pub disqualified: Vec<String>,
    /// Who took part in preparing or deciding it.
    pub took_part: Vec<String>,
}

impl Judge for Disqualification {
    const RULE: &'static str = "disqualification";

    fn weigh(&self, on: Date) -> Finding {
        let both: Vec<&String> =
            self.disqualified.iter().filter(|name| self.took_part.contains(name)).collect();
        let (outcome, says) = if self.disqualified.is_empty() {
            (Outcome::NotApplicable, "Ingen är jävig i ärendet.".to_owned())
        } else if both.is_empty() {
            (
                Outcome::Met,
                format!(
                    "{} är {} och deltar inte i ärendet.",
                    listed(&self.disqualified),
                    word(self.disqualified.len(), "jävig", "jäviga")
                ),
            )
        } else {
            (
                Outcome::NotMet,
                format!(
                    "{} är {} i ärendet men deltar i handläggningen.",
                    listed(&both),
                    word(both.len(), "jävig", "jäviga")
                ),
            )
        };
        let finding = Finding::of(Self::RULE, on, outcome, says)
            .fact("jäviga", listed(&self.disqualified))
            .fact("deltar", listed(&self.took_part));
        if both.is_empty() {
            finding
        } else {
            finding.instead(format!(
                "Låt {} lämna rummet under punkten, kalla in ersättare och anteckna det i protokollet.",
                listed(&both)
            ))
        }
    }
}
