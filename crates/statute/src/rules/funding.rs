//! Rules of the members' contributions: FinsamL 5, 5 a and 6 §§.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::rules::{before_its_time, met_if, word};
use crate::{Finding, Judge, Outcome, catalogue};
use swedish::list::listed;
use swedish::money::kronor;

/// Does each party contribute the part that the law gives it?
///
/// Amounts are whole öre, each party's together. A part that is less than one öre from the exact one is as near as
/// it can be.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContributionSplit {
    /// What Försäkringskassan contributes, Arbetsförmedlingen's part included.
    pub state: i64,
    /// What the regions contribute together; none when no region takes part.
    #[serde(default)]
    pub regions: Option<i64>,
    /// What the municipalities that belong to a region contribute together; none when there is none.
    #[serde(default)]
    pub municipalities: Option<i64>,
    /// What municipalities outside every region contribute together; none when there is none.
    #[serde(default)]
    pub outside_regions: Option<i64>,
}

/// A party with its amount, and the part of the whole that it is to bear: one of so many.
struct Party {
    name: &'static str,
    amount: i64,
    one_of: i128,
}

impl Party {
    fn bears_its_part(&self, total: i128) -> bool {
        let over = i128::from(self.amount).saturating_mul(self.one_of).saturating_sub(total);
        over.unsigned_abs() < self.one_of.unsigned_abs()
    }

    /// `staten 5 600 000 kr (hälften)`.
    fn says(&self, amount: i128) -> String {
        let part = if self.one_of == 2 { "hälften" } else { "en fjärdedel" };
        format!("{} {} ({part})", self.name, kronor(amount))
    }
}

impl ContributionSplit {
    /// The parties with their parts, or why the law has no division for them.
    fn parties(&self) -> Result<Vec<Party>, &'static str> {
        let state = Party { name: "staten", amount: self.state, one_of: 2 };
        match (self.regions, self.municipalities, self.outside_regions) {
            (None, Some(_), _) => Err("Ingen region bidrar, fast kommuner som hör till en region gör det."),
            (_, None, None) => Err("Ingen kommun bidrar."),
            (None, None, Some(alone)) => {
                Ok(vec![state, Party { name: "kommunen utanför region", amount: alone, one_of: 2 }])
            }
            (Some(regions), municipalities, outside) => {
                let name =
                    if outside.is_some() { "regionerna och kommunen utanför region" } else { "regionerna" };
                let regional = regions.saturating_add(outside.unwrap_or_default());
                Ok(vec![
                    state,
                    Party { name, amount: regional, one_of: 4 },
                    Party { name: "kommunerna", amount: municipalities.unwrap_or_default(), one_of: 4 },
                ])
            }
        }
    }
}

impl Judge for ContributionSplit {
    const RULE: &'static str = "contribution-split";

    fn judge(&self, on: Date) -> Finding {
        if let Some(finding) = before_its_time(Self::RULE, on) {
            return finding;
        }
        let outside_known =
            catalogue::section("2003-1210/5a").is_some_and(|section| section.wording_on(on).is_some());
        if self.outside_regions.is_some() && !outside_known {
            let says = "Lagen hade ingen regel om kommuner utanför regionerna den dagen.";
            return Finding::of(Self::RULE, on, Outcome::NeedsJudgement, says);
        }
        let parties = match self.parties() {
            Ok(parties) => parties,
            Err(says) => {
                return Finding::of(Self::RULE, on, Outcome::NotMet, says)
                    .instead("Ta med både region och kommun, eller ange att kommunen inte hör till någon.");
            }
        };
        let total: i128 = parties.iter().map(|party| i128::from(party.amount)).sum();
        let negative = parties.iter().any(|party| party.amount < 0);
        let met = total > 0 && !negative && parties.iter().all(|party| party.bears_its_part(total));
        let says = if met {
            let shares: Vec<String> = parties.iter().map(|p| p.says(p.amount.into())).collect();
            format!("Av {} bidrar {}.", kronor(total), listed(&shares))
        } else if total <= 0 || negative {
            "Bidragen är noll eller mindre, så det finns inget att dela.".to_owned()
        } else {
            let exact: Vec<String> = parties.iter().map(|p| p.says(total / p.one_of)).collect();
            let amounts: Vec<String> = parties.iter().map(|p| kronor(p.amount.into())).collect();
            format!(
                "Av {} ska delarna vara {}; bidragen är {}.",
                kronor(total),
                listed(&exact),
                listed(&amounts)
            )
        };
        let finding = Finding::of(Self::RULE, on, met_if(met), says).fact("sammanlagt", kronor(total));
        let finding = parties.iter().fold(finding, |f, p| f.fact(p.name, kronor(p.amount.into())));
        if met {
            finding
        } else {
            finding.instead("Räkna om bidragen så att varje part bär sin del av helheten.")
        }
    }
}

/// Is everybody who contributes a member of the association?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContributionsFromMembersOnly {
    /// Those that contribute.
    pub payers: Vec<String>,
    /// The members.
    pub members: Vec<String>,
}

impl Judge for ContributionsFromMembersOnly {
    const RULE: &'static str = "contributions-from-members-only";

    fn judge(&self, on: Date) -> Finding {
        if let Some(finding) = before_its_time(Self::RULE, on) {
            return finding;
        }
        if self.payers.is_empty() {
            return Finding::of(Self::RULE, on, Outcome::NotApplicable, "Ingen bidrar med medel.");
        }
        let others: Vec<&str> =
            self.payers.iter().filter(|payer| !self.members.contains(payer)).map(String::as_str).collect();
        if others.is_empty() {
            let says = "Alla som bidrar med medel är medlemmar i förbundet.";
            return Finding::of(Self::RULE, on, Outcome::Met, says).fact("bidragande", self.payers.len());
        }
        let says = format!(
            "{} är inte {} i förbundet och kan inte bidra med medel till det.",
            listed(&others),
            word(others.len(), "medlem", "medlemmar")
        );
        Finding::of(Self::RULE, on, Outcome::NotMet, says).fact("bidragande", self.payers.len()).instead(
            "Räkna bara medlemmarnas bidrag. Annan finansiering går till en medlem som bär insatsen.",
        )
    }
}
