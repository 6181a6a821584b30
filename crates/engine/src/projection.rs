//! What follows from facts: folds over all streams, beside the states.

use std::any::Any;
use std::sync::Arc;

use domain::county::County;
use domain::national::NationalYear;
use domain::{Aggregate, Association, Meta, county, national};

/// A fact, by what kind of stream it stands in.
#[derive(Clone, Copy, Debug)]
pub enum Fact<'a> {
    /// Something an association has done.
    Association(&'a domain::Event),
    /// Something that a county's associations share.
    County(&'a county::events::Event),
    /// A year of national figures.
    National(&'a national::events::Event),
}

/// A fold of all streams, on every node.
///
/// It is told every fact once, in the order of its stream: what stands in the journal when the engine opens, then each as soon
/// as it is durable and the state holds it. It is told while whoever wrote waits, so it does little: what takes long is done
/// when somebody asks.
pub trait Projection: Any + Send + Sync {
    /// Folds one fact in. Never validates: what is stored has happened.
    fn fold(&self, stream: &str, meta: Meta, fact: Fact<'_>);
}

/// An aggregate whose events projections are told of.
pub trait Told: Aggregate {
    /// An event of its kind.
    fn fact(event: &Self::Event) -> Fact<'_>;
}

impl Told for Association {
    fn fact(event: &domain::Event) -> Fact<'_> {
        Fact::Association(event)
    }
}

impl Told for County {
    fn fact(event: &county::events::Event) -> Fact<'_> {
        Fact::County(event)
    }
}

impl Told for NationalYear {
    fn fact(event: &national::events::Event) -> Fact<'_> {
        Fact::National(event)
    }
}

/// Those of an engine.
pub(crate) type Projections = Arc<[Arc<dyn Projection>]>;
