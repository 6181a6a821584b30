//! `samordna partitions`: every way to group a county's municipalities, and the best one.

use std::io::Write;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use allocation::fraction::Fraction;
use allocation::model::{BasisPoints, Keys, Need, Statistic};
use allocation::partitions::{
    Answer, Candidate, Grouping, Objective, Outside, PartitionError, Pool, Question, search,
};
use allocation::text_table::aligned;
use serde_json::{Value, json};
use swedish::money::Ore;
use swedish::number::{counted, grouped};

use super::csv_input::{self, InputError, Table, json_number, tell, tell_json};

/// Pröva alla sätt att gruppera kommuner i förbund.
#[derive(Debug, clap::Args)]
pub(crate) struct Partitions {
    /// Tabell med kolumnerna municipality, need, inhabitants (16–64 år) och, om det finns ett tak, cap i tkr.
    #[arg(long, value_name = "FIL")]
    input: PathBuf,
    /// Vad ett förbund kostar att administrera, i tkr.
    #[arg(long, value_name = "TKR", value_parser = csv_input::tkr)]
    admin_cost: Ore,
    /// Statens total i tkr.
    #[arg(long, value_name = "TKR", default_value = "339000", value_parser = csv_input::tkr)]
    total: Ore,
    /// Grundtilldelning till varje förbund i tkr.
    #[arg(long, value_name = "TKR", default_value = "400", value_parser = csv_input::tkr)]
    base: Ore,
    /// Hur många procent försörjningsmåttet räknas till; resten är invånare 16–64 år.
    #[arg(long, value_name = "PROCENT", default_value = "75", value_parser = csv_input::percent)]
    need_weight: BasisPoints,
    /// Förbund i landet utanför tabellens kommuner.
    #[arg(long, default_value_t = 67)]
    outside_associations: u32,
    /// Hela landets försörjningsmått; förvalet är SCB:s summa för 2019.
    #[arg(long, default_value_t = 745_272)]
    country_need: u64,
    /// Hela landets invånare 16–64 år; förvalet är den 31 december 2019.
    #[arg(long, default_value_t = 6_310_457)]
    country_inhabitants: u64,
    /// Håll behovsdelen fast som när området har så många förbund; annars ändras landets pott med antalet.
    #[arg(long, value_name = "ANTAL")]
    held_at: Option<u32>,
    /// Vad som är bäst: activity, state, even eller weakest.
    #[arg(long, value_name = "NAMN", default_value = "activity", value_parser = objective)]
    objective: Objective,
    /// Minsta belopp till verksamhet i varje förbund, i tkr.
    #[arg(long, value_name = "TKR", value_parser = csv_input::tkr)]
    least_activity: Option<Ore>,
    /// Minsta antal förbund.
    #[arg(long, default_value_t = 1)]
    fewest: usize,
    /// Största antal förbund.
    #[arg(long)]
    most: Option<usize>,
    /// Antal trådar; förvalet är alla processorkärnor.
    #[arg(long)]
    threads: Option<NonZeroUsize>,
    /// Visa hur långt sökningen har kommit.
    #[arg(long)]
    progress: bool,
    /// Skriv svaret som JSON.
    #[arg(long)]
    json: bool,
}

fn objective(text: &str) -> Result<Objective, String> {
    Objective::ALL.into_iter().find(|objective| objective.key() == text).ok_or_else(|| {
        let known = Objective::ALL.map(|objective| format!("{} ({})", objective.key(), objective.swedish()));
        format!("välj {}", known.join(", "))
    })
}

/// Runs the command.
pub(crate) fn run(args: &Partitions) -> ExitCode {
    csv_input::finish(|out| execute(args, out))
}

/// What the reader is told beside the answer.
struct Told {
    names: Vec<String>,
    need_counts: bool,
    milliseconds: u128,
}

