//! The equity staircase (sv. *egetkapitaltrappan*): its steps, and the form where they are written, one on each line.

use allocation::day::Day;
use allocation::equity::{EMPTY_NOTICE, Staircase, Step};
use allocation::model::BasisPoints;
use kit::Lang;
use kit::form::Form;
use kit::parts::{self, Column, Tone};
use maud::{Markup, html};
use swedish::money::Ore;

use crate::pages::allocation::query::read_amount;

/// The field that holds the steps.
pub const STEPS: &str = "steps";

/// What each line holds, and an example that is made up.
const FORMAT: &str = "från; till; procent; högst; gäller från; källa";

/// The steps as they stand, or that there are none.
pub fn section(lang: Lang, staircase: &Staircase, change: Option<&str>) -> Markup {
    html! {
        section aria-labelledby="trappan" {
            h2 #trappan { (lang.t("statistics-staircase")) }
            @if staircase.is_empty() {
                (parts::note(Tone::Late, lang.t("statistics-staircase-empty"), &html! { p lang="sv" { (EMPTY_NOTICE) } }))
            } @else {
                (table(lang, staircase))
            }
            @if let Some(change) = change {
                p.actions { a href=(change) { (lang.t("statistics-staircase-change")) } }
            }
        }
    }
}

fn table(lang: Lang, staircase: &Staircase) -> Markup {
    let columns = [
        Column::number(lang.t("statistics-staircase-from")),
        Column::number(lang.t("statistics-staircase-to")),
        Column::number(lang.t("statistics-staircase-share")),
        Column::number(lang.t("statistics-staircase-amount")),
        Column::new(lang.t("statistics-staircase-valid")),
        Column::new(lang.t("statistics-staircase-source")),
    ];
    let money = |amount: Option<Ore>| amount.map_or_else(|| "–".to_owned(), |a| a.to_string());
    let rows = html! {
        @for step in staircase.steps() {
            tr {
                th.num scope="row" { (money(Some(step.from_total))) }
                td.num { (money(step.to_total)) }
                td.num { (step.max_share.map_or_else(|| "–".to_owned(), |share| share.fraction().percent(2))) }
                td.num { (money(step.max_amount)) }
                td { (step.valid_from) }
                td lang="sv" { (step.source) }
            }
        }
    };
    parts::table("trappans-steg", lang.t("statistics-staircase"), &columns, &rows)
}

/// The form.
pub fn edit(form: &Form) -> Markup {
    let lang = form.lang;
    html! {
        (form.head())
        h1 { (lang.t("statistics-staircase")) }
        p.lead { (lang.t("statistics-staircase-lead")) }
        (form.around(lang.t("save"), &html! {
            (form.number("year", lang.t("statistics-staircase-year")))
            (form.area(STEPS, lang.t("statistics-staircase-steps")).hint(lang.t("statistics-staircase-hint")).rows(8).optional())
        }))
    }
}

/// The steps as they are written in the form.
pub fn written(staircase: &Staircase) -> String {
    let kronor = |amount: Option<Ore>| amount.map_or_else(String::new, |a| a.plain());
    let line = |step: &Step| {
        let share = step.max_share.map_or_else(String::new, |share| {
            let hundredths = share.get();
            format!("{},{:02}", hundredths / 100, hundredths % 100)
        });
        format!(
            "{}; {}; {share}; {}; {}; {}",
            kronor(Some(step.from_total)),
            kronor(step.to_total),
            kronor(step.max_amount),
            step.valid_from,
            step.source
        )
    };
    staircase.steps().iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Reads the steps, one on each line.
///
/// # Errors
/// A sentence for the first line that cannot be read.
pub fn steps(text: &str) -> Result<Vec<Step>, String> {
    let lines = text.lines().map(str::trim).enumerate().filter(|(_, line)| !line.is_empty());
    lines.map(|(at, line)| step(line).ok_or_else(|| wrong(at.saturating_add(1)))).collect()
}

fn wrong(line: usize) -> String {
    format!(
        "Skriv rad {line} som ”{FORMAT}”, med belopp i kronor och dagen som 2025-01-01. Lämna tomt det som inte finns."
    )
}

fn step(line: &str) -> Option<Step> {
    let mut cells = line.splitn(6, ';').map(str::trim);
    let mut next = || cells.next();
    let maybe = |text: &str| if text.is_empty() { Some(None) } else { read_amount(text).map(Some) };
    let (from, to, share, amount) = (next()?, next()?, next()?, next()?);
    let (valid_from, source) = (next()?, next()?);
    let max_share = match share.trim_end_matches('%').trim() {
        "" => None,
        text => Some(percent(text)?),
    };
    Some(Step {
        from_total: read_amount(from)?,
        to_total: maybe(to)?,
        max_share,
        max_amount: maybe(amount)?,
        valid_from: valid_from.parse::<Day>().ok()?,
        source: source.to_owned(),
    })
}

/// `20` or `12,5` per cent.
fn percent(text: &str) -> Option<BasisPoints> {
    let (whole, part) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let part = format!("{part:0<2}");
    let part: u32 = (part.len() == 2).then(|| part.parse().ok()).flatten()?;
    BasisPoints::new(whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(part)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &str = "0; 5000000; 20,00; ; 2025-01-01; Påhittad källa\n5000000; ; 15,50; 1000000; 2025-01-01; Påhittad; källa";

    #[test]
    fn steps_are_read_as_they_are_written() {
        let read = Staircase::new(steps(TWO).unwrap());
        assert_eq!(written(&read), TWO);
        assert_eq!(steps(" \n").unwrap(), []);
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named() {
        for line in
            ["hej", "0;1;2", "0; ; tjugo; ; 2025-01-01; x", "0; ; 20; ; 1 januari; x", "0;;101;;2025-01-01;x"]
        {
            let said = steps(&format!("0; ; 20; ; 2025-01-01; x\n{line}")).unwrap_err();
            assert!(said.starts_with("Skriv rad 2 som"), "{line}: {said}");
        }
    }
}
