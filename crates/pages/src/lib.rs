//! Pages: markup as functions of what a reader may see. No HTTP, no SQL.
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`home`], [`account`], [`overview`], [`rules`], [`statement`] | pages of the house itself |
//! | [`initiative`] | initiatives: list, pipeline, one initiative, its application and its forms |
//! | [`meeting`] | meetings: list, one meeting before, during and after, its papers and its forms |
//! | [`mod@allocation`] | the state's money: calculator, comparison, saved scenarios, grouping, papers for decisions |
//! | [`funding`] | money: the yearly round, contributions, invoices, shares, and their forms |
//! | [`allocation_reading`] | scenario reports and decision papers about the state's allocation, as they are read |
//! | [`statistics`] | national statistics: which figures there are, a year of them, reading a table in |
//!
//! A new page is one function `fn show(lang: Lang, …) -> Markup` in a module of its area, its words in that area's
//! Fluent files (both languages), and a sample in [`gallery`].

pub mod account;
pub mod allocation;
pub mod allocation_reading;
pub mod boards;
pub mod county;
pub mod home;
pub mod overview;
pub mod rules;
pub mod statement;
pub mod statics;
pub mod statistics;
