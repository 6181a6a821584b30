//! A county's saved scenarios: the list, saving one, one to read, another name, put aside and taken back.

use access::Action;
use axum::http::StatusCode;
use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::submit::Refused;
use desk::visitor::Visitor;
use domain::Refusal;
use domain::county::events::Saved;
use domain::county::scenario::{DiscardScenario, NameScenario, RestoreScenario, SaveScenario};
use domain::county::state::Scenario;
use domain::county::{Command, County};
use domain::ids::ScenarioId;
use kit::form::Form;
use kit::list::Drawn;

use super::lookup::{named, reckon};
use super::place::{self, Place};
use super::scene::{self, PATH, Scene};
use super::{outputs, paper};
use crate::pages::allocation::saved::{self, Row};
use crate::pages::allocation::scenario_list;

/// `GET /lan/{lan}/scenarier`, and the same as files: those that stand first, the latest of them first.
pub(super) async fn list(visitor: Visitor) -> Answer {
    let (place, lang) = (Place::of(&visitor)?, visitor.lang());
    let row = |(id, scenario): (&ScenarioId, &Scenario)| row(&visitor, &place, *id, scenario);
    let mut rows: Vec<Row> = place.read(&visitor, |county| county.scenarios.iter().map(row).collect());
    rows.reverse();
    rows.sort_by_key(|row| row.discarded.is_some());
    let kept = rows.iter().filter(|row| row.discarded.is_none()).count();
    let here = place.under("/scenarier");
    let face = {
        let none = scenario_list::none(lang, PATH, visitor.may(Action::SaveScenario));
        let mut list = scenario_list::list(lang, &here, place.code()).empty(none);
        if kept > 1 {
            list = scenario_list::comparing(lang, list);
        }
        let page = |drawn: &Drawn| {
            scenario_list::show(&scenario_list::View {
                lang,
                calculator: PATH,
                compare: &place.under("/jamforelse"),
                views: &scene::views(&visitor, &here),
                kept,
                list: drawn,
            })
        };
        desk::list::answer(&visitor, &list, rows, lang.t("allocation-saved"), page)?
    };
    face.send(&visitor).await
}

/// What stands in the list.
fn row(visitor: &Visitor, place: &Place, id: ScenarioId, scenario: &Scenario) -> Row {
    let all = reckon(&scenario.saved).ok().map(|reckoned| reckoned.comparison.all);
    Row {
        id: id.to_string(),
        href: place.under(&format!("/scenarier/{id}")),
        name: scenario.saved.name.clone(),
        description: scenario.saved.description.clone(),
        by: place::name(visitor, scenario.by.actor),
        on: visitor.app().in_sweden(scenario.by.at).date(),
        all,
        discarded: scenario.discarded.map(|meta| visitor.app().in_sweden(meta.at).date()),
    }
}

/// `GET /lan/{lan}/scenarier/ny`.
pub(super) async fn new(visitor: Visitor) -> Answer {
    let scene = Scene::of(&visitor).ok_or(Stop::NotFound(None))?;
    Place::of(&visitor)?;
    let form = visitor.form(visitor.path().trim_end_matches("/ny"));
    show_new(&visitor, &scene, &form, StatusCode::OK)
}

fn show_new(visitor: &Visitor, scene: &Scene, form: &Form, status: StatusCode) -> Answer {
    let lang = visitor.lang();
    let Ok(reckoned) = scene.reckon() else {
        // What cannot be reckoned is put right where it is reckoned.
        return desk::visitor::go(&scene.query.address(PATH));
    };
    let page =
        saved::New { calculator: PATH, form, query: &scene.query, scope: scene.scope(), reckoned: &reckoned };
    let faulty = form.problem.is_some();
    Ok(visitor.answer(status, lang.t("allocation-save"), faulty, &saved::new(&page)))
}

