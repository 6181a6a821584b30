//! The sample papers: one JSON file each, so that whoever draws a form can change one without touching code.
//!
//! The minutes of 29 April 2016 and the notice of 3 June 2016 hold the facts of papers that Samordningsförbundet
//! Umeåregionen has published, in our words. The usual scenario report and decision paper hold the figures of the
//! associations in Jönköpings län for 2025 and the arguments of the review of 2020, in our words; what each
//! municipality pays is reckoned. Everything and everybody else is made up.

use crate::{Application, DecisionPaper, Extract, Minutes, Notice, Receipt, ScenarioReport};

mod longest;

macro_rules! samples {
    ($paper:ident in $folder:literal: $($name:literal),+ $(; longest made by $longest:path)?) => {
        impl $paper {
            /// Sample papers with their names.
            ///
            /// # Errors
            ///
            /// When a sample file does not fit the struct, which a test rules out.
            pub fn samples() -> serde_json::Result<Vec<(&'static str, Self)>> {
                let read: Vec<(&'static str, Self)> = vec![$((
                    $name,
                    serde_json::from_str(include_str!(concat!("../samples/", $folder, "/", $name, ".json")))?,
                )),+];
                $(
                    let longest = read.first().map(|(_, usual)| ("longest", $longest(usual.clone())));
                    let read = read.into_iter().chain(longest).collect();
                )?
                Ok(read)
            }
        }
    };
}

samples!(Notice in "notice": "usual", "bare", "longest", "umea-2016-06-03");
samples!(Minutes in "minutes": "usual", "bare", "longest", "umea-2016-04-29");
samples!(Extract in "extract": "usual", "bare", "longest");
samples!(Application in "application": "usual", "bare", "longest");
samples!(Receipt in "receipt": "usual", "bare", "longest");
samples!(ScenarioReport in "scenario_report": "usual", "bare"; longest made by longest::scenario_report);
samples!(DecisionPaper in "decision_paper": "usual", "bare"; longest made by longest::decision_paper);
