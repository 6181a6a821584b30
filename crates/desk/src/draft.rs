//! The working copy of an application: read, saved, and taken by the command that hands it in or throws it away.
//!
//! Saving is no command, and meets the policies and the rules of one: whichever way it comes, it comes through here.
//! A command that takes the copy claims it first, so that nothing is saved over what it takes; what it held goes with the
//! command as evidence, and when the record holds the fact the copy is deleted. Whoever meets a claim that is left over
//! asks the record what became of it.

use directory::{CopyId, Saved, WorkingCopy, Workroom};
use domain::ids::{InitiativeId, PersonId};
use domain::initiative::draft::{BeginApplication, Drafts, Written, changed, may_be_saved};
use domain::initiative::events::{Application, Stage};
use domain::{Association, Command, Ctx, Refusal, entry, initiative};
use engine::{Done, Engine, Error};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::stop::Stop;

/// What the workroom calls it.
const KIND: &str = "application";

/// How long a claim is left alone: its command is on its way.
const PATIENCE: SignedDuration = SignedDuration::from_secs(60);

/// An application as it is being written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The version of the working copy, also when there is nothing in it.
    pub version: u64,
    /// What it says.
    pub written: Option<Written>,
    /// When it was saved last.
    pub at: Option<Timestamp>,
}

impl Draft {
    /// What it says.
    pub fn application(&self) -> Option<&Application> {
        self.written.as_ref().map(|written| &written.application)
    }
}

/// Where the drafts lie, and the record that they are handed in to.
#[derive(Clone, Copy, Debug)]
pub struct Drawer<'a> {
    /// The record.
    pub engine: &'a Engine,
    /// The drafts.
    pub workroom: &'a Workroom,
    /// By whose clocks a draft was saved on a day.
    pub zone: &'a TimeZone,
}

/// Who saves which draft, as they have seen it.
#[derive(Clone, Copy, Debug)]
pub struct Saving<'a> {
    /// The association.
    pub slug: &'a str,
    /// The initiative.
    pub initiative: InitiativeId,
    /// The version that was seen.
    pub seen: u64,
    /// The moment.
    pub at: Timestamp,
}

