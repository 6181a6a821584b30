//! The roles a person has in one association on one day, as its mandates give them.

use serde::{Deserialize, Serialize};

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $sv:literal),+ $(,)?) => {
        /// A role in an association.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Role {
            $($(#[$doc])* $name),+
        }

        impl Role {
            /// Every role, in the order of the matrix.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The name the policies use.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name)),+ }
            }

            /// The Swedish name.
            pub fn swedish(self) -> &'static str {
                match self { $(Self::$name => $sv),+ }
            }
        }
    };
}

roles! {
    /// Anybody, not logged in.
    Visitor = "besökare",
    /// Anybody logged in, in any association.
    Person = "inloggad",
    /// Known to this association: may bring ideas and write applications.
    Applicant = "sökande",
    /// The association's office (sv. *kansliet*), with the director.
    Office = "kansli",
    /// An official in the preparatory group.
    PreparatoryGroup = "beredningsgrupp",
    /// In the working committee.
    WorkingCommittee = "arbetsutskott",
    /// A member of the board.
    BoardMember = "styrelseledamot",
    /// A substitute of the board.
    Substitute = "styrelseersättare",
    /// Chair or vice chair of the board.
    Chair = "ordförande",
    /// In a steering group.
    SteeringGroup = "styrgrupp",
}

/// The roles one person has in one association, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Roles(u16);

impl Roles {
    /// Nobody's roles, with these added.
    pub fn of(roles: impl IntoIterator<Item = Role>) -> Self {
        roles.into_iter().fold(Self::default(), Self::with)
    }

    /// The same with one more.
    #[must_use]
    pub fn with(self, role: Role) -> Self {
        Self(self.0 | (1 << role as u16))
    }

    /// These and those.
    #[must_use]
    pub fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Whether a role is among them.
    pub fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u16) != 0
    }

    /// The roles, in order.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.iter().copied().filter(move |role| self.has(*role))
    }
}
