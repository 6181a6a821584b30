//! An initiative over the pages: from idea to the board's table and on to its start, by the right people and no others.

use domain::ids::CaseId;
use domain::initiative::events::Stage;
use serde_json::json;
use town::{SLUG, Town, person};

use crate::steps::{
    APPLICATION, IDEA, LIST, ONE, PROPOSAL, at, before_the_board, done, granted, handed_in, stage, with,
    without,
};

#[tokio::test]
async fn an_application_goes_from_idea_to_the_boards_table() {
    let town = Town::new().await;
    let mut arvid = town.person("arvid").await;
    arvid.get(&format!("{LIST}/ny")).await.is(200).says("name=\"applicant\"");
    let idea = done(&mut arvid, LIST, &IDEA).await;
    idea.is(200)
        .says("Idén är antecknad.")
        .says("Idén ligger hos den sökande")
        .says("href=\"/f/sjobygden/insatser/1/samtal\"");

    arvid.get(&at("samtal")).await.is(200);
    done(&mut arvid, &at("samtal"), &[("with", "office"), ("note", "Den ryms i målen.")])
        .await
        .says("Den ryms i målen.");
    let half = done(&mut arvid, &at("utkast"), &[("title", "Ett spår till arbete")]).await;
    half.is(200).says("Utkastet är sparat.").says("value=\"Ett spår till arbete\"");
    arvid.get(ONE).await.says("Beskriv behovet.").says("Se vad som saknas");
    arvid.get(&at("inlamning")).await.is(200).says("href=\"/f/sjobygden/insatser/1/utkast#need\"");
    let on = with(&APPLICATION, "vidare", "ja");
    done(&mut arvid, &at("utkast"), &on)
        .await
        .is(200)
        .says("Allt som behövs är ifyllt")
        .says("Ett gemensamt team.");

    let receipt = done(&mut arvid, &at("inlamning"), &[]).await;
    receipt
        .is(200)
        .says("Mottagningskvitto")
        .says("SJÖ 2026/1")
        .says("Maja, förbundschef, Sjöbygdens samordningsförbund");
    assert_eq!(stage(&town), Stage::PreparatoryGroup);

    let mut petra = town.person("petra").await;
    let waiting = petra.get(ONE).await;
    waiting
        .is(200)
        .says("Ansökan ligger hos beredningsgruppen")
        .says("Beredningsgruppen har inte granskat ansökan.");
    done(&mut petra, &at("synpunkt"), &[("member", "1"), ("view", "supports"), ("text", "Bra.")])
        .await
        .says("Tillstyrker");
    done(&mut petra, &at("granskning"), &[("text", "Svarar mot målen.")]).await.says("Svarar mot målen.");
    petra
        .get(&at("forslag"))
        .await
        .is(200)
        .says("2027 (sökt: 900\u{a0}000\u{a0}kr)")
        .says("id=\"ansokan\"")
        .says("Personer 18–29 år.")
        .says("högst 900\u{a0}000 kronor för 2027 och 700\u{a0}000 kronor för 2028")
        .says("value=\"700\u{a0}000\"");
    let proposed = done(&mut petra, &at("forslag"), &PROPOSAL).await;
    proposed
        .says("Ansökan ligger hos arbetsutskottet")
        .says("att styrgruppen rapporterar")
        .says("800\u{a0}000\u{a0}kr");

    let mut wilma = town.person("wilma").await;
    wilma
        .get(&at("beredning"))
        .await
        .is(200)
        .says("att bevilja Ett spår till arbete\natt styrgruppen rapporterar");
    done(&mut wilma, &at("beredning"), &PROPOSAL).await.says("Ansökan ligger hos styrelsen");
    assert_eq!(stage(&town), Stage::Board);
    let mut maja = town.person("maja").await;
    maja.get(ONE).await.says("href=\"/f/sjobygden/sammantraden/nytt\"");
    let plan = json!({ "command": "plan_meeting", "body": 1, "on": "2026-12-14", "from": "08:00:00",
        "until": "09:00:00", "place": "Sjöstad" });
    town.does("maja", plan).await;
    maja.get(ONE).await.says("href=\"/f/sjobygden/sammantraden/1/punkter/ny?insats=1\"");
    maja.get("/f/sjobygden/sammantraden/1/punkter/ny?insats=1").await.is(200).says("Ett spår till arbete");
    // Two agendas to choose between; one whose notice is sent is none.
    let later = json!({ "command": "plan_meeting", "body": 1, "on": "2026-12-17", "from": "08:00:00",
        "until": "09:00:00", "place": "Sjöstad" });
    town.does("maja", later).await;
    maja.get(ONE).await.says("Till sammanträdet ").says("sammantraden/2/punkter/ny?insats=1");
    town.does("maja", json!({ "command": "send_notice", "meeting": 1 })).await;
    maja.get(ONE).await.says_not("sammantraden/1/punkter/ny").says("sammantraden/2/punkter/ny?insats=1");
    maja.get("/f/sjobygden/sammantraden/1/punkter/ny?insats=1")
        .await
        .is(200)
        .says("Dagordningen ligger fast")
        .says("sammantraden/2/punkter/ny?insats=1");
    arvid.get(ONE).await.is(200).says("Beredningsgruppen föreslår detsamma.").says("Ta tillbaka ansökan");
}

