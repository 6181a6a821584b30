//! Erasure of contact details: nothing personal is left.

use directory::{Contact, ContactRefused, Guest, InvitationRefused, LoginRefused, Place};
use sha2::{Digest as _, Sha256};

use crate::ground::{
    CLIENT, Ground, OPERATOR, OTHER_PASSWORD, PASSWORD, at, hex, light, morning, new_id, on_both_stores,
    operator,
};

on_both_stores!(
    nothing_personal_is_left_in_any_table,
    an_erased_person_is_still_an_id_with_a_day,
    erasing_again_changes_nothing,
    an_erased_person_cannot_come_back_in,
    the_address_is_free_for_somebody_else,
    erasing_somebody_leaves_the_others,
    a_login_at_the_moment_of_erasure_leaves_no_session,
);

const EMAIL: &str = "sixten.zackrisson@exempel.se";
const TRACES: [&str; 6] = ["Sixten", "Zackrisson", "zackrisson@", "073-555", "203.0.113.77", "argon2"];

async fn sixten(ground: &Ground) -> directory::PersonId {
    let id = ground.person("Sixten Zackrisson", EMAIL).await;
    let phone = Some("073-555 55 55".to_owned());
    let contact = Contact { name: "Sixten Zackrisson".into(), email: Some(EMAIL.into()), phone };
    ground.changes(EMAIL, PASSWORD, &contact, morning()).await.unwrap();
    let wrong = ground.directory.log_in(EMAIL, OTHER_PASSWORD, "203.0.113.77", morning()).await;
    assert!(matches!(wrong, Err(LoginRefused::Wrong)));
    ground.directory.log_in(EMAIL, PASSWORD, "203.0.113.77", morning()).await.unwrap();
    let wrong = ground.directory.log_in(EMAIL, OTHER_PASSWORD, "203.0.113.77", morning()).await;
    assert!(matches!(wrong, Err(LoginRefused::Wrong)));
    ground.reset(id).await;
    id
}

async fn nothing_personal_is_left_in_any_table(ground: Ground) {
    let id = sixten(&ground).await;
    let counted = hex(&Sha256::digest(format!("email\0{EMAIL}")));
    let before = ground.dump().await;
    for trace in TRACES.into_iter().chain([counted.as_str()]) {
        assert!(before.contains(trace), "the search finds {trace} when it is there:\n{before}");
    }
    ground.directory.erase_contact_details(id, &OPERATOR, at(60)).await.unwrap();
    let after = ground.dump().await;
    for trace in TRACES.into_iter().chain([counted.as_str()]) {
        assert!(!after.contains(trace), "{trace} is left:\n{after}");
    }
    if let Place::Folder(folder) = &ground.place {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        for file in entries.filter(|path| path.is_file()) {
            let bytes = std::fs::read(&file).unwrap();
            for trace in TRACES {
                let found = bytes.windows(trace.len()).any(|window| window == trace.as_bytes());
                assert!(!found, "{trace} is left in the bytes of {}", file.display());
            }
        }
    }
}

async fn an_erased_person_is_still_an_id_with_a_day(ground: Ground) {
    let id = sixten(&ground).await;
    ground.directory.erase_contact_details(id, &OPERATOR, at(60)).await.unwrap();
    let person = ground.directory.person(id).await.unwrap().unwrap();
    assert_eq!((person.name.as_str(), person.email, person.phone), ("", None, None));
    assert_eq!(person.erased_on, Some(at(60)));
    assert!(!person.can_log_in);
}

async fn erasing_again_changes_nothing(ground: Ground) {
    let id = sixten(&ground).await;
    ground.directory.erase_contact_details(id, &OPERATOR, at(60)).await.unwrap();
    ground.directory.erase_contact_details(id, &OPERATOR, at(120)).await.unwrap();
    assert_eq!(ground.directory.person(id).await.unwrap().unwrap().erased_on, Some(at(60)));
    let unknown = ground.directory.erase_contact_details(new_id(), &OPERATOR, at(60)).await;
    assert!(matches!(unknown, Err(ContactRefused::Unknown)));
}

async fn an_erased_person_cannot_come_back_in(ground: Ground) {
    let id = sixten(&ground).await;
    let token = ground.directory.log_in(EMAIL, PASSWORD, CLIENT, morning()).await.unwrap().token;
    assert!(ground.directory.session(token.as_str(), morning()).await.unwrap().is_some());
    let link = ground.reset(id).await;
    ground.directory.erase_contact_details(id, &OPERATOR, at(60)).await.unwrap();
    assert!(ground.directory.session(token.as_str(), at(60)).await.unwrap().is_none());
    let accepted = ground.directory.accept_invitation(link.as_str(), OTHER_PASSWORD, CLIENT, at(61)).await;
    assert!(matches!(accepted, Err(InvitationRefused::UnknownLink)));
    let invited = ground.directory.reset_link(id, &OPERATOR, at(61)).await;
    assert!(matches!(invited, Err(InvitationRefused::UnknownPerson)));
    let guest = Guest { id, name: "Sixten Zackrisson", email: EMAIL };
    let invited = ground.directory.invite(&guest, operator(), "", at(61)).await;
    assert!(matches!(invited, Err(InvitationRefused::UnknownPerson)));
}

async fn the_address_is_free_for_somebody_else(ground: Ground) {
    let id = sixten(&ground).await;
    ground.directory.erase_contact_details(id, &OPERATOR, at(60)).await.unwrap();
    ground.guest("Sixten Zackrisson den yngre", EMAIL).await;
}

async fn erasing_somebody_leaves_the_others(ground: Ground) {
    let (id, asa) = (sixten(&ground).await, ground.asa().await);
    let token = ground.logged_in(morning()).await;
    ground.directory.erase_contact_details(id, &OPERATOR, at(60)).await.unwrap();
    assert_eq!(ground.directory.session(token.as_str(), at(60)).await.unwrap().unwrap().person, asa);
    assert_eq!(ground.directory.person(asa).await.unwrap().unwrap().name, "Åsa Öberg");
}

async fn a_login_at_the_moment_of_erasure_leaves_no_session(ground: Ground) {
    for round in 0..10 {
        let email = format!("person{round}@exempel.se");
        let id = ground.person("Sixten Zackrisson", &email).await;
        let logins: Vec<_> = (0..6)
            .map(|number| {
                let (directory, email) = (ground.directory.clone(), email.clone());
                let client = format!("198.51.100.{number}");
                tokio::spawn(async move {
                    directory.log_in(&email, PASSWORD, client.as_str(), morning()).await.map(drop)
                })
            })
            .collect();
        tokio::task::yield_now().await;
        ground.directory.erase_contact_details(id, &OPERATOR, morning()).await.unwrap();
        for login in logins {
            let answer = login.await.unwrap();
            assert!(matches!(answer, Ok(()) | Err(LoginRefused::Wrong)), "{answer:?}");
        }
        assert!(ground.directory.list_sessions(id, morning()).await.unwrap().is_empty());
    }
    assert!(light().pace_per_pair.free > 6, "no login above was refused for being one too many");
}
