//! Maps: a county's municipalities by association, and the whole country by how much each association's money changes.
//!
//! The municipalities are drawn in one file that is fetched once; a map only says where each stands and what it means.
//! Colour never says anything alone: a county's associations have letters, and the tables have every figure.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use kit::Lang;
use maud::{Markup, html};

use super::reckoned::Reckoned;
use super::scope::Scope;
use crate::pages::statics;

mod country;
mod county;

/// Where each municipality stands in the drawing, made by `data/geometry/generate.py`.
const TABLE: &str = include_str!("../../../../../data/geometry/municipalities.csv");

/// A municipality's place in the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    x: i32,
    y: i32,
    width: i32,
    height: i32,
    label: (i32, i32),
}

static PLACES: LazyLock<BTreeMap<&'static str, Place>> = LazyLock::new(|| {
    let place = |line: &'static str| {
        let (code, rest) = line.split_once(',')?;
        let figures: Vec<i32> = rest.split(',').filter_map(|figure| figure.parse().ok()).collect();
        let [x, y, width, height, label_x, label_y] = figures.as_slice() else { return None };
        let label = (*label_x, *label_y);
        Some((code, Place { x: *x, y: *y, width: *width, height: *height, label }))
    };
    TABLE.lines().filter_map(place).collect()
});

/// The map of what is looked at; nothing when its municipalities are not in the drawing.
pub(super) fn show(lang: Lang, scope: &Scope<'_>, reckoned: &Reckoned) -> Markup {
    match scope.county {
        Some(_) => county::show(lang, scope, reckoned),
        None if reckoned.is_changed() => country::show(lang, reckoned),
        None => html! {},
    }
}

/// The part of the drawing that some municipalities fill, with a little air: x, y, width, height.
fn view_box<'a>(codes: impl IntoIterator<Item = &'a str>) -> Option<(i32, i32, i32, i32)> {
    let places: Vec<&Place> = codes.into_iter().filter_map(|code| PLACES.get(code)).collect();
    let left = places.iter().map(|p| p.x).min()?;
    let top = places.iter().map(|p| p.y).min()?;
    let right = places.iter().map(|p| p.x.saturating_add(p.width)).max()?;
    let bottom = places.iter().map(|p| p.y.saturating_add(p.height)).max()?;
    let air = (bottom.saturating_sub(top)).max(right.saturating_sub(left)) / 50 + 4;
    Some((left - air, top - air, right - left + 2 * air, bottom - top + 2 * air))
}

fn view_box_text((x, y, width, height): (i32, i32, i32, i32)) -> String {
    format!("{x} {y} {width} {height}")
}

/// A municipality of the drawing.
fn shape(code: &str) -> Markup {
    html! {
        @if PLACES.contains_key(code) { use href={ (*statics::MUNICIPALITIES_AT) "#k" (code) } {} }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::allocation::samples;

    #[test]
    fn every_municipality_is_drawn_and_has_its_place() {
        let drawing = include_str!("../../../municipalities.svg");
        let country = samples::country();
        assert_eq!(PLACES.len(), 290);
        assert_eq!(country.municipalities.len(), 290);
        for municipality in &country.municipalities {
            assert!(PLACES.contains_key(&*municipality.code), "{} has a place", municipality.name);
            assert!(
                drawing.contains(&format!("<path id=\"k{}\"", municipality.code)),
                "{}",
                municipality.name
            );
        }
    }

    #[test]
    fn a_name_is_written_where_its_municipality_stands() {
        for (code, place) in PLACES.iter() {
            let (x, y) = place.label;
            let inside =
                x >= place.x && x <= place.x + place.width && y >= place.y && y <= place.y + place.height;
            assert!(inside, "{code} has its letter inside");
        }
    }

    #[test]
    fn what_is_not_drawn_gives_no_map() {
        assert_eq!(view_box(["9999"]), None);
    }
}
