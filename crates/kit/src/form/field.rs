//! One field of a form: its label, hint, value, and the sentence when the value was wrong.

use maud::{Markup, Render, html};

use super::state::Form;

/// A value to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is shown.
    pub label: String,
    /// What it means, when the label does not say it all.
    pub hint: Option<String>,
}

impl Choice {
    /// A value and its label.
    #[expect(clippy::needless_pass_by_value, reason = "a number, an id or a word, as it comes")]
    pub fn new(value: impl ToString, label: impl Into<String>) -> Self {
        Self { value: value.to_string(), label: label.into(), hint: None }
    }

    /// The same with what it means.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

#[derive(Clone, Debug)]
pub(super) enum Kind {
    Line { kind: &'static str, complete: Option<&'static str> },
    Digits { unit: Option<&'static str> },
    Day,
    Time,
    Area { rows: u32 },
    Select(Vec<Choice>),
    Radios(Vec<Choice>),
    Ticks(Vec<Choice>),
    Tick,
    File { endings: &'static str },
}

/// A field, to be put in a page with `(…)`.
#[derive(Clone, Debug)]
pub struct Field<'a> {
    form: &'a Form,
    name: &'a str,
    label: &'a str,
    hint: Option<&'a str>,
    optional: bool,
    short: bool,
    row: usize,
    kind: Kind,
}

impl<'a> Field<'a> {
    pub(super) fn new(form: &'a Form, name: &'a str, label: &'a str, kind: Kind) -> Self {
        Self { form, name, label, hint: None, optional: false, short: false, row: 0, kind }
    }

    /// Adds what to think of, under the label.
    #[must_use]
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Marks it as optional.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Makes it as short as what it takes.
    #[must_use]
    pub fn short(mut self) -> Self {
        self.short = true;
        self
    }

    /// Sets how many lines a text is given.
    #[must_use]
    pub fn rows(mut self, lines: u32) -> Self {
        if let Kind::Area { rows } = &mut self.kind {
            *rows = lines;
        }
        self
    }

    /// Makes it the field of a row, counted from 0, where the same name stands once in each row.
    #[must_use]
    pub fn row(mut self, row: usize) -> Self {
        self.row = row;
        self
    }

    fn id(&self) -> String {
        if self.row == 0 { self.name.to_owned() } else { format!("{}-{}", self.name, self.row) }
    }

    fn value(&self) -> &str {
        self.form.typed.all(self.name).nth(self.row).unwrap_or_default()
    }

    fn wrong(&self) -> Option<&str> {
        if self.row == 0 { self.form.wrong(self.name) } else { None }
    }

