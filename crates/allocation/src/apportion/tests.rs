//! What every sharing must hold, by example and by property.

use super::*;
use proptest::prelude::*;

const METHODS: [Method; 3] = [Method::LargestRemainder, Method::SainteLague, Method::DHondt];

fn shared(total: u64, weights: &[u64], method: Method) -> Vec<u64> {
    let apportionment = apportion(total, weights, method).unwrap();
    assert_eq!(apportionment.tie, None);
    apportionment.units
}

#[test]
fn the_three_methods_differ_where_textbooks_say_they_do() {
    let votes = [53, 24, 23];
    assert_eq!(shared(7, &votes, Method::LargestRemainder), [4, 2, 1]);
    assert_eq!(shared(7, &votes, Method::SainteLague), [3, 2, 2]);
    assert_eq!(shared(7, &votes, Method::DHondt), [4, 2, 1]);
}

#[test]
fn equal_claims_are_a_tie_and_not_a_guess() {
    for method in METHODS {
        let apportionment = apportion(10, &[1, 1, 1], method).unwrap();
        assert_eq!(apportionment.units, [3, 3, 3], "{method:?}");
        assert_eq!(apportionment.tie, Some(Tie { candidates: vec![0, 1, 2], units: 1 }));
        assert_eq!(apportionment.clone().resolve(&[2]), Ok(vec![3, 3, 4]));
        assert_eq!(apportionment.clone().resolve(&[2, 1]), Err(ApportionError::NotTheCandidates));
        assert_eq!(apportionment.clone().resolve(&[5]), Err(ApportionError::NotTheCandidates));
        assert_eq!(apportionment.under(TieRule::Listed).units, [4, 3, 3]);
    }
}

#[test]
fn nobody_with_a_weight_is_an_error_and_nothing_to_share_is_not() {
    assert_eq!(apportion(1, &[0, 0], Method::DHondt), Err(ApportionError::NoWeight));
    assert_eq!(apportion(0, &[], Method::DHondt).unwrap().units, Vec::<u64>::new());
    assert_eq!(shared(9, &[0, 3], Method::SainteLague), [0, 9]);
}

#[test]
fn the_largest_numbers_do_not_overflow() {
    for method in METHODS {
        let apportionment = apportion(u64::MAX, &[u64::MAX, u64::MAX, 1], method).unwrap();
        assert_eq!(settled_and_tied(&apportionment), u128::from(u64::MAX), "{method:?}");
    }
}

#[test]
fn an_amount_that_is_not_whole_units_is_not_split() {
    assert_eq!(split(Ore::new(150), &[1, 1], Unit::Kr, TieRule::Leave), Err(ApportionError::Overflow));
    assert_eq!(split(Ore::new(-100), &[1, 1], Unit::Kr, TieRule::Leave), Err(ApportionError::Overflow));
}

fn settled_and_tied(apportionment: &Apportionment) -> u128 {
    let tied = apportionment.tie.as_ref().map_or(0, |tie| tie.units);
    apportionment.units.iter().map(|units| u128::from(*units)).sum::<u128>() + u128::from(tied)
}

/// What the method gives by handing out one unit at a time, for small numbers.
fn one_at_a_time(total: u64, weights: &[u64], divisors: Divisors) -> Option<Vec<u64>> {
    let mut units = vec![0; weights.len()];
    for _ in 0..total {
        let best = extremes(weights, &units, Ordering::Greater, |units| Some(divisors.next(units)));
        match best.as_slice() {
            [only] => units[*only] += 1,
            _ => return None,
        }
    }
    Some(units)
}

fn weights() -> impl Strategy<Value = Vec<u64>> {
    prop_oneof![
        prop::collection::vec(0..20_u64, 1..12),
        prop::collection::vec(0..1_000_000_u64, 1..80),
        prop::collection::vec(any::<u64>(), 1..20),
    ]
    .prop_filter("somebody has a weight", |weights| weights.iter().any(|weight| *weight > 0))
}

proptest! {
    #[test]
    fn the_parts_and_the_tie_sum_to_the_whole(total in any::<u64>(), weights in weights()) {
        for method in METHODS {
            let apportionment = apportion(total, &weights, method).unwrap();
            prop_assert_eq!(settled_and_tied(&apportionment), u128::from(total));
            if let Some(tie) = &apportionment.tie {
                prop_assert!(tie.units > 0 && tie.units < tie.candidates.len() as u64);
            }
        }
    }

    #[test]
    fn a_heavier_one_never_gets_less(total in any::<u64>(), weights in weights()) {
        for method in METHODS {
            let units = apportion(total, &weights, method).unwrap().units;
            for (a, more) in weights.iter().zip(&units) {
                for (b, less) in weights.iter().zip(&units) {
                    prop_assert!(a < b || more >= less || a == b, "{method:?}: {a} got {more}, {b} got {less}");
                    prop_assert!(a != b || more == less);
                }
            }
        }
    }

    #[test]
    fn the_order_of_the_input_does_not_matter(total in 0..100_000_u64, weights in weights(), turn in 0..80_usize) {
        for method in METHODS {
            let mut turned = weights.clone();
            turned.rotate_left(turn % weights.len());
            let mut expected = apportion(total, &weights, method).unwrap().units;
            expected.rotate_left(turn % weights.len());
            prop_assert_eq!(apportion(total, &turned, method).unwrap().units, expected);
        }
    }

    #[test]
    fn largest_remainder_stays_within_one_unit_of_the_exact_share(total in any::<u64>(), weights in weights()) {
        let units = apportion(total, &weights, Method::LargestRemainder).unwrap().units;
        let sum: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
        for (weight, units) in weights.iter().zip(units) {
            let floor = u128::from(total) * u128::from(*weight) / sum;
            prop_assert!(u128::from(units) == floor || u128::from(units) == floor + 1);
        }
    }

    #[test]
    fn highest_averages_never_take_back_when_there_is_more(total in 0..10_000_u64, weights in weights()) {
        for method in [Method::SainteLague, Method::DHondt] {
            let less = apportion(total, &weights, method).unwrap();
            let more = apportion(total + 1, &weights, method).unwrap();
            for (less, more) in less.units.iter().zip(&more.units) {
                prop_assert!(more >= less);
            }
        }
    }

    #[test]
    fn the_shortcut_gives_what_one_at_a_time_gives(
        total in 0..300_u64, weights in prop::collection::vec(1..500_u64, 1..8),
    ) {
        for (method, divisors) in [
            (Method::SainteLague, Divisors { step: 2, first: 1 }),
            (Method::DHondt, Divisors { step: 1, first: 1 }),
        ] {
            let quick = apportion(total, &weights, method).unwrap();
            if let (None, Some(slow)) = (&quick.tie, one_at_a_time(total, &weights, divisors)) {
                prop_assert_eq!(&quick.units, &slow);
            }
        }
    }
}
