//! The list of initiatives, the same as a table to take out, and the pipeline.

use access::Action;
use domain::Association;
use domain::money::Ore;
use pages::Lang;
use pages::format::kronor_plain;
use pages::initiative::list::{self, List};
use pages::initiative::pipeline::{self, Pipeline};
use pages::initiative::{Query, Row, stage_name};

use crate::roles;
use crate::sheet;
use crate::stop::Answer;
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
    let lang = visitor.lang();
    let head = [
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
    ];
    let lines: Vec<Vec<String>> = query(&visitor).pick(rows).iter().map(|row| line(lang, row)).collect();
    sheet::csv(&format!("insatser-{}", visitor.slug()?), &head.map(str::to_owned), &lines)
}

fn line(lang: Lang, row: &Row) -> Vec<String> {
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(String::new, |d| d.to_string());
    let kronor = |amount: Option<Ore>| amount.map(kronor_plain).unwrap_or_default();
    vec![
        row.title.clone(),
        row.applicant.clone(),
        stage_name(lang, row.stage).to_owned(),
        row.since.to_string(),
        row.case_number.clone().unwrap_or_default(),
        day(row.submitted),
        day(row.period.map(|(from, _)| from)),
        day(row.period.map(|(_, until)| until)),
        kronor(row.applied),
        kronor(row.granted),
    ]
}
