//! The county that an address names, and what is kept of it.

use desk::stop::Stop;
use desk::visitor::Visitor;
use domain::county::County;
use domain::county::events::Saved;
use domain::geography;
use domain::ids::PersonId;

use crate::pages::allocation::query::Query;
use crate::pages::allocation::scope::{County as Looked, Scope};

/// A county by its address.
#[derive(Debug)]
pub(super) struct Place {
    county: geography::County,
    looked: Looked,
}

impl Place {
    /// The county that the address names.
    ///
    /// # Errors
    /// There is none with that code.
    pub(super) fn of(visitor: &Visitor) -> Result<Self, Stop> {
        let county = geography::county(visitor.parameter("lan")).ok_or(Stop::NotFound(Some("länet")))?;
        let looked = Looked { code: county.code.to_owned(), name: county.name.to_owned() };
        Ok(Self { county, looked })
    }

    /// The county.
    pub(super) fn county(&self) -> geography::County {
        self.county
    }

    /// Its code, which names its stream.
    pub(super) fn code(&self) -> &'static str {
        self.county.code
    }

    /// Its name.
    pub(super) fn name(&self) -> &'static str {
        self.county.name
    }

    /// An address under the county's.
    pub(super) fn under(&self, path: &str) -> String {
        format!("/lan/{}{path}", self.county.code)
    }

    /// What is looked at.
    pub(super) fn scope(&self) -> Scope<'_> {
        Scope { county: Some(&self.looked) }
    }

    /// Reads what is kept of the county; as if nothing had happened when nothing has.
    pub(super) fn read<R>(&self, visitor: &Visitor, look: impl FnOnce(&County) -> R) -> R {
        visitor.read_county(self.code(), look)
    }

    /// A saved scenario as the calculator's query, looked at from this county.
    pub(super) fn query(&self, saved: &Saved) -> Query {
        Query::from_changes(saved.start.basis, &saved.changes).with("lan", self.code())
    }
}

/// The name of somebody who has done something, as any association's record writes it.
pub(super) fn name(visitor: &Visitor, person: PersonId) -> String {
    let known = |_: &str, a: &domain::Association| a.profile.people.get(&person).cloned();
    let found = visitor.app().engine().each(known).into_iter().flatten().next();
    found.unwrap_or_else(|| visitor.lang().t("county-somebody").to_owned())
}
