//! A board meeting over the pages: planned, called, held, attested, posted, read by anybody; and what is refused.

use serde_json::json;
use town::{Answer, Browser, SLUG, Town, person};

const LIST: &str = "/f/sjobygden/sammantraden";
pub(crate) const ONE: &str = "/f/sjobygden/sammantraden/1";
const DAY: i64 = 24 * 60 * 60;

const PLAN: [(&str, &str); 5] = [
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
async fn seated() -> Town {
    let town = Town::new().await;
    for (name, member) in [("petra", 3), ("wilma", 4)] {
        town.does("maja", json!({ "command": "give_mandate", "body": 1, "person": person(name), "member": member,
            "role": "member", "from": "2026-01-01", "eligibility": { "basis": "employee", "seen_on": "2026-01-01" } }))
            .await;
    }
    town
}

/// An application that lies before the board, with the working committee's proposal.
async fn with_application(town: &Town) {
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
        ("arvid", json!({ "command": "save_draft", "initiative": 1, "application": application })),
        ("arvid", json!({ "command": "submit_application", "initiative": 1 })),
        ("petra", json!({ "command": "examine_application", "initiative": 1, "text": "Inom ändamålet." })),
        ("petra", json!({ "command": "propose_decision", "initiative": 1, "proposal": proposal.clone() })),
        ("wilma", json!({ "command": "prepare_for_board", "initiative": 1, "proposal": proposal })),
    ] {
        town.does(name, command).await;
    }
}

/// Planned by the office.
async fn planned() -> Town {
    let town = seated().await;
    done(&mut town.person("maja").await, LIST, &PLAN).await;
    town
}

