//! The steps that wait for somebody, as pages offer them: which command, and in whose hands.

/// A step to take next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Talk the idea over with the office.
    TalkOverIdea,
    /// Take up an idea that rests.
    ResumeIdea,
    /// Write the application, or complete it.
    WriteApplication,
    /// Hand the application in.
    SubmitApplication,
    /// Examine the application.
    ExamineApplication,
    /// State the member's view.
    StateMemberView,
    /// Propose a decision.
    ProposeDecision,
    /// Prepare the board's decision.
    PrepareForBoard,
    /// Plan a meeting of the board.
    PlanMeeting,
    /// Put the application on the agenda.
    AddItem,
    /// Decide.
    MakeDecision,
    /// Tell those concerned of the decision.
    InformConcerned,
    /// Set up the steering group.
    SetUpSteeringGroup,
    /// Start the initiative.
    StartInitiative,
    /// Send the notice of a meeting.
    SendNotice,
    /// Come to a meeting.
    NoteAttendance,
    /// Write the minutes.
    WriteMinutes,
    /// Attest the minutes.
    AttestMinutes,
    /// Put up the announcement.
    PostNotice,
    /// Take down the announcement.
    TakeDownNotice,
    /// Report an assignment as done.
    FinishAssignment,
    /// Answer what the other members will finance next year.
    AnswerFundingQuestion,
    /// Answer the state's offer.
    AnswerFundingOffer,
}

impl Step {
    /// The command that takes the step, as it is called in the API.
    pub const fn command(self) -> &'static str {
        match self {
            Self::TalkOverIdea => "talk_over_idea",
            Self::ResumeIdea => "resume_idea",
            Self::WriteApplication => "begin_application",
            Self::SubmitApplication => "submit_application",
            Self::ExamineApplication => "examine_application",
            Self::StateMemberView => "state_member_view",
            Self::ProposeDecision => "propose_decision",
            Self::PrepareForBoard => "prepare_for_board",
            Self::PlanMeeting => "plan_meeting",
            Self::AddItem => "add_item",
            Self::MakeDecision => "make_decision",
            Self::InformConcerned => "inform_concerned",
            Self::SetUpSteeringGroup => "set_up_steering_group",
            Self::StartInitiative => "start_initiative",
            Self::SendNotice => "send_notice",
            Self::NoteAttendance => "note_attendance",
            Self::WriteMinutes => "write_minutes",
            Self::AttestMinutes => "attest_minutes",
            Self::PostNotice => "post_notice",
            Self::TakeDownNotice => "take_down_notice",
            Self::FinishAssignment => "finish_assignment",
            Self::AnswerFundingQuestion | Self::AnswerFundingOffer => "note_funding_step",
        }
    }
}

/// In whose hands a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// Who noted the idea and writes the application.
    Applicant,
    /// The office.
    Office,
    /// The preparatory group.
    PreparatoryGroup,
    /// The working committee.
    WorkingCommittee,
    /// The board.
    Board,
    /// The steering group of the initiative.
    SteeringGroup,
    /// Somebody called to a meeting.
    Called,
    /// The secretary of a meeting.
    Secretary,
    /// The chair of a meeting, who attests.
    Chair,
    /// Somebody chosen to attest.
    Attester,
    /// Somebody with an assignment.
    Assignee,
}
