//! What to invoice: the fixed contributions divided over days that the reader chooses, each row and column summing.

use allocation::invoices::InvoiceError;
use domain::funding::invoicing::{Row, divide};
use jiff::civil::Date;
use kit::format::{day, money_to_the_ore};
use kit::list::Drawn;
use kit::parts::{self, Column};
use maud::{Markup, html};
use swedish::money::Ore;
use swedish::money::Unit;
use swedish::reading;

use super::scene::Scene;

/// How many times a year can be divided into; each gives whole months.
const COUNTS: [u8; 6] = [1, 2, 3, 4, 6, 12];

/// What the address asks for: how many times, on which days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// How many.
    pub count: u8,
    /// The days as they were typed.
    pub typed: Vec<String>,
    /// The days; none when what was typed are no days, or not in order.
    pub days: Option<Vec<Date>>,
}

impl Asked {
    /// What a query asks for; the last day of each period's first month where it names no days.
    pub fn of<'a>(year: i16, pairs: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> Self {
        let count =
            pairs.clone().find(|(name, _)| *name == "antal").and_then(|(_, value)| value.parse().ok());
        let count = count.filter(|count| COUNTS.contains(count)).unwrap_or(2);
        let typed: Vec<String> =
            pairs.filter(|(name, _)| *name == "dag").map(|(_, value)| value.trim().to_owned()).collect();
        if typed.len() != usize::from(count) {
            let days = usual(year, count);
            return Self { count, typed: days.iter().map(ToString::to_string).collect(), days: Some(days) };
        }
        let read: Option<Vec<Date>> = typed.iter().map(|text| reading::day(text).ok()).collect();
        let days = read.filter(|days| days.is_sorted_by(|a, b| a < b));
        Self { count, typed, days }
    }

    /// The same as the pairs of an address.
    pub(super) fn pairs(&self) -> Vec<(String, String)> {
        let days = self.typed.iter().map(|day| ("dag".to_owned(), day.clone()));
        std::iter::once(("antal".to_owned(), self.count.to_string())).chain(days).collect()
    }
}

/// The last day of the first month of each period.
fn usual(year: i16, count: u8) -> Vec<Date> {
    let months = 12 / i8::try_from(count.max(1)).unwrap_or(12);
    let first = |at: u8| Date::new(year, 1 + months * i8::try_from(at).unwrap_or(0), 1).ok();
    (0..count).filter_map(|at| first(at).map(Date::last_of_month)).collect()
}

/// The rows, or why there are none, in Swedish.
pub(super) fn divided(scene: &Scene<'_>, year: i16, asked: &Asked) -> Option<Result<Vec<Row>, String>> {
    let fixed = scene.funding().fixed(year)?;
    let Some(days) = &asked.days else { return Some(Err(InvoiceError::NotInOrder.to_string())) };
    Some(divide(&fixed.amounts, scene.profile(), days, Unit::Kr).map_err(|why| why.to_string()))
}

/// The page; `due` is what falls due, a row for each member and day.
pub fn show(scene: &Scene<'_>, year: i16, asked: &Asked, due: &Drawn) -> Markup {
    let lang = scene.lang;
    html! {
        h1 { (lang.ta("funding-invoices-of", &[("year", year.to_string().into())])) }
        (scene.pages_of(year, "/fakturaunderlag"))
        @match (divided(scene, year, asked), scene.funding().fixed(year)) {
            (Some(rows), Some(fixed)) => {
                p.lead { (lang.t("funding-invoices-lead")) }
                p { (lang.t("funding-invoices-fixed")) " " span lang="sv" { (fixed.source) } ", " (day(lang, fixed.on)) "." }
                (choose(scene, year, asked, rows.is_err()))
                @if let Ok(rows) = rows {
                    (table(scene, year, asked, &rows))
                    p.small { (lang.t("funding-invoices-rounding")) }
                    h2 { (lang.t("funding-invoices-due")) }
                    (due)
                }
            }
            _ => {
                (parts::empty(
                    &lang.ta("funding-invoices-none", &[("year", year.to_string().into())]),
                    Some(&html! { p { a href=(scene.at(&format!("/{year}/bidrag"))) { (lang.t("funding-see-contributions")) } } }),
                ))
            }
        }
    }
}

