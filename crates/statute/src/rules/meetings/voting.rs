//! The decision: ballots, ties, reservations, and the financing of a decision to spend.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::rules::{met_if, said};
use crate::{Finding, Judge, Outcome};
use swedish::list::listed;

/// Is there at most one ballot each, from those who serve, and the chair's when it is needed?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OneVoteEach {
    /// Who serves.
    pub serving: Vec<String>,
    /// Whose ballots were given, one name per ballot.
    pub ballots: Vec<String>,
    /// The chair, when the matter cannot be settled without the chair's vote.
    #[serde(default)]
    pub chair: Option<String>,
}

impl Judge for OneVoteEach {
    const RULE: &'static str = "one-vote-each";

    fn weigh(&self, on: Date) -> Finding {
        let mut seen = BTreeSet::new();
        let twice: Vec<&String> = self.ballots.iter().filter(|name| !seen.insert(*name)).collect();
        let outside: Vec<&String> =
            seen.iter().copied().filter(|name| !self.serving.contains(name)).collect();
        let silent_chair = self.chair.as_ref().filter(|chair| !self.ballots.contains(chair));
        let mut wrong = Vec::new();
        if !twice.is_empty() {
            wrong.push(format!("{} har röstat mer än en gång", listed(&twice)));
        }
        if !outside.is_empty() {
            wrong.push(format!("{} har röstat utan att tjänstgöra", listed(&outside)));
        }
        if let Some(chair) = silent_chair {
            wrong.push(format!("{chair} är ordförande och måste rösta för att ärendet ska kunna avgöras"));
        }
        let says = if wrong.is_empty() {
            format!(
                "{} av {} tjänstgörande har röstat, var och en en gång.",
                self.ballots.len(),
                self.serving.len()
            )
        } else {
            format!("{}.", listed(&wrong))
        };
        let finding = Finding::of(Self::RULE, on, met_if(wrong.is_empty()), says)
            .fact("tjänstgörande", self.serving.len())
            .fact("röster", self.ballots.len());
        if wrong.is_empty() {
            finding
        } else {
            finding.instead("Rätta röstlistan, eller gör om omröstningen.")
        }
    }
}

/// What kind of matter is decided; the tie rule differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatterKind {
    /// Any other matter.
    Ordinary,
    /// An election (*val*).
    Election,
    /// An employment (*anställning av personal*).
    Employment,
}

/// Is the vote open, unless it is about a person?
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenVote {
    /// Whether the ballots are secret.
    pub secret: bool,
    /// What kind of matter it is.
    pub matter: MatterKind,
}

impl Judge for OpenVote {
    const RULE: &'static str = "open-vote";

    fn weigh(&self, on: Date) -> Finding {
        let met = !self.secret || self.matter != MatterKind::Ordinary;
        let says = match (self.secret, met) {
            (false, _) => "Omröstningen är öppen.",
            (true, true) => "Omröstningen är sluten, som den får vara i val och anställning.",
            (true, false) => "Omröstningen är sluten fast ärendet inte gäller val eller anställning.",
        };
        let finding = Finding::of(Self::RULE, on, met_if(met), says)
            .fact("sluten", if self.secret { "ja" } else { "nej" });
        if met { finding } else { finding.instead("Håll omröstningen öppen.") }
    }
}

/// How a vote came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VoteOutcome {
    /// The motion is carried.
    Carried,
    /// The motion is lost.
    Lost,
    /// Equal votes; the chair has yet to use the casting vote (*utslagsröst*).
    TiedNeedsCasting,
    /// Equal votes in an election or an employment; the lot has yet to be drawn.
    TiedNeedsLot,
}

/// Is a tie settled the way the law says?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tie {
    /// Votes for the motion.
    pub yes: u32,
    /// Votes against it.
    pub no: u32,
    /// Those who abstained.
    pub abstain: u32,
    /// What kind of matter it is.
    pub matter: MatterKind,
    /// The chair's side: for the motion or against it; none when the chair has not voted.
    #[serde(default)]
    pub chair_voted: Option<bool>,
    /// Whether the bylaws repeat that the chair has the casting vote; the law gives it also without them.
    pub bylaws_casting_vote: bool,
    /// What the lot said: for the motion or against it; none when it has not been drawn.
    #[serde(default)]
    pub lot_drawn: Option<bool>,
}

