//! A county's decision papers: the list, writing, reading, put aside and taken back, and the paper as PDF.

use access::Action;
use axum::http::StatusCode;
use desk::print;
use desk::roles::in_county;
use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::Refusal;
use domain::county::events::{Content, Note};
use domain::county::paper::{DiscardPaper, RestorePaper, SavePaper};
use domain::county::report;
use domain::county::state::Paper;
use domain::county::template::{self, Template};
use domain::county::{Command, County};
use domain::event::Meta;
use domain::ids::{PaperId, ScenarioId};
use kit::changes::Change;
use kit::form::{Form, Problem};
use kit::list::Drawn;
use papers::decision_paper::{self, DecisionPaper};

use super::place::{self, Place};
use super::{lookup, scene};
use crate::pages::allocation::paper::{self, BASED_ON, Draft, Edit, Figures, Reading, Row};
use crate::pages::allocation::paper_list;
use crate::pages::allocation::scope::Totals;

/// Which text the form of a new paper starts from.
const TEMPLATE: &str = "mall";

/// The papers that show a scenario: address and title.
pub(super) fn showing(place: &Place, county: &County, scenario: ScenarioId) -> Vec<(String, String)> {
    let papers = county.papers.iter().filter(|(_, paper)| paper.discarded.is_none());
    let now = papers.filter_map(|(id, paper)| Some((id, &paper.now()?.1)));
    now.filter(|(_, content)| content.alternatives.iter().any(|a| a.scenario == Some(scenario)))
        .map(|(id, content)| (place.under(&format!("/beslutsunderlag/{id}")), content.title.clone()))
        .collect()
}

/// `GET /lan/{lan}/beslutsunderlag`.
pub(super) async fn list(visitor: Visitor) -> Answer {
    let (place, lang) = (Place::of(&visitor)?, visitor.lang());
    let here = place.under("/beslutsunderlag");
    let row = |(id, paper): (&PaperId, &Paper)| {
        let (meta, content) = paper.now()?;
        Some(Row {
            href: format!("{here}/{id}"),
            title: content.title.clone(),
            alternatives: content.alternatives.iter().map(|a| a.name.clone()).collect(),
            by: place::name(&visitor, meta.actor),
            on: visitor.app().in_sweden(meta.at).date(),
            discarded: paper.discarded.is_some(),
        })
    };
    let mut rows: Vec<Row> = place.read(&visitor, |county| county.papers.iter().filter_map(row).collect());
    rows.reverse();
    rows.sort_by_key(|row| row.discarded);
    let new = format!("{here}/ny");
    let face = {
        let new = visitor.may(Action::WritePaper).then_some(new.as_str());
        let list = paper_list::list(lang, &here, place.code());
        let page = |drawn: &Drawn| paper_list::show(lang, &scene::views(&visitor, &here), drawn, new);
        desk::list::answer(&visitor, &list, rows, lang.t("allocation-papers"), page)?
    };
    face.send(&visitor).await
}

/// The scenarios that a paper may stand on: id and name.
fn scenarios(visitor: &Visitor, place: &Place) -> Vec<(String, String)> {
    place.read(visitor, |county| {
        county.standing().map(|(id, scenario)| (id.to_string(), scenario.saved.name.clone())).collect()
    })
}

/// `GET /lan/{lan}/beslutsunderlag/ny`.
pub(super) async fn new(visitor: Visitor) -> Answer {
    let place = Place::of(&visitor)?;
    let here = place.under("/beslutsunderlag");
    let asked = visitor.asked();
    let asked = asked.iter().find(|(name, _)| name == TEMPLATE).map(|(_, template)| template.as_str());
    let template = template::of_county(place.code()).find(|template| Some(template.name.as_str()) == asked);
    let draft = template.map_or_else(Draft::default, |template| Draft::from(&template.content));
    let form = draft.fill(visitor.form(&here)).with(BASED_ON, 0);
    edit_page(&visitor, &place, &form, true, &[], StatusCode::OK)
}

