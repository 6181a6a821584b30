//! The published test vectors to the last unit, and what every allocation must hold.

use super::*;
use crate::strategy::Strategy;
use proptest::prelude::{Strategy as Generator, *};

fn tkr(amount: i64) -> Ore {
    Ore::from_tkr(amount).unwrap()
}

fn parameters() -> Parameters {
    Parameters {
        total: tkr(10_000),
        base: tkr(400),
        keys: Keys::default(),
        brake: Some(Brake { at_most: BasisPoints::new(1000).unwrap(), equity_exception: true }),
        strategy: Strategy::Scale,
        unit: Unit::Tkr,
        ties: TieRule::Leave,
    }
}

fn applicant(need: u64, inhabitants: u64, previous: i64) -> Applicant {
    Applicant {
        need: Need::from_whole(need),
        inhabitants: Some(inhabitants),
        previous: Some(tkr(previous)),
        cap: None,
        floor_applies: Some(true),
    }
}

fn four() -> Vec<Applicant> {
    vec![
        applicant(1000, 20_000, 3000),
        applicant(400, 10_000, 1800),
        applicant(200, 6000, 1900),
        applicant(300, 9000, 1200),
    ]
}

fn decided(run: &Run) -> Vec<i64> {
    run.lines.iter().map(|line| line.decided.ore() / 100_000).collect()
}

fn lambda(run: &Run) -> String {
    run.level.unwrap().checked_div(Fraction::whole(100_000)).unwrap().plain(3)
}

#[test]
fn weights_and_ideals_are_those_of_the_vectors() {
    let run = allocate(&parameters(), &four()).unwrap();
    let weights: Vec<String> = run.lines.iter().map(|line| line.weight.plain(6)).collect();
    assert_eq!(weights, ["0.505848", "0.21345", "0.112281", "0.168421"]);
    let thousand = Fraction::whole(100_000);
    let ideals: Vec<String> =
        run.lines.iter().map(|line| line.ideal.checked_div(thousand).unwrap().plain(3)).collect();
    assert_eq!(ideals, ["4649.123", "2192.982", "1343.158", "1814.737"]);
    let whole = run.lines.iter().try_fold(Fraction::ZERO, |sum, line| sum.checked_add(line.weight)).unwrap();
    assert_eq!(whole, Fraction::whole(1));
}

#[test]
fn v1_one_is_protected_and_one_cannot_match() {
    let mut four = four();
    four[3].cap = Some(tkr(1500));
    let run = allocate(&parameters(), &four).unwrap();
    assert_eq!(decided(&run), [4612, 2178, 1710, 1500]);
    assert_eq!(lambda(&run), "8327.561");
    let bindings: Vec<Binding> = run.lines.iter().map(|line| line.binding).collect();
    assert_eq!(bindings, [Binding::Level, Binding::Level, Binding::Floor, Binding::Cap]);
    assert_eq!(run.lines[1].exact.checked_div(Fraction::whole(100_000)).unwrap().plain(3), "2177.52");
}

#[test]
fn v2_equity_above_the_reasonable_level_takes_the_protection_away() {
    let mut four = four();
    four[3].cap = Some(tkr(1500));
    four[2].floor_applies = Some(false);
    let run = allocate(&parameters(), &four).unwrap();
    assert_eq!(decided(&run), [4840, 2274, 1386, 1500]);
    assert_eq!(lambda(&run), "8778.481");
    assert_eq!(run.lines[2].floor, Err(NoFloor::EquityAboveReasonable));
}

#[test]
fn v3_everybody_can_match() {
    let run = allocate(&parameters(), &four()).unwrap();
    assert_eq!(decided(&run), [4440, 2105, 1710, 1745]);
    assert_eq!(lambda(&run), "7986.759");
    assert_eq!(run.sum, tkr(10_000));
    assert_eq!(run.left_over, Ore::ZERO);
}