fn execute(args: &Partitions, out: &mut dyn Write) -> Result<(), InputError> {
    let optional = [
        "municipality",
        "association",
        "code",
        "need",
        "cap",
        "region",
        "key_inhabitants",
        "previous",
        "floor_applies",
    ];
    let table = Table::read(&args.input, &["inhabitants"], &optional)?;
    let name_column = if table.has("municipality") { "municipality" } else { "association" };
    let names = table.names(name_column)?;
    let need_counts = table.has("need") && args.need_weight.get() > 0;
    let mut municipalities = Vec::with_capacity(names.len());
    for row in table.rows() {
        municipalities.push(Candidate {
            need: row.number("need", 3)?.map(Need::from_thousandths),
            inhabitants: row.number("inhabitants", 0)?,
            cap: row.tkr("cap")?,
        });
    }
    let question = Question {
        outside: outside(args, &municipalities)?,
        associations: (args.fewest, args.most.unwrap_or(municipalities.len())),
        municipalities,
        total: args.total,
        base: args.base,
        keys: if need_counts {
            Keys { need: args.need_weight.get(), inhabitants: 10_000 - args.need_weight.get() }
        } else {
            Keys { need: 0, inhabitants: 1 }
        },
        pool: args.held_at.map_or(Pool::Follows, |associations| Pool::HeldAt { associations }),
        administration: args.admin_cost,
        least_activity: args.least_activity,
        objective: args.objective,
    };
    let threads =
        args.threads.or_else(|| std::thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN);
    let shows = args.progress;
    let start = Instant::now();
    let answer = search(&question, threads, &|progress| {
        if shows {
            let _ = write!(std::io::stderr().lock(), "\r{} av {}", progress.evaluated, progress.of);
        }
        ControlFlow::Continue(())
    })
    .map_err(|error| refuse(&table, error))?;
    let told = Told { names, need_counts, milliseconds: start.elapsed().as_millis() };
    if shows {
        let _ = writeln!(std::io::stderr().lock());
    }
    if args.json {
        tell_json(out, &as_json(args, &answer, &told));
    } else {
        tell(out, as_text(args, &answer, &told));
    }
    Ok(())
}

/// The country less the municipalities of the table.
fn outside(args: &Partitions, municipalities: &[Candidate]) -> Result<Outside, InputError> {
    let need: u64 =
        municipalities.iter().filter_map(|m| m.need).map(Need::thousandths).fold(0, u64::saturating_add);
    let inhabitants: u64 = municipalities.iter().filter_map(|m| m.inhabitants).fold(0, u64::saturating_add);
    let smaller = |what: &str, option: &str| {
        let problem = format!("tabellens {what} är fler än hela landets");
        InputError::of_file(&args.input, problem, &format!("Ange hela landets med {option}"))
    };
    let country_need = Need::from_whole(args.country_need).map_or(u64::MAX, Need::thousandths);
    let need =
        country_need.checked_sub(need).ok_or_else(|| smaller("helårsekvivalenter", "--country-need"))?;
    let inhabitants = args
        .country_inhabitants
        .checked_sub(inhabitants)
        .ok_or_else(|| smaller("invånare", "--country-inhabitants"))?;
    Ok(Outside { associations: args.outside_associations, need: Need::from_thousandths(need), inhabitants })
}

fn refuse(table: &Table, error: PartitionError) -> InputError {
    let of_file = |remedy: &str| InputError::of_file(&table.file, error, remedy);
    match error {
        PartitionError::Missing { place, measure } => {
            let column = match measure {
                Statistic::Need => "need",
                Statistic::Inhabitants => "inhabitants",
            };
            let remedy = "Fyll i uppgiften, eller ta bort kommunen ur tabellen";
            table
                .row(place)
                .map_or_else(|| of_file(remedy), |row| row.error(column, &error.to_string(), remedy))
        }
        PartitionError::TooMany { .. } => of_file("Dela upp tabellen, eller slå ihop kommuner som hör ihop"),
        PartitionError::BasesExceedTotal { .. } => of_file("Höj --total eller sänk --base"),
        PartitionError::NoMunicipalities
        | PartitionError::NothingToShareBy
        | PartitionError::Negative
        | PartitionError::Overflow
        | PartitionError::NotAGrouping
        | PartitionError::Stopped => of_file("Kontrollera talen"),
    }
}

fn in_tkr(ore: Fraction) -> Fraction {
    ore.checked_div(Fraction::whole(100_000)).unwrap_or(ore)
}

fn count(number: u64) -> String {
    grouped(i128::from(number))
}

/// The score with its unit: tkr, or kronor for each inhabitant.
fn score(objective: Objective, grouping: &Grouping) -> String {
    match objective {
        Objective::Activity | Objective::State | Objective::Even => {
            format!("{} tkr", in_tkr(grouping.score).swedish(1))
        }
        Objective::Weakest => {
            let kronor = grouping.score.checked_div(Fraction::whole(100)).unwrap_or(grouping.score);
            format!("{} kr per invånare", kronor.swedish(2))
        }
    }
}