#[tokio::test]
async fn after_the_decision_the_office_tells_and_sets_up_the_group_which_starts() {
    let town = granted().await;
    let mut maja = town.person("maja").await;
    maja.get(ONE)
        .await
        .is(200)
        .says("Styrelsen beviljade ansökan")
        .says("§\u{a0}1")
        .says("/behandling\"")
        .says("Underrätta de berörda");
    maja.post(&at("start"), &[("on", "2026-11-02")])
        .await
        .is(409)
        .says("De berörda har inte fått veta beslutet.");
    done(&mut maja, &at("information"), &[("to", "enhetschefen\nteamledaren")])
        .await
        .says("enhetschefen och teamledaren");

    let form = maja.get(&at("styrgrupp")).await;
    form.is(200).says("Styrgruppen för Ett spår till arbete").says("name=\"seat_person\"");
    let (arvid, petra) = (person("arvid").to_string(), person("petra").to_string());
    let mut seats = vec![("name", "Styrgruppen"), ("seat_person", &arvid), ("seat_member", "1")];
    maja.post(&at("styrgrupp"), &seats)
        .await
        .is(422)
        .says("Välj personer från minst två medlemmar.")
        .says("Styrgruppen");
    seats.extend([
        ("seat_person", petra.as_str()),
        ("seat_member", "4"),
        ("seat_person", ""),
        ("seat_member", "2"),
    ]);
    done(&mut maja, &at("styrgrupp"), &seats)
        .await
        .says("Arvid, för Sjöstads kommun")
        .says("Petra, för Arbetsförmedlingen");

    maja.get(&at("start")).await.is(200).says("value=\"2026-11-02\"");
    maja.post(&at("start"), &[("on", "2031-01-01")]).await.is(422).says("value=\"2031-01-01\"");
    town.person("birgitta").await.get(&at("start")).await.is(403);
    let mut in_the_group = town.person("petra").await;
    done(&mut in_the_group, &at("start"), &[("on", "2026-12-01")])
        .await
        .says("Insatsen startar den\u{a0}1\u{a0}december 2026")
        .says_not("Insatsen startade");
    assert_eq!(stage(&town), Stage::Running);
}