/// `POST /lan/{lan}/scenarier`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    let place = Place::of(&visitor)?;
    let scene = Scene::asked(&visitor, sent.typed.get(saved::QUERY)).ok_or(Stop::NotFound(None))?;
    let mut read = sent.read();
    let (name, description) = (read.text("name"), read.text("description"));
    let command = scene.reckon().map_err(|problem| Refusal::Fields(problem.fields)).and_then(|reckoned| {
        let saved = Saved {
            name,
            description,
            start: reckoned.before,
            notes: scene.start.notes.clone(),
            changes: reckoned.changes,
        };
        read.into(Command::SaveScenario(SaveScenario { saved }))
    });
    match visitor.submit_on::<County>(place.code(), &sent, command).await? {
        Ok(done) => visitor.see_made(&done, &place.under("/scenarier"), "county-said-saved"),
        Err(refused) => {
            let status = refused.status();
            show_new(&visitor, &scene, &refused.form, status)
        }
    }
}

/// `GET /lan/{lan}/scenarier/{scenario}`.
pub(super) async fn show(visitor: Visitor) -> Answer {
    one(&visitor, None)
}

/// One scenario, with a form that was refused, when one was.
fn one(visitor: &Visitor, refused: Option<Refused>) -> Answer {
    let (place, lang) = (Place::of(visitor)?, visitor.lang());
    let (id, scenario) = named(visitor, &place)?;
    let row = row(visitor, &place, id, &scenario);
    let result = reckon(&scenario.saved);
    let query = place.query(&scenario.saved);
    let may = visitor.may(Action::SaveScenario);
    let (status, refused) = refused.map_or((StatusCode::OK, None), |r| (r.status(), Some(r.form)));
    let rename_at = place.under(&format!("/scenarier/{id}/namn"));
    let put = if row.discarded.is_some() { "atertagande" } else { "undanlaggning" };
    let put_at = place.under(&format!("/scenarier/{id}/{put}"));
    let filled = |at: String, form: Form| match &refused {
        Some(sent) if sent.action == at => sent.clone(),
        Some(_) | None => form,
    };
    let rename = visitor
        .form(rename_at.clone())
        .with("name", scenario.saved.name.clone())
        .with("description", scenario.saved.description.clone());
    let rename = (may && row.discarded.is_none()).then(|| filled(rename_at, rename));
    let discard = may.then(|| filled(put_at.clone(), visitor.form(put_at)));
    let papers: Vec<(String, String)> = place.read(visitor, |county| paper::showing(&place, county, id));
    let page = saved::One {
        lang,
        calculator: PATH,
        row: &row,
        query: &query,
        scope: place.scope(),
        result: result.as_ref(),
        notes: &scene::shown(lang, &scenario.saved.notes),
        outputs: &outputs::of(lang, &place.under(&format!("/scenarier/{id}"))),
        papers: &papers,
        rename: rename.as_ref(),
        discard: discard.as_ref(),
    };
    let faulty = refused.as_ref().is_some_and(|form| form.problem.is_some());
    Ok(visitor.answer(status, &row.name, faulty, &saved::one(&page)))
}

/// `POST …/namn`.
pub(super) async fn rename(visitor: Visitor, sent: Sent) -> Answer {
    let place = Place::of(&visitor)?;
    let (id, _) = named(&visitor, &place)?;
    let mut read = sent.read();
    let name = NameScenario { scenario: id, name: read.text("name"), description: read.text("description") };
    let command = read.into(Command::NameScenario(name));
    take(&visitor, &sent, &place, id, command, "county-said-named").await
}

/// `POST …/undanlaggning`.
pub(super) async fn discard(visitor: Visitor, sent: Sent) -> Answer {
    let place = Place::of(&visitor)?;
    let (id, _) = named(&visitor, &place)?;
    let command = Ok(Command::DiscardScenario(DiscardScenario { scenario: id }));
    take(&visitor, &sent, &place, id, command, "county-said-discarded").await
}

/// `POST …/atertagande`.
pub(super) async fn restore(visitor: Visitor, sent: Sent) -> Answer {
    let place = Place::of(&visitor)?;
    let (id, _) = named(&visitor, &place)?;
    let command = Ok(Command::RestoreScenario(RestoreScenario { scenario: id }));
    take(&visitor, &sent, &place, id, command, "county-said-restored").await
}

async fn take(
    visitor: &Visitor,
    sent: &Sent,
    place: &Place,
    id: ScenarioId,
    command: Result<Command, Refusal>,
    said: &'static str,
) -> Answer {
    match visitor.submit_on::<County>(place.code(), sent, command).await? {
        Ok(done) => visitor.see(&done, &place.under(&format!("/scenarier/{id}")), said),
        Err(refused) => one(visitor, Some(refused)),
    }
}
