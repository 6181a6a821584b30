//! One sample of each decision that a line is moved by, as the API writes it.

use serde_json::{Value, json};

use super::Asked;
use crate::initiative::samples;
use crate::testing::{ASTA, BO, CILLA, EBBA, FRANS, MAJA, NORRBY, REGION, RUT, SODERBY};

/// What is asked of an initiative, and at the meeting where it is decided.
pub(super) fn of_initiatives() -> Vec<Asked> {
    let to =
        |stage: &str| json!({ "command": "send_back", "initiative": 1, "to": stage, "why": "Oklart mål." });
    let decide = |outcome: Value| {
        json!({ "command": "make_decision", "meeting": 1, "item": 8, "clauses": ["att besluta så"],
            "appealable": false, "outcome": outcome })
    };
    let proposal = json!(samples::yes());
    let grant = json!({ "granted": samples::grant() });
    now([
        json!({ "command": "note_idea", "title": "Steget", "text": "En väg in.", "applicant": "Norrby kommun" }),
        json!({ "command": "talk_over_idea", "initiative": 1, "with": "manager", "note": "Bra, skriv." }),
        json!({ "command": "rest_idea", "initiative": 1, "why": "Vi väntar." }),
        json!({ "command": "merge_idea", "initiative": 1, "into": 2 }),
        json!({ "command": "resume_idea", "initiative": 1 }),
        json!({ "command": "begin_application", "initiative": 1 }),
        json!({ "command": "discard_draft", "initiative": 1, "version": 1 }),
        json!({ "command": "submit_application", "initiative": 1, "version": 1 }),
        json!({ "command": "withdraw_application", "initiative": 1, "why": "Partnern hoppade av." }),
        json!({ "command": "ask_completion", "initiative": 1, "what": "En budget per år." }),
        json!({ "command": "state_member_view", "initiative": 1, "member": NORRBY, "view": "supports", "text": "Behövs." }),
        json!({ "command": "examine_application", "initiative": 1, "text": "Ryms i planen." }),
        json!({ "command": "propose_decision", "initiative": 1, "proposal": proposal }),
        json!({ "command": "prepare_for_board", "initiative": 1, "proposal": proposal }),
        to("preparatory_group"),
        to("working_committee"),
        decide(grant),
        decide(json!({ "rejected": { "why": "Medlen räcker inte." } })),
        decide(json!({ "sent_back": { "why": "Utred vidare." } })),
        json!({ "command": "inform_concerned", "initiative": 1, "to": ["Norrby kommun"] }),
        json!({ "command": "set_up_steering_group", "initiative": 1, "name": "Styrgruppen",
            "people": samples::steering_people() }),
        json!({ "command": "start_initiative", "initiative": 1, "on": "2026-08-17" }),
    ])
}

