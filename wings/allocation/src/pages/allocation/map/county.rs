//! A county: which association each municipality belongs to, before and after.

use std::sync::Arc;

use allocation::scenario::{Country, Municipality};
use kit::Lang;
use maud::{Markup, html};

use super::{PLACES, shape, view_box, view_box_text};
use crate::pages::allocation::calculator::row_id;
use crate::pages::allocation::question::When;
use crate::pages::allocation::reckoned::Reckoned;
use crate::pages::allocation::scope::Scope;

/// How many colours there are; letters tell apart what has the same.
const HUES: usize = 6;

/// An association on the map: its letter and colour follow its municipalities, not its place in a list.
struct Marked {
    name: Arc<str>,
    municipalities: Vec<usize>,
    number: usize,
}

pub(super) fn show(lang: Lang, scope: &Scope<'_>, reckoned: &Reckoned) -> Markup {
    let here: Vec<(usize, &Municipality)> =
        reckoned.after.municipalities.iter().enumerate().filter(|(_, m)| scope.holds(m)).collect();
    let Some(area) = view_box(here.iter().map(|(_, m)| &*m.code)) else { return html! {} };
    let before = marked(scope, &reckoned.before, &[]);
    let after = marked(scope, &reckoned.after, &before);
    let same = before.len() == after.len()
        && before.iter().zip(&after).all(|(a, b)| a.name == b.name && a.municipalities == b.municipalities);
    let one = |label: Option<&str>, marks: &[Marked], when: When| {
        html! {
            figure.map-figure {
                @if let Some(label) = label { figcaption { (label) } }
                svg.map.map-county viewBox=(view_box_text(area)) {
                    @for (place, municipality) in &here { (draw(lang, area.3, *place, municipality, marks, when)) }
                }
                ul.map-legend {
                    @for mark in marks {
                        li { span.swatch data-hue=(mark.number % HUES) aria-hidden="true" { (letter(mark.number)) } (mark.name) }
                    }
                }
            }
        }
    };
    let county = scope.county.map_or("", |county| county.name.as_str());
    html! {
        section.maps aria-labelledby="karta" {
            h2 id="karta" { (lang.ta("allocation-map-county", &[("county", county.into())])) }
            p { (says(lang, &before, &after, here.len(), same)) }
            div.map-row {
                @if same {
                    (one(None, &after, When::After))
                } @else {
                    (one(Some(lang.t("allocation-before")), &before, When::Before))
                    (one(Some(lang.t("allocation-after")), &after, When::After))
                }
            }
        }
    }
}

/// The associations here with their numbers; one with the same municipalities as before keeps its number.
fn marked(scope: &Scope<'_>, country: &Country, earlier: &[Marked]) -> Vec<Marked> {
    let mut next = earlier.len();
    let all = scope.associations(country).into_iter().filter_map(|place| country.associations.get(place));
    all.map(|association| {
        let known = earlier.iter().find(|mark| mark.municipalities == association.municipalities);
        let number = known.map_or(next, |mark| mark.number);
        next = if known.is_some() { next } else { next.saturating_add(1) };
        Marked { name: association.name.clone(), municipalities: association.municipalities.clone(), number }
    })
    .collect()
}

/// What the map shows, in a sentence.
fn says(lang: Lang, before: &[Marked], after: &[Marked], municipalities: usize, same: bool) -> String {
    let names = |marks: &[Marked]| {
        let names: Vec<String> =
            marks.iter().map(|mark| format!("{} {}", letter(mark.number), mark.name)).collect();
        lang.listed(&names)
    };
    let count = ("count", municipalities.into());
    if same {
        lang.ta("allocation-map-county-same", &[count, ("names", names(after).into())])
    } else {
        lang.ta(
            "allocation-map-county-says",
            &[count, ("before", names(before).into()), ("after", names(after).into())],
        )
    }
}

fn draw(
    lang: Lang,
    height: i32,
    place: usize,
    municipality: &Municipality,
    marks: &[Marked],
    when: When,
) -> Markup {
    let mark = marks.iter().find(|mark| mark.municipalities.contains(&place));
    let name = mark.map_or(lang.t("allocation-map-alone"), |mark| &*mark.name);
    let title = format!("{}: {name}", municipality.name);
    let label = PLACES.get(&*municipality.code).map(|place| place.label);
    let body = html! {
        title { (title) }
        (shape(&municipality.code))
        @if let (Some(mark), Some((x, y))) = (mark, label) {
            text x=(x) y=(y) font-size=(height / 26) { (letter(mark.number)) }
        }
    };
    html! {
        @match mark {
            Some(mark) => {
                a href={ "#" (row_id(when, &mark.name)) } aria-label=(title) data-hue=(mark.number % HUES) { (body) }
            },
            None => { g.alone { (body) } },
        }
    }
}

/// A, B, C … and after Z a number.
fn letter(number: usize) -> String {
    match u8::try_from(number) {
        Ok(place) if place < 26 => char::from(b'A'.saturating_add(place)).to_string(),
        Ok(_) | Err(_) => number.saturating_add(1).to_string(),
    }
}
