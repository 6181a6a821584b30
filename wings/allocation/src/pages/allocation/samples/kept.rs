//! Made-up saved scenarios, comparisons, groupings and papers.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use allocation::effect::Pair;
use allocation::model::Need;
use allocation::partitions::{Answer, Candidate, Outside, PartitionError, Question, evaluate, search};
use allocation::scenario::Country;
use domain::FieldError;
use jiff::civil::{Date, date};
use kit::Lang;
use kit::changes::Change;
use kit::form::{self, Form};
use maud::Markup;

use super::{MERGER, PATH, counties, county, notes};
use crate::pages::allocation::compare::{self, Compared};
use crate::pages::allocation::grouping::{self, Asked};
use crate::pages::allocation::paper::{self, Draft, Figures};
use crate::pages::allocation::query::{Query, Statistics};
use crate::pages::allocation::reckoned::{Problem, Reckoned};
use crate::pages::allocation::saved::{self, Row};
use crate::pages::allocation::scope::{Scope, Totals};
use crate::pages::allocation::{Part, paper_list, scenario_list, views};

const ON: Date = date(2026, 3, 14);
const LONG: &str = "Ett länsförbund med administrationen kvar på tre orter, så som medlemmarna i de tre förbunden \
    har diskuterat det sedan översynen, och med en gemensam förbundschef från årsskiftet";

fn reckoned(pairs: &[(&str, &str)]) -> Result<Reckoned, Problem> {
    Reckoned::of(&county(), &Query::of(pairs.iter().copied()), &Statistics::new())
}

fn row(id: &str, name: &str, all: Option<Pair>, discarded: Option<Date>) -> Row {
    Row {
        id: id.into(),
        href: format!("{PATH}/sparade/{id}"),
        name: name.into(),
        description: if id == "1" { "Frågan från sammanfattningen 2025.".into() } else { String::new() },
        by: "Åsa Öberg".into(),
        on: ON,
        all,
        discarded,
    }
}

fn form(lang: Lang, action: &str) -> Form {
    Form::new(lang, format!("{PATH}/{action}"), "018f0000-0000-7000-8000-00000000000a")
}

/// Saved scenarios.
pub(super) fn saved(lang: Lang) -> Vec<(&'static str, Markup)> {
    let merger = reckoned(&[("andring", MERGER)]);
    let all = merger.as_ref().ok().map(|r| r.comparison.all);
    let moved = reckoned(&[("andring", "flytta Vaggeryd > Finnveden")]).ok().map(|r| r.comparison.all);
    let rows = vec![
        row("1", "Ett länsförbund", all, None),
        row("2", "Vaggeryd till Finnveden", moved, None),
        row("3", LONG, None, None),
        row("4", "Ett gammalt försök", all, Some(ON)),
    ];
    let list = |rows: &[Row], may_save| {
        let compare = format!("{PATH}/jamfor");
        let list = scenario_list::list(lang, "/lan/06/scenarier", "06")
            .empty(scenario_list::none(lang, PATH, may_save));
        scenario_list::show(&scenario_list::View {
            lang,
            calculator: PATH,
            compare: &compare,
            views: &views(lang, PATH, Part::Saved),
            kept: rows.len(),
            list: &scenario_list::comparing(lang, list).drawn([], rows.to_vec()),
        })
    };
    let counties = counties();
    let scope = Scope { county: counties.first() };
    let query = Query::of([("andring", MERGER)]);
    let mut pages = vec![
        ("allocation-saved", list(&rows, true)),
        ("allocation-saved-empty", list(&[], true)),
        ("allocation-saved-empty-reader", list(&[], false)),
    ];
    let (rename, discard) =
        (form(lang, "sparade/1/namn").with("name", "Ett länsförbund"), form(lang, "sparade/1/kasseras"));
    let one = |row: &Row, result: Result<&Reckoned, &Problem>, may: bool| {
        saved::one(&saved::One {
            lang,
            calculator: PATH,
            row,
            query: &query,
            scope,
            result,
            notes: &notes(),
            outputs: &[("XLSX", format!("{PATH}/sparade/1.xlsx"), lang.t("allocation-members-table"))],
            papers: &[(format!("{PATH}/underlag/1"), "Samordningsförbundens organisation".into())],
            rename: may.then_some(&rename),
            discard: may.then_some(&discard),
        })
    };
    for row in &rows {
        let name = match row.id.as_str() {
            "1" => "allocation-saved-one",
            "3" => "allocation-saved-longest",
            "4" => "allocation-saved-discarded",
            _ => continue,
        };
        pages.push((name, one(row, merger.as_ref(), row.id != "4")));
    }
    if let (Some(row), Err(problem)) = (rows.first(), reckoned(&[("andring", "lämna Ingenstans")])) {
        pages.push(("allocation-saved-cannot", one(row, Err(&problem), true)));
    }
    if let Ok(reckoned) = &merger {
        let mut faulty = form(lang, "sparade");
        let wrong = FieldError::new("name", "Skriv vad scenariot ska heta.");
        faulty.problem = Some(form::Problem::Fields(vec![wrong]));
        for (name, form) in [("allocation-save", form(lang, "sparade")), ("allocation-save-faulty", faulty)] {
            let new = saved::New { calculator: PATH, form: &form, query: &query, scope, reckoned };
            pages.push((name, saved::new(&new)));
        }
    }
    pages
}

