//! `samordna statistics`: what a file of statistics holds, and the figures for one measure and one year.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use allocation::fraction::Fraction;
use allocation::statistics::SeriesKind;
use allocation::text_table::aligned;
use exchange::choices::{Choices, Moment, Pick, Role, Separator};
use exchange::fault::{Fault, Place};
use exchange::meaning::Ages;
use exchange::preview::{Figures, Preview, Question};
use exchange::register::Register;
use exchange::source::Source;
use serde_json::{Value, json};

use super::csv_input::{self, InputError, json_number, tell, tell_json};

/// The municipalities of the country, as the project has them.
const MUNICIPALITIES: &str = include_str!("../../../../data/municipalities.csv");

/// Läs kommunernas statistik ur en fil från SCB och visa vad den innehåller.
///
/// Filen får vara CSV, XLSX, JSON-stat eller PxWeb:s JSON. Det som inte går att avgöra frågas det efter.
#[derive(Debug, clap::Args)]
pub(crate) struct StatisticsCommand {
    /// Filen.
    #[arg(value_name = "FIL")]
    file: PathBuf,
    /// Måttet: need (försörjningsmått), inhabitants (invånare 16–64 år) eller key-inhabitants (18–64 år).
    #[arg(long, value_name = "MÅTT", value_parser = measure)]
    measure: Option<SeriesKind>,
    /// Året, som 2019; en dag som 2019-12-31, en månad som 2019M05, eller "2019 medel" för årets månader.
    #[arg(long, value_name = "ÅR")]
    year: Option<Moment>,
    /// Åldrarna, som 16-64.
    #[arg(long, value_name = "ÅLDRAR")]
    ages: Option<Ages>,
    /// Vad ett komma eller en punkt före tre siffror betyder: tusental eller decimaler.
    #[arg(long, value_name = "VAD", value_parser = separator)]
    separator: Option<Separator>,
    /// Bladet i ett kalkylblad.
    #[arg(long, value_name = "NAMN")]
    sheet: Option<String>,
    /// Vad en kolumn är, som "KnKod=kommun". Kan anges flera gånger.
    #[arg(long, value_name = "KOLUMN=VAD", value_parser = role)]
    column: Vec<(String, Role)>,
    /// Ett värde att läsa ur en kolumn, som "tabellinnehåll=Folkmängd". Kan anges flera gånger.
    #[arg(long, value_name = "KOLUMN=VÄRDE", value_parser = pair)]
    pick: Vec<(String, String)>,
    /// En kolumn vars alla värden summeras, som civilstånd. Kan anges flera gånger.
    #[arg(long, value_name = "KOLUMN")]
    sum: Vec<String>,
    /// Varifrån talen kommer, och på vilka villkor.
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
    /// Uppgifterna är preliminära: ja eller nej; annars som filen säger.
    #[arg(long, value_name = "JA|NEJ", value_parser = yes_or_no)]
    preliminary: Option<bool>,
    /// Skriv svaret som JSON.
    #[arg(long)]
    json: bool,
}

fn measure(text: &str) -> Result<SeriesKind, String> {
    match text {
        "need" => Ok(SeriesKind::Need),
        "inhabitants" => Ok(SeriesKind::Inhabitants),
        "key-inhabitants" => Ok(SeriesKind::KeyInhabitants),
        _ => Err("välj need, inhabitants eller key-inhabitants".to_owned()),
    }
}

fn pair(text: &str) -> Result<(String, String), String> {
    let split = text.rsplit_once('=').filter(|(name, value)| !name.is_empty() && !value.is_empty());
    let (name, value) = split.ok_or_else(|| "skriv kolumnens namn, = och värdet".to_owned())?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}

fn role(text: &str) -> Result<(String, Role), String> {
    let (name, role) = pair(text)?;
    let found = Role::ALL.into_iter().find(|known| known.swedish() == role);
    let found = found.ok_or_else(|| format!("välj {}", Role::ALL.map(Role::swedish).join(", ")))?;
    Ok((name, found))
}

fn separator(text: &str) -> Result<Separator, String> {
    let found = Separator::ALL.into_iter().find(|one| one.key() == text);
    found.ok_or_else(|| format!("välj {}", Separator::ALL.map(Separator::key).join(" eller ")))
}

fn yes_or_no(text: &str) -> Result<bool, String> {
    match text {
        "ja" => Ok(true),
        "nej" => Ok(false),
        _ => Err("skriv ja eller nej".to_owned()),
    }
}

/// Runs the command.
pub(crate) fn run(args: &StatisticsCommand) -> ExitCode {
    csv_input::finish(|out| execute(args, out))
}

fn execute(args: &StatisticsCommand, out: &mut dyn Write) -> Result<(), InputError> {
    let bytes = std::fs::read(&args.file).map_err(|error| {
        InputError::of_file(&args.file, format!("filen kan inte läsas ({error})"), "Kontrollera sökvägen")
    })?;
    let source =
        Source::read(&bytes, args.sheet.as_deref()).map_err(|fault| as_input_error(&args.file, &fault))?;
    let preview = Preview::of(&source, &register(), &choices(args));
    if args.json {
        tell_json(out, &as_json(&preview));
    } else {
        tell(out, as_text(&preview));
    }
    match preview.faults.first() {
        Some(fault) => Err(as_input_error(&args.file, fault)),
        None => Ok(()),
    }
}

