//! Invitations by link.

use directory::{Contact, InvitationRefused, PasswordRefused};

use crate::ground::{
    ASA, CLIENT, Ground, OTHER_PASSWORD, PASSWORD, at, light, morning, new_id, on_both_stores,
};

on_both_stores!(
    a_link_shows_whom_it_invites_and_lets_them_in_once,
    a_link_expires,
    a_new_link_voids_the_one_before,
    a_poor_password_leaves_the_link_working,
    of_many_who_accept_at_once_one_wins,
    accepting_ends_the_sessions_from_before,
    a_link_sent_to_an_old_address_stops_working,
    nobody_is_invited_who_is_not_there,
);

async fn invited(ground: &Ground) -> directory::PersonId {
    let id = new_id();
    ground.directory.create_person(id, "Åsa Öberg", ASA).await.unwrap();
    id
}

async fn a_link_shows_whom_it_invites_and_lets_them_in_once(ground: Ground) {
    let (asa, chair) = (invited(&ground).await, new_id());
    let link = ground.directory.invite(asa, chair, morning()).await.unwrap();
    let invitation = ground.directory.invitation(link.as_str(), morning()).await.unwrap();
    assert_eq!((invitation.person, invitation.name.as_str()), (asa, "Åsa Öberg"));
    assert_eq!((invitation.invited_by, invitation.email.as_deref()), (Some(chair), Some(ASA)));
    let accepted = ground.directory.accept_invitation(link.as_str(), PASSWORD, CLIENT, at(5)).await;
    let (token, person) = accepted.unwrap();
    assert_eq!(person, asa);
    assert!(ground.directory.session(token.as_str(), at(6)).await.unwrap().is_some());
    let again = ground.directory.accept_invitation(link.as_str(), OTHER_PASSWORD, CLIENT, at(7)).await;
    assert!(matches!(again, Err(InvitationRefused::Used)));
    ground.directory.log_in(ASA, PASSWORD, CLIENT, at(8)).await.unwrap();
}

async fn a_link_expires(ground: Ground) {
    let asa = invited(&ground).await;
    let link = ground.directory.invite(asa, None, morning()).await.unwrap();
    let lasts = light().invitation_lasts.as_secs();
    let invitation = ground.directory.invitation(link.as_str(), at(lasts - 1)).await.unwrap();
    assert_eq!(invitation.expires, at(lasts));
    let late = ground.directory.accept_invitation(link.as_str(), PASSWORD, CLIENT, at(lasts)).await;
    assert!(matches!(late, Err(InvitationRefused::Expired)));
    assert!(!ground.directory.person(asa).await.unwrap().unwrap().can_log_in);
}

async fn a_new_link_voids_the_one_before(ground: Ground) {
    let asa = invited(&ground).await;
    let first = ground.directory.invite(asa, None, morning()).await.unwrap();
    let second = ground.directory.invite(asa, None, morning()).await.unwrap();
    let refused = ground.directory.invitation(first.as_str(), morning()).await;
    assert!(matches!(refused, Err(InvitationRefused::UnknownLink)));
    assert!(ground.directory.invitation(second.as_str(), morning()).await.is_ok());
}

async fn a_poor_password_leaves_the_link_working(ground: Ground) {
    let asa = invited(&ground).await;
    let link = ground.directory.invite(asa, None, morning()).await.unwrap();
    let poor =
        ground.directory.accept_invitation(link.as_str(), "kort", CLIENT, morning()).await.unwrap_err();
    assert!(matches!(poor, InvitationRefused::Password(PasswordRefused::TooShort)));
    assert_eq!(poor.to_string(), "Välj ett lösenord med minst 12 tecken.");
    ground.directory.accept_invitation(link.as_str(), PASSWORD, CLIENT, morning()).await.unwrap();
}

async fn of_many_who_accept_at_once_one_wins(ground: Ground) {
    let asa = invited(&ground).await;
    let link = ground.directory.invite(asa, None, morning()).await.unwrap();
    let other_node = ground.other_node().await;
    let attempts: Vec<_> = (0..10)
        .map(|number| {
            let node = if number % 2 == 0 { ground.directory.clone() } else { other_node.clone() };
            let (link, password) = (link.clone(), format!("{PASSWORD} {number}"));
            tokio::spawn(async move {
                let accepted = node.accept_invitation(link.as_str(), &password, CLIENT, at(1)).await;
                (accepted, password)
            })
        })
        .collect();
    let mut won = Vec::new();
    for attempt in attempts {
        match attempt.await.unwrap() {
            (Ok((token, _)), password) => won.push((token, password)),
            (Err(InvitationRefused::Used), _) => {}
            (Err(other), _) => panic!("{other:?}"),
        }
    }
    assert_eq!(won.len(), 1);
    let (token, password) = won.remove(0);
    assert!(ground.directory.session(token.as_str(), at(2)).await.unwrap().is_some());
    assert_eq!(ground.directory.list_sessions(asa, at(2)).await.unwrap().len(), 1);
    ground.directory.log_in(ASA, &password, CLIENT, at(3)).await.unwrap();
}

async fn accepting_ends_the_sessions_from_before(ground: Ground) {
    let asa = ground.asa().await;
    let before = ground.logged_in(morning()).await;
    assert!(ground.directory.session(before.as_str(), morning()).await.unwrap().is_some());
    let link = ground.directory.invite(asa, None, morning()).await.unwrap();
    ground.directory.accept_invitation(link.as_str(), OTHER_PASSWORD, CLIENT, morning()).await.unwrap();
    assert!(ground.directory.session(before.as_str(), morning()).await.unwrap().is_none());
}

async fn a_link_sent_to_an_old_address_stops_working(ground: Ground) {
    let asa = invited(&ground).await;
    let link = ground.directory.invite(asa, None, morning()).await.unwrap();
    let mut contact =
        Contact { name: "Åsa Öberg".into(), email: Some("ASA@exempel.se".into()), phone: None };
    ground.directory.update_contact(asa, &contact).await.unwrap();
    assert!(ground.directory.invitation(link.as_str(), morning()).await.is_ok(), "the same address");
    contact.email = Some("asa.ny@exempel.se".into());
    ground.directory.update_contact(asa, &contact).await.unwrap();
    let refused = ground.directory.invitation(link.as_str(), morning()).await;
    assert!(matches!(refused, Err(InvitationRefused::UnknownLink)));
}

async fn nobody_is_invited_who_is_not_there(ground: Ground) {
    let refused = ground.directory.invite(new_id(), None, morning()).await;
    assert!(matches!(refused, Err(InvitationRefused::UnknownPerson)));
}
