//! An initiative (sv. *insats*): from idea to decision and start.
//!
//! | decision | file | rules |
//! | --- | --- | --- |
//! | note an idea, talk it over, let it rest | `initiative/idea.rs` | – |
//! | begin the application, throw the draft away | `initiative/draft.rs` | – |
//! | submit the application | `initiative/submit.rs` | within-purpose, no-individual-authority, through-a-party, asf-limits, registered-without-delay |
//! | examine, state a member's view, ask for completion, propose | `initiative/prepare.rs` | implementation-plan, affected-members-heard |
//! | prepare the board's meeting | `initiative/committee.rs` | prepared-before-decision |
//! | the board's decision | `initiative/decide.rs` | prepared-before-decision, implementation-plan, financing-stated, board-decides-what-not-how |
//! | inform, set up the steering group, start | `initiative/start.rs` | office-informs |
//!
//! `initiative/compliance.rs` answers all its rules again for a page, `initiative/next.rs` says what is needed next.

mod by_year;
pub(crate) mod facts;
mod letters;
mod proposal;
mod standing;

pub mod clauses;
pub mod committee;
pub mod compliance;
pub mod decide;
pub mod draft;
pub mod events;
pub mod form;
pub mod idea;
pub mod next;
pub mod paper;
pub mod prepare;
#[cfg(test)]
pub(crate) mod samples;
pub mod start;
pub mod state;
pub mod submit;

crate::act::acts! {
    idea { NoteIdea, TalkOverIdea, RestIdea, MergeIdea, ResumeIdea }
    draft { BeginApplication, DiscardDraft }
    submit { SubmitApplication, WithdrawApplication }
    prepare { AskCompletion, StateMemberView, ExamineApplication, ProposeDecision }
    committee { PrepareForBoard, SendBack }
    start { InformConcerned, SetUpSteeringGroup, StartInitiative }
}