    /// The ids of what describes the field.
    fn described(&self, id: &str) -> Option<String> {
        let hint = self.hint.map(|_| format!("{id}-hint"));
        let wrong = self.wrong().map(|_| format!("{id}-wrong"));
        let ids: Vec<String> = hint.into_iter().chain(wrong).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn around_label(&self) -> Markup {
        html! {
            (self.label)
            @if self.optional { " " span.optional { (self.form.lang.t("optional")) } }
        }
    }

    fn hint_and_wrong(&self, id: &str) -> Markup {
        html! {
            @if let Some(hint) = self.hint { p.hint id={ (id) "-hint" } { (hint) } }
            @if let Some(wrong) = self.wrong() {
                p.wrong id={ (id) "-wrong" } {
                    span.visually-hidden { (self.form.lang.t("wrong-here")) " " }
                    (wrong)
                }
            }
        }
    }

    fn input(&self, kind: &str, complete: Option<&str>, mode: Option<&str>) -> Markup {
        let id = self.id();
        let value = if kind == "password" { "" } else { self.value() };
        html! {
            input id=(id) name=(self.name) type=(kind) value=(value) inputmode=[mode]
                autocomplete=[complete] aria-describedby=[self.described(&id)]
                aria-invalid=[self.wrong().map(|_| "true")];
        }
    }

    fn group(&self, choices: &[Choice], kind: &str) -> Markup {
        let id = self.id();
        let described = self.described(&id);
        html! {
            fieldset.field.group aria-describedby=[described] {
                legend { (self.around_label()) }
                (self.hint_and_wrong(&id))
                @for (at, choice) in choices.iter().enumerate() {
                    @let own = if at == 0 { id.clone() } else { format!("{id}-val-{at}") };
                    div.choice {
                        input id=(own) type=(kind) name=(self.name) value=(choice.value)
                            checked[self.form.typed.all(self.name).any(|v| v == choice.value)]
                            aria-describedby=[choice.hint.as_ref().map(|_| format!("{own}-means"))];
                        label for=(own) { (choice.label) }
                        @if let Some(hint) = &choice.hint { p.hint id={ (own) "-means" } { (hint) } }
                    }
                }
            }
        }
    }

    fn control(&self) -> Markup {
        let (id, value) = (self.id(), self.value());
        match &self.kind {
            Kind::Line { kind, complete } => self.input(kind, *complete, None),
            Kind::Digits { unit: None } => self.input("text", None, Some("numeric")),
            Kind::Digits { unit: Some(unit) } => html! {
                span.with-unit {
                    (self.input("text", None, Some("decimal")))
                    span.unit aria-hidden="true" { (unit) }
                }
            },
            // A value that is no day would be dropped by the date field: it stays as it was typed.
            Kind::Day if value.is_empty() || value.parse::<jiff::civil::Date>().is_ok() => {
                self.input("date", None, None)
            }
            Kind::Time if value.is_empty() || is_time(value) => self.input("time", None, None),
            Kind::Day | Kind::Time => self.input("text", None, Some("numeric")),
            Kind::Area { rows } => html! {
                textarea id=(id) name=(self.name) rows=(rows) aria-describedby=[self.described(&id)]
                    aria-invalid=[self.wrong().map(|_| "true")] { "\n" (value) }
            },
            Kind::Select(choices) => html! {
                select id=(id) name=(self.name) aria-describedby=[self.described(&id)]
                    aria-invalid=[self.wrong().map(|_| "true")] {
                    @if !choices.iter().any(|c| c.value.is_empty()) {
                        option value="" selected[value.is_empty()] { (self.form.lang.t("choose")) }
                    }
                    @for choice in choices {
                        option value=(choice.value) selected[choice.value == value] { (choice.label) }
                    }
                }
            },
            Kind::File { endings } => html! {
                input id=(id) name=(self.name) type="file" accept=(endings)
                    aria-describedby=[self.described(&id)] aria-invalid=[self.wrong().map(|_| "true")];
            },
            Kind::Radios(_) | Kind::Ticks(_) | Kind::Tick => html! {},
        }
    }
}

fn is_time(value: &str) -> bool {
    value.len() == 5 && value.contains(':') && value.parse::<jiff::civil::Time>().is_ok()
}

impl Render for Field<'_> {
    fn render(&self) -> Markup {
        let id = self.id();
        match &self.kind {
            Kind::Radios(choices) => self.group(choices, "radio"),
            Kind::Ticks(choices) => self.group(choices, "checkbox"),
            Kind::Tick => html! {
                div.field.choice.faulty[self.wrong().is_some()] {
                    input id=(id) type="checkbox" name=(self.name) value="ja" checked[self.value() == "ja"]
                        aria-describedby=[self.described(&id)];
                    label for=(id) { (self.around_label()) }
                    (self.hint_and_wrong(&id))
                }
            },
            Kind::Line { .. }
            | Kind::Digits { .. }
            | Kind::Day
            | Kind::Time
            | Kind::Area { .. }
            | Kind::File { .. }
            | Kind::Select(_) => {
                let short = self.short || matches!(self.kind, Kind::Digits { .. } | Kind::Day | Kind::Time);
                html! {
                    div.field.short[short].faulty[self.wrong().is_some()] {
                        label for=(id) { (self.around_label()) }
                        (self.hint_and_wrong(&id))
                        (self.control())
                    }
                }
            }
        }
    }
}
