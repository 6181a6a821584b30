//! The announcement on three boards: when it goes up, how long it stays.

use jiff::civil::{Date, date};
use statute::Outcome;

use crate::decision::Refusal;
use crate::ids::MemberId;
use crate::meeting::compliance::findings;
use crate::meeting::posting::{PostNotice, TakeDownNotice};
use crate::meeting::state::Phase;
use crate::meeting::tests::{MEETING, attested, post, posted, written};
use crate::testing::{FK, Given, NORRBY, REGION, SODERBY, changed, field, law, order};

fn take_down(board: MemberId) -> TakeDownNotice {
    TakeDownNotice { meeting: MEETING, board, on: None }
}

fn phase(given: &Given) -> Phase {
    given.state.meetings[&MEETING].phase()
}

fn observed(given: &Given, rule: &str, today: Date) -> Outcome {
    let all = findings(&given.state, &given.state.meetings[&MEETING], today);
    all.iter().find(|f| f.rule == rule).unwrap().outcome
}

#[test]
fn attested_minutes_are_posted_on_every_board_with_a_day_to_come_down() {
    let first = attested().on(date(2026, 3, 26)).when(post(REGION)).silent("posted-in-2-days").settles();
    assert_eq!(phase(&first), Phase::Attested);
    let last = first.done(post(NORRBY)).when(post(SODERBY)).finds("posted-in-2-days", Outcome::Met).settles();
    assert_eq!(phase(&last), Phase::Posted);
    let planned = last.state.meetings[&MEETING].postings[&SODERBY].planned_down;
    assert_eq!(planned, date(2026, 4, 17), "the day after the last day to appeal, 16 April");
}

#[test]
fn late_posting_is_kept_and_shows_as_late() {
    let late = attested().done(post(REGION)).done(post(NORRBY)).on(date(2026, 3, 28)).when(post(SODERBY));
    late.finds("posted-in-2-days", Outcome::NotMet).settles();
}

#[test]
fn only_attested_minutes_are_posted_and_only_where_the_bylaws_say() {
    written().when(post(REGION)).refused(order("inte justerat"));
    attested().when(post(FK)).refused(order("anslås inte hos Försäkringskassan"));
    attested().when(post(MemberId(99))).refused(|r| *r == Refusal::NotFound("medlemmen"));
    let early = PostNotice { on: Some(date(2026, 3, 24)), ..post(REGION) };
    attested().when(early.clone()).refused(field("on"));
    attested().afterwards().when(early).settles();
    posted().on(date(2026, 3, 27)).when(post(REGION)).refused(changed("26 mars 2026"));
}

#[test]
fn a_day_to_come_down_is_not_before_the_appeal_period_ends() {
    let until = |down| PostNotice { down: Some(down), ..post(REGION) };
    let rule = "posted-whole-appeal-time";
    let on = || attested().on(date(2026, 3, 26));
    on().when(until(date(2026, 4, 15))).refused(law(rule));
    on().when(until(date(2026, 4, 16))).finds(rule, Outcome::NeedsJudgement).settles();
    on().when(until(date(2026, 4, 17))).finds(rule, Outcome::NotYetDue).settles();
    on().when(until(date(2026, 3, 25))).refused(field("down"));
    on().afterwards().when(until(date(2026, 4, 1))).finds(rule, Outcome::NotMet).settles();
}

#[test]
fn the_announcement_stays_until_the_last_board_has_shown_it_three_weeks() {
    posted().on(date(2026, 4, 15)).when(take_down(REGION)).refused(law("posted-whole-appeal-time"));
    posted().on(date(2026, 4, 16)).when(take_down(REGION)).refused(|r| {
        matches!(r, Refusal::Order { instead: Some(instead), .. } if instead.contains("tidigast den 17 april 2026"))
    });
    let down = posted().on(date(2026, 4, 17)).when(take_down(REGION)).settles();
    assert_eq!(phase(&down), Phase::Posted);
    let all = down.done(take_down(NORRBY)).when(take_down(SODERBY)).settles();
    assert_eq!(phase(&all), Phase::TakenDown);
    assert_eq!(observed(&all, "posted-whole-appeal-time", date(2026, 4, 17)), Outcome::Met);
    all.on(date(2026, 4, 18)).when(take_down(REGION)).refused(changed("17 april 2026"));
}

#[test]
fn while_a_board_lacks_the_announcement_none_is_taken_down() {
    let one = attested().on(date(2026, 3, 26)).done(post(REGION)).on(date(2026, 6, 1));
    one.clone().when(take_down(REGION)).refused(order("inte börjat löpa"));
    one.when(take_down(NORRBY)).refused(order("Inget anslag"));
}

#[test]
fn the_last_posting_moves_the_day_for_the_others() {
    let spread = attested().on(date(2026, 3, 26)).done(post(REGION)).done(post(NORRBY));
    let spread = spread.on(date(2026, 3, 27)).done(post(SODERBY));
    assert_eq!(observed(&spread, "posted-whole-appeal-time", date(2026, 4, 1)), Outcome::NotYetDue);
    spread.on(date(2026, 4, 17)).when(take_down(REGION)).refused(order("sista dagen att överklaga"));
}
