//! Addresses that one wing links to and another answers. A wing writes its own; an association's begin with its base,
//! `/f/finnveden`.

use domain::ids::{AssignmentId, CaseId, InitiativeId, ItemId, MeetingId};

/// *Min översikt*.
pub const OVERVIEW: &str = "/oversikt";
/// The login.
pub const LOG_IN: &str = "/logga-in";
/// Every association's notice board.
pub const BOARDS: &str = "/anslagstavla";
/// The rules.
pub const RULES: &str = "/regler";

/// One rule.
pub fn rule(id: &str) -> String {
    format!("{RULES}/{id}")
}

/// An association's notice board.
pub fn board(slug: &str) -> String {
    format!("{BOARDS}/{slug}")
}

/// An association: what its other addresses begin with, and its start page.
pub fn association(slug: &str) -> String {
    format!("/f/{slug}")
}

/// One initiative.
pub fn initiative(base: &str, id: InitiativeId) -> String {
    format!("{base}/insatser/{id}")
}

/// The application of an initiative, read on a page.
pub fn read_application(base: &str, id: InitiativeId) -> String {
    format!("{base}/insatser/{id}/ansokan")
}

/// What has been proposed to be decided on an initiative.
pub fn proposals(base: &str, id: InitiativeId) -> String {
    format!("{base}/insatser/{id}#forslag")
}

/// The application of an initiative, as PDF.
pub fn application(base: &str, id: InitiativeId) -> String {
    format!("{base}/insatser/{id}/ansokan.pdf")
}

/// The receipt for an application, as PDF.
pub fn receipt(base: &str, id: InitiativeId) -> String {
    format!("{base}/insatser/{id}/kvitto.pdf")
}

/// The meetings.
pub fn meetings(base: &str) -> String {
    format!("{base}/sammantraden")
}

/// Planning a meeting.
pub fn new_meeting(base: &str) -> String {
    format!("{base}/sammantraden/nytt")
}

/// One meeting.
pub fn meeting(base: &str, id: MeetingId) -> String {
    format!("{base}/sammantraden/{id}")
}

/// The notice of a meeting.
pub fn notice(base: &str, id: MeetingId) -> String {
    format!("{base}/sammantraden/{id}/kallelse")
}

/// The minutes of a meeting.
pub fn minutes(base: &str, id: MeetingId) -> String {
    format!("{base}/sammantraden/{id}/protokoll")
}

/// Taking up an initiative on a meeting's agenda.
pub fn new_item(base: &str, meeting: MeetingId, about: InitiativeId) -> String {
    format!("{base}/sammantraden/{meeting}/punkter/ny?insats={about}")
}

/// An item of a meeting, as it is handled.
pub fn item(base: &str, meeting: MeetingId, item: ItemId) -> String {
    format!("{base}/sammantraden/{meeting}/punkter/{item}/behandling")
}

/// What the meetings have told somebody to do.
pub fn assignments(base: &str) -> String {
    format!("{base}/uppdrag")
}

/// One of them.
pub fn assignment(base: &str, id: AssignmentId) -> String {
    format!("{base}/uppdrag/{id}")
}

/// The case register.
pub fn register(base: &str) -> String {
    format!("{base}/diarium")
}

/// One case.
pub fn case(base: &str, id: CaseId) -> String {
    format!("{base}/diarium/{id}")
}

/// The people and their mandates.
pub fn people(base: &str) -> String {
    format!("{base}/personer")
}

/// What is noted of a step in the yearly round of money.
pub fn funding_step(base: &str, year: i16) -> String {
    format!("{base}/medel/{year}/besked")
}