#[tokio::test]
async fn the_steps_are_for_those_whose_they_are() {
    let town = Town::new().await;
    let mut arvid = town.person("arvid").await;
    done(&mut arvid, LIST, &IDEA).await;
    for name in ["petra", "wilma", "birgitta", "sven"] {
        let mut other = town.person(name).await;
        other.get(ONE).await.is(403);
        other.get(&at("utkast")).await.is(403);
        other.post(&at("utkast"), &APPLICATION).await.is(403);
        other.get(LIST).await.is(200).says_not("Ett spår till arbete");
        other.get(&format!("{LIST}.csv")).await.is(200).says_not("Ett spår till arbete");
    }
    done(&mut arvid, &at("utkast"), &APPLICATION).await;
    let mut maja = town.person("maja").await;
    maja.get(&at("utkast")).await.is(200);
    maja.post(&at("inlamning"), &[]).await.is(403);
    done(&mut arvid, &at("inlamning"), &[]).await;
    for noun in ["granskning", "forslag", "beredning", "information", "styrgrupp", "start", "komplettering"] {
        arvid.get(&at(noun)).await.is(403);
        arvid.post(&at(noun), &[]).await.is(403);
    }
    arvid.get(ONE).await.is(200).says_not("/granskning\"").says("/atertagande\"");
    town.person("birgitta").await.get(ONE).await.is(200).says_not("/atertagande\"").says_not("/andringar\"");
    town.person("okand").await.get(LIST).await.is(403);
    for nothing in ["99", "nio"] {
        maja.get(&format!("{LIST}/{nothing}")).await.is(404);
        arvid.get(&format!("{LIST}/{nothing}")).await.is(403);
    }
}

#[tokio::test]
async fn what_was_typed_is_kept_when_fields_are_missing_or_wrong() {
    let town = Town::new().await;
    let mut arvid = town.person("arvid").await;
    let half = arvid.post(LIST, &without(&IDEA, "text")).await;
    half.is(422).says("<title>Fel:").says("href=\"#text\"").says("value=\"Ett spår till arbete\"");
    done(&mut arvid, LIST, &IDEA).await;

    let wrong = with(&with(&APPLICATION, "budget_amount", "många"), "from", "i vår");
    let refused = arvid.post(&at("utkast"), &wrong).await;
    refused
        .is(422)
        .says("href=\"#budget\"")
        .says("value=\"många\"")
        .says("value=\"i vår\"")
        .says("Ett gemensamt team.");
    let unfinished = without(&APPLICATION, "need");
    done(&mut arvid, &at("utkast"), &unfinished).await;
    arvid.post(&at("inlamning"), &[]).await.is(422).says("Beskriv behovet.");
    assert_eq!(stage(&town), Stage::Draft);

    done(&mut arvid, &at("utkast"), &APPLICATION).await;
    done(&mut arvid, &at("inlamning"), &[]).await;
    let mut petra = town.person("petra").await;
    petra
        .post(&at("synpunkt"), &[("member", "2"), ("view", "supports"), ("text", "Bra.")])
        .await
        .is(422)
        .says("Bra.");
    petra.post(&at("granskning"), &[("text", " ")]).await.is(422);
    done(&mut petra, &at("granskning"), &[("text", "Ja.")]).await;
    let too_much = with(&with(&PROPOSAL, "amount", "950 000"), "approve", "ja");
    petra
        .post(&at("forslag"), &too_much)
        .await
        .is(422)
        .says("Ange högst 900\u{a0}000\u{a0}kr för 2027")
        .says("950 000");
    petra.post(&at("forslag"), &without(&PROPOSAL, "approve")).await.is(422).says("href=\"#approve\"");
}

#[tokio::test]
async fn a_row_is_added_without_a_script_and_nothing_is_saved() {
    let town = Town::new().await;
    let mut arvid = town.person("arvid").await;
    done(&mut arvid, LIST, &IDEA).await;
    let longer = arvid.post(&at("utkast"), &with(&APPLICATION, "ny_rad", "budget")).await;
    longer.is(200).says("value=\"900 000\"").says("id=\"budget_year-2\"").says("Ett gemensamt team.");
    assert_eq!(stage(&town), Stage::Idea);
}

