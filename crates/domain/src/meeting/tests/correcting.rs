//! What was entered wrongly is taken back; what was forgotten is completed; what is sealed stands.

use jiff::civil::date;
use statute::Outcome;

use crate::assignment::follow_up::GiveAssignment;
use crate::decision::Refusal;
use crate::ids::{AssignmentId, ProposalId};
use crate::initiative::events::Stage;
use crate::meeting::attendance::{NoteDisqualification, NoteLeaving};
use crate::meeting::attesters::{AttestAtMeeting, RefuseAttestation, ReplaceAttester};
use crate::meeting::entry::Entered;
use crate::meeting::events::{Entry, Undecided, VoteMatter};
use crate::meeting::minutes::WriteMinutes;
use crate::meeting::paper::minutes::content;
use crate::meeting::reservation::NotifyReservation;
use crate::meeting::session::{CloseMeeting, NameOfficers};
use crate::meeting::state::Phase;
use crate::meeting::take_back::TakeBack;
use crate::meeting::tests::{
    APPLICATION, ATTESTING, INITIATIVE, LATER, MEETING, PAYMENTS, attested, attested_by_the_next, ballot,
    closed, contested, decided_to_attest, decision, granted, later_meeting, officers, opened, post, rejected,
    serving, take_up, voting, written,
};
use crate::meeting::undecided::LeaveUndecided;
use crate::meeting::vote::{CloseVote, OpenVote};
use crate::testing::{ASTA, BO, CILLA, DAVID, EBBA, GUN, Given, KARIN, MAJA, REGION, field, law, order};

fn back(entry: Entry) -> TakeBack {
    TakeBack { meeting: MEETING, entry, why: "Jag skrev fel.".to_owned() }
}

fn decided() -> Given {
    contested().done(decision(APPLICATION, "att bevilja 300 000 kronor", Some(granted())))
}

#[test]
fn a_decision_that_was_written_wrongly_is_taken_back_while_the_meeting_runs() {
    let given = decided().when(back(Entry::Decision(APPLICATION))).settles();
    let meeting = &given.state.meetings[&MEETING];
    assert_eq!(meeting.item(APPLICATION).unwrap().decision, None);
    assert_eq!(given.state.initiatives[&INITIATIVE].stage, Stage::Board, "it lies before the board again");
    assert_eq!(given.state.initiatives[&INITIATIVE].decisions, []);
    let [taken] = meeting.taken_back.as_slice() else { panic!("{:?}", meeting.taken_back) };
    assert_eq!(taken.was, "§ 1 Ansökan IT-spåret: beslut att bevilja 300 000 kronor");
    assert_eq!(
        (taken.why.as_str(), taken.by),
        ("Jag skrev fel.", MAJA),
        "what it was stays readable, with who and why"
    );
    given.when(decision(APPLICATION, "att avslå ansökan", Some(rejected()))).settles();
}

#[test]
fn a_decision_to_send_back_restores_what_was_prepared() {
    let outcome = crate::initiative::events::BoardOutcome::SentBack { why: "Utred.".to_owned() };
    let before = contested();
    let after = before.clone().done(decision(APPLICATION, "att återremittera", Some(outcome)));
    let restored = after.done(back(Entry::Decision(APPLICATION)));
    let (was, is) = (&before.state.initiatives[&INITIATIVE], &restored.state.initiatives[&INITIATIVE]);
    assert_eq!((&was.stage, &was.proposed, &was.committee), (&is.stage, &is.proposed, &is.committee));
}

#[test]
fn what_rests_on_an_entry_is_named() {
    let reserved = decided().done(NotifyReservation {
        meeting: MEETING,
        item: APPLICATION,
        by: BO,
        text: String::new(),
    });
    reserved.when(back(Entry::Decision(APPLICATION))).refused(order("reservationen av Bo Bark"));
    decided().when(back(Entry::TakenUp(APPLICATION))).refused(order("beslutet och yrkandena"));
    decided().when(back(Entry::Proposal(APPLICATION, ProposalId(1)))).refused(order("beslutet"));
    opened().when(back(Entry::Attendance(ASTA))).refused(order("vem som leder"));
    let unsaid = TakeBack { why: " ".to_owned(), ..back(Entry::Attendance(DAVID)) };
    opened().when(unsaid).refused(field("why"));
    opened()
        .when(back(Entry::Decision(APPLICATION)))
        .refused(|r| matches!(r, Refusal::NotFound("uppgiften")));
}

