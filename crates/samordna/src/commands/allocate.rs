//! `samordna allocate`: the state's allocation from a table of associations.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use allocation::apportion::TieRule;
use allocation::derivation::derive;
use allocation::equity;
use allocation::fraction::Fraction;
use allocation::matching::{MatchRule, tighter};
use allocation::model::{
    AllocationError, Applicant, BasisPoints, Binding, Keys, Need, NoFloor, Parameters, Run, Statistic,
    allocate,
};
use allocation::strategy::{self, Strategy};
use allocation::text_table::aligned;
use serde_json::{Value, json};
use swedish::money::{Ore, Unit};

use super::csv_input::{self, BrakeSetting, InputError, Table, json_number, tell, tell_json};

/// Fördela statens medel mellan förbund.
#[derive(Debug, clap::Args)]
pub(crate) struct Allocate {
    /// Tabell med kolumnerna association, need, inhabitants, previous, cap och floor_applies.
    #[arg(long, value_name = "FIL")]
    input: PathBuf,
    /// Statens total i tkr.
    #[arg(long, value_name = "TKR", value_parser = csv_input::tkr)]
    total: Ore,
    /// Grundtilldelning till varje förbund i tkr.
    #[arg(long, value_name = "TKR", value_parser = csv_input::tkr)]
    base: Ore,
    /// Hur många procent försörjningsmåttet räknas till; resten är invånare 16–64 år.
    #[arg(long, value_name = "PROCENT", default_value = "75", value_parser = csv_input::percent)]
    need_weight: BasisPoints,
    /// Spärren: hur många procent mindre än förra året som mest, eller av.
    #[arg(long, value_name = "PROCENT|av", default_value = "10", value_parser = csv_input::brake)]
    brake: BrakeSetting,
    /// Hur det som blir över eller saknas fördelas: scale, equal, inhabitants eller keep.
    #[arg(long, value_name = "NAMN", default_value = "scale", value_parser = strategy)]
    strategy: Strategy,
    /// Enheten som beloppen beslutas i.
    #[arg(long, default_value = "tkr", value_parser = unit)]
    unit: Unit,
    /// Löften från region och kommuner i tkr: kolumnerna association, region och municipalities.
    #[arg(long = "match", value_name = "FIL")]
    matching: Option<PathBuf>,
    /// Med fördelningen en fjärdedel var begränsar det minsta löftet; annars summan av dem.
    #[arg(long)]
    quarter_each: bool,
    /// Ge lika rester i tabellens ordning, om den ordningen är beslutad; annars lämnas de oavgjorda.
    #[arg(long)]
    ties_as_listed: bool,
    /// Visa varje steg i beräkningen för ett förbund.
    #[arg(long, value_name = "FÖRBUND")]
    why: Option<String>,
    /// Skriv svaret som JSON.
    #[arg(long)]
    json: bool,
}

fn strategy(text: &str) -> Result<Strategy, String> {
    Strategy::from_key(text).ok_or_else(|| {
        let known = Strategy::ALL.map(|strategy| format!("{} ({})", strategy.key(), strategy.swedish()));
        format!("välj {}", known.join(", "))
    })
}

fn unit(text: &str) -> Result<Unit, String> {
    match text {
        "tkr" => Ok(Unit::Tkr),
        "kr" => Ok(Unit::Kr),
        "ore" | "öre" => Ok(Unit::Ore),
        _ => Err("välj tkr, kr eller ore".to_owned()),
    }
}

/// Runs the command.
pub(crate) fn run(args: &Allocate) -> ExitCode {
    csv_input::finish(|out| execute(args, out))
}

