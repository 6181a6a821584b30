//! An address that somebody says is theirs: what it gives, and what it never gives.

use directory::{ChangeRefused, Contact, ContactRefused, Holder, LoginRefused, SecurityAct};

use crate::ground::{ASA, CLIENT, Ground, OPERATOR, OTHER_PASSWORD, PASSWORD, at, morning, on_both_stores};

on_both_stores!(
    ones_own_address_is_changed_only_with_the_password,
    another_address_is_claimed_and_not_ones_own_yet,
    who_squats_an_address_gets_no_invitation_and_stands_in_nobodys_way,
    a_code_told_by_its_owner_leads_to_the_account,
    nobody_logs_in_with_an_address_that_two_claim,
    a_confirmed_address_is_the_one_to_log_in_with,
    what_nothing_requires_is_erased_by_its_owner,
);

const CHAIR: &str = "ordforande@exempel.se";

fn moving_to(email: &str) -> Contact {
    Contact { name: "Åsa Öberg".into(), email: Some(email.into()), phone: Some("070-123 45 67".into()) }
}

async fn ones_own_address_is_changed_only_with_the_password(ground: Ground) {
    let asa = ground.asa().await;
    let before = ground.directory.person(asa).await.unwrap();
    let refused = ground.changes(ASA, OTHER_PASSWORD, &moving_to(CHAIR), morning()).await;
    assert!(matches!(refused, Err(ContactRefused::NotOwner(ChangeRefused::OldWrong))));
    assert_eq!(
        ground.directory.person(asa).await.unwrap(),
        before,
        "nothing is changed, not the telephone either"
    );
    ground.changes(ASA, PASSWORD, &moving_to(CHAIR), morning()).await.unwrap();
    assert_eq!(ground.directory.person(asa).await.unwrap().unwrap().phone.as_deref(), Some("070-123 45 67"));
}

async fn another_address_is_claimed_and_not_ones_own_yet(ground: Ground) {
    let asa = ground.asa().await;
    ground.changes(ASA, PASSWORD, &moving_to("ny@exempel.se"), morning()).await.unwrap();
    let person = ground.directory.person(asa).await.unwrap().unwrap();
    assert_eq!(person.email.as_deref(), Some(ASA));
    assert_eq!(person.claim.unwrap().email, "ny@exempel.se");
    assert_eq!(ground.directory.holder("NY@exempel.se").await.unwrap(), Holder::Claimed);
    for email in [ASA, "ny@exempel.se"] {
        assert_eq!(ground.directory.log_in(email, PASSWORD, CLIENT, at(1)).await.unwrap().person, asa);
    }
    ground.changes(ASA, PASSWORD, &moving_to("ASA@exempel.se"), at(2)).await.unwrap();
    let back = ground.directory.person(asa).await.unwrap().unwrap();
    assert_eq!((back.claim, back.email.as_deref()), (None, Some("ASA@exempel.se")), "the same, spelt anew");
}

async fn who_squats_an_address_gets_no_invitation_and_stands_in_nobodys_way(ground: Ground) {
    let squatter = ground.asa().await;
    ground.changes(ASA, PASSWORD, &moving_to(CHAIR), morning()).await.unwrap();
    let (chair, link) = ground.guest("Eva Ek", CHAIR).await;
    assert_ne!(chair, squatter);
    ground.directory.accept_invitation(link.as_str(), OTHER_PASSWORD, CLIENT, at(60)).await.unwrap();
    assert_eq!(ground.directory.log_in(CHAIR, OTHER_PASSWORD, CLIENT, at(61)).await.unwrap().person, chair);
    let refused = ground.directory.log_in(CHAIR, PASSWORD, CLIENT, at(62)).await;
    assert!(matches!(refused, Err(LoginRefused::Wrong)), "the squatter is not let in with it any more");
    assert_eq!(ground.directory.person(squatter).await.unwrap().unwrap().claim, None);
    let told = ground.directory.news(squatter).await.unwrap();
    assert_eq!(told.iter().map(|entry| entry.act).collect::<Vec<_>>(), [SecurityAct::ClaimDropped]);
}