#[test]
fn a_vote_that_was_counted_too_early_is_held_anew_under_the_same_paragraph() {
    let counted = voting(VoteMatter::Ordinary)
        .by(ASTA)
        .done(ballot(APPLICATION, ASTA, Some(1)))
        .by(MAJA)
        .done(CloseVote { meeting: MEETING, item: APPLICATION, lot: None, tally: None });
    let given = counted.when(back(Entry::Vote(APPLICATION))).settles();
    let anew = OpenVote {
        meeting: MEETING,
        item: APPLICATION,
        between: Vec::new(),
        secret: false,
        matter: VoteMatter::Ordinary,
    };
    let given = given.when(anew).settles();
    let held = given.state.meetings[&MEETING].item(APPLICATION).unwrap();
    assert_eq!((held.vote.as_ref().unwrap().number, held.earlier_votes.len()), (2, 1));
    let paper = content(&given.state, &given.state.meetings[&MEETING]);
    let notes = &paper.paragraphs.iter().find(|p| p.number == 1).unwrap().notes;
    assert_eq!(notes.first().unwrap(), "En tidigare omröstning utföll 1–0 och gjordes om.", "5 kap. 67 § 3");
}

#[test]
fn a_withdrawn_proposal_is_not_in_the_minutes_and_its_number_not_used_again() {
    let given = contested().when(back(Entry::Proposal(APPLICATION, ProposalId(2)))).settles();
    let given = given.done(crate::meeting::tests::proposal(APPLICATION, CILLA, "att bordlägga", None));
    let numbers: Vec<u32> =
        given.state.meetings[&MEETING].item(APPLICATION).unwrap().proposals.iter().map(|p| p.id.0).collect();
    assert_eq!(numbers, [1, 3], "5 kap. 67 § 1");
}

#[test]
fn who_was_marked_present_by_mistake_is_not_counted() {
    let given = opened().when(back(Entry::Attendance(EBBA))).settles();
    assert_eq!(given.state.meetings[&MEETING].serving().count(), 5);
    given.when(serving(EBBA, 5, None)).settles();
}

#[test]
fn a_leaving_and_a_disqualification_on_the_wrong_person_are_taken_back() {
    let left = contested().done(NoteLeaving { meeting: MEETING, person: EBBA, after: 1 });
    assert_eq!(left.state.meetings[&MEETING].serving().count(), 5);
    let given = left.when(back(Entry::Leaving(EBBA))).settles();
    assert_eq!(given.state.meetings[&MEETING].serving().count(), 6);
    let aside = NoteDisqualification {
        meeting: MEETING,
        item: APPLICATION,
        person: DAVID,
        ground: "Släkt.".to_owned(),
    };
    let given = given.done(aside).when(back(Entry::Disqualification(APPLICATION, DAVID))).settles();
    assert!(given.state.meetings[&MEETING].item(APPLICATION).unwrap().disqualified.is_empty());
}

#[test]
fn a_leaving_that_a_substitute_has_come_for_rests() {
    let left = contested().done(NoteLeaving { meeting: MEETING, person: EBBA, after: 1 });
    let came = left.done(take_up(PAYMENTS)).done({
        let mut karin = serving(KARIN, 11, Some(5));
        karin.attendance.paragrafer = Some((2, None));
        karin
    });
    came.when(back(Entry::Leaving(EBBA))).refused(order("Karin"));
}

#[test]
fn an_item_taken_up_by_mistake_gives_its_number_back() {
    let given = opened().done(take_up(PAYMENTS)).when(back(Entry::TakenUp(PAYMENTS))).settles();
    let given = given.done(take_up(APPLICATION));
    assert_eq!(given.state.meetings[&MEETING].item(APPLICATION).unwrap().paragraf, Some(1));
    let two = opened().done(take_up(PAYMENTS)).done(take_up(APPLICATION));
    two.when(back(Entry::TakenUp(PAYMENTS))).refused(order("paragraferna efter § 1"));
}

