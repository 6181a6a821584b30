//! Whatever the weights: no panic, the parts and the tie are the whole, and a heavier one never gets less.
#![no_main]

use allocation::apportion::{Method, apportion};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u64, Vec<u64>)| {
    let (total, weights) = input;
    for method in [Method::LargestRemainder, Method::SainteLague, Method::DHondt] {
        let Ok(shared) = apportion(total, &weights, method) else {
            assert!(total > 0 && weights.iter().all(|weight| *weight == 0));
            continue;
        };
        let tied = shared.tie.as_ref().map_or(0, |tie| u128::from(tie.units));
        let settled: u128 = shared.units.iter().map(|units| u128::from(*units)).sum();
        assert_eq!(settled + tied, u128::from(total));
        let mut both: Vec<(u64, u64)> = weights.iter().copied().zip(shared.units.iter().copied()).collect();
        both.sort_unstable();
        assert!(both.windows(2).all(|pair| pair[0].1 <= pair[1].1));
        let mut turned = weights.clone();
        turned.reverse();
        let mut units = apportion(total, &turned, method).unwrap().units;
        units.reverse();
        assert_eq!(units, shared.units);
    }
});