impl Tie {
    /// How the vote came out.
    pub const fn outcome(&self) -> VoteOutcome {
        if self.yes > self.no {
            return VoteOutcome::Carried;
        }
        if self.no > self.yes {
            return VoteOutcome::Lost;
        }
        let (settled_by, open) = match self.matter {
            MatterKind::Ordinary => (self.chair_voted, VoteOutcome::TiedNeedsCasting),
            MatterKind::Election | MatterKind::Employment => (self.lot_drawn, VoteOutcome::TiedNeedsLot),
        };
        match settled_by {
            Some(true) => VoteOutcome::Carried,
            Some(false) => VoteOutcome::Lost,
            None => open,
        }
    }

    fn answer(&self) -> (bool, String, Option<&'static str>) {
        let (yes, no) = (self.yes, self.no);
        let result = match self.outcome() {
            VoteOutcome::Carried => "förslaget bifalls",
            VoteOutcome::Lost => "förslaget avslås",
            VoteOutcome::TiedNeedsCasting => {
                let says =
                    format!("Lika röstetal, {yes}–{no}: ordförandens utslagsröst avgör och är inte lagd.");
                return (false, says, Some("Låt ordföranden avgöra med sin utslagsröst."));
            }
            VoteOutcome::TiedNeedsLot => {
                let says = format!(
                    "Lika röstetal, {yes}–{no}: i val och anställning avgör lotten, och den är inte dragen."
                );
                return (false, says, Some("Dra lott och skriv utfallet i protokollet."));
            }
        };
        if yes != no {
            return (true, format!("{yes} röster för och {no} mot: {result}."), None);
        }
        match self.matter {
            MatterKind::Ordinary if self.lot_drawn.is_some() => {
                let says =
                    format!("Lika röstetal, {yes}–{no}: lott har dragits, men ordföranden har utslagsröst.");
                (false, says, Some("Bortse från lotten; ordförandens utslagsröst avgör."))
            }
            MatterKind::Ordinary => {
                (true, format!("Lika röstetal, {yes}–{no}: {result} med ordförandens utslagsröst."), None)
            }
            MatterKind::Election | MatterKind::Employment => {
                (true, format!("Lika röstetal, {yes}–{no}: {result} efter lottning."), None)
            }
        }
    }
}

impl Judge for Tie {
    const RULE: &'static str = "tie";

    fn weigh(&self, on: Date) -> Finding {
        let (met, says, instead) = self.answer();
        let finding = Finding::of(Self::RULE, on, met_if(met), says)
            .fact("ja", self.yes)
            .fact("nej", self.no)
            .fact("avstår", self.abstain)
            .fact(
                "utslagsröst även i förbundsordningen",
                if self.bylaws_casting_vote { "ja" } else { "nej" },
            );
        match instead {
            Some(what) => finding.instead(what),
            None => finding,
        }
    }
}

/// Is a reservation notified before the meeting ends?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReservationInTime {
    /// Whether it was notified before the meeting was closed.
    pub notified_before_close: bool,
}

impl Judge for ReservationInTime {
    const RULE: &'static str = "reservation-in-time";

    fn weigh(&self, on: Date) -> Finding {
        if self.notified_before_close {
            return Finding::of(
                Self::RULE,
                on,
                Outcome::Met,
                "Reservationen anmäldes innan sammanträdet avslutades.",
            );
        }
        Finding::of(
            Self::RULE,
            on,
            Outcome::NotMet,
            "Sammanträdet är avslutat: en reservation kan inte längre anmälas.",
        )
        .instead("Lämna en skriftlig anmärkning vid nästa sammanträde; den är inte en reservation.")
    }
}

/// Does a decision to spend during the year state how it is financed?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FinancingStated {
    /// Whether the decision spends money.
    pub spends: bool,
    /// Where the money comes from.
    #[serde(default)]
    pub financing: Option<String>,
}

impl Judge for FinancingStated {
    const RULE: &'static str = "financing-stated";

    fn weigh(&self, on: Date) -> Finding {
        if !self.spends {
            return Finding::of(Self::RULE, on, Outcome::NotApplicable, "Beslutet innebär ingen utgift.");
        }
        match said(self.financing.as_ref()) {
            Some(financing) => {
                Finding::of(Self::RULE, on, Outcome::Met, "Beslutet anger hur utgiften finansieras.")
                    .fact("finansiering", financing)
            }
            None => Finding::of(
                Self::RULE,
                on,
                Outcome::NotMet,
                "Beslutet innebär en utgift men anger inte hur den finansieras.",
            )
            .instead(
                "Ange i beslutet vilka medel som används, till exempel årets budget eller sparat överskott.",
            ),
        }
    }
}