#[test]
fn a_missing_figure_is_named_and_never_zero() {
    let mut four = four();
    four[1].need = None;
    four[2].inhabitants = None;
    let expected = vec![(1, Statistic::Need), (2, Statistic::Inhabitants)];
    assert_eq!(allocate(&parameters(), &four), Err(AllocationError::Missing(expected)));
    let by_inhabitants = Parameters { keys: Keys { need: 0, inhabitants: 1 }, ..parameters() };
    four[2].inhabitants = Some(6000);
    assert!(allocate(&by_inhabitants, &four).is_ok(), "a measure without a key is not asked for");
}

#[test]
fn an_unknown_previous_amount_gives_no_floor_and_an_unknown_exception_keeps_the_main_rule() {
    let mut four = four();
    four[0].previous = None;
    four[2].floor_applies = None;
    let run = allocate(&parameters(), &four).unwrap();
    assert_eq!(run.lines[0].floor, Err(NoFloor::PreviousUnknown));
    assert_eq!(run.lines[2].floor, Ok(tkr(1710)));
    assert!(run.lines[2].exception_unknown);
}

#[test]
fn the_brake_can_be_switched_off_and_so_can_its_exception() {
    let off = Parameters { brake: None, ..parameters() };
    assert!(allocate(&off, &four()).unwrap().lines.iter().all(|line| line.floor == Err(NoFloor::BrakeOff)));
    let mut four = four();
    four[2].floor_applies = Some(false);
    let strict = Parameters {
        brake: parameters().brake.map(|b| Brake { equity_exception: false, ..b }),
        ..parameters()
    };
    assert_eq!(allocate(&strict, &four).unwrap().lines[2].floor, Ok(tkr(1710)));
}

#[test]
fn when_nobody_can_take_more_the_rest_is_left_over() {
    let four: Vec<Applicant> = four().into_iter().map(|a| Applicant { cap: Some(tkr(1000)), ..a }).collect();
    let run = allocate(&parameters(), &four).unwrap();
    assert_eq!((run.level, run.sum, run.left_over), (None, tkr(4000), tkr(6000)));
}

#[test]
fn a_cap_below_the_floor_wins_because_it_is_law() {
    let mut four = four();
    four[2].cap = Some(tkr(300));
    let run = allocate(&parameters(), &four).unwrap();
    assert_eq!((run.lines[2].decided, run.lines[2].binding), (tkr(300), Binding::Cap));
}

#[test]
fn without_redistribution_only_the_brake_moves_money() {
    let mut four = four();
    four[3].cap = Some(tkr(1500));
    let keep = Parameters { strategy: Strategy::Keep, ..parameters() };
    let run = allocate(&keep, &four).unwrap();
    assert_eq!(decided(&run), [4612, 2178, 1710, 1500], "the floor needs more than the cap frees");
    four[3].cap = Some(tkr(900));
    let run = allocate(&keep, &four).unwrap();
    assert_eq!(run.level, Some(Fraction::whole(840_000_000)), "never above the pool");
    assert!(run.left_over > Ore::ZERO);
    assert!(i128::from(run.lines[0].decided.ore()) <= run.lines[0].ideal.floor() + 100_000);
}

#[test]
fn equal_sums_and_inhabitants_are_other_ways() {
    let mut four = four();
    four[3].cap = Some(tkr(1500));
    let equal = allocate(&Parameters { strategy: Strategy::Equal, ..parameters() }, &four).unwrap();
    assert_eq!(equal.sum, tkr(10_000));
    let change = |line: &Line| line.exact.checked_sub(line.ideal).unwrap();
    assert_eq!(change(&equal.lines[0]), change(&equal.lines[1]));
    let people = allocate(&Parameters { strategy: Strategy::Inhabitants, ..parameters() }, &four).unwrap();
    let twice = change(&people.lines[1]).checked_mul(Fraction::whole(2)).unwrap();
    assert_eq!(change(&people.lines[0]), twice, "twice the inhabitants, twice the change");
}