fn as_text(args: &Partitions, answer: &Answer, told: &Told) -> String {
    let mut text = String::new();
    if !told.need_counts {
        text.push_str("Försörjningsmått räknas inte: bara invånare 16–64 år är nyckel.\n");
    }
    text.push_str(&format!("Bäst är den gruppering som ger {}.\n\n", args.objective.swedish()));
    match &answer.best {
        None => text.push_str("Ingen gruppering uppfyller kraven.\n"),
        Some(best) => {
            let rows: Vec<Vec<String>> = best
                .blocks
                .iter()
                .map(|block| {
                    let names: Vec<&str> = block
                        .municipalities
                        .iter()
                        .filter_map(|m| told.names.get(*m))
                        .map(String::as_str)
                        .collect();
                    vec![names.join(", "), in_tkr(block.state).swedish(1), in_tkr(block.activity).swedish(1)]
                })
                .collect();
            text.push_str(&aligned(&["förbund", "staten, tkr", "verksamhet, tkr"], &rows, 1));
            text.push_str(&format!("\n{}: {}", args.objective.key(), score(args.objective, best)));
            if answer.equally_good > 1 {
                let others = count(answer.equally_good - 1);
                text.push_str(&format!(" (oavgjort: {others} andra grupperingar är precis lika bra)"));
            }
            text.push_str("\n\nBäst för varje antal förbund:\n");
            let rows: Vec<Vec<String>> = answer
                .by_count
                .iter()
                .map(|grouping| {
                    let blocks = grouping.blocks.len().to_string();
                    vec![blocks, score(args.objective, grouping), count(grouping.equally_good)]
                })
                .collect();
            text.push_str(&aligned(&["antal", "värde", "lika bra"], &rows, 0));
        }
    }
    text.push_str(&format!(
        "\nPrövade: {} grupperingar av {}, varav {} uppfyller kraven. Tid: {} ms.\n\
         Beloppen är före avrundning till hela tkr. Efter administration för {} tkr per förbund är resten verksamhet.",
        count(answer.evaluated),
        counted(told.names.len(), "kommun", "kommuner"),
        count(answer.admissible),
        told.milliseconds,
        args.admin_cost.tkr(),
    ));
    text
}

fn as_json(args: &Partitions, answer: &Answer, told: &Told) -> Value {
    let tkr = |ore: Fraction| json_number(&in_tkr(ore).plain(9));
    let grouping = |grouping: &Grouping| {
        let blocks: Vec<Value> = grouping
            .blocks
            .iter()
            .map(|block| {
                let names: Vec<&String> =
                    block.municipalities.iter().filter_map(|m| told.names.get(*m)).collect();
                json!({
                    "municipalities": names,
                    "state": tkr(block.state),
                    "activity": tkr(block.activity),
                })
            })
            .collect();
        json!({
            "associations": blocks,
            "count": grouping.blocks.len(),
            "score_exact_ore": grouping.score,
            "score": tkr(grouping.score),
            "equally_good": grouping.equally_good,
        })
    };
    json!({
        "amounts_in": "tkr",
        "objective": args.objective.key(),
        "need_counts": told.need_counts,
        "best": answer.best.as_ref().map(grouping),
        "by_count": answer.by_count.iter().map(grouping).collect::<Vec<Value>>(),
        "equally_good": answer.equally_good,
        "evaluated": answer.evaluated,
        "admissible": answer.admissible,
        "milliseconds": u64::try_from(told.milliseconds).unwrap_or(u64::MAX),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Cli {
        #[command(flatten)]
        args: Partitions,
    }

    fn told(text: &str, more: &[&str]) -> Result<String, InputError> {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("kommuner.csv");
        std::fs::write(&file, text).unwrap();
        let all = ["x", "--admin-cost", "900", "--input", file.to_str().unwrap()];
        let cli = Cli::try_parse_from(all.iter().chain(more)).unwrap();
        let mut out = Vec::new();
        execute(&cli.args, &mut out)?;
        Ok(String::from_utf8(out).unwrap())
    }

    const FOUR: &str = "municipality,need,inhabitants\nA,1000,8000\nB,700,6000\nC,500,4000\nD,90,900\n";

    #[test]
    fn dear_administration_makes_one_association_the_best() {
        let text = told(FOUR, &[]).unwrap();
        assert!(text.contains("A, B, C, D"), "{text}");
        assert!(text.contains("Prövade: 15 grupperingar av 4 kommuner"), "{text}");
        let cheap = ["--json", "--held-at", "1", "--fewest", "2", "--objective", "even"];
        let answer: Value = serde_json::from_str(&told(FOUR, &cheap).unwrap()).unwrap();
        assert_eq!((&answer["evaluated"], &answer["admissible"]), (&json!(15), &json!(14)));
        assert_eq!(answer["best"]["associations"][0]["municipalities"], json!(["A", "D"]));
    }

    #[test]
    fn without_a_need_column_inhabitants_decide_and_it_is_said() {
        let text = told("municipality,inhabitants\nA,8000\nB,6000\n", &[]).unwrap();
        assert!(text.starts_with("Försörjningsmått räknas inte"), "{text}");
        let missing = told("municipality,need,inhabitants\nA,,8000\nB,1,6000\n", &[]).unwrap_err();
        assert_eq!((missing.row, missing.column.as_deref()), (Some(2), Some("need")));
        let large = told("municipality,need,inhabitants\nA,1,9000000\n", &[]).unwrap_err();
        assert!(large.remedy.contains("--country-inhabitants"));
    }
}
