//! What may be asked of an association: one command per decision, and the one function that decides.

use serde::{Deserialize, Serialize};

use crate::decision::{Ctx, Decided, Refusal};
use crate::state::Association;
use crate::{assignment, association, case_register, funding, initiative, mandate, meeting};

/// One command. The JSON of the API and the forms of the pages become this.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case", deny_unknown_fields)]
pub enum Command {
    /// See [`association::establish`].
    FoundAssociation(association::establish::FoundAssociation),
    /// See [`association::establish`].
    TakeInMember(association::establish::TakeInMember),
    /// See [`association::establish`].
    SetBylaws(association::establish::SetBylaws),
    /// See [`association::establish`].
    NamePerson(association::establish::NamePerson),
    /// See [`association::establish`].
    NoteBudget(association::establish::NoteBudget),
    /// See [`association::establish`].
    ShareOffice(association::establish::ShareOffice),
    /// See [`association::remote`].
    DecideRemoteParticipation(association::remote::DecideRemoteParticipation),
    /// See [`mandate::appoint`].
    SetUpBody(mandate::appoint::SetUpBody),
    /// See [`mandate::appoint`].
    GiveMandate(mandate::appoint::GiveMandate),
    /// See [`mandate::appoint`].
    EndMandate(mandate::appoint::EndMandate),
    /// See [`mandate::presidium`].
    ElectPresidium(mandate::presidium::ElectPresidium),
    /// See [`case_register::register`].
    OpenCase(case_register::register::OpenCase),
    /// See [`case_register::register`].
    RegisterDocument(case_register::register::RegisterDocument),
    /// See [`case_register::register`].
    CloseCase(case_register::register::CloseCase),
    /// See [`initiative::idea`].
    NoteIdea(initiative::idea::NoteIdea),
    /// See [`initiative::idea`].
    TalkOverIdea(initiative::idea::TalkOverIdea),
    /// See [`initiative::idea`].
    RestIdea(initiative::idea::RestIdea),
    /// See [`initiative::idea`].
    ResumeIdea(initiative::idea::ResumeIdea),
    /// See [`initiative::draft`].
    SaveDraft(initiative::draft::SaveDraft),
    /// See [`initiative::submit`].
    SubmitApplication(initiative::submit::SubmitApplication),
    /// See [`initiative::submit`].
    WithdrawApplication(initiative::submit::WithdrawApplication),
    /// See [`initiative::prepare`].
    AskCompletion(initiative::prepare::AskCompletion),
    /// See [`initiative::prepare`].
    StateMemberView(initiative::prepare::StateMemberView),
    /// See [`initiative::prepare`].
    ExamineApplication(initiative::prepare::ExamineApplication),
    /// See [`initiative::prepare`].
    ProposeDecision(initiative::prepare::ProposeDecision),
    /// See [`initiative::committee`].
    PrepareForBoard(initiative::committee::PrepareForBoard),
    /// See [`initiative::committee`].
    SendBack(initiative::committee::SendBack),
    /// See [`initiative::start`].
    InformConcerned(initiative::start::InformConcerned),
    /// See [`initiative::start`].
    SetUpSteeringGroup(initiative::start::SetUpSteeringGroup),
    /// See [`initiative::start`].
    StartInitiative(initiative::start::StartInitiative),
    /// See [`meeting::plan`].
    PlanMeeting(meeting::plan::PlanMeeting),
    /// See [`meeting::agenda`].
    AddItem(meeting::agenda::AddItem),
    /// See [`meeting::agenda`].
    ChangeItem(meeting::agenda::ChangeItem),
    /// See [`meeting::agenda`].
    MoveItem(meeting::agenda::MoveItem),
    /// See [`meeting::agenda`].
    RemoveItem(meeting::agenda::RemoveItem),
    /// See [`meeting::notice`].
    SendNotice(meeting::notice::SendNotice),
    /// See [`meeting::session`].
    OpenMeeting(meeting::session::OpenMeeting),
    /// See [`meeting::session`].
    NameOfficers(meeting::session::NameOfficers),
    /// See [`meeting::session`].
    CloseMeeting(meeting::session::CloseMeeting),
    /// See [`meeting::attendance`].
    NoteAttendance(meeting::attendance::NoteAttendance),
    /// See [`meeting::attendance`].
    NoteLeaving(meeting::attendance::NoteLeaving),
    /// See [`meeting::attendance`].
    NoteDisqualification(meeting::attendance::NoteDisqualification),
    /// See [`meeting::paragraf`].
    TakeUpItem(meeting::paragraf::TakeUpItem),
    /// See [`meeting::paragraf`].
    WriteNote(meeting::paragraf::WriteNote),
    /// See [`meeting::vote`].
    MakeProposal(meeting::vote::MakeProposal),
    /// See [`meeting::vote`].
    OpenVote(meeting::vote::OpenVote),
    /// See [`meeting::vote`].
    CastBallot(meeting::vote::CastBallot),
    /// See [`meeting::vote`].
    CloseVote(meeting::vote::CloseVote),
    /// See [`meeting::decide`].
    MakeDecision(meeting::decide::MakeDecision),
    /// See [`meeting::reservation`].
    NotifyReservation(meeting::reservation::NotifyReservation),
    /// See [`meeting::minutes`].
    WriteMinutes(meeting::minutes::WriteMinutes),
    /// See [`meeting::minutes`].
    NameSource(meeting::minutes::NameSource),
    /// See [`meeting::attest`].
    AttestMinutes(meeting::attest::AttestMinutes),
    /// See [`meeting::posting`].
    PostNotice(meeting::posting::PostNotice),
    /// See [`meeting::posting`].
    TakeDownNotice(meeting::posting::TakeDownNotice),
    /// See [`assignment::follow_up`].
    GiveAssignment(assignment::follow_up::GiveAssignment),
    /// See [`assignment::follow_up`].
    ReportAssignment(assignment::follow_up::ReportAssignment),
    /// See [`assignment::follow_up`].
    FinishAssignment(assignment::follow_up::FinishAssignment),
    /// See [`funding::step`].
    NoteFundingStep(funding::step::NoteFundingStep),
    /// See [`funding::key_figures`].
    NoteKeyFigures(funding::key_figures::NoteKeyFigures),
    /// See [`funding::fix`].
    FixContributions(funding::fix::FixContributions),
    /// See [`funding::earlier`].
    NoteContributions(funding::earlier::NoteContributions),
    /// See [`funding::position`].
    NotePosition(funding::position::NotePosition),
}