/// How many times and on which days: a form that asks for the same page.
fn choose(scene: &Scene<'_>, year: i16, asked: &Asked, wrong: bool) -> Markup {
    let lang = scene.lang;
    html! {
        form.filter method="get" action=(scene.at(&format!("/{year}/fakturaunderlag"))) {
            div.field.short {
                label for="antal" { (lang.t("funding-invoices-count")) }
                select id="antal" name="antal" {
                    @for count in COUNTS { option value=(count) selected[count == asked.count] { (count) } }
                }
            }
            @if wrong { p.wrong id="dag-wrong" { (lang.t("funding-invoices-wrong")) } }
            @for (at, typed) in asked.typed.iter().enumerate() {
                @let is_day = reading::day(typed).is_ok();
                div.field.short {
                    label for={ "dag-" (at + 1) } { (lang.ta("funding-invoices-day", &[("number", (at + 1).to_string().into())])) }
                    input id={ "dag-" (at + 1) } name="dag" type=(if is_day { "date" } else { "text" }) value=(typed)
                        aria-describedby=[wrong.then_some("dag-wrong")] aria-invalid=[wrong.then_some("true")];
                }
            }
            p.actions { button type="submit" { (lang.t("funding-invoices-do")) } }
        }
    }
}

fn table(scene: &Scene<'_>, year: i16, asked: &Asked, rows: &[Row]) -> Markup {
    let lang = scene.lang;
    let days = asked.days.as_deref().unwrap_or_default();
    let mut columns = vec![Column::new(lang.t("funding-member"))];
    columns.extend(days.iter().map(|day| Column::number(day.to_string())));
    columns.push(Column::number(lang.t("funding-sum")));
    let sum_of =
        |at: usize| Ore::sum(rows.iter().filter_map(|row| row.parts.get(at).copied())).unwrap_or_default();
    let body = html! {
        @for row in rows {
            tr {
                th scope="row" lang="sv" { (scene.name(row.member)) }
                @for part in &row.parts { td.num { (money_to_the_ore(*part)) } }
                td.num { (money_to_the_ore(row.sum)) }
            }
        }
        tr.sum {
            th scope="row" { (lang.t("funding-sum")) }
            @for at in 0..days.len() { td.num { (money_to_the_ore(sum_of(at))) } }
            td.num { (money_to_the_ore(Ore::sum(rows.iter().map(|row| row.sum)).unwrap_or_default())) }
        }
    };
    let caption = lang.ta("funding-invoices-of", &[("year", year.to_string().into())]);
    html! {
        div.wide-print { (parts::table("fakturor", &caption, &columns, &body)) }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn asked(pairs: &[(&str, &str)]) -> Asked {
        Asked::of(2027, pairs.iter().copied())
    }

    #[test]
    fn the_usual_days_are_month_ends_spread_over_the_year() {
        assert_eq!(asked(&[]).days, Some(vec![date(2027, 1, 31), date(2027, 7, 31)]));
        let quarters = asked(&[("antal", "4")]).days.unwrap();
        assert_eq!(quarters[1..], [date(2027, 4, 30), date(2027, 7, 31), date(2027, 10, 31)]);
        assert_eq!(asked(&[("antal", "12")]).days.unwrap().len(), 12);
        assert_eq!(asked(&[("antal", "5")]).count, 2, "five does not give whole months");
    }

    #[test]
    fn days_are_chosen_and_what_is_none_is_kept_as_typed() {
        let chosen = asked(&[("antal", "2"), ("dag", "2027-02-15"), ("dag", "2027-08-15")]);
        assert_eq!(chosen.days, Some(vec![date(2027, 2, 15), date(2027, 8, 15)]));
        let pairs = [("antal", "2"), ("dag", "2027-02-15"), ("dag", "2027-08-15")];
        assert_eq!(chosen.pairs(), pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
        let wrong = asked(&[("antal", "1"), ("dag", "i vår")]);
        assert_eq!((wrong.days, wrong.typed), (None, vec!["i vår".to_owned()]));
        let backwards = asked(&[("antal", "2"), ("dag", "2027-08-15"), ("dag", "2027-02-15")]);
        assert_eq!(backwards.days, None);
    }
}
