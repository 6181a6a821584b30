//! argon2id, away from the threads that answer pages.
//!
//! A hash costs tens of milliseconds and tens of megabytes, so only a few are made at a time, a bounded number may wait
//! for their turn, and whoever comes after that is asked to come back.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::password_hash::{self, PasswordHasher as _, PasswordVerifier as _};
use argon2::{ARGON2ID_IDENT, Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use swedish::text::composed;

use crate::fault::{Cause, Fault};
use crate::settings::Settings;

/// A password as it is compared (RFC 8265, *OpaqueString*): composed, and with one kind of blank, so that it is the
/// same from every keyboard. Capitals and everything else stay as they are.
pub(crate) fn prepared(password: &str) -> String {
    let blank = |sign: char| if sign.is_whitespace() && !sign.is_control() { ' ' } else { sign };
    composed(&password.chars().map(blank).collect::<String>()).into_owned()
}

/// Why a password was not hashed.
#[derive(Debug)]
pub(crate) enum Unhashed {
    /// Too many wait already.
    Busy,
    Fault(Fault),
}

pub(crate) struct Hasher {
    argon2: Argon2<'static>,
    /// Compared with when there is no password, so that a stranger cannot tell by the clock who exists.
    decoy: Arc<str>,
    turns: Arc<Semaphore>,
    room: Arc<Semaphore>,
    compared: AtomicU64,
}

impl Hasher {
    pub(crate) fn new(settings: &Settings) -> Result<Self, Fault> {
        let hashing = settings.hashing;
        let length = Params::DEFAULT_OUTPUT_LEN;
        let params = Params::new(hashing.memory_kib, hashing.passes, hashing.lanes, Some(length))
            .map_err(|e| fault(&e))?;
        let decoy = decoy(&params)?;
        let at_once = settings.hashes_at_once.clamp(1, Semaphore::MAX_PERMITS);
        let room = at_once.saturating_add(settings.hashes_waiting).min(Semaphore::MAX_PERMITS);
        Ok(Self {
            argon2: Argon2::new(Algorithm::Argon2id, Version::V0x13, params),
            decoy,
            turns: Arc::new(Semaphore::new(at_once)),
            room: Arc::new(Semaphore::new(room)),
            compared: AtomicU64::new(0),
        })
    }

    /// How many passwords have been compared with a hash, real or decoy.
    pub(crate) fn compared(&self) -> u64 {
        self.compared.load(Ordering::Relaxed)
    }

    /// Whether `password` belongs to `hash`; without a hash it takes as long to say no.
    pub(crate) async fn verify(&self, password: &str, hash: Option<&str>) -> Result<bool, Unhashed> {
        let known = hash.is_some();
        let hash: Arc<str> = hash.map_or_else(|| Arc::clone(&self.decoy), Arc::from);
        // A hash that was made before passwords were prepared is of what was typed.
        let (password, typed) = (prepared(password), password.to_owned());
        let argon2 = self.argon2.clone();
        self.compared.fetch_add(1, Ordering::Relaxed);
        let compared = self.in_turn(move || {
            let parsed = parse(&hash)?;
            let fits = |password: &str| match argon2.verify_password(password.as_bytes(), &parsed) {
                Ok(()) => Ok(true),
                Err(password_hash::Error::PasswordInvalid) => Ok(false),
                Err(error) => Err(fault(&error)),
            };
            Ok(fits(&password)? || (typed != password && fits(&typed)?))
        });
        Ok(compared.await? && known)
    }

    /// The hash of a password as a PHC string, after `check` has let the password pass.
    pub(crate) async fn hash<R: Send + 'static>(
        &self,
        password: &str,
        check: impl FnOnce(&str) -> Result<(), R> + Send + 'static,
    ) -> Result<Result<String, R>, Unhashed> {
        let password = prepared(password);
        let argon2 = self.argon2.clone();
        let hashed = self.in_turn(move || {
            if let Err(refused) = check(&password) {
                return Ok(Err(refused));
            }
            let hash: PasswordHash = argon2.hash_password(password.as_bytes()).map_err(|e| fault(&e))?;
            Ok(Ok(hash.to_string()))
        });
        hashed.await
    }

    /// Whether this hash was made with other parameters than today's.
    pub(crate) fn is_dated(&self, hash: &str) -> bool {
        let same = |parsed: PasswordHash| {
            Params::try_from(&parsed).is_ok_and(|params| {
                params.block_count() == self.argon2.params().block_count()
                    && params.t_cost() == self.argon2.params().t_cost()
                    && params.p_cost() == self.argon2.params().p_cost()
            })
        };
        !parse(hash).is_ok_and(same)
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Unhashed> {
        // The permits go with the work: when the request is given up the work goes on, and still counts.
        let Ok(room) = Arc::clone(&self.room).try_acquire_owned() else { return Err(Unhashed::Busy) };
        let stopped = |_| Unhashed::Fault(Fault::new("hashing", Cause::Stopped));
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(stopped)?;
        let done = tokio::task::spawn_blocking(move || {
            let _held = (room, turn);
            work()
        });
        let stopped = |_| Unhashed::Fault(Fault::new("hashing", Cause::Stopped));
        done.await.map_err(stopped)?.map_err(Unhashed::Fault)
    }
}

/// Reads a PHC string of argon2id with salt and hash.
pub(crate) fn parse(hash: &str) -> Result<PasswordHash, Fault> {
    let parsed = PasswordHash::new(hash).map_err(|e| fault(&e))?;
    let whole = parsed.algorithm == ARGON2ID_IDENT && parsed.salt.is_some() && parsed.hash.is_some();
    if whole { Ok(parsed) } else { Err(fault(&"not a whole argon2id hash")) }
}

/// A hash that costs what a real one costs to compare with, made without the cost.
fn decoy(params: &Params) -> Result<Arc<str>, Fault> {
    let mut salt = [0_u8; 16];
    let mut output = [0_u8; 32];
    for bytes in [&mut salt[..], &mut output[..]] {
        getrandom::fill(bytes).map_err(|e| Fault::new("making a decoy", e))?;
    }
    let decoy = PasswordHash {
        algorithm: ARGON2ID_IDENT,
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(params).map_err(|e| fault(&e))?,
        salt: Some(Salt::new(&salt).map_err(|e| fault(&e))?),
        hash: Some(Output::new(&output).map_err(|e| fault(&e))?),
    };
    Ok(decoy.to_string().into())
}

/// argon2's errors name parameters and lengths, never the password.
fn fault(error: &dyn std::fmt::Display) -> Fault {
    Fault::new("hashing", Cause::Hashing(error.to_string()))
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;
    use crate::settings::Hashing;

    fn light() -> Settings {
        Settings { hashing: Hashing { memory_kib: 64, passes: 1, lanes: 1 }, ..Settings::default() }
    }

    async fn hashed(hasher: &Hasher, password: &str) -> String {
        hasher.hash(password, |_| Ok::<_, Infallible>(())).await.unwrap().unwrap()
    }

    #[tokio::test]
    async fn a_password_belongs_to_its_own_hash_only() {
        let hasher = Hasher::new(&light()).unwrap();
        let hash = hashed(&hasher, "blåbärspaj i månsken").await;
        assert!(hash.starts_with("$argon2id$v=19$m=64,t=1,p=1$"), "{hash}");
        assert!(hasher.verify("blåbärspaj i månsken", Some(&hash)).await.unwrap());
        assert!(!hasher.verify("blåbärspaj i manske", Some(&hash)).await.unwrap());
        assert_ne!(hash, hashed(&hasher, "blåbärspaj i månsken").await, "each hash has its own salt");
    }

    #[tokio::test]
    async fn a_password_is_the_same_from_every_keyboard() {
        let hasher = Hasher::new(&light()).unwrap();
        let hash = hashed(&hasher, "blåbärspaj i månsken").await;
        for typed in ["bla\u{30a}ba\u{308}rspaj i ma\u{30a}nsken", "blåbärspaj\u{a0}i\u{3000}månsken"] {
            assert!(hasher.verify(typed, Some(&hash)).await.unwrap(), "{typed:?}");
        }
        for other in
            ["Blåbärspaj i månsken", "blabarspaj i mansken", "blåbärspaj  i månsken", "blåbärspaj\ti månsken"]
        {
            assert!(!hasher.verify(other, Some(&hash)).await.unwrap(), "{other:?}");
        }
    }

    #[tokio::test]
    async fn a_hash_of_what_was_typed_goes_on_working() {
        let hasher = Hasher::new(&light()).unwrap();
        let typed = "bla\u{30a}ba\u{308}rspaj i ma\u{30a}nsken";
        let old = hasher.argon2.hash_password(typed.as_bytes()).unwrap().to_string();
        assert!(hasher.verify(typed, Some(&old)).await.unwrap());
        assert!(!hasher.verify("något helt annat", Some(&old)).await.unwrap());
    }

    #[tokio::test]
    async fn without_a_hash_the_same_work_is_done() {
        let hasher = Hasher::new(&light()).unwrap();
        assert!(!hasher.verify("vad som helst", None).await.unwrap());
        assert_eq!(hasher.compared(), 1);
        let (decoy, real) = (parse(&hasher.decoy).unwrap(), parse(&hashed(&hasher, "x").await).unwrap());
        assert_eq!((decoy.params, decoy.version), (real.params, real.version));
    }

    #[tokio::test]
    async fn a_hash_of_other_parameters_is_dated_but_still_valid() {
        let (old, new) = (Hasher::new(&light()).unwrap(), {
            let hashing = Hashing { memory_kib: 128, passes: 1, lanes: 1 };
            Hasher::new(&Settings { hashing, ..Settings::default() }).unwrap()
        });
        let hash = hashed(&old, "blåbärspaj i månsken").await;
        assert!(!old.is_dated(&hash));
        assert!(new.is_dated(&hash));
        assert!(new.verify("blåbärspaj i månsken", Some(&hash)).await.unwrap());
    }

    #[tokio::test]
    async fn who_comes_when_the_queue_is_full_is_asked_to_come_back() {
        let hasher = Hasher::new(&Settings { hashes_at_once: 1, hashes_waiting: 0, ..light() }).unwrap();
        let _taken = Arc::clone(&hasher.room).try_acquire_owned().unwrap();
        assert!(matches!(hasher.verify("vad som helst", None).await, Err(Unhashed::Busy)));
    }
}
