//! Establishing the association: founding, members, bylaws, names, budgets.

use access::Action;
use std::collections::BTreeSet;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statute::rules::members::{MemberSeats, SeatsPerMember};

use crate::act::{self, Act, Decision};
use crate::association::events::{
    Bylaws, ContributionTerms, Event, Founded, MemberJoined, MemberKind, ShareKey,
};
use crate::association::state::Member;
use crate::decision::{Ctx, Decided, Guard, Refusal};
use crate::event::Subject;
use crate::fields::{Fields, LINE, TEXT, TITLE};
use crate::ids::{MemberId, PersonId};
use crate::state::Association;
use swedish::days::in_words;
use swedish::money::Ore;
use swedish::text::folded;

#[cfg(test)]
mod tests;

fn happened(event: Event) -> Decided {
    Decided::of([crate::Event::Association(event)])
}

/// Nothing can be noted about an association that is not founded.
fn founded(state: &Association) -> Result<&Founded, Refusal> {
    state
        .profile
        .founded
        .as_ref()
        .ok_or_else(|| Refusal::order("Förbundet är inte bildat ännu.", "Bilda förbundet först."))
}

/// Founds the association, once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FoundAssociation {
    /// How it begins.
    pub founded: Founded,
}

impl Decision for FoundAssociation {
    const ACT: Act = Act {
        name: "found_association",
        says: "bilda förbundet",
        may: Action::ManageMandates,
        fits: act::always,
    };

    fn about(&self) -> Subject {
        Subject::Association
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let new = &self.founded;
        if let Some(old) = &state.profile.founded {
            if old == new {
                return Ok(Decided::already());
            }
            return Err(Refusal::Changed(format!("{} är redan bildat, den {}.", old.name, in_words(old.on))));
        }
        let number = new.organisationsnummer.as_deref();
        Fields::new()
            .hold(
                is_slug(&new.slug),
                "slug",
                "Skriv adressen med a–z, siffror och bindestreck, som finnveden.",
            )
            .said("name", &new.name, LINE, "Skriv förbundets namn.")
            .said("short_name", &new.short_name, LINE, "Skriv ett kort namn för listor.")
            .hold(
                number.is_none_or(is_organisationsnummer),
                "organisationsnummer",
                "Skriv organisationsnumret med tio siffror, som 222000-1107.",
            )
            .said("seat", &new.seat, LINE, "Skriv förbundets säte.")
            .said("county", &new.county, LINE, "Skriv länets namn.")
            .hold(
                new.on <= ctx.today(),
                "on",
                "Ange dagen då förbundet bildades; den kan inte vara kommande.",
            )
            .checked()?;
        Ok(happened(Event::Founded(new.clone())))
    }
}

fn is_slug(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (2..=40).contains(&text.len()) && text.chars().all(fits) && !text.starts_with('-') && !text.ends_with('-')
}

/// Ten digits, with or without the hyphen, of which the last is the check digit.
fn is_organisationsnummer(text: &str) -> bool {
    let digits: Vec<u32> = text
        .chars()
        .enumerate()
        .filter(|(at, c)| !(*at == 6 && *c == '-'))
        .filter_map(|(_, c)| c.to_digit(10))
        .collect();
    let written = text.chars().count() - usize::from(text.chars().nth(6) == Some('-'));
    let sum: u32 = digits
        .iter()
        .enumerate()
        .map(|(at, digit)| if at.is_multiple_of(2) { digit * 2 / 10 + digit * 2 % 10 } else { *digit })
        .sum();
    digits.len() == 10 && written == 10 && sum.is_multiple_of(10)
}

/// Takes in a member (sv. *förbundsmedlem*).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TakeInMember {
    /// Its name.
    pub name: String,
    /// What it is; there is one Försäkringskassan and one Arbetsförmedling.
    pub kind: MemberKind,
    /// From this day.
    pub on: Date,
}

impl Decision for TakeInMember {
    const ACT: Act = Act {
        name: "take_in_member",
        says: "ta in en medlem",
        may: Action::ManageMandates,
        fits: act::founded,
    };

    fn about(&self) -> Subject {
        Subject::Association
    }

