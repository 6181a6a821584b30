//! One form for each thing that is noted or fixed about money. The names of the fields are those of the commands.
//!
//! Where every member has a row, its number goes with it in a hidden field, so that rows and members never part.

mod earlier;
mod figures;
mod fix;
mod key;
mod position;
mod step;

use domain::ids::MemberId;
use kit::form::Form;
use maud::{Markup, html};

pub use earlier::{earlier, filled as filled_earlier};
pub use figures::{figures, filled as filled_figures};
pub use fix::{filled as filled_fix, fix};
pub use key::{filled as filled_key, key};
pub use position::position;
pub use step::step;

use super::scene::Scene;

/// The page of a form: its problem, heading, lead, fields, and the way back.
fn page(form: &Form, title: &str, lead: &str, button: &str, fields: &Markup, back: &str) -> Markup {
    html! {
        (form.head())
        h1 { (title) }
        p.lead { (lead) }
        (form.around(button, fields))
        p.back { a href=(back) { (form.lang.t("back")) } }
    }
}

/// Rows of fields, one for each member, under one legend that a refusal can point at.
fn members(
    form: &Form,
    name: &str,
    legend: &Markup,
    hint: &str,
    of: &[MemberId],
    row: impl Fn(usize, MemberId) -> Markup,
) -> Markup {
    let wrong = form.wrong(name);
    let described = match wrong {
        Some(_) => format!("{name}-hint {name}-wrong"),
        None => format!("{name}-hint"),
    };
    html! {
        fieldset.field.group.member-rows id=(name) tabindex="-1" aria-describedby=(described) {
            legend { (legend) }
            p.hint id={ (name) "-hint" } { (hint) }
            @if let Some(wrong) = wrong {
                p.wrong id={ (name) "-wrong" } {
                    span.visually-hidden { (form.lang.t("wrong-here")) " " }
                    (wrong)
                }
            }
            @for (at, member) in of.iter().enumerate() { (row(at, *member)) }
        }
    }
}

/// The members of a form, in the order they were sent or, when it begins, as given.
fn sent_or(form: &Form, name: &str, begun: Vec<MemberId>) -> Vec<MemberId> {
    let sent: Vec<MemberId> = form.typed.all(name).filter_map(|id| id.parse().ok()).map(MemberId).collect();
    if sent.is_empty() { begun } else { sent }
}

/// The members on the first day of a year that a rule picks, in the order of their numbers.
fn on_first_day(
    scene: &Scene<'_>,
    year: i16,
    pick: impl Fn(&domain::association::state::Member) -> bool,
) -> Vec<MemberId> {
    let Ok(on) = jiff::civil::Date::new(year, 1, 1) else { return Vec::new() };
    scene.profile().members_on(on).filter(|member| pick(member)).map(|member| member.id).collect()
}

/// An amount as it stands in a field: in kronor, without the unit beside it.
fn in_field(amount: swedish::money::Ore) -> String {
    amount.to_string().trim_end_matches("\u{a0}kr").to_owned()
}
