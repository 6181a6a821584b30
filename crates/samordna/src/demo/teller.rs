//! Tells a history to the engine, one command at a time, each on its own day and by somebody.

use std::collections::BTreeMap;

use desk::draft::{Drawer, Saving};
use directory::Workroom;
use domain::decision::Entered;
use domain::ids::{InitiativeId, ItemId, MeetingId, PersonId};
use domain::initiative::events::Application;
use domain::initiative::submit::SubmitApplication;
use domain::{Association, Command, Ctx, Refusal};
use engine::Engine;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use uuid::Uuid;

/// The demo could not be told: a command was refused, or the store failed.
#[derive(Debug, thiserror::Error)]
#[error("demon kan inte byggas i {slug}, steg {step}: {why}")]
pub(crate) struct Trouble {
    slug: String,
    step: u32,
    why: String,
}

impl Trouble {
    /// Trouble at a step, counted from 0, of something that is not an association.
    pub(super) fn new(slug: &str, step: usize, why: &str) -> Self {
        Self { slug: slug.to_owned(), step: u32::try_from(step).unwrap_or(u32::MAX), why: why.to_owned() }
    }
}

/// One association's history being told.
pub(crate) struct Teller {
    engine: Engine,
    workroom: Workroom,
    slug: String,
    zone: TimeZone,
    now: DateTime,
    by: PersonId,
    entered: Entered,
    reasons: Vec<(&'static str, &'static str)>,
    step: u32,
}

impl Teller {
    /// Begins a history on a day, told by somebody.
    pub(crate) fn new(drawer: Drawer<'_>, slug: &str, on: Date, by: PersonId) -> Self {
        let Drawer { engine, workroom, zone } = drawer;
        Self {
            engine: engine.clone(),
            workroom: workroom.clone(),
            slug: slug.to_owned(),
            zone: zone.clone(),
            now: on.to_datetime(Time::constant(9, 0, 0, 0)),
            by,
            entered: Entered::AsItHappens,
            reasons: Vec::new(),
            step: 0,
        }
    }

    /// From here on another day, at nine.
    pub(crate) fn on(&mut self, day: Date) -> &mut Self {
        self.now = day.to_datetime(Time::constant(9, 0, 0, 0));
        self
    }

    /// From here on at least this day, at nine.
    pub(crate) fn no_earlier_than(&mut self, day: Date) -> &mut Self {
        if self.now.date() < day {
            self.on(day);
        }
        self
    }

    /// From here on another moment.
    pub(crate) fn at(&mut self, moment: DateTime) -> &mut Self {
        self.now = moment;
        self
    }

    /// From here on somebody else.
    pub(crate) fn by(&mut self, person: PersonId) -> &mut Self {
        self.by = person;
        self
    }

    /// From here on what is told was recorded long afterwards.
    pub(crate) fn afterwards(&mut self) -> &mut Self {
        self.entered = Entered::Afterwards;
        self
    }

    /// From here on what is told happens as it is told.
    pub(crate) fn happening(mut self) -> Self {
        self.entered = Entered::AsItHappens;
        self
    }

    /// Gives the next command a reason for a *bör* that is not met.
    pub(crate) fn because(&mut self, rule: &'static str, reason: &'static str) -> &mut Self {
        self.reasons.push((rule, reason));
        self
    }

    /// Tells one command.
    pub(crate) async fn tell(&mut self, command: Command) -> Result<(), Trouble> {
        self.step += 1;
        let reasons = std::mem::take(&mut self.reasons);
        let reasons = reasons.into_iter().map(|(rule, why)| (rule.to_owned(), why.to_owned())).collect();
        let ctx = Ctx { now: self.now, actor: self.by, reasons, entered: self.entered };
        let id = Uuid::new_v5(
            &Uuid::NAMESPACE_OID,
            format!("samordna demo {} {}", self.slug, self.step).as_bytes(),
        );
        let at = self.zone.to_timestamp(self.now).map_err(|why| self.trouble(&why.to_string()))?;
        let what = format!("{command:?}");
        match self.drawer().take(&self.slug, id, at, ctx, command).await {
            Ok(Ok(_)) => Ok(()),
            Err(stop) => Err(self.trouble(&format!("{stop:?}"))),
            Ok(Err(refusal)) => Err(self.refused(&what, &refusal)),
        }
    }

