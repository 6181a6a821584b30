//! Every year that something is known of, as a list.

use domain::funding::state::date;
use jiff::civil::Date;
use kit::form::Choice;
use kit::list::{Entry, Head, List, Value};
use kit::{Lang, parts};
use swedish::money::Ore;

use super::scene::Scene;
use super::words::status_name;

/// The years, the latest first.
pub fn rows(scene: &Scene<'_>) -> Vec<i16> {
    let mut years = scene.funding().years();
    years.reverse();
    years
}

/// The years as a list.
pub fn list<'a>(scene: Scene<'a>) -> List<'a, i16> {
    let (lang, funding) = (scene.lang, scene.funding());
    let head = Head {
        path: scene.at(""),
        name: format!("medel-{}", scene.association.slug()),
        caption: lang.t("funding-every-year-caption").into(),
        noun: "funding-years-counted",
    };
    let entry = move |year: &i16| {
        Entry::at(scene.at(&format!("/{year}")), format!("{} {year}", lang.t("funding")), told(&scene, *year))
    };
    let states = State::ALL.map(|state| Choice::new(state.slug(), state.name(lang))).to_vec();
    List::new(lang, head, entry)
        .text("ar", lang.t("funding-year"), |year| year.to_string().into())
        .sorts_by(|year| Value::Count((*year).into()))
        .text("lage", lang.t("funding-status"), move |year| {
            funding.standing(*year).map(|standing| status_name(lang, standing.status)).into()
        })
        .amount("statens", lang.t("funding-state-amount"), move |year| funding.state_amount(*year).into())
        .sorts()
        .amount("bidrag", lang.t("funding-contributed"), move |year| {
            funding.contributions(*year).and_then(|all| Ore::sum(all.iter().map(|line| line.amount))).into()
        })
        .sorts()
        .text("bidragens-lage", lang.t("funding-contributions-state"), move |year| {
            State::of(&scene, *year).name(lang).into()
        })
        .filter("bidragens-lage", lang.t("funding-contributions-state"), states, move |year| {
            State::of(&scene, *year).slug().into()
        })
        .empty(parts::empty(lang.t("funding-nothing"), None))
}

/// Where the contributions of a year stand.
#[derive(Clone, Copy)]
enum State {
    Fixed,
    Noted,
    NotFixed,
}

impl State {
    const ALL: [Self; 3] = [Self::Fixed, Self::Noted, Self::NotFixed];

    fn of(scene: &Scene<'_>, year: i16) -> Self {
        if scene.funding().fixed(year).is_some() {
            Self::Fixed
        } else if scene.funding().noted.contains_key(&year) {
            Self::Noted
        } else {
            Self::NotFixed
        }
    }

    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Fixed => lang.t("funding-fixed"),
            Self::Noted => lang.t("funding-noted"),
            Self::NotFixed => lang.t("funding-not-fixed"),
        }
    }

    fn slug(self) -> &'static str {
        match self {
            Self::Fixed => "faststallda",
            Self::Noted => "antecknade",
            Self::NotFixed => "inte-faststallda",
        }
    }
}

/// The day of what was last told of a year: its contributions fixed, or a step of its round; else its first day.
fn told(scene: &Scene<'_>, year: i16) -> Date {
    let funding = scene.funding();
    let steps = funding.round(year).into_iter().flat_map(|round| round.history()).map(|entry| date(entry.on));
    let days = funding.fixed(year).map(|fixed| fixed.on).into_iter().chain(steps);
    days.max().unwrap_or_else(|| Date::new(year, 1, 1).unwrap_or_default())
}
