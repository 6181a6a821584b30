//! Every way to group a county's municipalities: what is asked, how far the search has come, and the best there is.

use allocation::fraction::Fraction;
use allocation::partitions::{Answer, Grouping, Objective, PartitionError, Question, ways};
use kit::Lang;
use kit::form::{Choice, Form};
use kit::parts::{self, Column, Tone};
use maud::{Markup, html};
use swedish::number::grouped;

use super::notes::{Note, notes};
use super::words::SPACE;
use crate::pages::statics::assets;

mod asked;
mod made;

pub use asked::{Asked, candidates, groups_of, outside};
pub use made::made;

/// The page where the question is asked.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// The form, filled in with [`Asked::fill`].
    pub form: &'a Form,
    /// The other pages of allocation: address, label, whether it is this one.
    pub views: &'a [(String, String, bool)],
    /// The county's name.
    pub county: &'a str,
    /// The municipalities that are grouped.
    pub municipalities: &'a [String],
    /// What the reader must know of the figures.
    pub notes: &'a [Note],
}

/// The question.
pub fn ask(page: &Ask<'_>) -> Markup {
    let form = page.form;
    let lang = form.lang;
    let all = page.municipalities.len();
    let objectives =
        Objective::ALL.map(|objective| Choice::new(objective.key(), objective_name(lang, objective)));
    let pools = [("follows", "allocation-pool-follows"), ("held", "allocation-pool-held")];
    let pools = pools.map(|(value, label)| Choice::new(value, lang.t(label)));
    html! {
        (assets())
        (form.head())
        h1 { (lang.t("allocation-grouping")) }
        p.lead { (lang.ta("allocation-grouping-lead", &[
            ("county", page.county.into()), ("count", all.into()),
            ("ways", ways(all).map(grouped).unwrap_or_default().into()),
        ])) }
        @if !page.views.is_empty() { (parts::section_nav(lang.t("allocation-views"), page.views)) }
        (notes(page.notes))
        @if ways(all).is_none() || all == 0 {
            (parts::empty(lang.t("allocation-grouping-cannot"), None))
        } @else {
            (form.around(lang.t("allocation-grouping-do"), &html! {
                (form.money("administration", lang.t("allocation-administration")).hint(lang.t("allocation-administration-hint")))
                (form.radios("objective", lang.t("allocation-objective"), objectives.to_vec()))
                (form.money("least_activity", lang.t("allocation-least-activity")).hint(lang.t("allocation-least-activity-hint")).optional())
                (form.number("fewest", lang.t("allocation-fewest")).optional())
                (form.number("most", lang.t("allocation-most-associations")).optional())
                (form.radios("pool", lang.t("allocation-pool"), pools.to_vec()))
            }))
        }
        details {
            summary { (lang.t("allocation-grouping-which")) }
            p { (lang.listed(page.municipalities)) }
        }
    }
}

fn objective_name(lang: Lang, objective: Objective) -> &'static str {
    match objective {
        Objective::Activity => lang.t("allocation-objective-activity"),
        Objective::State => lang.t("allocation-objective-state"),
        Objective::Even => lang.t("allocation-objective-even"),
        Objective::Weakest => lang.t("allocation-objective-weakest"),
    }
}

/// A search that goes on.
#[derive(Clone, Copy, Debug)]
pub struct Going<'a> {
    /// The language.
    pub lang: Lang,
    /// The county's name.
    pub county: &'a str,
    /// How many groupings have been tried, of how many.
    pub tried: (u64, u64),
    /// The address of this page, which becomes the answer's.
    pub here: &'a str,
    /// The form that stops it, for those who may.
    pub stop: Option<&'a Form>,
}

/// How often the page of a search that goes on is fetched again, in seconds.
pub const AGAIN_SECONDS: u32 = 2;

