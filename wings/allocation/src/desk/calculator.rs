//! The calculator: a scenario is the query of its address, reckoned anew each time.

use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;

use super::outputs;
use super::scene::{PATH, Scene};
use crate::pages::allocation::question::Asked;
use crate::pages::allocation::{calculator, why};

/// `GET /fordelning`.
pub(super) async fn show(visitor: Visitor) -> Answer {
    let lang = visitor.lang();
    let title = lang.t("allocation-title");
    let Some(scene) = Scene::of(&visitor) else {
        return visitor.page(title, &crate::pages::county::nothing_known(lang));
    };
    let reckoned = scene.reckon();
    let outputs: Vec<(&str, String, &str)> = outputs::of(lang, PATH)
        .into_iter()
        .map(|(kind, path, words)| (kind, scene.query.address(&path), words))
        .collect();
    let main = calculator::show(&calculator::View {
        lang,
        path: PATH,
        views: &super::scene::views(&visitor, PATH),
        start: &scene.start.country,
        counties: &scene.counties,
        home: scene.home.as_deref(),
        bases: &scene.bases,
        statistics: &scene.years(),
        notes: &scene.notes(lang),
        query: &scene.query,
        result: reckoned.as_ref(),
        outputs: &outputs,
        save: scene.save(&visitor).as_deref(),
    });
    Ok(visitor.answer(axum::http::StatusCode::OK, title, reckoned.is_err(), &main))
}

/// `GET /fordelning/varfor`.
pub(super) async fn why(visitor: Visitor) -> Answer {
    let lang = visitor.lang();
    let scene = Scene::of(&visitor).ok_or(Stop::NotFound(None))?;
    let asked = Asked::of(scene.pairs()).ok_or(Stop::NotFound(None))?;
    let reckoned = scene.reckon().map_err(|_| Stop::NotFound(None))?;
    let view = why::View {
        lang,
        path: PATH,
        query: &scene.query,
        reckoned: &reckoned,
        notes: &scene.notes(lang),
        asked: &asked,
    };
    let main = why::show(&view).ok_or(Stop::NotFound(None))?;
    visitor.page(lang.t("county-why"), &main)
}
