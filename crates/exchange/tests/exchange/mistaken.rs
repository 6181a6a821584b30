//! What was once read wrongly in silence: each is asked about, told or read as it is meant.

use allocation::statistics::SeriesKind;
use exchange::choices::{Choices, Moment, Role, Separator};
use exchange::preview::About;
use rust_xlsxwriter::Workbook;

use crate::sample::preview;

fn need() -> Choices {
    let moment = Some(Moment::Year(2019));
    Choices {
        measure: Some(SeriesKind::Need),
        moment,
        ages: Some("20-64".parse().unwrap()),
        ..Choices::default()
    }
}

#[test]
fn a_sign_before_three_digits_is_asked_about_and_never_guessed() {
    for sign in [",", "."] {
        let file = format!("kommun;Summa\nJönköping;7{sign}412\nVärnamo;2{sign}150\nMullsjö;271\n");
        let asked = preview(file.as_bytes(), &need());
        assert_eq!(asked.questions.iter().map(|q| q.about.clone()).collect::<Vec<_>>(), [About::Separator]);
        assert!(asked.series().is_none());
        let keys: Vec<&str> = asked.questions[0].options.iter().map(|option| option.key.as_str()).collect();
        assert_eq!(keys, ["tusental", "decimaler"]);
        let read = |separator| {
            let chosen = Choices { separator: Some(separator), ..need() };
            let read = preview(file.as_bytes(), &chosen);
            let series = read.series().unwrap();
            (series.figure("0680"), series.figure("0683"), series.figure("0642"))
        };
        assert_eq!(read(Separator::Thousands), (Some(7_412_000), Some(2_150_000), Some(271_000)));
        assert_eq!(read(Separator::Decimals), (Some(7_412), Some(2_150), Some(271_000)));
    }
    // One figure with other decimals says what the sign is.
    let plain = preview("kommun;Summa\nJönköping;7,412\nVärnamo;2,15\n".as_bytes(), &need());
    assert!(plain.questions.is_empty(), "{:?}", plain.questions);
}

#[test]
fn a_column_of_figures_that_cannot_be_read_is_told_and_not_dropped() {
    let file = "kommun;Summa bistånd;Antal\nJönköping;12.345,5;3\nVärnamo;2.150,5;4\n";
    let read = preview(file.as_bytes(), &need());
    let fault = read.faults.first().map(ToString::to_string).unwrap_or_default();
    assert!(fault.contains("12.345,5") && fault.contains("Summa bistånd"), "{fault}");
    assert!(read.series().is_none());
    let roles = [("Summa bistånd".to_owned(), Role::Ignored)].into();
    let chosen = preview(file.as_bytes(), &Choices { roles, ..need() });
    assert!(
        chosen
            .remarks
            .iter()
            .any(|remark| remark.contains("inte används") && remark.contains("Summa bistånd")),
        "{:?} {:?} {:?}",
        chosen.remarks,
        chosen.questions,
        chosen.found.columns
    );
}

#[test]
fn the_first_line_of_a_spreadsheets_export_is_not_the_source() {
    let file = "sep=;\nkommun;Summa\nJönköping;7412\n";
    let read = preview(file.as_bytes(), &need());
    assert_eq!(read.series().unwrap().figure("0680"), Some(7_412_000));
    assert!(!read.taken.source.contains("sep"), "{}", read.taken.source);
    assert_eq!(read.found.title, None);
}

#[test]
fn region_gotland_is_a_municipality() {
    let read = preview("region;Summa\nRegion Gotland;500\nJönköping;400\n".as_bytes(), &need());
    assert_eq!(read.series().unwrap().figure("0980"), Some(500_000));
    assert_eq!(read.found.left_out, Vec::<String>::new());
}

#[test]
fn months_that_a_spreadsheet_made_days_of_are_months() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "kommun").unwrap().write(0, 1, "månad").unwrap().write(0, 2, "Summa").unwrap();
    for month in 1..=12_u32 {
        sheet.write(month, 0, "Jönköping").unwrap();
        sheet.write(month, 1, format!("2019-{month:02}-01")).unwrap();
        sheet.write(month, 2, 120).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let chosen = Choices { moment: Some(Moment::MeanOfMonths(2019)), ..need() };
    let read = preview(&bytes, &chosen);
    assert_eq!(read.series().unwrap().figure("0680"), Some(120_000));
    assert!(read.remarks.iter().any(|remark| remark.contains("läses som månader")), "{:?}", read.remarks);
}
