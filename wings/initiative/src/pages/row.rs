//! An initiative in a list: what one may read of it at a glance.

use domain::Association;
use domain::ids::PersonId;
use domain::initiative::events::Stage;
use domain::initiative::state::Initiative;
use jiff::civil::Date;
use swedish::money::Ore;

/// An initiative in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// The organisation that applies.
    pub applicant: String,
    /// Where it stands.
    pub stage: Stage,
    /// Since when.
    pub since: Date,
    /// Its number in the case register.
    pub case_number: Option<String>,
    /// The day it was handed in.
    pub submitted: Option<Date>,
    /// What is applied for, in all.
    pub applied: Option<Ore>,
    /// What the board has granted, in all.
    pub granted: Option<Ore>,
    /// From when until when it runs.
    pub period: Option<(Date, Date)>,
    /// Whether the reader wrote it.
    pub own: bool,
}

impl Row {
    /// The initiative as it stands in its association, for somebody.
    pub fn of(association: &Association, initiative: &Initiative, reader: Option<PersonId>) -> Self {
        let application = initiative.application();
        let case = initiative.case.and_then(|id| association.register.cases.get(&id));
        let grant = initiative.grant();
        let granted = grant.and_then(|g| g.from.zip(g.until));
        Self {
            number: initiative.id.0,
            title: initiative.title.clone(),
            applicant: initiative.applicant.clone(),
            stage: initiative.stage,
            since: initiative.since,
            case_number: case.map(|c| c.number.clone()),
            submitted: initiative.submitted,
            applied: application
                .and_then(|a| Ore::sum(a.budget.values().copied()))
                .filter(|sum| sum.ore() > 0),
            granted: grant.and_then(|g| Ore::sum(g.amounts.values().copied())),
            period: granted.or_else(|| application.and_then(|a| a.from.zip(a.until))),
            own: reader == Some(initiative.author),
        }
    }

    /// Whether it is on its way: neither ended nor put aside.
    pub fn is_on_its_way(&self) -> bool {
        !matches!(self.stage, Stage::Resting | Stage::Rejected | Stage::Withdrawn)
    }
}
