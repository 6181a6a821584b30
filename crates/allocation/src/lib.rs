//! Exact sharing of money: the state's allocation, the members' contributions, shares, and what a merger does.
//!
//! Everything here is a pure function of its arguments: no clock, no files, no randomness, no floating point.
//! Money is whole öre, shares are exact fractions, a tie is an answer, and what is not known is `None`, never zero.
//!
//! | question | module |
//! | --- | --- |
//! | how is an amount shared in whole units? | [`apportion`] |
//! | what does the state give each association? | [`model`], [`strategy`], [`derivation`] |
//! | when is equity above the reasonable level? | [`equity`] |
//! | how much of the state's money can be matched? | [`matching`] |
//! | what does each member pay, and when? | [`contributions`], [`invoices`] |
//! | what was asked, offered and answered? | [`asking_round`] |
//! | who owns what, and what does leaving give? | [`shares`], [`liquidation`] |
//! | what happens if …? | [`scenario`], [`change`], [`effect`], [`explain`] |
//! | which grouping of municipalities is best? | [`partitions`] |
//! | which statistics may be used? | [`statistics`] |

pub mod apportion;
pub mod asking_round;
pub mod bench;
pub mod change;
pub mod contributions;
pub mod day;
pub mod derivation;
pub mod effect;
pub mod equity;
pub mod explain;
mod fill;
pub mod fraction;
pub mod invoices;
pub mod liquidation;
pub mod matching;
pub mod model;
pub mod partitions;
pub mod scenario;
pub mod shares;
pub mod statistics;
pub mod strategy;
pub mod text_table;
