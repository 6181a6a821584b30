//! A list on a page.

use maud::{Markup, Render, html};

use super::column::Column;
use super::pick::{Extent, Picked};
use super::query::{Query, WORDS};
use super::whole::List;
use crate::parts;

/// The endings under which the same rows are had, with what they are called.
const ENDINGS: [(&str, &str); 4] = [("csv", "CSV"), ("xlsx", "XLSX"), ("json", "JSON"), ("atom", "Atom")];

/// A list as it stands on a page; its parts, where something stands between them.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// What it is narrowed by, and how many were found.
    pub above: Markup,
    /// The table, or that there is nothing.
    pub table: Markup,
    /// The other pages, and what can be taken out.
    pub below: Markup,
    /// How many rows are found.
    pub found: usize,
    /// Whether some column has no sum, because something in it is not known.
    pub unsummed: bool,
}

impl Render for Drawn {
    fn render(&self) -> Markup {
        html! { (self.above) (self.table) (self.below) }
    }
}

impl<R> List<'_, R> {
    /// The list as an address asks for it.
    pub fn drawn<'q>(
        &self,
        pairs: impl IntoIterator<Item = (&'q str, &'q str)>,
        rows: impl IntoIterator<Item = R>,
    ) -> Drawn {
        let query = self.asked(pairs);
        self.draw(&query, &self.pick(&query, rows, Extent::Page))
    }

    /// The list with the rows that were picked.
    pub fn draw(&self, query: &Query, picked: &Picked<R>) -> Drawn {
        let mut drawn = Drawn {
            above: html! {},
            table: html! {},
            below: html! {},
            found: picked.found(),
            unsummed: self.unsummed(picked),
        };
        if picked.all == 0 {
            if self.finds_elsewhere() {
                drawn.above = self.bar(query);
            }
            drawn.table = self.empty.clone();
            return drawn;
        }
        drawn.above = html! { (self.bar(query)) (self.counted(query, picked)) };
        if picked.found() == 0 {
            let clear = html! { p { a href=(self.cleared()) { (self.lang.t("list-clear")) } } };
            drawn.table = parts::empty(self.lang.t("list-none-found"), Some(&clear));
            return drawn;
        }
        drawn.table = self.table(query, picked);
        drawn.below = html! { (self.pager(query, picked)) (self.outputs(query)) };
        drawn
    }

    /// The address of the list without what narrows and sorts it.
    fn cleared(&self) -> String {
        self.address(&self.asked([]))
    }

    fn bar(&self, query: &Query) -> Markup {
        let lang = self.lang;
        html! {
            @if self.words.is_some() || !self.filters.is_empty() {
                form.filter method="get" action=(self.head.path) role="search" {
                    @if let Some((label, _)) = &self.words {
                        div.field {
                            label for=(WORDS) { (label) }
                            input id=(WORDS) type="search" name=(WORDS) value=(query.words) data-filter;
                        }
                    }
                    @for filter in &self.filters {
                        @let chosen = query.chosen(filter.key);
                        div.field {
                            label for=(filter.key) { (filter.label) }
                            select id=(filter.key) name=(filter.key) {
                                option value="" { (lang.t("all")) }
                                @for choice in &filter.choices {
                                    option value=(choice.value) selected[chosen == Some(choice.value.as_str())] { (choice.label) }
                                }
                            }
                        }
                    }
                    @for (name, value) in &self.kept { input type="hidden" name=(name) value=(value); }
                    @for (name, value) in self.order_pairs(query) { input type="hidden" name=(name) value=(value); }
                    p.actions { button type="submit" { (lang.t("filter")) } a href=(self.cleared()) { (lang.t("filter-clear")) } }
                }
            }
        }
    }

    /// Whether the rows are found before they are handed in.
    fn finds_elsewhere(&self) -> bool {
        matches!(self.words, Some((_, None)))
    }

    /// Whether fewer rows may be shown than there are.
    fn narrows(&self, query: &Query) -> bool {
        !query.chosen.is_empty() || (!query.words.is_empty() && !self.finds_elsewhere())
    }

    /// How many there are: `12 av 340 ärenden`.
    fn counted(&self, query: &Query, picked: &Picked<R>) -> Markup {
        let lang = self.lang;
        let all = swedish::number::grouped(picked.all);
        let noun = lang.ta(self.head.noun, &[("count", picked.all.into())]);
        let found = swedish::number::grouped(picked.found());
        html! {
            p.found role="status" {
                @if self.narrows(query) {
                    (lang.ta("list-found", &[("found", found.into()), ("all", all.into()), ("noun", noun.into())]))
                } @else {
                    (lang.ta("list-all", &[("all", all.into()), ("noun", noun.into())]))
                }
            }
        }
    }

    fn on_page(&self) -> impl Iterator<Item = (usize, &Column<'_, R>)> {
        self.columns.iter().enumerate().filter(|(_, column)| column.on_page)
    }

    fn table(&self, query: &Query, picked: &Picked<R>) -> Markup {
        let pick = self.pick.as_ref().map(|(label, _)| parts::Column::new(label));
        let columns = self.on_page().map(|(_, column)| self.heading(query, column));
        let columns: Vec<parts::Column> = pick.into_iter().chain(columns).collect();
        let rows = html! {
            @for row in picked.rows() { (self.row(row)) }
            @if picked.found() > 1 && self.columns.iter().any(|column| column.on_page && column.sums.is_some()) {
                (self.sum_row(picked))
            }
        };
        parts::table(&self.head.name, &self.head.caption, &columns, &rows)
    }

    fn heading(&self, query: &Query, column: &Column<'_, R>) -> parts::Column {
        let heading = if column.is_number() {
            parts::Column::number(column.label.as_str())
        } else {
            parts::Column::new(column.label.as_str())
        };
        if !column.sorts {
            return heading;
        }
        let now = query.order.filter(|(key, _)| *key == column.key).map(|(_, descending)| !descending);
        heading.sorted(self.address(&query.sorted_by(column.key)), now)
    }

    fn row(&self, row: &R) -> Markup {
        html! {
            tr {
                @if let Some((_, pick)) = &self.pick { td.pick { (pick(row)) } }
                @for (nth, (_, column)) in self.on_page().enumerate() {
                    @let lang = column.swedish.then_some("sv");
                    @if nth == 0 {
                        th scope="row" lang=[lang] { (self.first(column, row)) }
                    } @else {
                        td.num[column.is_number()] lang=[lang] { (column.cell(row)) }
                    }
                }
            }
        }
    }

    /// The first cell leads to what the row tells of, when nothing else is said of it.
    fn first(&self, column: &Column<'_, R>, row: &R) -> Markup {
        let href = if column.shown.is_some() { None } else { self.entry(row).href };
        html! {
            @match href {
                Some(href) => a href=(href) { (column.cell(row)) },
                None => (column.cell(row)),
            }
        }
    }

    fn sum_row(&self, picked: &Picked<R>) -> Markup {
        let label = if picked.last > 1 { self.lang.t("list-sum-all") } else { self.lang.t("list-sum") };
        html! {
            tr.sum {
                @if self.pick.is_some() { td {} }
                @for (nth, (at, column)) in self.on_page().enumerate() {
                    @let sum = picked.sums.get(at).filter(|_| column.sums.is_some());
                    @if nth == 0 {
                        th scope="row" { (label) }
                    } @else {
                        td.num[column.is_number()] { @if let Some(sum) = sum { (column.sum(sum)) } }
                    }
                }
            }
        }
    }

    fn unsummed(&self, picked: &Picked<R>) -> bool {
        picked.found() > 1
            && self.on_page().any(|(at, column)| {
                column.sums.is_some() && picked.sums.get(at).is_some_and(super::value::Value::is_missing)
            })
    }

    fn pager(&self, query: &Query, picked: &Picked<R>) -> Markup {
        let (lang, page, last) = (self.lang, picked.page, picked.last);
        let to = |page: usize| self.address(&query.on(page));
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

    /// The same rows in other forms; those that are taken out whole begin at the beginning.
    fn outputs(&self, query: &Query) -> Markup {
        let first = query.on(1);
        let outputs =
            ENDINGS.map(|(ending, kind)| (kind, self.file(ending, &first), self.head.caption.as_ref()));
        parts::outputs(self.lang, &outputs)
    }
}
