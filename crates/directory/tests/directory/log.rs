//! The security log: what is in it, what is not, and for how long.

use directory::{By, Client, LoginRefused, Note, SecurityAct, Who};

use crate::ground::{
    ASA, CLIENT, Ground, OTHER_PASSWORD, PASSWORD, at, light, morning, new_id, on_both_stores,
};

on_both_stores!(
    each_act_says_who_whom_from_where_and_when,
    no_password_token_name_or_address_of_mail_is_in_it,
    it_is_forgotten_after_its_time,
    one_person_is_picked_out,
    the_same_command_is_one_note,
    what_one_did_oneself_is_no_news,
);

const FIREFOX: Client<'static> = Client { address: "192.0.2.7", label: "Firefox, Linux", device: None };

async fn each_act_says_who_whom_from_where_and_when(ground: Ground) {
    let asa = ground.asa().await;
    let wrong = ground.directory.log_in(ASA, OTHER_PASSWORD, FIREFOX, at(1)).await;
    assert!(matches!(wrong, Err(LoginRefused::Wrong)));
    ground.directory.log_in(ASA, PASSWORD, FIREFOX, at(2)).await.unwrap();
    let log = ground.directory.security_log(morning(), None).await.unwrap();
    let seen: Vec<_> = log.iter().map(|e| (e.act, e.who.clone(), e.whom, e.at)).collect();
    assert_eq!(
        seen,
        [
            (SecurityAct::LoginFailed, Who::Visitor, Some(asa), at(1)),
            (SecurityAct::LoggedIn, Who::Person(asa), None, at(2)),
        ]
    );
    assert_eq!(log[1].address.as_deref(), Some("192.0.2.7"));
    assert_eq!(log[1].client.as_deref(), Some("Firefox, Linux"));
}

async fn no_password_token_name_or_address_of_mail_is_in_it(ground: Ground) {
    let (guest, link) = ground.guest("Bo Ek", "bo@exempel.se").await;
    ground.directory.accept_invitation(link.as_str(), PASSWORD, FIREFOX, at(1)).await.unwrap();
    let reset = ground.reset(guest).await;
    let _ = ground.directory.log_in("bo@exempel.se", OTHER_PASSWORD, FIREFOX, at(2)).await;
    let _ = ground.directory.log_in(OTHER_PASSWORD, PASSWORD, FIREFOX, at(3)).await;
    let log = format!("{:?}", ground.directory.security_log(morning(), None).await.unwrap());
    for secret in [PASSWORD, OTHER_PASSWORD, link.as_str(), reset.as_str(), "Bo Ek", "bo@exempel.se"] {
        assert!(!log.contains(secret), "{log}");
    }
}

async fn it_is_forgotten_after_its_time(ground: Ground) {
    ground.asa().await;
    ground.logged_in(morning()).await;
    let kept = light().log_kept.as_secs();
    ground.directory.sweep(at(kept - 1)).await.unwrap();
    assert_eq!(ground.directory.security_log(morning(), None).await.unwrap().len(), 1);
    ground.directory.sweep(at(kept)).await.unwrap();
    assert!(ground.directory.security_log(morning(), None).await.unwrap().is_empty());
}

async fn one_person_is_picked_out(ground: Ground) {
    let asa = ground.asa().await;
    let bo = ground.person("Bo Ek", "bo@exempel.se").await;
    ground.logged_in(morning()).await;
    ground.directory.log_in("bo@exempel.se", PASSWORD, CLIENT, at(1)).await.unwrap();
    let given = Note::of(SecurityAct::MandateGiven, By::Person(bo, FIREFOX)).to(asa).at("finnveden");
    ground.directory.note(&given, at(2)).await.unwrap();
    let of = async |person| {
        let log = ground.directory.security_log(morning(), Some(person)).await.unwrap();
        log.into_iter().map(|entry| entry.act).collect::<Vec<_>>()
    };
    assert_eq!(of(asa).await, [SecurityAct::LoggedIn, SecurityAct::MandateGiven]);
    assert_eq!(of(bo).await, [SecurityAct::LoggedIn, SecurityAct::MandateGiven]);
    assert!(ground.directory.security_log(at(3), None).await.unwrap().is_empty());
}

async fn the_same_command_is_one_note(ground: Ground) {
    let (asa, command) = (ground.asa().await, uuid::Uuid::now_v7());
    let note = Note::of(SecurityAct::MandateGiven, By::Person(new_id(), FIREFOX)).to(asa);
    for seconds in 0..3 {
        ground.directory.note_once(command, &note, at(seconds)).await.unwrap();
    }
    assert_eq!(ground.directory.news(asa).await.unwrap().len(), 1);
}

async fn what_one_did_oneself_is_no_news(ground: Ground) {
    let asa = ground.asa().await;
    let note = Note::of(SecurityAct::MandateGiven, By::Person(asa, FIREFOX)).to(asa);
    ground.directory.note(&note, morning()).await.unwrap();
    assert!(ground.directory.news(asa).await.unwrap().is_empty());
}
