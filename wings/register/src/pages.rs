//! The pages of the register, of people, and the association's inner start page.

pub mod cases;
pub mod mandates;
pub mod people;
pub mod register;
