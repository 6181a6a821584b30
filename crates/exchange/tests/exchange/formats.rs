//! The same real figures in every format give the same series, and it is the one we have published.

use std::collections::BTreeMap;

use allocation::statistics::{Series, SeriesKind};
use exchange::choices::{Choices, Moment};
use exchange::source::{Delimiter, Encoding, Format, Source};

use crate::sample::{
    EXCERPT, delimited, json_stat, preview, published, px_json, register, rows, spreadsheet,
};

fn choices(measure: SeriesKind) -> Choices {
    let (measure, source) = (Some(measure), Some("SCB".to_owned()));
    Choices { measure, source, ..Choices::default() }
}

fn series(bytes: &[u8], measure: SeriesKind) -> Series {
    let preview = preview(bytes, &choices(measure));
    preview.series().unwrap_or_else(|| panic!("{:#?}", preview.sentences())).clone()
}

/// Every way that the figures can be written, with the format that it should be known as.
fn written() -> Vec<(Format, Vec<u8>)> {
    let csv = |delimiter, encoding| Format::Csv { delimiter, encoding };
    let latin = |text: &str| text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect::<Vec<u8>>();
    let marked = |text: &str| ["\u{feff}", text].concat().into_bytes();
    let utf16 = |text: &str| {
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect::<Vec<u8>>()
    };
    let titled =
        format!("\"Folkmängd efter region, ålder och kön\"\r\n\r\n{}", delimited(';').replace('\n', "\r\n"));
    vec![
        (csv(Delimiter::Comma, Encoding::Utf8), EXCERPT.as_bytes().to_vec()),
        (csv(Delimiter::Comma, Encoding::Windows1252), latin(EXCERPT)),
        (csv(Delimiter::Semicolon, Encoding::Utf8), marked(&delimited(';'))),
        (csv(Delimiter::Semicolon, Encoding::Utf8), titled.into_bytes()),
        (csv(Delimiter::Tab, Encoding::Utf16), utf16(&delimited('\t'))),
        (Format::Xlsx, spreadsheet()),
        (Format::JsonStat2, json_stat(&rows(), false).into_bytes()),
        (Format::JsonStat1, json_stat(&rows(), true).into_bytes()),
        (Format::PxJson, px_json(&rows()).into_bytes()),
    ]
}

#[test]
fn every_format_gives_the_same_series() {
    for measure in [SeriesKind::Inhabitants, SeriesKind::KeyInhabitants] {
        let first = series(EXCERPT.as_bytes(), measure);
        assert_eq!((first.values.len(), first.year), (13, 2019));
        for (format, bytes) in written() {
            assert_eq!(Source::read(&bytes, None).unwrap().format, format);
            assert_eq!(series(&bytes, measure), first, "{format:?}");
        }
    }
}

#[test]
fn the_figures_are_those_that_are_published() {
    let inhabitants = series(EXCERPT.as_bytes(), SeriesKind::Inhabitants);
    let key_inhabitants = series(EXCERPT.as_bytes(), SeriesKind::KeyInhabitants);
    for code in inhabitants.values.keys() {
        let own = (inhabitants.figure(code).unwrap(), key_inhabitants.figure(code).unwrap());
        assert_eq!(own, published(code), "{code}");
    }
    assert_eq!(inhabitants.figure("0680"), Some(87_505_000));
}

#[test]
fn our_own_table_is_read_by_its_headings() {
    let text = include_bytes!("../../../../data/population_2019.csv");
    for measure in [SeriesKind::Inhabitants, SeriesKind::KeyInhabitants] {
        let chosen = Choices { moment: Some(Moment::Year(2019)), ..choices(measure) };
        let preview = preview(text, &chosen);
        let figures = preview.figures.as_ref().unwrap_or_else(|| panic!("{:#?}", preview.sentences()));
        assert_eq!((figures.known, figures.missing.len()), (290, 0));
        assert!(preview.remarks.iter().any(|remark| remark.contains("2019 är ditt val")));
        let sum: u64 = register()
            .municipalities()
            .iter()
            .map(|municipality| published(&municipality.code))
            .map(|(inhabitants, key)| if measure == SeriesKind::Inhabitants { inhabitants } else { key })
            .sum();
        assert_eq!(figures.sum, sum);
    }
}

