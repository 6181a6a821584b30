//! Writing a decision paper (sv. *beslutsunderlag*): arguments beside figures, before the members decide.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::county::County;
use crate::county::events::{Content, Event};
use crate::decision::{Ctx, Decided, Refusal};
use crate::fields::{Fields, LINE, TEXT, TITLE};
use crate::ids::PaperId;

/// The most alternatives in one paper.
pub const MOST_ALTERNATIVES: usize = 8;
/// The most arguments for, or against, one alternative; and the most clauses of a proposal.
pub const MOST_ARGUMENTS: usize = 30;

const MISSING: Refusal = Refusal::NotFound("beslutsunderlaget");

/// Writes a paper, or a new version of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavePaper {
    /// Which; none for a new one.
    #[serde(default)]
    pub paper: Option<PaperId>,
    /// The seq of the version that was read before writing; zero for a new one.
    #[serde(default)]
    pub based_on: u64,
    /// What it says.
    pub content: Content,
}

impl SavePaper {
    pub(super) fn decide(&self, state: &County, _ctx: &Ctx) -> Result<Decided<Event>, Refusal> {
        if let Some(id) = self.paper {
            let known = state.papers.get(&id).ok_or(MISSING)?;
            if let Some((meta, content)) = known.now() {
                if *content == self.content {
                    return Ok(Decided::already());
                }
                if known.discarded.is_some() {
                    return Err(Refusal::order("Underlaget är lagt åt sidan.", "Ta tillbaka det först."));
                }
                if meta.seq != self.based_on {
                    return Err(Refusal::Changed(
                        "Någon annan har sparat underlaget medan du skrev. Läs den nya texten och spara igen."
                            .to_owned(),
                    ));
                }
            }
        }
        self.fields(state).checked()?;
        let paper = self.paper.unwrap_or_else(|| PaperId::after(state.papers.keys()));
        Ok(Decided::of([Event::PaperSaved { paper, content: self.content.clone() }]))
    }

    fn fields(&self, state: &County) -> Fields {
        let content = &self.content;
        let mut fields = Fields::new()
            .said("title", &content.title, TITLE, "Skriv underlagets rubrik.")
            .within("case_number", &content.case_number, LINE)
            .within("background", &content.background, TEXT)
            .within("question", &content.question, TEXT)
            .within("assessment", &content.assessment, TEXT)
            .hold(
                content.alternatives.len() <= MOST_ALTERNATIVES,
                "alternatives",
                format!("Stryk något alternativ; högst {MOST_ALTERNATIVES} ryms."),
            );
        fields = lines(fields, "proposal", &content.proposal);
        let mut names = BTreeSet::new();
        for alternative in &content.alternatives {
            let there = alternative.scenario.is_none_or(|id| state.standing().any(|(known, _)| known == id));
            fields = fields
                .said("alternatives", &alternative.name, TITLE, "Skriv ett namn på varje alternativ.")
                .hold(
                    names.insert(alternative.name.trim()),
                    "alternatives",
                    format!("Två alternativ heter {}; ge dem olika namn.", alternative.name),
                )
                .within("alternatives", &alternative.description, TEXT)
                .hold(there, "alternatives", "Välj ett scenario som finns.");
            fields = lines(fields, "alternatives", &alternative.arguments_for);
            fields = lines(fields, "alternatives", &alternative.arguments_against);
        }
        fields
    }
}

fn lines(fields: Fields, field: &'static str, lines: &[String]) -> Fields {
    let fields = fields.hold(
        lines.len() <= MOST_ARGUMENTS,
        field,
        format!("Korta listan till högst {MOST_ARGUMENTS} rader."),
    );
    lines.iter().fold(fields, |fields, line| fields.said(field, line, TEXT, "Ta bort de tomma raderna."))
}

/// Puts a paper aside; it can be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiscardPaper {
    /// Which.
    pub paper: PaperId,
}

impl DiscardPaper {
    pub(super) fn decide(&self, state: &County, _ctx: &Ctx) -> Result<Decided<Event>, Refusal> {
        let known = state.papers.get(&self.paper).ok_or(MISSING)?;
        if known.discarded.is_some() {
            return Ok(Decided::already());
        }
        Ok(Decided::of([Event::PaperDiscarded(self.paper)]))
    }
}

/// Takes back a paper that was put aside, when the scenarios it shows still stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RestorePaper {
    /// Which.
    pub paper: PaperId,
}

impl RestorePaper {
    pub(super) fn decide(&self, state: &County, _ctx: &Ctx) -> Result<Decided<Event>, Refusal> {
        let known = state.papers.get(&self.paper).ok_or(MISSING)?;
        if known.discarded.is_none() {
            return Ok(Decided::already());
        }
        let gone = known.now().and_then(|(_, content)| {
            let mut shown = content.alternatives.iter().filter_map(|a| a.scenario);
            shown.find_map(|id| state.scenarios.get(&id).filter(|s| s.discarded.is_some()))
        });
        if let Some(scenario) = gone {
            return Err(Refusal::order(
                format!("Scenariot ”{}”, som underlaget visar, är lagt åt sidan.", scenario.saved.name),
                "Ta tillbaka scenariot först.",
            ));
        }
        Ok(Decided::of([Event::PaperRestored(self.paper)]))
    }
}

#[cfg(test)]
mod tests;
