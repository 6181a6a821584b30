//! Adds up what was settled: every part of a municipality's figure exactly once, or no figure.

use std::collections::BTreeMap;

use allocation::statistics::{SeriesKind, WhyMissing, ZeroMeans, read_cell};
use swedish::number::NumberError;

use super::reading::{Figures, Of, Reading};
use super::settle::{Settled, is_ambiguous};
use crate::choices::Moment;
use crate::fault::{Fault, Place, cut};
use crate::register::Kind;

/// The most faults that are told at once.
const TOLD: usize = 20;

/// What one municipality, or the country, has.
#[derive(Debug, Default)]
struct Parts {
    /// The parts that are added, and the row of each.
    added: BTreeMap<Of, (Result<u64, WhyMissing>, usize)>,
    /// The parts that tell whether a report came.
    report: BTreeMap<Of, u64>,
}

/// A figure, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Collected {
    pub(super) value: Result<u64, WhyMissing>,
    /// Why there is none, as the end of a sentence.
    pub(super) why: String,
}

/// What was added up.
#[derive(Debug, Default)]
pub(super) struct Sums {
    pub(super) municipalities: BTreeMap<usize, Collected>,
    pub(super) country: Option<u64>,
    pub(super) faults: Vec<Fault>,
    /// How many figures were rounded to thousandths.
    pub(super) rounded: usize,
}

/// Which of the wanted contents a figure has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Added,
    Report,
    Neither,
}

/// Adds up the figures of every municipality.
pub(super) fn collect(reading: &Reading<'_>, settled: &Settled, measure: SeriesKind) -> Sums {
    let mut sums = Sums::default();
    let mut parts: BTreeMap<Kind, Parts> = BTreeMap::new();
    let thousands = settled.thousands;
    let mut cells = Cells { zero: ZeroMeans::of(measure), measure, thousands, read: BTreeMap::new() };
    for own in &reading.figures {
        let mut wanted: BTreeMap<Option<u32>, Wanted> = BTreeMap::new();
        for (row, kind) in reading.regions.iter().enumerate() {
            if !matches!(kind, Kind::Municipality(_) | Kind::Country) {
                continue;
            }
            let content = reading.content_cell(row);
            let wanted =
                *wanted.entry(content).or_insert_with(|| settled.wants(&reading.content_name(own, content)));
            if wanted == Wanted::Neither {
                continue;
            }
            let of = reading.of(own, row);
            if !settled.includes(&of) {
                continue;
            }
            let parts = parts.entry(*kind).or_default();
            let outcome = match wanted {
                Wanted::Added => add(reading, own, row, of, parts, &mut cells),
                Wanted::Report | Wanted::Neither => report(reading, own, row, of, parts, &mut cells),
            };
            if let Err(fault) = outcome {
                sums.faults.push(fault);
                if sums.faults.len() >= TOLD {
                    return sums;
                }
            }
        }
    }
    sums.rounded = cells.read.values().filter(|cell| cell.rounded).count();
    let expected = settled.expected();
    for (kind, parts) in &parts {
        let collected = settled.sum(parts, expected);
        match kind {
            Kind::Municipality(place) => {
                sums.municipalities.insert(*place, collected);
            }
            Kind::Country => sums.country = collected.value.ok(),
            Kind::County | Kind::Unknown => {}
        }
    }
    sums
}

impl Settled {
    fn wants(&self, content: &str) -> Wanted {
        if self.content.as_deref() == Some(content) {
            Wanted::Added
        } else if self.report.as_deref() == Some(content) {
            Wanted::Report
        } else {
            Wanted::Neither
        }
    }

    fn includes(&self, of: &Of) -> bool {
        fn among<T: PartialEq>(wanted: Option<&Vec<T>>, own: Option<&T>) -> bool {
            wanted.is_none_or(|wanted| own.is_some_and(|own| wanted.contains(own)))
        }
        among(self.times.as_ref(), of.time.as_ref())
            && among(self.ages.as_ref(), of.age.as_ref())
            && among(self.sexes.as_ref(), of.sex.as_ref())
            && self.others.iter().zip(&of.others).all(|(wanted, own)| wanted.contains(own))
    }

