//! What is written can be read back with the same figures, in a spreadsheet as in ours.

use std::io::Cursor;

use allocation::fraction::Fraction;
use calamine::{Data, DataType, Reader, Xlsx};
use exchange::workbook::{Cell, Column, Kind, Sheet, Workbook};
use jiff::civil::date;
use proptest::prelude::*;

fn sheet(rows: Vec<Vec<Cell>>) -> Sheet {
    Sheet {
        name: "Blad".to_owned(),
        title: "En tabell".to_owned(),
        notes: vec!["En not.".to_owned()],
        columns: vec![
            Column::new("Namn", Kind::Text),
            Column::new("Antal", Kind::Integer),
            Column::new("Belopp", Kind::Kronor),
            Column::new("Andel", Kind::Percent),
            Column::new("Dag", Kind::Date),
            Column::new("Mått", Kind::Decimal),
        ],
        rows,
    }
}

fn book(rows: Vec<Vec<Cell>>) -> Workbook {
    Workbook { title: "Prov".to_owned(), sheets: vec![sheet(rows)] }
}

/// The cells of the first sheet, from the row after the headings.
fn read_back(bytes: &[u8]) -> Vec<Vec<Data>> {
    let mut read: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let range = read.worksheet_range_at(0).unwrap().unwrap();
    range.rows().skip(3).map(<[Data]>::to_vec).collect()
}

#[test]
fn every_kind_of_cell_comes_back() {
    let rows = vec![
        vec![
            Cell::text("=inte en formel"),
            Cell::Integer(-12),
            Cell::Kronor(160_000_050),
            Cell::percent(Fraction::new(-1, 8)),
            Cell::date(Some(date(2026, 11, 30))),
            Cell::Thousandths(1_234_500),
        ],
        vec![Cell::text("tom"), Cell::Missing, Cell::Missing, Cell::Missing, Cell::Missing, Cell::Missing],
    ];
    let read = read_back(&book(rows).xlsx(date(2026, 1, 2)).unwrap());
    assert_eq!(read[0][0], Data::String("=inte en formel".to_owned()));
    assert_eq!(read[0][1], Data::Float(-12.0));
    assert_eq!(read[0][2], Data::Float(1_600_000.5));
    assert_eq!(read[0][3], Data::Float(-0.125));
    let Data::DateTime(day) = read[0][4] else { panic!("{:?}", read[0][4]) };
    assert_eq!(
        (day.to_ymd_hms_milli().0, day.to_ymd_hms_milli().1, day.to_ymd_hms_milli().2),
        (2026, 11, 30)
    );
    assert_eq!(read[0][5], Data::Float(1234.5));
    assert_eq!(read[1][1..], [const { Data::Empty }; 5]);
}

#[test]
fn the_same_tables_and_day_give_the_same_bytes() {
    let book = book(vec![vec![Cell::text("a"), Cell::Integer(1)]]);
    let first = book.xlsx(date(2026, 1, 2)).unwrap();
    assert_eq!(book.xlsx(date(2026, 1, 2)).unwrap(), first);
    assert_ne!(book.xlsx(date(2026, 1, 3)).unwrap(), first);
    let mut archive = zip::ZipArchive::new(Cursor::new(first)).unwrap();
    let mut core = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("docProps/core.xml").unwrap(), &mut core).unwrap();
    assert!(core.contains("<dc:title>Prov</dc:title>") && core.contains("2026-01-02T00:00:00Z"), "{core}");
}

#[test]
fn the_headings_stay_and_amounts_have_their_unit() {
    let rows = vec![vec![Cell::text("a"), Cell::Integer(1), Cell::Kronor(100)]];
    let mut archive = zip::ZipArchive::new(Cursor::new(book(rows).xlsx(date(2026, 1, 2)).unwrap())).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut text).unwrap();
        text
    };
    let sheet = part("xl/worksheets/sheet1.xml");
    assert!(sheet.contains("ySplit=\"3\"") && sheet.contains("state=\"frozen\""), "{sheet}");
    assert!(part("xl/styles.xml").contains("#,##0\u{a0}&quot;kr&quot;"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn kronor_are_exact_whatever_they_are(amounts in prop::collection::vec(any::<i64>(), 1..20)) {
        let rows = amounts.iter().map(|ore| vec![Cell::text("a"), Cell::Missing, Cell::Kronor(*ore)]).collect();
        let read = read_back(&book(rows).xlsx(date(2026, 1, 2)).unwrap());
        for (ore, row) in amounts.iter().zip(read) {
            // An amount of more digits than a spreadsheet keeps is written as words.
            let text = row[2].as_string().unwrap_or_default();
            prop_assert_eq!(swedish::number::parse_scaled(&text, 2).ok(), (*ore != i64::MIN).then_some(*ore));
        }
    }

    #[test]
    fn ordinary_amounts_are_numbers(ore in -99_999_999_999_999_i64..=99_999_999_999_999) {
        let rows = vec![vec![Cell::text("a"), Cell::Missing, Cell::Kronor(ore)]];
        let read = read_back(&book(rows).xlsx(date(2026, 1, 2)).unwrap());
        let Data::Float(number) = read[0][2] else { panic!("{:?}", read[0][2]) };
        prop_assert_eq!(swedish::number::parse_scaled(&number.to_string(), 2), Ok(ore));
    }
}