/// What is asked of a meeting.
pub(super) fn of_meetings() -> Vec<Asked> {
    let content = json!({ "kind": "decision", "title": "Ny fråga" });
    let post = |board: u32| json!({ "command": "post_notice", "meeting": 1, "board": board });
    let take_down = |board: u32| json!({ "command": "take_down_notice", "meeting": 1, "board": board });
    let attest = json!({ "command": "attest_minutes", "meeting": 1, "seen": null });
    let mut asked = now([
        json!({ "command": "plan_meeting", "body": 1, "on": "2026-03-20", "from": "09:00:00", "until": "12:00:00",
            "place": "Norrby" }),
        json!({ "command": "add_item", "meeting": 1, "content": content }),
        json!({ "command": "change_item", "meeting": 1, "item": 9, "content": content }),
        json!({ "command": "move_item", "meeting": 1, "item": 9, "to": 1 }),
        json!({ "command": "remove_item", "meeting": 1, "item": 9 }),
        json!({ "command": "send_notice", "meeting": 1 }),
        json!({ "command": "open_meeting", "meeting": 1 }),
        json!({ "command": "name_officers", "meeting": 1, "chair": ASTA, "secretary": MAJA, "attesters": [CILLA] }),
        json!({ "command": "note_attendance", "meeting": 1, "attendance": {
            "person": RUT, "capacity": { "other": { "from": "kansliet" } } } }),
        json!({ "command": "note_leaving", "meeting": 1, "person": FRANS, "after": 1 }),
        json!({ "command": "note_disqualification", "meeting": 1, "item": 8, "person": EBBA, "ground": "Släkt." }),
        json!({ "command": "take_up_item", "meeting": 1, "item": 8 }),
        json!({ "command": "write_note", "meeting": 1, "item": 8, "text": "Ärendet föredrogs." }),
        json!({ "command": "make_proposal", "meeting": 1, "item": 8, "by": CILLA, "text": "att återremittera" }),
        json!({ "command": "open_vote", "meeting": 1, "item": 8, "matter": "ordinary" }),
        json!({ "command": "cast_ballot", "meeting": 1, "item": 8, "by": ASTA, "choice": 1 }),
        json!({ "command": "close_vote", "meeting": 1, "item": 8 }),
        json!({ "command": "make_decision", "meeting": 1, "item": 8, "clauses": ["att bevilja"], "appealable": false,
            "outcome": { "granted": crate::meeting::tests::grant() } }),
        json!({ "command": "notify_reservation", "meeting": 1, "item": 8, "by": BO, "text": "Jag reserverar mig." }),
        json!({ "command": "leave_undecided", "meeting": 1, "item": 9, "how": "postponed" }),
        json!({ "command": "take_back", "meeting": 1, "entry": { "attendance": EBBA }, "why": "Fel person." }),
        json!({ "command": "take_back", "meeting": 1, "entry": { "vote": 8 }, "why": "Räknades för tidigt." }),
        json!({ "command": "take_back", "meeting": 1, "entry": "closing", "why": "Avslutades av misstag." }),
        json!({ "command": "replace_attester", "meeting": 1, "instead_of": BO, "by": CILLA, "decided": "Sjuk, § 12." }),
        json!({ "command": "close_meeting", "meeting": 1 }),
        json!({ "command": "write_minutes", "meeting": 1 }),
        json!({ "command": "register_meeting_paper", "meeting": 1, "form": "notice" }),
        json!({ "command": "name_source", "meeting": 1, "source": "Protokoll på papper." }),
    ]);
    asked.extend([ASTA, BO].map(|by| Asked { by, days: 0, fields: attest.clone() }));
    let refuse = json!({ "command": "refuse_attestation", "meeting": 1, "why": "§ 3 är fel." });
    asked.push(Asked { by: BO, days: 0, fields: refuse });
    asked.push(Asked {
        by: MAJA,
        days: 0,
        fields: json!({ "command": "attest_at_meeting", "meeting": 1, "at": 2, "item": 6 }),
    });
    asked.extend(now([REGION, NORRBY, SODERBY].map(|board| post(board.0))));
    asked.extend([REGION, NORRBY, SODERBY].map(|board| Asked {
        by: MAJA,
        days: 30,
        fields: take_down(board.0),
    }));
    asked
}

/// What is asked of a case in the register.
pub(super) fn of_cases() -> Vec<Asked> {
    now([
        json!({ "command": "open_case", "subject": "Remiss", "on": "2026-03-02" }),
        json!({ "command": "register_document", "case": 1, "direction": "received", "dated": "2026-03-02",
            "counterpart": "Norrby kommun", "title": "Remiss" }),
        json!({ "command": "close_case", "case": 1, "how": "Besvarad." }),
    ])
}

/// What is asked of an assignment.
pub(super) fn of_assignments() -> Vec<Asked> {
    now([
        json!({ "command": "give_assignment", "meeting": 1, "item": 8, "to": "Bo Bark", "person": BO,
            "what": "Följ upp.", "due": "2026-05-01" }),
        json!({ "command": "report_assignment", "assignment": 1, "note": "På gång." }),
        json!({ "command": "finish_assignment", "assignment": 1, "note": "Klart." }),
    ])
}

/// What is told, offered and answered in the round with the state.
pub(super) fn of_rounds() -> Vec<Asked> {
    let step = |what: Value| json!({ "command": "note_funding_step", "year": 2027, "on": "2026-03-02", "what": what, "source": "E-post" });
    let told = |kind: &str| step(json!({ "kind": kind, "amount": 100_000_000 }));
    now([
        step(json!({ "kind": "asked" })),
        told("answered"),
        told("preliminary"),
        told("revised"),
        told("offer"),
        step(json!({ "kind": "offer-unstated" })),
        told("accepted"),
        step(json!({ "kind": "declined", "reason": "Medlemmarna kan inte matcha." })),
        told("decided"),
    ])
}

/// What a step of the round is called.
pub(super) fn of_kind(kind: &str) -> &'static str {
    match kind {
        "asked" => "fråga ställd",
        "answered" => "svar lämnat",
        "preliminary" => "preliminärt besked",
        "revised" => "ändrat besked",
        "offer" => "erbjudande",
        "offer-unstated" => "erbjudande utan belopp",
        "accepted" => "accepterat",
        "declined" => "avböjt",
        "decided" => "beslut",
        other => panic!("{other} has no words"),
    }
}

/// By the office, on the day itself.
fn now(asked: impl IntoIterator<Item = Value>) -> Vec<Asked> {
    asked.into_iter().map(|fields| Asked { by: MAJA, days: 0, fields }).collect()
}
