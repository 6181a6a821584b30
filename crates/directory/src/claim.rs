//! An address that a person says is theirs (sv. *obekräftad adress*), until it is confirmed.
//!
//! Whoever changes the own address claims the new one. A claim costs nobody anything: it is not unique, it keeps no
//! one else from the address, no invitation follows it by itself, and it is dropped when somebody else is let in with
//! the address. Its owner may log in with it as long as nobody else has it or claims it.
//!
//! Each claim has a short code that its owner sees. Whoever is to be invited can tell it to the inviter, by telephone or
//! across a table; that binds the invitation to the account, and proves nothing about the address.

use crate::fault::Fault;

/// What codes are written with: no letter that is read as a digit.
const SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// An address that is not confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The address, as written.
    pub email: String,
    /// What its owner tells an inviter: `K7QX-4MPA`.
    pub code: String,
}

/// A fresh code: forty bits, and each try costs one.
pub(crate) fn fresh_code() -> Result<String, Fault> {
    let mut random = [0_u8; 8];
    getrandom::fill(&mut random).map_err(|e| Fault::new("making a code", e))?;
    let signs = random.iter().filter_map(|byte| SIGNS.get(usize::from(byte % 32)));
    let code: String = signs.map(|sign| char::from(*sign)).collect();
    Ok(format!("{}-{}", code.get(..4).unwrap_or_default(), code.get(4..).unwrap_or_default()))
}

/// A code as somebody typed it.
pub(crate) fn typed(code: &str) -> String {
    let signs: String =
        code.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    format!("{}-{}", signs.get(..4).unwrap_or_default(), signs.get(4..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_write_it() {
        let code = fresh_code().unwrap();
        assert_eq!(code.len(), 9);
        assert_eq!(typed(&code.to_lowercase().replace('-', " ")), code);
        assert_eq!(typed("kort"), "KORT-");
        assert_eq!(typed("åäö"), "-");
    }
}
