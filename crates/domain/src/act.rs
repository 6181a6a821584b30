//! A decision's row: the one place where a decision says what it is called, who may take it, and where it fits.
//!
//! A row stands beside its command, as [`Decision::ACT`]. A capability sums its rows with `acts!`, and
//! [`Command`](crate::Command) sums the capabilities. From the rows come the names and fields of the API, the check of
//! who may, the steps that pages offer, and the tests that go over every decision. Who may do an action is said by the
//! policies of `access` alone.

mod unread;

use std::fmt::Debug;

use access::Action;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub use unread::{Fault, Unread, Unreadable, whole};

use crate::decision::{Ctx, Decided, Refusal};
use crate::event::Subject;
use crate::ids::{MemberId, PersonId};
use crate::state::Association;

/// Whether a step fits where its subject stands; the rules may still say no.
pub type Fits = fn(&Association, Subject, &Ctx) -> Result<(), Refusal>;

/// What a decision is registered as.
#[derive(Clone, Copy, Debug)]
pub struct Act {
    /// Its name in the API and in the log.
    pub name: &'static str,
    /// What one does, in Swedish, as in "får …".
    pub says: &'static str,
    /// What the policies call it.
    pub may: Action,
    /// Whether it fits where its subject stands. Asked by the decision, and by the page that offers it.
    pub fits: Fits,
}

impl Act {
    /// Whether it fits where its subject stands.
    ///
    /// # Errors
    /// The refusal that says where it stands and what to do instead.
    pub fn fits(&self, state: &Association, about: Subject, ctx: &Ctx) -> Result<(), Refusal> {
        (self.fits)(state, about, ctx)
    }
}

/// For whom somebody acts: a fact that the policies are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForWhom {
    /// As oneself.
    Oneself,
    /// For this person, who may be oneself; somebody that the association does not know when left out.
    Person(Option<PersonId>),
    /// For this member organisation.
    Member(MemberId),
}

/// A command with its row.
pub trait Decision: Debug + Serialize + DeserializeOwned + JsonSchema {
    /// Its row.
    const ACT: Act;

    /// Whether it adds something each time: equal content is not the same act, and only the command's id says that two
    /// are one.
    const ADDS: bool = false;

    /// What it is done to.
    fn about(&self) -> Subject;

    /// For whom it is done.
    fn for_whom(&self, _: &Association) -> ForWhom {
        ForWhom::Oneself
    }

    /// Decides; writes nothing, reads no clock.
    ///
    /// # Errors
    /// A [`Refusal`] of the kind that tells how to show it.
    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal>;
}

/// What may be asked of any command, whichever it is.
pub trait Asked: Debug {
    /// Its row.
    fn act(&self) -> Act;
    /// Whether it adds something each time.
    fn adds(&self) -> bool;
    /// What it is done to.
    fn about(&self) -> Subject;
    /// For whom it is done.
    fn for_whom(&self, state: &Association) -> ForWhom;
    /// Decides.
    ///
    /// # Errors
    /// A [`Refusal`] of the kind that tells how to show it.
    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal>;
    /// Its fields as JSON.
    ///
    /// # Errors
    /// A field that JSON cannot hold.
    fn fields(&self) -> Result<Value, serde_json::Error>;
}

impl<D: Decision> Asked for D {
    fn act(&self) -> Act {
        D::ACT
    }

    fn adds(&self) -> bool {
        D::ADDS
    }

    fn about(&self) -> Subject {
        Decision::about(self)
    }

    fn for_whom(&self, state: &Association) -> ForWhom {
        Decision::for_whom(self, state)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        Decision::decide(self, state, ctx)
    }

    fn fields(&self) -> Result<Value, serde_json::Error> {
        serde_json::to_value(self)
    }
}

/// A row of the table over all decisions.
#[derive(Clone, Copy, Debug)]
pub struct Row<C> {
    /// What it is registered as.
    pub act: Act,
    /// The schema of its fields.
    pub schema: fn(&mut SchemaGenerator) -> Schema,
    /// Reads it from its fields.
    pub read: fn(&Value) -> Result<C, Unreadable>,
}

/// A row that any time fits.
pub(crate) const fn always(_: &Association, _: Subject, _: &Ctx) -> Result<(), Refusal> {
    Ok(())
}

/// A row that fits once the association is founded.
pub(crate) fn founded(state: &Association, _: Subject, _: &Ctx) -> Result<(), Refusal> {
    match state.profile.founded {
        Some(_) => Ok(()),
        None => Err(Refusal::order("Förbundet är inte bildat ännu.", "Bilda förbundet först.")),
    }
}

/// Sums the decisions of a capability: its commands, and their rows.
macro_rules! acts {
    ($($(#[$doc:meta])* $module:ident { $($name:ident),+ $(,)? })+) => {
        /// What may be asked here, one command per decision.
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs, reason = "each is told of where it is defined")]
        pub enum Command {
            $($($name($module::$name)),+),+
        }

        impl Command {
            /// Every decision.
            pub const ROWS: &'static [$crate::act::Row<$crate::Command>] = &[$($($crate::act::Row {
                act: <$module::$name as $crate::act::Decision>::ACT,
                schema: <$module::$name as schemars::JsonSchema>::json_schema,
                read: |fields| $crate::act::whole::<$module::$name>(fields).map($crate::Command::from),
            }),+),+];

            /// The command as any is asked.
            pub fn asked(&self) -> &dyn $crate::act::Asked {
                match self { $($(Self::$name(command) => command),+),+ }
            }
        }

        $($(
            impl From<$module::$name> for $crate::Command {
                fn from(command: $module::$name) -> Self {
                    Command::$name(command).into()
                }
            }
        )+)+
    };
}
pub(crate) use acts;
