//! Rules of members and mandates: FinsamL 10, 12, 13 and 17 §§, and the National Council's statement on shared seats.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::rules::{before_its_figure, before_its_time, met_if};
use crate::{Finding, Judge, Outcome, figure};
use swedish::days::in_words;
use swedish::list::listed;

/// What kind of member an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MemberKind {
    /// Försäkringskassan.
    Fk,
    /// Arbetsförmedlingen.
    Af,
    /// A region; before 2020 a *landsting*.
    Region,
    /// A municipality.
    Municipality,
}

/// One member's seats on the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberSeats {
    /// The member organisation.
    pub member: String,
    /// What kind of member it is.
    pub kind: MemberKind,
    /// Its seats (*ledamöter*); a shared seat is given once or by each, and counts once.
    pub members: u32,
    /// Its substitutes (*ersättare*); shared ones likewise.
    pub substitutes: u32,
    /// The members it shares its seat with.
    #[serde(default)]
    pub shared_with: Vec<String>,
}

impl MemberSeats {
    fn has_own_seats(&self) -> bool {
        self.shared_with.is_empty() && self.members > 0 && self.substitutes > 0
    }
}

/// The seats and substitutes of the whole board; what members share counts once.
fn totals(members: &[MemberSeats]) -> (u32, u32) {
    let mut groups: BTreeMap<BTreeSet<&str>, (u32, u32)> = BTreeMap::new();
    for seats in members {
        let mut group: BTreeSet<&str> = seats.shared_with.iter().map(String::as_str).collect();
        group.insert(&seats.member);
        let counted = groups.entry(group).or_default();
        *counted = (counted.0.max(seats.members), counted.1.max(seats.substitutes));
    }
    groups.values().fold((0, 0), |sum, group| (sum.0.saturating_add(group.0), sum.1.saturating_add(group.1)))
}

/// Does each member have a seat and a substitute of its own, and are there as many substitutes as seats?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeatsPerMember {
    /// The members and their seats.
    pub members: Vec<MemberSeats>,
}

impl SeatsPerMember {
    /// Both rules about seats: each member's own, and the shared ones.
    pub fn judge_all(&self, on: Date) -> Vec<Finding> {
        vec![self.judge(on), SharedSeat { members: self.members.clone() }.judge(on)]
    }
}

impl Judge for SeatsPerMember {
    const RULE: &'static str = "seats-per-member";

    fn weigh(&self, on: Date) -> Finding {
        let (seats, substitutes) = totals(&self.members);
        let without: Vec<&str> = self
            .members
            .iter()
            .filter(|member| !member.has_own_seats())
            .map(|member| member.member.as_str())
            .collect();
        let mut breaches = Vec::new();
        if !without.is_empty() {
            breaches.push(format!("{} saknar egen ledamot och egen ersättare", listed(&without)));
        }
        if seats != substitutes {
            breaches.push(format!("styrelsen har {seats} ledamöter men {substitutes} ersättare"));
        }
        let finding = |outcome, says: String| {
            Finding::of(Self::RULE, on, outcome, says)
                .fact("medlemmar", self.members.len())
                .fact("ledamöter", seats)
                .fact("ersättare", substitutes)
        };
        if breaches.is_empty() {
            let says = format!(
                "Varje medlem har ledamot och ersättare; {seats} ledamöter och lika många ersättare."
            );
            return finding(Outcome::Met, says);
        }
        finding(Outcome::NotMet, format!("{}.", listed(&breaches)))
            .fact("brister", breaches.len())
            .instead("Ändra förbundsordningen så att varje medlem har minst en ledamot och en ersättare, lika många av båda.")
    }
}

/// Do members share a seat?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedSeat {
    /// The members and their seats.
    pub members: Vec<MemberSeats>,
}

impl Judge for SharedSeat {
    const RULE: &'static str = "shared-seat";

