//! What changes do: for each association, each member and each party, before and after.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use crate::contributions::Member;
use crate::fraction::Fraction;
use crate::scenario::{Belongs, Country, Outcome};
use swedish::money::Ore;

/// An amount before and after; `None` where there is none or it cannot be worked out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Pair {
    /// Before the changes.
    pub before: Option<Ore>,
    /// After the changes.
    pub after: Option<Ore>,
}

impl Pair {
    /// After less before; `None` unless both are known.
    #[must_use]
    pub fn difference(self) -> Option<Ore> {
        self.after?.checked_sub(self.before?)
    }

    /// The difference as a part of what it was; `None` when that was nothing.
    #[must_use]
    pub fn relative(self) -> Option<Fraction> {
        Fraction::new(self.difference()?.ore().into(), self.before.filter(|b| b.ore() > 0)?.ore().into())
    }
}

/// What happened to a group of associations that share municipalities before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The same municipalities in one association, before and after.
    Same,
    /// Several became one.
    Merged,
    /// One became several.
    Split,
    /// There was none before.
    New,
    /// There is none after.
    Ended,
    /// Municipalities moved between associations.
    Regrouped,
}

/// Associations that share municipalities before and after, and their money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Group {
    /// What happened.
    pub kind: Kind,
    /// The associations before.
    pub before: Vec<Arc<str>>,
    /// The associations after.
    pub after: Vec<Arc<str>>,
    /// The state's bases.
    pub base: Pair,
    /// The state's amounts beyond the bases.
    pub need_part: Pair,
    /// The state's amounts.
    pub state: Pair,
    /// Everybody's money.
    pub all: Pair,
}

/// A party under the law: the state, the regions, the municipalities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Party {
    /// Försäkringskassan and Arbetsförmedlingen together.
    State,
    /// The regions.
    Region,
    /// The municipalities.
    Municipality,
}

impl Party {
    /// What the party is called in Swedish.
    #[must_use]
    pub const fn swedish(self) -> &'static str {
        match self {
            Self::State => "staten",
            Self::Region => "regionerna",
            Self::Municipality => "kommunerna",
        }
    }
}

/// What one member pays in all its associations, before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MemberEffect {
    /// Its party.
    pub party: Party,
    /// Its name.
    pub name: Arc<str>,
    /// What it pays; undecided öre are not counted.
    pub pays: Pair,
}

/// Everything that changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The groups, changed ones first, otherwise in the order of the associations after.
    pub groups: Vec<Group>,
    /// The members, parties in order and names as listed.
    pub members: Vec<MemberEffect>,
    /// The parties' sums.
    pub parties: BTreeMap<Party, Pair>,
    /// The state's amounts.
    pub state: Pair,
    /// Everybody's money.
    pub all: Pair,
}

/// One side of a comparison.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The country.
    pub country: &'a Country,
    /// What it gives.
    pub outcome: &'a Outcome,
}

/// Compares two sides with the same municipalities in the same order.
#[must_use]
pub fn compare(before: Side<'_>, after: Side<'_>) -> Comparison {
    let state = Pair { before: before.outcome.state(), after: after.outcome.state() };
    let members = members(before, after);
    let mut parties: BTreeMap<Party, Pair> = BTreeMap::new();
    for effect in &members {
        let sum =
            parties.entry(effect.party).or_insert(Pair { before: Some(Ore::ZERO), after: Some(Ore::ZERO) });
        sum.before = add_present(sum.before, effect.pays.before);
        sum.after = add_present(sum.after, effect.pays.after);
    }
    let mut groups = groups(before, after);
    groups.sort_by_key(|group| group.kind == Kind::Same);
    Comparison { groups, members, parties, state, all: double(state) }
}

/// The groups are the connected parts of "shares a municipality with".
fn groups(before: Side<'_>, after: Side<'_>) -> Vec<Group> {
    let after_sets: Vec<&[usize]> =
        after.country.associations.iter().map(|a| a.municipalities.as_slice()).collect();
    let before_sets: Vec<&[usize]> =
        before.country.associations.iter().map(|a| a.municipalities.as_slice()).collect();
    let mut seen_after = BTreeSet::new();
    let mut seen_before = BTreeSet::new();
    let mut groups = Vec::new();
    for start in 0..after_sets.len() {
        if !seen_after.contains(&start) {
            let (mut ins, mut outs) = (BTreeSet::new(), BTreeSet::from([start]));
            spread(&before_sets, &after_sets, &mut ins, &mut outs);
            groups.push(group(before, after, &ins, &outs));
            seen_before.extend(ins);
            seen_after.extend(outs);
        }
    }
    for start in (0..before_sets.len()).filter(|start| !seen_before.contains(start)) {
        groups.push(group(before, after, &BTreeSet::from([start]), &BTreeSet::new()));
    }
    groups
}

/// Grows both sets until nothing outside them shares a municipality with them.
fn spread(before: &[&[usize]], after: &[&[usize]], ins: &mut BTreeSet<usize>, outs: &mut BTreeSet<usize>) {
    loop {
        let size = ins.len() + outs.len();
        let area = |sets: &[&[usize]], places: &BTreeSet<usize>| -> BTreeSet<usize> {
            places.iter().filter_map(|place| sets.get(*place)).flat_map(|set| set.iter().copied()).collect()
        };
        let touching = |sets: &[&[usize]], area: &BTreeSet<usize>| -> Vec<usize> {
            let touches = |set: &&[usize]| set.iter().any(|municipality| area.contains(municipality));
            sets.iter().enumerate().filter(|(_, set)| touches(set)).map(|(place, _)| place).collect()
        };
        ins.extend(touching(before, &area(after, outs)));
        outs.extend(touching(after, &area(before, ins)));
        if ins.len() + outs.len() == size {
            return;
        }
    }
}

