//! The case register taken out as a table.

use town::{SLUG, Town};

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
        for face in ["", "/1", ".csv", "?q=L%C3%A4karutl%C3%A5tande", "?q=V%C3%A5rdcentralen"] {
            let answer = reader.get(&format!("{list}{face}")).await;
            answer.is(200);
            for word in SECRET {
                let met = answer.text.replace(&format!("value=\"{word}\""), "");
                assert!(!met.contains(word), "{name} meets {word} at {face}");
            }
            if face.starts_with("?q") {
                answer.says_not("/diarium/1\"");
            }
        }
        let api = reader.get(&format!("/api/v1/f/{SLUG}/register")).await;
        for word in SECRET {
            api.is(200).says_not(word);
        }
    }
}