#[test]
fn rows_and_columns_may_stand_in_any_order() {
    let first = series(EXCERPT.as_bytes(), SeriesKind::Inhabitants);
    let mut lines: Vec<&str> = EXCERPT.lines().skip(1).collect();
    lines.reverse();
    let turned: Vec<String> = std::iter::once("\"region\",\"ålder\",\"kön\",\"X2019\"")
        .chain(lines)
        .map(|line| line.split(',').rev().collect::<Vec<_>>().join(","))
        .collect();
    assert_eq!(series(turned.join("\n").as_bytes(), SeriesKind::Inhabitants), first);
}

#[test]
fn a_table_with_a_column_for_each_year_keeps_them_apart() {
    let text = "region;ålder;kön;Folkmängd 2018;Folkmängd 2019\n\
                0680 Jönköping;16-64 år;totalt;100;200\n\
                0683 Värnamo;16-64 år;totalt;10;..\n\
                06 Jönköpings län;16-64 år;totalt;110;200\n\
                00 Riket;16-64 år;totalt;110;200\n";
    let asked = preview(text.as_bytes(), &choices(SeriesKind::Inhabitants));
    assert!(asked.series().is_none());
    assert_eq!(
        asked.questions[0].options.iter().map(|o| o.key.as_str()).collect::<Vec<_>>(),
        ["2018", "2019"]
    );
    assert_eq!(asked.found.left_out, ["06 Jönköpings län", "00 Riket"]);
    for (year, figures) in [(2018, [Some(100_000), Some(10_000)]), (2019, [Some(200_000), None])] {
        let chosen = Choices { moment: Some(Moment::Year(year)), ..choices(SeriesKind::Inhabitants) };
        let preview = preview(text.as_bytes(), &chosen);
        let series = preview.series().unwrap();
        assert_eq!((series.year, ["0680", "0683"].map(|code| series.figure(code))), (year, figures));
    }
}

#[test]
fn what_a_file_says_of_itself_is_passed_on() {
    let text = "# ILLUSTRATIVT BEHOV: inte publicerat\nkommun;need\nJönköping;5\n";
    let chosen = Choices { moment: Some(Moment::Year(2019)), ..Choices::default() };
    let told = preview(text.as_bytes(), &chosen).sentences();
    assert!(told.contains(&"I filen står: ”ILLUSTRATIVT BEHOV: inte publicerat”".to_owned()), "{told:#?}");
}

#[test]
fn a_preview_is_told_in_sentences() {
    let preview = preview(EXCERPT.as_bytes(), &choices(SeriesKind::Inhabitants));
    let told = allocation::text_table::ordinary_spaces(&preview.sentences().join("\n"));
    for expected in [
        "Filen är CSV med komma mellan kolumnerna, teckenkodning UTF-8 med 2 626 rader.",
        "13 av landets 290 kommuner finns i filen. 277 kommuner saknas helt i filen.",
        "Måttet är invånare 16–64 år",
        "Tiden är 2019.",
        "Åldrarna 16–64 år är summan av 49 åldersklasser.",
        "Män och kvinnor är summerade.",
        "Filen säger inte om uppgifterna är preliminära.",
        "Summan för 13 kommuner är ",
    ] {
        assert!(told.contains(expected), "{expected} in\n{told}");
    }
    let roles: BTreeMap<&str, &str> =
        preview.found.columns.iter().map(|column| (column.name.as_str(), column.role.swedish())).collect();
    assert_eq!(roles, [("X2019", "värde"), ("kön", "kön"), ("region", "kommun"), ("ålder", "ålder")].into());
    assert_eq!(preview.found.ages_shown, "ettårsklasser 0–100 år");
}
