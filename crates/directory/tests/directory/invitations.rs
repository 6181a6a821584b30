//! Invitations by link.

use directory::{
    By, Guest, InvitationRefused, InvitationToken, LoggedIn, PasswordRefused, PersonId, Purpose, SecurityAct,
    Who,
};

use crate::ground::{
    ASA, CLIENT, Ground, OTHER_PASSWORD, PASSWORD, at, light, morning, new_id, on_both_stores, operator,
};

on_both_stores!(
    a_link_shows_whom_it_invites_and_lets_them_in_once,
    a_link_expires,
    a_new_link_voids_the_one_before,
    a_poor_password_leaves_the_link_working,
    of_many_who_accept_at_once_one_wins,
    accepting_ends_the_sessions_from_before,
    an_account_is_never_opened_by_an_invitation,
    a_reset_is_the_operators_and_its_owner_is_told,
);

async fn invited(ground: &Ground) -> (PersonId, InvitationToken) {
    ground.guest("Åsa Öberg", ASA).await
}

async fn invited_again(
    ground: &Ground,
    asa: PersonId,
    by: By<'_>,
) -> Result<InvitationToken, InvitationRefused> {
    let guest = Guest { id: asa, name: "Åsa Öberg", email: ASA };
    ground.directory.invite(&guest, by, "finnveden", morning()).await
}

async fn a_link_shows_whom_it_invites_and_lets_them_in_once(ground: Ground) {
    let ((asa, _), chair) = (invited(&ground).await, new_id());
    let link = invited_again(&ground, asa, By::Person(chair, CLIENT.into())).await.unwrap();
    let invitation = ground.directory.invitation(link.as_str(), morning()).await.unwrap();
    assert_eq!((invitation.person, invitation.name.as_str()), (asa, "Åsa Öberg"));
    assert_eq!((invitation.invited_by, invitation.email.as_deref()), (Some(chair), Some(ASA)));
    let accepted = ground.directory.accept_invitation(link.as_str(), PASSWORD, CLIENT, at(5)).await;
    let LoggedIn { token, person, .. } = accepted.unwrap();
    assert_eq!(person, asa);
    assert!(ground.directory.session(token.as_str(), at(6)).await.unwrap().is_some());
    let again = ground.directory.accept_invitation(link.as_str(), OTHER_PASSWORD, CLIENT, at(7)).await;
    assert!(matches!(again, Err(InvitationRefused::Used)));
    ground.directory.log_in(ASA, PASSWORD, CLIENT, at(8)).await.unwrap();
}

async fn a_link_expires(ground: Ground) {
    let (asa, link) = invited(&ground).await;
    let lasts = light().invitation_lasts.as_secs();
    let invitation = ground.directory.invitation(link.as_str(), at(lasts - 1)).await.unwrap();
    assert_eq!(invitation.expires, at(lasts));
    let late = ground.directory.accept_invitation(link.as_str(), PASSWORD, CLIENT, at(lasts)).await;
    assert!(matches!(late, Err(InvitationRefused::Expired)));
    assert!(!ground.directory.person(asa).await.unwrap().unwrap().can_log_in);
}

async fn a_new_link_voids_the_one_before(ground: Ground) {
    let (asa, first) = invited(&ground).await;
    let second = invited_again(&ground, asa, operator()).await.unwrap();
    let refused = ground.directory.invitation(first.as_str(), morning()).await;
    assert!(matches!(refused, Err(InvitationRefused::UnknownLink)));
    assert!(ground.directory.invitation(second.as_str(), morning()).await.is_ok());
}

async fn a_poor_password_leaves_the_link_working(ground: Ground) {
    let (_, link) = invited(&ground).await;
    let poor =
        ground.directory.accept_invitation(link.as_str(), "kort", CLIENT, morning()).await.unwrap_err();
    assert!(matches!(poor, InvitationRefused::Password(PasswordRefused::TooShort)));
    assert_eq!(poor.to_string(), "Välj ett lösenord med minst 12 tecken.");
    ground.directory.accept_invitation(link.as_str(), PASSWORD, CLIENT, morning()).await.unwrap();
}

