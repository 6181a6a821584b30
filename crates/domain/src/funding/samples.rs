//! What the tests of money begin with, over the association of [`crate::testing`].

use jiff::civil::{Date, date};

use crate::association::events::{Bylaws, ContributionTerms, Event as A, ShareKey};
use crate::funding::events::{Contribution, Count, Event, KeyFigures};
use crate::testing::{FK, NORRBY, REGION, SODERBY, bylaws};
use swedish::money::Ore;

pub(crate) fn kr(kronor: i64) -> Ore {
    Ore::from_kronor(kronor).unwrap()
}

/// Both keys by inhabitants.
pub(crate) fn by_inhabitants() -> ContributionTerms {
    ContributionTerms {
        municipal_key: ShareKey::Inhabitants,
        region_key: ShareKey::Inhabitants,
        outside_regions: Vec::new(),
        source: "förbundsordningen 11 §, påhittad".to_owned(),
    }
}

/// The bylaws with terms of contributions.
pub(crate) fn with_terms(terms: ContributionTerms) -> A {
    let bylaws = Bylaws { contributions: Some(terms), ..bylaws() };
    A::BylawsSet { from: date(2015, 1, 1), bylaws, source: None }
}

/// The inhabitants of the two municipalities for 2027.
pub(crate) fn figures(norrby: u64, soderby: u64) -> Event {
    Event::KeyFiguresNoted(KeyFigures {
        year: 2027,
        on: date(2025, 11, 30),
        source: "SCB, påhittad".to_owned(),
        counts: vec![
            Count { member: NORRBY, inhabitants: norrby },
            Count { member: SODERBY, inhabitants: soderby },
        ],
    })
}

/// What the state decided for 2027.
pub(crate) fn decided(amount: Ore) -> Event {
    let what = allocation::asking_round::What::Decided { amount };
    Event::StepNoted { year: 2027, on: DECIDED, what, source: None }
}

pub(crate) const DECIDED: Date = date(2026, 2, 2);

/// What each of the four pays, in öre: Försäkringskassan, the region, Norrby, Söderby.
pub(crate) fn pays(ore: [i64; 4]) -> Vec<Contribution> {
    let of = |(member, ore)| Contribution { member, amount: Ore::new(ore) };
    [FK, REGION, NORRBY, SODERBY].into_iter().zip(ore).map(of).collect()
}
