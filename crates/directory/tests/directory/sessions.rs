//! How long a session lasts, how its token changes, and how it ends.

use directory::{Client, Language, OTHER_NODES_FOLLOW_WITHIN, Session, SessionToken};
use jiff::Timestamp;

use crate::ground::{ASA, CLIENT, Ground, OPERATOR, PASSWORD, at, by, light, morning, on_both_stores};

on_both_stores!(
    a_session_that_is_not_used_ends,
    a_session_that_is_used_goes_on_until_its_last_hour,
    an_old_token_is_replaced_and_works_while_the_new_one_travels,
    a_new_token_that_got_lost_is_replaced_by_another,
    requests_at_the_same_moment_get_one_new_token,
    a_session_that_is_ended_is_over_at_once,
    another_node_follows_within_the_promised_time,
    one_can_end_all_sessions_but_the_own,
    nobody_ends_the_session_of_somebody_else,
    logging_out_ends_the_session_of_each_of_its_tokens,
    the_owner_sees_their_sessions,
    the_language_follows_into_the_session,
    use_is_written_down_at_most_once_a_minute,
    a_node_that_starts_knows_the_sessions,
    what_has_ended_is_swept_away,
);

async fn open(ground: &Ground, token: &SessionToken, now: Timestamp) -> Option<Session> {
    ground.directory.session(token.as_str(), now).await.unwrap()
}

async fn a_session_that_is_not_used_ends(ground: Ground) {
    ground.asa().await;
    let idle = light().idle.as_secs();
    let token = ground.logged_in(morning()).await;
    assert!(open(&ground, &token, at(idle - 1)).await.is_some());
    assert!(open(&ground, &token, at(2 * idle - 2)).await.is_some(), "each use counts anew");
    assert!(open(&ground, &token, at(3 * idle - 2)).await.is_none());
    assert!(open(&ground, &token, morning()).await.is_none(), "what has ended does not come back");
}

async fn a_session_that_is_used_goes_on_until_its_last_hour(ground: Ground) {
    ground.asa().await;
    let mut token = ground.logged_in(morning()).await;
    let end = light().absolute.as_secs();
    for minutes in (0..end / 60).step_by(10) {
        let session = open(&ground, &token, at(minutes * 60)).await.expect("still in use");
        assert_eq!(session.absolute_end, at(end));
        token = session.rotated.unwrap_or(token);
    }
    assert!(open(&ground, &token, at(end - 1)).await.is_some());
    assert!(open(&ground, &token, at(end)).await.is_none());
}

async fn an_old_token_is_replaced_and_works_while_the_new_one_travels(ground: Ground) {
    ground.asa().await;
    let (due, overlap) = (light().rotate_every.as_secs(), light().rotation_overlap.as_secs());
    let old = ground.logged_in(morning()).await;
    assert!(open(&ground, &old, at(due - 1)).await.unwrap().rotated.is_none());
    let session = open(&ground, &old, at(due)).await.unwrap();
    let new = session.rotated.clone().expect("a new token");
    assert_ne!(new, old);
    let parallel = open(&ground, &old, at(due + 1)).await.expect("a request under way");
    assert!(parallel.rotated.is_none(), "one new token is enough");
    assert_eq!(open(&ground, &new, at(due + 2)).await.unwrap().id, session.id);
    assert!(open(&ground, &old, at(due + 2 + overlap - 1)).await.is_some());
    assert!(open(&ground, &old, at(due + 2 + overlap)).await.is_none());
    let later = open(&ground, &new, at(due + 2 + overlap)).await.unwrap();
    assert!(later.rotated.is_none(), "the new token is young");
}

async fn a_new_token_that_got_lost_is_replaced_by_another(ground: Ground) {
    ground.asa().await;
    let (due, overlap) = (light().rotate_every.as_secs(), light().rotation_overlap.as_secs());
    let old = ground.logged_in(morning()).await;
    let lost = open(&ground, &old, at(due)).await.unwrap().rotated.expect("a new token");
    let found = open(&ground, &old, at(due + overlap)).await.unwrap().rotated.expect("another");
    assert_ne!(lost, found);
    assert!(open(&ground, &lost, at(due + overlap)).await.is_none());
    assert!(open(&ground, &found, at(due + overlap)).await.is_some());
}

async fn requests_at_the_same_moment_get_one_new_token(ground: Ground) {
    ground.asa().await;
    let now = at(light().rotate_every.as_secs());
    let token = ground.logged_in(morning()).await;
    let other_node = ground.other_node().await;
    let requests: Vec<_> = (0..12)
        .map(|number| {
            let node = if number % 2 == 0 { ground.directory.clone() } else { other_node.clone() };
            let token = token.clone();
            tokio::spawn(async move { node.session(token.as_str(), now).await.unwrap() })
        })
        .collect();
    let mut handed_out = 0;
    for request in requests {
        handed_out += usize::from(request.await.unwrap().expect("nobody is logged out").rotated.is_some());
    }
    assert_eq!(handed_out, 1);
}

async fn a_session_that_is_ended_is_over_at_once(ground: Ground) {
    let asa = ground.asa().await;
    let token = ground.logged_in(morning()).await;
    let session = open(&ground, &token, morning()).await.unwrap();
    assert!(ground.directory.revoke(session.id, by(asa), morning()).await.unwrap());
    assert!(open(&ground, &token, morning()).await.is_none());
    assert!(!ground.directory.revoke(session.id, by(asa), morning()).await.unwrap(), "it is gone already");
}

