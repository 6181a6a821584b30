//! The parameters: what is looked at, how it is reckoned, and the state's total, base, keys, brake and strategy.

use allocation::contributions::Key;
use allocation::model::BasisPoints;
use allocation::scenario::Basis;
use allocation::strategy::Strategy;
use kit::Lang;
use kit::form::{Choice, Form, Typed};
use maud::{Markup, html};
use swedish::money::Ore;

use super::View;
use crate::pages::allocation::query::{
    Query, basis_slug, in_field, need_percent, percent_in_field, read_amount, strategy_slug,
};

/// What stands in the fields: what is typed, otherwise what the country has.
pub(super) fn filled(view: &View<'_>) -> Typed {
    let start = view.start;
    let parameters = &start.parameters;
    let brake = parameters.brake;
    let yes = |yes: bool| if yes { "ja" } else { "nej" }.to_owned();
    let known = [
        ("underlag", Some(basis_slug(view.basis()).to_owned())),
        ("ar", Some(start.year.to_string())),
        ("total", Some(in_field(parameters.total))),
        ("grund", Some(in_field(parameters.base))),
        ("behov", need_percent(parameters.keys).map(|percent| percent.to_string())),
        ("sparr", Some(yes(brake.is_some()))),
        ("sparrprocent", brake.map(|brake| percent_in_field(brake.at_most))),
        ("undantag", Some(yes(brake.is_none_or(|brake| brake.equity_exception)))),
    ];
    let mut typed = view.query.typed().clone();
    if view.result.is_ok() {
        // What was understood is shown with the unit that stands beside the field; what was not stays as it was typed.
        for name in ["total", "grund"] {
            if let Some(amount) = read_amount(typed.get(name)) {
                typed.set(name, in_field(amount));
            }
        }
    }
    for (name, value) in known {
        if let Some(value) = value.filter(|_| !typed.has(name)) {
            typed.add(name, value);
        }
    }
    typed
}

/// The fields of the parameters, and the button that reckons.
pub(super) fn parameters(view: &View<'_>, form: &Form) -> Markup {
    let lang = view.lang;
    let whole = view.basis() == Basis::WholeCountry;
    html! {
        (looked_at(view, form))
        fieldset.dials {
            legend { (lang.t("allocation-parameters")) }
            div id="modellen" data-live="model" {
                (base(view, form))
                @if whole {
                    (total(view, form))
                    (need(form))
                    (brake(form))
                    (strategy(view, form))
                } @else {
                    p.hint { (lang.t("allocation-held-only")) }
                    (carried(view.query))
                }
            }
            @for name in ["part", "ordning", "visa"] {
                @if form.typed.has(name) { (form.hidden(name)) }
            }
            p.actions { button.main type="submit" { (lang.t("allocation-reckon")) } }
        }
    }
}

/// Parameters of the whole country, kept while need parts are held.
fn carried(query: &Query) -> Markup {
    let names = ["total", "behov", "sparr", "sparrprocent", "undantag", "strategi", "statistik"];
    html! {
        @for (name, value) in query.pairs().filter(|(name, _)| names.contains(name)) {
            input type="hidden" name=(name) value=(value);
        }
    }
}

fn looked_at(view: &View<'_>, form: &Form) -> Markup {
    let lang = view.lang;
    let years: Vec<Choice> = std::iter::once(Choice::new("", known_year(view)))
        .chain(
            view.statistics
                .iter()
                .filter(|y| Some(**y) != view.start.statistics_year)
                .map(|y| Choice::new(y, y.to_string())),
        )
        .collect();
    // The year matters only where members have agreed on shares for each year.
    let by_year = view
        .start
        .associations
        .iter()
        .any(|a| matches!(a.municipal_key, Key::Table(_)) || matches!(a.region_key, Key::Table(_)));
    let bases: Vec<Choice> = view.bases.iter().map(|basis| basis_choice(lang, *basis)).collect();
    // The country can be looked at from a county too, when it is known.
    let places = view.offered().count() > 1 || view.bases.contains(&Basis::WholeCountry);
    html! {
        fieldset.dials {
            legend { (lang.t("allocation-looked-at")) }
            div id="omfattning" data-live="model" {
                @if places { (form.select("lan", lang.t("allocation-county"), counties(view))) }
                @else if form.typed.has("lan") { (form.hidden("lan")) }
                @if bases.len() > 1 { (form.radios("underlag", lang.t("allocation-basis"), bases)) }
                @else if view.query.basis().is_some() { (form.hidden("underlag")) }
                @if years.len() > 1 && view.basis() == Basis::WholeCountry {
                    (form.select("statistik", lang.t("allocation-statistics"), years))
                }
                @if by_year { (form.number("ar", lang.t("allocation-year")).hint(lang.t("allocation-year-hint"))) }
                @else if view.query.typed().has("ar") { (form.hidden("ar")) }
            }
        }
    }
}

fn known_year(view: &View<'_>) -> String {
    match view.start.statistics_year {
        Some(year) => year.to_string(),
        None => view.lang.t("allocation-statistics-known").to_owned(),
    }
}

