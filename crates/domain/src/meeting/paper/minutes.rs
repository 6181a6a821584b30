//! What is written out as the minutes of a meeting, with lines for the signatures and announcements that come after.

use jiff::civil::{Date, date};
use papers::{Appeal, Appendix, Certificate, Minutes, Posting, Signature, long_date};

use super::{body, matters, seats};
use crate::Association;
use crate::ids::PersonId;
use crate::mandate::events::BodyKind;
use crate::meeting::state::Meeting;
use crate::paper::issuer;

/// The day the present *kommunallag* came into force.
const PRESENT_LAW: Date = date(2018, 1, 1);

/// The minutes as they would be written out now: what happened at the meeting, and nothing that comes after it.
pub(crate) fn content(association: &Association, meeting: &Meeting) -> Minutes {
    let mut items: Vec<_> = meeting.items.iter().filter(|i| i.paragraf.is_some()).collect();
    items.sort_by_key(|i| i.paragraf);
    let line = |person, role| to_sign(association, meeting, person, role);
    Minutes {
        association: issuer(association),
        body: body(association, meeting),
        occasion: meeting.plan.extra.as_ref().map(|_| "Extra sammanträde".to_owned()),
        held_on: meeting.day(),
        from: meeting.opened.map_or(meeting.plan.from, |at| at.time()),
        to: meeting.closed.map(|at| at.time()),
        place: meeting.plan.place.clone(),
        at_distance: at_distance(association, meeting),
        deciding: seats::deciding(association, meeting),
        substitutes: seats::substitutes(association, meeting),
        others: seats::others(association, meeting),
        secretary: line(meeting.secretary, "Sekreterare"),
        chair: line(meeting.chair, "Ordförande"),
        attesters: meeting.attesters.iter().map(|person| line(Some(*person), "Justerare")).collect(),
        certificate: certificate(association, meeting),
        paragraphs: items.iter().filter_map(|item| matters::paragraf(association, meeting, item)).collect(),
        appendices: attached(meeting),
        appeal: appeal(association, meeting),
        certification: None,
        chain_head: None,
    }
}

fn at_distance(association: &Association, meeting: &Meeting) -> Option<String> {
    meeting.attendance.iter().find(|a| a.remote.is_some())?;
    let (on, decided) = association.profile.remote_on(meeting.day())?;
    Some(format!(
        "Styrelsens beslut den {} (19 a § lagen om finansiell samordning av rehabiliteringsinsatser): {}",
        long_date(on),
        decided.extent.trim()
    ))
}

/// A line to sign on.
fn to_sign(association: &Association, meeting: &Meeting, person: Option<PersonId>, role: &str) -> Signature {
    let name = person.map_or_else(|| "–".to_owned(), |p| seats::called(association, meeting, p));
    Signature { name, role: role.to_owned(), signed: None }
}

/// The *bevis*, with a line for each board.
fn certificate(association: &Association, meeting: &Meeting) -> Certificate {
    let boards = meeting.boards.iter().map(|board| Posting {
        board: association.profile.member_name(*board).to_owned(),
        up: None,
        down: None,
        down_is_planned: false,
    });
    let bylaws = association.profile.bylaws_on(meeting.plan.on);
    Certificate {
        body: format!("{}, {}", association.name(), lower(&body(association, meeting))),
        held_on: meeting.day(),
        attested_on: None,
        boards: boards.collect(),
        last_appeal_day: None,
        kept_at: bylaws.map_or_else(|| "Förbundets kansli".to_owned(), |b| capital(&b.kept_at)),
        signatory: to_sign(association, meeting, meeting.secretary, "Sekreterare"),
        remarks: Vec::new(),
    }
}

fn attached(meeting: &Meeting) -> Vec<Appendix> {
    let mut all: Vec<Appendix> = matters::appendices(meeting)
        .into_iter()
        .filter(|(id, _)| meeting.item(*id).is_some_and(|i| i.paragraf.is_some()))
        .flat_map(|(_, some)| some)
        .collect();
    all.sort_by_key(|a| a.number);
    all
}

/// How a decision of the board is appealed; other bodies decide nothing that can be.
fn appeal(association: &Association, meeting: &Meeting) -> Option<Appeal> {
    let board =
        association.mandates.bodies.get(&meeting.plan.body).is_some_and(|b| b.kind == BodyKind::Board);
    let decided = meeting.items.iter().any(|i| matches!(i.decision, Some((_, true))));
    let bylaws = association.profile.bylaws_on(meeting.plan.on)?;
    let court = bylaws.court.trim();
    let present = meeting.day() >= PRESENT_LAW;
    (board && decided && !court.is_empty()).then(|| Appeal {
        court: court.to_owned(),
        court_address: Vec::new(),
        basis: if present { "13 kap. kommunallagen (2017:725)" } else { "10 kap. kommunallagen (1991:900)" }
            .to_owned(),
        last_day: None,
    })
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