fn group(before: Side<'_>, after: Side<'_>, ins: &BTreeSet<usize>, outs: &BTreeSet<usize>) -> Group {
    let names = |side: Side<'_>, places: &BTreeSet<usize>| -> Vec<Arc<str>> {
        places
            .iter()
            .filter_map(|place| side.country.associations.get(*place))
            .map(|association| association.name.clone())
            .collect()
    };
    let sum =
        |side: Side<'_>, places: &BTreeSet<usize>, pick: fn(&crate::scenario::AssociationOutcome) -> Ore| {
            Ore::sum(places.iter().filter_map(|place| side.outcome.associations.get(*place)).map(pick))
        };
    let pair = |pick| Pair { before: sum(before, ins, pick), after: sum(after, outs, pick) };
    let area = |side: Side<'_>, places: &BTreeSet<usize>| -> BTreeSet<usize> {
        places
            .iter()
            .filter_map(|place| side.country.associations.get(*place))
            .flat_map(|association| association.municipalities.iter().copied())
            .collect()
    };
    let same_area = area(before, ins) == area(after, outs);
    let kind = match (ins.len(), outs.len()) {
        (0, _) => Kind::New,
        (_, 0) => Kind::Ended,
        (1, 1) if same_area => Kind::Same,
        (_, 1) if same_area => Kind::Merged,
        (1, _) if same_area => Kind::Split,
        (_, _) => Kind::Regrouped,
    };
    let state = pair(|outcome| outcome.state);
    Group {
        kind,
        before: names(before, ins),
        after: names(after, outs),
        base: pair(|outcome| outcome.base),
        need_part: pair(|outcome| outcome.need_part),
        state,
        all: double(state),
    }
}

fn double(pair: Pair) -> Pair {
    let twice = |amount: Option<Ore>| amount.and_then(|amount| amount.checked_mul(2));
    Pair { before: twice(pair.before), after: twice(pair.after) }
}

/// A member's party and its place: municipalities as listed, a region with its first municipality.
type Key = (Party, usize);

/// What every member pays; `None` for a side where one of its associations cannot be worked out.
fn members(before: Side<'_>, after: Side<'_>) -> Vec<MemberEffect> {
    let (paid_before, paid_after) = (paid(before), paid(after));
    let keys: BTreeSet<Key> = paid_before.keys().chain(paid_after.keys()).copied().collect();
    keys.into_iter()
        .map(|key| MemberEffect {
            party: key.0,
            name: name(after.country, key),
            pays: Pair {
                before: paid_before.get(&key).copied().unwrap_or(Some(Ore::ZERO)),
                after: paid_after.get(&key).copied().unwrap_or(Some(Ore::ZERO)),
            },
        })
        .collect()
}

fn name(country: &Country, (party, place): Key) -> Arc<str> {
    let municipality = country.municipalities.get(place);
    match (party, municipality) {
        (Party::State, _) | (_, None) => "Försäkringskassan".into(),
        (Party::Municipality, Some(municipality)) => municipality.name.clone(),
        (Party::Region, Some(municipality)) => match &municipality.belongs {
            Some(Belongs::Region(name)) => name.clone(),
            Some(Belongs::Outside) | None => municipality.name.clone(),
        },
    }
}

fn paid(side: Side<'_>) -> BTreeMap<Key, Option<Ore>> {
    let mut paid: BTreeMap<Key, Option<Ore>> = BTreeMap::new();
    let mut regions: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, municipality) in side.country.municipalities.iter().enumerate() {
        if let Some(Belongs::Region(name)) = &municipality.belongs {
            regions.entry(name).or_insert(place);
        }
    }
    let mut add = |key: Key, amount: Option<Ore>| {
        let sum = paid.entry(key).or_insert(Some(Ore::ZERO));
        *sum = add_present(*sum, amount);
    };
    for (association, outcome) in side.country.associations.iter().zip(&side.outcome.associations) {
        add((Party::State, 0), Some(outcome.state));
        let funding = side.country.funding(association);
        match (&outcome.contributions, funding) {
            (Ok(contributions), Some(funding)) => {
                for line in &contributions.lines {
                    let key = match line.member {
                        Member::State => None,
                        Member::Region(place) => funding
                            .regions
                            .get(place)
                            .and_then(|region| regions.get(&*region.name))
                            .map(|place| (Party::Region, *place)),
                        Member::Municipality(place) => {
                            association.municipalities.get(place).map(|place| (Party::Municipality, *place))
                        }
                    };
                    if let Some(key) = key {
                        add(key, Some(line.amount));
                    }
                }
            }
            (Err(_), _) | (_, None) => {
                for place in &association.municipalities {
                    add((Party::Municipality, *place), None);
                    let belongs = side.country.municipalities.get(*place).and_then(|m| m.belongs.as_ref());
                    if let Some(Belongs::Region(name)) = belongs
                        && let Some(place) = regions.get(&**name)
                    {
                        add((Party::Region, *place), None);
                    }
                }
            }
        }
    }
    paid
}

/// A sum where one unknown part makes the whole unknown.
fn add_present(sum: Option<Ore>, part: Option<Ore>) -> Option<Ore> {
    sum?.checked_add(part?)
}
