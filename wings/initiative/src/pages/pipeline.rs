//! The same initiatives by where they stand: columns side by side where there is room, one after the other where not.

use domain::initiative::events::Stage;
use kit::Lang;
use kit::format::day_short;
use kit::parts;
use kit::shell::escape_path;
use maud::{Markup, html};
use swedish::money::Ore;

use super::Row;
use super::list::head;
use super::words::{STAGES, stage_name, stage_slug};

/// How many are named in a column; the rest are in the list.
const IN_A_COLUMN: usize = 12;

/// The pipeline.
#[derive(Clone, Debug)]
pub struct Pipeline {
    /// The association's address: `/f/finnveden`.
    pub base: String,
    /// What the reader may read, in any order.
    pub rows: Vec<Row>,
    /// Whether the association has a working committee.
    pub working_committee: bool,
    /// Whether the reader may bring an idea.
    pub may_bring: bool,
}

/// The pipeline.
pub fn show(lang: Lang, page: &Pipeline) -> Markup {
    let on_the_way = page.rows.iter().filter(|row| row.is_on_its_way()).count();
    let with_bodies =
        |row: &&Row| matches!(row.stage, Stage::PreparatoryGroup | Stage::WorkingCommittee | Stage::Board);
    let waiting = page.rows.iter().filter(with_bodies).count();
    let counts = [("count", on_the_way.into()), ("waiting", waiting.into())];
    html! {
        (head(lang, &page.base, true, page.may_bring))
        p.lead { (lang.ta("initiative-pipeline-lead", &counts)) }
        @if page.rows.is_empty() {
            (parts::empty(lang.t("initiative-none"), Some(&html! { p { (lang.t("initiative-none-hint")) } })))
        } @else {
            div.pipeline {
                @for stage in STAGES.into_iter().filter(|s| is_on_the_line(*s)) {
                    @let rows = standing(page, stage);
                    @if !rows.is_empty() || is_always_shown(page, stage) { (column(lang, page, stage, &rows, false)) }
                }
            }
            @let beside: Vec<Stage> = STAGES.into_iter().filter(|s| !is_on_the_line(*s)).collect();
            @if beside.iter().any(|s| !standing(page, *s).is_empty()) {
                h2 { (lang.t("initiative-beside")) }
                div.pipeline.beside {
                    @for stage in beside {
                        @let rows = standing(page, stage);
                        @if !rows.is_empty() { (column(lang, page, stage, &rows, true)) }
                    }
                }
            }
        }
    }
}

fn is_on_the_line(stage: Stage) -> bool {
    !matches!(stage, Stage::Resting | Stage::Rejected | Stage::Withdrawn)
}

/// Completion is a turn off the line, and not every association has a working committee.
fn is_always_shown(page: &Pipeline, stage: Stage) -> bool {
    match stage {
        Stage::Completion => false,
        Stage::WorkingCommittee => page.working_committee,
        Stage::Idea
        | Stage::Resting
        | Stage::Draft
        | Stage::PreparatoryGroup
        | Stage::Board
        | Stage::Granted
        | Stage::Running
        | Stage::Rejected
        | Stage::Withdrawn => true,
    }
}

/// Those at a stage, the one that has stood there longest first.
fn standing(page: &Pipeline, stage: Stage) -> Vec<&Row> {
    let mut rows: Vec<&Row> = page.rows.iter().filter(|row| row.stage == stage).collect();
    rows.sort_by_key(|row| (row.since, row.number));
    rows
}

fn column(lang: Lang, page: &Pipeline, stage: Stage, rows: &[&Row], beside: bool) -> Markup {
    let id = format!("lage-{}", stage_slug(stage));
    let list = format!("{}/insatser", page.base);
    let sum = Ore::sum(rows.iter().filter_map(|row| row.applied)).filter(|sum| sum.ore() > 0);
    html! {
        section.stage-column aria-labelledby=(id) {
            @let name = html! { (stage_name(lang, stage)) " " span.count { (rows.len()) } };
            @if beside { h3 id=(id) { (name) } } @else { h2 id=(id) { (name) } }
            @if let Some(sum) = sum {
                p.sum { (lang.ta("initiative-pipeline-sum", &[("sum", sum.to_string().into())])) }
            }
            @if rows.is_empty() {
                p.none { (lang.t("initiative-pipeline-none")) }
            } @else {
                ul {
                    @for row in rows.iter().take(IN_A_COLUMN) {
                        li {
                            a href={ (list) "/" (row.number) } lang="sv" { (row.title) }
                            p { span lang="sv" { (row.applicant) } }
                            p { (lang.t("initiative-since")) " " (day_short(row.since)) }
                        }
                    }
                }
                @if rows.len() > IN_A_COLUMN {
                    p {
                        a href={ (list) "?lage=" (escape_path(stage_slug(stage))) } {
                            (lang.ta("initiative-pipeline-more", &[("count", (rows.len() - IN_A_COLUMN).into())]))
                        }
                    }
                }
            }
        }
    }
}