    /// How many parts a figure is made of.
    fn expected(&self) -> usize {
        let count = |length: Option<usize>| length.unwrap_or(1);
        let others = self.others.iter().map(|texts| texts.len().max(1));
        [
            count(self.times.as_ref().map(Vec::len)),
            count(self.ages.as_ref().map(Vec::len)),
            count(self.sexes.as_ref().map(Vec::len)),
        ]
        .into_iter()
        .chain(others)
        .fold(1, usize::saturating_mul)
    }

    fn sum(&self, parts: &Parts, expected: usize) -> Collected {
        let missing = |why, sentence: &str| Collected { value: Err(why), why: sentence.to_owned() };
        if parts.added.len() < expected {
            let sentence = format!("{} av {expected} tal finns i filen", parts.added.len());
            return missing(WhyMissing::Empty, &sentence);
        }
        let mut sum = 0_u64;
        for (part, _) in parts.added.values() {
            match part {
                Err(why) => return missing(*why, why_sentence(*why)),
                Ok(figure) => match sum.checked_add(*figure) {
                    Some(next) => sum = next,
                    None => return missing(WhyMissing::Empty, "summan är för stor"),
                },
            }
        }
        if !parts.report.is_empty() && parts.report.values().all(|figure| *figure == 0) {
            let sentence = "ekonomiskt bistånd är 0: kommunen har inte rapporterat, så summan är för låg";
            return missing(WhyMissing::ZeroIsNoReport, sentence);
        }
        let mean = matches!(self.moment, Some(Moment::MeanOfMonths(_)));
        // Half a thousandth or more becomes a whole one.
        let value = if mean { sum.saturating_add(6) / 12 } else { sum };
        Collected { value: Ok(value), why: String::new() }
    }
}

/// Why a figure is missing, as the end of a sentence.
const fn why_sentence(why: WhyMissing) -> &'static str {
    match why {
        WhyMissing::Empty => "cellen är tom",
        WhyMissing::Marked => "källan har tecknet för att uppgift saknas",
        WhyMissing::ZeroIsNoReport => "källan har 0, som här betyder att ingen rapport kom",
    }
}

/// Cells that have been read, by the number of their text.
struct Cells {
    zero: ZeroMeans,
    measure: SeriesKind,
    /// Whether a sign before three digits divides thousands.
    thousands: bool,
    read: BTreeMap<u32, Cell>,
}

#[derive(Clone)]
struct Cell {
    figure: Result<Result<u64, WhyMissing>, NumberError>,
    rounded: bool,
}

impl Cells {
    fn figure(&mut self, reading: &Reading<'_>, number: u32) -> Result<Result<u64, WhyMissing>, NumberError> {
        let (zero, thousands) = (self.zero, self.thousands);
        let cell = self.read.entry(number).or_insert_with(|| {
            let text = reading.source.texts.get(number).map_or("", |text| text.text.as_str());
            if thousands && is_ambiguous(text) {
                let bare: String = text.chars().filter(char::is_ascii_digit).collect();
                return read_figure(&bare, zero);
            }
            read_figure(text, zero)
        });
        cell.figure
    }
}

/// A cell as a figure in thousandths, with more decimals rounded away.
fn read_figure(text: &str, zero: ZeroMeans) -> Cell {
    let text = text.trim();
    let dots = !text.is_empty() && text.len() <= 6 && text.bytes().all(|byte| byte == b'.');
    let text = if dots { ".." } else { text };
    let figure = read_cell(text, zero);
    if figure != Err(NumberError::TooManyDecimals { allowed: 3 }) {
        return Cell { figure, rounded: false };
    }
    let (whole, decimals) = text.split_once([',', '.']).unwrap_or((text, ""));
    let kept = decimals.get(..3).unwrap_or(decimals);
    let up = decimals.as_bytes().get(3).is_some_and(|digit| *digit >= b'5');
    let raised = |figure: u64| figure.checked_add(u64::from(up)).ok_or(NumberError::TooLarge);
    let figure = match read_cell(&format!("{whole},{kept}"), ZeroMeans::Zero) {
        Ok(Ok(figure)) => raised(figure).map(|figure| {
            if figure == 0 && zero == ZeroMeans::Missing {
                Err(WhyMissing::ZeroIsNoReport)
            } else {
                Ok(figure)
            }
        }),
        other => other,
    };
    Cell { figure, rounded: true }
}

