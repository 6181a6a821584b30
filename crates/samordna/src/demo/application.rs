//! Applications of the demo, and their way to the board.

use std::collections::BTreeMap;

use domain::Command;
use domain::ids::{InitiativeId, MemberId, PersonId};
use domain::initiative::committee::PrepareForBoard;
use domain::initiative::events::{Application, BoardOutcome, Grant, Interlocutor, Recommendation, View};
use domain::initiative::idea::{NoteIdea, TalkOverIdea};
use domain::initiative::prepare::{ExamineApplication, ProposeDecision, StateMemberView};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use swedish::money::Ore;

use super::county::{Profile, member};
use super::people::person;
use super::teller::{Teller, Trouble};

/// What is particular to one application; the rest of the form follows from it.
pub(crate) struct Brief {
    pub(crate) title: &'static str,
    pub(crate) idea: &'static str,
    pub(crate) need: &'static str,
    pub(crate) target_group: &'static str,
    pub(crate) method: &'static str,
    pub(crate) goals: &'static str,
    pub(crate) applicant: &'static str,
    pub(crate) carrier: usize,
    pub(crate) parties: &'static [usize],
    pub(crate) kronor_a_year: i64,
    pub(crate) first_year: i16,
    pub(crate) years: i16,
    pub(crate) implementation: &'static str,
}

impl Brief {
    fn years(&self) -> impl Iterator<Item = i16> {
        self.first_year..self.first_year.saturating_add(self.years)
    }

    /// The application on the association's form.
    pub(crate) fn application(&self) -> Application {
        let amount = Ore::from_kronor(self.kronor_a_year).unwrap_or_default();
        let last = self.first_year.saturating_add(self.years).saturating_sub(1);
        let parties: Vec<MemberId> = self.parties.iter().map(|p| member(*p)).collect();
        Application {
            title: self.title.to_owned(),
            need: self.need.to_owned(),
            target_group: self.target_group.to_owned(),
            needs_coordination: true,
            aims_at_work_ability: true,
            parties: parties.clone(),
            carrier: Some(member(self.carrier)),
            method: self.method.to_owned(),
            goals: self.goals.to_owned(),
            indicators: "Antal deltagare, andel i arbete eller studier vid avslut, deltagarnas skattning."
                .to_owned(),
            orientation: domain::initiative::events::Orientation::Individual,
            from: Some(date(self.first_year, 1, 1)),
            until: Some(date(last, 12, 31)),
            budget: self.years().map(|year| (year, amount)).collect(),
            follow_up: "Kvartalsvis till styrgruppen, halvårsvis till beredningsgruppen.".to_owned(),
            evaluation: "Slutrapport med utvärdering av metod och resultat sex månader före slutet."
                .to_owned(),
            implementation: self.implementation.to_owned(),
            receiver: Some(member(self.carrier)),
            members_heard: parties,
            service_by_association: false,
            asf: domain::initiative::events::Asf::default(),
        }
    }

    /// A grant of this much a year.
    pub(crate) fn grant(&self, kronor_a_year: i64, years: i16, reporting: &[Date]) -> Grant {
        let amount = Ore::from_kronor(kronor_a_year).unwrap_or_default();
        let last = self.first_year.saturating_add(years).saturating_sub(1);
        let amounts: BTreeMap<i16, Ore> = (self.first_year..=last).map(|year| (year, amount)).collect();
        Grant {
            amounts,
            from: Some(date(self.first_year, 1, 1)),
            until: Some(date(last, 12, 31)),
            conditions: vec!["Styrgruppen rapporterar till beredningsgruppen varje halvår.".to_owned()],
            reporting: reporting.to_vec(),
            financing: "Inom ramen för förbundets budget för insatser.".to_owned(),
            fixes_method: false,
        }
    }

    /// The whole of what is applied for, granted.
    pub(crate) fn granted_in_full(&self) -> BoardOutcome {
        BoardOutcome::Granted(self.grant(self.kronor_a_year, self.years, &[date(self.first_year, 9, 1)]))
    }
}

/// The idea, talked over with the office.
pub(crate) async fn idea(t: &mut Teller, brief: &Brief, by: PersonId) -> Result<InitiativeId, Trouble> {
    t.by(by);
    let (title, text) = (brief.title.to_owned(), brief.idea.to_owned());
    t.tell(Command::from(NoteIdea { title, text, applicant: brief.applicant.to_owned() })).await?;
    let initiative = t.latest_initiative()?;
    for (with, note) in [
        (Interlocutor::Manager, "Chefen stöder idén och avsätter tid."),
        (Interlocutor::Office, "Kansliet ser att idén ryms i förbundets mål och hjälper till med ansökan."),
    ] {
        t.tell(Command::from(TalkOverIdea { initiative, with, note: note.to_owned() })).await?;
    }
    Ok(initiative)
}

/// From idea to handed in, over some weeks that end on a day.
pub(crate) async fn submitted(
    t: &mut Teller,
    brief: &Brief,
    by: PersonId,
    on: Date,
) -> Result<InitiativeId, Trouble> {
    t.on(on.saturating_sub(30.days()));
    let initiative = idea(t, brief, by).await?;
    t.on(on.saturating_sub(10.days()));
    t.write(initiative, brief.application()).await?;
    t.on(on);
    t.hand_in(initiative).await?;
    Ok(initiative)
}

/// The preparatory group examines and proposes on a day.
pub(crate) async fn proposed(
    t: &mut Teller,
    profile: &Profile,
    initiative: InitiativeId,
    views: &[(usize, View, &str)],
    proposal: Recommendation,
    on: Date,
) -> Result<(), Trouble> {
    t.on(on);
    for (place, view, text) in views {
        if let Some(seat) = profile.seats.get(*place) {
            t.by(person(seat.official));
            let view =
                StateMemberView { initiative, member: member(*place), view: *view, text: (*text).to_owned() };
            t.tell(Command::from(view)).await?;
        }
    }
    if let Some(seat) = profile.seats.get(1) {
        t.by(person(seat.official));
    }
    let text = "Ansökan följer lagen och förbundsordningen och svarar mot verksamhetsplanens mål.".to_owned();
    t.tell(Command::from(ExamineApplication { initiative, text })).await?;
    t.tell(Command::from(ProposeDecision { initiative, proposal })).await
}

/// The working committee prepares for the board on a day.
pub(crate) async fn prepared(
    t: &mut Teller,
    profile: &Profile,
    initiative: InitiativeId,
    proposal: Recommendation,
    on: Date,
) -> Result<(), Trouble> {
    t.on(on).by(person(profile.vice_chair));
    t.tell(Command::from(PrepareForBoard { initiative, proposal })).await
}

/// A proposal to grant.
pub(crate) fn approve(grant: Grant, clause: &str, grounds: &str) -> Recommendation {
    Recommendation {
        approve: true,
        clauses: vec![clause.to_owned()],
        grounds: grounds.to_owned(),
        grant: Some(grant),
    }
}
