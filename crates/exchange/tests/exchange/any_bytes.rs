//! Whatever the bytes: an answer or a fault, never a panic; and the order of rows and columns means nothing.

use allocation::statistics::SeriesKind;
use exchange::choices::{Choices, Moment};
use exchange::preview::Preview;
use exchange::register::Register;
use exchange::source::Source;
use proptest::prelude::*;

use crate::sample::{Row, json_stat, px_json, register, rows, spreadsheet};

/// Reads and looks in every way there is.
fn look(bytes: &[u8], register: &Register) -> Option<Preview> {
    let source = Source::read(bytes, None).ok()?;
    for measure in [None, Some(SeriesKind::Need), Some(SeriesKind::Inhabitants)] {
        for moment in [None, Some(Moment::Year(2019)), Some(Moment::MeanOfMonths(2019))] {
            let preview = Preview::of(&source, register, &Choices { measure, moment, ..Choices::default() });
            assert!(!preview.sentences().is_empty());
        }
    }
    let inhabitants = Choices { measure: Some(SeriesKind::Inhabitants), ..Choices::default() };
    Some(Preview::of(&source, register, &inhabitants))
}

/// Texts that stand in tables, and some that should not.
const KNOWN: &[&str] = &[
    "region",
    "ålder",
    "kön",
    "2019",
    "X2019",
    "Folkmängd 2019",
    "0680 Jönköping",
    "0683",
    "00 Riket",
    "16 år",
    "16-64 år",
    "100+ år",
    "män",
    "2",
    "..",
    "",
    "1 234,5",
    "-1",
    "2019M01",
    "tabellinnehåll",
    "\"",
    "#",
    "värde",
];

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![prop::sample::select(KNOWN).prop_map(str::to_owned), any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        look(&bytes, &register());
    }

    #[test]
    fn arbitrary_tables_never_panic(
        rows in prop::collection::vec(prop::collection::vec(cell(), 0..6), 0..12),
        sign in prop::sample::select(&[",", ";", "\t"][..]),
    ) {
        let text: Vec<String> = rows.iter().map(|row| row.join(sign)).collect();
        look(text.join("\n").as_bytes(), &register());
    }

    #[test]
    fn json_that_was_cut_or_changed_never_panics(
        wrapped in any::<bool>(),
        own in any::<bool>(),
        at in any::<prop::sample::Index>(),
        to in any::<char>(),
    ) {
        // One municipality: the shape is the same as that of many.
        let few: Vec<Row> = rows().into_iter().take(202).collect();
        let text = if own { px_json(&few) } else { json_stat(&few, wrapped) };
        let letters: Vec<char> = text.chars().collect();
        let place = at.index(letters.len());
        let changed: String = letters[..place].iter().chain([&to]).chain(&letters[place + 1..]).collect();
        look(changed.as_bytes(), &register());
        look(letters[..place].iter().collect::<String>().as_bytes(), &register());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn spreadsheets_that_were_changed_never_panic(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = small_sheet();
        for (at, to) in changes {
            let place = at.index(bytes.len());
            bytes[place] = to;
        }
        look(&bytes, &register());
    }

    #[test]
    fn the_order_of_rows_and_columns_means_nothing(
        columns in Just(vec![0_usize, 1, 2, 3]).prop_shuffle(),
        rows in Just((0..40_usize).collect::<Vec<_>>()).prop_shuffle(),
        counts in prop::collection::vec(0_u32..100_000, 40),
    ) {
        let (codes, sexes) = (["0680", "0683", "0686", "0687"], ["män", "kvinnor"]);
        let classes = ["16–19 år", "20–24 år", "25–39 år", "40–54 år", "55–64 år"];
        let row = |at: usize| {
            let (code, class, sex) = (codes[at / 10], classes[at / 2 % 5], sexes[at % 2]);
            [code.to_owned(), class.to_owned(), sex.to_owned(), counts[at].to_string()]
        };
        let head = ["region", "ålder", "kön", "2019"].map(str::to_owned);
        let table = |columns: &[usize], rows: &[usize]| {
            let line = |cells: [String; 4]| columns.iter().map(|at| cells[*at].clone()).collect::<Vec<_>>().join(";");
            let lines: Vec<String> =
                std::iter::once(line(head.clone())).chain(rows.iter().map(|at| line(row(*at)))).collect();
            lines.join("\n")
        };
        let in_order = table(&[0, 1, 2, 3], &(0..40).collect::<Vec<_>>());
        let first = look(in_order.as_bytes(), &register()).unwrap();
        let turned = look(table(&columns, &rows).as_bytes(), &register()).unwrap();
        let sum: u64 = counts.iter().map(|count| u64::from(*count) * 1000).sum();
        prop_assert_eq!(first.figures.as_ref().map(|figures| (figures.known, figures.sum)), Some((4, sum)));
        prop_assert_eq!(turned.series(), first.series());
        prop_assert_eq!(turned.found.matched, first.found.matched);
    }
}

fn small_sheet() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (cells, row) in [["region", "ålder", "2019"], ["0680", "16-64 år", "1"]].iter().zip(0..) {
        for (cell, column) in cells.iter().zip(0..) {
            sheet.write(row, column, *cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_spreadsheet_that_was_cut_is_a_fault() {
    let bytes = spreadsheet();
    for length in [4, 100, bytes.len() / 2, bytes.len() - 1] {
        assert!(Source::read(&bytes[..length], None).is_err(), "{length}");
    }
}

#[test]
fn a_file_of_strangers_and_one_of_columns_are_read_in_one_pass() {
    let once = |text: String| {
        Preview::of(&Source::read(text.as_bytes(), None).unwrap(), &register(), &Choices::default())
    };
    let rows: String = (0..30_000).map(|at| format!("Okänd {at};{at}\n")).collect();
    let strangers = once(format!("region;2019\n{rows}"));
    assert_eq!((strangers.found.unknown.len(), strangers.found.unknown_count), (200, 30_000));
    let columns = |count: usize| format!("region{}\n0680{}\n", ";a".repeat(count), ";1".repeat(count));
    assert_eq!(once(columns(8_000)).found.columns.len(), 8_001);
    let fault = Source::read(columns(17_000).as_bytes(), None).unwrap_err().to_string();
    assert!(fault.starts_with("Tabellen har fler än 16 384 kolumner."), "{fault}");
}