async fn another_node_follows_within_the_promised_time(ground: Ground) {
    let asa = ground.asa().await;
    let other = ground.other_node().await;
    let token = ground.logged_in(morning()).await;
    let session = other.session(token.as_str(), morning()).await.unwrap().unwrap();
    ground.directory.revoke(session.id, by(asa), morning()).await.unwrap();
    let promised = OTHER_NODES_FOLLOW_WITHIN.as_secs();
    assert!(other.session(token.as_str(), at(promised - 1)).await.unwrap().is_some(), "answered from memory");
    assert!(other.session(token.as_str(), at(promised)).await.unwrap().is_none());
}

async fn one_can_end_all_sessions_but_the_own(ground: Ground) {
    let asa = ground.asa().await;
    let mine = ground.logged_in(morning()).await;
    let others = [ground.logged_in(morning()).await, ground.logged_in(morning()).await];
    let own = open(&ground, &mine, morning()).await.unwrap().id;
    assert_eq!(ground.directory.revoke_all_but(own, by(asa), morning()).await.unwrap(), 2);
    assert!(open(&ground, &mine, morning()).await.is_some());
    for other in others {
        assert!(open(&ground, &other, morning()).await.is_none());
    }
    assert_eq!(ground.directory.end_sessions(Some(asa), &OPERATOR, morning()).await.unwrap(), 1);
    assert!(open(&ground, &mine, morning()).await.is_none());
}

async fn nobody_ends_the_session_of_somebody_else(ground: Ground) {
    ground.asa().await;
    let bo = ground.person("Bo Ek", "bo@exempel.se").await;
    let token = ground.logged_in(morning()).await;
    let session = open(&ground, &token, morning()).await.unwrap().id;
    assert!(!ground.directory.revoke(session, by(bo), morning()).await.unwrap());
    ground.directory.end_sessions(Some(bo), &OPERATOR, morning()).await.unwrap();
    assert!(open(&ground, &token, morning()).await.is_some());
}

async fn logging_out_ends_the_session_of_each_of_its_tokens(ground: Ground) {
    let asa = ground.asa().await;
    let old = ground.logged_in(morning()).await;
    let now = at(light().rotate_every.as_secs());
    let session = open(&ground, &old, now).await.unwrap();
    let new = session.rotated.unwrap();
    assert!(ground.directory.log_out(session.id, by(asa), now).await.unwrap());
    assert!(open(&ground, &old, now).await.is_none());
    assert!(open(&ground, &new, now).await.is_none());
    assert!(!ground.directory.log_out(session.id, by(asa), now).await.unwrap(), "it is over already");
}

async fn the_owner_sees_their_sessions(ground: Ground) {
    let asa = ground.asa().await;
    let client = Client { address: CLIENT, label: "Firefox på\u{7} Windows", device: None };
    let first = ground.directory.log_in(ASA, PASSWORD, client, morning()).await.unwrap().token;
    ground.directory.log_in(ASA, PASSWORD, "192.0.2.9", at(60)).await.unwrap();
    assert!(open(&ground, &first, at(120)).await.is_some());
    let sessions = ground.directory.list_sessions(asa, at(120)).await.unwrap();
    let seen: Vec<_> = sessions.iter().map(|s| (s.client_label.as_str(), s.last_seen)).collect();
    assert_eq!(seen, [("Firefox på Windows", at(120)), ("192.0.2.9", at(60))]);
    let later = at(60 + light().idle.as_secs());
    assert_eq!(ground.directory.list_sessions(asa, later).await.unwrap().len(), 1, "one has gone idle");
}

async fn the_language_follows_into_the_session(ground: Ground) {
    let asa = ground.asa().await;
    let token = ground.logged_in(morning()).await;
    assert_eq!(open(&ground, &token, morning()).await.unwrap().language, Language::Sv);
    ground.directory.set_language(asa, Language::En).await.unwrap();
    assert_eq!(open(&ground, &token, morning()).await.unwrap().language, Language::En);
}

async fn use_is_written_down_at_most_once_a_minute(ground: Ground) {
    let asa = ground.asa().await;
    let token = ground.logged_in(morning()).await;
    let written = async || ground.directory.list_sessions(asa, at(70)).await.unwrap()[0].last_seen;
    assert_eq!(open(&ground, &token, at(25)).await.unwrap().last_seen, at(25));
    assert_eq!(written().await, morning());
    assert_eq!(open(&ground, &token, at(65)).await.unwrap().last_seen, at(65));
    assert_eq!(written().await, at(65));
}

async fn a_node_that_starts_knows_the_sessions(ground: Ground) {
    ground.asa().await;
    let token = ground.logged_in(morning()).await;
    let restarted = ground.other_node().await;
    assert!(restarted.session(token.as_str(), at(5)).await.unwrap().is_some());
}

async fn what_has_ended_is_swept_away(ground: Ground) {
    let asa = ground.asa().await;
    let rested = ground.dump().await;
    ground.logged_in(morning()).await;
    let _ = ground.directory.log_in("ingen@exempel.se", PASSWORD, CLIENT, morning()).await;
    ground.reset(asa).await;
    assert_ne!(ground.dump().await, rested);
    ground.directory.sweep(at(401 * 24 * 60 * 60)).await.unwrap();
    let rows = |dump: &str| dump.lines().filter(|line| line.trim().len() > 3).count();
    assert_eq!(rows(&ground.dump().await), rows(&rested));
}