/// How far the search has come.
///
/// Without a script the page is fetched again by the shell: `Chrome::refresh_seconds` is [`AGAIN_SECONDS`].
pub fn going(page: &Going<'_>) -> Markup {
    let lang = page.lang;
    let (tried, of) = page.tried;
    let percent = u128::from(tried) * 100 / u128::from(of.max(1));
    html! {
        (assets())
        h1 { (lang.ta("allocation-grouping-going", &[("county", page.county.into())])) }
        div id="framme" data-again=(AGAIN_SECONDS) {
            p {
                label for="andel" { (lang.t("allocation-grouping-far")) }
                progress id="andel" max=(of) value=(tried) { (percent) " %" }
            }
            p { (percent) (SPACE) "%: " (lang.ta("allocation-grouping-tried", &[
                ("tried", grouped(tried).into()), ("of", grouped(of).into()),
            ])) }
        }
        p { (lang.t("allocation-grouping-leave")) }
        p.actions { a href=(page.here) { (lang.t("allocation-grouping-look")) } }
        @if let Some(stop) = page.stop { (stop.button(lang.t("allocation-grouping-stop"))) }
    }
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Found<'a> {
    /// The language.
    pub lang: Lang,
    /// The county's name.
    pub county: &'a str,
    /// The names of the municipalities, in the order of the question.
    pub municipalities: &'a [String],
    /// The question.
    pub question: &'a Question,
    /// What came of it.
    pub answer: Result<&'a Answer, &'a PartitionError>,
    /// Today's grouping, when it meets the demands.
    pub today: Option<&'a Grouping>,
    /// The address of the calculator with the best grouping made, if there is one.
    pub calculator: Option<String>,
    /// What the reader must know of the figures.
    pub notes: &'a [Note],
    /// The address where another question is asked.
    pub again: &'a str,
}

/// The answer.
pub fn found(page: &Found<'_>) -> Markup {
    let lang = page.lang;
    html! {
        (assets())
        h1 { (lang.ta("allocation-grouping-found", &[("county", page.county.into())])) }
        @match page.answer {
            Err(error) => {
                (parts::note(Tone::Stop, lang.t("allocation-grouping-failed"), &html! { p lang="sv" { (failed(page, error)) } }))
            },
            Ok(answer) => {
                @match &answer.best {
                    None => { (parts::empty(lang.t("allocation-grouping-none"), None)) },
                    Some(best) => { (best_of(page, answer, best)) },
                }
                p.by { (lang.ta("allocation-grouping-evaluated", &[
                    ("evaluated", grouped(answer.evaluated).into()),
                    ("admissible", grouped(answer.admissible).into()),
                ])) " " (lang.t("allocation-before-rounding")) }
            },
        }
        p.actions {
            @if let Some(calculator) = &page.calculator { a.main href=(calculator) { (lang.t("allocation-grouping-open")) } }
            a href=(page.again) { (lang.t("allocation-grouping-again")) }
        }
    }
}

/// Why there is no answer, with the municipality when one is meant.
fn failed(page: &Found<'_>, error: &PartitionError) -> String {
    let name = match error {
        PartitionError::Missing { place, measure } => {
            let name = page.municipalities.get(*place).map_or("–", String::as_str);
            Some(format!("{}: {}. ", name, measure.swedish()))
        }
        PartitionError::NoMunicipalities
        | PartitionError::TooMany { .. }
        | PartitionError::NothingToShareBy
        | PartitionError::BasesExceedTotal { .. }
        | PartitionError::Negative
        | PartitionError::Overflow
        | PartitionError::NotAGrouping
        | PartitionError::Stopped => None,
    };
    format!("{}{}.", name.unwrap_or_default(), capital(&error.to_string()))
}

