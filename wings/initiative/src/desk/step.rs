//! What every form of a step shares: it is opened where it fits, sent, and shown again when it was refused.

use std::collections::BTreeSet;

use access::{Action, Facts};
use axum::http::StatusCode;
use desk::roles::Named;
use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::submit::Refused;
use desk::visitor::Visitor;
use domain::ids::{InitiativeId, MeetingId, MemberId};
use domain::initiative::state::Initiative;
use domain::meeting::events::Matter;
use domain::{Association, Command, Refusal, authority};
use kit::Markup;
use kit::form::{Form, Problem};

use crate::pages::{Act, Rights, Scene, Writing, forms};

/// The initiative that the address names.
pub(super) fn named(visitor: &Visitor) -> Result<InitiativeId, Stop> {
    if let Named::Initiative(id) = visitor.named() { Ok(id) } else { Err(Stop::NotFound(Some("insatsen"))) }
}

/// Looks at the initiative of the address as the visitor meets it.
pub(super) fn scene<R>(visitor: &Visitor, look: impl FnOnce(&Scene<'_>) -> R) -> Result<R, Stop> {
    let (id, base) = (named(visitor)?, visitor.under(""));
    let seen = visitor.read(|association| {
        let initiative = association.initiatives.get(&id)?;
        let rights = rights(visitor, association, initiative);
        let (lang, today) = (visitor.lang(), visitor.today());
        let draft = visitor.draft();
        let at = draft.at.map(|at| visitor.app().in_sweden(at));
        let writing = Writing { version: draft.version, written: draft.written.as_ref(), at };
        Some(look(&Scene { lang, today, base: &base, association, initiative, rights: &rights, writing }))
    })?;
    seen.ok_or(Stop::NotFound(Some("insatsen")))
}

fn rights(visitor: &Visitor, association: &Association, initiative: &Initiative) -> Rights {
    let of_board = Facts { of_board: true, ..Facts::default() };
    Rights {
        acts: Act::ALL.into_iter().filter(|act| visitor.may(act.decision().may)).collect(),
        meetings: readable_meetings(visitor, association, initiative),
        plans: visitor.may_on(Action::PlanMeeting, of_board),
        register: visitor.may_on(Action::ReadRegister, Facts::default()),
        drafts: visitor.may(Action::ReadDraft),
        speaks_for: speaks_for(visitor, association),
    }
}

/// The meetings that decided on it or have it on their agenda, as far as the visitor may read them.
fn readable_meetings(
    visitor: &Visitor,
    association: &Association,
    initiative: &Initiative,
) -> BTreeSet<MeetingId> {
    let matter = Some(Matter::Initiative(initiative.id));
    let open = association.meetings.values().filter(|m| m.closed.is_none());
    let listed = open.filter(|m| m.items.iter().any(|i| i.content.matter == matter)).map(|m| m.id());
    let decided = initiative.decisions.iter().map(|d| d.meeting);
    let may_read = |id: &MeetingId| {
        visitor.may_on(Action::ReadMeeting, visitor.facts_of(Named::Meeting(*id), association))
    };
    listed.chain(decided).filter(may_read).collect()
}

/// The members that the visitor speaks for in the preparatory group.
fn speaks_for(visitor: &Visitor, association: &Association) -> BTreeSet<MemberId> {
    let of = |person| authority::speaks_for(association, person, visitor.today());
    visitor.person().map(of).unwrap_or_default()
}

/// `GET`: the form of a step, filled in as it begins; why not, when the initiative does not stand there.
pub(super) fn open(
    visitor: &Visitor,
    act: Act,
    fill: impl FnOnce(Form, &Scene<'_>) -> Form,
    show: impl FnOnce(&Form, &Scene<'_>) -> Markup,
) -> Answer {
    let form = visitor.form(visitor.path());
    let (status, title, main) = scene(visitor, |scene| {
        let title = act.label(scene.lang, scene.initiative.stage);
        if act.fits(scene.association, scene.initiative, scene.today) {
            (StatusCode::OK, title, show(&fill(form, scene), scene))
        } else {
            (StatusCode::CONFLICT, title, forms::not_now(scene, act))
        }
    })?;
    Ok(visitor.answer(status, title, false, &main))
}

/// `POST`: the step, and then the initiative; the same form again when it was refused.
pub(super) async fn take(
    visitor: &Visitor,
    sent: &Sent,
    act: Act,
    command: Result<Command, Refusal>,
    show: impl FnOnce(&Form, &Scene<'_>) -> Markup,
    said: &'static str,
) -> Answer {
    match visitor.submit(sent, command).await? {
        Ok(done) => visitor.see(&done, &home(visitor), said),
        Err(refused) => again(visitor, refused, act, show),
    }
}

/// The address of the initiative.
pub(super) fn home(visitor: &Visitor) -> String {
    visitor.under(&format!("/insatser/{}", visitor.parameter("insats")))
}

/// The form again, with why not and all that was typed.
pub(super) fn again(
    visitor: &Visitor,
    refused: Refused,
    act: Act,
    show: impl FnOnce(&Form, &Scene<'_>) -> Markup,
) -> Answer {
    let seen =
        scene(visitor, |scene| (act.label(scene.lang, scene.initiative.stage), show(&refused.form, scene)));
    let (title, main) = seen?;
    refused.again(visitor, title, |_| main)
}

/// What somebody else was first with has been read when the form is sent again.
pub(super) fn now_read(visitor: &Visitor, refused: &mut Refused) {
    if let Some(Problem::Changed(_)) = refused.form.problem {
        refused.form.typed.set("version", visitor.draft().version);
    }
}

/// The form again with one more row, when that is what its button asked for; nothing has been saved.
pub(super) fn longer(
    visitor: &Visitor,
    sent: &Sent,
    act: Act,
    rows: &[(&str, &[&str])],
    show: impl FnOnce(&Form, &Scene<'_>) -> Markup,
) -> Option<Answer> {
    let typed = forms::add_row(&sent.typed, rows)?;
    let form = Form::new(visitor.lang(), visitor.path(), sent.form_id()).filled(typed);
    let seen = scene(visitor, |scene| (act.label(scene.lang, scene.initiative.stage), show(&form, scene)));
    Some(seen.and_then(|(title, main)| visitor.page(title, &main)))
}

/// Texts that stand one on each line.
pub(super) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
