//! Right and wrong passwords, and changing them.

use directory::{
    ChangeRefused, Contact, Directory, Hashing, LoggedIn, LoginRefused, PasswordRefused, SessionId, Settings,
};

use crate::ground::{
    ASA, CLIENT, Ground, OTHER_PASSWORD, PASSWORD, by, light, morning, new_id, on_both_stores,
};

on_both_stores!(
    the_right_password_opens_a_session,
    an_address_lets_its_owner_in_however_its_domain_is_written,
    a_wrong_password_and_an_unknown_address_are_refused_alike,
    who_has_no_password_cannot_log_in,
    every_attempt_compares_exactly_one_hash,
    an_endless_password_is_refused,
    a_poor_password_is_not_set,
    a_changed_password_ends_the_other_sessions,
    the_old_password_must_be_right,
    the_old_password_cannot_be_found_by_trying,
    what_is_no_hash_is_not_taken_for_one,
    a_login_renews_a_hash_with_old_parameters,
);

async fn the_right_password_opens_a_session(ground: Ground) {
    let asa = ground.asa().await;
    let LoggedIn { token, person, .. } =
        ground.directory.log_in(" ASA@exempel.se", PASSWORD, CLIENT, morning()).await.unwrap();
    assert_eq!(person, asa);
    let session = ground.directory.session(token.as_str(), morning()).await.unwrap().unwrap();
    assert_eq!((session.person, session.created, session.client_label.as_str()), (asa, morning(), CLIENT));
}

async fn an_address_lets_its_owner_in_however_its_domain_is_written(ground: Ground) {
    let asa = ground.person("Åsa Öberg", "asa@räksmörgås.se").await;
    for typed in ["asa@xn--rksmrgs-5wao1o.se", "ASA@RÄKSMÖRGÅS.SE", "asa@ra\u{308}ksmo\u{308}rga\u{30a}s.se"]
    {
        let inside = ground.directory.log_in(typed, PASSWORD, CLIENT, morning()).await.unwrap();
        assert_eq!(inside.person, asa, "{typed}");
    }
    let other = Contact { name: "Bo".into(), email: Some("asa@xn--rksmrgs-5wao1o.se".into()), phone: None };
    let hash = ground.directory.hash_password(PASSWORD).await.unwrap();
    let twice = ground.directory.create_people_with_hash(&[(new_id(), other)], &hash).await;
    assert!(twice.is_err(), "the same address is one person");
}

async fn a_wrong_password_and_an_unknown_address_are_refused_alike(ground: Ground) {
    ground.asa().await;
    let wrong = ground.directory.log_in(ASA, OTHER_PASSWORD, CLIENT, morning()).await.unwrap_err();
    let unknown = ground.directory.log_in("bo@exempel.se", PASSWORD, CLIENT, morning()).await.unwrap_err();
    assert!(matches!((&wrong, &unknown), (LoginRefused::Wrong, LoginRefused::Wrong)));
    assert_eq!(wrong.to_string(), unknown.to_string());
    assert!(!ground.dump().await.contains(OTHER_PASSWORD));
}

async fn who_has_no_password_cannot_log_in(ground: Ground) {
    ground.guest("Åsa Öberg", ASA).await;
    for password in ["", PASSWORD] {
        let refused = ground.directory.log_in(ASA, password, CLIENT, morning()).await;
        assert!(matches!(refused, Err(LoginRefused::Wrong)));
    }
}

async fn every_attempt_compares_exactly_one_hash(ground: Ground) {
    ground.asa().await;
    ground.guest("Bo Ek", "bo@exempel.se").await;
    let attempts = [
        (ASA, PASSWORD),
        (ASA, OTHER_PASSWORD),
        ("bo@exempel.se", PASSWORD),
        ("ingen@exempel.se", PASSWORD),
        (ASA, &"x".repeat(5000)),
        ("", ""),
    ];
    for (number, (email, password)) in (1..).zip(attempts) {
        let _ = ground.directory.log_in(email, password, CLIENT, morning()).await;
        assert_eq!(ground.directory.passwords_compared(), number, "{email}");
    }
}

async fn an_endless_password_is_refused(ground: Ground) {
    ground.asa().await;
    let endless = PASSWORD.repeat(1_000_000);
    let refused = ground.directory.log_in(ASA, &endless, CLIENT, morning()).await;
    assert!(matches!(refused, Err(LoginRefused::Wrong)));
}