async fn a_code_told_by_its_owner_leads_to_the_account(ground: Ground) {
    let asa = ground.asa().await;
    let inviter = ground.person("Maja Ek", "maja@exempel.se").await;
    ground.changes(ASA, PASSWORD, &moving_to("ny@exempel.se"), morning()).await.unwrap();
    let code = ground.directory.person(asa).await.unwrap().unwrap().claim.unwrap().code;
    let told = code.to_lowercase().replace('-', " ");
    let found = ground.directory.claimant("ny@exempel.se", &told, inviter, at(1)).await.unwrap();
    assert_eq!(found.unwrap().map(|person| person.id), Some(asa));
    assert_eq!(
        ground.directory.person(asa).await.unwrap().unwrap().email.as_deref(),
        Some(ASA),
        "it proves nothing"
    );
    let mut tries = 0;
    while let Ok(found) =
        ground.directory.claimant("ny@exempel.se", "AAAA-AAAA", inviter, at(2)).await.unwrap()
    {
        assert_eq!(found, None);
        tries += 1;
    }
    assert_eq!(tries, 10, "a code cannot be found by trying");
}

async fn nobody_logs_in_with_an_address_that_two_claim(ground: Ground) {
    ground.asa().await;
    ground.person("Bo Ek", "bo@exempel.se").await;
    for own in [ASA, "bo@exempel.se"] {
        ground.changes(own, PASSWORD, &moving_to("ny@exempel.se"), morning()).await.unwrap();
    }
    let refused = ground.directory.log_in("ny@exempel.se", PASSWORD, CLIENT, at(1)).await;
    assert!(matches!(refused, Err(LoginRefused::Wrong)));
    ground.logged_in(at(2)).await;
}

async fn a_confirmed_address_is_the_one_to_log_in_with(ground: Ground) {
    let asa = ground.asa().await;
    let nothing = ground.directory.confirm_address(asa, &OPERATOR, morning()).await;
    assert!(matches!(nothing, Err(ContactRefused::NothingClaimed)));
    ground.changes(ASA, PASSWORD, &moving_to("ny@exempel.se"), morning()).await.unwrap();
    ground.directory.confirm_address(asa, &OPERATOR, at(1)).await.unwrap();
    assert_eq!(ground.directory.log_in("ny@exempel.se", PASSWORD, CLIENT, at(2)).await.unwrap().person, asa);
    assert!(ground.directory.log_in(ASA, PASSWORD, CLIENT, at(3)).await.is_err());
    let taken = ground.person("Bo Ek", "bo@exempel.se").await;
    ground.changes("bo@exempel.se", PASSWORD, &moving_to("ny@exempel.se"), at(4)).await.unwrap();
    let refused = ground.directory.confirm_address(taken, &OPERATOR, at(5)).await;
    assert!(matches!(refused, Err(ContactRefused::EmailTaken)));
}

async fn what_nothing_requires_is_erased_by_its_owner(ground: Ground) {
    let asa = ground.asa().await;
    ground.changes(ASA, PASSWORD, &moving_to("ny@exempel.se"), morning()).await.unwrap();
    let opened = ground.directory.log_in(ASA, PASSWORD, CLIENT, at(1)).await.unwrap();
    let session = ground.directory.session(opened.token.as_str(), at(1)).await.unwrap().unwrap().id;
    let erase = async |password| {
        ground.directory.erase_optional(crate::ground::by(asa), session, password, at(2)).await
    };
    assert!(matches!(erase(OTHER_PASSWORD).await, Err(ChangeRefused::OldWrong)));
    erase(PASSWORD).await.unwrap();
    let dump = ground.dump().await;
    assert!(!dump.contains("070-123") && !dump.contains("ny@exempel.se"), "{dump}");
    ground.logged_in(at(3)).await;
}
