//! What stands on each paper the association issues, and nothing about how it looks.
//!
//! A paper is plain data: the PDF (`documents`) and the HTML reading are two renderings of one struct,
//! so they cannot say different things. Nothing here decides or computes what the law asks; a paper shows
//! what has already been decided.
//!
//! | paper | struct | Swedish name |
//! | --- | --- | --- |
//! | call to a meeting, with its agenda | [`Notice`] | kallelse och föredragningslista |
//! | the record of a meeting | [`Minutes`] | protokoll, with *bevis* |
//! | one paragraph of the minutes, certified | [`Extract`] | protokollsutdrag |
//! | a request for money | [`Application`] | ansökan om projektmedel |
//! | the answer that it has arrived | [`Receipt`] | mottagningskvitto |
//! | a saved scenario of the state's allocation | [`ScenarioReport`] | scenariorapport |
//! | the basis for a choice between ways to organise | [`DecisionPaper`] | beslutsunderlag |
//!
//! Every paper has `samples()`: an ordinary one, one with only what is compulsory, and a long one. They are the
//! JSON files in `samples/`; the renderings are tested and looked at with them.

mod appeal;
mod application;
mod certification;
pub mod decision_paper;
mod extract;
pub mod figures;
mod format;
mod minutes;
mod notice;
mod paragraf;
mod party;
mod receipt;
mod samples;
pub mod scenario_report;
mod terms;

pub use appeal::Appeal;
pub use application::{Answer, Application, Given, Orientation, Part, Period, YearAmount};
pub use certification::Certification;
pub use decision_paper::DecisionPaper;
pub use extract::Extract;
pub use format::{ParagrafRange, clock, long_date, paragrafs, time_span};
pub use minutes::{Attendee, Certificate, ChainHead, Deciding, Minutes, Posting};
pub use notice::{AgendaItem, Notice, Recipients};
pub use paragraf::{
    Alternative, Assignment, Ballot, CastingVote, Decision, Disqualified, Lot, Paragraf, Proposal, Report,
    Reservation, Vote, Voter,
};
pub use party::{Appendix, Association, Contact, Kind, Person, Signature, Signed};
pub use receipt::{NextStep, Receipt, ReceivedFile};
pub use scenario_report::ScenarioReport;
pub use terms::Terms;
