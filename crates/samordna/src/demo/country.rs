//! The country of the demo: the open statistics of `data/`, and what is illustrative, said so.

use allocation::statistics::{Series, SeriesKind};
use domain::Ctx;
use domain::decision::Entered;
use domain::national::division::NoteDivision;
use domain::national::events::{Area, Division};
use domain::national::import::ImportSeries;
use domain::national::{Command, NationalYear};
use engine::Engine;
use jiff::Timestamp;
use jiff::civil::date;
use swedish::number::parse_scaled_unsigned;
use uuid::Uuid;

use super::people::{DIRECTOR, person};
use super::teller::Trouble;

const COUNTRY: &str = include_str!("../../../../data/examples/landet-illustrativt.csv");
const POPULATION: &str = include_str!("../../../../data/population_2019.csv");
const COUNTED: &str =
    "SCB, folkmängd den 31 december 2019 efter region, ålder och kön, summerad över ettårsklasser";
const SPREAD: &str = "landets summa 2019, 745 272 helårsekvivalenter (SCB), utspridd efter invånare 18–64 år";
const DIVIDED: &str = "Indelningen är påhittad för demon, utom Jönköpings läns tre förbund.";

/// Reads the statistics in and notes the division, once.
pub(super) async fn tell(engine: &Engine) -> Result<(), Trouble> {
    if engine.read_on::<NationalYear, _>("2025", |_| ()).is_some() {
        return Ok(());
    }
    let counted = |kind, column| import(kind, POPULATION, column, COUNTED, "population_2019.csv", false);
    let commands = [
        counted(SeriesKind::Inhabitants, "inhabitants_16_64"),
        counted(SeriesKind::KeyInhabitants, "inhabitants_18_64"),
        import(SeriesKind::Need, COUNTRY, "need", SPREAD, "landet-illustrativt.csv", true),
        divided(),
    ];
    for (step, command) in commands.into_iter().enumerate() {
        let command = command.map_err(|why| Trouble::new("national", step, &why))?;
        let now = date(2025, 10, 1).at(9, 0, 0, 0);
        let ctx =
            Ctx { now, actor: person(DIRECTOR), reasons: Default::default(), entered: Entered::Afterwards };
        let id = Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("samordna demo national {step}").as_bytes());
        let at = Timestamp::from_second(1_759_302_000).unwrap_or(Timestamp::UNIX_EPOCH);
        let key = command.year().to_string();
        let done = engine.execute_on::<NationalYear>(&key, id, at, ctx, command).await;
        done.map_err(|why| Trouble::new("national", step, &format!("{why:?}")))?;
    }
    Ok(())
}

fn import(
    kind: SeriesKind,
    table: &str,
    column: &str,
    source: &str,
    file: &str,
    illustrative: bool,
) -> Result<Command, String> {
    let mut reader = reader(table);
    let at = place(&mut reader, column)?;
    let mut values = std::collections::BTreeMap::new();
    for row in reader.records() {
        let row = row.map_err(|why| why.to_string())?;
        let (code, figure) = (row.get(0).unwrap_or_default(), row.get(at).unwrap_or_default());
        let figure = parse_scaled_unsigned(figure, 3).map_err(|why| format!("{file}, {code}: {why}"))?;
        values.insert(code.to_owned(), Ok(figure));
    }
    let series = Series { measure: kind, year: 2019, preliminary: false, source: source.to_owned(), values };
    Ok(Command::ImportSeries(ImportSeries { series, file: Some(file.to_owned()), illustrative }))
}

fn divided() -> Result<Command, String> {
    let mut reader = reader(COUNTRY);
    let at = place(&mut reader, "association")?;
    let mut associations: Vec<Area> = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|why| why.to_string())?;
        let (code, name) = (row.get(0).unwrap_or_default().to_owned(), row.get(at).unwrap_or_default());
        match associations.iter_mut().find(|area| area.name == name) {
            _ if name.is_empty() => {}
            Some(area) => area.municipalities.push(code),
            None => associations.push(Area {
                name: name.to_owned(),
                municipalities: vec![code],
                previous: None,
                cap: None,
                floor_applies: None,
                equity: None,
                contributions: None,
            }),
        }
    }
    let division = Division { associations, source: DIVIDED.to_owned(), illustrative: true };
    Ok(Command::NoteDivision(NoteDivision { year: 2025, division }))
}

fn reader(table: &str) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(table.as_bytes())
}

fn place(reader: &mut csv::Reader<&[u8]>, column: &str) -> Result<usize, String> {
    let header = reader.headers().map_err(|why| why.to_string())?;
    header.iter().position(|name| name == column).ok_or_else(|| format!("kolumnen {column} saknas"))
}