/// The municipalities by code and name.
fn register() -> Register {
    let lines = MUNICIPALITIES.lines().skip(1);
    Register::new(lines.filter_map(|line| {
        let mut cells = line.split(',');
        Some((cells.next()?, cells.next()?))
    }))
}

fn choices(args: &StatisticsCommand) -> Choices {
    let only = args.pick.iter().map(|(column, value)| (column.clone(), Pick::Only(value.clone())));
    let sums = args.sum.iter().map(|column| (column.clone(), Pick::Sum));
    Choices {
        measure: args.measure,
        moment: args.year,
        ages: args.ages,
        separator: args.separator,
        roles: args.column.iter().cloned().collect(),
        picks: only.chain(sums).collect(),
        preliminary: args.preliminary,
        source: args.source.clone(),
    }
}

fn as_input_error(file: &Path, fault: &Fault) -> InputError {
    let (row, before) = match fault.place {
        Some(Place::Row(row)) => (Some(row), String::new()),
        Some(place @ Place::Value(_)) => (None, format!("{place}: ")),
        None => (None, String::new()),
    };
    let problem = format!("{before}{}", fault.problem);
    InputError::of_file(file, problem, &fault.remedy).at(row, fault.column.as_deref())
}

fn as_text(preview: &Preview) -> String {
    let columns: Vec<Vec<String>> = preview
        .found
        .columns
        .iter()
        .map(|column| {
            let examples = column.examples.join(", ");
            vec![
                column.name.clone(),
                column.role.swedish().to_owned(),
                examples,
                column.different.to_string(),
            ]
        })
        .collect();
    let mut text = aligned(&["kolumn", "läses som", "till exempel", "olika"], &columns, 3);
    text.push('\n');
    for sentence in preview.sentences() {
        text.push_str(&format!("\u{2022} {sentence}\n"));
    }
    for question in &preview.questions {
        text.push_str(&answers(question));
    }
    if let Some(figures) = &preview.figures {
        text.push_str(&format!("\n{}", table(preview, figures)));
    }
    text.truncate(text.trim_end().len());
    text
}

/// How a question is answered on the command line.
fn answers(question: &Question) -> String {
    use exchange::preview::About;
    let option = match &question.about {
        About::SeriesKind => "--measure ".to_owned(),
        About::Moment => "--year ".to_owned(),
        About::Ages => "--ages ".to_owned(),
        About::Separator => "--separator ".to_owned(),
        About::Contents => format!("--pick {}=", exchange::choices::CONTENTS),
        About::Column(name) => format!("--sum {name}, eller --pick {name}="),
        About::Region => "--column KOLUMN=kommun, där kolumnen är ".to_owned(),
        About::Figures => "--column KOLUMN=värde, där kolumnen är ".to_owned(),
    };
    let keys: Vec<String> = question.options.iter().take(12).map(|choice| quoted(&choice.key)).collect();
    let keys = if keys.is_empty() { "ÅR".to_owned() } else { keys.join(" | ") };
    format!("  Ange {option}{keys}\n")
}

/// In quotation marks when the shell would take it apart.
fn quoted(key: &str) -> String {
    if key.contains(' ') { format!("\"{key}\"") } else { key.to_owned() }
}

/// Code, municipality and figure; what is missing says why.
fn table(preview: &Preview, figures: &Figures) -> String {
    let why: BTreeMap<&str, &str> = figures
        .missing
        .iter()
        .map(|missing| (missing.municipality.code.as_str(), missing.sentence.as_str()))
        .collect();
    let rows: Vec<Vec<String>> = preview
        .found
        .matched
        .iter()
        .map(|municipality| {
            let figure = figures.series.figure(&municipality.code);
            let figure = figure.map_or_else(|| "saknas".to_owned(), written);
            let why = why.get(municipality.code.as_str()).copied().unwrap_or_default();
            vec![municipality.code.clone(), municipality.name.clone(), figure, why.to_owned()]
        })
        .collect();
    let lines = rows.iter().map(|row| {
        let kept = if row.last().is_some_and(String::is_empty) { row.get(..3) } else { row.get(..4) };
        kept.unwrap_or_default().join(";")
    });
    let head = format!("kod;kommun;{} {}", figures.series.measure.swedish(), figures.series.year);
    std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n")
}

/// A figure in thousandths as a table has it: a decimal comma and no groups.
fn written(thousandths: u64) -> String {
    Fraction::new(thousandths.into(), 1000)
        .map_or_else(String::new, |figure| figure.plain(3))
        .replace('.', ",")
}