#[test]
fn an_assignment_is_taken_back_until_it_is_reported_on() {
    let give = GiveAssignment {
        meeting: MEETING,
        item: APPLICATION,
        to: "Bo Bark".to_owned(),
        person: Some(BO),
        what: "Följ upp.".to_owned(),
        due: None,
    };
    let given = contested().done(give.clone());
    let given = given.when(back(Entry::Assignment(AssignmentId(1)))).settles();
    assert_eq!(given.state.assignments.open().count(), 0);
    let again = given.done(give);
    assert!(again.state.assignments.assignments.contains_key(&AssignmentId(2)), "a number is given once");
}

#[test]
fn a_meeting_closed_by_mistake_is_opened_again_the_same_day() {
    let given = closed().when(back(Entry::Closing)).settles();
    assert_eq!(given.state.meetings[&MEETING].closed, None);
    given.when(back(Entry::Decision(PAYMENTS))).settles();
    closed().on(date(2026, 3, 21)).when(back(Entry::Closing)).refused(order("dagen för sammanträdet"));
}

#[test]
fn what_happened_is_completed_between_closing_and_attestation_and_what_was_decided_is_not() {
    let later = || written().on(date(2026, 3, 24));
    later().when(NoteLeaving { meeting: MEETING, person: EBBA, after: 8 }).settles();
    later().when(back(Entry::Attendance(EBBA))).settles();
    later().when(NameOfficers { secretary: GUN, ..officers() }).settles();
    let aside = NoteDisqualification {
        meeting: MEETING,
        item: APPLICATION,
        person: DAVID,
        ground: "Släkt.".to_owned(),
    };
    let completed = later().when(aside).settles();
    assert!(completed.state.meetings[&MEETING].written.is_none(), "written anew, and so attested anew");
    later().when(back(Entry::Decision(PAYMENTS))).refused(order("avslutades den 20 mars 2026"));
    later().when(decision(PAYMENTS, "att inte anta", None)).refused(|r| matches!(r, Refusal::Changed(_)));
}

#[test]
fn nothing_of_what_is_sealed_is_taken_back() {
    for entry in [Entry::Attendance(EBBA), Entry::Decision(PAYMENTS), Entry::Closing] {
        attested().when(back(entry)).refused(order("justerat och ändras inte"));
    }
}

#[test]
fn the_words_of_a_reservation_notified_in_time_may_follow_until_attestation() {
    let words =
        |text: &str| NotifyReservation { meeting: MEETING, item: APPLICATION, by: BO, text: text.to_owned() };
    let notified = decided().done(words(""));
    let items = [1, 2, 3, 4, 5, 6, 7, 9].map(crate::ids::ItemId);
    let closed = items
        .into_iter()
        .fold(notified, |g, item| g.done(take_up(item)))
        .done(decision(PAYMENTS, "att anta", None))
        .done(CloseMeeting { meeting: MEETING, at: None });
    let given = closed.on(date(2026, 3, 23)).when(words("Medlen räcker inte.")).settles();
    let item = given.state.meetings[&MEETING].item(APPLICATION).unwrap();
    assert_eq!(item.reservations, [(BO, "Medlen räcker inte.".to_owned())]);
    given.when(NotifyReservation { by: CILLA, ..words("") }).refused(law("reservation-in-time"));
}

#[test]
fn an_item_is_left_without_a_decision_and_the_minutes_say_how() {
    let left = LeaveUndecided {
        meeting: MEETING,
        item: PAYMENTS,
        how: Undecided::Postponed,
        text: "Underlaget kompletteras.".to_owned(),
    };
    let given = opened().done(take_up(PAYMENTS)).when(left.clone()).settles();
    let paper = content(&given.state, &given.state.meetings[&MEETING]);
    let [paragraf] = paper.paragraphs.as_slice() else { panic!() };
    assert_eq!(paragraf.notes, ["Punkten bordläggs. Underlaget kompletteras."]);
    given.done(decision(PAYMENTS, "att anta", None)).when(left).refused(order("finns ett beslut"));
}

