//! `samordna scenario`: what happens if associations merge, split or change.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use allocation::change::apply;
use allocation::effect::{Comparison, Kind, Pair, Side, compare};
use allocation::explain::{explain, per_inhabitant};
use allocation::scenario::{Country, Outcome, OutcomeError};
use allocation::text_table::{aligned, ordinary_spaces};
use exchange::workbook::{NotWritten, Workbook};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use swedish::money::Ore;

use super::csv_input::{self, InputError, json_number, tell, tell_json};
use crate::clock;

mod file;

/// Räkna på ett scenario: sammanslagning, delning, flytt och andra ändringar.
#[derive(Debug, clap::Args)]
pub(crate) struct ScenarioCommand {
    /// Scenarier som TOML; formatet beskrivs i data/examples/README.md. Flera ställs bredvid varandra.
    #[arg(required = true, value_name = "FIL")]
    files: Vec<PathBuf>,
    /// Skriv svaret som JSON.
    #[arg(long)]
    json: bool,
    /// Skriv också tabellerna som ett kalkylblad; för ett scenario i taget.
    #[arg(long, value_name = "UT.xlsx")]
    xlsx: Option<PathBuf>,
    /// Skriv också tabellerna som CSV, en under den andra; för ett scenario i taget.
    #[arg(long, value_name = "UT.csv")]
    csv: Option<PathBuf>,
}

/// A scenario that has been reckoned.
struct Reckoned {
    name: String,
    before: (Country, Outcome),
    after: (Country, Outcome),
    comparison: Comparison,
    notices: Vec<String>,
}

/// Runs the command.
pub(crate) fn run(args: &ScenarioCommand) -> ExitCode {
    let zone = TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC);
    let today = clock::now().to_zoned(zone).date();
    csv_input::finish(|out| execute(args, today, out))
}

fn execute(args: &ScenarioCommand, today: Date, out: &mut dyn Write) -> Result<(), InputError> {
    let scenarios: Vec<Reckoned> =
        args.files.iter().map(|file| reckon(file)).collect::<Result<_, InputError>>()?;
    write_tables(args, today, &scenarios)?;
    match (args.json, scenarios.as_slice()) {
        (true, [only]) => tell_json(out, &as_json(only)),
        (true, several) => tell_json(out, &several.iter().map(as_json).collect()),
        (false, several) => {
            for scenario in several {
                tell(out, as_text(scenario));
            }
            if several.len() > 1 {
                tell(out, side_by_side(several));
            }
        }
    }
    Ok(())
}

/// Writes the tables that were asked for, each to its file.
fn write_tables(args: &ScenarioCommand, today: Date, scenarios: &[Reckoned]) -> Result<(), InputError> {
    let wanted = [&args.xlsx, &args.csv].into_iter().flatten().next();
    let Some(first) = wanted else { return Ok(()) };
    let [scenario] = scenarios else {
        let problem = "tabeller kan bara skrivas för ett scenario i taget";
        return Err(InputError::of_file(first, problem, "Ange en scenariofil"));
    };
    let book = scenario.workbook();
    if let Some(file) = &args.xlsx {
        write_file(file, book.xlsx(today))?;
    }
    if let Some(file) = &args.csv {
        write_file(file, book.csv())?;
    }
    Ok(())
}

fn write_file(file: &Path, bytes: Result<Vec<u8>, NotWritten>) -> Result<(), InputError> {
    let bytes = bytes.map_err(|error| InputError::of_file(file, error, "Dela upp scenariot"))?;
    std::fs::write(file, bytes).map_err(|error| {
        let problem = format!("filen kan inte skrivas ({error})");
        InputError::of_file(file, problem, "Kontrollera sökvägen, och stäng filen om den är öppen")
    })
}

fn reckon(path: &Path) -> Result<Reckoned, InputError> {
    let scenario = file::read(path)?;
    let outcome = |country: &Country| {
        country.reckon().map_err(|error: OutcomeError| {
            InputError::of_file(path, error, "Fyll i det som saknas eller ändra parametrarna")
        })
    };
    let (after, notices) = apply(&scenario.country, &scenario.changes).map_err(|refused| {
        InputError::of_file(path, &refused, "Rätta ändringen i [[change]]")
            .at(scenario.change_rows.get(refused.number - 1).copied(), None)
    })?;
    let (before_outcome, after_outcome) = (outcome(&scenario.country)?, outcome(&after)?);
    let before = Side { country: &scenario.country, outcome: &before_outcome };
    let comparison = compare(before, Side { country: &after, outcome: &after_outcome });
    Ok(Reckoned {
        name: scenario.name,
        comparison,
        before: (scenario.country, before_outcome),
        after: (after, after_outcome),
        notices: notices.iter().map(allocation::change::Caveat::sentence).collect(),
    })
}

