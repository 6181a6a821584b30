//! One form for each noun of an initiative. The names of the fields are those of the command.
//!
//! Every form stands on a page of its own with the initiative's name above it and the way back below; what was typed
//! is kept whatever comes of it, and lists of rows grow by a button that works without a script.

mod draft;
mod fields;
mod idea;
mod prepare;
mod proposal;
mod rows;
mod settle;
mod submit;

use kit::form::Form;
use maud::{Markup, html};

use super::{Act, Scene};

pub use draft::{discard, draft, filled as filled_draft, filled_version};
pub use fields::typed as typed_draft;
pub(super) use fields::{label, told};
pub use idea::*;
pub use prepare::{completion, examination, send_back, view};
pub use proposal::{filled as filled_proposal, prepare, propose};
pub use rows::{ROW, add_row};
pub use settle::{filled_group, filled_start, inform, start, steering_group};
pub use submit::{submit, withdraw};

/// The name of the button that saves a draft and goes on to handing in.
pub const ON: &str = "vidare";

/// The page of a form: its problem, its heading, what it is about, what it leads to, its fields, the way back.
fn page(form: &Form, scene: &Scene<'_>, act: Act, lead: &str, button: &str, fields: &Markup) -> Markup {
    html! {
        (form.head())
        h1 { (act.label(scene.lang, scene.initiative.stage)) }
        (about(scene))
        p.lead { (lead) }
        (beside(scene, act, &form.around(button, fields)))
        (back(scene))
    }
}

/// The form of whoever judges an application stands beside what it says.
fn beside(scene: &Scene<'_>, act: Act, fields: &Markup) -> Markup {
    let judges =
        matches!(act, Act::Examine | Act::StateView | Act::AskCompletion | Act::Propose | Act::Prepare);
    let paper = domain::initiative::paper::as_handed_in(scene.association, scene.initiative);
    let Some(paper) = paper.filter(|_| judges) else { return fields.clone() };
    let lang = scene.lang;
    html! {
        p.to-beside { a href="#ansokan" { (lang.t("initiative-read-application")) } }
        div.columns.even {
            div.column-main { (fields) }
            aside.column-aside #ansokan tabindex="-1" aria-label=(lang.t("initiative-application")) {
                (super::reading::application_body(&paper))
            }
        }
    }
}

/// Which initiative the form is about.
fn about(scene: &Scene<'_>) -> Markup {
    html! {
        p.about { a href=(scene.home()) lang="sv" { (scene.initiative.title) } }
    }
}

fn back(scene: &Scene<'_>) -> Markup {
    html! { p.back { a href=(scene.home()) { (scene.lang.t("back")) } } }
}

/// The form of a step that does not fit where the initiative stands: why not, and the way back.
pub fn not_now(scene: &Scene<'_>, act: Act) -> Markup {
    let lang = scene.lang;
    let what = act.label(lang, scene.initiative.stage);
    html! {
        h1 { (lang.t("initiative-not-now")) }
        p.lead { (super::standing::standing(scene)) }
        p { (lang.ta("initiative-not-now-says", &[("what", what.into())])) }
        p { a href=(scene.home()) { (lang.t("initiative-to-initiative")) } }
    }
}

/// An amount as it stands in a field: in kronor, without the unit that stands beside it.
fn kronor(amount: swedish::money::Ore) -> String {
    amount.to_string().trim_end_matches("\u{a0}kr").to_owned()
}

/// Texts as they stand in a field with one on each line.
fn by_line(texts: &[String]) -> String {
    texts.join("\n")
}
