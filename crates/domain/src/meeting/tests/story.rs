//! A whole meeting, told once from plan to the announcement taken down, every step asked twice.

use jiff::civil::date;
use statute::{Modality, Outcome};

use crate::event::Event;
use crate::ids::{ItemId, ProposalId};
use crate::initiative::events::Stage;
use crate::meeting::attendance::{NoteAttendance, NoteLeaving};
use crate::meeting::compliance::findings;
use crate::meeting::decide::MakeDecision;
use crate::meeting::events::{ItemKind, TieBreak, VoteMatter};
use crate::meeting::minutes::WriteMinutes;
use crate::meeting::notice::SendNotice;
use crate::meeting::posting::TakeDownNotice;
use crate::meeting::reservation::NotifyReservation;
use crate::meeting::session::{CloseMeeting, OpenMeeting};
use crate::meeting::state::Phase;
use crate::meeting::tests::{
    APPLICATION, DAY, INITIATIVE, MEETING, PAYMENTS, add, application_item, ballot, decision, granted, item,
    officers, plan, post, prepared, proposal, rejected, serving, take_up,
};
use crate::meeting::vote::{CloseVote, OpenVote};
use crate::testing::{
    ASTA, BO, CILLA, DAVID, Given, KARIN, LARS, MAJA, NORRBY, REGION, SODERBY, association, given,
};

fn step(given: Given, command: impl Into<crate::Command>) -> Given {
    given.when(command).settles()
}

fn phase(given: &Given) -> Phase {
    given.state.meetings[&MEETING].phase()
}

/// Planned, called, opened; Ebba and Frans are away, and their substitutes serve.
fn called_to_order() -> Given {
    let mut g = given(association()).and(prepared());
    g = step(g, plan());
    g = step(g, add(application_item()));
    g = step(g, add(item(ItemKind::Decision, "Attestordning", None)));
    assert_eq!(phase(&g), Phase::Planned);
    g = step(g.on(date(2026, 3, 11)), SendNotice { meeting: MEETING, on: None });
    assert_eq!(phase(&g), Phase::Noticed);
    g = step(g.on(DAY), OpenMeeting { meeting: MEETING, at: None });
    let there: [NoteAttendance; 6] = [
        serving(ASTA, 1, None),
        serving(BO, 2, None),
        serving(CILLA, 3, None),
        serving(DAVID, 4, None),
        serving(KARIN, 11, Some(5)),
        serving(LARS, 12, Some(6)),
    ];
    for present in there {
        g = step(g, present);
    }
    step(g, officers())
}

/// The application: two proposals, three to three, the chair's casting vote, a reservation.
fn divided(mut g: Given) -> Given {
    for no in 1..=5 {
        g = step(g, take_up(ItemId(no)));
    }
    g = step(g, take_up(APPLICATION));
    g = step(g, proposal(APPLICATION, BO, "att bevilja ansökan", Some(granted())));
    g = step(g, proposal(APPLICATION, ASTA, "att avslå ansökan", Some(rejected())));
    let between = vec![ProposalId(1), ProposalId(2)];
    g = step(
        g,
        OpenVote {
            meeting: MEETING,
            item: APPLICATION,
            between,
            secret: false,
            matter: VoteMatter::Ordinary,
        },
    );
    for (person, choice) in [(BO, 1), (CILLA, 1), (KARIN, 1), (ASTA, 2), (DAVID, 2), (LARS, 2)] {
        g = step(g.by(person), ballot(APPLICATION, person, Some(choice)));
    }
    g = step(g.by(MAJA), CloseVote { meeting: MEETING, item: APPLICATION, lot: None, tally: None });
    let clauses = vec!["att avslå ansökan".to_owned()];
    g = step(
        g,
        MakeDecision { meeting: MEETING, item: APPLICATION, clauses, appealable: true, outcome: None },
    );
    let text = "Insatsen behövs.".to_owned();
    step(g, NotifyReservation { meeting: MEETING, item: APPLICATION, by: BO, text })
}

fn held() -> Given {
    let mut g = divided(called_to_order());
    g = step(g, NoteLeaving { meeting: MEETING, person: LARS, after: 6 });
    g = step(g, take_up(PAYMENTS));
    g = step(g, decision(PAYMENTS, "att anta attestordningen", None));
    g = step(g, take_up(ItemId(6)));
    g = step(g, take_up(ItemId(7)));
    step(g.at(DAY.at(12, 0, 0, 0)), CloseMeeting { meeting: MEETING, at: None })
}

#[test]
fn from_plan_to_the_announcement_taken_down() {
    let g = held();
    let meeting = &g.state.meetings[&MEETING];
    let vote = meeting.item(APPLICATION).unwrap().vote.as_ref().unwrap();
    assert_eq!(vote.result, Some((ProposalId(2), Some(TieBreak::CastingVote))));
    assert_eq!(meeting.serving_in(meeting.item(PAYMENTS).unwrap()).count(), 5, "Lars left after § 6");
    assert_eq!(g.state.initiatives[&INITIATIVE].stage, Stage::Rejected);
    assert_eq!(g.state.initiatives[&INITIATIVE].decisions[0].paragraf, 6);

    let mut g = step(g.on(date(2026, 3, 23)), WriteMinutes { meeting: MEETING, on: None });
    g = g.on(date(2026, 3, 24)).attests(BO).settles();
    g = g.on(date(2026, 3, 26)).attests(ASTA).settles();
    assert_eq!(phase(&g), Phase::Attested);
    g = g.by(MAJA).on(date(2026, 3, 27));
    for board in [REGION, NORRBY, SODERBY] {
        g = step(g, post(board));
    }
    assert_eq!(phase(&g), Phase::Posted);
    g = g.on(date(2026, 4, 18));
    for board in [REGION, NORRBY, SODERBY] {
        g = step(g, TakeDownNotice { meeting: MEETING, board, on: None });
    }
    assert_eq!(phase(&g), Phase::TakenDown);

    let observed = findings(&g.state, &g.state.meetings[&MEETING], date(2026, 4, 18));
    for finding in &observed {
        assert_eq!(finding.outcome, Outcome::Met, "{}", finding.says);
        assert!(!finding.cites.is_empty(), "{}", finding.rule);
    }
    let rules: Vec<&str> = observed.iter().map(|f| f.rule.as_str()).collect();
    assert_eq!(
        rules,
        [
            "notice-period",
            "quorum",
            "paragraphs-unique",
            "minutes-content",
            "attested-in-14-days",
            "posted-in-2-days",
            "posted-whole-appeal-time",
        ]
    );
    assert!(observed.iter().any(|f| f.modality == Modality::Must));
}

#[test]
fn what_each_step_was_decided_on_is_kept() {
    let g = held();
    let steps: Vec<&str> =
        g.state.judged.values().flat_map(|log| log.iter()).map(|(_, j)| j.step.as_str()).collect();
    for step in
        ["add_item", "send_notice", "note_attendance", "close_vote", "make_decision", "notify_reservation"]
    {
        assert!(steps.contains(&step), "{step}");
    }
    assert!(!steps.contains(&"cast_ballot"), "a ballot is judged when it is counted");
}

#[test]
fn every_fact_of_the_meeting_survives_being_stored() {
    for event in held().past.into_iter().filter(|event| matches!(event, Event::Meeting(_))) {
        let stored = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<Event>(&stored).unwrap(), event);
        assert!(event.kind().starts_with("meeting."));
    }
}
