//! Every way to group a county's municipalities: asked, under way, answered.
//!
//! The question is the query of the address. A search that takes a while goes on in the background, and the same
//! address shows how far it has come; it can be left and returned to.

use allocation::partitions::{Grouping, Question, evaluate};
use allocation::scenario::Country;
use axum::http::StatusCode;
use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::visitor::{Visitor, go};
use domain::county::start::whole_country;
use kit::form::{Form, Problem};

use super::place::Place;
use super::scene::{self, PATH};
use super::searches::{Searches, State};
use crate::pages::allocation::grouping::{self, Ask, Asked, Found, Going};

/// What there is to group.
struct Area {
    country: Country,
    notes: Vec<crate::pages::allocation::notes::Note>,
    places: Vec<usize>,
    names: Vec<String>,
    today: Option<Vec<Vec<usize>>>,
}

impl Area {
    /// The county in the whole country, as far as it is known.
    fn of(visitor: &Visitor, place: &Place) -> Option<Self> {
        let start = whole_country(&scene::known(visitor.app()), visitor.today())?;
        let (places, _) = grouping::candidates(&start.country, &place.scope());
        let name = |at: &usize| start.country.municipalities.get(*at).map(|m| m.name.to_string());
        Some(Self {
            names: places.iter().filter_map(name).collect(),
            today: grouping::groups_of(&start.country, &places),
            notes: scene::shown(visitor.lang(), &start.notes),
            country: start.country,
            places,
        })
    }

    fn question(&self, place: &Place, asked: &Asked) -> Result<Question, Vec<domain::FieldError>> {
        let (_, candidates) = grouping::candidates(&self.country, &place.scope());
        let outside = grouping::outside(&self.country, &place.scope()).ok_or_else(|| {
            vec![domain::FieldError::new(
                "administration",
                "Läs in statistik för alla kommuner i landet först. En uppgift som saknas räknas aldrig som noll.",
            )]
        })?;
        let today = self.today.as_ref().map_or(1, Vec::len);
        asked.question(candidates, outside, &self.country.parameters, today)
    }
}

/// `GET /lan/{lan}/gruppering`.
pub(super) async fn show(visitor: Visitor) -> Answer {
    let (place, lang) = (Place::of(&visitor)?, visitor.lang());
    let Some(area) = Area::of(&visitor, &place) else {
        return visitor.page(lang.t("county-view-grouping"), &crate::pages::county::nothing_known(lang));
    };
    let here = place.under("/gruppering");
    let form = query_form(&visitor, &here);
    if visitor.query().is_empty() {
        return ask(&visitor, &place, &area, &Asked::default().fill(form), StatusCode::OK);
    }
    let asked = Asked::of(&form.typed);
    let question = match area.question(&place, &asked) {
        Ok(question) => question,
        Err(errors) => {
            let mut form = asked.fill(form);
            form.problem = Some(Problem::Fields(errors));
            return ask(&visitor, &place, &area, &form, StatusCode::OK);
        }
    };
    let search = visitor.app().room::<Searches>().ask(&question);
    search.settle().await;
    match search.state(question.municipalities.len()) {
        State::Running(tried, of) => {
            let stop = visitor.form(format!("{here}/avbrott")).with("fraga", visitor.query());
            let page = Going {
                lang,
                county: place.name(),
                tried: (tried, of),
                here: visitor.address(),
                stop: Some(&stop),
            };
            let main = grouping::going(&page);
            Ok(visitor.refreshing(lang.t("county-view-grouping"), grouping::AGAIN_SECONDS, &main))
        }
        State::Answered(answer) => {
            let today = area.today.as_ref().and_then(|groups| evaluate(&question, groups).ok().flatten());
            let made = |best: &Grouping| grouping::made(&area.country, &area.places, best);
            let best = answer.as_ref().ok().and_then(|answer| answer.best.as_ref());
            let calculator = best.and_then(made).map(|query| query.with("lan", place.code()).address(PATH));
            let page = Found {
                lang,
                county: place.name(),
                municipalities: &area.names,
                question: &question,
                answer: answer.as_ref(),
                today: today.as_ref(),
                calculator,
                notes: &area.notes,
                again: &here,
            };
            visitor.page(lang.t("county-view-grouping"), &grouping::found(&page))
        }
    }
}

fn ask(visitor: &Visitor, place: &Place, area: &Area, form: &Form, status: StatusCode) -> Answer {
    let here = place.under("/gruppering");
    let faulty = form.problem.is_some();
    let page = Ask {
        form,
        views: &scene::views(visitor, &here),
        county: place.name(),
        municipalities: &area.names,
        notes: &area.notes,
    };
    Ok(visitor.answer(status, visitor.lang().t("county-view-grouping"), faulty, &grouping::ask(&page)))
}

/// `POST /lan/{lan}/gruppering`: the question becomes an address, which shows the answer.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    let place = Place::of(&visitor)?;
    let area = Area::of(&visitor, &place).ok_or(Stop::NotFound(None))?;
    let here = place.under("/gruppering");
    let asked = Asked::of(&sent.typed);
    let mut form = asked.fill(visitor.form(&here));
    match area.question(&place, &asked) {
        Ok(_) => {
            let query =
                serde_html_form::to_string(form.typed.pairs().collect::<Vec<_>>()).map_err(Stop::fault)?;
            go(&format!("{here}?{query}"))
        }
        Err(errors) => {
            form.problem = Some(Problem::Fields(errors));
            ask(&visitor, &place, &area, &form, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}

/// `POST /lan/{lan}/gruppering/avbrott`.
pub(super) async fn stop(visitor: Visitor, sent: Sent) -> Answer {
    let place = Place::of(&visitor)?;
    let here = place.under("/gruppering");
    let area = Area::of(&visitor, &place).ok_or(Stop::NotFound(None))?;
    let asked = Asked::of(&kit::form::Typed::new(desk::asked::pairs(sent.typed.get("fraga"))));
    if let Ok(question) = area.question(&place, &asked) {
        visitor.app().room::<Searches>().stop(&question);
    }
    go(&here)
}

/// The form as the address fills it in.
fn query_form(visitor: &Visitor, here: &str) -> Form {
    visitor.form(here).filled(visitor.asked_typed())
}
