//! A clock that was ahead, and is right again: a stored time in the future counts as now.

use directory::OTHER_NODES_FOLLOW_WITHIN;

use crate::ground::{
    ASA, CLIENT, Ground, OPERATOR, OTHER_PASSWORD, PASSWORD, at, by, light, morning, on_both_stores,
};

on_both_stores!(
    nobody_waits_longer_than_the_longest_pause,
    a_session_does_not_outlive_its_hours,
    a_link_does_not_outlive_its_days,
    an_ended_session_is_not_remembered_from_the_future,
    the_sweep_goes_on,
);

/// How far ahead the clock was, in seconds: hours, days, years.
const AHEAD: [u64; 3] = [3 * 60 * 60, 9 * 24 * 60 * 60, 3 * 365 * 24 * 60 * 60];

async fn nobody_waits_longer_than_the_longest_pause(ground: Ground) {
    ground.asa().await;
    for ahead in AHEAD {
        for seconds in 0..40 {
            let _ = ground.directory.log_in(ASA, OTHER_PASSWORD, CLIENT, at(ahead + 1000 * seconds)).await;
        }
        ground.directory.log_in(ASA, PASSWORD, CLIENT, morning()).await.unwrap();
    }
}

async fn a_session_does_not_outlive_its_hours(ground: Ground) {
    ground.asa().await;
    for ahead in AHEAD {
        let token = ground.logged_in(at(ahead)).await;
        let seen = ground.directory.session(token.as_str(), at(60)).await.unwrap().expect("still in");
        assert!(seen.absolute_end <= at(60 + light().absolute.as_secs()));
        let later = at(60 + light().idle.as_secs());
        assert!(ground.directory.session(token.as_str(), later).await.unwrap().is_none(), "it went idle");
    }
}

async fn a_link_does_not_outlive_its_days(ground: Ground) {
    let asa = ground.asa().await;
    let lasts = light().invitation_lasts.as_secs();
    for ahead in AHEAD {
        let link = ground.directory.reset_link(asa, &OPERATOR, at(ahead)).await.unwrap();
        let found = ground.directory.invitation(link.as_str(), at(60)).await.unwrap();
        assert!(found.expires <= at(60 + lasts));
        ground.directory.sweep(at(120)).await.unwrap();
        assert!(ground.directory.invitation(link.as_str(), at(120 + lasts)).await.is_err());
    }
}

async fn an_ended_session_is_not_remembered_from_the_future(ground: Ground) {
    let asa = ground.asa().await;
    let other = ground.other_node().await;
    let token = ground.logged_in(at(AHEAD[1])).await;
    let session = other.session(token.as_str(), at(AHEAD[1])).await.unwrap().unwrap();
    ground.directory.revoke(session.id, by(asa), morning()).await.unwrap();
    let promised = OTHER_NODES_FOLLOW_WITHIN.as_secs();
    assert!(other.session(token.as_str(), at(promised)).await.unwrap().is_none());
}

async fn the_sweep_goes_on(ground: Ground) {
    ground.asa().await;
    ground.logged_in(at(AHEAD[2])).await;
    ground.logged_in(morning()).await;
    // Its session was swept or brought back to now: nothing in the tables lies ahead.
    let ends = ground
        .directory
        .list_sessions(ground.directory.person_by_email(ASA).await.unwrap().unwrap().id, at(1));
    for session in ends.await.unwrap() {
        assert!(session.absolute_end <= at(1 + light().absolute.as_secs()), "{session:?}");
    }
}
