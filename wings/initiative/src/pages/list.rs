//! The list of initiatives: what one may read of them.

use kit::Lang;
use kit::form::Choice;
use kit::list::{Drawn, Entry, Head, List};
use kit::parts;
use maud::{Markup, html};

use super::row::Row;
use super::words::{STAGES, stage_name, stage_slug, stage_tag};

/// The initiatives of an association as a list; `base` is its address: `/f/finnveden`.
pub fn list<'a>(lang: Lang, base: &'a str) -> List<'a, Row> {
    let slug = base.rsplit('/').next().unwrap_or_default();
    let path = format!("{base}/insatser");
    let head = Head {
        path: path.clone(),
        name: format!("insatser-{slug}"),
        caption: lang.t("initiatives").into(),
        noun: "initiative-counted",
    };
    let entry = move |row: &Row| Entry::at(format!("{path}/{}", row.number), row.title.as_str(), row.since);
    let stages = STAGES.into_iter().map(|s| Choice::new(stage_slug(s), stage_name(lang, s))).collect();
    let own = vec![Choice::new("mina", lang.t("initiative-mine-yes"))];
    let hint = html! { p { (lang.t("initiative-none-hint")) } };
    List::new(lang, head, entry)
        .text("insats", lang.t("initiative-name"), |row| (&row.title).into())
        .sorts()
        .shown(move |row| name(lang, base, row))
        .text("sokande", lang.t("initiative-applicant"), |row| (&row.applicant).into())
        .sorts()
        .swedish()
        .text("lage", lang.t("initiative-stage"), move |row| stage_name(lang, row.stage).into())
        .sorts_by(|row| STAGES.iter().position(|stage| *stage == row.stage).into())
        .shown(move |row| stage_tag(lang, row.stage))
        .day("sedan", lang.t("initiative-since"), |row| row.since.into())
        .sorts()
        .text("diarienummer", lang.t("initiative-case-number"), |row| row.case_number.as_ref().into())
        .taken_out()
        .day("inkommen", lang.t("initiative-received"), |row| row.submitted.into())
        .taken_out()
        .day("fran", lang.t("application-from"), |row| row.period.map(|(from, _)| from).into())
        .taken_out()
        .day("till", lang.t("application-until"), |row| row.period.map(|(_, until)| until).into())
        .taken_out()
        .amount("sokt", lang.t("initiative-applied"), |row| row.applied.into())
        .sorts()
        .sums()
        .amount("beviljat", lang.t("initiative-granted-sum"), |row| row.granted.into())
        .sorts()
        .sums()
        .searches(lang.t("initiative-search"), |row, search| {
            search.at(&row.title);
            search.at(&row.applicant);
            search.at(row.case_number.as_deref().unwrap_or_default());
        })
        .filter("lage", lang.t("initiative-stage"), stages, |row| stage_slug(row.stage).into())
        .filter("vems", lang.t("initiative-mine"), own, |row| if row.own { "mina".into() } else { "".into() })
        .usually("sedan", true)
        .empty(parts::empty(lang.t("initiative-none"), Some(&hint)))
}

/// What it is called, with its number, and whether it is one's own.
fn name(lang: Lang, base: &str, row: &Row) -> Markup {
    html! {
        a href={ (base) "/insatser/" (row.number) } lang="sv" { (row.title) }
        @if row.own { " " span.own { "(" (lang.t("initiative-own")) ")" } }
        @if let Some(number) = &row.case_number { span.number { (number) } }
    }
}

/// The page.
pub fn show(lang: Lang, base: &str, list: &Drawn, may_bring: bool) -> Markup {
    html! { (head(lang, base, false, may_bring)) (list) }
}

/// What stands above the list and above the pipeline.
pub(super) fn head(lang: Lang, base: &str, pipeline: bool, may_bring: bool) -> Markup {
    let list = format!("{base}/insatser");
    let views = [
        (list.clone(), lang.t("initiative-view-list").to_owned(), !pipeline),
        (format!("{list}/lage"), lang.t("initiative-view-pipeline").to_owned(), pipeline),
    ];
    html! {
        h1 { (lang.t("initiatives")) }
        @if !pipeline {
            p.lead { (lang.t("initiative-list-lead")) }
        }
        @if may_bring {
            p.actions { a.main href={ (list) "/ny" } { (lang.t("initiative-new")) } }
        }
        (parts::section_nav(lang.t("initiative-views"), &views))
    }
}