#[tokio::test]
async fn what_somebody_else_saved_meanwhile_is_shown_beside_what_was_typed() {
    let town = Town::new().await;
    let (mut arvid, mut maja) = (town.person("arvid").await, town.person("maja").await);
    done(&mut arvid, LIST, &IDEA).await;
    done(&mut arvid, &at("utkast"), &APPLICATION).await;
    let opened = arvid.get(&at("utkast")).await;
    let version = opened.is(200).hidden("version").to_owned();

    let hers = with(&with(&APPLICATION, "goals", "Majas mål."), "version", &version);
    done(&mut maja, &at("utkast"), &hers).await;
    let mine = with(&with(&APPLICATION, "goals", "Arvids mål."), "version", &version);
    let clash = arvid.post(&at("utkast"), &mine).await;
    clash
        .is(409)
        .says("Någon annan hann före")
        .says("Ansökan ändrades av Maja")
        .says("Majas mål.")
        .says("Ni har båda ändrat");
    assert!(clash.text.contains("Arvids mål.</textarea>"), "{}", clash.text);

    let again = with(&mine, "version", clash.hidden("version"));
    done(&mut arvid, &at("utkast"), &again).await.says("Arvids mål.</textarea>");
    arvid.get(&at("andringar")).await.is(200).says_not("Majas mål.");
    town.person("petra").await.get(&at("andringar")).await.is(403);
}

#[tokio::test]
async fn the_same_form_twice_is_done_once() {
    let town = Town::new().await;
    let mut arvid = town.person("arvid").await;
    let first = arvid.post(LIST, &IDEA).await;
    let second = arvid.post(LIST, &IDEA).await;
    assert_eq!((first.to(), second.to()), (first.to(), first.to()));
    done(&mut arvid, &at("utkast"), &APPLICATION).await;
    for _ in 0..2 {
        done(&mut arvid, &at("inlamning"), &[("command_id", "a")]).await.says("SJÖ 2026/1");
    }
    done(&mut arvid, &at("inlamning"), &[("command_id", "b")]).await.says("SJÖ 2026/1");
    let (initiatives, cases, letters) = town
        .engine
        .read(SLUG, |a| {
            (a.initiatives.len(), a.register.cases.len(), a.register.cases[&CaseId(1)].documents())
        })
        .unwrap();
    assert_eq!((initiatives, cases, letters), (1, 1, 2));
}

#[tokio::test]
async fn a_rule_that_says_no_is_explained_with_its_section() {
    let town = Town::new().await;
    let mut arvid = town.person("arvid").await;
    done(&mut arvid, LIST, &IDEA).await;
    let mut alone = without(&APPLICATION, "parties");
    alone.push(("parties", "1"));
    done(&mut arvid, &at("utkast"), &alone).await;
    arvid.get(&at("inlamning")).await.is(200).says("Reglerna hindrar inlämningen");
    let refused = arvid.post(&at("inlamning"), &[]).await;
    refused.is(409).says("Reglerna hindrar det här").says("/regler/lag/2003-1210/2").says("en enda part");
    assert_eq!(stage(&town), Stage::Draft);
}

#[tokio::test]
async fn a_rule_that_asks_for_a_reason_gets_one_and_keeps_it() {
    let mut silent = without(&APPLICATION, "implementation");
    silent = without(&silent, "receiver");
    let town = handed_in(&silent).await;
    let mut petra = town.person("petra").await;
    done(&mut petra, &at("granskning"), &[("text", "Ja.")]).await;
    let asked = petra.post(&at("forslag"), &PROPOSAL).await;
    asked.is(422).says("Reglerna ber om ett skäl").says("name=\"reason.implementation-plan\"");
    assert_eq!(asked.text.matches("Behovet är belagt.").count(), 1);
    let mut explained = PROPOSAL.to_vec();
    explained.push(("reason.implementation-plan", "Parterna återkommer efter ett år."));
    done(&mut petra, &at("forslag"), &explained)
        .await
        .says("Parterna återkommer efter ett år.")
        .says("Avvikelse med skäl");
}

