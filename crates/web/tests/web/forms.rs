//! A form whose session ended in the middle is not lost.

use crate::town::{PASSWORD, Town};

#[tokio::test]
async fn what_was_typed_survives_a_session_that_ended_and_is_sent_after_the_login() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    town.wait(3 * 60 * 60);
    let typed = [("name", "Maja \"Ek\""), ("email", "ny@exempel.se"), ("phone", ""), ("name", "två")];
    let asked = maja.post("/konto/kontakt", &typed).await;
    asked.is(401).says("Du har blivit utloggad").says("Maja &quot;Ek&quot;");
    assert_eq!((asked.hidden("kept.email"), asked.hidden("till")), ("ny@exempel.se", "/konto/kontakt"));

    let wrong = [
        ("till", "/konto/kontakt"),
        ("kept.name", "Maja Ek"),
        ("email", "maja@exempel.se"),
        ("password", "fel"),
    ];
    assert_eq!(maja.post("/logga-in", &wrong).await.is(422).hidden("kept.name"), "Maja Ek");

    let fields = [
        ("till", "/konto/kontakt"),
        ("kept.name", "Maja Ek"),
        ("kept.email", "ny@exempel.se"),
        ("email", "maja@exempel.se"),
        ("password", PASSWORD),
    ];
    let back = maja.post("/logga-in", &fields).await;
    back.is(200).says("Du är inloggad igen").says("action=\"/konto/kontakt\"");
    assert_eq!((back.hidden("name"), back.hidden("email")), ("Maja Ek", "ny@exempel.se"));
    maja.post("/konto/kontakt", &[("name", "Maja Ek"), ("email", "ny@exempel.se")]).await.is(303);
    maja.get("/konto").await.says("ny@exempel.se");
}

#[tokio::test]
async fn a_form_that_waits_is_never_sent_to_another_site() {
    let town = Town::new().await;
    let fields =
        [("till", "//elak.se/"), ("kept.a", "b"), ("email", "maja@exempel.se"), ("password", PASSWORD)];
    town.visitor().post("/logga-in", &fields).await.is(200).says("action=\"/oversikt\"");
}

#[tokio::test]
async fn a_page_that_answers_a_form_leads_back_to_where_the_form_was() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await.with("referer", "http://exempel.se/konto?a=1");
    let answer = maja.post("/konto/kontakt", &[("name", "")]).await;
    answer.is(422).says("<input type=\"hidden\" name=\"till\" value=\"/konto?a=1\">");
}
