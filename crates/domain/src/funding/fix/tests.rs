//! What is fixed is what was worked out, and stays when figures change.

use jiff::civil::date;
use statute::Outcome;

use super::*;
use crate::association::events::Event as A;
use crate::funding::samples::{by_inhabitants, decided, figures, kr, pays, with_terms};
use crate::ids::MemberId;
use crate::testing::{AF, Given, SODERBY, association, changed, field, given, law, order};
use swedish::money::Ore;

/// 5 000 kr of the state for 2027; Norrby three times Söderby.
fn known() -> Given {
    given(association())
        .and([with_terms(by_inhabitants())])
        .and([decided(kr(5_000))])
        .and([figures(9_000, 3_000)])
}

const RIGHT: [i64; 4] = [500_000, 250_000, 187_500, 62_500];

fn fix(ore: [i64; 4]) -> FixContributions {
    FixContributions {
        year: 2027,
        on: date(2026, 2, 20),
        source: "Styrelsens protokoll § 12".to_owned(),
        amounts: pays(ore),
    }
}

#[test]
fn what_was_worked_out_is_fixed_with_its_basis() {
    let basis = known().state.basis(2027, kr(5_000)).ok();
    let FixContributions { year, on, source, amounts } = fix(RIGHT);
    let past = known()
        .when(fix(RIGHT))
        .then([Event::ContributionsFixed(Box::new(Fixed { year, on, source, amounts, basis }))])
        .finds("contribution-split", Outcome::Met)
        .finds("contributions-from-members-only", Outcome::Met)
        .settles();
    let fixed = past.state.funding.fixed(2027).unwrap();
    let again = fixed.basis.as_ref().unwrap().work_out(2027, &past.state.profile).unwrap();
    assert_eq!(again.amounts(), fixed.amounts, "the kept basis gives the same amounts");
}

#[test]
fn later_figures_do_not_reach_what_is_fixed() {
    let past = known().done(fix(RIGHT)).and([figures(1, 1)]);
    assert_eq!(past.state.funding.contributions(2027), Some(&pays(RIGHT)[..]));
    let basis = past.state.funding.fixed(2027).unwrap().basis.as_ref().unwrap();
    assert_eq!(basis.figures.as_ref().unwrap().of(SODERBY), Some(3_000));
}

#[test]
fn the_law_divides_between_the_parties() {
    known().when(fix([500_000, 250_000, 187_500, 162_500])).refused(law("contribution-split"));
    let past = known().afterwards().when(fix([500_000, 250_000, 187_500, 162_500]));
    let past = past.finds("contribution-split", Outcome::NotMet).settles();
    assert_eq!(past.state.funding.fixed(2027).unwrap().basis, None, "nothing worked that out");
}

#[test]
fn who_has_left_contributes_nothing() {
    let left = A::MemberLeft { member: SODERBY, on: date(2026, 12, 31) };
    known().and([left]).when(fix(RIGHT)).refused(law("contributions-from-members-only"));
}

#[test]
fn the_key_divides_within_a_party() {
    known()
        .when(fix([500_000, 250_000, 150_000, 100_000]))
        .refused(changed("Norrby kommun med 1\u{a0}875\u{a0}kr"));
    known().and([figures(1, 1)]).when(fix(RIGHT)).refused(changed("1\u{a0}250\u{a0}kr"));
    let mut short = fix(RIGHT);
    short.amounts.pop();
    known().afterwards().when(short).settles();
}

#[test]
fn a_tied_ore_is_settled_by_the_decision_and_only_among_those_with_a_claim() {
    let tied = || {
        given(association())
            .and([with_terms(by_inhabitants())])
            .and([decided(Ore::new(6))])
            .and([figures(5, 5)])
    };
    tied().when(fix([6, 3, 2, 1])).settles();
    tied().when(fix([6, 3, 1, 2])).settles();
    tied().when(fix([6, 3, 1, 1])).refused(field("amounts"));
    tied().when(fix([6, 3, 2, 2])).refused(field("amounts"));
    tied().when(fix([6, 4, 1, 1])).refused(law("contribution-split"));
}

#[test]
fn what_is_missing_says_what_to_do() {
    let keyed = || given(association()).and([with_terms(by_inhabitants())]);
    keyed().when(fix(RIGHT)).refused(order("Statens belopp för 2027 är inte känt"));
    keyed().and([decided(kr(5_000))]).when(fix(RIGHT)).refused(order("Norrby kommun"));
}

#[test]
fn a_new_decision_follows_the_earlier_one() {
    let past = known().done(fix(RIGHT)).and([decided(kr(10_000))]);
    let mut early = fix(RIGHT.map(|ore| ore * 2));
    early.on = date(2026, 2, 19);
    past.clone().when(early).refused(field("on"));
    let past = past.when(fix(RIGHT.map(|ore| ore * 2))).settles();
    assert_eq!(past.state.funding.fixed[&2027].len(), 2, "the earlier one is kept");
}

#[test]
fn amounts_are_one_for_each_known_member() {
    let wrong = |amounts| FixContributions { amounts, ..fix(RIGHT) };
    let line = |member, ore| Contribution { member, amount: Ore::new(ore) };
    known().when(wrong(vec![])).refused(field("amounts"));
    known().when(wrong(vec![line(AF, 1), line(AF, 1)])).refused(field("amounts"));
    known().when(wrong(vec![line(AF, -1)])).refused(field("amounts"));
    known()
        .when(wrong(vec![line(MemberId(99), 1)]))
        .refused(|why| matches!(why, Refusal::NotFound("medlemmen")));
    known().when(FixContributions { source: String::new(), ..fix(RIGHT) }).refused(field("source"));
}
