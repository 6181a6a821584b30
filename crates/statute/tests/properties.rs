//! What holds of the rules for any day and any number.

#![cfg(test)]

use jiff::civil::{Date, date};
use proptest::prelude::*;
use statute::rules::meetings::{
    AttestedIn14Days, BoardPosting, MatterKind, NoticePeriod, PostedIn2Days, PostedWholeAppealTime, Quorum,
    Tie, VoteOutcome, appeal_period_ends, earliest_take_down, posting_due,
};
use statute::rules::members::{MandatePeriod, MemberKind, MemberSeats, SeatsPerMember};
use statute::rules::register::{EntryComplete, RegisteredWithoutDelay};
use statute::{Judge, Outcome, calendar};

fn a_day() -> impl Strategy<Value = Date> {
    (0_i64..20_000).prop_map(|days| calendar::days_from(date(2004, 1, 1), days))
}

fn any_day() -> impl Strategy<Value = Date> {
    prop_oneof![a_day(), Just(Date::MIN), Just(Date::MAX), Just(date(9999, 12, 24)), Just(date(-9999, 1, 2))]
}

fn a_board(posted: Option<Date>, taken_down: Option<Date>) -> BoardPosting {
    BoardPosting { board: "Kommunen".to_owned(), posted, taken_down, planned_down: None }
}

proptest! {
    #[test]
    fn attested_is_met_exactly_until_the_working_day_of_the_fourteenth(meeting in a_day(), after in 0_i64..40) {
        let attested = calendar::days_from(meeting, after);
        let finding = AttestedIn14Days { meeting, attested: Some(attested), from_source: false, today: attested }.judge(meeting);
        let due = calendar::next_working_day(calendar::days_from(meeting, 14));
        prop_assert_eq!(finding.outcome == Outcome::Met, attested <= due);
        prop_assert_eq!(finding.due, Some(due));
        let moved = finding.cites.iter().any(|cite| cite.act == "1930:173");
        prop_assert_eq!(moved, due != calendar::days_from(meeting, 14));
    }

    #[test]
    fn what_is_open_becomes_late_the_day_after_its_last_day(meeting in a_day(), waited in 0_i64..40) {
        let today = calendar::days_from(meeting, waited);
        let finding = AttestedIn14Days { meeting, attested: None, from_source: false, today }.judge(meeting);
        let due = calendar::next_working_day(calendar::days_from(meeting, 14));
        let expected = if today <= due { Outcome::NotYetDue } else { Outcome::NotMet };
        prop_assert_eq!(finding.outcome, expected);
    }

    #[test]
    fn every_finding_on_a_day_after_2004_cites(day in a_day(), (seats, serving) in (1_u32..40).prop_flat_map(|seats| (Just(seats), 0..=seats))) {
        let finding = Quorum { seats, serving }.judge(day);
        prop_assert_eq!(finding.outcome == Outcome::Met, serving * 2 > seats);
        prop_assert_eq!(finding.cites.len(), 2);
        prop_assert!(finding.cites.iter().all(|cite| cite.wording <= day));
    }

    #[test]
    fn taking_down_on_the_earliest_day_is_always_enough(posted in a_day()) {
        let down = earliest_take_down(posted);
        let boards = vec![a_board(Some(posted), Some(down))];
        let finding = PostedWholeAppealTime { boards, required_boards: vec![], from_source: false, today: down }.judge(posted);
        prop_assert_eq!(finding.outcome, Outcome::Met);
        prop_assert!(calendar::is_working_day(appeal_period_ends(posted)));
    }

    #[test]
    fn posting_on_the_last_day_is_in_time(attested in a_day()) {
        let posted = posting_due(attested);
        let boards = vec![a_board(Some(posted), None)];
        let finding = PostedIn2Days { attested, boards, required_boards: vec![], from_source: false, today: posted }.judge(attested);
        prop_assert_eq!(finding.outcome, Outcome::Met);
    }

    #[test]
    fn swapping_the_sides_swaps_the_outcome(yes in 0_u32..20, no in 0_u32..20, chair: bool, lot: bool, election: bool) {
        let matter = if election { MatterKind::Election } else { MatterKind::Ordinary };
        let vote = |yes, no, chair, lot| Tie {
            yes, no, abstain: 0, matter, chair_voted: Some(chair), bylaws_casting_vote: true, lot_drawn: Some(lot),
        }.outcome();
        let swapped = match vote(no, yes, !chair, !lot) {
            VoteOutcome::Carried => VoteOutcome::Lost,
            VoteOutcome::Lost => VoteOutcome::Carried,
            open @ (VoteOutcome::TiedNeedsCasting | VoteOutcome::TiedNeedsLot) => open,
        };
        prop_assert_eq!(vote(yes, no, chair, lot), swapped);
    }

    #[test]
    fn own_seats_for_all_are_always_enough(members in 1_usize..30, seats in 1_u32..4) {
        let members = (0..members).map(|n| MemberSeats {
            member: format!("Medlem {n}"), kind: MemberKind::Municipality, members: seats, substitutes: seats,
            shared_with: vec![],
        }).collect();
        let findings = SeatsPerMember { members }.judge_all(date(2026, 1, 1));
        prop_assert!(findings.iter().all(|finding| finding.outcome == Outcome::Met));
    }

    #[test]
    fn no_day_breaks_a_rule(a in any_day(), b in any_day(), c in any_day(), on in any_day(), year: i16) {
        AttestedIn14Days { meeting: a, attested: Some(b), from_source: false, today: c }.judge(on);
        NoticePeriod { sent: Some(a), meeting: b, days_required: Some(u32::MAX), today: None }.judge(on);
        NoticePeriod { sent: None, meeting: b, days_required: Some(u32::MAX), today: Some(a) }.judge(on);
        let boards = vec![a_board(Some(a), Some(b)), a_board(None, Some(c))];
        PostedIn2Days { attested: c, boards: boards.clone(), required_boards: vec![], from_source: false, today: a }.judge(on);
        PostedWholeAppealTime { boards, required_boards: vec!["Kommunen".to_owned()], from_source: true, today: c }.judge(on);
        RegisteredWithoutDelay { received: a, registered: Some(b), from_source: false, today: c }.judge(on);
        MandatePeriod {
            from: a, until: b, election_year: year, extended_until: None, bylaws_start: Some(c), bylaws_years: Some(year), from_source: false,
        }.judge(on);
    }

    #[test]
    fn no_number_or_pattern_breaks_the_entry(number in ".{0,20}", pattern in "(\\{year\\}|\\{number\\}|.){0,6}") {
        EntryComplete {
            date: None, number: Some(number.clone()), pattern: Some(pattern.clone()), counterpart: Some("A".to_owned()),
            subject: Some("B".to_owned()),
        }.judge(date(2026, 1, 1));
        EntryComplete {
            date: Some(date(2026, 1, 1)), number: Some(number), pattern: Some(pattern),
            counterpart: Some("A".to_owned()), subject: Some("B".to_owned()),
        }.judge(date(2026, 1, 1));
    }

    #[test]
    fn no_text_breaks_the_reader_of_cases(text in "\\PC{0,200}") {
        let _ = statute::cases::check("fall.toml", &text);
    }
}