fn execute(args: &Allocate, out: &mut dyn Write) -> Result<(), InputError> {
    let optional = ["previous", "cap", "floor_applies"];
    let table = Table::read(&args.input, &["association", "need", "inhabitants"], &optional)?;
    let names = table.names("association")?;
    let mut applicants = Vec::with_capacity(names.len());
    for row in table.rows() {
        applicants.push(Applicant {
            need: row.number("need", 3)?.map(Need::from_thousandths),
            inhabitants: row.number("inhabitants", 0)?,
            previous: row.tkr("previous")?,
            cap: row.tkr("cap")?,
            floor_applies: row.yes_or_no("floor_applies")?,
        });
    }
    if args.matching.is_some() {
        match_offers(args, &names, &mut applicants)?;
    }
    let parameters = Parameters {
        total: args.total,
        base: args.base,
        keys: Keys { need: args.need_weight.get(), inhabitants: 10_000 - args.need_weight.get() },
        brake: args.brake.0,
        strategy: args.strategy,
        unit: args.unit,
        ties: if args.ties_as_listed { TieRule::Listed } else { TieRule::Leave },
    };
    let run = allocate(&parameters, &applicants).map_err(|error| refuse(&table, &error))?;
    let why = match &args.why {
        None => None,
        Some(name) => Some(names.iter().position(|other| other == name).ok_or_else(|| {
            let problem = format!("förbundet {name} i --why finns inte i tabellen");
            InputError::of_file(&args.input, problem, "Skriv namnet som i kolumnen association")
        })?),
    };
    if args.json {
        tell_json(out, &as_json(&run, &names, why));
    } else {
        tell(out, as_text(&run, &names, why));
    }
    Ok(())
}

/// Lowers caps to what region and municipalities have offered to match.
fn match_offers(args: &Allocate, names: &[String], applicants: &mut [Applicant]) -> Result<(), InputError> {
    let Some(file) = &args.matching else { return Ok(()) };
    let table = Table::read(file, &["association", "region", "municipalities"], &[])?;
    table.names("association")?;
    let rule = if args.quarter_each { MatchRule::QuarterEach } else { MatchRule::Together };
    for row in table.rows() {
        let name = row.text("association").unwrap_or_default();
        let place = names.iter().position(|other| other == name);
        let applicant = place.and_then(|place| applicants.get_mut(place)).ok_or_else(|| {
            let remedy = format!("Skriv namnet som i {}", args.input.display());
            row.error("association", &format!("förbundet {name} finns inte"), &remedy)
        })?;
        let offered = rule.cap(row.tkr("region")?, row.tkr("municipalities")?);
        applicant.cap = tighter(applicant.cap, offered);
    }
    Ok(())
}

/// Tells a refusal by the model at the row and column it comes from.
fn refuse(table: &Table, error: &AllocationError) -> InputError {
    let of_file = |remedy: &str| InputError::of_file(&table.file, error, remedy);
    match error {
        AllocationError::Missing(missing) => {
            let first = missing.first().and_then(|(place, measure)| Some((table.row(*place)?, measure)));
            let remedy = "Fyll i uppgiften, eller ta bort förbundet ur tabellen";
            match first {
                Some((row, Statistic::Need)) => row.error("need", &error.to_string(), remedy),
                Some((row, Statistic::Inhabitants)) => row.error("inhabitants", &error.to_string(), remedy),
                None => of_file(remedy),
            }
        }
        AllocationError::BasesExceedTotal { .. } => of_file("Höj --total eller sänk --base"),
        AllocationError::FloorsExceedTotal { .. } => {
            of_file("Höj --total, höj --brake eller stäng av spärren med --brake av")
        }
        AllocationError::NotWholeUnits { .. } => of_file("Ändra beloppet, eller välj --unit kr eller ore"),
        AllocationError::NothingToShareBy(_) => of_file("Fyll i kolumnen, eller ändra --need-weight"),
        AllocationError::NoKeys
        | AllocationError::NoApplicants
        | AllocationError::Negative { .. }
        | AllocationError::Overflow => of_file("Kontrollera talen"),
    }
}

/// A level or an exact amount in öre as tkr.
fn in_tkr(ore: Fraction) -> Fraction {
    ore.checked_div(Fraction::whole(100_000)).unwrap_or(ore)
}

