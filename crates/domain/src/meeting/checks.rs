//! What several decisions ask of a meeting first: that it exists, that it is running, that it is not yet attested.

use jiff::civil::Date;
use statute::Judge;
use statute::rules::meetings::CorrectionByDecision;

use crate::decision::{Ctx, Entered, Refusal};
use crate::event::Subject;
use crate::ids::{ItemId, MeetingId, MemberId, PersonId};
use crate::mandate::events::BodyKind;
use crate::meeting::state::{Item, Meeting};
use crate::state::Association;
use swedish::days::in_words;
use swedish::list::listed;

/// The day a step was taken: today when left out, never in the future.
pub(crate) fn day_taken(ctx: &Ctx, on: Option<Date>) -> Result<Date, Refusal> {
    match on {
        Some(on) if on > ctx.today() => {
            Err(Refusal::field("on", format!("Ange en dag till och med i dag, {}.", ctx.today())))
        }
        Some(on) => Ok(on),
        None => Ok(ctx.today()),
    }
}

/// What happened at a meeting is recorded afterwards only from a source, which is named before anything else is.
///
/// Without it whatever the law stops could be entered as if it had happened long ago.
pub(crate) fn has_a_source(state: &Association, about: Subject, command: &str) -> Result<(), Refusal> {
    let (Subject::Meeting(id) | Subject::Item(id, _)) = about else { return Ok(()) };
    match state.meetings.get(&id) {
        Some(meeting) if meeting.source.is_none() && command != NAME_SOURCE => Err(Refusal::order(
            "Sammanträdet har ingen källa, så det förs medan det pågår.",
            "Anteckna i vanlig ordning. Ett äldre sammanträde får sin källa angiven innan något annat antecknas om det.",
        )),
        Some(_) | None => Ok(()),
    }
}

/// The command that names the source.
pub(crate) const NAME_SOURCE: &str = "name_source";

/// Fits while the meeting runs; see [`Meeting::running`].
pub(crate) fn runs(state: &Association, about: Subject, ctx: &Ctx) -> Result<(), Refusal> {
    state.meeting_of(about)?.running(ctx)
}

/// Fits from the opening until somebody has attested; see [`Meeting::completes`].
pub(crate) fn completes(state: &Association, about: Subject, ctx: &Ctx) -> Result<(), Refusal> {
    state.meeting_of(about)?.completes(ctx)
}

/// Fits until somebody has attested the minutes.
pub(crate) fn unsealed(state: &Association, about: Subject, _: &Ctx) -> Result<(), Refusal> {
    state.meeting_of(about)?.unsealed()
}

impl Ctx {
    /// Whether an old step is being recorded.
    pub(crate) fn records(&self) -> bool {
        self.entered == Entered::Afterwards
    }
}

impl Association {
    /// The meeting.
    pub(crate) fn the_meeting(&self, id: MeetingId) -> Result<&Meeting, Refusal> {
        self.meetings.get(&id).ok_or(Refusal::NotFound("sammanträdet"))
    }

    /// The meeting that a step is about.
    pub(crate) fn meeting_of(&self, about: Subject) -> Result<&Meeting, Refusal> {
        match about {
            Subject::Meeting(id) | Subject::Item(id, _) => self.the_meeting(id),
            Subject::Association
            | Subject::Initiative(_)
            | Subject::Case(_)
            | Subject::Funding(_)
            | Subject::Body(_)
            | Subject::Assignment(_) => Err(Refusal::NotFound("sammanträdet")),
        }
    }

    /// Whether the board meets: most of the law on meetings reaches only the board.
    pub(crate) fn is_board(&self, meeting: &Meeting) -> bool {
        self.mandates.bodies.get(&meeting.plan.body).is_some_and(|b| b.kind == BodyKind::Board)
    }

    /// The names of people as the rules read them: those who share a name are numbered, so that two are not one.
    pub(crate) fn names(&self, people: impl IntoIterator<Item = PersonId>) -> Vec<String> {
        people.into_iter().map(|person| self.own_name(person)).collect()
    }

    fn own_name(&self, person: PersonId) -> String {
        let name = self.profile.person_name(person);
        let namesakes = || self.profile.people.iter().filter(|(_, other)| *other == name).map(|(id, _)| *id);
        match namesakes().position(|id| id == person) {
            Some(at) if namesakes().count() > 1 => format!("{name} ({})", at + 1),
            Some(_) | None => name.to_owned(),
        }
    }

    /// Who fills the seat that a member has on a day: the member, or together all that share it.
    pub(crate) fn seat_name(&self, member: Option<MemberId>, on: Date) -> String {
        let Some(member) = member else {
            return "förbundet".to_owned();
        };
        let seats = self.profile.bylaws_on(on).map_or(&[][..], |b| b.seats.as_slice());
        let sharing = seats.iter().find(|s| s.members.contains(&member)).map(|s| s.members.as_slice());
        let names: Vec<&str> =
            sharing.unwrap_or(&[member]).iter().map(|m| self.profile.member_name(*m)).collect();
        listed(&names)
    }
}

impl Meeting {
    /// The item.
    pub(crate) fn the_item(&self, id: ItemId) -> Result<&Item, Refusal> {
        self.item(id).ok_or(Refusal::NotFound("punkten"))
    }

    /// The item with its paragraph, once taken up.
    pub(crate) fn taken_up(&self, id: ItemId) -> Result<(&Item, u32), Refusal> {
        let item = self.the_item(id)?;
        let paragraf = item.paragraf.ok_or_else(|| {
            let says = format!("Punkten {} är inte uppe.", item.content.title);
            Refusal::order(says, "Ta upp punkten först, så att den får sin paragraf.")
        })?;
        Ok((item, paragraf))
    }

    /// The day it was held; the planned day until it is opened.
    pub fn day(&self) -> Date {
        self.opened.map_or(self.plan.on, |at| at.date())
    }

    /// Minutes that somebody has attested are not changed, whoever asks.
    pub(crate) fn unsealed(&self) -> Result<(), Refusal> {
        if !self.is_sealed() {
            return Ok(());
        }
        let sealed = CorrectionByDecision { attested: true }.judge(self.day());
        Err(Refusal::order(sealed.says, sealed.instead.unwrap_or_default()))
    }

    /// What happened is completed after the meeting too, until somebody has attested the minutes; what was decided is
    /// not changed then.
    pub(crate) fn completes(&self, ctx: &Ctx) -> Result<(), Refusal> {
        self.unsealed()?;
        if self.opened.is_none() && !ctx.records() {
            return Err(Refusal::order("Sammanträdet är inte öppnat.", "Öppna sammanträdet först."));
        }
        Ok(())
    }

    /// Steps of the meeting itself are taken while it runs; old ones are recorded until the minutes are attested.
    pub(crate) fn running(&self, ctx: &Ctx) -> Result<(), Refusal> {
        self.unsealed()?;
        if ctx.records() {
            return Ok(());
        }
        if let Some(at) = self.closed {
            return Err(Refusal::order(
                format!("Sammanträdet avslutades den {}.", in_words(at.date())),
                "Komplettera anteckningarna innan protokollet justeras, eller ta upp frågan på nästa sammanträde.",
            ));
        }
        if self.opened.is_none() {
            return Err(Refusal::order("Sammanträdet är inte öppnat.", "Öppna sammanträdet först."));
        }
        Ok(())
    }
}
