//! National statistics (sv. *statistik*): which figures there are, a year of them, and reading a table in.
//!
//! | module | what it shows |
//! | --- | --- |
//! | [`list`] | which years and kinds there are, where they come from and what is missing; the country's division |
//! | [`series`] | every series that was read in, as a list |
//! | [`year`] | the figures of a year, municipality by municipality |
//! | [`municipality`] | a row of such a table |
//! | [`upload`] | choosing a file, or the figures that come with the program |
//! | [`preview`] | what will be read of a file, what is to be chosen first, and the button that reads it in |
//! | [`summary`] | a series in short: its source, how many municipalities, which are missing and why |
//! | [`staircase`] | the equity staircase: its steps, and the form where they are written |
//! | [`words`] | kinds and figures as they are written |

pub mod list;
pub mod municipality;
pub mod preview;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
pub mod series;
pub mod staircase;
pub mod summary;
pub mod upload;
pub mod words;
pub mod year;
