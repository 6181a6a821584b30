//! The pages of the state's money.
//!
//! | module | what it shows |
//! | --- | --- |
//! | [`mod@allocation`] | calculator, comparison, saved scenarios, grouping, papers for decisions |
//! | [`allocation_reading`] | scenario reports and decision papers, as they are read |
//! | [`county`] | what a county shares, where there is no scenario to show |
//! | [`statistics`] | which figures there are, a year of them, reading a table in |
//! | [`statics`] | the style sheet, the script and the drawing of the municipalities |

pub mod allocation;
pub mod allocation_reading;
pub mod county;
pub mod statics;
pub mod statistics;
