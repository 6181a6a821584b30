//! Shutting somebody out.

use directory::{Guest, Holder, InvitationRefused, LoginRefused, SecurityAct};

use crate::ground::{ASA, CLIENT, Ground, OPERATOR, PASSWORD, at, morning, on_both_stores, operator};

on_both_stores!(
    a_closed_account_lets_nobody_in_by_any_way,
    an_account_that_is_opened_again_has_its_password,
    the_operator_ends_one_persons_sessions_or_everybodys,
);

async fn a_closed_account_lets_nobody_in_by_any_way(ground: Ground) {
    let asa = ground.asa().await;
    let session = ground.logged_in(morning()).await;
    let reset = ground.reset(asa).await;
    ground.directory.close_account(asa, &OPERATOR, at(1)).await.unwrap();
    assert!(ground.directory.session(session.as_str(), at(2)).await.unwrap().is_none());
    let refused = ground.directory.log_in(ASA, PASSWORD, CLIENT, at(2)).await;
    assert!(matches!(refused, Err(LoginRefused::Wrong)));
    assert!(ground.directory.invitation(reset.as_str(), at(2)).await.is_err());
    let link = ground.directory.reset_link(asa, &OPERATOR, at(2)).await;
    assert!(matches!(link, Err(InvitationRefused::UnknownPerson)));
    let guest = Guest { id: asa, name: "Åsa Öberg", email: ASA };
    assert!(ground.directory.invite(&guest, operator(), "", at(2)).await.is_err());
    assert!(matches!(ground.directory.holder(ASA).await.unwrap(), Holder::Closed(_)));
    assert!(ground.directory.close_account(asa, &OPERATOR, at(3)).await.is_err(), "it is closed already");
}

async fn an_account_that_is_opened_again_has_its_password(ground: Ground) {
    let asa = ground.asa().await;
    ground.directory.close_account(asa, &OPERATOR, morning()).await.unwrap();
    ground.directory.reopen_account(asa, &OPERATOR, at(1)).await.unwrap();
    ground.logged_in(at(2)).await;
    let told = ground.directory.news(asa).await.unwrap();
    assert_eq!(told.iter().map(|entry| entry.act).collect::<Vec<_>>(), [SecurityAct::AccountReopened]);
}

async fn the_operator_ends_one_persons_sessions_or_everybodys(ground: Ground) {
    let asa = ground.asa().await;
    ground.person("Bo Ek", "bo@exempel.se").await;
    let own = ground.logged_in(morning()).await;
    let other = ground.directory.log_in("bo@exempel.se", PASSWORD, CLIENT, morning()).await.unwrap().token;
    assert_eq!(ground.directory.end_sessions(Some(asa), &OPERATOR, at(1)).await.unwrap(), 1);
    assert!(ground.directory.session(own.as_str(), at(2)).await.unwrap().is_none());
    assert!(ground.directory.session(other.as_str(), at(2)).await.unwrap().is_some());
    assert_eq!(ground.directory.end_sessions(None, &OPERATOR, at(3)).await.unwrap(), 1);
    assert!(ground.directory.session(other.as_str(), at(4)).await.unwrap().is_none());
}