#[test]
fn equal_remainders_are_left_as_a_tie_or_given_in_a_decided_order() {
    let three = vec![applicant(1, 1, 0); 3];
    let run = allocate(&parameters(), &three).unwrap();
    assert_eq!(run.tie, Some(Tie { candidates: vec![0, 1, 2], units: 1 }));
    assert_eq!((run.sum, run.undecided, run.left_over), (tkr(9999), tkr(1), Ore::ZERO));
    let run = allocate(&Parameters { ties: TieRule::Listed, ..parameters() }, &three).unwrap();
    assert_eq!((decided(&run), run.undecided), (vec![3334, 3333, 3333], Ore::ZERO));
}

#[test]
fn what_cannot_be_says_why() {
    let refuse = |parameters: Parameters| allocate(&parameters, &four()).unwrap_err();
    assert_eq!(
        refuse(Parameters { base: tkr(2501), ..parameters() }),
        AllocationError::BasesExceedTotal { associations: 4 }
    );
    assert_eq!(
        refuse(Parameters { total: tkr(5000), ..parameters() }),
        AllocationError::FloorsExceedTotal { floors: tkr(7110), total: tkr(5000) }
    );
    assert_eq!(
        refuse(Parameters { total: Ore::new(1_000_000_001), ..parameters() }),
        AllocationError::NotWholeUnits { what: "totalen", unit: "tkr" }
    );
    assert_eq!(
        refuse(Parameters { total: Ore::new(-100_000), ..parameters() }),
        AllocationError::Negative { place: None, what: "totalen" }
    );
    assert_eq!(
        refuse(Parameters { keys: Keys { need: 0, inhabitants: 0 }, ..parameters() }),
        AllocationError::NoKeys
    );
    assert_eq!(allocate(&parameters(), &[]), Err(AllocationError::NoApplicants));
    let nobody = vec![applicant(0, 5, 1); 2];
    assert_eq!(allocate(&parameters(), &nobody), Err(AllocationError::NothingToShareBy(Statistic::Need)));
}

fn any_applicant() -> impl Generator<Value = Applicant> {
    (
        0..50_000_000_u64,
        0..1_500_000_u64,
        prop::option::of(0..6000_i64),
        prop::option::of(0..9000_i64),
        prop::option::of(any::<bool>()),
    )
        .prop_map(|(need, inhabitants, previous, cap, floor_applies)| Applicant {
            need: Some(Need::from_thousandths(need)),
            inhabitants: Some(inhabitants),
            previous: previous.and_then(Ore::from_tkr),
            cap: cap.and_then(Ore::from_tkr),
            floor_applies,
        })
}

fn any_parameters() -> impl Generator<Value = Parameters> {
    (
        0..400_000_i64,
        0..600_i64,
        0..=100_u32,
        prop::option::of((0..=10_000_u32, any::<bool>())),
        prop::sample::select(Strategy::ALL.to_vec()),
        prop::sample::select(vec![Unit::Ore, Unit::Kr, Unit::Tkr]),
    )
        .prop_map(|(total, base, need, brake, strategy, unit)| Parameters {
            total: tkr(total),
            base: tkr(base),
            keys: Keys::from_need_percent(need).unwrap(),
            brake: brake.map(|(at_most, equity_exception)| Brake {
                at_most: BasisPoints::new(at_most).unwrap(),
                equity_exception,
            }),
            strategy,
            unit,
            ties: TieRule::Leave,
        })
}