    fn weigh(&self, on: Date) -> Finding {
        if let Some(finding) = before_its_time(Self::RULE, on) {
            return finding;
        }
        let sharing: Vec<&str> = self
            .members
            .iter()
            .filter(|member| !member.shared_with.is_empty())
            .map(|member| member.member.as_str())
            .collect();
        if sharing.is_empty() {
            return Finding::of(
                Self::RULE,
                on,
                Outcome::Met,
                "Ingen plats i styrelsen delas mellan medlemmar.",
            );
        }
        let names = listed(&sharing);
        let says = format!(
            "{names} delar plats i styrelsen; nationella rådet har sagt att det inte är förenligt med lagen."
        );
        Finding::of(Self::RULE, on, Outcome::NotMet, says)
            .instead("Se över förbundsordningen inför nästa mandatperiod, eller skriv varför platsen delas tills vidare.")
    }
}

/// What shows that a person may sit on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Member of the council (*fullmäktige*).
    CouncilMember,
    /// Substitute of the council.
    CouncilSubstitute,
    /// Employed by the authority.
    Employee,
    /// Nothing.
    None,
}

/// May the person be chosen for the board by that member?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoardEligibility {
    /// What kind of member chooses.
    pub member_kind: MemberKind,
    /// What shows that the person may be chosen.
    pub evidence: Evidence,
    /// The day the evidence was seen.
    #[serde(default)]
    pub seen_on: Option<Date>,
    /// Whether it was recorded afterwards from a source; what the source is silent on is unknown.
    #[serde(default)]
    pub from_source: bool,
}

impl Judge for BoardEligibility {
    const RULE: &'static str = "board-eligibility";

    fn weigh(&self, on: Date) -> Finding {
        if let Some(finding) = before_its_time(Self::RULE, on) {
            return finding;
        }
        let asked = match self.member_kind {
            MemberKind::Fk => "anställd vid Försäkringskassan",
            MemberKind::Af => "anställd vid Arbetsförmedlingen",
            MemberKind::Region => "ledamot eller ersättare i regionfullmäktige",
            MemberKind::Municipality => "ledamot eller ersättare i kommunfullmäktige",
        };
        let fits = match self.member_kind {
            MemberKind::Fk | MemberKind::Af => self.evidence == Evidence::Employee,
            MemberKind::Region | MemberKind::Municipality => {
                matches!(self.evidence, Evidence::CouncilMember | Evidence::CouncilSubstitute)
            }
        };
        if self.evidence == Evidence::None && self.from_source {
            let says = format!("Källan säger inte om den som utsågs var {asked}.");
            return Finding::of(Self::RULE, on, Outcome::Unknown, says);
        }
        match (fits, self.seen_on) {
            (false, _) => Finding::of(
                Self::RULE,
                on,
                Outcome::NotMet,
                format!("Den som utses ska vara {asked}, och det är inte visat."),
            )
            .instead("Utse någon som är valbar, eller lägg in underlaget som visar det."),
            (true, Some(day)) => {
                let says = format!("Den som utses är {asked}; underlaget sågs den {}.", in_words(day));
                Finding::of(Self::RULE, on, Outcome::Met, says).fact("underlag sett", day)
            }
            (true, None) => {
                let says = format!("Den som utses uppges vara {asked}, men dagen då underlaget sågs saknas.");
                Finding::of(Self::RULE, on, Outcome::NeedsJudgement, says)
                    .instead("Se underlaget och skriv vilken dag det gjordes.")
            }
        }
    }
}

/// Is the order in which a member's substitutes serve fixed?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubstituteOrder {
    /// The places in the order of one member's substitutes; 0 where none is set.
    pub orders: Vec<u32>,
}

impl Judge for SubstituteOrder {
    const RULE: &'static str = "substitute-order";

