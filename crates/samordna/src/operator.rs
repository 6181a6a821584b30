//! Who is at the terminal: whoever runs the installation, by the name the security log is to have.

use clap::Args;
use directory::Operator;

/// The one who gives a command that the security log keeps.
#[derive(Clone, Debug, Args)]
pub(crate) struct Doer {
    /// Den som gör det, till säkerhetsloggen.
    #[arg(long, value_name = "NAMN", default_value = "okänd", env = "LOGNAME")]
    who: String,
}

impl Doer {
    /// As the directory asks for it.
    pub(crate) fn operator(&self) -> Operator {
        Operator::at_the_terminal(&self.who)
    }
}
