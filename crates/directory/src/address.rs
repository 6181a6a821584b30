//! E-mail addresses: what they must look like, and when two are one.

use swedish::text::{folded, unseen};

/// The longest e-mail address (RFC 5321).
const EMAIL_BYTES: usize = 254;

/// The form in which two spellings of an e-mail address are the same: composed, in small letters, and with the domain
/// as names are looked up (IDNA), so that `å.se` and `xn--4ca.se` are one.
pub(crate) fn email_key(email: &str) -> String {
    let email = folded(email);
    let Some((local, domain)) = email.rsplit_once('@') else { return email };
    match idna::domain_to_ascii(domain) {
        Ok(domain) => format!("{local}@{domain}"),
        Err(_) => email,
    }
}

/// Whether a text has the shape of an address.
pub(crate) fn looks_like_email(email: &str) -> bool {
    let Some((local, domain)) = email.rsplit_once('@') else { return false };
    let plain = |c: char| !c.is_whitespace() && !unseen(c) && !"@<>(),;:\"".contains(c);
    email.len() <= EMAIL_BYTES
        && !local.is_empty()
        && local.chars().all(plain)
        && domain.chars().all(plain)
        && domain.contains('.')
        && domain.split('.').all(|label| !label.is_empty())
        && idna::domain_to_ascii(domain).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_blanks_do_not_make_another_address() {
        assert_eq!(email_key(" Åsa@Exempel.SE "), email_key("åsa@exempel.se"));
    }

    #[test]
    fn an_address_is_one_however_its_domain_is_written() {
        assert_eq!(email_key("asa@Räksmörgås.se"), email_key("asa@xn--rksmrgs-5wao1o.se"));
        assert_eq!(email_key("asa@ra\u{308}ksmo\u{308}rga\u{30a}s.se"), email_key("asa@räksmörgås.se"));
        assert!(!looks_like_email("asa@xn--a.se"));
    }
}
