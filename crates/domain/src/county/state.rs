//! The fold of a county's scenarios and decision papers.

use crate::county::events::{Content, Event, Saved};
use crate::event::Meta;
use crate::ids::{PaperId, ScenarioId};
use crate::shared::Map;

/// What the associations of a county share.
#[doc(alias = "län")]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct County {
    /// The seq of the last event folded in.
    pub version: u64,
    /// The scenarios, those put aside too.
    pub scenarios: Map<ScenarioId, Scenario>,
    /// The decision papers, those put aside too.
    pub papers: Map<PaperId, Paper>,
}

/// A scenario and what happened to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// What it is.
    pub saved: Saved,
    /// When and by whom it was saved.
    pub by: Meta,
    /// When it was put aside, and by whom.
    pub discarded: Option<Meta>,
}

/// A decision paper, every version of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paper {
    /// What it says, the newest last.
    pub versions: Vec<(Meta, Content)>,
    /// When it was put aside, and by whom.
    pub discarded: Option<Meta>,
}

impl Paper {
    /// What it says now, since when and by whom.
    pub fn now(&self) -> Option<&(Meta, Content)> {
        self.versions.last()
    }
}

impl County {
    pub(super) fn fold(&mut self, meta: Meta, event: &Event) {
        self.version = meta.seq;
        match event {
            Event::ScenarioSaved { scenario, saved } => {
                let saved = Scenario { saved: saved.clone(), by: meta, discarded: None };
                self.scenarios.insert(*scenario, saved);
            }
            Event::ScenarioNamed { scenario, name, description } => {
                if let Some(scenario) = self.scenarios.get_mut(scenario) {
                    scenario.saved.name.clone_from(name);
                    scenario.saved.description.clone_from(description);
                }
            }
            Event::ScenarioDiscarded(id) => self.put(*id, Some(meta)),
            Event::ScenarioRestored(id) => self.put(*id, None),
            Event::PaperSaved { paper, content } => {
                self.papers.or_default(*paper).versions.push((meta, content.clone()));
            }
            Event::PaperDiscarded(id) => self.lay(*id, Some(meta)),
            Event::PaperRestored(id) => self.lay(*id, None),
        }
    }

    fn put(&mut self, id: ScenarioId, discarded: Option<Meta>) {
        if let Some(scenario) = self.scenarios.get_mut(&id) {
            scenario.discarded = discarded;
        }
    }

    fn lay(&mut self, id: PaperId, discarded: Option<Meta>) {
        if let Some(paper) = self.papers.get_mut(&id) {
            paper.discarded = discarded;
        }
    }

    /// The scenarios that are not put aside.
    pub fn standing(&self) -> impl Iterator<Item = (ScenarioId, &Scenario)> {
        self.scenarios.iter().filter(|(_, s)| s.discarded.is_none()).map(|(id, s)| (*id, s))
    }

    /// The scenario that is not put aside and has a name.
    pub(super) fn named(&self, name: &str) -> Option<(ScenarioId, &Scenario)> {
        self.standing().find(|(_, s)| s.saved.name.eq_ignore_ascii_case(name.trim()))
    }
}
