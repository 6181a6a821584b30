//! Secrets that stand in a cookie or a link: 256 random bits, of which we keep only the SHA-256.
//!
//! A slow hash is for secrets that people choose; 256 random bits cannot be guessed from their SHA-256.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use crate::fault::Fault;

/// What is stored instead of a secret.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Digest(pub(crate) [u8; 32]);

impl Digest {
    /// The digest of a presented token, or nothing when it cannot be one of ours.
    pub(crate) fn of_presented(token: &str) -> Option<Self> {
        // 43 characters of base64url; the engine refuses every other spelling of the same bits.
        let secret: [u8; 32] = URL_SAFE_NO_PAD.decode(token).ok()?.try_into().ok()?;
        Some(Self::of(&secret))
    }

    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The digest as text, to make another of.
    pub(crate) fn hex(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// A fresh secret as text, with its digest.
fn fresh() -> Result<(String, Digest), Fault> {
    let mut secret = [0_u8; 32];
    getrandom::fill(&mut secret).map_err(|e| Fault::new("making a token", e))?;
    Ok((URL_SAFE_NO_PAD.encode(secret), Digest::of(&secret)))
}

/// The secret in the cookie of one session.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionToken(String);

/// The secret in the link of one invitation.
#[derive(Clone, PartialEq, Eq)]
pub struct InvitationToken(String);

/// The secret in the cookie of one device, by which it is known again.
#[derive(Clone, PartialEq, Eq)]
pub struct DeviceToken(String);

impl DeviceToken {
    pub(crate) fn fresh() -> Result<(Self, Digest), Fault> {
        fresh().map(|(text, digest)| (Self(text), digest))
    }

    /// The text for the cookie: 43 characters of base64url.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for DeviceToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeviceToken(…)")
    }
}

impl SessionToken {
    pub(crate) fn fresh() -> Result<(Self, Digest), Fault> {
        fresh().map(|(text, digest)| (Self(text), digest))
    }

    /// The text for the cookie: 43 characters of base64url.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl InvitationToken {
    pub(crate) fn fresh() -> Result<(Self, Digest), Fault> {
        fresh().map(|(text, digest)| (Self(text), digest))
    }

    /// The text for the link: 43 characters of base64url.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionToken(…)")
    }
}

impl fmt::Debug for InvitationToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InvitationToken(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_43_characters_and_leads_to_its_digest() {
        let (token, digest) = SessionToken::fresh().unwrap();
        assert_eq!(token.as_str().len(), 43);
        assert!(Digest::of_presented(token.as_str()) == Some(digest));
    }

    #[test]
    fn the_same_bits_have_one_spelling_only() {
        // The last character carries two unused bits: `B` would decode to the same secret as `A`.
        assert!(Digest::of_presented(&"A".repeat(43)).is_some());
        assert!(Digest::of_presented(&format!("{}B", "A".repeat(42))).is_none());
        assert!(Digest::of_presented(&format!("{}=", "A".repeat(43))).is_none());
        assert!(Digest::of_presented("").is_none());
    }

    #[test]
    fn a_token_does_not_show_itself_in_debug() {
        let (token, _) = InvitationToken::fresh().unwrap();
        assert!(!format!("{token:?}").contains(token.as_str()));
    }
}