/// Scenarios beside each other.
pub(super) fn compared(lang: Lang) -> Vec<(&'static str, Markup)> {
    let named: Vec<(&str, Result<Reckoned, Problem>)> = vec![
        ("Som i dag", reckoned(&[])),
        ("Ett länsförbund", reckoned(&[("andring", MERGER)])),
        ("Två förbund", reckoned(&[("andring", "slå ihop Finnveden + Höglandet = Södra och Östra")])),
        (LONG, reckoned(&[("andring", MERGER), ("grund", "500 000")])),
    ];
    let all: Vec<Compared<'_>> = named
        .iter()
        .filter_map(|(name, result)| {
            let reckoned = result.as_ref().ok()?;
            Some(Compared { name: (*name).into(), href: format!("{PATH}/sparade/1"), reckoned })
        })
        .collect();
    let counties = counties();
    let show = |scenarios: &[Compared<'_>], failed: &[String]| {
        compare::show(&compare::View {
            lang,
            views: &views(lang, PATH, Part::Saved),
            scenarios,
            failed,
            scope: Scope { county: counties.first() },
            notes: &notes(),
            list: "/f/finnveden/fordelning/sparade",
            outputs: &[],
        })
    };
    let two: Vec<Compared<'_>> = all.iter().take(2).cloned().collect();
    vec![
        ("allocation-compare", show(&two, &[])),
        ("allocation-compare-longest", show(&all, &["Vaggeryd flyttar".into()])),
        ("allocation-compare-empty", show(&[], &[])),
    ]
}

/// Groupings of a few municipalities, so that the gallery is quick.
pub(super) fn groupings(lang: Lang) -> Vec<(&'static str, Markup)> {
    let county = county();
    let few: Vec<&allocation::scenario::Municipality> = county.municipalities.iter().take(7).collect();
    let names: Vec<String> = few.iter().map(|municipality| municipality.name.to_string()).collect();
    let candidates: Vec<Candidate> =
        few.iter().map(|m| Candidate { need: m.need, inhabitants: m.inhabitants, cap: None }).collect();
    let mut pages = Vec::new();
    for (name, municipalities) in
        [("allocation-grouping", names.clone()), ("allocation-grouping-empty", Vec::new())]
    {
        let form = Asked::default().fill(form(lang, "gruppera"));
        let ask = grouping::Ask {
            form: &form,
            views: &views(lang, PATH, Part::Grouping),
            county: "Jönköpings län",
            municipalities: &municipalities,
            notes: &notes(),
        };
        pages.push((name, grouping::ask(&ask)));
    }
    let stop = form(lang, "gruppera/1/avbrott");
    let going = grouping::Going {
        lang,
        county: "Jönköpings län",
        tried: (12_345_678, 27_644_437),
        here: "/f/finnveden/fordelning/gruppera/1",
        stop: Some(&stop),
    };
    pages.push(("allocation-grouping-going", grouping::going(&going)));
    for (name, administration) in
        [("allocation-grouping-found", "900 000"), ("allocation-grouping-tie", "800 000")]
    {
        let typed = form(lang, "")
            .with("administration", administration)
            .with("objective", "activity")
            .with("pool", "held")
            .typed;
        let outside =
            Outside { associations: 67, need: Need::from_thousandths(719_720_000), inhabitants: 6_093_345 };
        let Ok(question) = Asked::of(&typed).question(candidates.clone(), outside, &county.parameters, 2)
        else {
            continue;
        };
        let answer = search(&question, NonZeroUsize::MIN, &|_| ControlFlow::Continue(()));
        pages.push((name, answered(lang, &county, &names, &question, answer.as_ref())));
    }
    let typed = form(lang, "")
        .with("administration", "1")
        .with("objective", "even")
        .with("least_activity", "900 mnkr")
        .typed;
    let outside = Outside { associations: 0, need: Need::from_thousandths(0), inhabitants: 0 };
    if let Ok(question) = Asked::of(&typed).question(candidates, outside, &county.parameters, 2) {
        let answer = search(&question, NonZeroUsize::MIN, &|_| ControlFlow::Continue(()));
        pages.push(("allocation-grouping-none", answered(lang, &county, &names, &question, answer.as_ref())));
        let stopped = answered(lang, &county, &names, &question, Err(&PartitionError::Stopped));
        pages.push(("allocation-grouping-stopped", stopped));
    }
    pages
}