impl Drawer<'_> {
    /// A draft as it stands.
    ///
    /// # Errors
    /// The workroom cannot be read.
    pub async fn read(&self, slug: &str, initiative: InitiativeId) -> Result<Draft, Stop> {
        self.draft(&self.workroom.working_copy(&name(slug, initiative)).await?)
    }

    /// The drafts of some initiatives, where something is being written.
    ///
    /// # Errors
    /// The workroom cannot be read.
    pub async fn of(&self, slug: &str, initiatives: &[InitiativeId]) -> Result<Drafts, Stop> {
        let mut drafts = Drafts::new();
        for id in initiatives {
            if let Some(written) = self.read(slug, *id).await?.written {
                drafts.insert(*id, written.application);
            }
        }
        Ok(drafts)
    }

    /// What a draft said at an earlier version, when that is not too long ago.
    ///
    /// # Errors
    /// The workroom cannot be read.
    pub async fn earlier(
        &self,
        slug: &str,
        initiative: InitiativeId,
        version: u64,
    ) -> Result<Option<Application>, Stop> {
        let found = self.workroom.earlier_copy(&name(slug, initiative), version).await?;
        found.map(|content| read(&content)).transpose()
    }

    /// Saves a draft, by the rules of the form; the first saving begins the application.
    ///
    /// # Errors
    /// The refusal inside is for whoever saves; [`Stop`] when a store failed.
    pub async fn save(
        &self,
        mut ctx: Ctx,
        saving: Saving<'_>,
        application: Application,
    ) -> Result<Result<Draft, Refusal>, Stop> {
        let Saving { slug, initiative, seen, at } = saving;
        let application = match entry::entered(&mut ctx, application) {
            Ok(application) => application,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let fits = |a: &Association| {
            may_be_saved(a, &ctx, initiative, &application)
                .map(|()| a.initiatives.get(&initiative).is_some_and(|i| i.stage == Stage::Idea))
        };
        let begins = match self.engine.read(slug, fits) {
            None => return Err(Stop::NotFound(Some("förbundet"))),
            Some(Err(refusal)) => return Ok(Err(refusal)),
            Some(Ok(begins)) => begins,
        };
        let id = name(slug, initiative);
        let stands = self.settled(&id, at).await?;
        let content = serde_json::to_string(&application).map_err(Stop::fault)?;
        if begins {
            // One beginning for each time there was nothing: a retry is the same, one after it was thrown away is not.
            let command =
                Uuid::new_v5(&ctx.actor.0, format!("{slug}/{initiative}/{}", stands.version).as_bytes());
            let begin = Command::from(BeginApplication { initiative });
            if let Err(refusal) = answer(self.engine.execute(slug, command, at, ctx.clone(), begin).await)? {
                return Ok(Err(refusal));
            }
        }
        if stands.claimed.is_none() && stands.content.as_ref() == Some(&content) {
            return self.draft(&stands).map(Ok);
        }
        match self.workroom.save_copy(&id, seen, &content, directory::PersonId(ctx.actor.0), at).await? {
            Saved::As(version) => {
                let written = Written { version, application, by: ctx.actor, on: self.day(at) };
                Ok(Ok(Draft { version, written: Some(written), at: Some(at) }))
            }
            Saved::Stands(copy) => self.told(slug, &copy).map(Err),
            Saved::TooLong => Err(Stop::TooLarge),
        }
    }

    /// Carries out a command that hands a draft in or throws it away; nothing for any other command.
    ///
    /// # Errors
    /// The refusal inside is for whoever sent it; [`Stop`] when a store failed.
    pub async fn take(
        &self,
        slug: &str,
        command_id: Uuid,
        at: Timestamp,
        ctx: Ctx,
        mut command: Command,
    ) -> Result<Result<Done, Refusal>, Stop> {
        let Some((initiative, version)) = taken(&command) else {
            return answer(self.engine.execute(slug, command_id, at, ctx, command).await);
        };
        let (id, by) = (name(slug, initiative), directory::PersonId(ctx.actor.0));
        let mut claimed = false;
        if let Some(version) = version {
            self.settled(&id, at).await?;
            claimed = self.workroom.claim_copy(&id, version, command_id, at).await?;
        }
        let copy = self.workroom.working_copy(&id).await?;
        let draft = self.draft(&copy)?;
        let same = Some(draft.version) == version && draft.written.is_some();
        if same && !claimed {
            // Another command is on its way with it.
            return self.told(slug, &copy).map(Err);
        }
        evidence(&mut command, draft.written);
        // What became of a fault is not known: the draft stays claimed until the record has been asked.
        let done = answer(self.engine.execute(slug, command_id, at, ctx, command).await)?;
        let cleared = match &done {
            Ok(_) if claimed => self.workroom.delete_copy(&id, command_id, by, at).await,
            // Nothing was read that could be claimed: what may still lie there is over.
            Ok(done) if version.is_none() && done.events > 0 => self.workroom.discard_copy(&id, by, at).await,
            Ok(_) => Ok(()),
            Err(_) => self.workroom.release_copy(&id, command_id).await,
        };
        if let Err(fault) = cleared {
            // The fact stands in the record; whoever meets the claim deletes what could not be deleted now.
            tracing::error!(%fault, "draft.not_cleared");
        }
        Ok(done)
    }

    /// Deletes the draft that a command which was carried out together with others leaves nothing to.
    pub(crate) async fn clear(&self, slug: &str, command: &Command, by: PersonId, at: Timestamp) {
        let Some((initiative, _)) = taken(command) else { return };
        let id = name(slug, initiative);
        if let Err(fault) = self.workroom.discard_copy(&id, directory::PersonId(by.0), at).await {
            tracing::error!(%fault, "draft.not_cleared");
        }
    }

    /// Clears up after a stopped server: what the record says is over is deleted, and what is not is let go again.
    pub async fn tidy(&self, at: Timestamp) {
        let copies = match self.workroom.all_working_copies(KIND).await {
            Ok(copies) => copies,
            Err(fault) => return tracing::error!(%fault, "drafts.unread"),
        };
        for (id, copy) in copies {
            if let Err(stop) = self.tidy_one(&id, &copy, at).await {
                tracing::error!(fault = ?stop, "draft.untidy");
            }
        }
    }

    async fn tidy_one(&self, id: &CopyId, copy: &WorkingCopy, at: Timestamp) -> Result<(), Stop> {
        if let (Some((command, _)), true) = (copy.claimed, self.workroom.is_ours_alone()) {
            return self.settle(id, copy, command, at).await;
        }
        let over = |a: &Association| {
            let initiative = a.initiatives.get(&InitiativeId(id.subject.parse().ok()?))?;
            let written =
                matches!(initiative.stage, Stage::Idea | Stage::Resting | Stage::Draft | Stage::Completion);
            (!written).then_some(())
        };
        self.engine.catch_up(&id.place, u64::MAX).await?;
        if let (Some(Some(())), Some((by, _))) = (self.engine.read(&id.place, over), copy.last) {
            self.workroom.discard_copy(id, by, at).await?;
        }
        Ok(())
    }

    /// The copy, after a claim that was left over has been looked into.
    async fn settled(&self, id: &CopyId, at: Timestamp) -> Result<WorkingCopy, Stop> {
        let copy = self.workroom.working_copy(id).await?;
        let Some((command, since)) = copy.claimed else { return Ok(copy) };
        let age = at.duration_since(since);
        if age < PATIENCE && age > -PATIENCE {
            return Ok(copy);
        }
        self.settle(id, &copy, command, at).await?;
        Ok(self.workroom.working_copy(id).await?)
    }

    /// Asks the record what became of a command: written, so the copy is over; otherwise it is written on.
    async fn settle(
        &self,
        id: &CopyId,
        copy: &WorkingCopy,
        command: Uuid,
        at: Timestamp,
    ) -> Result<(), Stop> {
        match (self.engine.carried_out(&id.place, command).await?, copy.last) {
            (true, Some((by, _))) => Ok(self.workroom.delete_copy(id, command, by, at).await?),
            _ => Ok(self.workroom.release_copy(id, command).await?),
        }
    }

    /// Why nothing was saved over a copy that stands so.
    fn told(&self, slug: &str, copy: &WorkingCopy) -> Result<Refusal, Stop> {
        if copy.claimed.is_some() {
            let says = "Ansökan lämnas in eller kastas just nu. Vänta en minut och försök igen.";
            return Ok(Refusal::Changed(says.to_owned()));
        }
        let Some((by, at)) = copy.last else {
            return Ok(Refusal::Changed("Utkastet finns inte längre; läs om sidan.".to_owned()));
        };
        let told = self.engine.read(slug, |a| changed(a, PersonId(by.0), self.day(at)));
        told.ok_or(Stop::NotFound(Some("förbundet")))
    }

    fn draft(&self, copy: &WorkingCopy) -> Result<Draft, Stop> {
        let at = copy.last.map(|(_, at)| at);
        let (Some(content), Some((by, saved))) = (&copy.content, copy.last) else {
            return Ok(Draft { version: copy.version, written: None, at });
        };
        let (application, by) = (read(content)?, PersonId(by.0));
        let written = Written { version: copy.version, application, by, on: self.day(saved) };
        Ok(Draft { version: copy.version, written: Some(written), at })
    }

    fn day(&self, at: Timestamp) -> jiff::civil::Date {
        self.zone.to_datetime(at).date()
    }
}

