//! A form: what was typed, what was wrong with it, and its fields.
//!
//! A form is shown with [`Form::head`] above the page's heading and [`Form::around`] round its fields:
//!
//! ```
//! use kit::{Lang, form::Form, html};
//!
//! fn new_idea(form: &Form) -> kit::Markup {
//!     html! {
//!         (form.head())
//!         h1 { "Ny idé" }
//!         (form.around("Spara", &html! {
//!             (form.text("title", "Rubrik").hint("Högst 120 tecken."))
//!             (form.area("text", "Idén"))
//!             (form.money("amount", "Belopp").optional())
//!         }))
//!     }
//! }
//! let shown = new_idea(&Form::new(Lang::Sv, "/f/finnveden/insatser", "3f0c")).into_string();
//! assert!(shown.contains(r#"name="title""#) && shown.contains("(Frivillig)"));
//! ```
//!
//! Submit always works, optional fields are marked, a wrong value stays, and one sentence is used twice: on top and at
//! the field. A *bör* that is not met adds its own fields for the reason before the button.

mod field;
mod problem;
mod state;
mod stopped;
mod typed;

use maud::{Markup, html};

pub use field::{Choice, Field};
pub use problem::Problem;
pub use state::{COMMAND_ID, Form};
pub use typed::{REASON, Typed};

impl Form {
    /// The form round its fields, with the reasons that are asked for, and its button.
    pub fn around(&self, button: &str, fields: &Markup) -> Markup {
        html! {
            form.form method="post" action=(self.action) novalidate data-guard {
                (self.hidden_id())
                (fields)
                (self.reasons())
                p.actions { button.main type="submit" { (button) } }
            }
        }
    }

    /// The form round a file to send, and its button. What is chosen is not kept: a browser never fills in a file.
    pub fn upload(&self, button: &str, fields: &Markup) -> Markup {
        html! {
            form.form method="post" action=(self.action) enctype="multipart/form-data" novalidate {
                (fields)
                p.actions { button.main type="submit" { (button) } }
            }
        }
    }

    /// A form that is only a button, with what it needs hidden in it.
    pub fn button(&self, label: &str) -> Markup {
        html! {
            form.form.button-form method="post" action=(self.action) {
                (self.hidden_id())
                (self.carried())
                button type="submit" { (label) }
            }
        }
    }

    /// A line of text.
    pub fn text<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, field::Kind::Line { kind: "text", complete: None })
    }

    /// An e-mail address.
    pub fn email<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, field::Kind::Line { kind: "email", complete: Some("email") })
    }

    /// A telephone number.
    pub fn phone<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, field::Kind::Line { kind: "tel", complete: Some("tel") })
    }

    /// A password, the one in use (`current-password`) or a new one (`new-password`).
    pub fn password<'a>(&'a self, name: &'a str, label: &'a str, complete: &'static str) -> Field<'a> {
        Field::new(self, name, label, field::Kind::Line { kind: "password", complete: Some(complete) })
    }

    /// A whole number.
    pub fn number<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, field::Kind::Digits { unit: None })
    }

    /// An amount in kronor.
    pub fn money<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, field::Kind::Digits { unit: Some("kr") })
    }

    /// A day.
    pub fn date<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, field::Kind::Day)
    }

    /// A time of day.
    pub fn time<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, field::Kind::Time)
    }

    /// Several lines of text.
    pub fn area<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, field::Kind::Area { rows: 5 })
    }

    /// One of several, in a list that folds out.
    pub fn select<'a>(&'a self, name: &'a str, label: &'a str, choices: Vec<Choice>) -> Field<'a> {
        Field::new(self, name, label, field::Kind::Select(choices))
    }

    /// One of several, all shown.
    pub fn radios<'a>(&'a self, name: &'a str, label: &'a str, choices: Vec<Choice>) -> Field<'a> {
        Field::new(self, name, label, field::Kind::Radios(choices))
    }

    /// Any of several, all shown; the name is sent once for each that is ticked.
    pub fn ticks<'a>(&'a self, name: &'a str, label: &'a str, choices: Vec<Choice>) -> Field<'a> {
        Field::new(self, name, label, field::Kind::Ticks(choices))
    }

    /// A file, of the endings that are read.
    pub fn file<'a>(&'a self, name: &'a str, label: &'a str, endings: &'static str) -> Field<'a> {
        Field::new(self, name, label, field::Kind::File { endings })
    }

    /// Yes or no; `ja` is sent when it is ticked, nothing when it is not.
    pub fn tick<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(self, name, label, field::Kind::Tick)
    }
}

#[cfg(test)]
mod tests;
