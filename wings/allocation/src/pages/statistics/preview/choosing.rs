//! What is to be chosen, and what was taken and may be chosen otherwise: one form that asks for the same page.

use kit::form::Form;
use kit::parts;
use maud::{Markup, html};

use super::view::{Asked, View};

/// The sheets, what is asked, and the rest folded in.
pub(super) fn form(view: &View<'_>) -> Markup {
    let lang = view.lang;
    let fields = choices(view);
    html! {
        @if !view.sheets.is_empty() { (sheets(view)) }
        @if view.found.is_some() {
            form.form method="get" action=(view.path) aria-label=(lang.t("statistics-choices")) {
                @if fields.typed.has("blad") { (fields.hidden("blad")) }
                @if !view.asked.is_empty() {
                    h2 { (lang.t("statistics-choose-first")) }
                    @for one in view.asked { (field(&fields, one)) }
                    p.actions { button.main type="submit" { (lang.t("statistics-show-figures")) } }
                }
                details open[!view.faults.is_empty()] {
                    summary { (lang.t("statistics-choose-other")) }
                    @for one in view.taken { (field(&fields, one)) }
                    (columns(view))
                    p.actions { button type="submit" { (lang.t("statistics-look-again")) } }
                }
            }
        }
    }
}

/// The fields with what is chosen.
fn choices(view: &View<'_>) -> Form {
    let sheet = view.form.typed.get("blad");
    let form = Form::new(view.lang, view.path, "");
    let form = if sheet.is_empty() { form } else { form.with("blad", sheet) };
    view.asked.iter().chain(view.taken).fold(form, |form, one| form.with(&one.name, &one.value))
}

fn field(form: &Form, one: &Asked) -> Markup {
    let says = one.says.as_deref().unwrap_or_default();
    let field = if one.options.is_empty() {
        form.text(&one.name, one.label).short()
    } else {
        form.select(&one.name, one.label, one.options.clone())
    };
    if says.is_empty() {
        html! { (field) }
    } else {
        html! { (field.hint(says)) }
    }
}

/// A spreadsheet's sheets: another one is another table, so the choices begin anew.
fn sheets(view: &View<'_>) -> Markup {
    let lang = view.lang;
    let read = view.found.and_then(|found| found.sheet.clone()).unwrap_or_default();
    let form = Form::new(lang, view.path, "").with("blad", &read);
    html! {
        form.form method="get" action=(view.path) {
            (form.select("blad", lang.t("statistics-sheet"), view.sheets.to_vec()).hint(lang.t("statistics-sheet-hint")))
            p.actions { button type="submit" { (lang.t("statistics-sheet-show")) } }
        }
    }
}

fn columns(view: &View<'_>) -> Markup {
    let lang = view.lang;
    let heads = [
        parts::Column::new(lang.t("statistics-column")),
        parts::Column::new(lang.t("statistics-column-examples")),
        parts::Column::new(lang.t("statistics-column-role")),
    ];
    let rows = html! {
        @for column in view.columns {
            tr {
                th scope="row" lang="sv" { (column.name) }
                td lang="sv" {
                    (column.examples)
                    @if column.different > 3 {
                        " " small lang=(lang.code()) { (lang.ta("statistics-different", &[("count", column.different.into())])) }
                    }
                }
                td {
                    select name=(column.field) aria-label=(lang.ta("statistics-column-is", &[("name", column.name.as_str().into())])) {
                        @for option in &column.options {
                            option value=(option.value) selected[option.value == column.value] { (option.label) }
                        }
                    }
                }
            }
        }
    };
    html! {
        (parts::table("kolumner", lang.t("statistics-columns"), &heads, &rows))
        @if view.more_columns > 0 {
            p.hint { (lang.ta("statistics-more-columns", &[("count", view.more_columns.into())])) }
        }
    }
}
