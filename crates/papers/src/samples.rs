//! The sample papers: one JSON file each, so that whoever draws a form can change one without touching code.
//!
//! The minutes of 29 April 2016 and the notice of 3 June 2016 hold the facts of papers that Samordningsförbundet
//! Umeåregionen has published, in our words. Everything and everybody else is made up.

use crate::{Application, Extract, Minutes, Notice, Receipt};

macro_rules! samples {
    ($paper:ident in $folder:literal: $($name:literal),+) => {
        impl $paper {
            /// Sample papers with their names.
            ///
            /// # Errors
            ///
            /// When a sample file does not fit the struct, which a test rules out.
            pub fn samples() -> serde_json::Result<Vec<(&'static str, Self)>> {
                Ok(vec![$((
                    $name,
                    serde_json::from_str(include_str!(concat!("../samples/", $folder, "/", $name, ".json")))?,
                )),+])
            }
        }
    };
}

samples!(Notice in "notice": "usual", "bare", "longest", "umea-2016-06-03");
samples!(Minutes in "minutes": "usual", "bare", "longest", "umea-2016-04-29");
samples!(Extract in "extract": "usual", "bare", "longest");
samples!(Application in "application": "usual", "bare", "longest");
samples!(Receipt in "receipt": "usual", "bare", "longest");
