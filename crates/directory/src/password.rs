//! What a password must be, and why one is not taken or changed.

use crate::address::email_key;
use crate::fault::Fault;
use crate::hashing::Unhashed;
use crate::pace::come_back;

/// Why a password was not taken; the text is for the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordRefused {
    /// Fewer than twelve characters.
    #[error("Välj ett lösenord med minst 12 tecken.")]
    TooShort,
    /// More than a thousand characters.
    #[error("Välj ett lösenord med högst 1 000 tecken.")]
    TooLong,
    /// A common password, or a simple variation of one.
    #[error("Välj ett lösenord som är svårare att gissa, till exempel fyra ord som inte hör ihop.")]
    EasyToGuess,
    /// The person's own name is in it.
    #[error("Välj ett lösenord som inte innehåller ditt namn.")]
    ContainsName,
    /// The person's own e-mail address is in it.
    #[error("Välj ett lösenord som inte innehåller din e-postadress.")]
    ContainsEmail,
}

/// Why a password was not set or changed; the text is for the page.
#[derive(Debug, thiserror::Error)]
pub enum ChangeRefused {
    /// The new password is not good enough.
    #[error(transparent)]
    Password(#[from] PasswordRefused),
    /// The old password is another.
    #[error("Skriv det lösenord du har nu. Det du skrev stämmer inte.")]
    OldWrong,
    /// Too many attempts with the old password.
    #[error("Du har försökt för många gånger. {}", come_back(*wait_seconds))]
    TooMany {
        /// How long until the next attempt.
        wait_seconds: u64,
    },
    /// No such person, or their contact details are erased.
    #[error("Personen finns inte.")]
    Unknown,
    /// Too many log in at this moment.
    #[error("Många loggar in just nu. Försök igen om en stund.")]
    Busy,
    /// Ours.
    #[error("Något gick fel hos oss.")]
    Fault(#[from] Fault),
}

impl From<Unhashed> for ChangeRefused {
    fn from(unhashed: Unhashed) -> Self {
        match unhashed {
            Unhashed::Busy => Self::Busy,
            Unhashed::Fault(fault) => Self::Fault(fault),
        }
    }
}

/// The shortest password, in Unicode scalar values.
pub const SHORTEST: usize = 12;
/// The longest password, in Unicode scalar values.
pub const LONGEST: usize = 1000;

/// A part of a name shorter than this may stand in a password by chance.
const TELLING_PART: usize = 4;

/// Words that a Swedish guesser tries first and the English frequency lists lack.
const SWEDISH_GUESSES: &str = include_str!("password/swedish_guesses.txt");

/// Whether a person with this name and e-mail address may have this password.
///
/// # Errors
/// The first reason why not, in the order of [`PasswordRefused`].
pub fn check(password: &str, name: &str, email: Option<&str>) -> Result<(), PasswordRefused> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(PasswordRefused::TooShort);
    }
    if length > LONGEST {
        return Err(PasswordRefused::TooLong);
    }
    let folded = password.to_lowercase();
    let email = email.map(email_key).unwrap_or_default();
    let holds = |part: &&str| part.chars().count() >= TELLING_PART && folded.contains(*part);
    let local = email.split('@').next().unwrap_or_default();
    if holds(&email.as_str()) || holds(&local) {
        return Err(PasswordRefused::ContainsEmail);
    }
    let name = name.to_lowercase();
    if name.split(|c: char| !c.is_alphanumeric()).any(|part| holds(&part)) {
        return Err(PasswordRefused::ContainsName);
    }
    let own = name.split_whitespace().chain(email.split(['@', '.']));
    let guesses: Vec<&str> = SWEDISH_GUESSES.split_whitespace().chain(own).collect();
    if zxcvbn::zxcvbn(password, &guesses).score() < zxcvbn::Score::Three {
        return Err(PasswordRefused::EasyToGuess);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn for_asa(password: &str) -> Result<(), PasswordRefused> {
        check(password, "Åsa Lindström-Ek", Some("asa.l@exempel.se"))
    }

    #[test]
    fn length_is_counted_in_characters_and_not_in_bytes() {
        assert_eq!(for_asa("åäöåäöåäöåä"), Err(PasswordRefused::TooShort));
        assert_eq!(for_asa(&"x9Ö".repeat(334)), Err(PasswordRefused::TooLong));
        assert_eq!(for_asa("blåbär-tuba-9-vante"), Ok(()));
    }

    #[test]
    fn common_passwords_and_simple_variations_are_easy_to_guess() {
        for easy in [
            "password1234",
            "123456789012",
            "aaaaaaaaaaaa",
            "qwertyuiop12",
            "sommar202026",
            "Lösenord1234",
            "            ",
        ] {
            assert_eq!(for_asa(easy), Err(PasswordRefused::EasyToGuess), "{easy}");
        }
    }

    #[test]
    fn own_name_and_address_are_refused_whatever_the_capitals() {
        assert_eq!(for_asa("grön LINDSTRÖM äter 7 moln"), Err(PasswordRefused::ContainsName));
        assert_eq!(for_asa("grön Asa.L@Exempel.se 7 moln"), Err(PasswordRefused::ContainsEmail));
        assert_eq!(for_asa("grön asa.l äter 7 moln"), Err(PasswordRefused::ContainsEmail));
        assert_eq!(for_asa("ekorren äter 7 gröna moln"), Ok(()), "two letters may stand there by chance");
    }

    #[test]
    fn every_refusal_says_what_to_do() {
        use PasswordRefused::{ContainsEmail, ContainsName, EasyToGuess, TooLong, TooShort};
        for refused in [TooShort, TooLong, EasyToGuess, ContainsName, ContainsEmail] {
            assert!(refused.to_string().starts_with("Välj ett lösenord"), "{refused}");
        }
    }
}
