//! Which of a file's ages together are exactly the ages that a measure counts.

use std::collections::BTreeSet;

use crate::meaning::{Age, Ages};

/// The ages of the file that together are the wanted ones: as few as possible, none twice, none beyond.
///
/// # Errors
/// Why they cannot be put together, as a sentence without its full stop.
pub(super) fn tile(ages: &BTreeSet<Age>, wanted: Ages) -> Result<Vec<Age>, String> {
    let classes: Vec<(u8, u8)> = ages.iter().filter_map(|age| class(*age)).collect();
    let inside = |class: &(u8, u8)| class.0 >= wanted.from() && class.1 <= wanted.to();
    // From the oldest age and down: the fewest classes that take it from here to the end.
    let mut best: Vec<(u8, usize, (u8, u8))> = Vec::new();
    for start in (wanted.from()..=wanted.to()).rev() {
        let fewest = classes
            .iter()
            .filter(|class| class.0 == start && inside(class))
            .filter_map(|class| {
                if class.1 == wanted.to() {
                    return Some((1, *class));
                }
                let next = class.1 + 1;
                best.iter().find(|(from, ..)| *from == next).map(|(_, count, _)| (count + 1, *class))
            })
            .min();
        if let Some((count, class)) = fewest {
            best.push((start, count, class));
        }
    }
    let mut tiles = Vec::new();
    let mut at = wanted.from();
    while let Some((.., (from, to))) = best.iter().find(|(start, ..)| *start == at) {
        tiles.push(Age::Class { from: *from, to: *to });
        if *to == wanted.to() {
            return Ok(tiles);
        }
        at = to + 1;
    }
    Err(why_not(&classes, ages.contains(&Age::All), wanted))
}

const fn class(age: Age) -> Option<(u8, u8)> {
    match age {
        Age::Class { from, to } => Some((from, to)),
        Age::From(_) | Age::All => None,
    }
}

fn why_not(classes: &[(u8, u8)], all: bool, wanted: Ages) -> String {
    let shown = |class: &(u8, u8)| Age::Class { from: class.0, to: class.1 };
    if classes.is_empty() {
        let only = if all {
            "filen har bara alla åldrar tillsammans"
        } else {
            "filen har inga åldrar som kan läsas"
        };
        return format!("{only}, inte {wanted}");
    }
    let covered = |age: u8| {
        classes.iter().any(|class| {
            class.0 >= wanted.from() && class.1 <= wanted.to() && class.0 <= age && age <= class.1
        })
    };
    let lacking: Vec<u8> = (wanted.from()..=wanted.to()).filter(|age| !covered(*age)).collect();
    let crossing = |edge_below: u8, edge: u8| {
        classes.iter().find(|class| class.0 <= edge_below && class.1 >= edge && class.0 != class.1)
    };
    let low = wanted.from().checked_sub(1).and_then(|below| crossing(below, wanted.from()));
    let high = crossing(wanted.to(), wanted.to().saturating_add(1));
    let mut reasons: Vec<String> = Vec::new();
    if let Some(class) = low.filter(|_| lacking.contains(&wanted.from())) {
        reasons.push(format!("klassen {} börjar före {} år", shown(class), wanted.from()));
    }
    if let Some(class) = high.filter(|_| lacking.contains(&wanted.to())) {
        reasons.push(format!("klassen {} slutar efter {} år", shown(class), wanted.to()));
    }
    if reasons.is_empty() {
        let missing = spans(&lacking);
        let missing = if missing.is_empty() {
            "klasser som går omlott".to_owned()
        } else {
            format!("{missing} saknas")
        };
        reasons.push(missing);
    }
    format!("{wanted} kan inte summeras av filens åldrar: {}", swedish::list::listed(&reasons))
}

/// Ages in order, neighbours together: `16–19 år, 24 år`.
pub(super) fn spans(ages: &[u8]) -> String {
    let mut spans: Vec<(u8, u8)> = Vec::new();
    for age in ages {
        match spans.last_mut() {
            Some((_, to)) if to.checked_add(1) == Some(*age) => *to = *age,
            _ => spans.push((*age, *age)),
        }
    }
    let shown = spans.into_iter().map(|(from, to)| Age::Class { from, to }.to_string());
    shown.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ages(list: &[(u8, u8)]) -> BTreeSet<Age> {
        list.iter().map(|(from, to)| Age::Class { from: *from, to: *to }).collect()
    }

    fn wanted(from: u8, to: u8) -> Ages {
        Ages::new(from, to).unwrap()
    }

    #[test]
    fn single_years_are_put_together() {
        let all: Vec<(u8, u8)> = (0..=99).map(|age| (age, age)).collect();
        let tiles = tile(&ages(&all), wanted(16, 64)).unwrap();
        assert_eq!(
            (tiles.len(), tiles.first(), tiles.last()),
            (49, Some(&Age::one(16)), Some(&Age::one(64)))
        );
    }

    #[test]
    fn an_exact_class_is_used_and_classes_may_be_mixed_with_years() {
        let class = Age::Class { from: 16, to: 64 };
        assert_eq!(tile(&ages(&[(0, 15), (16, 64), (16, 65), (18, 64)]), wanted(16, 64)), Ok(vec![class]));
        let mixed = ages(&[(15, 19), (16, 16), (17, 19), (20, 64)]);
        assert_eq!(tile(&mixed, wanted(16, 64)).unwrap().len(), 3);
    }

    #[test]
    fn classes_that_do_not_fit_say_why() {
        let five: Vec<(u8, u8)> = (0..20).map(|at| (at * 5, at * 5 + 4)).collect();
        assert!(tile(&ages(&five), wanted(20, 64)).is_ok());
        let why = tile(&ages(&five), wanted(16, 64)).unwrap_err();
        assert_eq!(why, "16–64 år kan inte summeras av filens åldrar: klassen 15–19 år börjar före 16 år");
        let why = tile(&ages(&five), wanted(18, 66)).unwrap_err();
        assert!(
            why.ends_with("klassen 15–19 år börjar före 18 år och klassen 65–69 år slutar efter 66 år"),
            "{why}"
        );
        let holes: Vec<(u8, u8)> =
            (16..=64).filter(|age| ![30, 31, 40].contains(age)).map(|a| (a, a)).collect();
        let why = tile(&ages(&holes), wanted(16, 64)).unwrap_err();
        assert!(why.ends_with("30–31 år, 40 år saknas"), "{why}");
        let why = tile(&BTreeSet::from([Age::All]), wanted(16, 64)).unwrap_err();
        assert_eq!(why, "filen har bara alla åldrar tillsammans, inte 16–64 år");
        let why = tile(&ages(&[(16, 40), (30, 64)]), wanted(16, 64)).unwrap_err();
        assert!(why.contains("omlott"), "{why}");
    }
}
