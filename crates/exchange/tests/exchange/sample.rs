//! Real figures, and the same figures in the formats that the statistics database gives.

use std::fmt::Write as _;

use exchange::choices::Choices;
use exchange::preview::Preview;
use exchange::register::Register;
use exchange::source::Source;
use rust_xlsxwriter::Workbook;

/// Population on 31 December 2019 by municipality, age and sex: an excerpt, see the folder's README.
pub(crate) const EXCERPT: &str = include_str!("../data/scb-folkmangd-2019-jonkopings-lan.csv");

/// Our own figures for the country, summed from the whole table.
const POPULATION: &str = include_str!("../../../../data/population_2019.csv");

/// One row of the excerpt.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) age: String,
    pub(crate) sex: &'static str,
    pub(crate) count: u64,
}

pub(crate) fn register() -> Register {
    let lines = POPULATION.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    Register::new(lines.map(|cells| (cells[0].to_owned(), cells[1].to_owned())))
}

/// What our own table says for a municipality: inhabitants 16–64 and 18–64 years, in thousandths.
pub(crate) fn published(code: &str) -> (u64, u64) {
    let line = POPULATION.lines().find(|line| line.starts_with(code)).unwrap();
    let cells: Vec<&str> = line.split(',').collect();
    (cells[2].parse::<u64>().unwrap() * 1000, cells[3].parse::<u64>().unwrap() * 1000)
}

pub(crate) fn rows() -> Vec<Row> {
    let register = register();
    let code = |name: &str| {
        let found = register.municipalities().iter().find(|municipality| municipality.name == name);
        found.unwrap().code.clone()
    };
    EXCERPT
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split(',').map(|cell| cell.trim_matches('"')).collect();
            Row {
                code: code(cells[0]),
                name: cells[0].to_owned(),
                age: cells[1].to_owned(),
                sex: if cells[2] == "män" { "män" } else { "kvinnor" },
                count: cells[3].parse().unwrap(),
            }
        })
        .collect()
}

pub(crate) fn preview(bytes: &[u8], choices: &Choices) -> Preview {
    Preview::of(&Source::read(bytes, None).unwrap(), &register(), choices)
}

/// A table of text with another sign between the columns, regions by code and name, and ages with their word.
pub(crate) fn delimited(sign: char) -> String {
    let mut text = ["\"region\"", "\"ålder\"", "\"kön\"", "\"Folkmängd 2019\""].join(&sign.to_string());
    for row in rows() {
        let (code, name, age, sex, count) = (row.code, row.name, row.age, row.sex, row.count);
        write!(text, "\n\"{code} {name}\"{sign}\"{age} år\"{sign}\"{sex}\"{sign}{count}").unwrap();
    }
    text
}

/// A sheet as the statistics database writes it: no names over the texts to the left, each written once.
pub(crate) fn spreadsheet() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("BE0101N1").unwrap();
    sheet.write(0, 0, "Folkmängd efter region, ålder, kön, tabellinnehåll och år").unwrap();
    sheet.write(2, 3, "Folkmängd").unwrap();
    sheet.write(3, 3, "2019").unwrap();
    let mut at = 4;
    let (mut region, mut age) = (String::new(), String::new());
    for row in rows() {
        let (own_region, own_age) = (format!("{} {}", row.code, row.name), format!("{} år", row.age));
        if own_region != region {
            sheet.write(at, 0, &own_region).unwrap();
            age = String::new();
        }
        if own_age != age {
            sheet.write(at, 1, &own_age).unwrap();
        }
        sheet.write(at, 2, row.sex).unwrap();
        sheet.write(at, 3, f64::from(u32::try_from(row.count).unwrap())).unwrap();
        (region, age) = (own_region, own_age);
        at += 1;
    }
    sheet.write(at + 1, 0, "Källa: SCB").unwrap();
    book.save_to_buffer().unwrap()
}

/// JSON-stat, 2.0 or wrapped as 1.x was.
pub(crate) fn json_stat(rows: &[Row], wrapped: bool) -> String {
    let mut codes: Vec<(String, String)> = Vec::new();
    let mut ages: Vec<String> = Vec::new();
    for row in rows {
        let region = (row.code.clone(), row.name.clone());
        if !codes.contains(&region) {
            codes.push(region);
        }
        if !ages.contains(&row.age) {
            ages.push(row.age.clone());
        }
    }
    let category = |labels: &[(String, String)]| {
        let index: Vec<String> =
            labels.iter().enumerate().map(|(at, (code, _))| format!("\"{code}\":{at}")).collect();
        let label: Vec<String> =
            labels.iter().map(|(code, label)| format!("\"{code}\":\"{label}\"")).collect();
        format!("{{\"index\":{{{}}},\"label\":{{{}}}}}", index.join(","), label.join(","))
    };
    let ages_labelled: Vec<(String, String)> =
        ages.iter().map(|age| (age.clone(), format!("{age} år"))).collect();
    let sexes = [("1".to_owned(), "män".to_owned()), ("2".to_owned(), "kvinnor".to_owned())];
    let pair = |code: &str, label: &str| [(code.to_owned(), label.to_owned())];
    let dimensions = [
        ("Region", "region", category(&codes)),
        ("Alder", "ålder", category(&ages_labelled)),
        ("Kon", "kön", category(&sexes)),
        ("ContentsCode", "tabellinnehåll", category(&pair("BE0101N1", "Folkmängd"))),
        ("Tid", "år", category(&pair("2019", "2019"))),
    ]
    .map(|(id, label, category)| format!("\"{id}\":{{\"label\":\"{label}\",\"category\":{category}}}"))
    .join(",");
    let order = format!(
        "\"id\":[\"Region\",\"Alder\",\"Kon\",\"ContentsCode\",\"Tid\"],\"size\":[{},{},2,1,1],\
         \"role\":{{\"time\":[\"Tid\"],\"metric\":[\"ContentsCode\"]}}",
        codes.len(),
        ages.len()
    );
    let values: Vec<String> = rows.iter().map(|row| row.count.to_string()).collect();
    let values = values.join(",");
    if wrapped {
        let dimension = format!("{{{dimensions},{order}}}");
        format!(
            "{{\"dataset\":{{\"label\":\"x\",\"source\":\"SCB\",\"dimension\":{dimension},\"value\":[{values}]}}}}"
        )
    } else {
        format!(
            "{{\"version\":\"2.0\",\"class\":\"dataset\",\"label\":\"x\",\"source\":\"SCB\",{order},\
             \"dimension\":{{{dimensions}}},\"value\":[{values}]}}"
        )
    }
}

/// The statistics database's own JSON, where keys are codes only.
pub(crate) fn px_json(rows: &[Row]) -> String {
    let data: Vec<String> = rows
        .iter()
        .map(|row| {
            let sex = if row.sex == "män" { "1" } else { "2" };
            let (code, age, count) = (&row.code, &row.age, row.count);
            format!("{{\"key\":[\"{code}\",\"{age}\",\"{sex}\",\"2019\"],\"values\":[\"{count}\"]}}")
        })
        .collect();
    let columns =
        [("Region", "region", "d"), ("Alder", "ålder", "d"), ("Kon", "kön", "d"), ("Tid", "år", "t")]
            .map(|(code, text, kind)| {
                format!("{{\"code\":\"{code}\",\"text\":\"{text}\",\"type\":\"{kind}\"}}")
            })
            .join(",");
    let content = "{\"code\":\"BE0101N1\",\"text\":\"Folkmängd\",\"type\":\"c\"}";
    format!("{{\"columns\":[{columns},{content}],\"comments\":[],\"data\":[{}]}}", data.join(","))
}
