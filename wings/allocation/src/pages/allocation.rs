//! Allocation (sv. *fördelning*): the state's money, what changes do to it, and what is decided about it.
//!
//! | module | what it shows |
//! | --- | --- |
//! | [`query`] | a scenario as the query of an address, and what it makes of a country |
//! | [`reckoned`] | a scenario that has been reckoned, or why it could not be |
//! | [`scope`] | the part of the country that is looked at, and its sums |
//! | [`notes`] | what the reader must know of the figures |
//! | [`calculator`] | parameters and changes on one side, what they do on the other |
//! | [`scenario_list`] | saved scenarios as a list |
//! | [`saved`] | saving one, and one of them |
//! | [`question`] | what can be asked about an amount, and the address where it is answered |
//! | [`why`] | why an amount is what it is, step by step |
//! | [`compare`] | two to four scenarios beside each other |
//! | [`grouping`] | the best of all groupings of a county's municipalities |
//! | [`paper_list`] | papers for decisions as a list |
//! | [`paper`] | a paper: form, reading |
//!
//! Nothing is reckoned here: every figure comes from the crate of the same name, and is only arranged and put in words.

pub mod calculator;
pub mod compare;
pub mod grouping;
pub mod notes;
pub mod paper;
pub mod paper_list;
pub mod query;
pub mod question;
pub mod reckoned;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
pub mod saved;
pub mod scenario_list;
pub mod scope;
pub mod why;

mod map;
mod words;

use kit::Lang;

/// A part of allocation, with an address of its own under the calculator's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The calculator.
    Calculator,
    /// The saved scenarios.
    Saved,
    /// Every grouping.
    Grouping,
    /// The papers for decisions.
    Papers,
}

impl Part {
    const ALL: [Self; 4] = [Self::Calculator, Self::Saved, Self::Grouping, Self::Papers];

    /// Its address under the calculator's.
    pub fn address(self, calculator: &str) -> String {
        match self {
            Self::Calculator => calculator.to_owned(),
            Self::Saved => format!("{calculator}/sparade"),
            Self::Grouping => format!("{calculator}/gruppera"),
            Self::Papers => format!("{calculator}/underlag"),
        }
    }

    fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Calculator => lang.t("allocation-reckoning"),
            Self::Saved => lang.t("allocation-saved"),
            Self::Grouping => lang.t("allocation-grouping"),
            Self::Papers => lang.t("allocation-papers"),
        }
    }
}

/// The parts as the pages' own navigation: address, label, whether it is the one shown.
pub fn views(lang: Lang, calculator: &str, current: Part) -> Vec<(String, String, bool)> {
    let view = |part: Part| (part.address(calculator), part.label(lang).to_owned(), part == current);
    Part::ALL.into_iter().map(view).collect()
}
