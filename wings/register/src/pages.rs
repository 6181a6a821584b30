//! The pages of the register, of people, and the association's inner start page.

pub mod people;
pub mod register;