fn answered(
    lang: Lang,
    county: &Country,
    names: &[String],
    question: &Question,
    answer: Result<&Answer, &PartitionError>,
) -> Markup {
    let today = evaluate(question, &[vec![0, 1, 2, 3], vec![4, 5, 6]]).ok().flatten();
    let places: Vec<usize> = (0..names.len()).collect();
    let made = answer.ok().and_then(|answer| grouping::made(county, &places, answer.best.as_ref()?));
    grouping::found(&grouping::Found {
        lang,
        county: "Jönköpings län",
        municipalities: names,
        question,
        answer,
        today: today.as_ref(),
        calculator: made.map(|query| query.address(PATH)),
        notes: &notes(),
        again: "/f/finnveden/fordelning/gruppera",
    })
}

/// Papers for decisions.
pub(super) fn papers(lang: Lang) -> Vec<(&'static str, Markup)> {
    let list = |rows: &[paper::Row], new| {
        let list = paper_list::list(lang, "/lan/06/beslutsunderlag", "06").drawn([], rows.to_vec());
        paper_list::show(lang, &views(lang, PATH, Part::Papers), &list, new)
    };
    let draft = Draft {
        proposal: "Styrelsen föreslår medlemmarna att gå vidare med alternativ 2.\n\nFörslaget stäms av i medlemssamrådet.".into(),
        ..super::three_alternatives()
    };
    let rows = [paper::Row {
        discarded: false,
        href: format!("{PATH}/underlag/1"),
        title: draft.title.clone(),
        alternatives: draft.alternatives.iter().map(|alternative| alternative.name.clone()).collect(),
        by: "Åsa Öberg".into(),
        on: ON,
    }];
    let totals = |pairs: &[(&str, &str)]| {
        reckoned(pairs).ok().map(|reckoned| Totals::of(&Scope::default(), &reckoned))
    };
    let figures = |name: &str, pairs: &[(&str, &str)]| {
        Some(Figures { name: name.into(), href: format!("{PATH}/sparade/1"), totals: totals(pairs) })
    };
    let read = |paper: &Draft, figures: &[Option<Figures>]| {
        paper::read(&paper::Reading {
            lang,
            paper,
            figures,
            by: "Åsa Öberg",
            on: ON,
            notes: &notes(),
            outputs: &[("PDF", format!("{PATH}/underlag/1.pdf"), lang.t("allocation-paper"))],
            edit: Some("/f/finnveden/fordelning/underlag/1/andra"),
            discarded: false,
            discard: None,
        })
    };
    let templates = [("/lan/06/beslutsunderlag/ny?mall=tre".to_owned(), "Sammanfattning 2025")];
    let meanwhile = |form: &Form, new: bool, changes: &[Change]| {
        paper::edit(&paper::Edit {
            form,
            new,
            changes,
            scenarios: &[("1".into(), "Ett länsförbund".into())],
            templates: if new { &templates } else { &[] },
            back: "/f/finnveden/fordelning/underlag",
        })
    };
    let edit = |form: &Form, new: bool| meanwhile(form, new, &[]);
    let mut late = draft.fill(form(lang, "underlag"));
    late.problem = Some(form::Problem::Changed("Någon annan har sparat underlaget medan du skrev.".into()));
    let other = Draft { assessment: "Styrelsernas svar avgör.".into(), ..draft.clone() };
    let changes = paper::since(lang, &draft, &other, &draft, &[]);
    let bare = Draft { title: "Vad kostar en flytt?".into(), ..Draft::default() };
    let mut faulty = draft.fill(form(lang, "underlag"));
    faulty.problem = Some(form::Problem::Fields(vec![FieldError::new("title", "Skriv en rubrik.")]));
    let known = [figures("Som i dag", &[]), None, figures("Ett länsförbund", &[("andring", MERGER)])];
    vec![
        ("allocation-papers", list(&rows, Some("/f/finnveden/fordelning/underlag/nytt"))),
        ("allocation-papers-empty", list(&[], None)),
        ("allocation-paper", read(&draft, &known)),
        ("allocation-paper-bare", read(&bare, &[])),
        ("allocation-paper-new", edit(&form(lang, "underlag"), true)),
        ("allocation-paper-edit", edit(&draft.fill(form(lang, "underlag")), false)),
        ("allocation-paper-faulty", edit(&faulty, false)),
        ("allocation-paper-changed", meanwhile(&late, false, &changes)),
    ]
}
