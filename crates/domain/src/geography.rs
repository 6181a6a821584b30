//! The municipalities, counties and regions of Sweden, from `data/`: the names that everything else is said of.

use std::sync::LazyLock;

/// A municipality (sv. *kommun*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Municipality {
    /// The official code of four digits.
    pub code: &'static str,
    /// The name, without *kommun*.
    pub name: &'static str,
    /// The county's code of two digits.
    pub county: &'static str,
    /// Its region; none for the one that is outside every region.
    pub region: Option<&'static str>,
}

/// A county (sv. *län*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct County {
    /// The official code of two digits.
    pub code: &'static str,
    /// The name.
    pub name: &'static str,
}

static MUNICIPALITIES: LazyLock<Vec<Municipality>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../../data/municipalities.csv"));
    let read = |row: &'static str| {
        let mut cells = row.split(',');
        let (code, name, county) = (cells.next()?, cells.next()?, cells.next()?);
        Some(Municipality { code, name, county, region: cells.next().filter(|name| *name != "utanför") })
    };
    rows.filter_map(read).collect()
});

static COUNTIES: LazyLock<Vec<County>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../../data/counties.csv"));
    rows.filter_map(|row| row.split_once(',')).map(|(code, name)| County { code, name }).collect()
});

fn rows(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().skip(1).map(str::trim).filter(|row| !row.is_empty())
}

/// Every municipality, by code.
pub fn municipalities() -> &'static [Municipality] {
    &MUNICIPALITIES
}

/// Every county, by code.
pub fn counties() -> &'static [County] {
    &COUNTIES
}

/// The county with a code.
pub fn county(code: &str) -> Option<County> {
    counties().iter().copied().find(|county| county.code == code)
}

/// The place of the municipality that a member's name tells: `Gislaveds kommun` is Gislaved.
pub fn place_of(name: &str) -> Option<usize> {
    let name = name.trim();
    let bare = name.strip_suffix(" kommun").or_else(|| name.strip_suffix(" stad")).unwrap_or(name);
    let at = |name: &str| municipalities().iter().position(|m| m.name == name);
    at(bare).or_else(|| at(bare.strip_suffix('s')?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_290_municipalities_in_21_counties() {
        assert_eq!((municipalities().len(), counties().len()), (290, 21));
        assert!(municipalities().iter().all(|m| county(m.county).is_some()));
        let outside: Vec<_> =
            municipalities().iter().filter(|m| m.region.is_none()).map(|m| m.name).collect();
        assert_eq!(outside, ["Gotland"]);
    }

    #[test]
    fn a_member_is_known_by_the_name_it_signs_with() {
        let code = |name| place_of(name).and_then(|place| municipalities().get(place)).map(|m| m.code);
        for (name, expected) in [
            ("Gislaveds kommun", Some("0662")),
            ("Tranås kommun", Some("0687")),
            ("Gnosjö kommun", Some("0617")),
            ("Göteborgs stad", Some("1480")),
            ("Jönköping", Some("0680")),
            ("Region Jönköpings län", None),
        ] {
            assert_eq!(code(name), expected, "{name}");
        }
    }
}
