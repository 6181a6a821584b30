//! What can be done, one action per decision and per kind of page.

/// What an action is done to; the policies are kept in one file per class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// What anybody may see.
    Public,
    /// One's own account.
    Account,
    /// The association: its people, bodies, register.
    Association,
    /// An initiative.
    Initiative,
    /// A meeting.
    Meeting,
    /// What the associations of a county share.
    County,
    /// The years of national figures.
    National,
}

impl Class {
    /// Every class.
    pub const ALL: &'static [Self] = &[
        Self::Public,
        Self::Account,
        Self::Association,
        Self::Initiative,
        Self::Meeting,
        Self::County,
        Self::National,
    ];

    /// The name the schema uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Public => "Public",
            Self::Account => "Account",
            Self::Association => "Association",
            Self::Initiative => "Initiative",
            Self::Meeting => "Meeting",
            Self::County => "County",
            Self::National => "National",
        }
    }
}

macro_rules! actions {
    ($($class:ident { $($(#[$doc:meta])* $name:ident = $sv:literal),+ $(,)? })+) => {
        /// Something that can be done.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Action {
            $($($(#[$doc])* $name),+),+
        }

        impl Action {
            /// Every action, in the order of the matrix.
            pub const ALL: &'static [Self] = &[$($(Self::$name),+),+];

            /// The name the policies use.
            pub fn name(self) -> &'static str {
                match self { $($(Self::$name => stringify!($name)),+),+ }
            }

            /// What it is, in Swedish, as in "får …".
            pub fn swedish(self) -> &'static str {
                match self { $($(Self::$name => $sv),+),+ }
            }

            /// What it is done to.
            pub fn class(self) -> Class {
                match self { $($(Self::$name => Class::$class),+),+ }
            }
        }
    };
}

actions! {
    Public {
        /// Public pages: start, notice boards, posted minutes, rules, accessibility.
        ReadPublic = "läsa de öppna sidorna",
        /// Log in, accept an invitation.
        LogIn = "logga in",
    }
    Account {
        /// One's own overview.
        ReadOverview = "se Min översikt",
        /// One's own account: sessions, password, language, contact details.
        ManageAccount = "sköta sitt konto",
    }
    Association {
        /// The association's inner start page.
        ReadAssociation = "se förbundets sidor",
        /// The lists of initiatives.
        ListInitiatives = "se listan över insatser",
        /// The list of meetings.
        ListMeetings = "se listan över sammanträden",
        /// The case register.
        ReadRegister = "läsa diariet",
        /// What is secret in the register.
        ReadSecret = "läsa det som är sekretessmarkerat i diariet",
        /// Open cases and register documents.
        Register = "diarieföra",
        /// Record steps that were taken long ago.
        RecordAfterwards = "föra in det som redan har hänt",
        /// Bodies and mandates.
        ReadPeople = "se organ och uppdrag",
        /// Change bodies, mandates, bylaws parameters.
        ManageMandates = "ändra organ och uppdrag",
        /// Invite a person.
        Invite = "bjuda in personer",
        /// Bring an idea.
        BringIdea = "lämna en idé",
        /// Report on an assignment.
        ReportAssignment = "rapportera ett uppdrag",
        /// The association's money: the round with the state, contributions, invoices, shares.
        ReadFunding = "läsa om förbundets medel",
        /// Note what was told, answered and counted, and what the accounts say.
        NoteFunding = "anteckna uppgifter om medel",
        /// Fix what the members contribute in a year.
        FixContributions = "fastställa medlemmarnas bidrag",
    }
    Initiative {
        /// An initiative that has been handed in.
        ReadInitiative = "läsa en inlämnad insats",
        /// A draft or an idea.
        ReadDraft = "läsa ett utkast",
        /// Write the draft.
        WriteDraft = "skriva ett utkast",
        /// Hand in.
        SubmitApplication = "lämna in ansökan",
        /// Withdraw.
        WithdrawApplication = "återta ansökan",
        /// Ask for completion.
        AskCompletion = "begära komplettering",
        /// State one's organisation's view.
        StateMemberView = "lämna sin organisations synpunkt",
        /// Examine.
        ExamineApplication = "granska ansökan",
        /// Propose a decision.
        ProposeDecision = "föreslå beslut",
        /// Prepare for the board.
        PrepareForBoard = "bereda till styrelsen",
        /// Send back a step.
        SendBack = "återremittera",
        /// Let an idea become part of another.
        MergeIdea = "föra ihop idén med en annan",
        /// Inform those concerned.
        InformConcerned = "informera berörda",
        /// Set up the steering group.
        SetUpSteeringGroup = "inrätta styrgruppen",
        /// Start.
        StartInitiative = "starta insatsen",
    }
    Meeting {
        /// A meeting's pages before its minutes are public.
        ReadMeeting = "läsa ett sammanträdes handlingar",
        /// Plan, set the agenda.
        PlanMeeting = "planera sammanträden och föredragningslista",
        /// Put an item on the agenda, or take it up at the meeting.
        AddItem = "föra upp punkter på föredragningslistan",
        /// Send the notice.
        SendNotice = "skicka kallelse",
        /// Open, close, note attendance, take up items, note decisions.
        KeepMinutes = "föra protokoll",
        /// Make a proposal.
        MakeProposal = "lämna ett yrkande",
        /// Cast one's own ballot.
        CastBallot = "rösta",
        /// Notify one's own reservation.
        Reserve = "reservera sig",
        /// Attest the minutes.
        AttestMinutes = "justera protokollet",
        /// Post and take down the announcement.
        PostNotice = "anslå och ta ned anslag",
    }
    County {
        /// The county's saved scenarios and decision papers, and the search for groupings.
        ReadCounty = "läsa länets scenarier och beslutsunderlag",
        /// Save, name, put aside and take back scenarios.
        SaveScenario = "spara scenarier för länet",
        /// Write decision papers.
        WritePaper = "skriva beslutsunderlag för länet",
    }
    National {
        /// Read national statistics in.
        ImportStatistics = "läsa in statistik",
    }
}