    fn weigh(&self, on: Date) -> Finding {
        if self.orders.is_empty() {
            return Finding::of(
                Self::RULE,
                on,
                Outcome::NotApplicable,
                "Medlemmen har ingen ersättare att ordna.",
            );
        }
        let mut sorted = self.orders.clone();
        sorted.sort_unstable();
        let written = || self.orders.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
        let finding = |outcome, says| Finding::of(Self::RULE, on, outcome, says).fact("platser", written());
        if sorted.iter().copied().eq((1..).take(sorted.len())) {
            return finding(Outcome::Met, format!("Ersättarnas ordning är bestämd: {}.", written()));
        }
        finding(Outcome::NotMet, format!("Ersättarnas ordning är inte bestämd: platserna är {}.", written()))
            .instead("Bestäm för varje ersättare en egen plats, räknat från 1.")
    }
}

/// Does the mandate run for the time that the law or the bylaws say?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MandatePeriod {
    /// The first day of the mandate.
    pub from: Date,
    /// Its last day.
    pub until: Date,
    /// The year of the general election it follows.
    pub election_year: i16,
    /// The last day after a recorded extension.
    #[serde(default)]
    pub extended_until: Option<Date>,
    /// The first day by the bylaws, when they set another than the law.
    #[serde(default)]
    pub bylaws_start: Option<Date>,
    /// The length in years by the bylaws, when they set a shorter time.
    #[serde(default)]
    pub bylaws_years: Option<i16>,
    /// Whether it was recorded afterwards from a source; what the source is silent on is unknown.
    #[serde(default)]
    pub from_source: bool,
}

impl MandatePeriod {
    /// The first and last day by the law or the bylaws.
    fn expected(&self, on: Date) -> Option<(Date, Date)> {
        let years = self.bylaws_years.or_else(|| i16::try_from(figure::on("mandate_years", on)?).ok())?;
        let start = match self.bylaws_start {
            Some(start) => start,
            None => {
                let month = i8::try_from(figure::on("mandate_start_month", on)?).ok()?;
                Date::new(self.election_year.checked_add(1)?, month, 1).ok()?
            }
        };
        let next = start.with().year(start.year().checked_add(years)?).build().ok()?;
        Some((start, next.yesterday().ok()?))
    }
}

impl MandatePeriod {
    /// The years of the bylaws, when they are more than the law's.
    fn too_many_years(&self, on: Date) -> Option<i16> {
        let most = figure::on("mandate_years", on)?;
        self.bylaws_years.filter(|years| i64::from(*years) > most)
    }

    /// Whether a mandate that ends on a day has run for longer than the law's years, or beyond its period.
    fn longer_than_lawful(&self, until: Date, on: Date) -> bool {
        let years = figure::on("mandate_years", on).and_then(|years| i16::try_from(years).ok());
        let span = years.and_then(|years| jiff::Span::new().try_years(years).ok());
        let next = span.and_then(|span| self.from.checked_add(span).ok());
        let beyond = self.expected(on).is_some_and(|(_, end)| until > end);
        beyond || next.is_some_and(|next| until >= next)
    }
}

impl Judge for MandatePeriod {
    const RULE: &'static str = "mandate-period";

    fn impossible(&self) -> Option<String> {
        let until = self.extended_until.unwrap_or(self.until);
        (until < self.from).then(|| format!("Mandatet slutar den {}, innan det börjar.", in_words(until)))
    }

    fn weigh(&self, on: Date) -> Finding {
        let mut finding = self.reckoned(on);
        if self.from_source && self.bylaws_start.is_none() && finding.outcome == Outcome::NotMet {
            finding.outcome = Outcome::Unknown;
            finding.says.push_str(" Källan säger inte vilken tid förbundsordningen bestämde.");
            finding.instead = None;
        }
        finding
    }
}

