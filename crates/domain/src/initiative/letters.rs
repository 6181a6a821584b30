//! What an initiative leaves in the case register: each letter that comes or goes under its case.

use jiff::civil::Date;

use crate::case_register::events::{Direction, Entry, Event, Form, Paper};
use crate::event::Subject;
use crate::ids::{CaseId, InitiativeId};
use crate::initiative::state::Initiative;
use crate::state::Association;

/// A paper of the initiative that the system makes.
pub(crate) fn paper(form: Form, initiative: InitiativeId) -> Option<Paper> {
    Some(Paper { form, of: Subject::Initiative(initiative) })
}

/// A letter between the applicant and the association, registered the same day.
pub(crate) fn letter(
    initiative: &Initiative,
    case: CaseId,
    no: u32,
    direction: Direction,
    title: String,
    on: Date,
) -> Entry {
    Entry {
        case,
        no,
        direction,
        dated: on,
        registered: on,
        counterpart: Some(initiative.applicant.clone()),
        title,
        source: None,
        secrecy: None,
    }
}

/// The next letter under the initiative's case; none where it has no case.
pub(crate) fn next_letter(
    state: &Association,
    initiative: &Initiative,
    direction: Direction,
    title: &str,
    on: Date,
) -> Option<Entry> {
    let case = state.register.cases.get(&initiative.case?)?;
    Some(letter(initiative, case.id, case.next_entry(), direction, title.to_owned(), on))
}

/// The fact that a letter was registered.
pub(crate) fn registered(entry: Entry) -> crate::Event {
    crate::Event::Register(Event::DocumentRegistered(entry))
}