fn add(
    reading: &Reading<'_>,
    own: &Figures,
    row: usize,
    of: Of,
    parts: &mut Parts,
    cells: &mut Cells,
) -> Result<(), Fault> {
    let Some(number) = cell(reading, own, row) else { return Ok(()) };
    let value = cells.figure(reading, number).map_err(|error| unreadable(reading, own, row, error))?;
    let whole = value.is_ok_and(|figure| figure % 1000 != 0);
    if whole && cells.measure != SeriesKind::Need {
        let text = reading.source.texts.get(number).map_or("", |text| text.text.as_str());
        let problem = format!("”{}” är inte ett helt antal invånare", cut(text));
        let remedy =
            "Ta bort skiljetecknet om det delar tusental; ett komma eller en punkt läses som decimaltecken";
        return Err(told(reading, own, row, Fault::new(problem, remedy)));
    }
    if let Some((_, before)) = parts.added.insert(of, (value, row)) {
        let first = reading.source.place(before);
        let problem = format!("samma kommun, tid, ålder och kön finns redan på {first}");
        return Err(told(
            reading,
            own,
            row,
            Fault::new(problem, "Ta bort den ena, eller välj vad som skiljer dem åt"),
        ));
    }
    Ok(())
}

fn report(
    reading: &Reading<'_>,
    own: &Figures,
    row: usize,
    of: Of,
    parts: &mut Parts,
    cells: &mut Cells,
) -> Result<(), Fault> {
    let Some(number) = cell(reading, own, row) else { return Ok(()) };
    let value = cells.figure(reading, number).map_err(|error| unreadable(reading, own, row, error))?;
    parts.report.insert(of, value.unwrap_or(0));
    Ok(())
}

fn cell(reading: &Reading<'_>, own: &Figures, row: usize) -> Option<u32> {
    reading.source.columns.get(own.column)?.cells.get(row).copied()
}

fn unreadable(reading: &Reading<'_>, own: &Figures, row: usize, error: NumberError) -> Fault {
    let number = cell(reading, own, row).unwrap_or(u32::MAX);
    let text = reading.source.texts.get(number).map_or("", |text| text.text.as_str());
    let remedy = match error {
        NumberError::Negative => "Välj ett innehåll som är ett antal, inte en förändring",
        NumberError::TooLarge => "Kontrollera antalet siffror",
        NumberError::TooManyDecimals { .. } | NumberError::Empty | NumberError::NotANumber => {
            "Skriv siffror, eller två punkter (..) om uppgiften saknas"
        }
    };
    told(reading, own, row, Fault::new(format!("”{}”: {error}", cut(text)), remedy))
}

fn told(reading: &Reading<'_>, own: &Figures, row: usize, fault: Fault) -> Fault {
    let column = reading.source.columns.get(own.column).map_or("", |column| column.name.as_str());
    let place: Place = reading.source.place(row);
    fault.at(place).in_column(column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_decimals_than_three_are_rounded() {
        for (text, figure) in [("1.2345", 1235), ("1,23449", 1234), ("0,9996", 1000), ("271", 271_000)] {
            assert_eq!(read_figure(text, ZeroMeans::Missing).figure, Ok(Ok(figure)), "{text}");
        }
        let cell = read_figure("0.0001", ZeroMeans::Missing);
        assert_eq!((cell.figure, cell.rounded), (Ok(Err(WhyMissing::ZeroIsNoReport)), true));
        assert_eq!(read_figure("....", ZeroMeans::Zero).figure, Ok(Err(WhyMissing::Marked)));
        assert_eq!(read_figure("1.2.3", ZeroMeans::Zero).figure, Err(NumberError::NotANumber));
    }
}