fn best_of(page: &Found<'_>, answer: &Answer, best: &Grouping) -> Markup {
    let lang = page.lang;
    let objective = page.question.objective;
    let others = answer.equally_good.saturating_sub(1);
    let difference = page.today.and_then(|today| best.score.checked_sub(today.score));
    html! {
        div.headline {
            p.headline-figure { (lang.ta("allocation-grouping-best", &[("count", best.blocks.len().into())])) }
            p.headline-says {
                (objective_name(lang, objective)) ": " (score(lang, objective, best.score)) "."
            }
            p { @match (page.today, difference) {
                (Some(today), _) if same(today, best) => { (lang.t("allocation-grouping-is-today")) },
                (Some(today), Some(difference)) => { (lang.ta("allocation-grouping-against", &[
                    ("count", today.blocks.len().into()), ("today", score(lang, objective, today.score).into()),
                    ("difference", signed_score(lang, objective, difference).into()),
                ])) },
                (Some(_), None) => {},
                (None, _) => { (lang.t("allocation-grouping-today-not")) },
            } }
            @if others > 0 {
                p { strong { (lang.t("allocation-grouping-tie")) } " "
                    (lang.ta("allocation-grouping-tie-says", &[("count", others.into())])) }
            }
        }
        (notes(page.notes))
        (blocks(page, "basta", lang.t("allocation-grouping-best-table"), best))
        (by_count(page, answer))
        @if let Some(today) = page.today {
            @if !same(today, best) { (blocks(page, "i-dag", lang.t("allocation-grouping-today-table"), today)) }
        }
    }
}

/// Whether two groupings put the same municipalities together.
fn same(a: &Grouping, b: &Grouping) -> bool {
    a.blocks.len() == b.blocks.len()
        && a.blocks
            .iter()
            .all(|block| b.blocks.iter().any(|other| other.municipalities == block.municipalities))
}

fn blocks(page: &Found<'_>, id: &str, caption: &str, grouping: &Grouping) -> Markup {
    let lang = page.lang;
    let columns = [
        Column::new(lang.t("allocation-association")),
        Column::number(lang.t("allocation-state")),
        Column::number(lang.t("allocation-activity")),
    ];
    let rows = html! {
        @for block in &grouping.blocks {
            @let names: Vec<&str> =
                block.municipalities.iter().filter_map(|at| page.municipalities.get(*at)).map(String::as_str).collect();
            tr {
                th scope="row" { (lang.listed(&names)) }
                td.num { (kronor(block.state)) }
                td.num { (kronor(block.activity)) }
            }
        }
    };
    parts::table(id, caption, &columns, &rows)
}

/// The best for each number of associations.
fn by_count(page: &Found<'_>, answer: &Answer) -> Markup {
    let lang = page.lang;
    let objective = page.question.objective;
    let columns = [
        Column::number(lang.t("allocation-associations")),
        Column::number(lang.t("allocation-value")),
        Column::number(lang.t("allocation-equally-good")),
        Column::new(lang.t("allocation-grouping-one")),
    ];
    let best = answer.best.as_ref().map(|best| best.score);
    let rows = html! {
        @for grouping in &answer.by_count {
            tr {
                th.num scope="row" { (grouping.blocks.len()) }
                td.num {
                    (score(lang, objective, grouping.score))
                    @if Some(grouping.score) == best { span.beneath { (lang.t("allocation-grouping-best-word")) } }
                }
                td.num { (grouped(grouping.equally_good)) }
                td { @for (at, block) in grouping.blocks.iter().enumerate() {
                    @if at > 0 { " · " }
                    @for (n, place) in block.municipalities.iter().enumerate() {
                        @if n > 0 { ", " }
                        (page.municipalities.get(*place).map_or("–", String::as_str))
                    }
                } }
            }
        }
    };
    parts::table("for-varje-antal", lang.t("allocation-by-count"), &columns, &rows)
}

/// An exact amount in öre as whole kronor.
fn kronor(ore: Fraction) -> String {
    ore.checked_div(Fraction::whole(100)).map_or_else(String::new, |kronor| kronor.swedish(0))
}

/// The score with its unit.
fn score(lang: Lang, objective: Objective, score: Fraction) -> String {
    match objective {
        Objective::Activity | Objective::State | Objective::Even => format!("{}{SPACE}kr", kronor(score)),
        Objective::Weakest => {
            let exact = score.checked_div(Fraction::whole(100)).map_or_else(String::new, |k| k.swedish(2));
            lang.ta("allocation-kr-per-inhabitant", &[("amount", exact.into())])
        }
    }
}

fn signed_score(lang: Lang, objective: Objective, difference: Fraction) -> String {
    let plus = if difference > Fraction::ZERO { "+" } else { "" };
    format!("{plus}{}", score(lang, objective, difference))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
