//! Whatever the municipalities: no panic, every grouping is evaluated, and threads do not matter.
#![no_main]

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use allocation::model::{Keys, Need};
use swedish::money::Ore;
use allocation::partitions::{Candidate, Objective, Outside, Pool, Question, search, ways};
use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Input {
    municipalities: Vec<(u32, u32, Option<u32>)>,
    outside: (u8, u32, u32),
    total: u64,
    base: u32,
    administration: u32,
    least: Option<u32>,
    held: Option<u8>,
    keys: (u8, u8),
    associations: (u8, u8),
    objective: u8,
}

fuzz_target!(|input: Input| {
    let ore = |amount: u32| Ore::new(amount.into());
    let municipalities: Vec<Candidate> = input
        .municipalities
        .iter()
        .take(7)
        .map(|(need, inhabitants, cap)| Candidate {
            need: Some(Need::from_thousandths((*need).into())),
            inhabitants: Some((*inhabitants).into()),
            cap: cap.map(ore),
        })
        .collect();
    let all = municipalities.len();
    let question = Question {
        municipalities,
        outside: Outside {
            associations: input.outside.0.into(),
            need: Need::from_thousandths(input.outside.1.into()),
            inhabitants: input.outside.2.into(),
        },
        total: Ore::new((input.total % 100_000_000_000) as i64),
        base: ore(input.base % 100_000_000),
        keys: Keys { need: input.keys.0.into(), inhabitants: input.keys.1.into() },
        pool: input
            .held
            .map_or(Pool::Follows, |associations| Pool::HeldAt { associations: associations.into() }),
        administration: ore(input.administration),
        least_activity: input.least.map(ore),
        associations: (input.associations.0.into(), input.associations.1.into()),
        objective: Objective::ALL[usize::from(input.objective % 4)],
    };
    let ask =
        |workers| search(&question, NonZeroUsize::new(workers).unwrap(), &|_| ControlFlow::Continue(()));
    let Ok(answer) = ask(1) else { return };
    assert_eq!(Some(answer.evaluated), ways(all));
    assert!(answer.admissible <= answer.evaluated && answer.equally_good <= answer.admissible);
    for grouping in &answer.by_count {
        let mut places: Vec<usize> = grouping.blocks.iter().flat_map(|b| b.municipalities.clone()).collect();
        places.sort_unstable();
        assert_eq!(places, (0..all).collect::<Vec<_>>());
    }
    assert_eq!(ask(2).as_ref(), Ok(&answer));
});
