//! Which action a command is, and what it is done to.
//!
//! The gate has decided on the action of the route; here the command itself is decided on, whichever route it came by.

use access::{Action, Facts};
use domain::ids::{BodyId, InitiativeId, MeetingId, PersonId};
use domain::mandate::events::BodyKind;
use domain::{Association, Command};
use jiff::civil::Date;

use crate::roles::Named;
use crate::stop::Stop;
use crate::visitor::Visitor;

/// What a command is done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// What an address could name too.
    Named(Named),
    /// A body that is to meet.
    Body(BodyId),
}

impl What {
    /// What the policies may ask about it; what is missing when there is no such thing.
    fn facts(self, association: &Association, actor: PersonId, day: Date) -> Result<Facts, &'static str> {
        match self {
            Self::Named(named) => named.facts(association, Some(actor), day),
            Self::Body(id) => {
                let body = association.mandates.bodies.get(&id).ok_or("organet")?;
                Ok(Facts { of_board: body.kind == BodyKind::Board, ..Facts::default() })
            }
        }
    }
}

/// Whether the policies let a visitor send a command.
///
/// # Errors
/// [`Stop`] when they do not, or when what it is done to does not exist.
pub(crate) fn allow(visitor: &Visitor, command: &Command) -> Result<(), Stop> {
    let actor = visitor.actor()?;
    let (action, what) = of(command, actor);
    let facts = visitor.read(|association| what.facts(association, actor, visitor.today()))?;
    let facts = facts.map_err(|what| Stop::NotFound(Some(what)))?;
    // What comes up at the meeting is put on the agenda by whoever keeps the minutes.
    let noted = matches!(command, Command::AddItem(_)) && visitor.may_on(Action::KeepMinutes, facts);
    if noted || visitor.may_on(action, facts) { Ok(()) } else { Err(Stop::Denied(action)) }
}

/// The action of a command that an actor sends, and what it is done to.
///
/// What somebody does in another's name, a ballot or a proposal, is noting it in the minutes.
fn of(command: &Command, actor: PersonId) -> (Action, What) {
    match command {
        Command::FoundAssociation(_)
        | Command::TakeInMember(_)
        | Command::SetBylaws(_)
        | Command::NamePerson(_)
        | Command::NoteBudget(_)
        | Command::ShareOffice(_)
        | Command::DecideRemoteParticipation(_)
        | Command::SetUpBody(_)
        | Command::GiveMandate(_)
        | Command::EndMandate(_)
        | Command::ElectPresidium(_) => (Action::ManageMandates, What::Named(Named::Association)),
        Command::OpenCase(_) | Command::RegisterDocument(_) | Command::CloseCase(_) => {
            (Action::Register, What::Named(Named::Association))
        }
        Command::NoteIdea(_) => (Action::BringIdea, What::Named(Named::Association)),
        Command::TalkOverIdea(c) => initiative(Action::WriteDraft, c.initiative),
        Command::RestIdea(c) => initiative(Action::WriteDraft, c.initiative),
        Command::ResumeIdea(c) => initiative(Action::WriteDraft, c.initiative),
        Command::SaveDraft(c) => initiative(Action::WriteDraft, c.initiative),
        Command::SubmitApplication(c) => initiative(Action::SubmitApplication, c.initiative),
        Command::WithdrawApplication(c) => initiative(Action::WithdrawApplication, c.initiative),
        Command::AskCompletion(c) => initiative(Action::AskCompletion, c.initiative),
        Command::StateMemberView(c) => initiative(Action::StateMemberView, c.initiative),
        Command::ExamineApplication(c) => initiative(Action::ExamineApplication, c.initiative),
        Command::ProposeDecision(c) => initiative(Action::ProposeDecision, c.initiative),
        Command::PrepareForBoard(c) => initiative(Action::PrepareForBoard, c.initiative),
        Command::SendBack(c) => initiative(Action::SendBack, c.initiative),
        Command::InformConcerned(c) => initiative(Action::InformConcerned, c.initiative),
        Command::SetUpSteeringGroup(c) => initiative(Action::SetUpSteeringGroup, c.initiative),
        Command::StartInitiative(c) => initiative(Action::StartInitiative, c.initiative),
        Command::PlanMeeting(c) => (Action::PlanMeeting, What::Body(c.body)),
        Command::AddItem(c) => meeting(Action::PlanMeeting, c.meeting),
        Command::ChangeItem(c) => meeting(Action::PlanMeeting, c.meeting),
        Command::MoveItem(c) => meeting(Action::PlanMeeting, c.meeting),
        Command::RemoveItem(c) => meeting(Action::PlanMeeting, c.meeting),
        Command::SendNotice(c) => meeting(Action::SendNotice, c.meeting),
        Command::OpenMeeting(c) => meeting(Action::KeepMinutes, c.meeting),
        Command::NameOfficers(c) => meeting(Action::KeepMinutes, c.meeting),
        Command::CloseMeeting(c) => meeting(Action::KeepMinutes, c.meeting),
        Command::NoteAttendance(c) => meeting(Action::KeepMinutes, c.meeting),
        Command::NoteLeaving(c) => meeting(Action::KeepMinutes, c.meeting),
        Command::NoteDisqualification(c) => meeting(Action::KeepMinutes, c.meeting),
        Command::TakeUpItem(c) => meeting(Action::KeepMinutes, c.meeting),
        Command::WriteNote(c) => meeting(Action::KeepMinutes, c.meeting),
        Command::OpenVote(c) => meeting(Action::KeepMinutes, c.meeting),
        Command::CloseVote(c) => meeting(Action::KeepMinutes, c.meeting),
        Command::MakeDecision(c) => meeting(Action::KeepMinutes, c.meeting),
        Command::WriteMinutes(c) => meeting(Action::KeepMinutes, c.meeting),
        Command::NameSource(c) => meeting(Action::KeepMinutes, c.meeting),
        Command::GiveAssignment(c) => meeting(Action::KeepMinutes, c.meeting),
        Command::MakeProposal(c) => meeting(own(Action::MakeProposal, c.by, actor), c.meeting),
        Command::CastBallot(c) => meeting(own(Action::CastBallot, c.by, actor), c.meeting),
        Command::NotifyReservation(c) => meeting(own(Action::Reserve, c.by, actor), c.meeting),
        Command::AttestMinutes(c) => {
            meeting(own(Action::AttestMinutes, c.by.unwrap_or(actor), actor), c.meeting)
        }
        Command::PostNotice(c) => meeting(Action::PostNotice, c.meeting),
        Command::TakeDownNotice(c) => meeting(Action::PostNotice, c.meeting),
        Command::ReportAssignment(_) | Command::FinishAssignment(_) => {
            (Action::ReportAssignment, What::Named(Named::Association))
        }
        Command::NoteFundingStep(_)
        | Command::NoteKeyFigures(_)
        | Command::NoteContributions(_)
        | Command::NotePosition(_) => (Action::NoteFunding, What::Named(Named::Association)),
        Command::FixContributions(_) => (Action::FixContributions, What::Named(Named::Association)),
    }
}

fn initiative(action: Action, initiative: InitiativeId) -> (Action, What) {
    (action, What::Named(Named::Initiative(initiative)))
}

fn meeting(action: Action, meeting: MeetingId) -> (Action, What) {
    (action, What::Named(Named::Meeting(meeting)))
}

fn own(action: Action, by: PersonId, actor: PersonId) -> Action {
    if by == actor { action } else { Action::KeepMinutes }
}
