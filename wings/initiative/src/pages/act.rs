//! What one may do with an initiative: its noun in the address, its words, and the decision behind it.

use domain::act::{Act as Decided, Decision as _};
use domain::event::Subject;
use domain::initiative::committee::{PrepareForBoard, SendBack};
use domain::initiative::draft::{BeginApplication, DiscardDraft};
use domain::initiative::events::Stage;
use domain::initiative::idea::{MergeIdea, RestIdea, ResumeIdea, TalkOverIdea};
use domain::initiative::prepare::{AskCompletion, ExamineApplication, ProposeDecision, StateMemberView};
use domain::initiative::start::{InformConcerned, SetUpSteeringGroup, StartInitiative};
use domain::initiative::state::Initiative;
use domain::initiative::submit::{SubmitApplication, WithdrawApplication};
use domain::step::Step;
use domain::{Association, Ctx};
use jiff::civil::Date;
use kit::Lang;

/// Something that can be done with an initiative; each has a page of its own with a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    /// Note a talk about the idea.
    Talk,
    /// Write the application.
    Write,
    /// Hand it in.
    Submit,
    /// Throw away what is written and not handed in.
    Discard,
    /// Take up an idea that rests.
    Resume,
    /// Let the idea rest.
    Rest,
    /// Let it become part of another.
    Merge,
    /// Note the examination.
    Examine,
    /// State a member's view.
    StateView,
    /// Ask for completion.
    AskCompletion,
    /// Propose a decision.
    Propose,
    /// Prepare the board's decision.
    Prepare,
    /// Send it back a step.
    SendBack,
    /// Withdraw it.
    Withdraw,
    /// Tell those concerned.
    Inform,
    /// Set up the steering group.
    SetUpGroup,
    /// Note the start.
    Start,
}

impl Act {
    /// Every act, in the order of the way.
    pub const ALL: [Self; 17] = [
        Self::Talk,
        Self::Write,
        Self::Submit,
        Self::Discard,
        Self::Resume,
        Self::Rest,
        Self::Merge,
        Self::Examine,
        Self::StateView,
        Self::AskCompletion,
        Self::Propose,
        Self::Prepare,
        Self::SendBack,
        Self::Withdraw,
        Self::Inform,
        Self::SetUpGroup,
        Self::Start,
    ];

    /// The noun in the address: the act is to create it.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Talk => "samtal",
            Self::Write => "utkast",
            Self::Submit => "inlamning",
            Self::Discard => "kassering",
            Self::Resume => "aterupptagande",
            Self::Rest => "vila",
            Self::Merge => "sammanforing",
            Self::Examine => "granskning",
            Self::StateView => "synpunkt",
            Self::AskCompletion => "komplettering",
            Self::Propose => "forslag",
            Self::Prepare => "beredning",
            Self::SendBack => "aterremiss",
            Self::Withdraw => "atertagande",
            Self::Inform => "information",
            Self::SetUpGroup => "styrgrupp",
            Self::Start => "start",
        }
    }

    /// What a link or a button to it says.
    pub fn label(self, lang: Lang, stage: Stage) -> &'static str {
        let completing = stage == Stage::Completion;
        match self {
            Self::Talk => lang.t("initiative-do-talk"),
            Self::Write if completing => lang.t("initiative-do-complete"),
            Self::Write => lang.t("initiative-do-write"),
            Self::Submit if completing => lang.t("initiative-do-submit-again"),
            Self::Submit => lang.t("initiative-do-submit"),
            Self::Discard => lang.t("initiative-do-discard"),
            Self::Resume => lang.t("initiative-do-resume"),
            Self::Rest => lang.t("initiative-do-rest"),
            Self::Merge => lang.t("initiative-do-merge"),
            Self::Examine => lang.t("initiative-do-examine"),
            Self::StateView => lang.t("initiative-do-view"),
            Self::AskCompletion => lang.t("initiative-do-completion"),
            Self::Propose => lang.t("initiative-do-propose"),
            Self::Prepare => lang.t("initiative-do-prepare"),
            Self::SendBack => lang.t("initiative-do-send-back"),
            Self::Withdraw => lang.t("initiative-do-withdraw"),
            Self::Inform => lang.t("initiative-do-inform"),
            Self::SetUpGroup => lang.t("initiative-do-steering"),
            Self::Start => lang.t("initiative-do-start"),
        }
    }

    /// The decision behind it.
    pub fn decision(self) -> Decided {
        match self {
            Self::Talk => TalkOverIdea::ACT,
            Self::Write => BeginApplication::ACT,
            Self::Discard => DiscardDraft::ACT,
            Self::Submit => SubmitApplication::ACT,
            Self::Resume => ResumeIdea::ACT,
            Self::Rest => RestIdea::ACT,
            Self::Merge => MergeIdea::ACT,
            Self::Examine => ExamineApplication::ACT,
            Self::StateView => StateMemberView::ACT,
            Self::AskCompletion => AskCompletion::ACT,
            Self::Propose => ProposeDecision::ACT,
            Self::Prepare => PrepareForBoard::ACT,
            Self::SendBack => SendBack::ACT,
            Self::Withdraw => WithdrawApplication::ACT,
            Self::Inform => InformConcerned::ACT,
            Self::SetUpGroup => SetUpSteeringGroup::ACT,
            Self::Start => StartInitiative::ACT,
        }
    }

    /// Whether the initiative stands where this can be done, as the decision itself asks; the rules may still say no.
    pub fn fits(self, association: &Association, initiative: &Initiative, today: Date) -> bool {
        let about = Subject::Initiative(initiative.id);
        self.decision().fits(association, about, &Ctx::look(today)).is_ok()
    }

    /// The act that takes a step, where it is one of ours; the others are taken at meetings.
    pub fn of(step: Step) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.decision().name == step.command())
    }
}