proptest! {
    #[test]
    fn everything_is_accounted_for_and_every_bound_holds(
        parameters in any_parameters(), applicants in prop::collection::vec(any_applicant(), 1..90),
    ) {
        let Ok(run) = allocate(&parameters, &applicants) else { return Ok(()) };
        let all = [run.sum, run.undecided, run.left_over].into_iter();
        prop_assert_eq!(Ore::sum(all).unwrap(), parameters.total);
        prop_assert!(!run.left_over.is_negative());
        for line in &run.lines {
            prop_assert_eq!(line.decided.ore() % parameters.unit.ore(), 0);
            if let Some(cap) = line.cap { prop_assert!(line.decided <= cap) }
            let protected = line.floor.unwrap_or(parameters.base).max(parameters.base);
            prop_assert!(line.decided >= line.cap.map_or(protected, |cap| cap.min(protected)));
        }
        let capped_or_kept = run.level.is_none() || parameters.strategy == Strategy::Keep;
        prop_assert!(capped_or_kept || run.left_over == Ore::ZERO);
    }

    #[test]
    fn the_order_of_the_associations_does_not_matter(
        parameters in any_parameters(), applicants in prop::collection::vec(any_applicant(), 1..40), turn in 0..40_usize,
    ) {
        let mut turned = applicants.clone();
        let turn = turn % applicants.len();
        turned.rotate_left(turn);
        match (allocate(&parameters, &applicants), allocate(&parameters, &turned)) {
            (Ok(run), Ok(other)) => {
                let mut lines = run.lines.clone();
                lines.rotate_left(turn);
                prop_assert_eq!(lines, other.lines);
                prop_assert_eq!(run.level, other.level);
            }
            (first, second) => prop_assert_eq!(first.is_err(), second.is_err()),
        }
    }

    #[test]
    fn a_larger_total_gives_nobody_a_smaller_exact_amount_when_bases_are_fixed(
        parameters in any_parameters(), applicants in prop::collection::vec(any_applicant(), 1..40), more in 1..9999_i64,
    ) {
        let larger = Parameters { total: tkr(parameters.total.ore() / 100_000 + more), ..parameters };
        if let (Ok(before), Ok(after)) = (allocate(&parameters, &applicants), allocate(&larger, &applicants)) {
            for (before, after) in before.lines.iter().zip(&after.lines) {
                prop_assert!(before.exact <= after.exact);
            }
        }
    }

    #[test]
    fn a_tighter_cap_never_takes_from_the_others_when_money_is_spread(
        parameters in any_parameters(), applicants in prop::collection::vec(any_applicant(), 2..40), cap in 0..500_i64,
    ) {
        let mut tighter = applicants.clone();
        tighter[0].cap = Some(tighter[0].cap.map_or(tkr(cap), |old| old.min(tkr(cap))));
        if let (Ok(before), Ok(after)) = (allocate(&parameters, &applicants), allocate(&parameters, &tighter)) {
            for (before, after) in before.lines.iter().zip(&after.lines).skip(1) {
                prop_assert!(before.exact <= after.exact);
            }
        }
    }

    #[test]
    fn no_figures_whatsoever_make_it_panic(
        total in any::<i64>(), base in any::<i64>(), need_key in any::<u32>(), inhabitants_key in any::<u32>(),
        at_most in 0..=10_000_u32, strategy in prop::sample::select(Strategy::ALL.to_vec()),
        figures in prop::collection::vec(
            (any::<Option<u64>>(), any::<Option<u64>>(), any::<Option<i64>>(), any::<Option<i64>>()), 0..20,
        ),
    ) {
        let parameters = Parameters {
            total: Ore::new(total), base: Ore::new(base),
            keys: Keys { need: need_key, inhabitants: inhabitants_key },
            brake: BasisPoints::new(at_most).map(|at_most| Brake { at_most, equity_exception: true }),
            strategy, unit: Unit::Ore, ties: TieRule::Listed,
        };
        let applicants: Vec<Applicant> = figures.into_iter().map(|(need, inhabitants, previous, cap)| Applicant {
            need: need.map(Need::from_thousandths), inhabitants,
            previous: previous.map(Ore::new), cap: cap.map(Ore::new), floor_applies: Some(true),
        }).collect();
        if let Ok(run) = allocate(&parameters, &applicants) {
            prop_assert_eq!(Ore::sum([run.sum, run.left_over]).unwrap(), parameters.total);
        }
    }
}
