//! Who does something: somebody at the other end of a connection, or whoever runs the installation.

use crate::ids::PersonId;

/// Who is at the other end of the connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Client<'a> {
    /// The network address, by which attempts are counted.
    pub address: &'a str,
    /// What the owner sees in the list of sessions, such as "Firefox på Windows".
    pub label: &'a str,
    /// The secret of its device, when it shows one.
    pub device: Option<&'a str>,
}

impl<'a> From<&'a str> for Client<'a> {
    /// A client of which only the address is known.
    fn from(address: &'a str) -> Self {
        Self { address, label: address, device: None }
    }
}

/// Whoever runs the installation (sv. *förvaltaren*), at its terminal.
///
/// What only they may do asks for one of these; only the binary makes any, which `tidy` holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operator {
    name: String,
}

impl Operator {
    /// Somebody at the terminal of the machine, by the name they have there.
    pub fn at_the_terminal(name: &str) -> Self {
        Self { name: name.chars().filter(|c| !c.is_control()).take(60).collect() }
    }

    /// The name they have there.
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// Who does something, for the security log.
#[derive(Debug, Clone, Copy)]
pub enum By<'a> {
    /// Somebody who is logged in.
    Person(PersonId, Client<'a>),
    /// Somebody who is not.
    Visitor(Client<'a>),
    /// Whoever runs the installation.
    Operator(&'a Operator),
}

impl<'a> By<'a> {
    /// The person, when it is one.
    pub(crate) fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(person, _) => Some(person),
            Self::Visitor(_) | Self::Operator(_) => None,
        }
    }

    /// Where from, when it was over the network.
    pub(crate) fn client(self) -> Option<Client<'a>> {
        match self {
            Self::Person(_, client) | Self::Visitor(client) => Some(client),
            Self::Operator(_) => None,
        }
    }

    /// The operator's name at the terminal.
    pub(crate) fn operator(self) -> Option<&'a str> {
        match self {
            Self::Operator(operator) => Some(operator.name()),
            Self::Person(..) | Self::Visitor(_) => None,
        }
    }
}