fn counties(view: &View<'_>) -> Vec<Choice> {
    let home = view.offered().find(|county| Some(county.code.as_str()) == view.home);
    let everything = |value: &str| Choice::new(value, view.lang.t("allocation-whole-country"));
    let mut choices = match home {
        Some(home) => vec![Choice::new("", home.name.clone()), everything("alla")],
        None => vec![everything("")],
    };
    let others = view.offered().filter(|county| Some(*county) != home);
    choices.extend(others.map(|county| Choice::new(&county.code, county.name.clone())));
    choices
}

fn basis_choice(lang: Lang, basis: Basis) -> Choice {
    let (label, hint) = match basis {
        Basis::HeldNeedParts => ("allocation-basis-held", "allocation-basis-held-hint"),
        Basis::WholeCountry => ("allocation-basis-whole", "allocation-basis-whole-hint"),
    };
    Choice::new(basis_slug(basis), lang.t(label)).hint(lang.t(hint))
}

/// A range of whole numbers that a script pairs with a field; it says nothing of its own.
struct Slider {
    of: &'static str,
    from: i64,
    to: i64,
    step: i64,
    now: i64,
}

impl Slider {
    fn show(&self, lang: Lang, label: &str) -> Markup {
        html! {
            input.slider type="range" hidden data-slider=(self.of) min=(self.from) max=(self.to) step=(self.step)
                value=(self.now) aria-label=(lang.ta("allocation-slider", &[("what", label.into())]));
        }
    }
}

fn in_kronor(amount: Ore) -> i64 {
    amount.ore() / 100
}

fn base(view: &View<'_>, form: &Form) -> Markup {
    let label = view.lang.t("allocation-base");
    let base = in_kronor(view.current().parameters.base);
    let slider =
        Slider { of: "grund", from: 0, to: base.max(500_000).saturating_mul(2), step: 10_000, now: base };
    html! {
        (form.money("grund", label).hint(view.lang.t("allocation-base-hint")))
        (slider.show(view.lang, label))
    }
}

fn total(view: &View<'_>, form: &Form) -> Markup {
    let label = view.lang.t("allocation-total");
    let now = in_kronor(view.current().parameters.total);
    let start = in_kronor(view.start.parameters.total);
    let slider = Slider {
        of: "total",
        from: (start / 2).min(now),
        to: start.saturating_add(start / 2).max(now),
        step: 1_000_000,
        now,
    };
    html! {
        (form.money("total", label).hint(view.lang.t("allocation-total-hint")))
        (slider.show(view.lang, label))
    }
}

fn need(form: &Form) -> Markup {
    let lang = form.lang;
    let label = lang.t("allocation-need");
    let now = form.typed.get("behov").trim().parse().unwrap_or(75);
    html! {
        (form.number("behov", label).hint(lang.t("allocation-need-hint")))
        (Slider { of: "behov", from: 0, to: 100, step: 1, now }.show(lang, label))
    }
}

fn brake(form: &Form) -> Markup {
    let lang = form.lang;
    let label = lang.t("allocation-brake-percent");
    let typed = form.typed.get("sparrprocent");
    let now = typed.trim().split(',').next().and_then(|whole| whole.parse().ok()).unwrap_or(10);
    html! {
        input type="hidden" name="sparr" value="nej";
        (form.tick("sparr", lang.t("allocation-brake")))
        (form.number("sparrprocent", label).hint(lang.t("allocation-brake-hint")))
        (Slider { of: "sparrprocent", from: 0, to: 50, step: 1, now }.show(lang, label))
        input type="hidden" name="undantag" value="nej";
        (form.tick("undantag", lang.t("allocation-exception")))
    }
}

/// What a strategy is called.
pub(super) fn strategy_name(lang: Lang, strategy: Strategy) -> &'static str {
    match strategy {
        Strategy::Scale => lang.t("allocation-strategy-scale"),
        Strategy::Equal => lang.t("allocation-strategy-equal"),
        Strategy::Inhabitants => lang.t("allocation-strategy-inhabitants"),
        Strategy::Keep => lang.t("allocation-strategy-keep"),
    }
}

fn strategy(view: &View<'_>, form: &Form) -> Markup {
    let lang = view.lang;
    let own = view.start.parameters.strategy;
    let name = |strategy| strategy_name(lang, strategy);
    let mut choices = vec![Choice::new("", name(own))];
    let others = Strategy::ALL.into_iter().filter(|strategy| *strategy != own);
    choices.extend(others.map(|strategy| Choice::new(strategy_slug(strategy), name(strategy))));
    let chosen = view.current().parameters.strategy;
    let says = match chosen {
        Strategy::Scale => lang.t("allocation-strategy-scale-says"),
        Strategy::Equal => lang.t("allocation-strategy-equal-says"),
        Strategy::Inhabitants => lang.t("allocation-strategy-inhabitants-says"),
        Strategy::Keep => lang.t("allocation-strategy-keep-says"),
    };
    html! {
        (form.select("strategi", lang.t("allocation-strategy"), choices).hint(lang.t("allocation-strategy-hint")))
        p.hint id="strategin" data-live { (says) }
    }
}

/// A percentage as it stands in a field, for the words of a change.
pub(super) fn percent(parts: BasisPoints) -> String {
    format!("{}\u{a0}%", percent_in_field(parts))
}
