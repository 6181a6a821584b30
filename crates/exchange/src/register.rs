//! The municipalities that there are, by code and name, as the caller knows them.

use std::collections::BTreeMap;

use serde::Serialize;
use swedish::text::folded;

/// A municipality by its official code and its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Municipality {
    /// The official code of four digits.
    pub code: String,
    /// The name without *kommun*.
    pub name: String,
}

/// The municipalities of the country.
#[derive(Clone, Debug, Default)]
pub struct Register {
    municipalities: Vec<Municipality>,
    by_code: BTreeMap<String, usize>,
    by_name: BTreeMap<String, usize>,
}

/// What the text of a region's cell means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Region {
    /// What it is.
    pub(crate) kind: Kind,
    /// Whether the cell has the code.
    pub(crate) coded: bool,
    /// Whether the code had lost its leading zero.
    pub(crate) shortened: bool,
    /// Whether the cell has a name beside the code, which is another municipality's.
    pub(crate) contradicted: bool,
}

/// What a region is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// A municipality, by its place in the register.
    Municipality(usize),
    /// A county or region, which is a sum.
    County,
    /// The whole country, which is a sum.
    Country,
    /// Nothing known.
    Unknown,
}

impl Register {
    /// The municipalities by code and name.
    pub fn new<C: Into<String>, N: Into<String>>(municipalities: impl IntoIterator<Item = (C, N)>) -> Self {
        let mut register = Self::default();
        for (code, name) in municipalities {
            let municipality = Municipality { code: code.into(), name: name.into() };
            let place = register.municipalities.len();
            register.by_code.insert(municipality.code.clone(), place);
            register.by_name.insert(folded(&municipality.name), place);
            register.municipalities.push(municipality);
        }
        register
    }

    /// The municipalities, as listed.
    #[must_use]
    pub fn municipalities(&self) -> &[Municipality] {
        &self.municipalities
    }

    /// The place of a code.
    pub(crate) fn place(&self, code: &str) -> Option<usize> {
        self.by_code.get(code).copied()
    }

    /// The name of the municipality at a place.
    pub(crate) fn name(&self, place: usize) -> &str {
        self.municipalities.get(place).map_or("", |municipality| &municipality.name)
    }

    /// What a cell means: `0114 Upplands Väsby`, `0114`, `Upplands Väsby`, `00 Riket`, `06 Jönköpings län`.
    pub(crate) fn region(&self, text: &str) -> Region {
        let text = text.trim();
        let digits_end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let (digits, rest) = text.split_at(digits_end);
        let name = rest.trim_start_matches([' ', '\u{a0}', '-', '\u{2013}', ':', '.', ',']).trim();
        let plain = |kind, coded| Region { kind, coded, shortened: false, contradicted: false };
        if digits.is_empty() {
            return plain(self.named(name), false);
        }
        if folded(name).ends_with(" län") {
            return plain(Kind::County, true);
        }
        match digits.len() {
            4 => {
                let Some(place) = self.by_code.get(digits) else { return plain(Kind::Unknown, true) };
                Region {
                    contradicted: self.contradicts(*place, name),
                    ..plain(Kind::Municipality(*place), true)
                }
            }
            3 => {
                let padded = format!("0{digits}");
                let Some(place) = self.by_code.get(&padded) else { return plain(Kind::Unknown, true) };
                let contradicted = self.contradicts(*place, name);
                Region { kind: Kind::Municipality(*place), coded: true, shortened: true, contradicted }
            }
            2 if digits == "00" => plain(Kind::Country, true),
            2 if digits.parse::<u8>().is_ok_and(|county| (1..=25).contains(&county)) => {
                plain(Kind::County, true)
            }
            _ => plain(Kind::Unknown, true),
        }
    }

    /// What a region is by name alone.
    fn named(&self, name: &str) -> Kind {
        let name = folded(name);
        if let Some(place) = self.by_name.get(&name) {
            return Kind::Municipality(*place);
        }
        if matches!(name.as_str(), "riket" | "hela riket" | "hela landet" | "sverige") {
            return Kind::Country;
        }
        if name.ends_with(" län") {
            return Kind::County;
        }
        if let Some(own) = name.strip_prefix("region ") {
            // A region of one municipality is that municipality and no sum.
            return self
                .by_name
                .get(own)
                .filter(|place| self.is_alone(**place))
                .map_or(Kind::County, |place| Kind::Municipality(*place));
        }
        let Some(owner) = name.strip_suffix(" kommun").or_else(|| name.strip_suffix(" stad")) else {
            return Kind::Unknown;
        };
        let genitive = owner.strip_suffix('s');
        let place = [Some(owner), genitive].into_iter().flatten().find_map(|name| self.by_name.get(name));
        place.map_or(Kind::Unknown, |place| Kind::Municipality(*place))
    }

    /// Whether a municipality is the only one of its county.
    fn is_alone(&self, place: usize) -> bool {
        let county = |municipality: &Municipality| municipality.code.get(..2).map(str::to_owned);
        let own = self.municipalities.get(place).and_then(county);
        self.municipalities.iter().filter(|municipality| county(municipality) == own).count() == 1
    }

    /// Whether a name beside a code is the name of another municipality.
    fn contradicts(&self, place: usize, name: &str) -> bool {
        matches!(self.named(name), Kind::Municipality(other) if other != place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn register() -> Register {
        Register::new([
            ("0114", "Upplands Väsby"),
            ("0117", "Österåker"),
            ("0180", "Stockholm"),
            ("0680", "Jönköping"),
            ("0683", "Värnamo"),
            ("0980", "Gotland"),
        ])
    }

    #[test]
    fn a_municipality_is_known_however_it_is_written() {
        let register = register();
        for (text, place) in [
            ("0114 Upplands Väsby", 0),
            ("0114", 0),
            ("Upplands Väsby", 0),
            ("0114 - Upplands Väsby", 0),
            ("Österåkers kommun", 1),
            ("ÖSTERÅKER", 1),
            ("Stockholms stad", 2),
            ("O\u{308}stera\u{30a}ker", 1),
            ("Värnamo kommun", 4),
            ("Gotlands kommun", 5),
            ("Region Gotland", 5),
        ] {
            assert_eq!(register.region(text).kind, Kind::Municipality(place), "{text}");
        }
    }

    #[test]
    fn sums_are_told_apart_from_municipalities() {
        let register = register();
        for text in ["00 Riket", "00", "Riket", "Hela riket", "Sverige"] {
            assert_eq!(register.region(text).kind, Kind::Country, "{text}");
        }
        for text in ["06 Jönköpings län", "06", "Jönköpings län", "Region Stockholm", "9 Gotlands län"]
        {
            assert_eq!(register.region(text).kind, Kind::County, "{text}");
        }
        for text in ["9999", "9999 Påhittad", "Påhittad", "", "12345", "99"] {
            assert_eq!(register.region(text).kind, Kind::Unknown, "{text}");
        }
    }

    #[test]
    fn lost_zeros_and_contradictions_are_noticed() {
        let register = register();
        let region = register.region("114");
        assert_eq!((region.kind, region.shortened), (Kind::Municipality(0), true));
        assert!(register.region("0680 Värnamo").contradicted);
        assert!(!register.region("0680 Jönköpings kommun").contradicted);
    }
}
