//! A form with its state: where it is sent, what was typed, and what was wrong with it.

use maud::{Markup, html};

use super::problem::Problem;
use super::typed::{REASON, Typed};
use crate::Lang;

/// The name of the field that makes a form safe to send twice.
pub const COMMAND_ID: &str = "command_id";

/// A form with its state.
#[derive(Clone, Debug)]
pub struct Form {
    /// The language.
    pub lang: Lang,
    /// Where it is sent.
    pub action: String,
    /// Makes it safe to send twice.
    pub command_id: String,
    /// What was typed, or what is to be changed.
    pub typed: Typed,
    /// What came of it, when it was sent and not carried out.
    pub problem: Option<Problem>,
}

impl Form {
    /// An empty form.
    pub fn new(lang: Lang, action: impl Into<String>, command_id: impl Into<String>) -> Self {
        let (action, command_id) = (action.into(), command_id.into());
        Self { lang, action, command_id, typed: Typed::default(), problem: None }
    }

    /// The same form filled in.
    #[must_use]
    pub fn filled(mut self, typed: Typed) -> Self {
        self.typed = typed;
        self
    }

    /// The same form with one field filled in.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.typed.set(name, value);
        self
    }

    /// A hidden field with its value.
    pub fn hidden(&self, name: &str) -> Markup {
        html! { input type="hidden" name=(name) value=(self.typed.get(name)); }
    }

    /// The hidden field that makes the form safe to send twice.
    pub fn hidden_id(&self) -> Markup {
        html! { input type="hidden" name=(COMMAND_ID) value=(self.command_id); }
    }

    /// Everything typed as hidden fields, but for what the form itself writes.
    pub fn carried(&self) -> Markup {
        html! {
            @for (name, value) in self.typed.pairs() {
                @if name != COMMAND_ID && !name.starts_with(REASON) {
                    input type="hidden" name=(name) value=(value);
                }
            }
        }
    }

    /// The sentence that was wrong with a field.
    pub fn wrong(&self, name: &str) -> Option<&str> {
        match &self.problem {
            Some(Problem::Fields(errors)) => errors.iter().find(|e| e.field == name).map(|e| e.says.as_str()),
            Some(
                Problem::Law(_)
                | Problem::ReasonNeeded(_)
                | Problem::Order { .. }
                | Problem::Changed(_)
                | Problem::Denied(_)
                | Problem::NotNow(_),
            )
            | None => None,
        }
    }
}
