//! Swedish on the ground: how days, figures, money and names are read, written, compared and put in order.
//!
//! Everything here is a pure function of its arguments and knows nothing of associations, law or pages. What is read
//! wrongly is answered with the sentence that says what to write.
//!
//! | question | module |
//! | --- | --- |
//! | what is the day called? | [`days`] |
//! | how is a number written, and read? | [`number`] |
//! | how much money is it? | [`money`] |
//! | how are several named in a sentence? | [`list`] |
//! | which name comes first? | [`order`] |
//! | is it the same text, and can all of it be seen? | [`text`] |
//! | what did somebody type in a field? | [`reading`] |

pub mod days;
pub mod list;
pub mod money;
pub mod number;
pub mod order;
pub mod reading;
pub mod text;
