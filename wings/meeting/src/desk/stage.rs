//! What every page of a meeting shares: the meeting, who meets it, and the way back from a refusal.

use access::{Action, Facts};
use desk::sent::{Reader, Sent};
use desk::stop::{Answer, Stop};
use desk::submit::Refused;
use desk::visitor::Visitor;
use domain::ids::{ItemId, MeetingId, PersonId};
use domain::meeting::state::Item;
use domain::{Command, Refusal};
use engine::Done;
use kit::Markup;
use kit::form::{Form, Problem};
use uuid::Uuid;

use crate::pages::{Noting, Rights, Scene};

/// The meeting the address names.
pub(super) fn meeting_id(visitor: &Visitor) -> Result<MeetingId, Stop> {
    visitor.number("sammantrade").map(MeetingId).map_err(|_| Stop::NotFound(Some("sammanträdet")))
}

/// The item the address names.
pub(super) fn item_id(visitor: &Visitor) -> Result<ItemId, Stop> {
    visitor.number("punkt").map(ItemId).map_err(|_| Stop::NotFound(Some("punkten")))
}

/// An address under the meeting's: `home(&visitor, "/narvaro")`.
pub(super) fn home(visitor: &Visitor, path: &str) -> String {
    visitor.under(&format!("/sammantraden/{}{path}", visitor.parameter("sammantrade")))
}

/// The page of the item.
pub(super) fn item_home(visitor: &Visitor) -> String {
    home(visitor, &format!("/punkter/{}/behandling", visitor.parameter("punkt")))
}

fn rights(visitor: &Visitor) -> Rights {
    let submitted = Facts { submitted: true, ..Facts::default() };
    Rights {
        plan: visitor.may(Action::PlanMeeting),
        notice: visitor.may(Action::SendNotice),
        keep: visitor.may(Action::KeepMinutes),
        propose: visitor.may(Action::MakeProposal),
        vote: visitor.may(Action::CastBallot),
        reserve: visitor.may(Action::Reserve),
        attest: visitor.may(Action::AttestMinutes),
        post: visitor.may(Action::PostNotice),
        register: visitor.may(Action::Register),
        read_register: visitor.may(Action::ReadRegister),
        initiatives: visitor.may_on(Action::ReadInitiative, submitted),
    }
}

/// What is being written in the note of the item of the address.
fn noting(visitor: &Visitor) -> Noting<'_> {
    let note = visitor.note();
    let last = note.last.map(|(by, at)| (by, visitor.app().in_sweden(at)));
    Noting { version: note.version, written: note.written.as_ref(), last }
}

/// Looks at the meeting as the visitor meets it; `sent` is a form that came back.
pub(super) fn scene<R>(
    visitor: &Visitor,
    sent: Option<&Form>,
    look: impl FnOnce(&Scene<'_>) -> R,
) -> Result<R, Stop> {
    let id = meeting_id(visitor)?;
    let (base, seed) = (visitor.under(""), Uuid::now_v7().to_string());
    let found = visitor.read(|association| {
        let meeting = association.meetings.get(&id)?;
        let scene = Scene {
            lang: visitor.lang(),
            now: visitor.local_now(),
            base: &base,
            association,
            meeting,
            reader: visitor.person(),
            voted: visitor.voted(),
            noting: noting(visitor),
            rights: rights(visitor),
            seed: &seed,
            sent,
        };
        Some(look(&scene))
    })?;
    found.ok_or(Stop::NotFound(Some("sammanträdet")))
}

/// The same with the item the address names.
pub(super) fn item<R>(
    visitor: &Visitor,
    sent: Option<&Form>,
    look: impl FnOnce(&Scene<'_>, &Item) -> R,
) -> Result<R, Stop> {
    let id = item_id(visitor)?;
    let found = scene(visitor, sent, |scene| scene.meeting.item(id).map(|item| look(scene, item)))?;
    found.ok_or(Stop::NotFound(Some("punkten")))
}

/// A page of the meeting.
pub(super) fn page(visitor: &Visitor, show: impl FnOnce(&Scene<'_>) -> (String, Markup)) -> Answer {
    let (title, main) = scene(visitor, None, show)?;
    visitor.page(&title, &main)
}

/// A page of the item.
pub(super) fn item_page(
    visitor: &Visitor,
    show: impl FnOnce(&Scene<'_>, &Item) -> (String, Markup),
) -> Answer {
    let (title, main) = item(visitor, None, show)?;
    visitor.page(&title, &main)
}

/// Sends the command of a form; a refusal shows the page again with the form in it.
pub(super) async fn take(
    visitor: &Visitor,
    sent: &Sent,
    command: Result<Command, Refusal>,
    after: After<'_>,
    show: impl FnOnce(&Scene<'_>) -> (String, Markup),
) -> Answer {
    match visitor.submit(sent, command).await? {
        Ok(done) => after.go(visitor, &done),
        Err(refused) => again(visitor, refused, show),
    }
}

/// The page again, with the form that was not carried out.
pub(super) fn again(
    visitor: &Visitor,
    refused: Refused,
    show: impl FnOnce(&Scene<'_>) -> (String, Markup),
) -> Answer {
    let (title, main) = scene(visitor, Some(&refused.form), show)?;
    refused.again(visitor, &title, |_| main)
}

/// Where to go when it was done, and what to say there.
#[derive(Clone, Copy, Debug)]
pub(super) struct After<'a> {
    pub(super) to: &'a str,
    pub(super) says: &'static str,
}

impl After<'_> {
    /// Goes there; what was done already is said to be.
    pub(super) fn go(self, visitor: &Visitor, done: &Done) -> Answer {
        visitor.see(done, self.to, if done.events == 0 { "meeting-already" } else { self.says })
    }
}

/// Gives the wrong fields the names they have on the page.
pub(super) fn renamed(mut refused: Refused, names: &[(&str, &'static str)]) -> Refused {
    if let Some(Problem::Fields(errors)) = &mut refused.form.problem {
        for error in errors {
            if let Some((_, name)) = names.iter().find(|(from, _)| *from == error.field) {
                error.field = name;
            }
        }
    }
    refused
}

/// Lines of a text, without blanks and empty ones.
pub(super) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// A person chosen in a list.
pub(super) fn person(read: &mut Reader<'_>, name: &'static str, says: &str) -> PersonId {
    let typed = read.text(name);
    if let Ok(id) = typed.parse::<Uuid>() {
        return PersonId(id);
    }
    read.wrong(name, says);
    PersonId(Uuid::nil())
}
