//! Whatever the table and the choices: no panic, every figure is accounted for, and the order of rows means nothing.
#![no_main]

use allocation::statistics::SeriesKind;
use arbitrary::Arbitrary;
use exchange::choices::{Choices, Moment, Pick, Role};
use exchange::meaning::Ages;
use exchange::preview::Preview;
use exchange::register::Register;
use exchange::source::Source;
use libfuzzer_sys::fuzz_target;

/// Texts that stand in such tables.
const TEXTS: [&str; 24] = [
    "region",
    "ålder",
    "kön",
    "2019",
    "X2018",
    "Folkmängd 2019",
    "0680 Jönköping",
    "0683",
    "Upplands Väsby",
    "00 Riket",
    "06 Jönköpings län",
    "16 år",
    "16-64 år",
    "20–64 år",
    "100+ år",
    "män",
    "kvinnor",
    "totalt",
    "..",
    "0",
    "1 234,5",
    "2019M01",
    "tabellinnehåll",
    "Ekonomiskt bistånd",
];

#[derive(Arbitrary, Debug)]
struct Input {
    rows: Vec<Vec<u8>>,
    measure: Option<u8>,
    moment: Option<(u8, i16)>,
    ages: Option<(u8, u8)>,
    role: Option<(u8, u8)>,
    pick: Option<(u8, u8, bool)>,
}

fn text(place: u8) -> &'static str {
    TEXTS[usize::from(place) % TEXTS.len()]
}

fuzz_target!(|input: Input| {
    let register = Register::new([("0680", "Jönköping"), ("0683", "Värnamo"), ("0114", "Upplands Väsby")]);
    let line = |row: &Vec<u8>| row.iter().take(6).map(|cell| text(*cell)).collect::<Vec<_>>().join(";");
    let mut lines: Vec<String> = input.rows.iter().take(40).map(line).collect();
    let choices = Choices {
        measure: input.measure.map(|at| SeriesKind::ALL[usize::from(at) % SeriesKind::ALL.len()]),
        moment: input.moment.map(|(kind, year)| match kind % 2 {
            0 => Moment::Year(year),
            _ => Moment::MeanOfMonths(year),
        }),
        ages: input.ages.and_then(|(from, to)| Ages::new(from, to)),
        roles: input
            .role
            .iter()
            .map(|(name, role)| (text(*name).to_owned(), Role::ALL[usize::from(role % 8)]))
            .collect(),
        picks: input
            .pick
            .iter()
            .map(|(name, value, sum)| {
                let pick = if *sum { Pick::Sum } else { Pick::Only(text(*value).to_owned()) };
                (text(*name).to_owned(), pick)
            })
            .collect(),
        ..Choices::default()
    };
    let look = |lines: &[String]| {
        let source = Source::read(lines.join("\n").as_bytes(), None).ok()?;
        Some(Preview::of(&source, &register, &choices))
    };
    let Some(preview) = look(&lines) else { return };
    assert!(!preview.sentences().is_empty());
    let Some(figures) = &preview.figures else { return };
    assert_eq!(figures.known + figures.missing.len(), preview.found.matched.len());
    let codes: Vec<&str> =
        preview.found.matched.iter().map(|municipality| municipality.code.as_str()).collect();
    if figures.missing.is_empty() {
        assert_eq!(figures.series.sum(codes), Ok(figures.sum));
    }
    // Only when every line is as long as the first is the first the only one that can be the heading.
    let even = input.rows.iter().all(|row| row.len() == input.rows[0].len());
    if even && lines.len() > 2 && preview.found.rows == lines.len() - 1 {
        lines[1..].reverse();
        if let Some(turned) = look(&lines).and_then(|turned| turned.figures) {
            assert_eq!(turned.sum, figures.sum);
        }
    }
});
