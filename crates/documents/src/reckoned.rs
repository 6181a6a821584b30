//! What the form of a scenario report needs beside the report itself.
//!
//! It is said by `papers`, so that the page and the PDF picture the same associations.

use papers::ScenarioReport;
use papers::scenario_report::{AssociationGroup, PICTURE_ROOM, in_words};
use serde::Serialize;

/// A scenario report with its picture.
#[derive(Serialize)]
pub(crate) struct Scenario<'a> {
    #[serde(flatten)]
    paper: &'a ScenarioReport,
    /// The groups that stand in the picture.
    pictured: Vec<&'a AssociationGroup>,
    /// The picture in words.
    pictured_says: String,
}

pub(crate) fn scenario(paper: &ScenarioReport) -> Scenario<'_> {
    let pictured = paper.pictured(PICTURE_ROOM);
    Scenario { paper, pictured_says: in_words(&pictured), pictured }
}
