//! Formats at the edge: reading tables of statistics, writing tables as XLSX and CSV, and feeds as Atom.
//!
//! Everything here is a pure function of bytes and choices: no files, no clock, no network. Figures are exact
//! thousandths, money is whole öre, what is missing stays missing, and every fault is a sentence that names the row,
//! the column and what to do.
//!
//! | question | module |
//! | --- | --- |
//! | what does the file hold? | [`source`] |
//! | which municipality, age, sex or time does a cell mean? | [`meaning`] |
//! | which municipalities are there? | [`register`] |
//! | what may the person choose? | [`choices`] |
//! | what will be read, and what is missing? | [`preview`] |
//! | what is wrong, and what to do? | [`fault`] |
//! | how is a table written? | [`workbook`] |
//! | how does a scenario look as tables? | [`scenario`] |
//! | how is a list told to those who follow it? | [`feed`] |

pub mod choices;
pub mod fault;
pub mod feed;
pub mod meaning;
pub mod preview;
pub mod register;
pub mod scenario;
pub mod source;
pub mod workbook;
