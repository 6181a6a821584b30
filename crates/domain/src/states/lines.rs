//! The lines that things move on: where each can stand, and from where everything is asked.

use jiff::civil::date;

use super::{Line, State, asked};
use crate::Association;
use crate::ids::{AssignmentId, CaseId, InitiativeId, ItemId, MeetingId};
use crate::initiative::events::Stage;
use crate::initiative::samples;
use crate::initiative::start::InformConcerned;
use crate::meeting::events::VoteMatter;
use crate::meeting::posting::TakeDownNotice;
use crate::meeting::state::Phase;
use crate::meeting::tests as meetings;
use crate::testing::{Given, NORRBY, REGION, association, given};

pub(super) fn all() -> Vec<Line> {
    vec![initiatives(), sessions(), cases(), assignments(), rounds()]
}

fn initiatives() -> Line {
    Line {
        title: "Insats",
        stands: |state| {
            let stage = state.initiatives.get(&InitiativeId(1))?.stage;
            Some(named(&stage, of_stage(stage)))
        },
        all: &[
            "idé",
            "vilande",
            "utkast",
            "hos beredningsgruppen",
            "komplettering",
            "hos arbetsutskottet",
            "hos styrelsen",
            "beviljad",
            "pågående",
            "avslag",
            "återtagen",
        ],
        ends: &["pågående", "avslag", "återtagen"],
        starts: vec![
            given(association()),
            samples::noted(),
            samples::drafted(),
            samples::submitted(),
            samples::examined(),
            samples::proposed(),
            samples::before_the_board(),
            samples::granted(),
            samples::granted()
                .done(InformConcerned { initiative: samples::ID, to: vec!["Enhetschefen".to_owned()] }),
            meetings::contested(),
        ],
        asked: asked::of_initiatives(),
        far: 2,
    }
}

fn of_stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Idea => "idé",
        Stage::Resting => "vilande",
        Stage::Draft => "utkast",
        Stage::PreparatoryGroup => "hos beredningsgruppen",
        Stage::Completion => "komplettering",
        Stage::WorkingCommittee => "hos arbetsutskottet",
        Stage::Board => "hos styrelsen",
        Stage::Granted => "beviljad",
        Stage::Running => "pågående",
        Stage::Rejected => "avslag",
        Stage::Withdrawn => "återtagen",
    }
}

fn sessions() -> Line {
    Line {
        title: "Sammanträde",
        stands: |state| {
            let phase = state.meetings.get(&MeetingId(1))?.phase();
            Some(named(&phase, of_phase(phase)))
        },
        all: &[
            "planerat",
            "kallat",
            "öppnat",
            "avslutat",
            "protokoll utskrivet",
            "justerat",
            "anslaget",
            "anslag nedtaget",
        ],
        ends: &["anslag nedtaget"],
        starts: vec![
            given(association()),
            meetings::planned(),
            meetings::planned().on(meetings::DAY),
            meetings::noticed().on(meetings::DAY),
            meetings::opened(),
            meetings::contested(),
            meetings::voting(VoteMatter::Ordinary),
            meetings::opened().done(meetings::take_up(meetings::PAYMENTS)),
            all_decided(),
            meetings::closed(),
            meetings::written(),
            meetings::written().afterwards(),
            meetings::attested_by_the_next(),
            meetings::attested(),
            meetings::attested().done(meetings::post(REGION)).done(meetings::post(NORRBY)),
            meetings::posted(),
            taken_down_from_two(),
        ],
        asked: asked::of_meetings(),
        far: 2,
    }
}

/// Every item taken up and decided.
fn all_decided() -> Given {
    (1..=9)
        .map(ItemId)
        .fold(meetings::opened(), |given, item| given.done(meetings::take_up(item)))
        .done(meetings::decision(meetings::APPLICATION, "att bevilja ansökan", Some(meetings::granted())))
        .done(meetings::decision(meetings::PAYMENTS, "att anta attestordningen", None))
}

fn taken_down_from_two() -> Given {
    let take_down = |board| TakeDownNotice { meeting: MeetingId(1), board, on: None };
    meetings::posted().on(date(2026, 4, 30)).done(take_down(REGION)).done(take_down(NORRBY))
}

fn of_phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Planned => "planerat",
        Phase::Noticed => "kallat",
        Phase::Opened => "öppnat",
        Phase::Closed => "avslutat",
        Phase::Written => "protokoll utskrivet",
        Phase::Attested => "justerat",
        Phase::Posted => "anslaget",
        Phase::TakenDown => "anslag nedtaget",
    }
}

fn cases() -> Line {
    Line {
        title: "Ärende",
        stands: |state| {
            let case = state.register.cases.get(&CaseId(1))?;
            Some(if case.closed.is_some() { named(&"Closed", "avslutat") } else { named(&"Open", "öppet") })
        },
        all: &["öppet", "avslutat"],
        ends: &["avslutat"],
        starts: vec![given(association())],
        asked: asked::of_cases(),
        far: 3,
    }
}

fn assignments() -> Line {
    Line {
        title: "Uppdrag",
        stands: |state| {
            let assignment = state.assignments.assignments.get(&AssignmentId(1))?;
            Some(match (&assignment.done, assignment.reports.is_empty()) {
                (Some(_), _) => named(&"Done", "klart"),
                (None, true) => named(&"Given", "givet"),
                (None, false) => named(&"Reported", "rapporterat"),
            })
        },
        all: &["givet", "rapporterat", "klart"],
        ends: &["klart"],
        starts: vec![meetings::contested()],
        asked: asked::of_assignments(),
        far: 3,
    }
}

fn rounds() -> Line {
    Line {
        title: "Rundan med staten",
        stands: |state: &Association| {
            let status = state.funding.standing(2027)?.status;
            Some(named(&status, status.swedish()))
        },
        all: &["öppen", "preliminär", "reviderad", "erbjudande", "accepterad", "avböjd", "beslutad"],
        ends: &[],
        starts: vec![given(association())],
        asked: asked::of_rounds(),
        far: 4,
    }
}

fn named(code: &dyn std::fmt::Debug, swedish: &'static str) -> State {
    (format!("{code:?}").trim_matches('"').to_owned(), swedish)
}