async fn of_many_who_accept_at_once_one_wins(ground: Ground) {
    let (asa, link) = invited(&ground).await;
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
            (Ok(opened), password) => won.push((opened.token, password)),
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
    let link = ground.reset(asa).await;
    ground.directory.accept_invitation(link.as_str(), OTHER_PASSWORD, CLIENT, morning()).await.unwrap();
    assert!(ground.directory.session(before.as_str(), morning()).await.unwrap().is_none());
}

async fn an_account_is_never_opened_by_an_invitation(ground: Ground) {
    let asa = ground.asa().await;
    let before = ground.logged_in(morning()).await;
    for by in [operator(), By::Person(new_id(), CLIENT.into())] {
        for (id, refusal) in [(asa, "har redan ett konto"), (new_id(), "används redan")] {
            let guest = Guest { id, name: "Någon Annan", email: ASA };
            let refused = ground.directory.invite(&guest, by, "finnveden", morning()).await.unwrap_err();
            assert!(refused.to_string().contains(refusal), "{refused}");
        }
    }
    assert_eq!(ground.directory.person(asa).await.unwrap().unwrap().name, "Åsa Öberg", "nobody is renamed");
    assert!(ground.directory.session(before.as_str(), morning()).await.unwrap().is_some(), "nor logged out");
    ground.logged_in(morning()).await;
}

async fn a_reset_is_the_operators_and_its_owner_is_told(ground: Ground) {
    let asa = ground.asa().await;
    let link = ground.reset(asa).await;
    let invitation = ground.directory.invitation(link.as_str(), morning()).await.unwrap();
    assert_eq!((invitation.person, invitation.purpose), (asa, Purpose::Reset));
    let token = ground.logged_in(at(60)).await;
    let session = ground.directory.session(token.as_str(), at(60)).await.unwrap().unwrap();
    assert!(session.has_news, "the owner is told at the next login, whoever uses the link");
    let news = ground.directory.news(asa).await.unwrap();
    assert_eq!((news[0].act, &news[0].who), (SecurityAct::ResetLinkMade, &Who::Operator("drift".into())));
    ground.directory.accept_invitation(link.as_str(), OTHER_PASSWORD, CLIENT, at(120)).await.unwrap();
    ground.directory.log_in(ASA, OTHER_PASSWORD, CLIENT, at(180)).await.unwrap();
    ground.directory.news_read(asa, news[0].at).await.unwrap();
    assert!(ground.directory.news(asa).await.unwrap().is_empty());
}

/// The kind of fault: a way to set the password of an account that is neither its owner's nor the operator's.
#[test]
fn passwords_are_written_in_these_places_only() {
    let sources = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(sources).unwrap().map(|entry| entry.unwrap().path()) {
        let Ok(text) = std::fs::read_to_string(&entry) else { continue };
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = entry.file_name().unwrap().to_string_lossy().into_owned();
        for written in flat.split("UPDATE directory_person SET").skip(1) {
            let set = written.split("WHERE").next().unwrap();
            if set.split(',').any(|part| part.trim_start_matches([' ', '\\']).starts_with("password =")) {
                found.push((name.clone(), written.split('"').next().unwrap().replace("\\ ", "")));
            }
        }
    }
    found.sort();
    let held = [
        ("changing.rs", "AND password = $3"),
        ("closing.rs", "password = NULL"),
        ("invitation.rs", "AND (password IS NULL OR EXISTS"),
        ("login.rs", "AND password = $2"),
    ];
    assert_eq!(found.len(), held.len(), "{found:#?}");
    for ((name, sql), (file, guard)) in found.iter().zip(held) {
        assert!(name == file && sql.contains(guard), "{name}: {sql}");
    }
}