impl Reckoned {
    fn sides(&self) -> (Side<'_>, Side<'_>) {
        let (before, after) = (&self.before, &self.after);
        (Side { country: &before.0, outcome: &before.1 }, Side { country: &after.0, outcome: &after.1 })
    }

    fn sentences(&self) -> Vec<String> {
        let (before, after) = self.sides();
        explain(before, after, &self.comparison)
    }

    /// The scenario as tables.
    fn workbook(&self) -> Workbook {
        let (before, after) = self.sides();
        let sentences = self.sentences();
        exchange::scenario::workbook(&self.name, before, after, &self.comparison, &sentences, &self.notices)
    }
}

/// Before, after and difference in tkr.
fn cells(pair: Pair) -> [String; 3] {
    let cell = |amount: Option<Ore>| amount.map_or_else(|| "\u{2013}".to_owned(), rounded);
    [cell(pair.before), cell(pair.after), cell(pair.difference())]
}

/// In tkr with at most two decimals, for reading; the exact amounts are in the JSON.
fn rounded(amount: Ore) -> String {
    let tkr = allocation::fraction::Fraction::new(amount.ore().into(), 100_000);
    let whole = amount.ore() % 100_000 == 0;
    tkr.map_or_else(String::new, |tkr| tkr.swedish(if whole { 0 } else { 2 }))
}

fn as_text(scenario: &Reckoned) -> String {
    let (_, after) = scenario.sides();
    let mut text = format!("{}\n({})\n\n", scenario.name, after.country.basis.swedish());
    for sentence in scenario.sentences() {
        text.push_str(&format!("\u{2022} {sentence}\n"));
    }
    for notice in &scenario.notices {
        text.push_str(&format!("\u{2022} {notice}\n"));
    }
    let changed = scenario.comparison.groups.iter().filter(|group| group.kind != Kind::Same);
    let mut rows: Vec<Vec<String>> = Vec::new();
    for group in changed {
        let title = format!("{} → {}", group.before.join(" + "), group.after.join(" + "));
        rows.push([title].into_iter().chain(cells(group.state)).chain(cells(group.all)).collect());
    }
    let sum = [String::from("Alla förbund")].into_iter();
    rows.push(sum.chain(cells(scenario.comparison.state)).chain(cells(scenario.comparison.all)).collect());
    let header = ["tkr", "staten före", "efter", "skillnad", "alla före", "efter", "skillnad"];
    text.push_str(&format!("\n{}", aligned(&header, &rows, 1)));
    let rows: Vec<Vec<String>> = scenario
        .comparison
        .members
        .iter()
        .filter(|member| member.pays.before != member.pays.after || member.pays.before.is_none())
        .map(|member| [member.name.to_string()].into_iter().chain(cells(member.pays)).collect())
        .collect();
    if !rows.is_empty() {
        text.push_str(&format!("\n{}", aligned(&["medlem, tkr", "före", "efter", "skillnad"], &rows, 1)));
    }
    let touched: Vec<&str> = scenario
        .comparison
        .groups
        .iter()
        .filter(|group| group.kind != Kind::Same)
        .flat_map(|group| group.after.iter().map(|name| &**name))
        .collect();
    for (place, association) in after.country.associations.iter().enumerate() {
        if touched.contains(&&*association.name)
            && let Some(sentence) = per_inhabitant(after, place)
        {
            text.push_str(&format!("\n{sentence}"));
        }
    }
    text
}

/// One row for each scenario.
fn side_by_side(scenarios: &[Reckoned]) -> String {
    let rows: Vec<Vec<String>> = scenarios
        .iter()
        .map(|scenario| {
            let name = std::iter::once(scenario.name.clone());
            let comparison = &scenario.comparison;
            let count = std::iter::once(scenario.after.0.associations.len().to_string());
            name.chain(count).chain(cells(comparison.state)).chain(cells(comparison.all)).collect()
        })
        .collect();
    let header =
        ["scenario, tkr", "förbund", "staten före", "efter", "skillnad", "alla före", "efter", "skillnad"];
    format!("\nSida vid sida\n{}", aligned(&header, &rows, 1))
}