macro_rules! dispatch {
    ($command:expr, $state:expr, $ctx:expr, $($name:ident),+ $(,)?) => {
        match $command {
            $(Command::$name(command) => command.decide($state, $ctx),)+
        }
    };
}

/// Decides; writes nothing, reads no clock. No events means that it was already so.
///
/// # Errors
/// A [`Refusal`] of the kind that tells how to show it.
#[rustfmt::skip]
pub fn decide(state: &Association, ctx: &Ctx, command: &Command) -> Result<Decided, Refusal> {
    dispatch!(
        command, state, ctx,
        FoundAssociation, TakeInMember, SetBylaws, NamePerson, NoteBudget, ShareOffice, DecideRemoteParticipation,
        SetUpBody, GiveMandate, EndMandate, ElectPresidium,
        OpenCase, RegisterDocument, CloseCase,
        NoteIdea, TalkOverIdea, RestIdea, ResumeIdea, SaveDraft, SubmitApplication, WithdrawApplication,
        AskCompletion, StateMemberView, ExamineApplication, ProposeDecision, PrepareForBoard, SendBack,
        InformConcerned, SetUpSteeringGroup, StartInitiative,
        PlanMeeting, AddItem, ChangeItem, MoveItem, RemoveItem, SendNotice,
        OpenMeeting, NameOfficers, CloseMeeting, NoteAttendance, NoteLeaving, NoteDisqualification,
        TakeUpItem, WriteNote, MakeProposal, OpenVote, CastBallot, CloseVote, MakeDecision, NotifyReservation,
        WriteMinutes, NameSource, AttestMinutes, PostNotice, TakeDownNotice,
        GiveAssignment, ReportAssignment, FinishAssignment,
        NoteFundingStep, NoteKeyFigures, FixContributions, NoteContributions, NotePosition,
    )
}
