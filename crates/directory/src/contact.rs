//! Name, e-mail address and telephone number: what they must look like.

use swedish::text::{composed, first_unseen, spaced};

use crate::address::looks_like_email;
use crate::fault::Fault;
use crate::password::ChangeRefused;

/// What we keep to reach a person, apart from the record of what they decided.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// The name as the person writes it.
    pub name: String,
    /// The e-mail address, with which the person also logs in.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
}

/// Why contact details were not kept; the text is for the page.
#[derive(Debug, thiserror::Error)]
pub enum ContactRefused {
    /// The name is empty.
    #[error("Skriv personens namn.")]
    NameMissing,
    /// The name is longer than any name.
    #[error("Skriv ett namn med högst 200 tecken.")]
    NameTooLong,
    /// The name holds signs that cannot be seen.
    #[error("{}", swedish::reading::Unread::Unseen)]
    NameUnseen,
    /// The e-mail address has no address's shape.
    #[error("Skriv e-postadressen som namn@exempel.se.")]
    EmailShape,
    /// There is no e-mail address.
    #[error("Fyll i e-postadressen.")]
    EmailMissing,
    /// Somebody else has this e-mail address, in capitals or not.
    #[error("E-postadressen används redan av någon annan.")]
    EmailTaken,
    /// The telephone number has no number's shape.
    #[error("Skriv telefonnumret med siffror, till exempel 070-123 45 67.")]
    PhoneShape,
    /// There is no address to confirm.
    #[error("Personen har inte uppgett någon ny e-postadress.")]
    NothingClaimed,
    /// It is not the owner who asks, or it cannot be known now.
    #[error(transparent)]
    NotOwner(#[from] ChangeRefused),
    /// No such person.
    #[error("Personen finns inte.")]
    Unknown,
    /// Ours.
    #[error("Något gick fel hos oss.")]
    Fault(#[from] Fault),
}

/// The longest name.
const NAME_CHARACTERS: usize = 200;

impl ContactRefused {
    /// The field of a form that it is about.
    pub fn field(&self) -> &'static str {
        match self {
            Self::NameMissing | Self::NameTooLong | Self::NameUnseen => "name",
            Self::PhoneShape => "phone",
            Self::NotOwner(_) => "contact-old",
            Self::EmailShape
            | Self::EmailMissing
            | Self::EmailTaken
            | Self::NothingClaimed
            | Self::Unknown
            | Self::Fault(_) => "email",
        }
    }
}

impl Contact {
    /// Details of somebody who is reached at an e-mail address.
    ///
    /// # Errors
    /// Name or address is missing or cannot be kept.
    pub fn reached_at(name: &str, email: &str) -> Result<Self, ContactRefused> {
        let contact = Self { name: name.to_owned(), email: Some(email.to_owned()), phone: None }.checked()?;
        if contact.email.is_some() { Ok(contact) } else { Err(ContactRefused::EmailMissing) }
    }

    /// The same details without blanks around them and without empty ones, if they can be kept.
    pub(crate) fn checked(&self) -> Result<Self, ContactRefused> {
        let name = composed(&spaced(&self.name)).into_owned();
        if name.is_empty() {
            return Err(ContactRefused::NameMissing);
        }
        if name.chars().count() > NAME_CHARACTERS {
            return Err(ContactRefused::NameTooLong);
        }
        if first_unseen(&name).is_some() {
            return Err(ContactRefused::NameUnseen);
        }
        let email = given(self.email.as_deref());
        if email.as_deref().is_some_and(|email| !looks_like_email(email)) {
            return Err(ContactRefused::EmailShape);
        }
        let phone = given(self.phone.as_deref());
        if phone.as_deref().is_some_and(|phone| !looks_like_phone(phone)) {
            return Err(ContactRefused::PhoneShape);
        }
        Ok(Self { name, email, phone })
    }
}

fn given(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn looks_like_phone(phone: &str) -> bool {
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    let after_sign = phone.strip_prefix('+').unwrap_or(phone);
    (5..=20).contains(&digits)
        && phone.len() <= 40
        && after_sign.chars().all(|c| c.is_ascii_digit() || " -()/".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(name: &str, email: &str, phone: &str) -> Result<Contact, ContactRefused> {
        Contact { name: name.into(), email: Some(email.into()), phone: Some(phone.into()) }.checked()
    }

    #[test]
    fn blanks_around_details_are_dropped_and_empty_details_are_absent() {
        let contact = checked("  Åsa   Öberg ", " asa@exempel.se ", " ").unwrap();
        assert_eq!(contact.name, "Åsa Öberg");
        assert_eq!(contact.email.as_deref(), Some("asa@exempel.se"));
        assert_eq!(contact.phone, None);
    }

    #[test]
    fn an_email_address_has_one_at_sign_and_a_domain() {
        for wrong in
            ["asa", "asa@", "@exempel.se", "asa@exempel", "a b@exempel.se", "a@b@exempel.se", "a@.se"]
        {
            assert!(matches!(checked("Åsa", wrong, ""), Err(ContactRefused::EmailShape)), "{wrong}");
        }
        let long = format!("{}@exempel.se", "a".repeat(250));
        assert!(matches!(checked("Åsa", &long, ""), Err(ContactRefused::EmailShape)));
        for right in ["asa.oberg+styrelse@sub.exempel.se", "åsa@exempel.se"] {
            assert!(checked("Åsa", right, "").is_ok(), "{right}");
        }
    }

    #[test]
    fn a_telephone_number_is_digits_with_the_usual_signs() {
        for right in ["070-123 45 67", "+46 (0)8 12 34 56", "036/10 50 00"] {
            assert!(checked("Åsa", "", right).is_ok(), "{right}");
        }
        for wrong in ["ring mig", "123", "070-123 45 67 ankn 3"] {
            assert!(matches!(checked("Åsa", "", wrong), Err(ContactRefused::PhoneShape)), "{wrong}");
        }
    }

    #[test]
    fn a_name_that_cannot_all_be_seen_is_told() {
        for name in ["Anna\u{202e} Berg", "Anna\u{200b}Berg", "An\u{ad}na", "Anna\u{7} Berg"] {
            assert!(matches!(checked(name, "", ""), Err(ContactRefused::NameUnseen)), "{name:?}");
        }
        assert!(matches!(checked("Åsa", "a\u{200b}sa@exempel.se", ""), Err(ContactRefused::EmailShape)));
        assert_eq!(checked("A\u{30a}sa", "", "").unwrap().name, "Åsa");
    }

    #[test]
    fn a_name_is_needed_and_has_an_end() {
        assert!(matches!(checked(" \t", "", ""), Err(ContactRefused::NameMissing)));
        assert!(matches!(checked(&"å".repeat(201), "", ""), Err(ContactRefused::NameTooLong)));
        assert!(checked(&"å".repeat(200), "", "").is_ok());
    }
}
