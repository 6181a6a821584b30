//! No token but the right one opens anything.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};

use crate::ground::{ASA, CLIENT, Ground, PASSWORD, morning, on_both_stores};

on_both_stores!(a_token_that_was_tampered_with_opens_nothing, only_digests_are_stored);

/// What a forger may do with a token of 43 characters.
fn tampering() -> impl Strategy<Value = (usize, usize, String)> {
    (0_usize..44, 0_usize..44, "[A-Za-z0-9_=. \u{e5}-]{0,6}")
}

/// The token with the characters from one place to another replaced.
fn tampered(token: &str, (from, to, instead): &(usize, usize, String)) -> String {
    let (from, to) = (from.min(to), from.max(to));
    let kept = token.chars().enumerate().filter(|(at, _)| at < from || at >= to);
    let (before, after): (Vec<_>, Vec<_>) = kept.partition(|(at, _)| at < from);
    let text = |part: Vec<(usize, char)>| part.into_iter().map(|(_, c)| c).collect::<String>();
    format!("{}{instead}{}", text(before), text(after))
}

async fn a_token_that_was_tampered_with_opens_nothing(ground: Ground) {
    ground.asa().await;
    let token = ground.directory.log_in(ASA, PASSWORD, CLIENT, morning()).await.unwrap().token;
    let (_, link) = ground.guest("Bo Ek", "bo@exempel.se").await;
    // The cases are drawn first: the directory is asynchronous and the runner is not.
    let mut runner = TestRunner::new(Config::default());
    for _ in 0..200 {
        let how = tampering().new_tree(&mut runner).unwrap().current();
        let forged = tampered(token.as_str(), &how);
        let opened = ground.directory.session(&forged, morning()).await.unwrap();
        assert_eq!(opened.is_some(), forged == token.as_str(), "{how:?}");
        let forged = tampered(link.as_str(), &how);
        let opened = ground.directory.invitation(&forged, morning()).await;
        assert_eq!(opened.is_ok(), forged == link.as_str(), "{how:?}");
    }
    // One character at a time, every place: nothing in a token is decoration.
    for at in 0..43 {
        for other in ["A", "Q", "g", "w", "-"] {
            let forged = tampered(token.as_str(), &(at, at + 1, other.to_owned()));
            let opened = ground.directory.session(&forged, morning()).await.unwrap();
            assert_eq!(opened.is_some(), forged == token.as_str());
        }
    }
    assert!(ground.directory.session(link.as_str(), morning()).await.unwrap().is_none());
    assert!(ground.directory.invitation(token.as_str(), morning()).await.is_err());
}

async fn only_digests_are_stored(ground: Ground) {
    let asa = ground.asa().await;
    let token = ground.logged_in(morning()).await;
    let link = ground.reset(asa).await;
    let dump = ground.dump().await;
    for secret in [token.as_str(), link.as_str(), PASSWORD] {
        assert!(!dump.contains(secret));
        assert!(!dump.contains(&crate::ground::hex(secret.as_bytes())));
    }
}