fn notices(run: &Run, names: &[String]) -> Vec<String> {
    let mut notices = vec![format!("{} {}", run.parameters.strategy.explanation(), strategy::NOTICE)];
    for (name, line) in names.iter().zip(&run.lines) {
        if line.floor == Err(NoFloor::PreviousUnknown) {
            notices.push(format!("{name}: föregående års belopp är inte känt, så spärren kan inte räknas."));
        }
        if line.exception_unknown {
            notices.push(format!(
                "{name}: det är inte känt om eget kapital ligger över skälig nivå; spärren används. {}",
                equity::EMPTY_NOTICE
            ));
        }
    }
    if let Some(tie) = &run.tie {
        let tied: Vec<&String> = tie.candidates.iter().filter_map(|place| names.get(*place)).collect();
        notices.push(format!(
            "Oavgjort: {} har lika stor rest om {}. Avgör ordningen och kör med --ties-as-listed.",
            swedish::list::listed(&tied),
            run.undecided
        ));
    }
    if run.left_over > Ore::ZERO {
        notices.push(format!("{} delas inte ut: ingen kan ta emot mer.", run.left_over));
    }
    notices
}

fn as_text(run: &Run, names: &[String], why: Option<usize>) -> String {
    let dash = || "\u{2013}".to_owned();
    let mut rows = Vec::with_capacity(names.len() + 1);
    for (name, line) in names.iter().zip(&run.lines) {
        rows.push(vec![
            name.clone(),
            binding(line.binding).to_owned(),
            line.weight.swedish(6),
            in_tkr(line.ideal).swedish(3),
            line.floor.map_or_else(|_| dash(), Ore::tkr),
            line.cap.map_or_else(dash, Ore::tkr),
            line.decided.tkr(),
        ]);
    }
    rows.push(
        ["Summa", "", "", "", "", ""].iter().map(|cell| (*cell).to_owned()).chain([run.sum.tkr()]).collect(),
    );
    let header = ["förbund", "avgörs av", "vikt", "idealt", "golv", "tak", "beslutat"];
    let mut text = aligned(&header, &rows, 2);
    let level = run.level.map_or_else(|| "alla tak är nådda".to_owned(), |level| in_tkr(level).swedish(3));
    let symbol = match run.parameters.strategy {
        Strategy::Scale | Strategy::Keep => "λ",
        Strategy::Equal => "ändring för alla",
        Strategy::Inhabitants => "ändring per invånare",
    };
    text.push_str(&format!(
        "\nBelopp i tkr. Strategi: {} ({}). {symbol}: {level}\n",
        run.parameters.strategy.key(),
        run.parameters.strategy.swedish()
    ));
    for notice in notices(run, names) {
        text.push_str(&format!("\u{2022} {notice}\n"));
    }
    if let Some(place) = why {
        text.push_str(&format!("\nSå räknas {}:\n", names.get(place).map_or("", String::as_str)));
        for (number, step) in derive(run, place).iter().enumerate() {
            text.push_str(&format!("{}. {}\n", number + 1, step.sentence()));
        }
    }
    text.truncate(text.trim_end().len());
    text
}

const fn binding(binding: Binding) -> &'static str {
    match binding {
        Binding::Level => "nivån",
        Binding::Floor => "spärren",
        Binding::Base => "basen",
        Binding::Cap => "taket",
    }
}