fn as_json(preview: &Preview) -> Value {
    let figures = preview.figures.as_ref().map(|figures| {
        let number = |thousandths: u64| json_number(&written(thousandths).replace(',', "."));
        let values: serde_json::Map<String, Value> = figures
            .series
            .values
            .iter()
            .map(|(code, value)| (code.clone(), value.map_or(Value::Null, number)))
            .collect();
        json!({
            "measure": figures.series.measure,
            "year": figures.series.year,
            "preliminary": figures.series.preliminary,
            "source": figures.series.source,
            "values": values,
            "missing": figures.missing,
            "known": figures.known,
            "sum": number(figures.sum),
            "country": figures.country.map(number),
        })
    });
    json!({
        "found": preview.found,
        "taken": preview.taken,
        "questions": preview.questions,
        "faults": preview.faults,
        "sentences": preview
            .sentences()
            .iter()
            .map(|sentence| allocation::text_table::ordinary_spaces(sentence))
            .collect::<Vec<_>>(),
        "figures": figures,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Cli {
        #[command(flatten)]
        args: StatisticsCommand,
    }

    /// The real excerpt that the reading crate is tried with.
    const EXCERPT: &str =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../exchange/tests/data/scb-folkmangd-2019-jonkopings-lan.csv");

    fn told(args: &[&str]) -> (String, Result<(), InputError>) {
        let cli = Cli::try_parse_from(["x"].iter().chain(args)).unwrap();
        let mut out = Vec::new();
        let result = execute(&cli.args, &mut out);
        (String::from_utf8(out).unwrap(), result)
    }

    fn told_of(text: &str, args: &[&str]) -> (String, Result<(), InputError>) {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("tal.csv");
        std::fs::write(&file, text).unwrap();
        told(&[&[file.to_str().unwrap()], args].concat())
    }

    #[test]
    fn the_published_figures_come_out_of_the_real_file() {
        let (text, result) = told(&[EXCERPT, "--measure", "inhabitants", "--year", "2019"]);
        assert_eq!(result, Ok(()));
        assert!(text.lines().any(|line| line == "kod;kommun;invånare 16–64 år 2019"), "{text}");
        assert!(text.lines().any(|line| line == "0680;Jönköping;87505"), "{text}");
        let (text, _) = told(&[EXCERPT, "--ages", "18-64", "--json"]);
        let answer: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(answer["figures"]["measure"], "key-inhabitants");
        assert_eq!(answer["figures"]["values"]["0680"], 84_443);
        assert_eq!(answer["found"]["of"], 290);
    }

    #[test]
    fn what_must_be_chosen_is_told_with_how() {
        let (text, result) = told(&[EXCERPT]);
        assert_eq!(result, Ok(()));
        assert!(text.contains("Ange --measure need | inhabitants | key-inhabitants"), "{text}");
        assert!(!text.contains("kod;kommun"), "{text}");
        let divided = "region;civilstånd;ålder;2019\n0680;ogifta;16-64 år;1\n0680;gifta;16-64 år;2\n";
        let (text, _) = told_of(divided, &["--measure", "inhabitants"]);
        assert!(text.contains("Ange --sum civilstånd, eller --pick civilstånd="), "{text}");
        let (text, _) = told_of(divided, &["--measure", "inhabitants", "--sum", "civilstånd"]);
        assert!(text.ends_with("0680;Jönköping;3\n"), "{text}");
    }

    #[test]
    fn what_is_missing_says_why() {
        let text = "kommun;Ekonomiskt bistånd;Summa helårsekvivalenter\nJönköping;5;12,5\nVärnamo;0;3\n";
        let (text, result) = told_of(text, &["--year", "2019"]);
        assert_eq!(result, Ok(()));
        assert!(text.contains("0680;Jönköping;12,5\n"), "{text}");
        assert!(text.contains("0683;Värnamo;saknas;ekonomiskt bistånd är 0"), "{text}");
    }

    #[test]
    fn wrong_input_is_told_with_file_row_column_and_remedy() {
        let text = "region;ålder;2019\n0680;16-64 år;många\n0683;16-64 år;1\n";
        let (_, result) = told_of(text, &["--measure", "inhabitants"]);
        let error = result.unwrap_err();
        assert_eq!((error.row, error.column.as_deref()), (Some(2), Some("2019")));
        assert!(error.to_string().contains("tal.csv, rad 2, kolumn 2019: ”många”"), "{error}");
        assert!(error.remedy.starts_with("Skriv siffror"), "{error}");
        let (_, result) = told_of("\u{1}", &[]);
        assert!(result.is_err());
        let (_, result) = told(&["saknas.csv"]);
        assert!(result.unwrap_err().remedy.contains("sökvägen"));
    }

    #[test]
    fn columns_are_chosen_by_name() {
        assert_eq!(role("KnKod=kommun"), Ok(("KnKod".to_owned(), Role::Region)));
        assert!(role("KnKod=kommmun").unwrap_err().contains("kommun, tid"));
        assert!(pair("a=").is_err());
        assert_eq!(pair("a=b=c"), Ok(("a=b".to_owned(), "c".to_owned())));
    }

    #[test]
    fn every_municipality_is_in_the_register() {
        assert_eq!(register().municipalities().len(), 290);
    }
}
