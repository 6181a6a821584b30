//! What a password must be, and how it is set and changed.

use jiff::Timestamp;

use crate::Directory;
use crate::actor::By;
use crate::contact::email_key;
use crate::fault::Fault;
use crate::hashing::Unhashed;
use crate::log::{Note, SecurityAct};
use crate::people::PersonId;
use crate::session::SessionId;
use crate::store::{Outcome, Step, values};

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
    #[error("Du har försökt för många gånger. {}", crate::login::come_back(*wait_seconds))]
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

impl Directory {
    /// The hash of a password as a PHC string, whatever the password: for [`Self::create_people_with_hash`].
    ///
    /// # Errors
    /// Too many hashes are waited for, or hashing failed.
    pub async fn hash_password(&self, password: &str) -> Result<String, ChangeRefused> {
        let Ok(hash) = self.hasher().hash(password, |_| Ok::<_, std::convert::Infallible>(())).await?;
        Ok(hash)
    }

    /// Changes a person's own password; all sessions but `keep` end, and so do invitations.
    ///
    /// # Errors
    /// The old password is another or was tried too often, or the new one is not good enough.
    pub async fn change_password(
        &self,
        by: By<'_>,
        keep: SessionId,
        old: &str,
        new: &str,
        now: Timestamp,
    ) -> Result<(), ChangeRefused> {
        let owner = self.owner(by, keep, old, now).await?;
        let id = owner.person;
        let new = self.hash_for(id, new).await?;
        let mut steps = vec![
            Step::must(
                "UPDATE directory_person SET password = $2, changes = changes + 1 \
                 WHERE id = $1 AND erased_at IS NULL AND password = $3",
                values![id, new, owner.hash.as_str()],
            ),
            Step::any("DELETE FROM directory_session WHERE person = $1 AND id <> $2", values![id, keep]),
            Step::any("DELETE FROM directory_invitation WHERE person = $1 AND used_at IS NULL", values![id]),
            Note::of(SecurityAct::PasswordChanged, by).step(now)?,
        ];
        steps.extend(owner.rested(now));
        let outcome = self.store().write(steps).await?;
        self.cache().forget(|session| session.person == id && session.id != keep);
        match outcome {
            Outcome::Done { .. } => Ok(()),
            Outcome::Taken | Outcome::Stopped(_) => Err(ChangeRefused::OldWrong),
        }
    }

    /// Whether a password belongs to a hash, whichever way it was typed.
    pub(crate) async fn compare(&self, password: &str, hash: Option<&str>) -> Result<bool, Unhashed> {
        // Longer than any password here: not worth hashing, but it shall take the same time.
        let too_long = password.chars().nth(LONGEST).is_some();
        let compared = if too_long { "" } else { password };
        Ok(self.hasher().verify(compared, hash).await? && !too_long)
    }

    /// The hash of a password that this person may have.
    pub(crate) async fn hash_for(&self, id: PersonId, password: &str) -> Result<String, ChangeRefused> {
        let person = self.person(id).await?.filter(|person| person.erased_on.is_none());
        let person = person.ok_or(ChangeRefused::Unknown)?;
        let allowed = move |password: &str| check(password, &person.name, person.email.as_deref());
        Ok(self.hasher().hash(password, allowed).await??)
    }
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