async fn a_poor_password_is_not_set(ground: Ground) {
    let asa = ground.asa().await;
    let session = some_session(&ground).await;
    for (poor, why) in [
        ("kort", PasswordRefused::TooShort),
        ("sommar202026", PasswordRefused::EasyToGuess),
        ("vi hälsar på öberg 77 ggr", PasswordRefused::ContainsName),
    ] {
        match ground.directory.change_password(by(asa), session, PASSWORD, poor, morning()).await {
            Err(ChangeRefused::Password(refused)) => assert_eq!(refused, why),
            other => panic!("{poor}: {other:?}"),
        }
    }
    ground.logged_in(morning()).await;
}

async fn a_changed_password_ends_the_other_sessions(ground: Ground) {
    let asa = ground.asa().await;
    let (mine, other) = (ground.logged_in(morning()).await, ground.logged_in(morning()).await);
    for token in [&mine, &other] {
        assert!(ground.directory.session(token.as_str(), morning()).await.unwrap().is_some());
    }
    let link = ground.reset(asa).await;
    let keep = ground.directory.session(mine.as_str(), morning()).await.unwrap().unwrap().id;
    ground.directory.change_password(by(asa), keep, PASSWORD, OTHER_PASSWORD, morning()).await.unwrap();
    assert!(ground.directory.session(mine.as_str(), morning()).await.unwrap().is_some());
    assert!(ground.directory.session(other.as_str(), morning()).await.unwrap().is_none());
    assert!(ground.directory.invitation(link.as_str(), morning()).await.is_err());
    let old = ground.directory.log_in(ASA, PASSWORD, CLIENT, morning()).await;
    assert!(matches!(old, Err(LoginRefused::Wrong)));
    ground.directory.log_in(ASA, OTHER_PASSWORD, CLIENT, morning()).await.unwrap();
}

async fn the_old_password_must_be_right(ground: Ground) {
    let asa = ground.asa().await;
    let session = some_session(&ground).await;
    let refused = ground
        .directory
        .change_password(by(asa), session, "gissning nummer ett", OTHER_PASSWORD, morning())
        .await;
    assert!(matches!(refused, Err(ChangeRefused::OldWrong)));
    let poor = ground.directory.change_password(by(asa), session, PASSWORD, "kort", morning()).await;
    assert!(matches!(poor, Err(ChangeRefused::Password(PasswordRefused::TooShort))));
    ground.logged_in(morning()).await;
}

async fn the_old_password_cannot_be_found_by_trying(ground: Ground) {
    let asa = ground.asa().await;
    let session = some_session(&ground).await;
    for _ in 0..light().pace_when_known.free {
        let refused =
            ground.directory.change_password(by(asa), session, "gissning", OTHER_PASSWORD, morning()).await;
        assert!(matches!(refused, Err(ChangeRefused::OldWrong)));
    }
    let refused =
        ground.directory.change_password(by(asa), session, PASSWORD, OTHER_PASSWORD, morning()).await;
    assert!(matches!(refused, Err(ChangeRefused::TooMany { wait_seconds: 5 })));
}

async fn what_is_no_hash_is_not_taken_for_one(ground: Ground) {
    let contact = Contact { name: "Roll".into(), email: Some("roll@exempel.se".into()), phone: None };
    let person = [(new_id(), contact)];
    for text in
        ["", "demo", "$argon2id$v=19$m=64,t=1,p=1", "$scrypt$ln=15,r=8,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo"]
    {
        assert!(ground.directory.create_people_with_hash(&person, text).await.is_err(), "{text}");
    }
}

async fn a_login_renews_a_hash_with_old_parameters(ground: Ground) {
    ground.asa().await;
    assert!(ground.dump().await.contains("m=64,t=1,p=1"));
    let settings = Settings { hashing: Hashing { memory_kib: 128, passes: 2, lanes: 1 }, ..light() };
    let newer = Directory::open(&ground.place, settings).await.unwrap();
    newer.log_in(ASA, PASSWORD, CLIENT, morning()).await.unwrap();
    assert!(ground.dump().await.contains("m=128,t=2,p=1"));
    newer.log_in(ASA, PASSWORD, CLIENT, morning()).await.unwrap();
}

async fn some_session(ground: &Ground) -> SessionId {
    let token = ground.logged_in(morning()).await;
    ground.directory.session(token.as_str(), morning()).await.unwrap().unwrap().id
}
