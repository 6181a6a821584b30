//! A list on its way to a reader: the page, and the same rows as CSV, XLSX, JSON and Atom.
//!
//! The five addresses stand in one table, [`lists!`](crate::lists), with one action and one handler, so whoever may not
//! read the page gets none of its files; and what the handler leaves out of the rows is in none of them. A table is
//! taken out whole; JSON and Atom come page by page, each with the address of the next.

use axum::http::header;
use axum::response::IntoResponse;
use directory::SecurityAct;
use exchange::feed::{self, Feed};
use exchange::workbook::{Column, Sheet, Workbook};
use jiff::civil::Date;
use kit::list::{Drawn, Extent, List, Picked, Query, Value};
use kit::{Lang, Markup};
use serde_json::json;

use crate::security;
use crate::sheet;
use crate::stop::{Answer, Stop};
use crate::visitor::Visitor;

const JSON: &str = "application/json";
const ATOM: &str = "application/atom+xml; charset=utf-8";

/// What is answered.
#[derive(Debug)]
#[must_use]
pub struct Face {
    name: String,
    made: Made,
}

#[derive(Debug)]
enum Made {
    Page { title: String, main: Markup },
    Csv(Sheet),
    Xlsx(Sheet, Date),
    Json(Vec<u8>),
    Atom(Vec<u8>),
}

