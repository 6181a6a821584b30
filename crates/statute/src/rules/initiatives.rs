//! Rules of initiatives (*insatser*): FinsamL 2 and 7 §§ and the guidance on work-integrating social enterprises.
//!
//! What an initiative must be stands here; how it is prepared and how the decision reaches people, in `preparing`.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::rules::{before_its_figure, before_its_time, met_if, said};
use crate::{Finding, Judge, Outcome, catalogue, figure};
use swedish::list::listed;

mod preparing;

pub use preparing::{
    AffectedMembersHeard, BoardDecidesWhatNotHow, ImplementationPlan, OfficeInforms, PreparedBeforeDecision,
};

/// Is the initiative within the purpose: coordinated rehabilitation towards work, by at least two parties?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithinPurpose {
    /// Whether the target group needs coordinated measures.
    pub target_group_needs_coordination: bool,
    /// Whether the aim is the ability to do gainful work.
    pub aims_at_work_ability: bool,
    /// The parties that take part: `fk`, `af`, `region:Name`, `municipality:Name`. All municipalities are one party,
    /// and so are all regions.
    pub parties: Vec<String>,
}

/// What a party is called; names of one kind fold into one party. Others than those that 3 § lists are none.
fn party(name: &str) -> Option<&'static str> {
    match name.split_once(':').map_or(name, |(kind, _)| kind).trim() {
        "fk" => Some("Försäkringskassan"),
        "af" => Some("Arbetsförmedlingen"),
        "region" => Some("regionen"),
        "municipality" => Some("kommunerna"),
        _ => None,
    }
}

impl Judge for WithinPurpose {
    const RULE: &'static str = "within-purpose";

    fn weigh(&self, on: Date) -> Finding {
        let Some(needed) = figure::on("parties_least", on).and_then(|n| usize::try_from(n).ok()) else {
            return before_its_figure(Self::RULE, on);
        };
        let parties: Vec<&str> =
            self.parties.iter().filter_map(|name| party(name)).collect::<BTreeSet<_>>().into_iter().collect();
        let (mut wrong, mut instead) = (Vec::new(), Vec::new());
        if !self.target_group_needs_coordination {
            wrong.push("målgruppen behöver inte samordnade insatser".to_owned());
            instead.push("Beskriv målgruppens behov av samordning.");
        }
        if !self.aims_at_work_ability {
            wrong.push("syftet är inte att få eller förbättra förmågan att förvärvsarbeta".to_owned());
            instead.push("Beskriv hur insatsen leder till arbete eller bättre arbetsförmåga.");
        }
        if parties.len() < needed {
            instead.push("Ta med minst två parter.");
            wrong.push(match parties.as_slice() {
                [] => "ingen part deltar".to_owned(),
                [only] if self.parties.iter().filter(|name| party(name).is_some()).count() > 1 => {
                    format!("{only} räknas som en enda part")
                }
                names => format!("bara {} deltar, en enda part", listed(names)),
            });
        }
        let says = if wrong.is_empty() {
            format!("Insatsen ligger inom ändamålet; parterna är {}.", listed(&parties))
        } else {
            format!("Insatsen ligger inte inom ändamålet: {}.", listed(&wrong))
        };
        let finding =
            Finding::of(Self::RULE, on, met_if(wrong.is_empty()), says).fact("parter", listed(&parties));
        if wrong.is_empty() { finding } else { finding.instead(instead.join(" ")) }
    }
}

/// Does the association keep out of decisions on individuals, services to them, and data about them?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoIndividualAuthority {
    /// Whether the association would decide on benefits or rights of individuals.
    pub decides_on_individuals: bool,
    /// Whether the association itself would supply services meant for individuals.
    pub service_by_association: bool,
    /// Whether data on participants beyond counts would be kept by the association.
    pub personal_data: bool,
}

impl Judge for NoIndividualAuthority {
    const RULE: &'static str = "no-individual-authority";

    fn weigh(&self, on: Date) -> Finding {
        let wrong: Vec<&str> = [
            (self.decides_on_individuals, "besluta om enskildas förmåner eller rättigheter"),
            (self.service_by_association, "självt ge tjänster till enskilda"),
            (self.personal_data, "hålla uppgifter om deltagare utöver antal"),
        ]
        .iter()
        .filter_map(|(wrong, what)| wrong.then_some(*what))
        .collect();
        if wrong.is_empty() {
            let says = "Förbundet beslutar inte om enskilda och ger dem inga tjänster.";
            return Finding::of(Self::RULE, on, Outcome::Met, says);
        }
        Finding::of(Self::RULE, on, Outcome::NotMet, format!("Förbundet får inte {}.", listed(&wrong)))
            .instead("Låt en av parterna svara för det som rör enskilda; förbundet finansierar.")
    }
}