fn name(slug: &str, initiative: InitiativeId) -> CopyId {
    CopyId { place: slug.to_owned(), kind: KIND, subject: initiative.to_string() }
}

fn read(content: &str) -> Result<Application, Stop> {
    serde_json::from_str(content).map_err(Stop::fault)
}

/// Which draft a command takes, and the version that was read; none where it takes whatever lies there.
fn taken(command: &Command) -> Option<(InitiativeId, Option<u64>)> {
    let Command::Initiative(command) = command else { return None };
    #[expect(clippy::wildcard_enum_match_arm, reason = "the others leave it where it lies")]
    match command {
        initiative::Command::SubmitApplication(c) if c.application.is_some() => Some((c.initiative, None)),
        initiative::Command::SubmitApplication(c) => Some((c.initiative, Some(c.version.unwrap_or(0)))),
        initiative::Command::DiscardDraft(c) => Some((c.initiative, Some(c.version))),
        initiative::Command::WithdrawApplication(c) => Some((c.initiative, None)),
        _ => None,
    }
}

/// Gives a command what the draft holds.
fn evidence(command: &mut Command, held: Option<Written>) {
    let Command::Initiative(command) = command else { return };
    if let initiative::Command::SubmitApplication(submit) = command {
        submit.written = held;
    } else if let initiative::Command::DiscardDraft(discard) = command {
        discard.written = held;
    }
}

/// Whether a command takes a draft that was read: it is sent alone, so that it is claimed.
pub(crate) fn is_alone(command: &Command) -> bool {
    taken(command).is_some_and(|(_, version)| version.is_some())
}

fn answer(done: Result<Done, Error>) -> Result<Result<Done, Refusal>, Stop> {
    match done {
        Ok(done) => Ok(Ok(done)),
        Err(Error::Refused(refusal)) => Ok(Err(refusal)),
        Err(Error::Fault(fault)) => Err(fault.into()),
    }
}