/// The list in the form that the address asks for; the page is made only when it is the page.
///
/// # Errors
/// It cannot be written.
pub fn answer<R>(
    visitor: &Visitor,
    list: &List<'_, R>,
    rows: impl IntoIterator<Item = R>,
    title: &str,
    page: impl FnOnce(&Drawn) -> Markup,
) -> Result<Face, Stop> {
    let asked = visitor.asked();
    let query = list.asked(asked.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let pick = |extent| list.pick(&query, rows, extent);
    let made = match visitor.path().rsplit_once('.').map(|(_, ending)| ending) {
        Some("csv") => Made::Csv(sheet_of(list, &pick(Extent::Whole))),
        Some("xlsx") => Made::Xlsx(sheet_of(list, &pick(Extent::Whole)), visitor.today()),
        Some("json") => Made::Json(json_of(list, &query, &pick(Extent::Page)).map_err(Stop::fault)?),
        Some("atom") => Made::Atom(
            feed_of(visitor, list, title, &query, &pick(Extent::Latest)).atom().map_err(Stop::fault)?,
        ),
        Some(_) | None => {
            let main = page(&list.draw(&query, &pick(Extent::Page)));
            Made::Page { title: title.to_owned(), main }
        }
    };
    Ok(Face { name: list.head().name.clone(), made })
}

impl Face {
    /// Sends it; what is taken out and not for anybody is noted in the security log.
    ///
    /// # Errors
    /// It cannot be written.
    pub async fn send(self, visitor: &Visitor) -> Answer {
        let Self { name, made } = self;
        let ending = match &made {
            Made::Page { title, main } => return visitor.page(title, main),
            Made::Csv(_) => "csv",
            Made::Xlsx(..) => "xlsx",
            Made::Json(_) => "json",
            Made::Atom(_) => "atom",
        };
        if !visitor.is_public() {
            security::note(visitor, SecurityAct::TakenOut, &format!("{name}.{ending}")).await;
        }
        match made {
            Made::Page { title, main } => visitor.page(&title, &main),
            Made::Csv(sheet) => beside(move || sheet::csv(&name, &sheet)).await,
            Made::Xlsx(sheet, made) => {
                let book = Workbook { title: sheet.title.clone(), sheets: vec![sheet] };
                beside(move || sheet::xlsx(&name, &book, made)).await
            }
            Made::Json(bytes) => Ok(([(header::CONTENT_TYPE, JSON)], bytes).into_response()),
            Made::Atom(bytes) => Ok(([(header::CONTENT_TYPE, ATOM)], bytes).into_response()),
        }
    }
}

/// A long table takes a while to write, and others do not wait for it.
async fn beside(work: impl FnOnce() -> Answer + Send + 'static) -> Answer {
    tokio::task::spawn_blocking(work).await.map_err(Stop::fault)?
}

fn sheet_of<R>(list: &List<'_, R>, picked: &Picked<R>) -> Sheet {
    let columns = list.columns();
    Sheet {
        name: list.head().caption.to_string(),
        title: list.head().caption.to_string(),
        notes: list.notes().to_vec(),
        columns: columns
            .iter()
            .map(|column| Column::new(column.label.clone(), sheet::kind(column.kind)))
            .collect(),
        rows: picked
            .rows()
            .map(|row| columns.iter().map(|column| sheet::cell(column.value(row))).collect())
            .collect(),
    }
}

/// The rows by the keys of their columns: days as `2026-11-30`, amounts in whole öre.
fn json_of<R>(list: &List<'_, R>, query: &Query, picked: &Picked<R>) -> serde_json::Result<Vec<u8>> {
    let row = |row: &R| -> serde_json::Map<String, serde_json::Value> {
        let entry = list.entry(row);
        let cells = list.columns().iter().map(|column| (column.key.to_owned(), plain(&column.value(row))));
        cells.chain([("href".to_owned(), json!(entry.href))]).collect()
    };
    let told = json!({
        "rows": picked.rows().map(row).collect::<Vec<_>>(),
        "count": picked.found(),
        "next": next(list, "json", query, picked),
    });
    serde_json::to_vec(&told)
}

fn plain(value: &Value<'_>) -> serde_json::Value {
    match value {
        Value::Missing => serde_json::Value::Null,
        Value::Text(text) => json!(text),
        Value::Count(count) => json!(count),
        Value::Thousandths(figure) if figure % 1000 == 0 => json!(figure / 1000),
        Value::Thousandths(figure) => {
            let written = format!("{}.{:03}", figure / 1000, figure % 1000);
            written.parse::<serde_json::Number>().map_or(serde_json::Value::Null, serde_json::Value::Number)
        }
        Value::Amount(amount) => json!(amount.ore()),
        Value::Day(day) => json!(day.to_string()),
    }
}

/// The address of the next page of the same rows.
fn next<R>(list: &List<'_, R>, ending: &str, query: &Query, picked: &Picked<R>) -> Option<String> {
    (picked.page < picked.last).then(|| list.file(ending, &query.on(picked.page + 1)))
}

fn feed_of<R>(visitor: &Visitor, list: &List<'_, R>, title: &str, query: &Query, picked: &Picked<R>) -> Feed {
    let site = visitor.site();
    let at = |path: String| format!("{site}{path}");
    let entry = |row: &R| {
        let entry = list.entry(row);
        feed::Entry {
            id: visitor.tag(&entry.id),
            title: entry.title,
            updated: entry.updated,
            href: entry.href.map(&at),
            says: says(visitor.lang(), list, row),
        }
    };
    Feed {
        id: visitor.tag(&list.file("atom", &query.on(1))),
        title: title.to_owned(),
        author: visitor.app().settings().owner.name.clone(),
        own: at(list.file("atom", &query.on(picked.page))),
        page: at(list.address(&query.on(1))),
        next: next(list, "atom", query, picked).map(at),
        made: visitor.today(),
        entries: picked.rows().map(entry).collect(),
    }
}

/// What is known of a row, column by column.
fn says<R>(lang: Lang, list: &List<'_, R>, row: &R) -> String {
    let known = list.columns().iter().filter_map(|column| {
        let value = match column.value(row) {
            Value::Missing => return None,
            Value::Text(text) => text.into_owned(),
            Value::Count(count) => swedish::number::grouped(count),
            figure @ Value::Thousandths(_) => plain(&figure).to_string(),
            Value::Amount(amount) => amount.to_string(),
            Value::Day(day) => kit::format::day_text(lang, day),
        };
        Some(format!("{}: {value}", column.label))
    });
    known.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kit::list::{Entry, Head};
    use swedish::money::Ore;

    use super::*;

    struct Row(&'static str, Option<i64>, u64);

    fn list() -> List<'static, Row> {
        let head = Head { path: "/x".into(), name: "x".into(), caption: "X".into(), noun: "found-many" };
        List::new(Lang::Sv, head, |row: &Row| Entry::at("/x/1", row.0, date(2026, 11, 30)))
            .text("namn", "Namn", |row| row.0.into())
            .amount("belopp", "Belopp", |row| row.1.map(Ore::new).into())
            .figure("siffra", "Siffra", |row| Value::Thousandths(row.2))
            .day("dag", "Dag", |_| date(2026, 11, 30).into())
            .taken_out()
    }

    fn picked(list: &List<'static, Row>) -> (Query, Picked<Row>) {
        let query = list.asked([]);
        let rows = [Row("=1+1", Some(-50), 1_234_500), Row("å", None, 2_000)];
        let picked = list.pick(&query, rows, Extent::Page);
        (query, picked)
    }

    #[test]
    fn amounts_are_ore_days_are_written_out_and_what_is_not_known_is_null() {
        let list = list();
        let (query, picked) = picked(&list);
        let told: serde_json::Value =
            serde_json::from_slice(&json_of(&list, &query, &picked).unwrap()).unwrap();
        let row =
            json!({ "namn": "=1+1", "belopp": -50, "siffra": 1234.5, "dag": "2026-11-30", "href": "/x/1" });
        assert_eq!(told["rows"][0], row);
        assert_eq!(told["rows"][1]["belopp"], serde_json::Value::Null);
        assert_eq!(told["rows"][1]["siffra"], json!(2));
        assert_eq!((&told["count"], &told["next"]), (&json!(2), &serde_json::Value::Null));
    }

    #[test]
    fn a_table_taken_out_has_every_column_and_no_formula() {
        let list = list();
        let bytes = sheet_of(&list, &picked(&list).1).csv().unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text, "\u{feff}Namn;Belopp;Siffra;Dag\n'=1+1;-0,50;1234,5;2026-11-30\nå;;2;2026-11-30\n");
    }

    #[test]
    fn a_feed_says_what_is_known_of_a_row() {
        let list = list();
        let said = says(Lang::Sv, &list, &Row("Å", None, 1_234_500));
        assert_eq!(said, "Namn: Å; Siffra: 1234.5; Dag: 30\u{a0}november 2026");
    }
}
