//! What a file holds and what comes of it, as a page shows it: bounded, whatever the file is.

use std::collections::BTreeMap;

use desk::visitor::Visitor;
use domain::national::NationalYear;
use exchange::fault::Place;
use exchange::meaning::Sex;
use exchange::preview::{Figures as Taken, Found as FoundIn, Preview};
use kit::Lang;

use crate::pages::statistics::preview::{Figures, Found, Standing};

/// How many texts of a kind are shown.
const SHOWN: usize = 12;
/// How much of a text is shown.
const TEXT: usize = 200;
/// How much of a sentence is shown.
const SENTENCE: usize = 600;
/// How many rows of the result are shown.
const ROWS: usize = 10;

/// The beginning of a text.
pub(super) fn short(text: &str, letters: usize) -> String {
    match text.char_indices().nth(letters) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

/// Sentences, none longer than a page bears.
pub(super) fn sentences<T: ToString>(all: &[T]) -> Vec<String> {
    all.iter().map(|sentence| short(&sentence.to_string(), SENTENCE)).collect()
}

/// What a file holds.
pub(super) fn found(lang: Lang, found: &FoundIn) -> Found {
    let some = |texts: &[String]| texts.iter().take(SHOWN).map(|text| short(text, TEXT)).collect();
    let place = |place: Place| match place {
        Place::Row(number) => lang.ta("statistics-at-row", &[("number", number.to_string().into())]),
        Place::Value(number) => lang.ta("statistics-at-value", &[("number", number.to_string().into())]),
    };
    let unknown = found.unknown.iter().take(SHOWN).map(|region| {
        let (text, place) = (short(&region.text, TEXT), place(region.place));
        lang.ta("statistics-unknown-at", &[("text", text.into()), ("place", place.into())])
    });
    let times: Vec<String> = found.times.iter().map(ToString::to_string).collect();
    Found {
        format: found.format.clone(),
        sheet: found.sheet.as_deref().map(|sheet| short(sheet, TEXT)),
        title: found.title.as_deref().map(|title| short(title, TEXT)),
        notes: some(&found.notes),
        rows: found.rows,
        matched: found.matched.len(),
        of: found.of,
        absent: found.absent.iter().map(|municipality| municipality.name.clone()).collect(),
        unknown: unknown.collect(),
        unknown_more: found.unknown.len().saturating_sub(SHOWN),
        left_out: some(&found.left_out),
        times: short(&times.join(", "), TEXT),
        ages: short(&found.ages_shown, TEXT),
        sexes: found.sexes.iter().copied().map(Sex::swedish).collect::<Vec<_>>().join(", "),
    }
}

/// The figures that come of it, beside those that stand.
pub(super) fn figures(visitor: &Visitor, preview: &Preview) -> Option<Figures> {
    let taken = preview.figures.as_ref()?;
    let series = &taken.series;
    let mut missing: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for one in &taken.missing {
        missing.entry(&one.sentence).or_default().push(one.municipality.name.clone());
    }
    let names = preview.found.matched.iter().map(|municipality| &municipality.name);
    let rows = series.values.iter().zip(names).take(ROWS);
    Some(Figures {
        kind: series.measure,
        year: series.year,
        known: taken.known,
        sum: taken.sum,
        country: taken.country,
        whole: taken.missing.is_empty() && preview.found.absent.is_empty(),
        missing: missing.into_iter().map(|(reason, names)| (reason.to_owned(), names)).collect(),
        first: rows.map(|((code, value), name)| (code.clone(), name.clone(), *value)).collect(),
        standing: standing(visitor, taken),
    })
}

/// What stands for the same kind and year.
fn standing(visitor: &Visitor, taken: &Taken) -> Option<Standing> {
    let series = &taken.series;
    let look = |national: &NationalYear| {
        let (meta, before) = national.series.get(&series.measure)?.last()?;
        let codes = series.values.keys().chain(before.series.values.keys());
        let codes: std::collections::BTreeSet<&String> = codes.collect();
        let other = |code: &&&String| series.values.get(**code) != before.series.values.get(**code);
        let on = visitor.app().in_sweden(meta.at).date();
        Some(Standing { on, differ: codes.iter().filter(other).count() })
    };
    visitor.app().engine().read_on::<NationalYear, _>(&series.year.to_string(), look).flatten()
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_long_text_is_cut_between_letters() {
        assert_eq!(short("åäö", 3), "åäö");
        assert_eq!(short("åä öå", 3), "åä…");
        assert_eq!(short("", 3), "");
    }
}