    fn decide(&self, state: &Association, _ctx: &Ctx) -> Result<Decided, Refusal> {
        let since = founded(state)?.on;
        let name = self.name.trim();
        let current = || state.profile.members.values().filter(|m| m.left.is_none_or(|left| self.on <= left));
        if let Some(member) = current().find(|m| folded(&m.name) == folded(name)) {
            if member.kind == self.kind && member.joined == self.on {
                return Ok(Decided::already());
            }
            let says = format!("{} är redan medlem, sedan den {}.", member.name, in_words(member.joined));
            return Err(Refusal::Changed(says));
        }
        let alone = match self.kind {
            MemberKind::Fk => Some("Försäkringskassan"),
            MemberKind::Af => Some("Arbetsförmedlingen"),
            MemberKind::Region | MemberKind::Municipality => None,
        };
        let taken = alone.filter(|_| current().any(|m| m.kind == self.kind));
        Fields::new()
            .said("name", name, LINE, "Skriv medlemmens namn.")
            .hold(
                taken.is_none(),
                "kind",
                format!("Välj ett annat slag; {} är redan medlem.", taken.unwrap_or_default()),
            )
            .hold(
                self.on >= since,
                "on",
                format!("Ange en dag från och med den {}, då förbundet bildades.", in_words(since)),
            )
            .checked()?;
        Ok(happened(Event::MemberJoined(MemberJoined {
            member: MemberId::after(state.profile.members.keys()),
            name: name.to_owned(),
            kind: self.kind,
            on: self.on,
        })))
    }
}

/// Sets what the bylaws (sv. *förbundsordning*) decide, from a day on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SetBylaws {
    /// From this day.
    pub from: Date,
    /// What they decide.
    pub bylaws: Bylaws,
    /// Where they were adopted.
    #[serde(default)]
    pub source: Option<String>,
}

impl Decision for SetBylaws {
    const ACT: Act = Act {
        name: "set_bylaws",
        says: "anteckna förbundsordningen",
        may: Action::ManageMandates,
        fits: act::founded,
    };

    fn about(&self) -> Subject {
        Subject::Association
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        founded(state)?;
        if state.profile.bylaws.get(&self.from) == Some(&self.bylaws) {
            return Ok(Decided::already());
        }
        self.check(state)?;
        let mut guard = Guard::new(ctx);
        let seats = SeatsPerMember { members: seats_of_members(state, &self.bylaws, self.from) };
        for finding in seats.judge_all(self.from) {
            guard = guard.note(finding);
        }
        let set =
            Event::BylawsSet { from: self.from, bylaws: self.bylaws.clone(), source: self.source.clone() };
        guard.pass(Subject::Association, "set_bylaws", [crate::Event::Association(set)])
    }
}

impl SetBylaws {
    fn check(&self, state: &Association) -> Result<(), Refusal> {
        let bylaws = &self.bylaws;
        let known = |member: &MemberId| state.profile.members.contains_key(member);
        let seats = &bylaws.seats;
        Fields::new()
            .hold(!seats.is_empty(), "seats", "Ange styrelsens platser.")
            .hold(
                seats.iter().all(|s| !s.members.is_empty() && s.members.iter().all(known)),
                "seats",
                "Ange för varje plats vilken eller vilka av medlemmarna den tillhör.",
            )
            .hold(
                seats.iter().all(|s| s.members.iter().collect::<BTreeSet<_>>().len() == s.members.len()),
                "seats",
                "Ange varje medlem en gång för en plats.",
            )
            .hold(
                seats.iter().all(|s| s.ordinary > 0 || s.substitutes > 0),
                "seats",
                "Ange hur många ledamöter och ersättare platsen omfattar, minst en.",
            )
            .hold(
                bylaws.notice_days.is_none_or(|days| (1..=90).contains(&days)),
                "notice_days",
                "Ange kallelsetiden i dagar, mellan 1 och 90.",
            )
            .hold(
                bylaws.mandate_start.is_none_or(|(month, day)| Date::new(2027, month, day).is_ok()),
                "mandate_start",
                "Ange månad och dag då mandattiden börjar, som 1 och 1 för den 1 januari.",
            )
            .hold(
                bylaws.mandate_years.is_none_or(|years| (1..=4).contains(&years)),
                "mandate_years",
                "Ange mandattiden i år; den får vara kortare än fyra år men inte längre (13 §).",
            )
            .hold(
                bylaws.posting_members.iter().all(known),
                "posting_members",
                "Välj bland medlemmarna vilkas anslagstavlor som används.",
            )
            .hold(
                ["{year}", "{no}"].iter().all(|part| bylaws.case_number.matches(part).count() == 1),
                "case_number",
                "Skriv mönstret med {year} och {no} en gång vardera, som SVB {year}/{no}.",
            )
            .within("case_number", &bylaws.case_number, 60)
            .said("court", &bylaws.court, LINE, "Skriv vilken förvaltningsrätt som prövar överklaganden.")
            .said("kept_at", &bylaws.kept_at, LINE, "Skriv var protokollen förvaras.")
            .within("source", self.source.as_deref().unwrap_or_default(), TEXT)
            .hold(
                bylaws.contributions.as_ref().is_none_or(|terms| members_of(terms).iter().all(known)),
                "contributions",
                "Välj bland medlemmarna i fördelningsnyckeln.",
            )
            .hold(
                bylaws.contributions.as_ref().is_none_or(|terms| !terms.source.trim().is_empty()),
                "contributions",
                "Skriv var fördelningsnyckeln står, som 11 § i förbundsordningen.",
            )
            .checked()
    }
}

