//! Lists: a table of columns and filters over rows, from which all else follows.
//!
//! What an address asks, the bar of filters, headings that sort, sums, pages, the count in words, an empty list, and the
//! same rows as CSV, XLSX, JSON and Atom are derived. The address of a list with its query is the list, saved.
//!
//! | file | what it holds |
//! | --- | --- |
//! | `value` | what stands in a cell, as it is sorted and taken out |
//! | `column` | a column: its value, and how it is shown where that differs |
//! | `filter` | a choice among rows |
//! | `whole` | the list itself, and what each row is called elsewhere |
//! | `columns` | how it is given its columns |
//! | `query` | what an address asks of a list, read and written |
//! | `pick` | the rows that are asked for, in order, as few as are shown |
//! | `draw` | the markup |

mod column;
mod columns;
mod draw;
mod filter;
mod pick;
mod query;
mod value;
mod whole;

pub use column::{Column, Kind};
pub use draw::Drawn;
pub use filter::years;
pub use pick::{Extent, Picked};
pub use query::Query;
pub use value::Value;
pub use whole::{Entry, Head, List};

#[cfg(test)]
mod tests;
