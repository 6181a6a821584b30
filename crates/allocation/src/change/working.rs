//! Making changes, one after the other, on a copy.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Caveat, Change, ChangeError, Figures, Part, Previous};
use crate::apportion::{TieRule, split};
use crate::contributions::Key;
use crate::scenario::{Association, Basis, Country};
use swedish::money::{Ore, Unit};

/// A country while it is changed, and what the reader must be told.
pub(super) struct Working {
    country: Country,
    notices: Vec<Caveat>,
}

impl Working {
    pub(super) fn new(country: &Country) -> Self {
        Self { country: country.clone(), notices: Vec::new() }
    }

    pub(super) fn done(self) -> (Country, Vec<Caveat>) {
        (self.country, self.notices)
    }

    pub(super) fn make(&mut self, change: &Change) -> Result<(), ChangeError> {
        let held = self.country.basis == Basis::HeldNeedParts;
        let parameters = &mut self.country.parameters;
        let only_country = |what| if held { Err(ChangeError::NotWithHeldNeedParts(what)) } else { Ok(()) };
        match change {
            Change::Merge { associations, name, previous } => {
                return self.merge(associations, name, *previous);
            }
            Change::Split { association, parts } => return self.split(association, parts),
            Change::Move { municipality, to } => return self.move_to(municipality, to),
            Change::Leave { municipality } => return self.leave(municipality),
            Change::New { name, municipalities } => return self.found(name, municipalities),
            Change::Cap { association, cap } => {
                let place = self.association(association)?;
                self.get(place)?.cap = *cap;
            }
            Change::Statistics { year, figures } => {
                only_country("statistikår")?;
                self.statistics(*year, figures);
            }
            Change::Base { base } => parameters.base = *base,
            Change::Total { total } => {
                only_country("statens total")?;
                parameters.total = *total;
            }
            Change::Keys { keys } => {
                only_country("fördelningsnycklarna")?;
                parameters.keys = *keys;
            }
            Change::Brake { brake } => {
                only_country("spärren")?;
                parameters.brake = *brake;
            }
            Change::Strategy { strategy } => {
                only_country("strategin")?;
                parameters.strategy = *strategy;
            }
        }
        Ok(())
    }

    fn merge(&mut self, names: &[String], name: &str, previous: Previous) -> Result<(), ChangeError> {
        let places: BTreeSet<usize> =
            names.iter().map(|name| self.association(name)).collect::<Result<_, _>>()?;
        if places.len() < 2 {
            return Err(ChangeError::TooFew);
        }
        let merging: Vec<&Association> =
            places.iter().filter_map(|place| self.country.associations.get(*place)).collect();
        let all = |amount: fn(&Association) -> Option<Ore>| -> Option<Ore> {
            merging
                .iter()
                .try_fold(Ore::ZERO, |sum, association| amount(association).and_then(|a| sum.checked_add(a)))
        };
        let mut protections = merging.iter().map(|association| association.floor_applies);
        let first = protections.next().flatten();
        let same_protection = protections.all(|other| other == first);
        let agreed = merging.iter().any(|association| association.municipal_key != Key::Inhabitants);
        let mut municipalities: Vec<usize> =
            merging.iter().flat_map(|association| association.municipalities.iter().copied()).collect();
        municipalities.sort_unstable();
        let name: Arc<str> = name.into();
        let merged = Association {
            name: name.clone(),
            municipalities,
            previous: if previous == Previous::Sum { all(|association| association.previous) } else { None },
            cap: all(|association| association.cap),
            floor_applies: if same_protection { first } else { None },
            need_part: all(|association| association.need_part),
            municipal_key: Key::Inhabitants,
            region_key: Key::Inhabitants,
        };
        let remaining = |place: usize| !places.contains(&place);
        self.free_name(&name, remaining)?;
        if let Some(previous) = merged.previous {
            let association = name.clone();
            self.notices.push(Caveat::PreviousSummed { association, previous });
        }
        if !same_protection {
            self.notices.push(Caveat::ProtectionUnknown { association: name.clone() });
        }
        if agreed {
            self.notices.push(Caveat::KeyReplaced { association: name });
        }
        self.replace(&places, vec![merged]);
        Ok(())
    }

