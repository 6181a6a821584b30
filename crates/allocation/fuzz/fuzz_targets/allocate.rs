//! Whatever the figures: no panic, everything is accounted for, bounds hold, and contributions are the whole.
#![no_main]

use allocation::apportion::TieRule;
use allocation::contributions::{Funding, Payer};
use allocation::derivation::derive;
use allocation::model::{Applicant, BasisPoints, Brake, Keys, Need, Parameters, allocate};
use swedish::money::{Ore, Unit};
use allocation::strategy::Strategy;
use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Input {
    total: u64,
    base: u32,
    keys: (u16, u16),
    brake: Option<(u16, bool)>,
    strategy: u8,
    unit: u8,
    listed: bool,
    large: bool,
    applicants: Vec<(Option<u64>, Option<u64>, Option<u32>, Option<u32>, Option<bool>)>,
}

fuzz_target!(|input: Input| {
    // Half the runs stay near real sizes, so that they get past the checks for what can be held.
    let bounded = |figure: u64| if input.large { figure } else { figure % 50_000_000 };
    let unit = [Unit::Ore, Unit::Kr, Unit::Tkr][usize::from(input.unit % 3)];
    let whole = |amount: u64| Ore::new((amount % 1_000_000_000_000) as i64 / unit.ore() * unit.ore());
    let parameters = Parameters {
        total: whole(input.total),
        base: whole(u64::from(input.base) % 60_000_000),
        keys: Keys { need: input.keys.0.into(), inhabitants: input.keys.1.into() },
        brake: input.brake.and_then(|(at_most, equity_exception)| {
            Some(Brake { at_most: BasisPoints::new(u32::from(at_most) % 10_001)?, equity_exception })
        }),
        strategy: Strategy::ALL[usize::from(input.strategy % 4)],
        unit,
        ties: if input.listed { TieRule::Listed } else { TieRule::Leave },
    };
    let applicants: Vec<Applicant> = input
        .applicants
        .iter()
        .map(|(need, inhabitants, previous, cap, floor_applies)| Applicant {
            need: need.map(bounded).map(Need::from_thousandths),
            inhabitants: inhabitants.map(bounded),
            previous: previous.map(|ore| Ore::new(ore.into())),
            cap: cap.map(|ore| Ore::new(ore.into())),
            floor_applies: *floor_applies,
        })
        .collect();
    let Ok(run) = allocate(&parameters, &applicants) else { return };
    assert_eq!(Ore::sum([run.sum, run.undecided, run.left_over]), Some(parameters.total));
    assert!(!run.left_over.is_negative());
    for (place, line) in run.lines.iter().enumerate() {
        assert!(line.cap.is_none_or(|cap| line.decided <= cap));
        let protected = line.floor.unwrap_or(parameters.base).max(parameters.base);
        assert!(line.decided >= line.cap.map_or(protected, |cap| cap.min(protected)));
        assert!(derive(&run, place).iter().all(|step| !step.sentence().is_empty()));
    }
    let payer = |inhabitants| Payer { name: "K".into(), inhabitants, outside_regions: false };
    let funding = Funding {
        regions: vec![payer(None)],
        municipalities: applicants.iter().map(|applicant| payer(applicant.inhabitants)).collect(),
        ..Funding::default()
    };
    if let Ok(contributions) = funding.matching_state(run.sum, 2025, parameters.ties) {
        let paid = contributions.lines.iter().map(|line| line.amount);
        let all = Ore::sum(paid.chain(contributions.undecided()));
        assert_eq!(all, Some(contributions.total));
    }
});