#[test]
fn forgotten_decisions_do_not_stop_the_minutes_for_ever() {
    let all = (1..=9).map(crate::ids::ItemId).fold(opened(), |g, item| g.done(take_up(item)));
    let closed = all.done(CloseMeeting { meeting: MEETING, at: None });
    let left =
        LeaveUndecided { meeting: MEETING, item: PAYMENTS, how: Undecided::NoQuorum, text: String::new() };
    let given = closed.done(left).done(LeaveUndecided {
        meeting: MEETING,
        item: APPLICATION,
        how: Undecided::Withdrawn,
        text: String::new(),
    });
    given.when(WriteMinutes { meeting: MEETING, on: None }).settles();
}

fn replace(instead_of: crate::ids::PersonId, by: crate::ids::PersonId) -> ReplaceAttester {
    ReplaceAttester { meeting: MEETING, instead_of, by, decided: "Sjuk. Beslut § 12.".to_owned() }
}

#[test]
fn another_attests_in_the_place_of_one_who_cannot() {
    let given = written().when(replace(BO, CILLA)).settles();
    given
        .clone()
        .attests(BO)
        .refused(|r| matches!(r, Refusal::Denied(says) if says.contains("Asta Alm och Cilla")));
    let signed = given.signed(ASTA).signed(CILLA);
    let meeting = &signed.state.meetings[&MEETING];
    assert!(meeting.attested_on().is_some());
    written().when(replace(BO, ASTA)).refused(field("by"));
    written().when(replace(BO, GUN)).refused(field("by"));
    written().signed(BO).when(replace(BO, CILLA)).refused(field("instead_of"));
    attested().when(replace(BO, CILLA)).refused(order("justerat"));
}

#[test]
fn a_refusal_to_attest_is_kept_with_its_reason_and_stops_nobody() {
    let refuses =
        |paragraf| RefuseAttestation { meeting: MEETING, paragraf, why: "Jag yrkade avslag.".to_owned() };
    let given = written().by(BO).when(refuses(Some(8))).settles();
    assert_eq!(given.state.meetings[&MEETING].refused.len(), 1);
    written().by(BO).when(refuses(Some(99))).refused(field("paragraf"));
    written().by(CILLA).when(refuses(None)).refused(|r| matches!(r, Refusal::Denied(_)));
    given.signed(BO).signed(ASTA);
}

#[test]
fn the_next_meeting_attests_what_nobody_else_does() {
    let attest = |at, item| AttestAtMeeting { meeting: MEETING, at, item };
    later_meeting().when(attest(LATER, ATTESTING)).refused(field("item"));
    later_meeting().when(attest(MEETING, APPLICATION)).refused(field("at"));
    decided_to_attest().when(attest(LATER, ATTESTING)).refused(field("at"));
    let attested = attested_by_the_next().when(attest(LATER, ATTESTING));
    let late = attested.finds("attested-in-14-days", Outcome::NotMet).settles();
    let meeting = &late.state.meetings[&MEETING];
    assert_eq!((meeting.attested_on(), meeting.phase()), (Some(date(2026, 5, 8)), Phase::Attested));
    late.clone().when(back(Entry::Attendance(EBBA))).refused(order("justerat och ändras inte"));
    late.done(post(REGION));
}

#[test]
fn everything_that_stands_is_told_in_words() {
    let given = decided();
    let entered = Entered { state: &given.state, meeting: &given.state.meetings[&MEETING] };
    let says: Vec<String> = entered.all().into_iter().filter_map(|entry| entered.says(entry)).collect();
    assert_eq!(says.first().map(String::as_str), Some("Öppnat klockan 09.00"));
    assert_eq!(
        says.last().map(String::as_str),
        Some("§ 1 Ansökan IT-spåret: beslut att bevilja 300 000 kronor")
    );
}
