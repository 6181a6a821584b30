//! The list of initiatives, the same as a table to take out, and the pipeline.

use access::Action;
use axum::http::header;
use axum::response::IntoResponse;
use domain::Association;
use domain::money::Ore;
use pages::Lang;
use pages::initiative::list::{self, List};
use pages::initiative::pipeline::{self, Pipeline};
use pages::initiative::{Query, Row, stage_name};

use crate::roles;
use crate::stop::{Answer, Stop};
use crate::visitor::Visitor;

/// What the visitor may read of each initiative.
fn readable(visitor: &Visitor, association: &Association) -> Vec<Row> {
    let person = visitor.person();
    let initiatives = association.initiatives.values();
    let may_read =
        initiatives.filter(|i| visitor.may_on(Action::ReadInitiative, roles::of_initiative(i, person)));
    may_read.map(|i| Row::of(association, i, person)).collect()
}

/// What the address asks for.
fn query(visitor: &Visitor) -> Query {
    let query = visitor.address().split_once('?').map_or("", |(_, query)| query);
    let pairs: Vec<(String, String)> = serde_html_form::from_str(query).unwrap_or_default();
    Query::of(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
}

/// `GET /f/{forbund}/insatser`.
pub(super) async fn show(visitor: Visitor) -> Answer {
    let rows = visitor.read(|association| readable(&visitor, association))?;
    let query = query(&visitor);
    let page = List {
        base: visitor.under(""),
        readable: rows.len(),
        rows: query.pick(rows),
        query,
        may_bring: visitor.may(Action::BringIdea),
    };
    visitor.page(visitor.lang().t("initiatives"), &list::show(visitor.lang(), &page))
}

/// `GET /f/{forbund}/insatser/lage`.
pub(super) async fn pipeline(visitor: Visitor) -> Answer {
    let (rows, working_committee) = visitor.read(|association| {
        let committee = association.profile.bylaws_on(visitor.today()).is_some_and(|b| b.working_committee);
        (readable(&visitor, association), committee)
    })?;
    let may_bring = visitor.may(Action::BringIdea);
    let page = Pipeline { base: visitor.under(""), rows, working_committee, may_bring };
    visitor.page(visitor.lang().t("initiative-view-pipeline"), &pipeline::show(visitor.lang(), &page))
}

/// `GET /f/{forbund}/insatser.csv`: the list as it is filtered and sorted, for a Swedish spreadsheet.
pub(super) async fn csv(visitor: Visitor) -> Answer {
    let rows = visitor.read(|association| readable(&visitor, association))?;
    let bytes = written(visitor.lang(), &query(&visitor).pick(rows)).map_err(Stop::fault)?;
    let name = format!("attachment; filename=\"insatser-{}.csv\"", visitor.slug()?);
    let kind =
        [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((kind, bytes).into_response())
}

/// Semicolons, decimal commas, and the mark by which spreadsheets know UTF-8.
fn written(lang: Lang, rows: &[Row]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record([
        lang.t("initiative-name"),
        lang.t("initiative-applicant"),
        lang.t("initiative-stage"),
        lang.t("initiative-since"),
        lang.t("initiative-case-number"),
        lang.t("initiative-received"),
        lang.t("initiative-draft-from"),
        lang.t("initiative-draft-until"),
        lang.t("initiative-applied"),
        lang.t("initiative-granted-sum"),
    ])?;
    for row in rows {
        let day = |day: Option<jiff::civil::Date>| day.map_or_else(String::new, |d| d.to_string());
        writer.write_record([
            plain(&row.title),
            plain(&row.applicant),
            stage_name(lang, row.stage).to_owned(),
            row.since.to_string(),
            plain(row.case_number.as_deref().unwrap_or_default()),
            day(row.submitted),
            day(row.period.map(|(from, _)| from)),
            day(row.period.map(|(_, until)| until)),
            kronor(row.applied),
            kronor(row.granted),
        ])?;
    }
    writer.into_inner().map_err(|fault| csv::Error::from(fault.into_error()))
}

/// Words that a spreadsheet would take for a formula are marked as words.
fn plain(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

/// `1600000,50`.
fn kronor(amount: Option<Ore>) -> String {
    let Some(amount) = amount else { return String::new() };
    let (kronor, ore) = (amount.0 / 100, amount.0.unsigned_abs() % 100);
    if ore == 0 { kronor.to_string() } else { format!("{kronor},{ore:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_never_formulas_and_amounts_are_numbers() {
        assert_eq!(plain("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(plain("Ett spår"), "Ett spår");
        assert_eq!(kronor(Some(Ore(160_000_050))), "1600000,50");
        assert_eq!(kronor(Some(Ore(100))), "1");
        assert_eq!(kronor(None), "");
    }
}