fn edit_page(
    visitor: &Visitor,
    place: &Place,
    form: &Form,
    new: bool,
    changes: &[Change],
    status: StatusCode,
) -> Answer {
    let lang = visitor.lang();
    let offered = |template: &'static Template| {
        let address = place.under(&format!("/beslutsunderlag/ny?{TEMPLATE}={}", template.name));
        (address, template.source.as_str())
    };
    let empty = form.typed.get("title").is_empty();
    let templates: Vec<_> =
        if new && empty { template::of_county(place.code()).map(offered).collect() } else { Vec::new() };
    let page = Edit {
        form,
        new,
        changes,
        scenarios: &scenarios(visitor, place),
        templates: &templates,
        back: &form.action,
    };
    let title = lang.t(if new { "allocation-paper-new" } else { "allocation-paper-edit" });
    Ok(visitor.answer(status, title, form.problem.is_some(), &paper::edit(&page)))
}

/// `POST /lan/{lan}/beslutsunderlag`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    let place = Place::of(&visitor)?;
    save(&visitor, &sent, &place, None).await
}

/// `GET /lan/{lan}/beslutsunderlag/{underlag}/andring`.
pub(super) async fn edit(visitor: Visitor) -> Answer {
    let place = Place::of(&visitor)?;
    let (id, paper) = named(&visitor, &place)?;
    let (meta, content) = paper.now().ok_or(Stop::NotFound(Some("underlaget")))?;
    let form = visitor.form(place.under(&format!("/beslutsunderlag/{id}")));
    let form = Draft::from(content).fill(form).with(BASED_ON, meta.seq);
    edit_page(&visitor, &place, &form, false, &[], StatusCode::OK)
}

/// `POST /lan/{lan}/beslutsunderlag/{underlag}`.
pub(super) async fn change(visitor: Visitor, sent: Sent) -> Answer {
    let place = Place::of(&visitor)?;
    let (id, _) = named(&visitor, &place)?;
    save(&visitor, &sent, &place, Some(id)).await
}

async fn save(visitor: &Visitor, sent: &Sent, place: &Place, paper: Option<PaperId>) -> Answer {
    let based_on = sent.typed.get(BASED_ON).parse().unwrap_or_default();
    let content = Draft::of(&sent.typed).content();
    let command = Ok(Command::SavePaper(SavePaper { paper, based_on, content }));
    match visitor.submit_on::<County>(place.code(), sent, command).await? {
        Ok(done) => match paper {
            Some(id) => {
                visitor.see(&done, &place.under(&format!("/beslutsunderlag/{id}")), "county-said-paper")
            }
            None => visitor.see_made(&done, &place.under("/beslutsunderlag"), "county-said-paper"),
        },
        Err(mut refused) => {
            let status = refused.status();
            let changes =
                paper.map_or_else(Vec::new, |id| clash(visitor, place, id, based_on, &mut refused.form));
            edit_page(visitor, place, &refused.form, paper.is_none(), &changes, status)
        }
    }
}

/// What somebody else saved since the version that was read, when that is why the form was refused.
fn clash(visitor: &Visitor, place: &Place, id: PaperId, based_on: u64, form: &mut Form) -> Vec<Change> {
    if !matches!(form.problem, Some(Problem::Changed(_))) {
        return Vec::new();
    }
    let found = place.read(visitor, |county| {
        let versions = &county.papers.get(&id)?.versions;
        let read = versions.iter().rev().find(|(meta, _)| meta.seq <= based_on);
        let (meta, now) = versions.last()?;
        Some((read.map(|(_, content)| Draft::from(content)).unwrap_or_default(), Draft::from(now), meta.seq))
    });
    let Some((before, now, seq)) = found else { return Vec::new() };
    // The change has been read when the form is sent again.
    form.typed.set(BASED_ON, seq);
    paper::since(visitor.lang(), &before, &now, &Draft::of(&form.typed), &scenarios(visitor, place))
}

