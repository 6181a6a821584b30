//! A slip (sv. *sluten sedel*): a choice that nobody reads without the vote's key.
//!
//! Sealed with XChaCha20-Poly1305. The vote and the person are sealed along, so no slip can be moved to another of
//! either; a slip has the same length whatever it says.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};

use super::keys::Key;
use super::vote::VoteId;
use crate::fault::{Cause, Fault};
use crate::ids::PersonId;

const NONCE: usize = 24;

/// To abstain is a choice like the others, as far as anybody can see.
const ABSTAINS: [u8; 8] = [0; 8];

pub(super) fn seal(
    key: &Key,
    vote: &VoteId,
    person: PersonId,
    choice: Option<u32>,
) -> Result<Vec<u8>, Fault> {
    let mut nonce = [0_u8; NONCE];
    getrandom::fill(&mut nonce).map_err(|e| Fault::new("sealing a slip", e))?;
    let says = choice.map_or(ABSTAINS, |choice| (u64::from(choice) + 1).to_be_bytes());
    let about = about(vote, person);
    let sealed = cipher(key)
        .encrypt(&XNonce::from(nonce), Payload { msg: &says, aad: &about })
        .map_err(|_| Fault::new("sealing a slip", Cause::Stored("a slip cannot be sealed")))?;
    Ok([nonce.as_slice(), &sealed].concat())
}

/// What a slip says; nothing when this is not the key it was sealed with.
pub(super) fn open(key: &Key, vote: &VoteId, person: PersonId, sealed: &[u8]) -> Option<Option<u32>> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
    let about = about(vote, person);
    let says = cipher(key).decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: &about }).ok()?;
    match u64::from_be_bytes(says.try_into().ok()?).checked_sub(1) {
        Some(choice) => u32::try_from(choice).ok().map(Some),
        None => Some(None),
    }
}

fn cipher(key: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&key.0.into())
}

fn about(vote: &VoteId, person: PersonId) -> Vec<u8> {
    [vote.0.as_bytes(), &[0], person.0.as_bytes().as_slice()].concat()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn vote(name: &str) -> VoteId {
        VoteId(name.to_owned())
    }

    proptest! {
        #[test]
        fn a_slip_says_what_was_put_into_it(choice: Option<u32>, key: [u8; 32], person: u128) {
            let person = PersonId(Uuid::from_u128(person));
            let sealed = seal(&Key(key), &vote("a"), person, choice).unwrap();
            prop_assert_eq!(open(&Key(key), &vote("a"), person, &sealed), Some(choice));
        }

        #[test]
        fn every_slip_is_equally_long(choice: Option<u32>, other: Option<u32>) {
            let person = PersonId(Uuid::from_u128(1));
            let length = |choice| seal(&Key([7; 32]), &vote("a"), person, choice).unwrap().len();
            prop_assert_eq!(length(choice), length(other));
        }
    }

    #[test]
    fn a_slip_is_read_only_with_its_key_in_its_vote_and_as_its_persons() {
        let (asta, bo) = (PersonId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(2)));
        let key = Key([7; 32]);
        let sealed = seal(&key, &vote("a"), asta, Some(1)).unwrap();
        assert_eq!(open(&Key([8; 32]), &vote("a"), asta, &sealed), None);
        assert_eq!(open(&key, &vote("b"), asta, &sealed), None);
        assert_eq!(open(&key, &vote("a"), bo, &sealed), None);
        assert_eq!(open(&key, &vote("a"), asta, &sealed[1..]), None);
        assert_eq!(open(&key, &vote("a"), asta, &[]), None);
    }

    #[test]
    fn the_same_ballot_twice_looks_like_two() {
        let asta = PersonId(Uuid::from_u128(1));
        let slip = || seal(&Key([7; 32]), &vote("a"), asta, Some(1)).unwrap();
        assert_ne!(slip(), slip());
    }
}
