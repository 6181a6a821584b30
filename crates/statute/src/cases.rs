//! Cases that a lawyer can read and write: being joined to the rules.
