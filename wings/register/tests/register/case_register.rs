//! The case register: taken out as a table, secret in parts, and each shown what they made themselves.

use directory::SecurityAct;
use town::{SLUG, Town, faces};

#[tokio::test]
async fn a_subject_taken_out_is_never_a_formula() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    let list = format!("/f/{SLUG}/diarium");
    maja.post(&list, &[("subject", "=HYPERLINK(1)"), ("on", "2026-11-02")]).await.is(303);
    let csv = maja.get(&format!("{list}.csv")).await;
    csv.is(200).says("\u{feff}").says(";'=HYPERLINK(1);2026-11-02;");
    assert_eq!(csv.headers["content-type"], "text/csv; charset=utf-8");
}

#[tokio::test]
async fn who_opens_a_case_comes_to_it_whoever_opens_another_at_once() {
    let town = Town::new().await;
    let (mut one, mut other) = (town.person("maja").await, town.person("maja").await);
    let list = format!("/f/{SLUG}/diarium");
    for no in 0..6 {
        let (first, second) = (format!("Remiss {no}"), format!("Hyresavtal {no}"));
        let sent = |subject| [("command_id", "a"), ("subject", subject), ("on", "2026-11-02")];
        let (ours, theirs) = (sent(first.as_str()), sent(second.as_str()));
        let (a, b) = tokio::join!(one.post(&list, &ours), other.post(&list, &theirs));
        one.get(a.is(303).to()).await.is(200).says(&first).says_not(&second);
        other.get(b.is(303).to()).await.is(200).says(&second).says_not(&first);
        // What is sent once more leads to the same place.
        let again = one.post(&list, &ours).await;
        assert_eq!(again.is(303).to(), a.to());
    }
}

/// Words that nobody but the office may meet, on any page or in any file.
const SECRET: [&str; 2] = ["Läkarutlåtande", "Vårdcentralen"];

#[tokio::test]
async fn what_is_secret_in_the_register_is_met_on_no_face_of_it() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    let list = format!("/f/{SLUG}/diarium");
    maja.post(&list, &[("subject", "Ärendet"), ("on", "2026-11-02")]).await.is(303);
    let entry = [
        ("title", SECRET[0]),
        ("direction", "received"),
        ("dated", "2026-11-02"),
        ("counterpart", SECRET[1]),
        ("secrecy", "OSL 26 kap. 1 §"),
    ];
    maja.post(&format!("{list}/1/handlingar"), &entry).await.is(303);
    maja.get(&format!("{list}/1")).await.is(200).says(SECRET[0]);
    for name in ["birgitta", "tomas", "sven", "petra", "wilma"] {
        let mut reader = town.person(name).await;
        reader.get(&format!("{list}/1")).await.is(200).says("Sekretess: OSL 26 kap. 1 §");
        let asked = ["", "?q=L%C3%A4karutl%C3%A5tande", "?q=V%C3%A5rdcentralen"];
        let faces = ["", ".csv", ".xlsx", ".json", ".atom"];
        let lists = faces.iter().flat_map(|face| asked.map(|asked| format!("{face}{asked}")));
        for face in lists.chain(["/1".to_owned()]) {
            let answer = reader.get(&format!("{list}{face}")).await;
            answer.is(200);
            for word in SECRET {
                // What was asked is said back as it was asked, in the form or in an address.
                let met = answer.text.replace(&format!("value=\"{word}\""), "");
                assert!(!met.contains(word), "{name} meets {word} at {face}");
            }
            if face.contains("?q") {
                // The word is in no row, so there is none.
                answer.says_not("/diarium/1\"");
            }
        }
        let api = reader.get(&format!("/api/v1/f/{SLUG}/register")).await;
        for word in SECRET {
            api.is(200).says_not(word);
        }
    }
}

#[tokio::test]
async fn the_list_of_cases_is_the_same_on_all_its_faces() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    let list = format!("/f/{SLUG}/diarium");
    for subject in ["Öppna dörrar", "Årsredovisning", "Budget"] {
        maja.post(&list, &[("subject", subject), ("on", "2026-11-02")]).await.is(303);
    }
    maja.post(&format!("{list}/3/avslut"), &[("how", "Beslutat av styrelsen.")]).await.is(303);
    faces::same(&mut maja, (&list, &list, ""), 3, &["Öppna dörrar", "Årsredovisning", "Budget"]).await;
    faces::same(&mut maja, (&list, &list, "?q=%C3%A5rs&lage=oppna"), 1, &["Årsredovisning"]).await;
    let sorted = maja.get(&format!("{list}.csv?ordning=arende")).await;
    let places = ["Budget", "Årsredovisning", "Öppna dörrar"].map(|name| sorted.text.find(name));
    assert!(places.is_sorted() && places[0].is_some(), "{}", sorted.text);
    let json = maja.get(&format!("{list}.json?lage=avslutade")).await;
    json.says("\"arende\":\"Budget\"").says("\"oppnat\":\"2026-11-02\"").says("\"handlingar\":0");
    for odd in ["?ordning=hemligt&sida=x&lage=9&ar=&fallande", "?sida=99999999999999999999", "?q=%FF%00"] {
        for face in ["", ".csv", ".xlsx", ".json", ".atom"] {
            maja.get(&format!("{list}{face}{odd}")).await.is(200);
        }
    }
    maja.get(&format!("{list}?q=finnsinte")).await.says("Inget passar det du sökte.").says("0 av 3 ärenden");
}

#[tokio::test]
async fn who_may_not_read_the_register_gets_none_of_its_files_and_who_takes_one_out_is_noted() {
    let town = Town::new().await;
    let list = format!("/f/{SLUG}/diarium");
    for face in ["", ".csv", ".xlsx", ".json", ".atom"] {
        town.person("okand").await.get(&format!("{list}{face}")).await.is(403);
        let answer = town.visitor().get(&format!("{list}{face}")).await;
        assert!(answer.is(303).to().starts_with("/logga-in"), "{}", answer.to());
    }
    let mut maja = town.person("maja").await;
    maja.get(&list).await.is(200);
    maja.get(&format!("{list}.xlsx")).await.is(200);
    let log = town.directory.security_log(jiff::Timestamp::UNIX_EPOCH, None).await.unwrap();
    let taken: Vec<_> = log.iter().filter(|entry| entry.act == SecurityAct::TakenOut).collect();
    assert_eq!(taken.len(), 1, "{log:?}");
    assert_eq!(taken[0].detail, Some(format!("diarium-{SLUG}.xlsx")));
}