fn as_json(run: &Run, names: &[String], why: Option<usize>) -> Value {
    let tkr = |amount: Ore| json_number(&amount.tkr_plain());
    let exact = |ore: Fraction| json_number(&in_tkr(ore).plain(9));
    let associations: Vec<Value> = names
        .iter()
        .zip(&run.lines)
        .map(|(name, line)| {
            json!({
                "association": name,
                "weight": json_number(&line.weight.plain(12)),
                "weight_exact": line.weight,
                "ideal": exact(line.ideal),
                "floor": line.floor.ok().map(tkr),
                "cap": line.cap.map(tkr),
                "exact": exact(line.exact),
                "decided": tkr(line.decided),
                "binding": line.binding,
            })
        })
        .collect();
    let lambda = match run.parameters.strategy {
        Strategy::Scale | Strategy::Keep => run.level.map(exact),
        Strategy::Equal | Strategy::Inhabitants => None,
    };
    let tie = run.tie.as_ref().map(|tie| {
        let candidates: Vec<&String> = tie.candidates.iter().filter_map(|place| names.get(*place)).collect();
        json!({ "candidates": candidates, "units": tie.units })
    });
    let steps = why.map(|place| {
        derive(run, place)
            .iter()
            .map(|step| json!({ "data": step, "sentence": allocation::text_table::ordinary_spaces(&step.sentence()) }))
            .collect::<Vec<Value>>()
    });
    let notices: Vec<String> =
        notices(run, names).iter().map(|notice| allocation::text_table::ordinary_spaces(notice)).collect();
    json!({
        "amounts_in": "tkr",
        "strategy": run.parameters.strategy,
        "strategy_name": run.parameters.strategy.swedish(),
        "total": tkr(run.parameters.total),
        "base": tkr(run.parameters.base),
        "pool": tkr(run.pool),
        "lambda": lambda,
        "level": run.level.map(exact),
        "level_exact_ore": run.level,
        "sum": tkr(run.sum),
        "undecided": tkr(run.undecided),
        "left_over": tkr(run.left_over),
        "tie": tie,
        "associations": associations,
        "why": steps,
        "notices": notices,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Cli {
        #[command(flatten)]
        args: Allocate,
    }

    fn example(name: &str) -> String {
        format!("{}/../../data/examples/{name}", env!("CARGO_MANIFEST_DIR"))
    }

    fn told(args: &[&str]) -> Result<String, InputError> {
        let all = ["x", "--total", "10000", "--base", "400"].iter().chain(args);
        let cli = Cli::try_parse_from(all).unwrap();
        let mut out = Vec::new();
        execute(&cli.args, &mut out)?;
        Ok(String::from_utf8(out).unwrap())
    }

    #[test]
    fn the_published_vectors_come_out_of_the_examples() {
        for (file, decided, lambda) in [
            ("tilldelning-v1.csv", [4612, 2178, 1710, 1500], "8327.5609"),
            ("tilldelning-v2.csv", [4840, 2274, 1386, 1500], "8778.481"),
            ("tilldelning-v3.csv", [4440, 2105, 1710, 1745], "7986.7588"),
        ] {
            let answer: Value =
                serde_json::from_str(&told(&["--input", &example(file), "--json"]).unwrap()).unwrap();
            let amounts: Vec<i64> = answer["associations"]
                .as_array()
                .unwrap()
                .iter()
                .map(|association| association["decided"].as_i64().unwrap())
                .collect();
            assert_eq!(amounts, decided, "{file}");
            assert!(answer["lambda"].to_string().starts_with(lambda), "{}", answer["lambda"]);
            assert_eq!((&answer["sum"], &answer["strategy"]), (&json!(10_000), &json!("scale")));
        }
    }

    #[test]
    fn a_table_and_every_step_can_be_read() {
        let text = told(&["--input", &example("tilldelning-v1.csv"), "--why", "C"]).unwrap();
        assert!(text.contains("λ: 8 327,561"), "{text}");
        assert!(text.contains("Spärren: föregående års belopp var 1 900 000 kr"), "{text}");
        assert!(text.lines().any(|line| line.starts_with("Summa") && line.ends_with("10 000")), "{text}");
    }

    #[test]
    fn offers_lower_the_cap() {
        let args = ["--input", &example("tilldelning-v3.csv"), "--match", &example("matchning.csv")];
        let text = told(&args).unwrap();
        assert!(text.contains("λ: 8 327,561"), "the same as when the cap stands in the table: {text}");
    }

    #[test]
    fn wrong_input_is_told_with_its_place() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("fel.csv");
        let told = |text: &str| {
            std::fs::write(&file, text).unwrap();
            told(&["--input", file.to_str().unwrap()]).unwrap_err()
        };
        let error = told("association,need,inhabitants\nA,1,2\nB,,3\n");
        assert_eq!((error.row, error.column.as_deref()), (Some(3), Some("need")));
        assert!(error.to_string().contains("räknas inte som noll"));
        let error = told("association,need,inhabitants,floor_applies\nA,1,2,kanske\n");
        assert_eq!((error.row, error.column.as_deref()), (Some(2), Some("floor_applies")));
        let error = told("association,need,inhabitants,previous\nA,1,2,20000\n");
        assert!(error.remedy.contains("--brake"), "{error}");
    }
}
