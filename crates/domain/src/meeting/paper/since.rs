//! What has happened to minutes since they were written out: signatures, announcements, and what came too late.

use jiff::civil::Date;
use papers::{Appeal, Certificate, Minutes, Posting, Signature, Signed};
use statute::rules::meetings::appeal_period_ends;
use statute::{Finding, Outcome};

use crate::Association;
use crate::ids::PersonId;
use crate::meeting::compliance;
use crate::meeting::state::Meeting;
use swedish::days::in_words;

/// The rules whose breach the *bevis* states.
const STATED: [&str; 3] = ["attested-in-14-days", "posted-in-2-days", "posted-whole-appeal-time"];

/// The minutes with what has come since; what they say of the meeting is left as it is.
///
/// Those who sign and the boards stand in the paper in the order of the meeting, and keep the names they have there.
pub(super) fn since(paper: Minutes, association: &Association, meeting: &Meeting, today: Date) -> Minutes {
    let recorded = meeting.source.is_some();
    let attested = |person: Option<PersonId>| person.and_then(|p| meeting.attested.get(&p)).copied();
    let signed = |line: Signature, on: Option<Date>| Signature {
        signed: on.map(|on| Signed { on, how: how(meeting) }),
        ..line
    };
    let stands = |line: Signature, person: PersonId| {
        let by = meeting.attests_for(person);
        let instead = association.profile.person_name(by);
        let name =
            if by == person { line.name } else { format!("{instead} (i stället för {})", line.name) };
        signed(Signature { name, ..line }, attested(Some(by)))
    };
    let by = meeting.attesters.iter().copied().map(Some).chain(std::iter::repeat(None));
    // Of an old record only the attestation is known, not when the secretary signed.
    let written = meeting.written.as_ref().map(|w| w.on).filter(|_| !recorded);
    let last_day = last_appeal_day(meeting);
    Minutes {
        secretary: signed(paper.secretary, written),
        chair: match meeting.chair {
            Some(chair) => stands(paper.chair, chair),
            None => paper.chair,
        },
        attesters: paper
            .attesters
            .into_iter()
            .zip(by)
            .map(|(line, person)| match person {
                Some(person) => stands(line, person),
                None => line,
            })
            .collect(),
        certificate: certificate(paper.certificate, association, meeting, today),
        appeal: paper.appeal.filter(|_| !recorded).map(|appeal| Appeal { last_day, ..appeal }),
        ..paper
    }
}

fn how(meeting: &Meeting) -> String {
    if meeting.source.is_some() { "enligt det publicerade protokollet" } else { "elektroniskt" }.to_owned()
}

/// The last day to appeal; nothing until every board shows the announcement.
fn last_appeal_day(meeting: &Meeting) -> Option<Date> {
    let everywhere =
        !meeting.boards.is_empty() && meeting.boards.iter().all(|b| meeting.postings.contains_key(b));
    everywhere.then(|| meeting.postings.values().map(|p| p.up).max()).flatten().map(appeal_period_ends)
}

fn certificate(paper: Certificate, association: &Association, meeting: &Meeting, today: Date) -> Certificate {
    let postings = meeting.boards.iter().map(|board| meeting.postings.get(board));
    let boards = paper.boards.into_iter().zip(postings.chain(std::iter::repeat(None)));
    let posted = last_appeal_day(meeting).and(meeting.postings.values().map(|p| p.up).max());
    Certificate {
        attested_on: meeting.attested_on(),
        boards: boards
            .map(|(line, posting)| Posting {
                board: line.board,
                up: posting.map(|p| p.up),
                down: posting.map(|p| p.down.unwrap_or(p.planned_down)),
                down_is_planned: posting.is_some_and(|p| p.down.is_none()),
            })
            .collect(),
        last_appeal_day: last_appeal_day(meeting),
        signatory: Signature {
            signed: posted.filter(|_| meeting.source.is_none()).map(|on| Signed { on, how: how(meeting) }),
            ..paper.signatory
        },
        remarks: remarks(association, meeting, today),
        ..paper
    }
}

/// Breaches, each with where the law of the time says so.
fn remarks(association: &Association, meeting: &Meeting, today: Date) -> Vec<String> {
    let breached = |f: &Finding| {
        STATED.contains(&f.rule.as_str()) && matches!(f.outcome, Outcome::NotMet | Outcome::NeedsJudgement)
    };
    let found = compliance::findings(association, meeting, today);
    let mut remarks: Vec<String> = found.iter().filter(|f| breached(f)).map(with_section).collect();
    for (instead_of, replacement) in &meeting.replaced {
        let (by, instead_of) = (replacement.by, association.profile.person_name(*instead_of));
        let by = association.profile.person_name(by);
        remarks.push(format!("{by} justerar i stället för {instead_of}: {}", replacement.decided));
    }
    if let Some((at, item, on)) = meeting.attested_at {
        let later = association.meetings.get(&at).and_then(|m| m.item(item));
        let under = later.and_then(|i| i.paragraf).map_or_else(String::new, |p| format!(", § {p}"));
        remarks.push(format!("Protokollet justerades vid sammanträdet den {}{under}.", in_words(on)));
    }
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
