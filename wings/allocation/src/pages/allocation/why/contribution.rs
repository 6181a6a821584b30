//! One association's contributions, explained: the division between the parties, the key, the rounding.

use allocation::contributions::{Contributions, Funding, Key, Line, Member, Payer, Scheme};
use allocation::effect::{Party, Side};
use allocation::fraction::Fraction;
use allocation::scenario::{Association, AssociationOutcome};
use kit::Lang;
use kit::parts::{self, Column};
use maud::{Markup, html};
use swedish::number::grouped;

use super::View;
use crate::pages::allocation::question::{of_association, of_member};
use crate::pages::allocation::words::{SPACE, kronor};

/// An association's contributions and who pays them.
pub(super) struct Paying<'a> {
    contributions: &'a Contributions,
    funding: Funding,
    year: i16,
}

/// What a member's key says: its figure, of all figures, and what they are.
struct Weight {
    own: u64,
    sum: u64,
    key: &'static str,
}

/// The parties beside the state.
#[derive(Clone, Copy)]
enum With {
    Municipalities,
    Regions,
}

impl<'a> Paying<'a> {
    /// The contributions, or why there are none.
    pub(super) fn of(
        side: Side<'a>,
        association: &Association,
        outcome: &'a AssociationOutcome,
    ) -> Result<Self, String> {
        let contributions = outcome.contributions.as_ref().map_err(ToString::to_string)?;
        let funding =
            side.country.funding(association).ok_or_else(|| "en kommuns region är inte känd".to_owned())?;
        Ok(Self { contributions, funding, year: side.country.year })
    }

    /// What a member pays here.
    pub(super) fn line(&self, party: Party, name: &str) -> Option<Line> {
        let is_it =
            |line: &&Line| party_of(line.member) == party && self.funding.name(line.member) == Some(name);
        self.contributions.lines.iter().find(is_it).copied()
    }

    fn name(&self, member: Member) -> &str {
        self.funding.name(member).unwrap_or("–")
    }

    /// Whether a member pays in a party: a municipality outside every region, beside one, pays in both.
    fn pays_in(&self, member: Member, with: With) -> bool {
        match (member, with) {
            (Member::State, _) | (Member::Region(_), With::Municipalities) => false,
            (Member::Region(_), With::Regions) | (Member::Municipality(_), With::Municipalities) => true,
            (Member::Municipality(place), With::Regions) => {
                let outside =
                    self.funding.municipalities.get(place).is_some_and(|payer| payer.outside_regions);
                outside && self.contributions.scheme == Scheme::CountedAsRegion
            }
        }
    }

    /// The parties a member pays in.
    fn parties(&self, member: Member) -> Vec<With> {
        [With::Municipalities, With::Regions].into_iter().filter(|with| self.pays_in(member, *with)).collect()
    }

    /// Those that share a party's part, in the order of its key.
    fn together(&self, with: With) -> Vec<Member> {
        let all = self.contributions.lines.iter().map(|line| line.member);
        all.filter(|member| self.pays_in(*member, with)).collect()
    }

    fn payer(&self, member: Member) -> Option<&Payer> {
        match member {
            Member::State => None,
            Member::Region(place) => self.funding.regions.get(place),
            Member::Municipality(place) => self.funding.municipalities.get(place),
        }
    }

    /// The key's figure for a member in a party; `None` when it shares the part with nobody.
    fn weight(&self, member: Member, with: With) -> Option<Weight> {
        let together = self.together(with);
        let at = together.iter().position(|m| *m == member)?;
        if together.len() < 2 {
            return None;
        }
        let key = match with {
            With::Regions => &self.funding.region_key,
            With::Municipalities => &self.funding.municipal_key,
        };
        let (figures, key): (Vec<u64>, _) = match key {
            Key::Inhabitants => {
                let figures: Option<Vec<u64>> =
                    together.iter().map(|m| self.payer(*m)?.inhabitants).collect();
                (figures?, "allocation-key-inhabitants")
            }
            Key::Agreed(shares) => (shares.clone(), "allocation-key-agreed"),
            Key::Table(years) => (years.get(&self.year)?.clone(), "allocation-key-table"),
        };
        let sum = figures.iter().try_fold(0_u64, |sum, figure| sum.checked_add(*figure))?;
        Some(Weight { own: figures.get(at).copied()?, sum, key })
    }

    /// The part of everybody's money that a member pays or shares with others.
    fn part(&self, member: Member) -> (&'static str, i128) {
        match (member, self.contributions.scheme) {
            (Member::State, _) | (_, Scheme::HalfHalf) => ("allocation-half", 2),
            (
                Member::Region(_) | Member::Municipality(_),
                Scheme::HalfQuarterQuarter | Scheme::CountedAsRegion,
            ) => ("allocation-quarter", 4),
        }
    }
}

