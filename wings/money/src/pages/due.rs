//! What falls due, as a list: a row for each member and day.

use jiff::civil::Date;
use kit::form::Choice;
use kit::list::{Entry, Head, List, Value};
use swedish::money::Ore;

use super::invoices::{Asked, divided};
use super::scene::Scene;

/// What a member pays on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    member: String,
    number: usize,
    due: Date,
    amount: Ore,
}

/// The rows of a year as it is asked to be divided; none when it cannot be.
pub fn rows(scene: &Scene<'_>, year: i16, asked: &Asked) -> Vec<Row> {
    let members = divided(scene, year, asked).and_then(Result::ok).unwrap_or_default();
    let days = asked.days.as_deref().unwrap_or_default();
    let of_member = |row: &domain::funding::invoicing::Row| -> Vec<Row> {
        let parts = days.iter().zip(&row.parts).zip(1..);
        let row = |((due, amount), number): ((&Date, &Ore), usize)| Row {
            member: scene.name(row.member).to_owned(),
            number,
            due: *due,
            amount: *amount,
        };
        parts.map(row).collect()
    };
    members.iter().flat_map(of_member).collect()
}

/// The rows as a list, at the address of the page with what it asks.
pub fn list<'a>(scene: Scene<'a>, year: i16, asked: &Asked) -> List<'a, Row> {
    let lang = scene.lang;
    let head = Head {
        path: scene.at(&format!("/{year}/fakturaunderlag")),
        name: format!("fakturaunderlag-{}-{year}", scene.association.slug()),
        caption: lang.t("funding-invoices-csv").into(),
        noun: "funding-invoices-counted",
    };
    let fixed = scene.funding().fixed(year).map(|fixed| fixed.on);
    let path = head.path.clone();
    let entry = move |row: &Row| Entry {
        id: format!("{path}#{}-{}", row.member, row.due),
        href: None,
        title: format!("{} {}", row.member, row.due),
        updated: fixed.unwrap_or(row.due),
    };
    let days = asked.days.iter().flatten().map(|day| Choice::new(day, day.to_string())).collect();
    List::new(lang, head, entry)
        .keeping(asked.pairs())
        .count("ar", lang.t("funding-year"), move |_| Value::Count(year.into()))
        .taken_out()
        .text("medlem", lang.t("funding-member"), |row| (&row.member).into())
        .sorts()
        .swedish()
        .count("nummer", lang.t("funding-invoices-number"), |row| row.number.into())
        .sorts()
        .day("forfaller", lang.t("funding-invoices-due-day"), |row| row.due.into())
        .sorts()
        .amount("belopp", lang.t("funding-contribution-kronor"), |row| row.amount.into())
        .sorts()
        .sums()
        .searches(lang.t("funding-invoices-search"), |row, search| search.at(&row.member))
        .filter("forfaller", lang.t("funding-invoices-due-day"), days, |row| row.due.to_string().into())
}