fn named(visitor: &Visitor, place: &Place) -> Result<(PaperId, Paper), Stop> {
    let id = PaperId(visitor.number("underlag")?);
    let found = place.read(visitor, |county| county.papers.get(&id).cloned());
    found.map(|paper| (id, paper)).ok_or(Stop::NotFound(Some("underlaget")))
}

/// `GET /lan/{lan}/beslutsunderlag/{underlag}`.
pub(super) async fn show(visitor: Visitor) -> Answer {
    let place = Place::of(&visitor)?;
    let (id, kept) = named(&visitor, &place)?;
    reading(&visitor, &place, id, &kept, None)
}

fn reading(visitor: &Visitor, place: &Place, id: PaperId, kept: &Paper, refused: Option<Form>) -> Answer {
    let lang = visitor.lang();
    let (meta, content) = kept.now().ok_or(Stop::NotFound(Some("underlaget")))?;
    let mut notes: Vec<Note> = Vec::new();
    let figures: Vec<Option<Figures>> = content
        .alternatives
        .iter()
        .map(|alternative| {
            let scenario_id = alternative.scenario?;
            let stands_on = place.read(visitor, |county| county.scenarios.get(&scenario_id).cloned())?;
            let totals =
                lookup::reckon(&stands_on.saved).ok().map(|reckoned| Totals::of(&place.scope(), &reckoned));
            for note in &stands_on.saved.notes {
                if !notes.contains(note) {
                    notes.push(note.clone());
                }
            }
            Some(Figures {
                name: stands_on.saved.name,
                href: place.under(&format!("/scenarier/{scenario_id}")),
                totals,
            })
        })
        .collect();
    let here = place.under(&format!("/beslutsunderlag/{id}"));
    let (edit, pdf) = (format!("{here}/andring"), format!("{here}/underlag.pdf"));
    let may = visitor.may(Action::WritePaper);
    let put = if kept.discarded.is_some() { "atertagande" } else { "undanlaggning" };
    let discard = refused.unwrap_or_else(|| visitor.form(format!("{here}/{put}")));
    let page = Reading {
        lang,
        paper: &Draft::from(content),
        figures: &figures,
        by: &place::name(visitor, meta.actor),
        on: visitor.app().in_sweden(meta.at).date(),
        notes: &scene::shown(lang, &notes),
        outputs: &[
            ("HTML", format!("{here}/underlag"), lang.t("county-output-paper")),
            ("PDF", pdf, lang.t("county-output-paper")),
        ],
        edit: (may && kept.discarded.is_none()).then_some(edit.as_str()),
        discarded: kept.discarded.is_some(),
        discard: may.then_some(&discard),
    };
    let status = if discard.problem.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    Ok(visitor.answer(status, &content.title, false, &paper::read(&page)))
}

/// `POST …/undanlaggning`.
pub(super) async fn discard(visitor: Visitor, sent: Sent) -> Answer {
    let place = Place::of(&visitor)?;
    let (id, _) = named(&visitor, &place)?;
    let command = Command::DiscardPaper(DiscardPaper { paper: id });
    take(&visitor, &sent, &place, id, command, "county-said-paper-discarded").await
}

/// `POST …/atertagande`.
pub(super) async fn restore(visitor: Visitor, sent: Sent) -> Answer {
    let place = Place::of(&visitor)?;
    let (id, _) = named(&visitor, &place)?;
    let command = Command::RestorePaper(RestorePaper { paper: id });
    take(&visitor, &sent, &place, id, command, "county-said-paper-restored").await
}

async fn take(
    visitor: &Visitor,
    sent: &Sent,
    place: &Place,
    id: PaperId,
    command: Command,
    said: &'static str,
) -> Answer {
    match visitor.submit_on::<County>(place.code(), sent, Ok::<_, Refusal>(command)).await? {
        Ok(done) => visitor.see(&done, &place.under(&format!("/beslutsunderlag/{id}")), said),
        Err(refused) => {
            let (_, kept) = named(visitor, place)?;
            reading(visitor, place, id, &kept, Some(refused.form))
        }
    }
}

