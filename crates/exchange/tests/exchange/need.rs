//! The need measure: months, reports that never came, and ages as the statistics database has them.
//! The figures are made up; only the shape of the tables is real.

use allocation::statistics::{SeriesKind, WhyMissing};
use exchange::choices::{Choices, Moment, Pick};
use exchange::preview::{About, Preview};

use crate::sample::preview;

const YEAR: &str = "Kommunkod;Kommun;Sjukpenning;Ekonomiskt bistånd;Summa helårsekvivalenter\n\
                    0680;Jönköping;100;50;1 234,5\n\
                    0683;Värnamo;20;0;400\n\
                    0686;Eksjö;0;5;0\n\
                    0687;Tranås;1;2;..\n\
                    00;Riket;121;57;2000\n";

fn chosen() -> Choices {
    Choices { measure: Some(SeriesKind::Need), moment: Some(Moment::Year(2019)), ..Choices::default() }
}

fn why(preview: &Preview, code: &str) -> (WhyMissing, String) {
    let figures = preview.figures.as_ref().unwrap_or_else(|| panic!("{:#?}", preview.sentences()));
    let missing = figures.missing.iter().find(|missing| missing.municipality.code == code).unwrap();
    (missing.why, missing.sentence.clone())
}

#[test]
fn a_municipality_that_did_not_report_is_missing_and_not_low() {
    let preview = preview(YEAR.as_bytes(), &chosen());
    assert_eq!(preview.taken.content.as_deref(), Some("Summa helårsekvivalenter"));
    assert_eq!(preview.taken.report.as_deref(), Some("Ekonomiskt bistånd"));
    assert_eq!(preview.series().unwrap().figure("0680"), Some(1_234_500));
    let (reason, sentence) = why(&preview, "0683");
    assert_eq!(reason, WhyMissing::ZeroIsNoReport);
    assert!(sentence.contains("har inte rapporterat"), "{sentence}");
    assert_eq!(why(&preview, "0686").0, WhyMissing::ZeroIsNoReport);
    assert_eq!(why(&preview, "0687").0, WhyMissing::Marked);
    let figures = preview.figures.as_ref().unwrap();
    assert_eq!((figures.known, figures.sum, figures.country), (1, 1_234_500, Some(2_000_000)));
    let told = preview.sentences().join("\n");
    assert!(told.contains("så det är inte hela summan"), "{told}");
}

#[test]
fn without_assistance_on_its_own_the_reader_is_told_what_cannot_be_seen() {
    let text = "kommun;Helårsekvivalenter 2019\nJönköping;5\n";
    let preview = preview(text.as_bytes(), &Choices::default());
    assert_eq!(preview.taken.measure, Some(SeriesKind::Need));
    assert!(preview.remarks.iter().any(|remark| remark.contains("dess summa är då för låg")));
    assert_eq!(preview.series().unwrap().figure("0680"), Some(5000));
}

/// A table by month, as the statistics database has it.
fn monthly(months: u8, value: impl Fn(u8) -> u64) -> String {
    let mut text = "region;kön;åldersgrupp;tabellinnehåll;månad;värde\n".to_owned();
    for month in 1..=months {
        for (sex, share) in [("män", 1), ("kvinnor", 2)] {
            for (ages, more) in [("20–64 år", 0), ("20–65 år", 7)] {
                let count = value(month) * share + more;
                text.push_str(&format!(
                    "0680 Jönköping;{sex};{ages};Summa helårsekvivalenter;2019M{month:02};{count}\n\
                     0680 Jönköping;{sex};{ages};Folkmängd;2019M{month:02};90000\n"
                ));
            }
        }
    }
    text
}

#[test]
fn months_are_never_added_and_their_mean_is_a_choice() {
    let text = monthly(12, u64::from);
    let asked = preview(text.as_bytes(), &chosen());
    assert_eq!(asked.questions[0].about, About::Moment);
    assert!(asked.questions[0].sentence.contains("Filen har månader för 2019"));
    assert_eq!(asked.questions[0].options[0].key, "2019 medel");
    let moment = Some("2019 medel".parse().unwrap());
    let preview = preview(text.as_bytes(), &Choices { moment, ..chosen() });
    // 1 + 2 + … + 12 is 78; men once and women twice; divided by 12.
    assert_eq!(preview.series().unwrap().figure("0680"), Some(78 * 3 * 1000 / 12));
    assert!(preview.series().unwrap().source.contains("medelvärdet av de tolv månaderna 2019"));
    let may = Some("2019M05".parse().unwrap());
    let one = crate::sample::preview(text.as_bytes(), &Choices { moment: may, ..chosen() });
    assert_eq!(one.series().unwrap().figure("0680"), Some(15_000));
    assert!(one.series().unwrap().source.contains("2019M05"));
}

#[test]
fn a_mean_with_a_month_missing_is_missing() {
    let moment = Some(Moment::MeanOfMonths(2019));
    let preview = preview(monthly(11, u64::from).as_bytes(), &Choices { moment, ..chosen() });
    let (reason, sentence) = why(&preview, "0680");
    assert_eq!((reason, sentence.as_str()), (WhyMissing::Empty, "22 av 24 tal finns i filen"));
}

#[test]
fn a_mean_that_does_not_come_out_even_is_rounded_to_thousandths() {
    let moment = Some(Moment::MeanOfMonths(2019));
    let text = monthly(12, |_| 1).replacen(
        ";20–64 år;Summa helårsekvivalenter;2019M01;1\n",
        ";20–64 år;Summa helårsekvivalenter;2019M01;3\n",
        1,
    );
    let preview = preview(text.as_bytes(), &Choices { moment, ..chosen() });
    // Three every month and two more in January: 38 / 12 is 3,1666…
    assert_eq!(preview.series().unwrap().figure("0680"), Some(3167));
}

#[test]
fn another_content_can_be_picked() {
    let mut choices = chosen();
    choices.picks.insert("innehåll".to_owned(), Pick::Only("sjukpenning".to_owned()));
    assert_eq!(preview(YEAR.as_bytes(), &choices).series().unwrap().figure("0680"), Some(100_000));
    choices.picks.insert("innehåll".to_owned(), Pick::Only("okänt".to_owned()));
    let fault = preview(YEAR.as_bytes(), &choices).faults[0].to_string();
    assert!(fault.starts_with("Innehållet okänt finns inte i filen. Välj något av ”"), "{fault}");
    choices.picks.insert("innehåll".to_owned(), Pick::Sum);
    assert!(preview(YEAR.as_bytes(), &choices).faults[0].to_string().contains("kan inte summeras"));
}

#[test]
fn figures_that_may_change_are_said_to_be_so() {
    let noted = format!("{YEAR}\nUppgifterna för 2019 är preliminära.\n");
    assert_eq!(preview(noted.as_bytes(), &chosen()).taken.preliminary, Some(true));
    assert!(preview(noted.as_bytes(), &chosen()).series().unwrap().preliminary);
    let other = noted.replace("för 2019", "för 2020");
    assert_eq!(preview(other.as_bytes(), &chosen()).taken.preliminary, None);
    let settled = Choices { preliminary: Some(false), ..chosen() };
    assert!(!preview(noted.as_bytes(), &settled).series().unwrap().preliminary);
}
