//! One paragraph of the minutes as a paper of its own.

use crate::Association;
use crate::meeting::events::Matter;
use crate::meeting::state::{Item, Meeting};

use super::{body, matters, minutes, seats};
use crate::paper::issuer;
use papers::{Certification, Extract};

/// A paragraph of the minutes with the words that certify a copy; nothing when there is no such paragraph.
pub fn extract(association: &Association, meeting: &Meeting, paragraf: u32) -> Option<Extract> {
    let item = meeting.under(paragraf)?;
    let appealable = matches!(item.decision, Some((_, true))) && meeting.source.is_none();
    let posted = minutes::last_appeal_day(meeting).and(meeting.postings.values().map(|p| p.up).max());
    Some(Extract {
        association: issuer(association),
        body: body(association, meeting),
        held_on: meeting.day(),
        place: meeting.plan.place.clone(),
        deciding: seats::deciding(association, meeting),
        paragraf: matters::paragraf(association, meeting, item)?,
        attested_on: meeting.attested_on(),
        posted_on: posted,
        sent_to: sent_to(association, item),
        appeal: minutes::appeal(association, meeting).filter(|_| appealable),
        certification: Certification {
            place: association.profile.founded.as_ref().map(|f| f.seat.clone()),
            on: None,
            signatory: None,
        },
    })
}

/// Whom the decision concerns: the applicant, and the members that take part.
fn sent_to(association: &Association, item: &Item) -> Vec<String> {
    let Some(Matter::Initiative(id)) = item.content.matter else { return Vec::new() };
    let Some(initiative) = association.initiatives.get(&id).filter(|_| item.decision.is_some()) else {
        return Vec::new();
    };
    let mut names = vec![initiative.applicant.clone()];
    let parties = initiative.application.iter().flat_map(|a| &a.parties);
    for name in parties.map(|member| association.profile.member_name(*member)) {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}
