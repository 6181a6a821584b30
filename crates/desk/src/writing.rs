//! What a visitor is writing: the draft of the initiative and the note of the item that the address names, seen by who may,
//! and saved by the right and the rules of what they become.

use std::collections::BTreeMap;

use access::Action;
use directory::{Saved, WorkingCopy};
use domain::decision::Entered;
use domain::ids::{InitiativeId, ItemId, MeetingId, PersonId};
use domain::initiative::draft::BeginApplication;
use domain::initiative::events::{Application, Stage};
use domain::meeting::paragraf::WriteNote;
use domain::{Association, Command, Ctx, Refusal, decide, entry};
use swedish::days::in_words;

use crate::authority;
use crate::draft::{Draft, Saving};
use crate::note::{Note, name, note, read};
use crate::roles::Named;
use crate::stop::Stop;
use crate::visitor::Visitor;

/// Saves a note as it is being written, by somebody who has seen this version of it: by the right and the rules of the note
/// itself, but for what is not finished.
///
/// # Errors
/// [`Stop`] when the visitor may not, there is no such item, or a store failed; the refusal inside is for who writes.
pub async fn save_note(
    visitor: &Visitor,
    seen: u64,
    written: WriteNote,
) -> Result<Result<Note, Refusal>, Stop> {
    let (now, actor, slug) = (visitor.local_now(), visitor.actor()?, visitor.slug()?);
    let mut ctx = Ctx { now, actor, reasons: BTreeMap::new(), entered: Entered::AsItHappens };
    authority::allow(visitor, &ctx, &Command::from(written.clone()))?;
    let written = match entry::entered(&mut ctx, written) {
        Ok(written) => written,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let asked = Command::from(written.clone());
    let already = match visitor.read(|association| decide(association, &ctx, &asked))? {
        Ok(decided) => decided.events.is_empty(),
        // A report without a title is on its way to one.
        Err(Refusal::Fields(_)) => false,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let content = serde_json::to_string(&written).map_err(Stop::fault)?;
    let (workroom, id) = (visitor.app().directory().workroom(), name(slug, written.meeting, written.item));
    let stands = workroom.working_copy(&id).await?;
    if stands.content.as_ref() == Some(&content) || (already && stands.content.is_none()) {
        return note(&stands).map(Ok);
    }
    match workroom.save_copy(&id, seen, &content, directory::PersonId(actor.0), visitor.now()).await? {
        Saved::As(version) => {
            Ok(Ok(Note { version, written: Some(written), last: Some((actor, visitor.now())) }))
        }
        Saved::Stands(copy) => visitor.read(|association| changed(visitor, association, &copy)).map(Err),
        Saved::TooLong => Err(Stop::TooLarge),
    }
}

/// Throws away what is written and not saved in the minutes, by the right to keep them.
///
/// # Errors
/// [`Stop`] when the visitor may not, or the store failed.
pub async fn discard_note(visitor: &Visitor, meeting: MeetingId, item: ItemId) -> Result<(), Stop> {
    let (now, actor) = (visitor.local_now(), visitor.actor()?);
    let ctx = Ctx { now, actor, reasons: BTreeMap::new(), entered: Entered::AsItHappens };
    let asked = WriteNote { meeting, item, text: String::new(), reports: Vec::new() };
    authority::allow(visitor, &ctx, &Command::from(asked))?;
    let (workroom, by) = (visitor.app().directory().workroom(), directory::PersonId(actor.0));
    Ok(workroom.discard_copy(&name(visitor.slug()?, meeting, item), by, visitor.now()).await?)
}

impl Visitor {
    /// Saves the draft of the initiative of the address, which the visitor has seen at a version.
    ///
    /// # Errors
    /// [`Stop`] when the visitor may not, when there is no such initiative, or when a store failed.
    pub async fn save_draft(
        &self,
        initiative: InitiativeId,
        seen: u64,
        application: Application,
    ) -> Result<Result<Draft, Refusal>, Stop> {
        let (now, actor) = (self.local_now(), self.actor()?);
        let ctx = Ctx { now, actor, reasons: BTreeMap::new(), entered: Entered::AsItHappens };
        authority::allow(self, &ctx, &Command::from(BeginApplication { initiative }))?;
        let saving = Saving { slug: self.slug()?, initiative, seen, at: self.now() };
        self.app().drawer().save(ctx, saving, application).await
    }

    /// The visitor with what is being written of the initiative of the address, where they may read it.
    pub(crate) async fn seeing_draft(self) -> Result<Self, Stop> {
        let Named::Initiative(id) = self.named() else { return Ok(self) };
        if !self.may(Action::ReadDraft) {
            return Ok(self);
        }
        let written =
            |stage| matches!(stage, Stage::Idea | Stage::Resting | Stage::Draft | Stage::Completion);
        if !self.read(|a| a.initiatives.get(&id).is_some_and(|i| written(i.stage)))? {
            return Ok(self);
        }
        let draft = self.app().drawer().read(self.slug()?, id).await?;
        Ok(self.with_draft(draft))
    }
}

impl Visitor {
    /// The visitor with what is being written in the note of the item of the address, where they keep the minutes.
    pub(crate) async fn seeing_note(self) -> Result<Self, Stop> {
        let (Named::Meeting(meeting), Ok(item)) = (self.named(), self.number("punkt")) else {
            return Ok(self);
        };
        if !self.may(Action::KeepMinutes) {
            return Ok(self);
        }
        let note = read(self.app(), self.slug()?, meeting, ItemId(item)).await?;
        Ok(self.with_note(note))
    }
}

fn changed(visitor: &Visitor, association: &Association, copy: &WorkingCopy) -> Refusal {
    let Some((by, at)) = copy.last else {
        return Refusal::Changed("Anteckningen har ändrats; läs om sidan.".to_owned());
    };
    let name = association.profile.person_name(PersonId(by.0));
    let on = in_words(visitor.app().in_sweden(at).date());
    Refusal::Changed(format!("Anteckningen ändrades av {name} den {on}; läs ändringen och försök igen."))
}