/// Does the money go to a party that carries or has procured the work?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThroughAParty {
    /// The organisation that carries the initiative.
    #[serde(default)]
    pub carrier: Option<String>,
    /// Whether it is a member of the association.
    pub carrier_is_member: bool,
    /// Whether the carrier has procured the work from a business.
    pub procured_from_business: bool,
    /// Whether the association would pay a business itself.
    pub paid_to_business: bool,
}

impl Judge for ThroughAParty {
    const RULE: &'static str = "through-a-party";

    fn weigh(&self, on: Date) -> Finding {
        const CARRY: &str =
            "Låt en medlem bära insatsen, anställa eller upphandla, och få medlen av förbundet.";
        let finding = |outcome, says: String| {
            Finding::of(Self::RULE, on, outcome, says)
                .fact("upphandlad av företag", if self.procured_from_business { "ja" } else { "nej" })
        };
        let Some(carrier) = said(self.carrier.as_ref()) else {
            return finding(Outcome::NotMet, "Ingen part bär insatsen.".to_owned()).instead(CARRY);
        };
        if !self.carrier_is_member {
            let says = format!("{carrier} är inte medlem i förbundet och kan inte få medlen.");
            return finding(Outcome::NotMet, says).instead(CARRY);
        }
        if self.paid_to_business {
            let says = "Medlen går direkt till ett företag; de ska gå till den part som bär eller har upphandlat insatsen.";
            return finding(Outcome::NotMet, says.to_owned()).instead(CARRY);
        }
        let says = if self.procured_from_business {
            format!("Medlen går till {carrier}, som har upphandlat arbetet.")
        } else {
            format!("Medlen går till {carrier}, som bär insatsen.")
        };
        finding(Outcome::Met, says)
    }
}

/// Does an initiative near work-integrating social enterprises (ASF) keep to the guidance?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AsfLimits {
    /// Whether it involves such an enterprise at all.
    pub involves_asf: bool,
    /// Whether a business gets cash.
    pub cash_to_business: bool,
    /// Whether it starts or develops such an enterprise.
    pub starts_or_develops_asf: bool,
    /// Whether the association becomes a member of one or of its interest organisation.
    pub membership: bool,
    /// Whether it pays for the training of the enterprise's staff.
    pub trains_asf_staff: bool,
}

impl Judge for AsfLimits {
    const RULE: &'static str = "asf-limits";

    fn weigh(&self, on: Date) -> Finding {
        if let Some(finding) = before_its_time(Self::RULE, on) {
            return finding;
        }
        if !self.involves_asf {
            return Finding::of(
                Self::RULE,
                on,
                Outcome::NotApplicable,
                "Insatsen rör inget arbetsintegrerande socialt företag.",
            );
        }
        let wrong: Vec<&str> = [
            (self.cash_to_business, "ge företaget kontantbidrag"),
            (self.starts_or_develops_asf, "starta eller utveckla företaget"),
            (self.membership, "vara medlem i företaget eller dess intresseorganisation"),
            (self.trains_asf_staff, "bekosta utbildning av företagets anställda"),
        ]
        .iter()
        .filter_map(|(wrong, what)| wrong.then_some(*what))
        .collect();
        if wrong.is_empty() {
            let says = "Insatsen håller sig inom vägledningen om arbetsintegrerande sociala företag.";
            return Finding::of(Self::RULE, on, Outcome::Met, says);
        }
        let mut finding =
            Finding::of(Self::RULE, on, Outcome::NotMet, format!("Förbundet ska inte {}.", listed(&wrong)));
        if self.cash_to_business || self.starts_or_develops_asf {
            // These two are outside what the law lets an association do; the others are the guidance's own.
            finding.cites.sort_by_key(|cite| !catalogue::act(&cite.act).is_some_and(catalogue::Act::binds));
        }
        finding
            .fact("gränser som passeras", wrong.len())
            .instead("Finansiera platser, handledare hos en part eller kunskap om företagsformen i stället.")
    }
}
