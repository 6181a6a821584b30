//! `samordna contributions`: what region and municipalities pay when the state pays.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use allocation::apportion::TieRule;
use allocation::contributions::{ContributionError, Contributions, Funding, Member, Payer};
use allocation::fraction::Fraction;
use allocation::text_table::aligned;
use serde_json::{Value, json};
use swedish::money::Ore;

use super::csv_input::{self, InputError, Table, json_number, tell, tell_json};

/// Fördela medlemmarnas bidrag: staten hälften, regionen och kommunerna en fjärdedel var.
#[derive(Debug, clap::Args)]
pub(crate) struct ContributionsCommand {
    /// Statens bidrag i tkr.
    #[arg(long, value_name = "TKR", value_parser = csv_input::tkr)]
    state: Ore,
    /// Tabell med kolumnerna municipality och inhabitants (18–64 år den 30 november).
    #[arg(long, value_name = "FIL")]
    municipalities: PathBuf,
    /// Regionens namn i utskriften.
    #[arg(long, default_value = "Regionen")]
    region: String,
    /// Kommunen hör inte till någon region och betalar hela den andra hälften (5 a §).
    #[arg(long)]
    outside_regions: bool,
    /// Ge lika rester i tabellens ordning, om den ordningen är beslutad; annars lämnas de oavgjorda.
    #[arg(long)]
    ties_as_listed: bool,
    /// Skriv svaret som JSON.
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub(crate) fn run(args: &ContributionsCommand) -> ExitCode {
    csv_input::finish(|out| execute(args, out))
}

fn execute(args: &ContributionsCommand, out: &mut dyn Write) -> Result<(), InputError> {
    let table = Table::read(&args.municipalities, &["municipality", "inhabitants"], &[])?;
    let names = table.names("municipality")?;
    let mut municipalities = Vec::with_capacity(names.len());
    for (row, name) in table.rows().zip(&names) {
        municipalities.push(Payer {
            name: name.as_str().into(),
            inhabitants: row.number("inhabitants", 0)?,
            outside_regions: args.outside_regions,
        });
    }
    let region = Payer { name: args.region.as_str().into(), inhabitants: None, outside_regions: false };
    let regions = if args.outside_regions { Vec::new() } else { vec![region] };
    let funding = Funding { regions, municipalities, ..Funding::default() };
    let rule = if args.ties_as_listed { TieRule::Listed } else { TieRule::Leave };
    // No table by year is read here, so the year has nothing to choose between.
    let contributions =
        funding.matching_state(args.state, 0, rule).map_err(|error| refuse(&table, &funding, &error))?;
    if args.json {
        tell_json(out, &as_json(&contributions, &funding));
    } else {
        tell(out, as_text(&contributions, &funding));
    }
    Ok(())
}

fn refuse(table: &Table, funding: &Funding, error: &ContributionError) -> InputError {
    if let ContributionError::InhabitantsUnknown(name) = error {
        let place = funding.municipalities.iter().position(|payer| *payer.name == *name.as_str());
        if let Some(row) = place.and_then(|place| table.row(place)) {
            return row.error("inhabitants", &error.to_string(), "Fyll i antalet invånare 18–64 år");
        }
    }
    InputError::of_file(&table.file, error, "Kontrollera tabellen och statens bidrag")
}

fn undecided(contributions: &Contributions, funding: &Funding) -> Vec<(String, Ore)> {
    let names = |members: &[Member]| {
        let names: Vec<&str> = members.iter().filter_map(|member| funding.name(*member)).collect();
        swedish::list::listed(&names)
    };
    contributions.ties.iter().map(|tie| (names(&tie.among), tie.amount)).collect()
}

fn as_text(contributions: &Contributions, funding: &Funding) -> String {
    let total = Fraction::whole(contributions.total.ore().into());
    let mut rows = Vec::with_capacity(contributions.lines.len() + 2);
    for line in &contributions.lines {
        let share = line.exact.checked_div(total).map_or_else(String::new, |share| share.percent(4));
        let name = funding.name(line.member).unwrap_or_default().to_owned();
        rows.push(vec![name, share, full_kronor(line.amount)]);
    }
    for (_, amount) in undecided(contributions, funding) {
        rows.push(vec!["Oavgjort".to_owned(), String::new(), full_kronor(amount)]);
    }
    rows.push(vec!["Summa".to_owned(), String::new(), full_kronor(contributions.total)]);
    let mut text = aligned(&["medlem", "andel", "bidrag"], &rows, 1);
    text.push_str(&format!("\nFördelning: {}.", contributions.scheme.swedish()));
    for (names, amount) in undecided(contributions, funding) {
        let amount = amount.to_string();
        text.push_str(&format!("\n\u{2022} Oavgjort: {names} har lika stor rest om {amount}."));
    }
    text
}

/// Always with öre, so that the column can be added up by eye.
fn full_kronor(amount: Ore) -> String {
    let kronor = Fraction::new(amount.ore().into(), 100).unwrap_or(Fraction::ZERO);
    format!("{} kr", kronor.swedish(2))
}

fn as_json(contributions: &Contributions, funding: &Funding) -> Value {
    let kronor = |amount: Ore| {
        json_number(&Fraction::new(amount.ore().into(), 100).unwrap_or(Fraction::ZERO).plain(2))
    };
    let one = |member: Member| contributions.lines.iter().find(|line| line.member == member);
    let parts = |payers: &[Payer], member: fn(usize) -> Member| -> Vec<Value> {
        payers
            .iter()
            .enumerate()
            .filter_map(|(place, payer)| Some((payer, one(member(place))?)))
            .map(|(payer, line)| {
                json!({
                    "name": payer.name,
                    "inhabitants": payer.inhabitants,
                    "kronor": kronor(line.amount),
                    "ore": line.amount,
                    "exact_ore": line.exact,
                })
            })
            .collect()
    };
    let ties: Vec<Value> = undecided(contributions, funding)
        .into_iter()
        .map(|(names, amount)| json!({ "among": names, "ore": amount }))
        .collect();
    let state = one(Member::State).map_or(Ore::ZERO, |line| line.amount);
    json!({
        "scheme": contributions.scheme,
        "total_ore": contributions.total,
        "state": { "kronor": kronor(state), "ore": state },
        "regions": parts(&funding.regions, Member::Region),
        "municipalities": parts(&funding.municipalities, Member::Municipality),
        "undecided": ties,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Cli {
        #[command(flatten)]
        args: ContributionsCommand,
    }

    fn told(file: &str, more: &[&str]) -> Result<String, InputError> {
        let all = ["x", "--state", "4000", "--municipalities", file];
        let cli = Cli::try_parse_from(all.iter().chain(more)).unwrap();
        let mut out = Vec::new();
        execute(&cli.args, &mut out)?;
        Ok(String::from_utf8(out).unwrap())
    }

    fn umea() -> String {
        format!("{}/../../data/examples/umearegionen.csv", env!("CARGO_MANIFEST_DIR"))
    }

    #[test]
    fn umearegionens_key_to_the_ore() {
        let text = told(&umea(), &["--region", "Region Västerbotten"]).unwrap();
        for expected in [
            "Försäkringskassan",
            "4 000 000,00 kr",
            "Region Västerbotten",
            "1 685 116,37 kr",
            "102 186,14 kr",
            "58 587,83 kr",
            "78 954,47 kr",
            "75 155,19 kr",
            "8 000 000,00 kr",
        ] {
            assert!(text.contains(expected), "{expected} in\n{text}");
        }
        let answer: Value = serde_json::from_str(&told(&umea(), &["--json"]).unwrap()).unwrap();
        assert_eq!(answer["municipalities"][0]["ore"], 168_511_637);
        assert_eq!(answer["state"]["kronor"], 4_000_000);
    }

    #[test]
    fn a_missing_figure_is_told_with_its_place() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("fel.csv");
        std::fs::write(&file, "municipality,inhabitants\nA,10\nB,\n").unwrap();
        let error = told(file.to_str().unwrap(), &[]).unwrap_err();
        assert_eq!((error.row, error.column.as_deref()), (Some(3), Some("inhabitants")));
        std::fs::write(&file, "municipality,inhabitants\nA,10\nB,10\nC,10\n").unwrap();
        let text = told(file.to_str().unwrap(), &[]).unwrap();
        assert!(text.contains("Oavgjort: A, B och C har lika stor rest om 0,02 kr."), "{text}");
        let alone = told(file.to_str().unwrap(), &["--outside-regions", "--ties-as-listed"]).unwrap();
        assert!(alone.contains("1 333 333,34 kr") && !alone.contains("Regionen"), "{alone}");
    }
}
