//! Fields that stand once in each row, and the button that adds a row: it sends the form, which comes back longer.

use kit::form::{Form, Typed};
use maud::{Markup, html};

/// The name of the buttons that add a row; the value names the rows.
pub const ROW: &str = "ny_rad";

/// Rows of fields under one legend.
pub(super) struct Rows<'a> {
    pub(super) form: &'a Form,
    /// The name of the whole, as a refusal names it.
    pub(super) name: &'a str,
    pub(super) legend: &'a str,
    pub(super) hint: &'a str,
    pub(super) optional: bool,
    /// What the button that adds a row says.
    pub(super) add: &'a str,
}

impl Rows<'_> {
    /// The rows, each made from its place.
    pub(super) fn show(&self, count: usize, row: impl Fn(usize) -> Markup) -> Markup {
        let lang = self.form.lang;
        let wrong = self.form.wrong(self.name);
        let described = match wrong {
            Some(_) => format!("{0}-hint {0}-wrong", self.name),
            None => format!("{}-hint", self.name),
        };
        html! {
            fieldset.field.group.rows id=(self.name) tabindex="-1" aria-describedby=(described) {
                legend {
                    (self.legend)
                    @if self.optional { " " span.optional { (lang.t("optional")) } }
                }
                p.hint id={ (self.name) "-hint" } { (self.hint) }
                @if let Some(wrong) = wrong {
                    p.wrong id={ (self.name) "-wrong" } {
                        span.visually-hidden { (lang.t("wrong-here")) " " }
                        (wrong)
                    }
                }
                @for at in 0..count {
                    div.row role="group"
                        aria-label=(lang.ta("initiative-draft-row", &[("row", (at + 1).to_string().into())])) {
                        (row(at))
                    }
                }
                p.actions {
                    button.plain type="submit" name=(ROW) value=(self.name) formaction={ (self.form.action) "#" (self.name) } {
                        (self.add)
                    }
                }
            }
        }
    }
}

/// How many rows there are: as many as were sent, and at least so many.
pub(super) fn count(form: &Form, field: &str, least: usize) -> usize {
    form.typed.all(field).count().max(least)
}

/// The button that Enter presses comes first in a form, and it is never the one that adds a row.
pub(super) fn enter(label: &str) -> Markup {
    html! { button.visually-hidden type="submit" tabindex="-1" aria-hidden="true" { (label) } }
}

/// What was typed with one more row, when that is what was asked for: the rows, and the fields of each.
pub fn add_row(typed: &Typed, rows: &[(&str, &[&str])]) -> Option<Typed> {
    let asked = typed.get(ROW).to_owned();
    let (_, fields) = rows.iter().find(|(name, _)| *name == asked)?;
    let kept = typed.pairs().filter(|(name, _)| *name != ROW);
    let mut longer = Typed::new(kept.map(|(n, v)| (n.to_owned(), v.to_owned())).collect());
    for field in *fields {
        longer.add(field, "");
    }
    Some(longer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_added_and_everything_typed_is_kept() {
        let rows: &[(&str, &[&str])] = &[("budget", &["budget_year", "budget_amount"])];
        let mut typed = Typed::default();
        for (name, value) in
            [("title", "Ett spår"), ("budget_year", "2027"), ("budget_amount", "5"), (ROW, "budget")]
        {
            typed.add(name, value);
        }
        let longer = add_row(&typed, rows).unwrap();
        assert_eq!(longer.get("title"), "Ett spår");
        assert_eq!(longer.all("budget_year").collect::<Vec<_>>(), ["2027", ""]);
        assert_eq!(longer.all("budget_amount").collect::<Vec<_>>(), ["5", ""]);
        assert!(!longer.has(ROW));
        typed.set(ROW, "trams");
        assert_eq!(add_row(&typed, rows), None);
    }
}
