//! The list of initiatives, the same as a table to take out, and the pipeline.

use access::Action;
use desk::roles::Named;
use desk::sheet;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Association;
use domain::initiative::state::Initiative;
use exchange::workbook::{Cell, Column, Kind, Sheet};
use kit::Lang;
use swedish::money::Ore;

use crate::pages::list::{self, List};
use crate::pages::pipeline::{self, Pipeline};
use crate::pages::{Query, Row, stage_name};

/// What the visitor may read of each initiative.
fn readable(visitor: &Visitor, association: &Association) -> Vec<Row> {
    let person = visitor.person();
    let initiatives = association.initiatives.values();
    let facts = |i: &Initiative| visitor.facts_of(Named::Initiative(i.id), association);
    let may_read = initiatives.filter(|i| visitor.may_on(Action::ReadInitiative, facts(i)));
    may_read.map(|i| Row::of(association, i, person)).collect()
}

/// What the address asks for.
fn query(visitor: &Visitor) -> Query {
    let pairs = visitor.asked();
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
    let table = table(visitor.lang(), query(&visitor).pick(rows));
    sheet::csv(&format!("insatser-{}", visitor.slug()?), &table)
}

/// The list as a table.
fn table(lang: Lang, rows: Vec<Row>) -> Sheet {
    let columns = [
        ("initiative-name", Kind::Text),
        ("initiative-applicant", Kind::Text),
        ("initiative-stage", Kind::Text),
        ("initiative-since", Kind::Date),
        ("initiative-case-number", Kind::Text),
        ("initiative-received", Kind::Date),
        ("application-from", Kind::Date),
        ("application-until", Kind::Date),
        ("initiative-applied", Kind::Kronor),
        ("initiative-granted-sum", Kind::Kronor),
    ];
    let kronor = |amount: Option<Ore>| amount.map_or(Cell::Missing, |amount| Cell::Kronor(amount.ore()));
    let cells = |row: Row| {
        vec![
            Cell::text(row.title),
            Cell::text(row.applicant),
            Cell::text(stage_name(lang, row.stage)),
            Cell::Date(row.since),
            Cell::text(row.case_number.unwrap_or_default()),
            Cell::date(row.submitted),
            Cell::date(row.period.map(|(from, _)| from)),
            Cell::date(row.period.map(|(_, until)| until)),
            kronor(row.applied),
            kronor(row.granted),
        ]
    };
    Sheet {
        name: lang.t("initiatives").to_owned(),
        title: lang.t("initiatives").to_owned(),
        notes: Vec::new(),
        columns: columns.into_iter().map(|(name, kind)| Column::new(lang.t(name), kind)).collect(),
        rows: rows.into_iter().map(cells).collect(),
    }
}
