//! The meeting as it stands at each step, for the tests to begin from.

use serde_json::json;
use town::{Answer, Browser, Town, person};

pub(crate) const LIST: &str = "/f/sjobygden/sammantraden";
pub(crate) const ONE: &str = "/f/sjobygden/sammantraden/1";
pub(crate) const DAY: i64 = 24 * 60 * 60;

pub(crate) const PLAN: [(&str, &str); 5] = [
    ("body", "1"),
    ("on", "2026-11-16"),
    ("from", "09:00"),
    ("until", "12:00"),
    ("place", "Stadshuset, Almen"),
];

pub(crate) fn at(path: &str) -> String {
    format!("{ONE}/{path}")
}

pub(crate) fn id(name: &str) -> String {
    person(name).to_string()
}

/// Sends a form that must be carried out, and opens the page it leads to.
pub(crate) async fn done(browser: &mut Browser<'_>, path: &str, fields: &[(&str, &str)]) -> Answer {
    // The pages give every form an id of its own; here it is where the form is sent, when.
    let id = format!("{path} {}", browser.cookies.len() + fields.len());
    let mut all = fields.to_vec();
    if fields.iter().all(|(name, _)| *name != "command_id") {
        all.push(("command_id", &id));
    }
    let answer = browser.post(path, &all).await;
    let to = answer.is(303).to().to_owned();
    let page = browser.get(to.split('#').next().unwrap()).await;
    page.is(200);
    page
}

/// The town with a full board: Petra sits for Försäkringskassan and Wilma for Arbetsförmedlingen.
pub(crate) async fn seated() -> Town {
    let town = Town::new().await;
    for (name, member) in [("petra", 3), ("wilma", 4)] {
        town.does("maja", json!({ "command": "give_mandate", "body": 1, "person": person(name), "member": member,
            "role": "member", "from": "2026-01-01", "eligibility": { "basis": "employee", "seen_on": "2026-01-01" } }))
            .await;
    }
    town
}

/// An application that lies before the board, with the working committee's proposal.
pub(crate) async fn with_application(town: &Town) {
    let grant = json!({ "amounts": { "2027": 80_000_000, "2028": 60_000_000 }, "from": "2027-01-01",
        "until": "2028-12-31", "conditions": ["Delrapport varje halvår."], "reporting": ["2027-09-01"],
        "financing": "Budgeten för insatser 2027." });
    let proposal = json!({ "approve": true, "clauses": ["att bevilja Ett spår 1 400 000 kr"],
        "grounds": "Behovet är belagt.", "grant": grant });
    let application = json!({ "title": "Ett spår", "need": "Splittrat stöd.", "target_group": "Unga.",
        "needs_coordination": true, "aims_at_work_ability": true, "parties": [1, 4], "carrier": 1,
        "method": "Team.", "goals": "Arbete.", "indicators": "Andel.", "from": "2027-01-01", "until": "2028-12-31",
        "budget": { "2027": 80_000_000, "2028": 60_000_000 }, "follow_up": "Kvartal.", "evaluation": "Rapport.",
        "implementation": "Kommunen tar över.", "receiver": 1, "members_heard": [1, 4] });
    for (name, command) in [
        (
            "arvid",
            json!({ "command": "note_idea", "title": "Ett spår", "text": "Tidigt.", "applicant": "Sjöstads kommun" }),
        ),
        ("arvid", json!({ "command": "talk_over_idea", "initiative": 1, "with": "manager", "note": "Ja." })),
        ("arvid", json!({ "command": "talk_over_idea", "initiative": 1, "with": "office", "note": "Ja." })),
    ] {
        town.does(name, command).await;
    }
    town.hands_in("arvid", 1, application).await;
    for (name, command) in [
        ("petra", json!({ "command": "examine_application", "initiative": 1, "text": "Inom ändamålet." })),
        ("petra", json!({ "command": "propose_decision", "initiative": 1, "proposal": proposal.clone() })),
        ("wilma", json!({ "command": "prepare_for_board", "initiative": 1, "proposal": proposal })),
    ] {
        town.does(name, command).await;
    }
}

/// Planned by the office.
pub(crate) async fn planned() -> Town {
    let town = seated().await;
    done(&mut town.person("maja").await, LIST, &PLAN).await;
    town
}