    fn split(&mut self, association: &str, parts: &[Part]) -> Result<(), ChangeError> {
        let place = self.association(association)?;
        let whole = self.get(place)?.clone();
        let mut left: BTreeSet<usize> = whole.municipalities.iter().copied().collect();
        let mut new = Vec::with_capacity(parts.len());
        for part in parts {
            let mut municipalities = Vec::with_capacity(part.municipalities.len());
            for municipality in &part.municipalities {
                let found = self.municipality(municipality)?;
                if !left.remove(&found) {
                    return Err(ChangeError::NotAPartition(municipality.clone()));
                }
                municipalities.push(found);
            }
            if municipalities.is_empty() {
                return Err(ChangeError::NoMembers);
            }
            self.free_name(&part.name, |other| other != place)?;
            if new.iter().any(|other: &Association| *other.name == *part.name) {
                return Err(ChangeError::NameTaken(part.name.clone()));
            }
            municipalities.sort_unstable();
            new.push(self.changed_area(&whole, part.name.as_str().into(), municipalities));
        }
        if let Some(forgotten) = left.first() {
            let name = self.country.municipalities.get(*forgotten).map(|m| m.name.to_string());
            return Err(ChangeError::NotAPartition(name.unwrap_or_default()));
        }
        if let Some(need_part) = whole.need_part {
            let areas: Vec<&[usize]> = new.iter().map(|part| part.municipalities.as_slice()).collect();
            let parts = self.divide_need_part(need_part, &areas, &whole.name)?;
            for (part, amount) in new.iter_mut().zip(parts) {
                part.need_part = Some(amount);
            }
        }
        self.replace(&BTreeSet::from([place]), new);
        Ok(())
    }

    fn move_to(&mut self, municipality: &str, to: &str) -> Result<(), ChangeError> {
        let found = self.municipality(municipality)?;
        let to = self.association(to)?;
        let to_name = self.get(to)?.name.clone();
        if self.get(to)?.municipalities.contains(&found) {
            return Err(ChangeError::AlreadyMember(municipality.to_owned()));
        }
        let carried = if self.member_of(found).is_some() {
            self.take_out(found)?
        } else if self.country.basis == Basis::HeldNeedParts {
            // Nothing is known of what the state would give for an area without an association.
            return Err(ChangeError::NeedPartNotDivisible(to_name));
        } else {
            None
        };
        // Taking the last municipality out may have ended an association and moved the places.
        let to = self.association(&to_name)?;
        let old = self.get(to)?.clone();
        let mut municipalities = old.municipalities.clone();
        municipalities.push(found);
        municipalities.sort_unstable();
        let mut new = self.changed_area(&old, old.name.clone(), municipalities);
        new.need_part = match (old.need_part, carried) {
            (Some(own), Some(carried)) => Some(own.checked_add(carried).ok_or(ChangeError::Overflow)?),
            (Some(_), None) | (None, _) => None,
        };
        *self.get(to)? = new;
        Ok(())
    }

    fn leave(&mut self, municipality: &str) -> Result<(), ChangeError> {
        let found = self.municipality(municipality)?;
        if self.member_of(found).is_none() {
            return Err(ChangeError::NotAMember(municipality.to_owned()));
        }
        self.take_out(found).map(|_| ())
    }

    fn found(&mut self, name: &str, municipalities: &[String]) -> Result<(), ChangeError> {
        if self.country.basis == Basis::HeldNeedParts {
            return Err(ChangeError::NotWithHeldNeedParts("ett nytt förbund"));
        }
        self.free_name(name, |_| true)?;
        let mut members = BTreeSet::new();
        for municipality in municipalities {
            let found = self.municipality(municipality)?;
            if self.member_of(found).is_some() || !members.insert(found) {
                return Err(ChangeError::AlreadyMember(municipality.clone()));
            }
        }
        if members.is_empty() {
            return Err(ChangeError::NoMembers);
        }
        self.country.associations.push(Association {
            name: name.into(),
            municipalities: members.into_iter().collect(),
            previous: None,
            cap: None,
            floor_applies: None,
            need_part: None,
            municipal_key: Key::Inhabitants,
            region_key: Key::Inhabitants,
        });
        Ok(())
    }

    /// Takes a municipality out of its association and returns the need part that goes with it.
    fn take_out(&mut self, municipality: usize) -> Result<Option<Ore>, ChangeError> {
        let place = self.member_of(municipality).ok_or(ChangeError::NoMembers)?;
        let old = self.get(place)?.clone();
        let rest: Vec<usize> = old.municipalities.iter().copied().filter(|m| *m != municipality).collect();
        if rest.is_empty() {
            self.country.associations.remove(place);
            self.notices.push(Caveat::Ended { association: old.name });
            return Ok(old.need_part);
        }
        let parts = match old.need_part {
            Some(amount) => Some(self.divide_need_part(amount, &[&[municipality], &rest], &old.name)?),
            None => None,
        };
        let mut new = self.changed_area(&old, old.name.clone(), rest);
        let mut parts = parts.into_iter().flatten();
        let carried = parts.next();
        new.need_part = parts.next();
        *self.get(place)? = new;
        Ok(carried)
    }

