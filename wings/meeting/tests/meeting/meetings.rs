//! A board meeting over the pages: planned, called, held, attested, posted, read by anybody; and what is refused.

use town::{SLUG, person};

use crate::hall::{
    APPLICATION, DAY, LIST, ONE, PLAN, application_item, at, attested, done, held, id, items, open, planned,
    posted, seated, under, with_application,
};

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
    maja.get(&at("kallelse"))
        .await
        .is(200)
        .says("Föredragningslista")
        .says("Fastställ kallelsen")
        .says("skickar ingen post");
    let pdf = maja.get(&at("kallelse.pdf")).await;
    assert!(pdf.is(200).text.starts_with("%PDF-"));
    assert_eq!(pdf.headers["content-type"], "application/pdf");
    // A member reads it, and cannot send it.
    let mut petra = town.person("petra").await;
    petra.get(&at("kallelse")).await.is(200).says_not("Redo att fastställas?");
    petra.post(&at("kallelse"), &[]).await.is(403);
    done(&mut maja, &at("kallelse"), &[])
        .await
        .says("Kallelsen är fastställd")
        .says("skicka PDF:en själv")
        .says("för 5 personer");
    done(&mut maja, &at("kallelse"), &[("command_id", "again")]).await.says("Det var redan gjort");
    // The form of an item answers before it is filled in.
    let form = maja.get(&at("punkter/ny?insats=1")).await;
    form.is(200).says("Dagordningen ligger fast").says("Planera sammanträde").says_not("name=\"title\"");
    maja.post(&at("punkter/8/plats"), &[("to", "1")]).await.is(404);
    maja.post(&at("punkter/5/plats"), &[("to", "1")]).await.is(409).says("dagordningen ligger fast");
    // One click puts it in the register, and a second one changes nothing.
    done(&mut maja, &at("diarieforing/kallelse"), &[]).await.says("Diariefört:").says("SJÖ 2026/1");
    done(&mut maja, &at("diarieforing/kallelse"), &[("command_id", "b")]).await.says("Det var redan gjort");
    maja.post(&at("diarieforing/protokoll"), &[]).await.is(409).says("Protokollet är inte justerat");
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
    page.says("Budgeten för insatser 2027.").says("Summa: högst").says("Delrapport varje halvår.");
    page.says("Besluten kan överklagas till och med den")
        .says("href=\"#overklaga\"")
        .says("id=\"overklaga\"");
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
    maja.post(&under(1, "anteckning"), &[("text", "Nytt.")]).await.is(409).says("justerat och ändras inte");
    town.wait(DAY);
    let again = [("command_id", "the day after")];
    town.person("maja").await.post(&at("protokoll"), &again).await.is(409).says("justerat och ändras inte");
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
    // Named and noted are one act: what is not noted leaves no name behind.
    let never = [("other", ""), ("other_name", "Noa Ek"), ("other_first", "5"), ("other_last", "2")];
    maja.post(&at("narvaro/ovriga"), &never).await.is(422);
    let known = town.engine.read(SLUG, |a| a.profile.people.values().any(|name| name == "Noa Ek"));
    assert_eq!(known, Some(false));
    done(&mut maja, &under(3, "behandling"), &[]).await;
    let petra = id("petra");
    let aside = [("person", petra.as_str()), ("ground", "Företräder den som söker.")];
    done(&mut maja, &under(3, "jav"), &aside).await.says("Företräder den som söker.");
    maja.post(&under(3, "jav"), &[("person", &petra), ("ground", "")]).await.is(422).says("Skriv varför");
    let minutes = maja.get(&at("protokoll")).await;
    minutes.says("Petra deltog inte i handläggningen.").says("Wilma lämnade sammanträdet efter § 1.");
}

#[tokio::test]
async fn an_assignment_is_reported_and_finished_by_whom_it_was_given_to() {
    let town = held().await;
    let (one, report) = (format!("/f/{SLUG}/uppdrag/1"), format!("/f/{SLUG}/uppdrag/1/rapport"));
    let mut maja = town.person("maja").await;
    maja.get(&format!("/f/{SLUG}/uppdrag")).await.is(200).says("Skriv avtal med kommunen").says(&one);
    maja.get("/oversikt").await.is(200).says(&format!("href=\"{one}\""));
    let mut petra = town.person("petra").await;
    petra.get(&one).await.is(200).says("Skriv avtal med kommunen").says_not("name=\"note\"");
    petra.post(&report, &[("note", "Nej.")]).await.is(403);
    maja.post(&report, &[("note", " ")]).await.is(422).says("Skriv hur långt uppdraget har kommit.");
    done(&mut maja, &report, &[("note", "Utkastet är klart."), ("command_id", "a")])
        .await
        .says("Rapporten är antecknad.")
        .says("Utkastet är klart.");
    let finished = [("note", "Avtalet är tecknat."), ("then", "done"), ("command_id", "b")];
    done(&mut maja, &report, &finished).await.says("Uppdraget är klart.").says_not("name=\"note\"");
    maja.get("/oversikt").await.is(200).says_not(&one);
    maja.get(&format!("/f/{SLUG}/uppdrag/77")).await.is(404);
}

#[tokio::test]
async fn a_member_sees_what_is_on_and_what_they_can_do_under_it() {
    let town = open().await;
    let mut maja = town.person("maja").await;
    for item in 1..=8 {
        done(&mut maja, &under(item, "behandling"), &[]).await;
    }
    let page = town.person("petra").await.get(ONE).await;
    page.is(200).says("Nu behandlas § ").says("att bevilja Ett spår 1 400 000 kr");
    page.says(&under(8, "mitt-yrkande")).says("/insatser/1/ansokan\"");
}
