//! Statistics for municipalities: which figures may be used, with years kept apart and missing kept missing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use swedish::number::{NumberError, parse_scaled_unsigned};

/// What a series counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeriesKind {
    /// The need measure (sv. försörjningsmått): full-year equivalents, 20–64 years.
    Need,
    /// Inhabitants 16–64 years, for the state's model.
    Inhabitants,
    /// Inhabitants 18–64 years, for the municipalities' own key.
    KeyInhabitants,
}

impl SeriesKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Need, Self::Inhabitants, Self::KeyInhabitants];

    /// What it is called in Swedish.
    #[must_use]
    pub const fn swedish(self) -> &'static str {
        match self {
            Self::Need => "försörjningsmått",
            Self::Inhabitants => "invånare 16–64 år",
            Self::KeyInhabitants => "invånare 18–64 år",
        }
    }
}

/// What a zero means in a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ZeroMeans {
    /// A count that really is zero.
    Zero,
    /// A report that never came: the need measure has zero for municipalities that did not report.
    Missing,
}

impl ZeroMeans {
    /// How the national statistics use zero for a measure.
    #[must_use]
    pub const fn of(measure: SeriesKind) -> Self {
        match measure {
            SeriesKind::Need => Self::Missing,
            SeriesKind::Inhabitants | SeriesKind::KeyInhabitants => Self::Zero,
        }
    }
}

/// Why a cell holds no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhyMissing {
    /// Nothing was written.
    Empty,
    /// The source's own sign for no figure (`..`, `.` or `-`).
    Marked,
    /// A zero that in this series means that no report came.
    ZeroIsNoReport,
}

/// One cell of a table, read: a figure in thousandths, or why there is none.
///
/// # Errors
/// When the cell holds something that is neither a figure nor a sign for none.
pub fn read_cell(text: &str, zero: ZeroMeans) -> Result<Result<u64, WhyMissing>, NumberError> {
    match text.trim() {
        "" => return Ok(Err(WhyMissing::Empty)),
        "." | ".." | "..." | "-" | "\u{2013}" => return Ok(Err(WhyMissing::Marked)),
        _ => {}
    }
    let figure = parse_scaled_unsigned(text, 3)?;
    if figure == 0 && zero == ZeroMeans::Missing {
        return Ok(Err(WhyMissing::ZeroIsNoReport));
    }
    Ok(Ok(figure))
}

/// One measure, for one year, by municipality code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// What is measured.
    pub measure: SeriesKind,
    /// The year it describes; two years are never mixed in one series.
    pub year: i16,
    /// Whether the source says that the figures may change.
    pub preliminary: bool,
    /// Where it comes from, and on what terms.
    pub source: String,
    /// A figure in thousandths, or why there is none.
    pub values: BTreeMap<String, Result<u64, WhyMissing>>,
}

impl Series {
    /// The municipalities without a figure, and why.
    pub fn missing(&self) -> impl Iterator<Item = (&str, WhyMissing)> {
        self.values.iter().filter_map(|(code, value)| value.err().map(|why| (code.as_str(), why)))
    }

    /// A municipality's figure in thousandths; `None` when it is missing.
    #[must_use]
    pub fn figure(&self, code: &str) -> Option<u64> {
        self.values.get(code).and_then(|value| value.ok())
    }

    /// The sum in thousandths, or the codes that are missing: a sum with holes would be understated.
    ///
    /// # Errors
    /// The codes without a figure.
    pub fn sum<'a>(&self, codes: impl IntoIterator<Item = &'a str>) -> Result<u64, Vec<String>> {
        let (mut sum, mut missing) = (0_u64, Vec::new());
        for code in codes {
            match self.figure(code).and_then(|figure| sum.checked_add(figure)) {
                Some(next) => sum = next,
                None => missing.push(code.to_owned()),
            }
        }
        if missing.is_empty() { Ok(sum) } else { Err(missing) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zero_in_the_need_series_is_a_report_that_never_came() {
        let need = ZeroMeans::of(SeriesKind::Need);
        assert_eq!(read_cell("0", need), Ok(Err(WhyMissing::ZeroIsNoReport)));
        assert_eq!(read_cell("0", ZeroMeans::of(SeriesKind::Inhabitants)), Ok(Ok(0)));
        assert_eq!(read_cell("..", need), Ok(Err(WhyMissing::Marked)));
        assert_eq!(read_cell(" ", need), Ok(Err(WhyMissing::Empty)));
        assert_eq!(read_cell("1 234,5", need), Ok(Ok(1_234_500)));
        assert_eq!(read_cell("många", need), Err(NumberError::NotANumber));
    }

    #[test]
    fn a_sum_with_holes_is_no_sum() {
        let values = [("0680".to_owned(), Ok(5000)), ("0643".to_owned(), Err(WhyMissing::Marked))].into();
        let series = Series {
            measure: SeriesKind::Need,
            year: 2019,
            preliminary: true,
            source: "prov".to_owned(),
            values,
        };
        assert_eq!(series.sum(["0680"]), Ok(5000));
        assert_eq!(series.sum(["0680", "0643", "9999"]), Err(vec!["0643".to_owned(), "9999".to_owned()]));
        assert_eq!(series.missing().collect::<Vec<_>>(), [("0643", WhyMissing::Marked)]);
    }
}
