//! Which action a command is, and what it is done to: the API decides by the same policies as the pages' routes.

use access::{Action, Facts};
use domain::ids::{BodyId, InitiativeId, MeetingId, PersonId};
use domain::mandate::events::BodyKind;
use domain::{Association, Command};
use jiff::civil::Date;

use crate::roles::Named;

/// What a command is done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// What an address could name too.
    Named(Named),
    /// A body that is to meet.
    Body(BodyId),
}

impl What {
    /// What the policies may ask about it; what is missing when there is no such thing.
    pub(super) fn facts(
        self,
        association: &Association,
        actor: PersonId,
        day: Date,
    ) -> Result<Facts, &'static str> {
        match self {
            Self::Named(named) => named.facts(association, Some(actor), day),
            Self::Body(id) => {
                let body = association.mandates.bodies.get(&id).ok_or("organet")?;
                Ok(Facts { of_board: body.kind == BodyKind::Board, ..Facts::default() })
            }
        }
    }
}

/// The action of a command that an actor sends, and what it is done to.
///
/// What somebody does in another's name, a ballot or a proposal, is noting it in the minutes.
pub(super) fn of(command: &Command, actor: PersonId) -> (Action, What) {
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

/// The names of the commands, for the document; a test holds them against the core.
pub(super) const NAMES: &[&str] = &[
    "found_association",
    "take_in_member",
    "set_bylaws",
    "name_person",
    "note_budget",
    "share_office",
    "decide_remote_participation",
    "set_up_body",
    "give_mandate",
    "end_mandate",
    "elect_presidium",
    "open_case",
    "register_document",
    "close_case",
    "note_idea",
    "talk_over_idea",
    "rest_idea",
    "resume_idea",
    "save_draft",
    "submit_application",
    "withdraw_application",
    "ask_completion",
    "state_member_view",
    "examine_application",
    "propose_decision",
    "prepare_for_board",
    "send_back",
    "inform_concerned",
    "set_up_steering_group",
    "start_initiative",
    "plan_meeting",
    "add_item",
    "change_item",
    "move_item",
    "remove_item",
    "send_notice",
    "open_meeting",
    "name_officers",
    "close_meeting",
    "note_attendance",
    "note_leaving",
    "note_disqualification",
    "take_up_item",
    "write_note",
    "make_proposal",
    "open_vote",
    "cast_ballot",
    "close_vote",
    "make_decision",
    "notify_reservation",
    "write_minutes",
    "name_source",
    "attest_minutes",
    "post_notice",
    "take_down_notice",
    "give_assignment",
    "report_assignment",
    "finish_assignment",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_names_every_command_and_no_other() {
        let unknown = serde_json::from_str::<Command>(r#"{ "command": "?" }"#).unwrap_err().to_string();
        let expected: Vec<&str> = unknown.split('`').skip(3).step_by(2).collect();
        assert_eq!(expected, NAMES);
    }
}