#[tokio::test]
async fn completion_goes_back_and_forth_in_the_same_case() {
    let town = handed_in(&APPLICATION).await;
    let (mut arvid, mut petra) = (town.person("arvid").await, town.person("petra").await);
    done(&mut petra, &at("komplettering"), &[("what", "Beskriv bemanningen.")])
        .await
        .says("Beskriv bemanningen.");
    arvid.get(ONE).await.says("Skriv kompletteringen").says("Beskriv bemanningen.");
    done(&mut arvid, &at("utkast"), &with(&APPLICATION, "method", "Två handledare.")).await;
    petra.get(&at("ansokan")).await.is(200).says("Ett gemensamt team.").says_not("Två handledare.");
    let again = [("command_id", "completed")];
    done(&mut arvid, &at("inlamning"), &again).await.says("Den kompletterade ansökan lämnades in");
    petra.get(&at("ansokan")).await.says("Två handledare.").says("SJÖ 2026/1");
    assert_eq!(stage(&town), Stage::PreparatoryGroup);
}

#[tokio::test]
async fn a_step_that_does_not_fit_says_where_it_stands() {
    let town = handed_in(&APPLICATION).await;
    let (mut arvid, mut wilma) = (town.person("arvid").await, town.person("wilma").await);
    wilma.get(&at("beredning")).await.is(409).says("Ansökan ligger hos beredningsgruppen");
    let refused = wilma.post(&at("beredning"), &PROPOSAL).await;
    refused.is(409).says("ligger hos beredningsgruppen").says("Behovet är belagt.");
    arvid.get(&at("utkast")).await.is(409);
    arvid.post(&at("vila"), &[("why", "Vi väntar.")]).await.is(409).says("Vi väntar.");
    done(&mut arvid, &at("atertagande"), &[("why", "Vi söker nästa år.")])
        .await
        .says("Återtagen")
        .says("Vi söker nästa år.");
}

#[tokio::test]
async fn an_idea_rests_and_is_taken_up_again() {
    let town = Town::new().await;
    let mut arvid = town.person("arvid").await;
    done(&mut arvid, LIST, &IDEA).await;
    done(&mut arvid, &at("vila"), &[("why", "Chefen är ny.")]).await.says("Vilande").says("Chefen är ny.");
    arvid.get(&at("aterupptagande")).await.is(200);
    done(&mut arvid, &at("aterupptagande"), &[]).await.says("Idén togs upp igen");
    assert_eq!(stage(&town), Stage::Idea);
}

#[tokio::test]
async fn the_office_puts_two_ideas_together_and_both_tell() {
    let town = Town::new().await;
    let mut arvid = town.person("arvid").await;
    done(&mut arvid, LIST, &IDEA).await;
    let other = [("title", "Samma sak"), ("text", "En gång till."), ("applicant", "Region Sjölän")];
    done(&mut arvid, LIST, &other).await;
    let (first, second) = (at(""), at("").replace("/1/", "/2/"));
    arvid.get(&format!("{second}sammanforing")).await.is(403);
    let mut maja = town.person("maja").await;
    maja.get(&format!("{second}sammanforing"))
        .await
        .is(200)
        .says("Ett spår till arbete")
        .says_not("Samma sak (");
    let into = [("into", "1")];
    done(&mut maja, &format!("{second}sammanforing"), &into)
        .await
        .says("gick upp i en annan")
        .says("Ett spår till arbete");
    maja.get(first.trim_end_matches('/')).await.is(200).says("Här ingår idén").says("Samma sak");
}

#[tokio::test]
async fn what_is_sent_back_is_prepared_anew() {
    let town = before_the_board().await;
    let mut wilma = town.person("wilma").await;
    wilma.get(&at("aterremiss")).await.is(200).says("value=\"working_committee\"");
    let back = [("to", "preparatory_group"), ("why", "Budgeten behöver ses över.")];
    done(&mut wilma, &at("aterremiss"), &back)
        .await
        .says("Ansökan ligger hos beredningsgruppen")
        .says("Budgeten behöver ses över.");
}