/// `GET …/underlag.pdf`.
pub(super) async fn pdf(visitor: Visitor) -> Answer {
    let (place, id, paper) = set(&visitor)?;
    let name = format!("beslutsunderlag-{}-{id}", place.code());
    print::pdf(&name, move || documents::decision_paper(&paper)).await
}

/// `GET …/underlag`: the paper as it is set, to be read.
pub(super) async fn sheet(visitor: Visitor) -> Answer {
    let (_, _, paper) = set(&visitor)?;
    let pdf = format!("{}.pdf", visitor.path());
    visitor
        .page(&paper.title, &crate::pages::allocation_reading::decision_paper(visitor.lang(), &paper, &pdf))
}

fn set(visitor: &Visitor) -> Result<(Place, PaperId, DecisionPaper), Stop> {
    let place = Place::of(visitor)?;
    let (id, kept) = named(visitor, &place)?;
    let (meta, content) = kept.now().ok_or(Stop::NotFound(Some("underlaget")))?;
    let paper = written(visitor, &place, meta, content);
    Ok((place, id, paper))
}

/// The paper as it is set: with the figures of its scenarios inside.
fn written(visitor: &Visitor, place: &Place, meta: &Meta, content: &Content) -> DecisionPaper {
    let paragraphs =
        |text: &str| text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()).map(str::to_owned).collect();
    let mut basis = None;
    let alternatives = content
        .alternatives
        .iter()
        .map(|alternative| {
            let scenario_id = alternative.scenario;
            let kept = scenario_id
                .and_then(|id| place.read(visitor, |county| county.scenarios.get(&id).cloned()))
                .and_then(|kept| Some((lookup::reckon(&kept.saved).ok()?, kept.saved.notes)));
            if let Some((reckoned, notes)) = &kept {
                basis.get_or_insert_with(|| report::basis(&reckoned.after, notes));
            }
            decision_paper::Alternative {
                name: alternative.name.clone(),
                description: paragraphs(&alternative.description),
                figures: kept.map(|(reckoned, _)| report::figures(&reckoned.comparison, false)),
                arguments_for: alternative.arguments_for.clone(),
                arguments_against: alternative.arguments_against.clone(),
            }
        })
        .collect();
    let here = |_: &str, a: &domain::Association| in_county(a, place.county()).then(|| a.name().to_owned());
    DecisionPaper {
        area: place.name().to_owned(),
        associations: visitor.app().engine().each(here).into_iter().flatten().collect(),
        title: content.title.clone(),
        dated: content.on.unwrap_or_else(|| visitor.app().in_sweden(meta.at).date()),
        case_number: Some(content.case_number.clone()).filter(|number| !number.is_empty()),
        prepared_by: Some(place::name(visitor, meta.actor)),
        background: paragraphs(&content.background),
        question: content.question.clone(),
        alternatives,
        basis,
        assessment: paragraphs(&content.assessment),
        proposal: proposal(&content.proposal),
        appendices: Vec::new(),
    }
}

/// The clauses as a board decides them: one sentence by itself, or opening words and clauses that begin with *att*.
fn proposal(lines: &[String]) -> papers::Decision {
    match lines {
        [] => papers::Decision { lead: String::new(), clauses: Vec::new(), terms: None },
        [one] if !one.starts_with("att ") => {
            papers::Decision { lead: one.clone(), clauses: Vec::new(), terms: None }
        }
        lines => {
            let clause = |line: &String| {
                if line.starts_with("att ") { line.clone() } else { format!("att {line}") }
            };
            papers::Decision {
                lead: "Förslaget är att besluta".to_owned(),
                clauses: lines.iter().map(clause).collect(),
                terms: None,
            }
        }
    }
}
