//! The list of initiatives: what one may read of them, filtered, sorted, and taken out as a table.

use kit::Lang;
use kit::form::Choice;
use kit::format::{day_short, money};
use kit::parts::{self, Column, Filter};
use maud::{Markup, html};

use super::query::{Order, Query, Row};
use super::words::{STAGES, stage_name, stage_slug, stage_tag};

/// How many stand on a page.
pub const ON_A_PAGE: usize = 50;

/// The list.
#[derive(Clone, Debug)]
pub struct List {
    /// The association's address: `/f/finnveden`.
    pub base: String,
    /// What was asked for.
    pub query: Query,
    /// What was found, in order.
    pub rows: Vec<Row>,
    /// How many the reader may read in all.
    pub readable: usize,
    /// Whether the reader may bring an idea.
    pub may_bring: bool,
}

/// The list.
pub fn show(lang: Lang, page: &List) -> Markup {
    let path = format!("{}/insatser", page.base);
    let query = &page.query;
    let last = page.rows.len().div_ceil(ON_A_PAGE).max(1);
    let at = query.page.min(last);
    let rows: Vec<&Row> = page.rows.iter().skip((at - 1) * ON_A_PAGE).take(ON_A_PAGE).collect();
    html! {
        (head(lang, page.readable, &page.base, false, page.may_bring))
        @if page.readable == 0 {
            (parts::empty(lang.t("initiative-none"), Some(&html! { p { (lang.t("initiative-none-hint")) } })))
        } @else {
            (filter(lang, &path, query))
            p.found role="status" { (lang.ta("found-many", &[("count", page.rows.len().into())])) }
            @if rows.is_empty() {
                (parts::empty(lang.t("initiative-none-found"), None))
            } @else {
                (table(lang, &path, query, &rows))
                (parts::pager(lang, &path, &query.pairs(), at, last))
                (parts::outputs(lang, &[("CSV", query.address(&format!("{path}.csv")), lang.t("initiative-csv"))]))
            }
        }
    }
}

/// What stands above the list and above the pipeline.
pub(super) fn head(lang: Lang, readable: usize, base: &str, pipeline: bool, may_bring: bool) -> Markup {
    let list = format!("{base}/insatser");
    let views = [
        (list.clone(), lang.t("initiative-view-list").to_owned(), !pipeline),
        (format!("{list}/lage"), lang.t("initiative-view-pipeline").to_owned(), pipeline),
    ];
    html! {
        h1 { (lang.t("initiatives")) }
        @if !pipeline {
            p.lead { (lang.ta("initiative-list-lead", &[("count", readable.into())])) }
        }
        @if may_bring {
            p.actions { a.main href={ (list) "/ny" } { (lang.t("initiative-new")) } }
        }
        (parts::section_nav(lang.t("initiative-views"), &views))
    }
}

fn filter(lang: Lang, path: &str, query: &Query) -> Markup {
    let stages: Vec<Choice> =
        STAGES.into_iter().map(|s| Choice::new(stage_slug(s), stage_name(lang, s))).collect();
    let own = [Choice::new("mina", lang.t("initiative-mine-yes"))];
    Filter::new(lang, path)
        .words("sok", lang.t("initiative-search"), &query.words)
        .choice("lage", lang.t("initiative-stage"), query.stage.map_or("", stage_slug), &stages)
        .choice("vems", lang.t("initiative-mine"), if query.own { "mina" } else { "" }, &own)
        .bar()
}

fn table(lang: Lang, path: &str, query: &Query, rows: &[&Row]) -> Markup {
    let sorted = |column: Column, order| {
        let now = (query.order == order).then_some(!query.descending);
        column.sorted(query.sorted_by(path, order), now)
    };
    let columns = [
        sorted(Column::new(lang.t("initiative-name")), Order::Title),
        sorted(Column::new(lang.t("initiative-applicant")), Order::Applicant),
        sorted(Column::new(lang.t("initiative-stage")), Order::Stage),
        sorted(Column::new(lang.t("initiative-since")), Order::Since),
        sorted(Column::number(lang.t("initiative-applied")), Order::Applied),
        sorted(Column::number(lang.t("initiative-granted-sum")), Order::Granted),
    ];
    let rows = html! {
        @for row in rows {
            tr {
                th scope="row" {
                    a href={ (path) "/" (row.number) } lang="sv" { (row.title) }
                    @if row.own { " " span.own { "(" (lang.t("initiative-own")) ")" } }
                    @if let Some(number) = &row.case_number { span.number { (number) } }
                }
                td lang="sv" { (row.applicant) }
                td { (stage_tag(lang, row.stage)) }
                td { (day_short(row.since)) }
                td.num { @if let Some(sum) = row.applied { (money(sum)) } @else { "–" } }
                td.num { @if let Some(sum) = row.granted { (money(sum)) } @else { "–" } }
            }
        }
    };
    parts::table("insatser", lang.t("initiatives"), &columns, &rows)
}
