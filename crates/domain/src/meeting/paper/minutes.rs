//! The minutes of a meeting, with the proof that their attestation was announced.

use crate::Association;
use crate::ids::PersonId;
use crate::mandate::events::BodyKind;
use crate::meeting::compliance;
use crate::meeting::state::Meeting;
use jiff::civil::{Date, date};
use statute::rules::meetings::appeal_period_ends;
use statute::{Finding, Outcome};

use super::{body, matters, seats};
use crate::paper::issuer;
use papers::{Appeal, Appendix, Certificate, Minutes, Posting, Signature, Signed, long_date};

/// The rules whose breach the *bevis* states.
const STATED: [&str; 3] = ["attested-in-14-days", "posted-in-2-days", "posted-whole-appeal-time"];
/// The day the present *kommunallag* came into force.
const PRESENT_LAW: Date = date(2018, 1, 1);

/// The minutes as they stand on a day; what is not yet done has lines to fill in.
pub fn minutes(association: &Association, meeting: &Meeting, today: Date) -> Minutes {
    let recorded = meeting.source.is_some();
    let mut items: Vec<_> = meeting.items.iter().filter(|i| i.paragraf.is_some()).collect();
    items.sort_by_key(|i| i.paragraf);
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
        secretary: secretary(association, meeting),
        chair: attester(association, meeting, meeting.chair, "Ordförande"),
        attesters: meeting
            .attesters
            .iter()
            .map(|person| attester(association, meeting, Some(*person), "Justerare"))
            .collect(),
        certificate: certificate(association, meeting, today),
        paragraphs: items.iter().filter_map(|item| matters::paragraf(association, meeting, item)).collect(),
        appendices: attached(meeting),
        appeal: appeal(association, meeting).filter(|_| !recorded),
        certification: None,
        chain_head: None,
    }
}

fn at_distance(association: &Association, meeting: &Meeting) -> Option<String> {
    meeting.attendance.iter().find(|a| a.remote.is_some())?;
    let (on, extent) = association.profile.remote.as_ref()?;
    Some(format!(
        "Styrelsens beslut den {} (19 a § lagen om finansiell samordning av rehabiliteringsinsatser): {}",
        long_date(*on),
        extent.trim()
    ))
}

fn how(meeting: &Meeting) -> String {
    if meeting.source.is_some() { "enligt det publicerade protokollet" } else { "elektroniskt" }.to_owned()
}

fn name(association: &Association, person: Option<PersonId>) -> String {
    person.map_or_else(|| "–".to_owned(), |p| association.profile.person_name(p).to_owned())
}

fn secretary(association: &Association, meeting: &Meeting) -> Signature {
    // Of an old record only the attestation is known, not when the secretary signed.
    let signed = meeting.written.filter(|_| meeting.source.is_none());
    Signature {
        name: name(association, meeting.secretary),
        role: "Sekreterare".to_owned(),
        signed: signed.map(|on| Signed { on, how: how(meeting) }),
    }
}

fn attester(association: &Association, meeting: &Meeting, person: Option<PersonId>, role: &str) -> Signature {
    let on = person.and_then(|p| meeting.attested.get(&p)).copied();
    Signature {
        name: name(association, person),
        role: role.to_owned(),
        signed: on.map(|on| Signed { on, how: how(meeting) }),
    }
}

/// The last day to appeal; nothing until every board shows the announcement.
pub(super) fn last_appeal_day(meeting: &Meeting) -> Option<Date> {
    let everywhere =
        !meeting.boards.is_empty() && meeting.boards.iter().all(|b| meeting.postings.contains_key(b));
    everywhere.then(|| meeting.postings.values().map(|p| p.up).max()).flatten().map(appeal_period_ends)
}

fn certificate(association: &Association, meeting: &Meeting, today: Date) -> Certificate {
    let boards = meeting.boards.iter().map(|board| {
        let posting = meeting.postings.get(board);
        Posting {
            board: association.profile.member_name(*board).to_owned(),
            up: posting.map(|p| p.up),
            down: posting.map(|p| p.down.unwrap_or(p.planned_down)),
            down_is_planned: posting.is_some_and(|p| p.down.is_none()),
        }
    });
    let bylaws = association.profile.bylaws_on(meeting.plan.on);
    let posted = last_appeal_day(meeting).and(meeting.postings.values().map(|p| p.up).max());
    Certificate {
        body: format!("{}, {}", association.name(), lower(&body(association, meeting))),
        held_on: meeting.day(),
        attested_on: meeting.attested_on(),
        boards: boards.collect(),
        last_appeal_day: last_appeal_day(meeting),
        kept_at: bylaws.map_or_else(|| "Förbundets kansli".to_owned(), |b| capital(&b.kept_at)),
        signatory: Signature {
            name: name(association, meeting.secretary),
            role: "Sekreterare".to_owned(),
            signed: posted.filter(|_| meeting.source.is_none()).map(|on| Signed { on, how: how(meeting) }),
        },
        remarks: remarks(association, meeting, today),
    }
}

/// Breaches, each with where the law of the time says so.
fn remarks(association: &Association, meeting: &Meeting, today: Date) -> Vec<String> {
    let breached = |f: &Finding| {
        STATED.contains(&f.rule.as_str()) && matches!(f.outcome, Outcome::NotMet | Outcome::NeedsJudgement)
    };
    let found = compliance::findings(association, meeting, today);
    let mut remarks: Vec<String> = found.iter().filter(|f| breached(f)).map(with_section).collect();
    if let Some(source) = &meeting.source {
        remarks.push(format!("Uppgifterna är förda i efterhand från: {}", source.trim()));
    }
    remarks
}

/// The breach in one sentence, with the section that it is a breach of.
fn with_section(finding: &Finding) -> String {
    let says = finding.says.split_inclusive(". ").next().unwrap_or_default().trim();
    match finding.cites.first() {
        Some(section) => format!("{} ({section}).", says.trim_end_matches('.')),
        None => says.to_owned(),
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
pub(super) fn appeal(association: &Association, meeting: &Meeting) -> Option<Appeal> {
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
        last_day: last_appeal_day(meeting),
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

#[cfg(test)]
mod tests;