/// The members that the terms of contributions name.
fn members_of(terms: &ContributionTerms) -> Vec<MemberId> {
    let of = |key: &ShareKey| -> Vec<MemberId> {
        match key {
            ShareKey::Inhabitants => Vec::new(),
            ShareKey::Agreed(shares) => shares.iter().map(|share| share.member).collect(),
            ShareKey::Table(years) => {
                years.iter().flat_map(|y| &y.shares).map(|share| share.member).collect()
            }
        }
    };
    [of(&terms.municipal_key), of(&terms.region_key), terms.outside_regions.clone()].concat()
}

/// Each member's seats by the bylaws; a member without a seat has none.
pub(crate) fn seats_of_members(state: &Association, bylaws: &Bylaws, on: Date) -> Vec<MemberSeats> {
    let seats_of = |member: &Member| {
        let own: Vec<_> = bylaws.seats.iter().filter(|s| s.members == [member.id]).collect();
        let shared = || bylaws.seats.iter().filter(|s| s.members.contains(&member.id)).take(1).collect();
        let seats: Vec<_> = if own.is_empty() { shared() } else { own };
        let others = seats.iter().flat_map(|s| &s.members).filter(|id| **id != member.id);
        MemberSeats {
            member: member.name.clone(),
            kind: member.kind.into(),
            members: seats.iter().map(|s| s.ordinary).fold(0, u32::saturating_add),
            substitutes: seats.iter().map(|s| s.substitutes).fold(0, u32::saturating_add),
            shared_with: others.map(|id| state.profile.member_name(*id).to_owned()).collect(),
        }
    };
    state.profile.members_on(on).map(seats_of).collect()
}

/// Names a person as the record writes them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NamePerson {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
}

impl Decision for NamePerson {
    const ACT: Act = Act {
        name: "name_person",
        says: "skriva in en person",
        may: Action::ManageMandates,
        fits: act::founded,
    };

    fn about(&self) -> Subject {
        Subject::Association
    }

    fn decide(&self, state: &Association, _ctx: &Ctx) -> Result<Decided, Refusal> {
        founded(state)?;
        let name = self.name.trim();
        Fields::new().said("name", name, TITLE, "Skriv namnet som det ska stå i protokollen.").checked()?;
        if state.profile.people.get(&self.person).is_some_and(|known| known == name) {
            return Ok(Decided::already());
        }
        Ok(happened(Event::PersonNamed { person: self.person, name: name.to_owned() }))
    }
}

/// Notes the budget of a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NoteBudget {
    /// The budget year.
    pub year: i16,
    /// Income according to the budget.
    pub income: Ore,
    /// Where it is stated.
    pub source: String,
}

impl Decision for NoteBudget {
    const ACT: Act = Act {
        name: "note_budget",
        says: "anteckna budgeten",
        may: Action::ManageMandates,
        fits: act::founded,
    };

    fn about(&self) -> Subject {
        Subject::Association
    }

    fn decide(&self, state: &Association, _ctx: &Ctx) -> Result<Decided, Refusal> {
        founded(state)?;
        Fields::new()
            .hold((1990..=2100).contains(&self.year), "year", "Skriv budgetåret med fyra siffror, som 2026.")
            .hold(self.income >= Ore::new(0), "income", "Skriv intäkterna i kronor, noll eller mer.")
            .said("source", &self.source, LINE, "Skriv var uppgiften står.")
            .checked()?;
        let known = state.profile.budgets.get(&self.year);
        if known.is_some_and(|(income, source)| *income == self.income && *source == self.source) {
            return Ok(Decided::already());
        }
        Ok(happened(Event::BudgetNoted { year: self.year, income: self.income, source: self.source.clone() }))
    }
}

/// Says with which other associations the office is shared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ShareOffice {
    /// Their addresses.
    #[serde(default)]
    pub with: Vec<String>,
}

impl Decision for ShareOffice {
    const ACT: Act = Act {
        name: "share_office",
        says: "anteckna gemensamt kansli",
        may: Action::ManageMandates,
        fits: act::founded,
    };

    fn about(&self) -> Subject {
        Subject::Association
    }

    fn decide(&self, state: &Association, _ctx: &Ctx) -> Result<Decided, Refusal> {
        let own = &founded(state)?.slug;
        Fields::new()
            .hold(
                self.with.iter().all(|slug| is_slug(slug) && slug != own),
                "with",
                "Skriv de andra förbundens adresser, som varend.",
            )
            .checked()?;
        if state.profile.shares_office_with == self.with {
            return Ok(Decided::already());
        }
        Ok(happened(Event::OfficeShared { with: self.with.clone() }))
    }
}