impl MandatePeriod {
    /// What the law and the bylaws as they are known say.
    fn reckoned(&self, on: Date) -> Finding {
        let Some((start, end)) = self.expected(on) else {
            return before_its_figure(Self::RULE, on);
        };
        let until = self.extended_until.unwrap_or(self.until);
        if let Some(years) = self.too_many_years(on) {
            let says = format!(
                "Förbundsordningen anger en mandattid på {years} år; den får bara vara kortare än lagens."
            );
            return Finding::of(Self::RULE, on, Outcome::NotMet, says)
                .instead("Ändra förbundsordningen till fyra år eller kortare.");
        }
        if self.extended_until.is_some() && self.longer_than_lawful(until, on) {
            let says = format!(
                "Mandatet började den {} och är förlängt till den {}: längre än lagens mandattid. Om förlängningen \
                 håller avgör en människa.",
                in_words(self.from),
                in_words(until)
            );
            return Finding::of(Self::RULE, on, Outcome::NeedsJudgement, says)
                .fact("från", self.from)
                .fact("till", until)
                .fact("valår", self.election_year)
                .due(end);
        }
        let whole = format!("{} till {}", in_words(start), in_words(end));
        let finding = |outcome, says: String| {
            Finding::of(Self::RULE, on, outcome, says)
                .fact("från", self.from)
                .fact("till", until)
                .fact("valår", self.election_year)
                .due(end)
        };
        if until == end && self.from == start {
            return finding(Outcome::Met, format!("Mandattiden löper från {whole}."));
        }
        if until < end {
            let says = format!("Mandatet slutar den {}; mandattiden löper från {whole}.", in_words(until));
            return finding(Outcome::NotMet, says).instead(format!(
                "Anteckna medlemmens beslut att förlänga mandatet till den {}.",
                in_words(end)
            ));
        }
        if until == end {
            let says =
                format!("Mandatet gäller från den {}; mandattiden löper från {whole}.", in_words(self.from));
            let met = self.extended_until.is_some() || self.from > start;
            let finding = finding(met_if(met), says);
            let first = in_words(start);
            return if met {
                finding
            } else {
                finding.instead(format!("Låt mandatet börja tidigast den {first}."))
            };
        }
        finding(
            Outcome::NotMet,
            format!("Mandatet slutar den {}, efter mandattiden {whole}.", in_words(until)),
        )
        .instead(format!("Ändra mandatets sista dag till den {}.", in_words(end)))
    }
}

/// Has the board a chair and one or two vice chairs?
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Presidium {
    /// Whether a chair is elected.
    pub chair: bool,
    /// How many vice chairs are elected.
    pub vice_chairs: u32,
    /// Whether it was recorded afterwards from a source; what the source is silent on is unknown.
    #[serde(default)]
    pub from_source: bool,
}

impl Judge for Presidium {
    const RULE: &'static str = "presidium";

    fn weigh(&self, on: Date) -> Finding {
        let (Some(least), Some(most)) =
            (figure::on("vice_chairs_least", on), figure::on("vice_chairs_most", on))
        else {
            return before_its_figure(Self::RULE, on);
        };
        let vice = i64::from(self.vice_chairs);
        let says = match (self.chair, vice) {
            (false, _) => "Styrelsen har ingen ordförande.".to_owned(),
            (true, vice) if vice < least => "Styrelsen har ordförande men ingen vice ordförande.".to_owned(),
            (true, 1) => "Styrelsen har ordförande och en vice ordförande.".to_owned(),
            (true, vice) if vice <= most => format!("Styrelsen har ordförande och {vice} vice ordförande."),
            (true, vice) => format!("Styrelsen har {vice} vice ordförande; högst {most} får utses."),
        };
        let met = self.chair && (least..=most).contains(&vice);
        if self.from_source && !met && vice < least {
            let says = "Källan säger inte vilka som var ordförande och vice ordförande.";
            return Finding::of(Self::RULE, on, Outcome::Unknown, says).fact("vice ordförande", vice);
        }
        let finding = Finding::of(Self::RULE, on, met_if(met), says).fact("vice ordförande", vice);
        if met {
            finding
        } else {
            finding.instead("Välj inom styrelsen en ordförande och en eller två vice ordförande, och bestäm för vilken tid.")
        }
    }
}