fn party_of(member: Member) -> Party {
    match member {
        Member::State => Party::State,
        Member::Region(_) => Party::Region,
        Member::Municipality(_) => Party::Municipality,
    }
}

/// An exact amount in öre as kronor, with so many decimals unless it is whole.
fn exact(ore: Fraction, places: u32) -> String {
    let kronor = ore.checked_div(Fraction::whole(100)).unwrap_or(ore);
    let places = if kronor == Fraction::whole(kronor.floor()) { 0 } else { places };
    format!("{}{SPACE}kr", kronor.swedish(places))
}

fn share(weight: &Weight) -> Option<Fraction> {
    Fraction::new(weight.own.into(), weight.sum.into())
}

/// Every member's part of one association, as a table.
pub(super) fn everybody(view: &View<'_>, paying: &Paying<'_>) -> Markup {
    let lang = view.lang;
    let columns = [
        Column::new(lang.t("allocation-member")),
        Column::new(lang.t("allocation-part-of-all")),
        Column::number(lang.t("allocation-key-figure")),
        Column::number(lang.t("allocation-key-share")),
        Column::number(lang.t("allocation-exact")),
        Column::number(lang.t("allocation-pays")),
    ];
    let rows = html! {
        @for line in &paying.contributions.lines {
            @let parties = paying.parties(line.member);
            @let weight = parties.first().and_then(|with| paying.weight(line.member, *with));
            @let name = paying.name(line.member);
            tr {
                th scope="row" {
                    a href=(of_member(view.path, view.query, view.asked.when, party_of(line.member), name)) { (name) }
                }
                td { (lang.t(if parties.len() > 1 { "allocation-both-quarters" } else { paying.part(line.member).0 })) @if weight.is_some() { " " (lang.t("allocation-shared")) } }
                td.num { @if let Some(weight) = &weight { (grouped(weight.own)) } }
                td.num { @if let Some(share) = weight.as_ref().and_then(share) { (share.percent(2)) } }
                td.num { (exact(line.exact, 4)) }
                td.num { (line.amount.to_string()) }
            }
        }
    };
    html! {
        p lang="sv" { (capital(paying.contributions.scheme.swedish())) "." }
        (parts::table("medlemmarna", lang.t("allocation-why-members-table"), &columns, &rows))
        (undecided(lang, paying))
    }
}

/// How one member's amount came about, as steps.
pub(super) fn one(
    view: &View<'_>,
    association: &Association,
    outcome: &AssociationOutcome,
    paying: &Paying<'_>,
    line: &Line,
) -> Markup {
    let lang = view.lang;
    let name = paying.name(line.member);
    let (part, of) = paying.part(line.member);
    let party_amount = Fraction::new(paying.contributions.total.ore().into(), of).unwrap_or(Fraction::ZERO);
    html! {
        ol.derivation {
            li {
                a href=(of_association(view.path, view.query, view.asked.when, &association.name)) {
                    (lang.ta("allocation-step-state", &[("amount", kronor(outcome.state).into())]))
                }
                " " (lang.ta("allocation-step-all", &[("amount", kronor(paying.contributions.total).into())]))
            }
            li { span lang="sv" { (capital(paying.contributions.scheme.swedish())) "." } }
            @for with in paying.parties(line.member) {
                li { (lang.ta("allocation-step-part", &[
                    ("part", lang.t(part).into()), ("amount", exact(party_amount, 2).into()),
                ])) }
                @match paying.weight(line.member, with) {
                    Some(weight) => {
                        li { (lang.ta(weight.key, &[
                            ("name", name.into()), ("own", grouped(weight.own).into()),
                            ("sum", grouped(weight.sum).into()),
                            ("share", share(&weight).map(|s| s.percent(4)).unwrap_or_default().into()),
                        ])) }
                    },
                    None if paying.together(with).len() < 2 => {
                        li { (lang.ta("allocation-step-alone", &[("name", name.into())])) }
                    },
                    None => {},
                }
            }
            li { (lang.ta("allocation-step-exact", &[
                ("exact", exact(line.exact, 4).into()), ("amount", line.amount.to_string().into()),
            ])) }
        }
        (undecided(lang, paying))
    }
}

/// What equal remainders leave undecided.
fn undecided(lang: Lang, paying: &Paying<'_>) -> Markup {
    html! {
        @for tie in &paying.contributions.ties {
            @let names: Vec<&str> = tie.among.iter().map(|member| paying.name(*member)).collect();
            p { (lang.ta("allocation-undecided", &[
                ("amount", tie.amount.to_string().into()), ("names", lang.listed(&names).into()),
            ])) }
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