fn as_json(scenario: &Reckoned) -> Value {
    let tkr = |amount: Option<Ore>| amount.map(|amount| json_number(&amount.tkr_plain()));
    let pair = |pair: Pair| json!({ "before": tkr(pair.before), "after": tkr(pair.after), "difference": tkr(pair.difference()) });
    let groups: Vec<Value> = scenario
        .comparison
        .groups
        .iter()
        .map(|group| {
            json!({
                "kind": group.kind,
                "before": group.before,
                "after": group.after,
                "base": pair(group.base),
                "need_part": pair(group.need_part),
                "state": pair(group.state),
                "all": pair(group.all),
            })
        })
        .collect();
    let members: Vec<Value> = scenario
        .comparison
        .members
        .iter()
        .map(|member| json!({ "party": member.party, "name": member.name, "pays": pair(member.pays) }))
        .collect();
    let parties: serde_json::Map<String, Value> = scenario
        .comparison
        .parties
        .iter()
        .map(|(party, sums)| (party.swedish().to_owned(), pair(*sums)))
        .collect();
    let plain = |sentences: &[String]| -> Vec<String> {
        sentences.iter().map(|sentence| ordinary_spaces(sentence)).collect()
    };
    json!({
        "name": scenario.name,
        "amounts_in": "tkr",
        "basis": scenario.after.0.basis,
        "explanation": plain(&scenario.sentences()),
        "notices": plain(&scenario.notices),
        "state": pair(scenario.comparison.state),
        "all": pair(scenario.comparison.all),
        "parties": parties,
        "groups": groups,
        "members": members,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn asked(files: &[&str], json: bool) -> ScenarioCommand {
        let example =
            |name: &&str| PathBuf::from(format!("{}/../../data/examples/{name}", env!("CARGO_MANIFEST_DIR")));
        ScenarioCommand { files: files.iter().map(example).collect(), json, xlsx: None, csv: None }
    }

    fn told(files: &[&str], json: bool) -> String {
        let mut out = Vec::new();
        execute(&asked(files, json), date(2026, 1, 2), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_countys_merger_has_its_published_figures() {
        let text = told(&["jonkoping-lansforbund.toml"], false);
        for expected in [
            "Sammanslagningen minskar statens grundtilldelning med 800 000 kr",
            "från 24 200 000 kr till 22 600 000 kr (−6,6 %)",
            "Region Jönköpings län betalar 400 000 kr mindre",
        ] {
            assert!(text.contains(expected), "{expected} in\n{text}");
        }
        let answer: Value = serde_json::from_str(&told(&["jonkoping-lansforbund.toml"], true)).unwrap();
        assert_eq!(answer["state"]["difference"], -800);
        assert_eq!(answer["all"], json!({ "before": 24_200, "after": 22_600, "difference": -1600 }));
        assert_eq!(answer["members"].as_array().unwrap().len(), 15);
    }

    #[test]
    fn the_tables_are_written_to_files() {
        let dir = tempfile::tempdir().unwrap();
        let (xlsx, csv) = (dir.path().join("ut.xlsx"), dir.path().join("ut.csv"));
        let args = ScenarioCommand {
            xlsx: Some(xlsx.clone()),
            csv: Some(csv.clone()),
            ..asked(&["jonkoping-lansforbund.toml"], false)
        };
        execute(&args, date(2026, 1, 2), &mut Vec::new()).unwrap();
        let text = std::fs::read_to_string(csv).unwrap();
        assert!(text.contains("alla;24200000;22600000;-1600000;-6,61%"), "{text}");
        assert!(std::fs::read(xlsx).unwrap().starts_with(b"PK"));
        let two = asked(&["jonkoping-lansforbund.toml", "jonkoping-flytt.toml"], false);
        let two = ScenarioCommand { csv: Some(dir.path().join("två.csv")), ..two };
        let error = execute(&two, date(2026, 1, 2), &mut Vec::new()).unwrap_err();
        assert!(error.to_string().contains("ett scenario i taget"), "{error}");
    }

    #[test]
    fn the_whole_country_and_several_scenarios_side_by_side() {
        let text = told(&["landet-lansforbund.toml", "jonkoping-flytt.toml"], false);
        assert!(text.contains("Övriga förbund (77 förbund): statens tilldelning ökar"), "{text}");
        assert!(text.contains("Sida vid sida"), "{text}");
    }
}