    /// The same association with another area: what only described the old area is no longer known.
    fn changed_area(&mut self, old: &Association, name: Arc<str>, municipalities: Vec<usize>) -> Association {
        if old.previous.is_some() {
            self.notices.push(Caveat::PreviousNotCarried { association: name.clone() });
        }
        if old.cap.is_some() {
            self.notices.push(Caveat::CapNotCarried { association: name.clone() });
        }
        if old.municipal_key != Key::Inhabitants {
            self.notices.push(Caveat::KeyReplaced { association: name.clone() });
        }
        Association {
            name,
            municipalities,
            previous: None,
            cap: None,
            floor_applies: old.floor_applies,
            need_part: None,
            municipal_key: Key::Inhabitants,
            region_key: Key::Inhabitants,
        }
    }

    /// Divides a need part between areas by the model's keys over the municipalities that are listed.
    fn divide_need_part(
        &self,
        amount: Ore,
        areas: &[&[usize]],
        name: &Arc<str>,
    ) -> Result<Vec<Ore>, ChangeError> {
        let unknown = || ChangeError::NeedPartNotDivisible(name.clone());
        let all: Vec<usize> = areas.iter().flat_map(|area| area.iter().copied()).collect();
        let (need_sum, inhabitants_sum) = self.sums(&all).ok_or_else(unknown)?;
        let keys = self.country.parameters.keys;
        let mut weights = Vec::with_capacity(areas.len());
        for area in areas {
            let (need, inhabitants) = self.sums(area).ok_or_else(unknown)?;
            let by_need = need.checked_mul(inhabitants_sum).and_then(|w| w.checked_mul(keys.need.into()));
            let by_inhabitants =
                inhabitants.checked_mul(need_sum).and_then(|w| w.checked_mul(keys.inhabitants.into()));
            let weight = by_need.zip(by_inhabitants).and_then(|(a, b)| a.checked_add(b));
            weights.push(weight.ok_or(ChangeError::Overflow)?);
        }
        // In the unit that amounts are decided in; one between equal areas follows the order they are listed in.
        let decided = self.country.parameters.unit;
        let unit = if amount.ore() % decided.ore() == 0 { decided } else { Unit::Ore };
        split(amount, &weights, unit, TieRule::Listed).map(|split| split.parts).map_err(|_| unknown())
    }

    /// Need in thousandths and inhabitants of an area; `None` with a hole.
    fn sums(&self, area: &[usize]) -> Option<(u64, u64)> {
        area.iter().try_fold((0_u64, 0_u64), |(need, inhabitants), place| {
            let municipality = self.country.municipalities.get(*place)?;
            let need = need.checked_add(municipality.need?.thousandths())?;
            Some((need, inhabitants.checked_add(municipality.inhabitants?)?))
        })
    }

    fn statistics(&mut self, year: i16, figures: &BTreeMap<String, Figures>) {
        for municipality in &mut self.country.municipalities {
            let new = figures.get(&*municipality.code);
            municipality.need = new.and_then(|figures| figures.need);
            municipality.inhabitants = new.and_then(|figures| figures.inhabitants);
            municipality.key_inhabitants = new.and_then(|figures| figures.key_inhabitants);
        }
        self.country.statistics_year = Some(year);
    }

    fn association(&self, name: &str) -> Result<usize, ChangeError> {
        self.country
            .associations
            .iter()
            .position(|association| *association.name == *name)
            .ok_or_else(|| ChangeError::NoAssociation(name.to_owned()))
    }

    fn municipality(&self, name_or_code: &str) -> Result<usize, ChangeError> {
        self.country
            .municipalities
            .iter()
            .position(|municipality| {
                *municipality.code == *name_or_code || *municipality.name == *name_or_code
            })
            .ok_or_else(|| ChangeError::NoMunicipality(name_or_code.to_owned()))
    }

    fn member_of(&self, municipality: usize) -> Option<usize> {
        self.country.associations.iter().position(|a| a.municipalities.contains(&municipality))
    }

    fn get(&mut self, place: usize) -> Result<&mut Association, ChangeError> {
        self.country.associations.get_mut(place).ok_or(ChangeError::NoMembers)
    }

    fn free_name(&self, name: &str, among: impl Fn(usize) -> bool) -> Result<(), ChangeError> {
        let mut others = self.country.associations.iter().enumerate().filter(|(place, _)| among(*place));
        if others.any(|(_, association)| *association.name == *name) {
            return Err(ChangeError::NameTaken(name.to_owned()));
        }
        Ok(())
    }

    /// Puts new associations in the place of the first of the old ones.
    fn replace(&mut self, old: &BTreeSet<usize>, new: Vec<Association>) {
        let mut kept = Vec::with_capacity(self.country.associations.len() + new.len());
        let mut new = Some(new);
        for (place, association) in std::mem::take(&mut self.country.associations).into_iter().enumerate() {
            if old.contains(&place) {
                kept.extend(new.take().into_iter().flatten());
            } else {
                kept.push(association);
            }
        }
        self.country.associations = kept;
    }
}
