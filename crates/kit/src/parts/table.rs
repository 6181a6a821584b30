//! Tables that can be scrolled by keyboard, filtered, sorted and taken out.

use maud::{Markup, html};

use crate::Lang;
use crate::form::Choice;
use crate::shell::escape_path;

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    label: String,
    number: bool,
    sort: Option<(String, Option<bool>)>,
}

impl Column {
    /// A column of words.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), number: false, sort: None }
    }

    /// A column of figures, set to the right.
    pub fn number(label: impl Into<String>) -> Self {
        Self { label: label.into(), number: true, sort: None }
    }

    /// The same with the address that sorts by it; `Some(true)` when it is sorted so now, smallest first.
    #[must_use]
    pub fn sorted(mut self, href: impl Into<String>, ascending: Option<bool>) -> Self {
        self.sort = Some((href.into(), ascending));
        self
    }
}

/// A table: `rows` is its `tr`s, with a `th scope="row"` first in each. The id is of the caption.
pub fn table(id: &str, caption: &str, columns: &[Column], rows: &Markup) -> Markup {
    html! {
        div.table role="region" aria-labelledby=(id) tabindex="0" {
            table {
                caption id=(id) { (caption) }
                thead {
                    tr {
                        @for column in columns {
                            @let sorted = column.sort.as_ref().and_then(|(_, ascending)| *ascending);
                            th.num[column.number] scope="col"
                                aria-sort=[sorted.map(|up| if up { "ascending" } else { "descending" })] {
                                @match &column.sort {
                                    Some((href, _)) => { a href=(href) { (column.label) } }
                                    None => (column.label),
                                }
                            }
                        }
                    }
                }
                tbody { (rows) }
            }
        }
    }
}

/// A filter over a list: a form that asks for the same page with a query.
#[derive(Clone, Debug)]
pub struct Filter<'a> {
    lang: Lang,
    path: &'a str,
    fields: Vec<Markup>,
}

impl<'a> Filter<'a> {
    /// A filter of the list at `path`.
    pub fn new(lang: Lang, path: &'a str) -> Self {
        Self { lang, path, fields: Vec::new() }
    }

    /// Adds words to look for.
    #[must_use]
    pub fn words(mut self, name: &str, label: &str, value: &str) -> Self {
        self.fields.push(html! {
            div.field { label for=(name) { (label) } input id=(name) type="search" name=(name) value=(value) data-filter; }
        });
        self
    }

    /// Adds a choice; the first stands for all.
    #[must_use]
    pub fn choice(mut self, name: &str, label: &str, value: &str, choices: &[Choice]) -> Self {
        self.fields.push(html! {
            div.field {
                label for=(name) { (label) }
                select id=(name) name=(name) {
                    option value="" { (self.lang.t("all")) }
                    @for choice in choices {
                        option value=(choice.value) selected[choice.value == value] { (choice.label) }
                    }
                }
            }
        });
        self
    }

    /// Keeps something else that the address asks for, such as an order.
    #[must_use]
    pub fn keeping(mut self, pairs: &[(&str, &str)]) -> Self {
        let kept = pairs.iter().map(|(name, value)| html! { input type="hidden" name=(name) value=(value); });
        self.fields.extend(kept);
        self
    }

    /// The bar.
    pub fn bar(&self) -> Markup {
        html! {
            form.filter method="get" action=(self.path) role="search" {
                @for field in &self.fields { (field) }
                p.actions { button type="submit" { (self.lang.t("filter")) } a href=(self.path) { (self.lang.t("filter-clear")) } }
            }
        }
    }
}

/// The pages of a long list; `query` is what else the address carries, without the page.
pub fn pager(lang: Lang, path: &str, query: &[(&str, &str)], page: usize, last: usize) -> Markup {
    let to = |page: usize| {
        let mut href = format!("{path}?sida={page}");
        for (name, value) in query.iter().filter(|(_, value)| !value.is_empty()) {
            href.push_str(&format!("&{name}={}", escape_path(value)));
        }
        href
    };
    html! {
        @if last > 1 {
            nav.pager aria-label=(lang.t("pager")) {
                @if page > 1 { a rel="prev" href=(to(page - 1)) { (lang.t("pager-previous")) } }
                span aria-current="page" { (lang.ta("pager-at", &[("page", page.into()), ("last", last.into())])) }
                @if page < last { a rel="next" href=(to(page + 1)) { (lang.t("pager-next")) } }
            }
        }
    }
}
