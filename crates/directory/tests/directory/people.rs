//! Adding, finding and changing people.

use directory::{Contact, ContactRefused, Guest, InvitationRefused, Language};

use crate::ground::{ASA, CLIENT, Ground, morning, new_id, on_both_stores, operator};

on_both_stores!(
    a_person_is_found_by_id_and_by_address_in_any_capitals,
    an_address_belongs_to_one_person_whatever_the_capitals,
    many_people_are_fetched_together,
    the_language_is_kept,
    who_is_unknown_is_said_to_be,
    many_people_are_added_together_or_not_at_all,
);

async fn a_person_is_found_by_id_and_by_address_in_any_capitals(ground: Ground) {
    let (id, _) = ground.guest(" Åsa  Öberg ", "Åsa.Öberg@Exempel.SE").await;
    let person = ground.directory.person(id).await.unwrap().unwrap();
    assert_eq!(person.name, "Åsa Öberg");
    assert_eq!(person.email.as_deref(), Some("Åsa.Öberg@Exempel.SE"), "kept as written");
    assert_eq!(person.language, Language::Sv);
    assert!(!person.can_log_in && person.erased_on.is_none());
    let found = ground.directory.person_by_email(" åsa.öberg@EXEMPEL.se").await.unwrap();
    assert_eq!(found, Some(person));
    assert_eq!(ground.directory.person_by_email("asa.oberg@exempel.se").await.unwrap(), None);
}

async fn an_address_belongs_to_one_person_whatever_the_capitals(ground: Ground) {
    ground.guest("Åsa Öberg", ASA).await;
    let second = Guest { id: new_id(), name: "Asa Ek", email: "ASA@Exempel.se" };
    let refused = ground.directory.invite(&second, operator(), "", morning()).await;
    assert!(matches!(refused, Err(InvitationRefused::Contact(ContactRefused::EmailTaken))));
    assert_eq!(ground.directory.person(second.id).await.unwrap(), None, "who is not invited is not added");
}

async fn many_people_are_fetched_together(ground: Ground) {
    let mut ids = Vec::new();
    for number in 0..19 {
        let email = format!("person{number}@exempel.se");
        let (id, _) = ground.guest(&format!("Person {number}"), &email).await;
        ids.push(id);
    }
    let asked: Vec<_> = ids.iter().copied().chain([new_id()]).collect();
    let found = ground.directory.people(&asked).await.unwrap();
    assert_eq!(found.keys().copied().collect::<Vec<_>>(), ids);
    assert_eq!(found[&ids[7]].name, "Person 7");
    assert!(ground.directory.people(&[]).await.unwrap().is_empty());
}

async fn the_language_is_kept(ground: Ground) {
    let id = ground.asa().await;
    ground.directory.set_language(id, Language::En).await.unwrap();
    assert_eq!(ground.directory.person(id).await.unwrap().unwrap().language, Language::En);
}

async fn who_is_unknown_is_said_to_be(ground: Ground) {
    let nobody = new_id();
    assert!(matches!(
        ground.directory.set_language(nobody, Language::En).await,
        Err(ContactRefused::Unknown)
    ));
    assert_eq!(ground.directory.person(nobody).await.unwrap(), None);
}

async fn many_people_are_added_together_or_not_at_all(ground: Ground) {
    let hash = ground.directory.hash_password("demo").await.unwrap();
    let contact = |number: usize| Contact {
        name: format!("Roll {number}"),
        email: Some(format!("roll{number}@exempel.se")),
        phone: None,
    };
    let mut people: Vec<_> = (0..5).map(|number| (new_id(), contact(number))).collect();
    for _ in 0..2 {
        ground.directory.create_people_with_hash(&people, &hash).await.unwrap();
    }
    let person = ground.directory.log_in("roll3@exempel.se", "demo", CLIENT, morning()).await.unwrap().person;
    assert_eq!(person, people[3].0);
    people = vec![(new_id(), contact(5)), (new_id(), contact(3))];
    let taken = ground.directory.create_people_with_hash(&people, &hash).await;
    assert!(matches!(taken, Err(ContactRefused::EmailTaken)));
    assert_eq!(ground.directory.person(people[0].0).await.unwrap(), None);
}
