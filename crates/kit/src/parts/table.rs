//! Tables that can be scrolled by keyboard.

use maud::{Markup, html};

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
