//! Holds that every pair of ink and ground in the style sheet can be read, in light and in dark (WCAG 1.4.3, 1.4.11).
#![expect(clippy::float_arithmetic, reason = "relative luminance is defined in real numbers")]

use std::collections::BTreeMap;

const STYLE: &str = include_str!("../../static/samordna.css");
const ALLOCATION: &str = include_str!("../../../../wings/allocation/style.css");

/// Ink on ground: at least 4.5 to 1.
const TEXT: &[(&str, &str)] = &[
    ("ink", "paper"),
    ("ink", "sheet"),
    ("ink", "shade"),
    ("ink-soft", "paper"),
    ("ink-soft", "sheet"),
    ("ink-soft", "shade"),
    ("accent", "paper"),
    ("accent", "sheet"),
    ("accent", "shade"),
    ("accent", "accent-wash"),
    ("on-accent", "accent"),
    ("ink", "accent-wash"),
    ("ink", "done-wash"),
    ("ink", "late-wash"),
    ("ink", "stop-wash"),
    ("done", "done-wash"),
    ("late", "late-wash"),
    ("stop", "stop-wash"),
    ("stop", "paper"),
    ("stop", "sheet"),
    ("wait", "wait-wash"),
    ("wait", "sheet"),
];
/// Edges of fields and rings of focus: at least 3 to 1.
const EDGES: &[(&str, &str)] =
    &[("edge", "paper"), ("edge", "sheet"), ("focus", "paper"), ("focus", "sheet")];

type Tokens = BTreeMap<String, String>;

/// The colours that a block sets.
fn colours(block: &str) -> Tokens {
    let pairs = block.split(';').filter_map(|line| line.rsplit_once("--")?.1.split_once(':'));
    let colour = |(name, value): (&str, &str)| {
        let value = value.trim();
        value.starts_with('#').then(|| (name.trim().to_owned(), value.to_owned()))
    };
    pairs.filter_map(colour).collect()
}

/// The tokens of each accent, in light or in dark.
fn schemes(css: &str) -> Vec<Tokens> {
    let root = colours(css.split(":root {").nth(1).unwrap().split('}').next().unwrap());
    let accents = css.split("[data-accent=\"").skip(1).map(|a| colours(a.split('}').next().unwrap()));
    let mut all = vec![root.clone()];
    all.extend(accents.map(|accent| root.clone().into_iter().chain(accent).collect()));
    all
}

fn luminance(colour: &str) -> f64 {
    let digits = colour.trim_start_matches('#');
    let part = |at: usize| {
        let c = f64::from(u8::from_str_radix(&digits[at..at + 2], 16).unwrap()) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn everything_can_be_read_in_every_accent_in_light_and_in_dark() {
    let tokens = STYLE.split("/* Ground */").next().unwrap();
    let (light, dark) = tokens.split_once("@media (prefers-color-scheme: dark)").unwrap();
    let mut weak = Vec::new();
    for (name, half) in [("light", light), ("dark", dark)] {
        let schemes = schemes(half);
        assert_eq!(schemes.len(), 6, "{name} has one scheme for each accent");
        for (at, scheme) in schemes.iter().enumerate() {
            let pairs = TEXT.iter().map(|p| (p, 4.5)).chain(EDGES.iter().map(|p| (p, 3.0)));
            for ((ink, ground), least) in pairs {
                let ratio = contrast(&scheme[*ink], &scheme[*ground]);
                if ratio < least {
                    weak.push(format!("{name} accent {at}: {ink} on {ground} is {ratio:.2}, least {least}"));
                }
            }
        }
    }
    assert!(weak.is_empty(), "{weak:#?}");
}

#[test]
fn a_letter_on_a_map_can_be_read_on_every_colour() {
    let tokens = STYLE.split("/* Ground */").next().unwrap();
    let (light, dark) = tokens.split_once("@media (prefers-color-scheme: dark)").unwrap();
    let maps: Vec<Tokens> =
        ALLOCATION.split(":root {").skip(1).map(|b| colours(b.split('}').next().unwrap())).collect();
    assert_eq!(maps.len(), 2, "one palette for light and one for dark");
    for (half, map) in [light, dark].into_iter().zip(&maps) {
        let ink = &schemes(half)[0]["ink"];
        for hue in 0..6 {
            let ratio = contrast(ink, &map[&format!("map-{hue}")]);
            assert!(ratio >= 4.5, "map-{hue} has {ratio:.2}");
        }
    }
}

#[test]
fn the_measure_is_right_at_its_ends() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((contrast("#777777", "#777777") - 1.0).abs() < 1e-9);
}
