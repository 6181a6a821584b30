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
    /// What municipalities outside every region contribute together, in both quarters where a region takes part; none
    /// when there is none.
    #[serde(default)]
    pub outside_regions: Option<i64>,
}

/// What the law says of a party's part of the whole.
#[derive(Clone, Copy)]
enum Part {
    /// One of so many.
    OneOf(i128),
    /// At most a quarter: the rest of it is borne by a municipality outside every region.
    AtMostAQuarter,
    /// What is left of both quarters.
    Rest,
}

/// A party with its amount, and its part of the whole.
struct Party {
    name: &'static str,
    amount: i64,
    part: Part,
}

impl Party {
    fn bears_its_part(&self, total: i128) -> bool {
        let over = |of: i128| i128::from(self.amount).saturating_mul(of).saturating_sub(total);
        match self.part {
            Part::OneOf(of) => over(of).unsigned_abs() < of.unsigned_abs(),
            Part::AtMostAQuarter => over(4) < 4,
            Part::Rest => true,
        }
    }

    const fn part_in_words(&self) -> &'static str {
        match self.part {
            Part::OneOf(2) => "hälften",
            Part::OneOf(_) => "en fjärdedel",
            Part::AtMostAQuarter => "högst en fjärdedel",
            Part::Rest => "resten av båda fjärdedelarna",
        }
    }

    /// `staten 5 600 000 kr (hälften)`.
    fn says(&self) -> String {
        format!("{} {} ({})", self.name, kronor(self.amount.into()), self.part_in_words())
    }

    /// What the party is to bear of a whole.
    fn ought(&self, total: i128) -> String {
        match self.part {
            Part::OneOf(of) => format!("{} {} ({})", self.name, kronor(total / of), self.part_in_words()),
            Part::AtMostAQuarter => format!("{} högst {} (en fjärdedel)", self.name, kronor(total / 4)),
            Part::Rest => format!("{} {}", self.name, self.part_in_words()),
        }
    }
}

impl ContributionSplit {
    /// The parties with their parts, or why the law has no division for them.
    fn parties(&self) -> Result<Vec<Party>, &'static str> {
        let party = |name, amount, part| Party { name, amount, part };
        let state = party("staten", self.state, Part::OneOf(2));
        match (self.regions, self.municipalities, self.outside_regions) {
            (None, Some(_), _) => Err("Ingen region bidrar, fast kommuner som hör till en region gör det."),
            (_, None, None) => Err("Ingen kommun bidrar."),
            (None, None, Some(alone)) => {
                Ok(vec![state, party("kommunen utanför region", alone, Part::OneOf(2))])
            }
            (Some(regions), Some(municipalities), None) => Ok(vec![
                state,
                party("regionerna", regions, Part::OneOf(4)),
                party("kommunerna", municipalities, Part::OneOf(4)),
            ]),
            // A municipality outside every region shares the municipalities' quarter and besides the regions'.
            (Some(regions), municipalities, Some(outside)) => {
                let inside = municipalities.map(|all| party("övriga kommuner", all, Part::AtMostAQuarter));
                let regional = [state, party("regionerna", regions, Part::AtMostAQuarter)];
                let outside = party("kommunen utanför region", outside, Part::Rest);
                Ok(regional.into_iter().chain(inside).chain([outside]).collect())
            }
        }
    }
}

impl Judge for ContributionSplit {
    const RULE: &'static str = "contribution-split";

    fn weigh(&self, on: Date) -> Finding {
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
            let shares: Vec<String> = parties.iter().map(Party::says).collect();
            format!("Av {} bidrar {}.", kronor(total), listed(&shares))
        } else if total <= 0 || negative {
            "Bidragen är noll eller mindre, så det finns inget att dela.".to_owned()
        } else {
            let exact: Vec<String> = parties.iter().map(|party| party.ought(total)).collect();
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

/// The day of the present wording of 6 §, by which a party contributes as a member.
fn as_a_member() -> Option<Date> {
    catalogue::section("2003-1210/6")?.wordings.last().copied()
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

    fn weigh(&self, on: Date) -> Finding {
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
        let (who, what) = (listed(&others), word(others.len(), "medlem", "medlemmar"));
        if let Some(first) = as_a_member().filter(|first| on < *first) {
            let says = format!(
                "{who} är inte {what} i förbundet. Att bara medlemmar bidrar står i lagen först från {}; om bidraget var \
                 tillåtet avgör en människa.",
                swedish::days::in_words(first)
            );
            return Finding::of(Self::RULE, on, Outcome::NeedsJudgement, says)
                .fact("bidragande", self.payers.len());
        }
        let says = format!("{who} är inte {what} i förbundet och kan inte bidra med medel till det.");
        Finding::of(Self::RULE, on, Outcome::NotMet, says).fact("bidragande", self.payers.len()).instead(
            "Räkna bara medlemmarnas bidrag. Annan finansiering går till en medlem som bär insatsen.",
        )
    }
}
