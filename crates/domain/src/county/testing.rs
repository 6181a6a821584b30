//! What the tests of a county are written in: a small country, and given, when, then over any aggregate.

use std::collections::BTreeMap;

use allocation::apportion::TieRule;
use allocation::contributions::Key;
use allocation::model::{Keys, Parameters};
use allocation::scenario::{Association, Basis, Belongs, Country, Municipality};
use allocation::strategy::Strategy;
use jiff::Timestamp;
use jiff::civil::date;
use swedish::money::{Ore, Unit};
use uuid::Uuid;

use crate::aggregate::Aggregate;
use crate::decision::{Ctx, Decided, Entered, Refusal};
use crate::event::Meta;
use crate::ids::PersonId;

pub(crate) fn ctx() -> Ctx {
    let now = date(2026, 3, 2).at(9, 0, 0, 0);
    Ctx { now, actor: PersonId(Uuid::from_u128(7)), reasons: BTreeMap::new(), entered: Entered::AsItHappens }
}

/// The state after some events.
pub(crate) fn given<A: Aggregate>(past: impl IntoIterator<Item = A::Event>) -> A {
    past.into_iter().fold(A::default(), |state, event| after(state, &event))
}

fn after<A: Aggregate>(mut state: A, event: &A::Event) -> A {
    let meta = Meta { seq: state.version() + 1, at: Timestamp::UNIX_EPOCH, actor: ctx().actor };
    state.evolve(meta, event);
    state
}

/// Decides, and holds that the same command on the result changes nothing.
pub(crate) fn when<A: Aggregate>(state: &A, command: &A::Command) -> Result<Decided<A::Event>, Refusal> {
    let decided = state.decide(&ctx(), command)?;
    let next = decided.events.iter().fold(state.clone(), after);
    let again = next.decide(&ctx(), command)?;
    assert!(again.events.is_empty(), "the same command again: {:#?}", again.events);
    Ok(decided)
}

/// What a refusal says first.
pub(crate) fn says<T: std::fmt::Debug>(outcome: Result<T, Refusal>) -> String {
    match outcome.unwrap_err() {
        Refusal::Fields(errors) => {
            errors.first().map(|e| format!("{}: {}", e.field, e.says)).unwrap_or_default()
        }
        Refusal::Order { says, .. } | Refusal::Changed(says) => says,
        Refusal::NotFound(what) => what.to_owned(),
        Refusal::Law(_) | Refusal::ReasonNeeded(_) | Refusal::Denied(_) => {
            "another kind of refusal".to_owned()
        }
    }
}

/// Two associations with one municipality each, and need parts that are held.
pub(crate) fn country() -> Country {
    let municipality = |code: &str, name: &str| Municipality {
        code: code.into(),
        name: name.into(),
        belongs: Some(Belongs::Region("Region Jönköpings län".into())),
        need: None,
        inhabitants: None,
        key_inhabitants: Some(1000),
    };
    let association = |name: &str, place: usize, tkr: i64| Association {
        name: name.into(),
        municipalities: vec![place],
        previous: None,
        cap: None,
        floor_applies: None,
        need_part: Ore::from_tkr(tkr),
        municipal_key: Key::Inhabitants,
        region_key: Key::Inhabitants,
    };
    Country {
        parameters: Parameters {
            total: Ore::from_tkr(339_000).unwrap(),
            base: Ore::from_tkr(400).unwrap(),
            keys: Keys::default(),
            brake: None,
            strategy: Strategy::Scale,
            unit: Unit::Tkr,
            ties: TieRule::Leave,
        },
        basis: Basis::HeldNeedParts,
        year: 2025,
        statistics_year: Some(2019),
        municipalities: vec![municipality("0680", "Jönköping"), municipality("0683", "Värnamo")],
        associations: vec![association("Södra Vätterbygden", 0, 5200), association("Finnveden", 1, 2100)],
    }
}