/// The form of an item on an application, filled in as its page fills it in.
fn application_item() -> Vec<(&'static str, &'static str)> {
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
async fn on_the_day() -> Town {
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
async fn roll_call(maja: &mut Browser<'_>) {
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
async fn items(maja: &mut Browser<'_>) -> Vec<u32> {
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
const APPLICATION: u32 = 8;

pub(crate) fn under(item: u32, noun: &str) -> String {
    at(&format!("punkter/{item}/{noun}"))
}

const GRANTED: [(&str, &str); 10] = [
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
async fn held() -> Town {
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
async fn divided(town: &Town, maja: &mut Browser<'_>) {
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
async fn attested() -> Town {
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

#[tokio::test]
async fn a_meeting_is_planned_with_its_agenda_and_set_in_order() {
    let town = seated().await;
    with_application(&town).await;
    let mut maja = town.person("maja").await;
    maja.get(LIST).await.is(200).says("Inga sammanträden är planerade än.");
    maja.get(&format!("{LIST}/nytt")).await.is(200).says("Vilket organ möts?");
    done(&mut maja, LIST, &PLAN).await.says("Mötets öppnande").says("Väntar på styrelsen").says("Ett spår");
    maja.get(LIST).await.says("Stadshuset, Almen").says("planerat");
    // What the committee proposed is written once.
    let form = maja.get(&at("punkter/ny?insats=1")).await;
    form.is(200).says("att bevilja Ett spår 1 400 000 kr").says("insats:1").says("Behovet är belagt.");
    done(&mut maja, &at("punkter"), &application_item()).await.says("Punkten står på dagordningen.");
    let before = items(&mut maja).await;
    assert_eq!(before, [1, 2, 3, 4, 5, 8, 6, 7], "before the closing items");
    done(&mut maja, &under(APPLICATION, "plats"), &[("to", "5")]).await;
    assert_eq!(items(&mut maja).await, [1, 2, 3, 4, 8, 5, 6, 7]);
    let changed =
        [("title", "Ansökan: Ett spår"), ("kind", "decision"), ("matter", "insats:1"), ("text", "")];
    done(&mut maja, &at("punkter/8"), &changed).await.says("Ansökan: Ett spår");
    done(&mut maja, &at("punkter/6/borttagning"), &[]).await.says_not("Övriga frågor");
    let wrong = maja.post(&at("punkter"), &[("title", ""), ("kind", "decision"), ("matter", "sak:9")]).await;
    wrong.is(422).says("Välj vad punkten gäller");
}

#[tokio::test]
async fn the_notice_is_read_sent_once_and_fixes_the_agenda() {
    let town = planned().await;
    let mut maja = town.person("maja").await;
    maja.get(&at("kallelse")).await.is(200).says("Föredragningslista").says("Skicka kallelsen");
    let pdf = maja.get(&at("kallelse.pdf")).await;
    assert!(pdf.is(200).text.starts_with("%PDF-"));
    assert_eq!(pdf.headers["content-type"], "application/pdf");
    // A member reads it, and cannot send it.
    let mut petra = town.person("petra").await;
    petra.get(&at("kallelse")).await.is(200).says_not("Redo att skickas?");
    petra.post(&at("kallelse"), &[]).await.is(403);
    done(&mut maja, &at("kallelse"), &[]).await.says("Kallelsen är skickad").says("till 5 personer");
    done(&mut maja, &at("kallelse"), &[("command_id", "again")]).await.says("Det var redan gjort");
    maja.post(&at("punkter/8/plats"), &[("to", "1")]).await.is(404);
    maja.post(&at("punkter/5/plats"), &[("to", "1")]).await.is(409).says("dagordningen ligger fast");
    // One click puts it in the register, and a second one changes nothing.
    done(&mut maja, &at("diarieforing/kallelse"), &[]).await.says("Diariefört:").says("SJÖ 2026/1");
    done(&mut maja, &at("diarieforing/kallelse"), &[("command_id", "b")]).await.says("Det var redan gjort");
    maja.post(&at("diarieforing/protokoll"), &[]).await.is(404);
}

#[tokio::test]
async fn a_notice_that_comes_late_asks_for_a_reason_and_keeps_it() {
    let town = planned().await;
    town.wait(10 * DAY);
    let mut maja = town.person("maja").await;
    let asked = maja.post(&at("kallelse"), &[]).await;
    asked.is(422).says("Reglerna ber om ett skäl").says("name=\"reason.notice-period\"");
    let reason = [("reason.notice-period", "Ansökan måste avgöras före årsskiftet.")];
    done(&mut maja, &at("kallelse"), &reason).await.says("Avvikelse med skäl");
    maja.get(&at("kallelse")).await.says("Ansökan måste avgöras före årsskiftet.");
}

#[tokio::test]
async fn a_whole_meeting_ends_in_minutes_that_anybody_reads() {
    let town = posted().await;
    let mut visitor = town.visitor();
    let public = format!("/protokoll/{SLUG}/1");
    let page = visitor.get(&public).await;
    page.is(200).says("Bevis om justering och anslag").says("Sjöstads kommun").says("Överklagas senast");
    page.says("att bevilja Ett spår 1 400 000 kr").says("tjänstgörande ersättare för Tomas");
    page.says("utslagsröst")
        .says("Reservation")
        .says("Hur man överklagar")
        .says_not("Undertecknat elektroniskt </");
    let pdf = visitor.get(&format!("{public}.pdf")).await;
    assert!(pdf.is(200).text.starts_with("%PDF-"));
    let number = page.text.split("#p").nth(6).unwrap().split('"').next().unwrap().to_owned();
    visitor.get(&format!("{public}/{number}")).await.is(200).says("Protokollsutdrag");
    assert!(visitor.get(&format!("{public}/{number}.pdf")).await.is(200).text.starts_with("%PDF-"));
    visitor.get(&format!("{public}/99")).await.is(404);
    visitor.get(&format!("{public}/elva")).await.is(404);
    visitor.get(&format!("/protokoll/{SLUG}/77")).await.is(404).says("anslagstavlan");
    // Inside, the clock to appeal runs: three weeks from the last board, Wednesday 9 December.
    let mut maja = town.person("maja").await;
    maja.get(ONE).await.says("9\u{a0}december 2026").says("21 dagar till");
    maja.get(&at("anslag")).await.says("21").says("Ta ned");
    let early = [("taken", "1"), ("taken", "2"), ("taken_on", "2026-11-18")];
    maja.post(&at("anslag/nedtagning"), &early).await.is(409).says("till och med den 9 december 2026");
    town.wait(22 * DAY);
    let down = [("taken", "1"), ("taken", "2"), ("taken_on", "2026-12-10")];
    let mut maja = town.person("maja").await;
    done(&mut maja, &at("anslag/nedtagning"), &down).await.says("Anslaget är nedtaget.");
    maja.get(ONE).await.says("Sammanträdet är avklarat");
    done(&mut maja, &at("diarieforing/protokoll"), &[]).await.says("Handlingen är diarieförd.");
    visitor.get(&public).await.is(200);
}

#[tokio::test]
async fn minutes_are_not_public_before_they_are_attested_and_announced() {
    let town = attested().await;
    let public = format!("/protokoll/{SLUG}/1");
    for path in [public.clone(), format!("{public}.pdf"), format!("{public}/1"), format!("{public}/1.pdf")] {
        town.visitor()
            .get(&path)
            .await
            .is(404)
            .says("Protokollet går inte att läsa här")
            .says_not("Ett spår");
    }
    let mut birgitta = town.person("birgitta").await;
    birgitta.get(&at("protokoll")).await.is(200).says("Ett spår");
    assert!(birgitta.get(&at("protokoll.pdf")).await.is(200).text.starts_with("%PDF-"));
    birgitta.get(&at("protokoll/8")).await.is(200).says("Protokollsutdrag");
    assert!(birgitta.get(&at("protokoll/8.pdf")).await.is(200).text.starts_with("%PDF-"));
    birgitta.get(&at("protokoll/99")).await.is(404);
}

#[tokio::test]
async fn only_the_right_people_take_each_step() {
    let town = open().await;
    let mut petra = town.person("petra").await;
    for noun in ["oppnande", "narvaro", "funktionarer", "avslutning", "protokoll", "anslag", "tillagg"] {
        petra.post(&at(noun), &[]).await.is(403);
    }
    for noun in ["behandling", "anteckning", "beslut", "roster", "omrostning", "rostrakning", "yrkanden"] {
        petra.post(&under(1, noun), &[]).await.is(403);
    }
    petra.post(&at("justering"), &[("seen", "1")]).await.is(409);
    // Sven serves and may propose; Tomas, whose seat he fills, may not.
    let mut tomas = town.person("tomas").await;
    tomas.get(&under(1, "mitt-yrkande")).await.is(403);
    tomas.post(&under(1, "min-rost"), &[("choice", "1")]).await.is(403);
    let mut sven = town.person("sven").await;
    let own = sven.post(&under(1, "mitt-yrkande"), &[("text", "att skjuta upp punkten")]).await;
    own.is(409).says("inte uppe");
    for name in ["arvid", "okand"] {
        town.person(name).await.get(ONE).await.is(403);
    }
    town.visitor().get(ONE).await.is(303);
}

#[tokio::test]
async fn one_attests_what_one_has_read() {
    let town = held().await;
    let mut maja = town.person("maja").await;
    done(&mut maja, &at("protokoll"), &[]).await;
    let mut petra = town.person("petra").await;
    let seen = petra.get(&at("justering")).await.hidden("seen").to_owned();
    // While Petra reads, a note is corrected.
    done(&mut maja, &under(1, "anteckning"), &[("text", "Ordföranden öppnade sammanträdet.")]).await;
    let unwritten = petra.post(&at("justering"), &[("seen", &seen)]).await;
    unwritten.is(409).says("Något har ändrats sedan protokollet skrevs ut").says_not("name=\"seen\"");
    done(&mut maja, &at("protokoll"), &[("command_id", "anew")]).await;
    let changed = petra.post(&at("justering"), &[("seen", &seen)]).await;
    changed.is(409).says("Någon annan hann före").says("Ordföranden öppnade sammanträdet.");
    let fresh = changed.hidden("seen").to_owned();
    assert_ne!(seen, fresh);
    // The same button in two windows: one attestation.
    let mut other = petra.clone();
    let path = at("justering");
    let (one, two) =
        ([("seen", fresh.as_str()), ("command_id", "a")], [("seen", fresh.as_str()), ("command_id", "b")]);
    let (first, second) = tokio::join!(petra.post(&path, &one), other.post(&path, &two));
    first.is(303);
    second.is(303);
    let attested = town.engine.read(SLUG, |a| a.meetings[&domain::ids::MeetingId(1)].attested.len()).unwrap();
    assert_eq!(attested, 1);
    // What one has attested is sealed for everybody.
    maja.post(&under(1, "anteckning"), &[("text", "Nytt.")]).await.is(409).says("Reglerna hindrar");
    town.wait(DAY);
    let again = [("command_id", "the day after")];
    town.person("maja").await.post(&at("protokoll"), &again).await.is(409).says("Reglerna hindrar");
}

#[tokio::test]
async fn two_who_decide_differently_at_once_are_one_decision() {
    let town = open().await;
    let mut maja = town.person("maja").await;
    let mut birgitta = town.person("birgitta").await;
    done(&mut maja, &under(4, "behandling"), &[]).await;
    let path = under(4, "beslut");
    let (one, other) = tokio::join!(
        maja.post(&path, &[("clauses", "att godkänna dagordningen"), ("command_id", "a")]),
        birgitta.post(&path, &[("clauses", "att ändra dagordningen"), ("command_id", "b")]),
    );
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409], "{} {}", one.text, other.text);
    let lost = if one.status.as_u16() == 409 { one } else { other };
    lost.says("Någon annan hann före").says("är redan beslutad");
    // Sent twice, it is the same decision.
    let there = maja.get(&under(4, "behandling")).await;
    let clause = if there.text.contains("att godkänna") {
        "att godkänna dagordningen"
    } else {
        "att ändra dagordningen"
    };
    done(&mut maja, &path, &[("clauses", clause), ("command_id", "c")]).await.says("Det var redan gjort");
}

#[tokio::test]
async fn a_form_sent_twice_is_carried_out_once() {
    let town = open().await;
    let mut maja = town.person("maja").await;
    done(&mut maja, &under(1, "behandling"), &[("command_id", "x")]).await;
    let who = id("petra");
    let own = [("by", who.as_str()), ("text", "att skjuta upp"), ("command_id", "y")];
    for _ in 0..2 {
        done(&mut maja, &under(1, "yrkanden"), &own).await;
    }
    let proposals = town.engine.read(SLUG, |a| {
        a.meetings[&domain::ids::MeetingId(1)].item(domain::ids::ItemId(1)).unwrap().proposals.len()
    });
    assert_eq!(proposals, Some(1));
}

#[tokio::test]
async fn a_secret_ballot_tells_nobody_who_voted_how() {
    let town = open().await;
    let mut maja = town.person("maja").await;
    let election = [("title", "Val av ombud"), ("kind", "election")];
    done(&mut maja, &at("tillagg"), &election).await.says("tillagd vid mötet");
    let item = 9;
    done(&mut maja, &under(item, "behandling"), &[]).await;
    let (petra, wilma) = (id("petra"), id("wilma"));
    for (by, text) in [(&petra, "Hedvig Alfa"), (&wilma, "Ture Beta")] {
        done(&mut maja, &under(item, "yrkanden"), &[("by", by), ("text", text)]).await;
    }
    let ordinary = [("between", "1"), ("between", "2"), ("matter", "ordinary"), ("secret", "ja")];
    maja.post(&under(item, "omrostning"), &ordinary).await.is(409).says("val eller anställning");
    let secret = [("between", "1"), ("between", "2"), ("matter", "election"), ("secret", "ja")];
    done(&mut maja, &under(item, "omrostning"), &secret).await.says("Sluten omröstning");
    // Nobody votes for somebody else.
    let for_petra = [("ballot_of", petra.as_str()), ("ballot", "1")];
    maja.post(&under(item, "roster"), &for_petra).await.is(409).says("sin egen slutna sedel");
    for (name, choice) in [("birgitta", "1"), ("sven", "2"), ("petra", "1")] {
        let mut voter = town.person(name).await;
        let after = done(&mut voter, &under(item, "min-rost"), &[("choice", choice)]).await;
        after.says("Din röst är lagd").says_not("checked");
    }
    let running = maja.get(&under(item, "behandling")).await;
    running.says("Har inte röstat än:").says("Wilma").says_not("<td class=\"num\">");
    done(&mut town.person("wilma").await, &under(item, "min-rost"), &[("choice", "2")]).await;
    // A tie in an election: the lot, which is asked for when the ballots are counted.
    done(&mut maja, &under(item, "rostrakning"), &[]).await.says("Dra lott").says("name=\"lot\"");
    let mut late = town.person("petra").await;
    late.post(&under(item, "min-rost"), &[("choice", "2")]).await.is(409).says("avslutad");
    done(&mut maja, &under(item, "rostrakning"), &[("lot", "2")]).await.says("Lotten avgjorde");
    done(
        &mut maja,
        &under(item, "beslut"),
        &[("clauses", "Styrelsen utser Ture Beta."), ("appealable", "ja")],
    )
    .await;
    let mut petra = town.person("petra").await;
    for path in [under(item, "behandling"), at("protokoll"), at("protokoll/1")] {
        let page = petra.get(&path).await;
        let body =
            page.is(200).text.split("<table>").find(|t| t.contains("Hedvig Alfa") && t.contains("Röster"));
        let table = body.expect("the count").split("</table>").next().unwrap();
        for name in ["Birgitta", "Sven"] {
            assert!(!table.contains(name), "{path} tells of {name}: {table}");
        }
        page.says_not("Avgivna av");
    }
}

#[tokio::test]
async fn what_is_left_is_told_before_the_meeting_closes() {
    let town = open().await;
    let mut maja = town.person("maja").await;
    maja.get(&at("avslutning")).await.says("Det här återstår").says("Mötets öppnande").says("Ett spår");
    maja.post(&at("avslutning"), &[]).await.is(409).says("Alla punkter är inte behandlade");
    maja.post(&under(77, "behandling"), &[]).await.is(404);
    maja.post(&at("punkter/elva/behandling"), &[]).await.is(404);
}

#[tokio::test]
async fn people_come_and_go_and_step_aside() {
    let town = open().await;
    let mut maja = town.person("maja").await;
    done(&mut maja, &under(1, "behandling"), &[]).await;
    let wilma = id("wilma");
    done(&mut maja, &at("narvaro/avgang"), &[("leaving", &wilma), ("after", "1")])
        .await
        .says("Närvaron är ändrad.");
    maja.get(ONE).await.says("lämnade efter § 1");
    done(&mut maja, &under(2, "behandling"), &[]).await;
    let back = [("arriving", "8"), ("first", "3")];
    let mandate = town
        .engine
        .read(SLUG, |a| {
            a.mandates
                .of_person(domain::ids::PersonId(person("wilma")), jiff::civil::date(2026, 11, 16))
                .filter(|m| m.given.body.0 == 1)
                .map(|m| m.given.mandate.0)
                .next()
        })
        .flatten()
        .unwrap()
        .to_string();
    let back = [("arriving", mandate.as_str()), back[1]];
    done(&mut maja, &at("narvaro/ankomst"), &back).await;
    maja.get(ONE).await.says("från § 3");
    let guest = [
        ("other", ""),
        ("other_name", "Nadja Ström"),
        ("other_from", "Arbetsförmedlingen"),
        ("other_first", "2"),
        ("other_last", "2"),
    ];
    done(&mut maja, &at("narvaro/ovriga"), &guest).await.says("Nadja Ström");
    maja.post(&at("narvaro/ovriga"), &[("other", ""), ("other_name", "")])
        .await
        .is(422)
        .says("skriv ett namn");
    done(&mut maja, &under(3, "behandling"), &[]).await;
    let petra = id("petra");
    let aside = [("person", petra.as_str()), ("ground", "Företräder den som söker.")];
    done(&mut maja, &under(3, "jav"), &aside).await.says("Företräder den som söker.");
    maja.post(&under(3, "jav"), &[("person", &petra), ("ground", "")]).await.is(422).says("Skriv varför");
    let minutes = maja.get(&at("protokoll")).await;
    minutes.says("Petra deltog inte i handläggningen.").says("Wilma lämnade sammanträdet efter § 1.");
}