    /// Saves what is written of an application, as a person does.
    pub(crate) async fn write(
        &mut self,
        initiative: InitiativeId,
        application: Application,
    ) -> Result<(), Trouble> {
        self.step += 1;
        let (now, actor) = (self.now, self.by);
        let ctx = Ctx { now, actor, reasons: BTreeMap::new(), entered: self.entered };
        let at = self.zone.to_timestamp(self.now).map_err(|why| self.trouble(&why.to_string()))?;
        let saving = Saving { slug: &self.slug, initiative, seen: self.written(initiative).await?, at };
        match self.drawer().save(ctx, saving, application).await {
            Ok(Ok(_)) => Ok(()),
            Err(stop) => Err(self.trouble(&format!("{stop:?}"))),
            Ok(Err(refusal)) => Err(self.refused("utkastet", &refusal)),
        }
    }

    /// Hands in what is written.
    pub(crate) async fn hand_in(&mut self, initiative: InitiativeId) -> Result<(), Trouble> {
        let version = self.written(initiative).await?;
        self.tell(Command::from(SubmitApplication::draft(initiative, version))).await
    }

    /// The version of what is written.
    async fn written(&self, initiative: InitiativeId) -> Result<u64, Trouble> {
        let draft = self.drawer().read(&self.slug, initiative).await;
        draft.map(|draft| draft.version).map_err(|stop| self.trouble(&format!("{stop:?}")))
    }

    fn drawer(&self) -> Drawer<'_> {
        Drawer { engine: &self.engine, workroom: &self.workroom, zone: &self.zone }
    }

    fn refused(&self, what: &str, refusal: &Refusal) -> Trouble {
        let what: String = what.chars().take(200).collect();
        self.trouble(&format!("{what} den {}: {}", self.now, says(refusal)))
    }

    /// Looks at the association as it stands.
    pub(crate) fn look<R>(&self, look: impl FnOnce(&Association) -> Option<R>) -> Result<R, Trouble> {
        let found = self.engine.read(&self.slug, look).flatten();
        found.ok_or_else(|| self.trouble("det som söks finns inte"))
    }

    /// The meeting planned last.
    pub(crate) fn latest_meeting(&self) -> Result<MeetingId, Trouble> {
        self.look(|a| a.meetings.keys().next_back().copied())
    }

    /// The initiative noted last.
    pub(crate) fn latest_initiative(&self) -> Result<InitiativeId, Trouble> {
        self.look(|a| a.initiatives.keys().next_back().copied())
    }

    /// The item whose title begins so.
    pub(crate) fn item(&self, meeting: MeetingId, title: &str) -> Result<ItemId, Trouble> {
        self.look(|a| {
            a.meetings.get(&meeting)?.items.iter().find(|i| i.content.title.starts_with(title)).map(|i| i.id)
        })
    }

    pub(crate) fn trouble(&self, why: &str) -> Trouble {
        Trouble { slug: self.slug.clone(), step: self.step, why: why.to_owned() }
    }
}

fn says(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Fields(fields) => {
            fields.iter().map(|f| format!("{}: {}", f.field, f.says)).collect::<Vec<_>>().join(" ")
        }
        Refusal::Law(findings) | Refusal::ReasonNeeded(findings) => {
            let unmet = findings.iter().filter(|f| f.blocks() || f.asks_for_reason());
            unmet.map(|f| format!("{}: {}", f.rule, f.says)).collect::<Vec<_>>().join(" ")
        }
        Refusal::Order { says, instead } => format!("{says} {}", instead.as_deref().unwrap_or_default()),
        Refusal::Changed(says) | Refusal::Denied(says) => says.clone(),
        Refusal::NotFound(what) => format!("{what} finns inte"),
    }
}