#[tokio::test]
async fn the_list_is_filtered_sorted_and_taken_out() {
    let town = handed_in(&APPLICATION).await;
    let mut arvid = town.person("arvid").await;
    done(&mut arvid, LIST, &[("title", "=1+1"), ("text", "En annan."), ("applicant", "Region Sjölän")]).await;
    let mut maja = town.person("maja").await;
    maja.get(LIST).await.is(200).says("Ett spår till arbete").says("2 insatser");
    maja.get(&format!("{LIST}?q=region")).await.says("1 av 2 insatser").says_not("Ett spår till arbete");
    maja.get(&format!("{LIST}?lage=beredningsgrupp"))
        .await
        .says("1 av 2 insatser")
        .says("Ett spår till arbete");
    maja.get(&format!("{LIST}?vems=mina")).await.says("Inget passar");
    maja.get(&format!("{LIST}?ordning=insats&fallande=ja&sida=99&q=%FF")).await.is(200);
    let csv = maja.get(&format!("{LIST}.csv?ordning=insats")).await;
    csv.is(200).says("\u{feff}Insats;Sökande;Läge").says("Ett spår till arbete;Sjöstads kommun;Hos beredningsgruppen;2026-11-02;SJÖ 2026/1;2026-11-02;2027-01-01;2028-12-31;1600000;");
    csv.says("'=1+1");
    assert_eq!(csv.headers["content-type"], "text/csv; charset=utf-8");
    maja.get(&format!("{LIST}/lage"))
        .await
        .is(200)
        .says("Hos beredningsgruppen")
        .says("Sökt: 1\u{a0}600\u{a0}000\u{a0}kr");
    maja.get(&format!("{LIST}?q=%22%3E%3Cscript%3E")).await.is(200).says_not("<script>");
}

#[tokio::test]
async fn the_papers_are_read_and_taken_out_as_pdf() {
    let town = Town::new().await;
    let mut arvid = town.person("arvid").await;
    done(&mut arvid, LIST, &IDEA).await;
    for noun in ["ansokan", "ansokan.pdf", "kvitto", "kvitto.pdf"] {
        arvid.get(&at(noun)).await.is(404);
    }
    done(&mut arvid, &at("utkast"), &APPLICATION).await;
    arvid.get(&at("ansokan")).await.is(200).says("Utkast till ansökan");
    done(&mut arvid, &at("inlamning"), &[]).await;
    for (noun, name) in [("ansokan.pdf", "ansokan-SJ--2026-1.pdf"), ("kvitto.pdf", "kvitto-SJ--2026-1.pdf")] {
        let pdf = arvid.get(&at(noun)).await;
        assert!(pdf.is(200).text.starts_with("%PDF-"));
        assert_eq!(pdf.headers["content-type"], "application/pdf");
        assert!(pdf.headers["content-disposition"].to_str().unwrap().contains(name));
    }
    let mut birgitta = town.person("birgitta").await;
    birgitta.get(&at("ansokan")).await.is(200).says("Ett gemensamt team.");
    // What was handed in and answered reads as it did, whoever is called what afterwards.
    let nouns = ["ansokan", "ansokan.pdf", "kvitto", "kvitto.pdf"];
    let before = papers(&mut birgitta, &nouns).await;
    for name in ["arvid", "maja"] {
        let renamed = json!({ "command": "name_person", "person": person(name), "name": "Någon Annan" });
        town.does("maja", renamed).await;
    }
    for (noun, (was, is)) in nouns.iter().zip(before.iter().zip(papers(&mut birgitta, &nouns).await)) {
        assert_eq!(*was, is, "{noun}");
    }
}

/// What stands on some papers; what surrounds a page is left out.
async fn papers(reader: &mut town::Browser<'_>, nouns: &[&str]) -> Vec<String> {
    let mut all = Vec::new();
    for noun in nouns {
        let text = reader.get(&at(noun)).await.is(200).text.clone();
        all.push(text.split("<main").last().unwrap_or_default().split("</main>").next().unwrap().to_owned());
    }
    all
}

#[tokio::test]
async fn the_pages_speak_english_too() {
    let town = before_the_board().await;
    let mut maja = town.person("maja").await;
    maja.post("/konto/sprak", &[("language", "en")]).await.is(303);
    let mut maja = town.person("maja").await;
    maja.get(ONE)
        .await
        .is(200)
        .says("The application has been with the board since")
        .says("What has happened");
    maja.get(LIST).await.says("With the board").says_not("initiative-");
    maja.get(&format!("{LIST}/lage")).await.says("With the working committee");
}