/// The form of an item on an application, filled in as its page fills it in.
pub(crate) fn application_item() -> Vec<(&'static str, &'static str)> {
    vec![
        ("title", "Ansökan om projektmedel: Ett spår"),
        ("kind", "decision"),
        ("matter", "insats:1"),
        ("text", "Sjöstads kommun ansöker."),
        ("proposed", "att bevilja Ett spår 1 400 000 kr"),
        ("appendices", "Ansökan\nArbetsutskottets förslag"),
    ]
}

/// On the day, called two weeks ahead, with the application as item 8 (number 9 on the agenda's way to its end).
pub(crate) async fn on_the_day() -> Town {
    let town = seated().await;
    with_application(&town).await;
    let mut maja = town.person("maja").await;
    done(&mut maja, LIST, &PLAN).await;
    done(&mut maja, &at("punkter"), &application_item()).await;
    done(&mut maja, &at("kallelse"), &[]).await;
    town.wait(14 * DAY);
    town
}

/// The roll: Birgitta, Petra and Wilma in their seats, Sven in Tomas's.
pub(crate) async fn roll_call(maja: &mut Browser<'_>) {
    let page = maja.get(&at("narvaro")).await;
    let seats: Vec<String> = page
        .is(200)
        .text
        .split("name=\"seat_of\" value=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect();
    assert_eq!(seats.len(), 4, "a seat for each member");
    let all = maja.get(&at("narvaro?alla=ordinarie")).await;
    assert_eq!(all.text.matches(":here\" selected").count(), 4, "every member filled in, nothing noted");
    // The mandates are numbered as they were given: 2 Birgitta, 3 Tomas, 4 Sven, then Petra and Wilma.
    let fill = |seat: &str| if seat == "3" { "4:here".to_owned() } else { format!("{seat}:here") };
    let filled: Vec<String> = seats.iter().map(|seat| fill(seat)).collect();
    let mut fields: Vec<(&str, &str)> = Vec::new();
    for (seat, how) in seats.iter().zip(&filled) {
        fields.push(("seat_of", seat));
        fields.push(("seat", how));
    }
    let after = done(maja, &at("narvaro"), &fields).await;
    after.says("Närvaron är antecknad.");
    let (chair, secretary, attester) = (id("birgitta"), id("maja"), id("petra"));
    let officers = [("chair", chair.as_str()), ("secretary", &secretary), ("attesters", &attester)];
    done(maja, &at("funktionarer"), &officers).await;
}

pub(crate) async fn open() -> Town {
    let town = on_the_day().await;
    let mut maja = town.person("maja").await;
    done(&mut maja, &at("oppnande"), &[]).await.says("Ropa upp").says("Inte beslutsför");
    roll_call(&mut maja).await;
    town
}

/// The items in the order of the agenda, by their numbers in addresses.
pub(crate) async fn items(maja: &mut Browser<'_>) -> Vec<u32> {
    let page = maja.get(ONE).await;
    let mut found = Vec::new();
    for rest in page.text.split("/punkter/").skip(1) {
        let number: String = rest.chars().take_while(char::is_ascii_digit).collect();
        if let Ok(number) = number.parse()
            && !found.contains(&number)
        {
            found.push(number);
        }
    }
    found
}

/// Takes up every item but the application, which is the eighth that was added.
pub(crate) const APPLICATION: u32 = 8;

pub(crate) fn under(item: u32, noun: &str) -> String {
    at(&format!("punkter/{item}/{noun}"))
}

pub(crate) const GRANTED: [(&str, &str); 10] = [
    ("outcome", "granted"),
    ("amount_year", "2027"),
    ("amount_year", "2028"),
    ("amounts", "800 000 kr"),
    ("amounts", "600 000"),
    ("grant_from", "2027-01-01"),
    ("until", "2028-12-31"),
    ("financing", "Budgeten för insatser 2027."),
    ("conditions", "Delrapport varje halvår."),
    ("reporting", "2027-09-01"),
];

/// The whole meeting: every item taken up, the application granted after an open vote, closed.
pub(crate) async fn held() -> Town {
    let town = open().await;
    let mut maja = town.person("maja").await;
    for item in items(&mut maja).await {
        done(&mut maja, &under(item, "behandling"), &[]).await;
        if item == APPLICATION {
            divided(&town, &mut maja).await;
        } else {
            done(&mut maja, &under(item, "anteckning"), &[("text", "Gicks igenom.")]).await;
        }
    }
    maja.get(&at("avslutning")).await.says("Allt är klart");
    done(&mut maja, &at("avslutning"), &[]).await.says("Sammanträdet är avslutat.");
    town
}

/// Two proposals, an open vote that ends 2–2, the chair's casting vote, the decision, a reservation, an assignment.
pub(crate) async fn divided(town: &Town, maja: &mut Browser<'_>) {
    let (birgitta, sven) = (id("birgitta"), id("sven"));
    let mut first = vec![("by", birgitta.as_str()), ("text", "att bevilja Ett spår 1 400 000 kr")];
    first.extend(GRANTED);
    done(maja, &under(APPLICATION, "yrkanden"), &first).await.says("800\u{a0}000\u{a0}kr");
    let second =
        [("by", sven.as_str()), ("text", "att avslå ansökan"), ("outcome", "rejected"), ("why", "För dyrt.")];
    done(maja, &under(APPLICATION, "yrkanden"), &second).await.says("att avslå ansökan");
    let between = [("between", "1"), ("between", "2"), ("matter", "ordinary")];
    done(maja, &under(APPLICATION, "omrostning"), &between).await.says("omröstning pågår");
    // Birgitta votes on her own page, the others by voice.
    let mut chair = town.person("birgitta").await;
    chair.get(ONE).await.is(200).says("Lägg din röst");
    done(&mut chair, &under(APPLICATION, "min-rost"), &[("choice", "1")]).await.says("Din röst är lagd");
    let others: Vec<(String, &str)> = vec![(id("sven"), "2"), (id("petra"), "2"), (id("wilma"), "1")];
    let mut fields: Vec<(&str, &str)> = Vec::new();
    for (who, choice) in &others {
        fields.push(("ballot_of", who));
        fields.push(("ballot", choice));
    }
    done(maja, &under(APPLICATION, "roster"), &fields).await.says("Rösterna är antecknade.");
    done(maja, &under(APPLICATION, "rostrakning"), &[]).await.says("utslagsröst");
    let decided = [("clauses", "att bevilja Ett spår 1 400 000 kr"), ("appealable", "ja")];
    done(maja, &under(APPLICATION, "beslut"), &decided).await.says("Beslutet är antecknat.");
    let mut sven = town.person("sven").await;
    let own = [("text", "Underlaget räcker inte.")];
    done(&mut sven, &under(APPLICATION, "min-reservation"), &own).await.says("Underlaget räcker inte.");
    let (who, what) = (id("maja"), "Skriv avtal med kommunen");
    let given = [("person", who.as_str()), ("what", what), ("due", "2026-12-15")];
    done(maja, &under(APPLICATION, "uppdrag"), &given).await.says(what);
}

/// Written out the day after the meeting.
pub(crate) async fn written() -> Town {
    let town = held().await;
    town.wait(DAY);
    let mut maja = town.person("maja").await;
    done(&mut maja, &at("protokoll"), &[]).await.says("Nu ska det justeras");
    town
}

/// Attested by both the same day.
pub(crate) async fn attested() -> Town {
    let town = written().await;
    for name in ["petra", "birgitta"] {
        let mut person = town.person(name).await;
        let page = person.get(&at("justering")).await;
        page.is(200).says("Ett spår").says("utslagsröst").says("Underlaget räcker inte.");
        done(&mut person, &at("justering"), &[("seen", page.hidden("seen"))]).await.says("Du har justerat");
    }
    town
}

/// Announced on both boards the day after.
pub(crate) async fn posted() -> Town {
    let town = attested().await;
    town.wait(DAY);
    let mut maja = town.person("maja").await;
    let boards = [("board", "1"), ("board", "2"), ("on", "2026-11-18"), ("down", "")];
    done(&mut maja, &at("anslag"), &boards).await.says("Anslaget är uppsatt.").says("9\u{a0}december 2026");
    town
}
