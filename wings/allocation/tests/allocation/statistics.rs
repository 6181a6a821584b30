//! National statistics over the pages: a table from file to allocation, and files that are no tables.

use std::collections::BTreeMap;

use domain::Ctx;
use domain::decision::Entered;
use domain::national::division::NoteDivision;
use domain::national::events::{Area, Division};
use domain::national::{Command, NationalYear};
use exchange::workbook::{Cell, Column, Kind, Sheet, Workbook};
use jiff::civil::date;
use town::{Answer, Browser, Town, faces, person};
use uuid::Uuid;

const LIST: &str = "/fordelning/statistik";
const IMPORT: &str = "/fordelning/statistik/inlasning";
/// Population on 31 December 2019 by municipality, age and sex, in one county, as Statistics Sweden has it.
const COUNTY: &str =
    include_str!("../../../../crates/exchange/tests/data/scb-folkmangd-2019-jonkopings-lan.csv");
/// What the whole country's table sums to.
const POPULATION: &str = include_str!("../../../../data/population_2019.csv");

/// A form with a file.
fn form(name: &str, bytes: &[u8]) -> Vec<u8> {
    let disposition = format!("Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"");
    let head = format!("--snitt\r\n{disposition}\r\nContent-Type: application/octet-stream\r\n\r\n");
    [head.as_bytes(), bytes, b"\r\n--snitt--\r\n"].concat()
}

async fn send(browser: &mut Browser<'_>, name: &str, bytes: &[u8]) -> Answer {
    let kind = Some("multipart/form-data; boundary=snitt");
    browser.send("POST", IMPORT, kind, form(name, bytes).into()).await
}

/// Sends a file that can be read, and gives the address of its preview.
async fn sent(browser: &mut Browser<'_>, name: &str, bytes: &[u8]) -> String {
    let answer = send(browser, name, bytes).await;
    answer.is(303).to().to_owned()
}

/// Reads a file in as it stands, with these choices.
async fn read_in(browser: &mut Browser<'_>, preview: &str, fields: &[(&str, &str)]) -> Answer {
    let answer = browser.post(preview, fields).await;
    let to = answer.is(303).to().to_owned();
    assert!(to.starts_with("/fordelning/statistik?ar=2019&v=") && to.ends_with("#ar-2019"), "{to}");
    browser.get(to.split('#').next().unwrap()).await
}

async fn divided(town: &Town) {
    let area = Area {
        name: "Södra Vätterbygden".into(),
        municipalities: vec!["0680".into(), "0643".into()],
        previous: None,
        cap: None,
        floor_applies: None,
        equity: None,
        contributions: None,
    };
    let division = Division { associations: vec![area], source: "Påhittad.".into(), illustrative: true };
    let ctx = Ctx {
        now: date(2026, 11, 2).at(9, 0, 0, 0),
        actor: domain::ids::PersonId(person("maja")),
        reasons: BTreeMap::new(),
        entered: Entered::AsItHappens,
    };
    let command = Command::NoteDivision(NoteDivision { year: 2025, division });
    town.engine.execute_on::<NationalYear>("2025", Uuid::new_v4(), town.now(), ctx, command).await.unwrap();
}

const SAID: [(&str, &str); 2] = [("matt", "invanare-16-64"), ("source", "SCB, folkmängd 2019")];

#[tokio::test]
async fn a_table_goes_from_file_to_allocation() {
    let town = Town::new().await;
    divided(&town).await;
    let mut maja = town.person("maja").await;
    maja.get(LIST)
        .await
        .is(200)
        .says("Ingen statistik är inläst än")
        .says("href=\"/fordelning/statistik/inlasning\"");
    town.visitor().get(LIST).await.is(200).says("Kansliet i ett samordningsförbund").says_not("/inlasning\"");
    maja.get(IMPORT)
        .await
        .is(200)
        .says("type=\"file\"")
        .says("enctype=\"multipart/form-data\"")
        .says("Högst 8 MB");

    let preview = sent(&mut maja, "folkmängd.csv", COUNTY.as_bytes()).await;
    let asked = maja.get(&preview).await;
    asked.is(200).says("Filen säger inte vilket mått det är").says("name=\"matt\"").says("13 av landets 290");
    asked.says("folkmängd.csv").says_not("id=\"source\"");

    let shown = maja.get(&format!("{preview}?matt=invanare-16-64")).await;
    shown.is(200).says("Summan för 13 kommuner är 217\u{a0}112.").says("277 kommuner:");
    shown.says("Män och kvinnor är summerade.").says("<textarea id=\"source\"");
    assert_eq!(shown.hidden("matt"), "invanare-16-64");

    let again =
        maja.post(&preview, &[("matt", "invanare-16-64"), ("source", " "), ("illustrative", "ja")]).await;
    again.is(422).says("Skriv var siffrorna kommer ifrån.").says("Summan för 13 kommuner");
    assert_eq!(again.hidden("matt"), "invanare-16-64");
    assert_eq!(again.text.matches("checked").count(), 1, "what was ticked stays");

    let list = read_in(&mut maja, &preview, &SAID).await;
    list.is(200)
        .says("Siffrorna är inlästa.")
        .says("13 av 290 kommuner")
        .says("277 kommuner: finns inte i filen");
    list.says("SCB, folkmängd 2019").says("folkmängd.csv").says("Maja").says("räknas med nu");
    town.visitor().get(LIST).await.says("Sjöbygden").says_not("Maja");
    let mut anybody = town.visitor();
    faces::same(&mut anybody, (LIST, LIST, ""), 1, &["SCB, folkmängd 2019"]).await;
    let year = format!("{LIST}/2019");
    faces::same(&mut anybody, (&year, &format!("{year}/tabell"), "?lan=06"), 13, &["Aneby"]).await;
    let json = anybody.get(&format!("{year}/tabell.json?lan=06")).await;
    json.says("\"invanare-16-64\":3975").says("\"kod\":\"0604\"");
    let all = anybody.get(&format!("{year}/tabell.json?sida=6")).await;
    all.says("\"count\":290").says("\"next\":null");

    let year =
        town.visitor().get("/fordelning/statistik/2019?lan=06&ordning=invanare-16-64&fallande=ja").await;
    assert_eq!(
        (year.hidden("ordning"), year.hidden("fallande")),
        ("invanare-16-64", "ja"),
        "a filter keeps the order"
    );
    year.is(200).says("87\u{a0}505").says("217\u{a0}112").says_not("Stockholm</th>");
    town.visitor()
        .get("/fordelning?underlag=landet")
        .await
        .says("Uppgifter saknas för Jönköping (försörjningsmått)");

    let need = "kommun;Helårsekvivalenter 2019\nJönköping;5 000,5\nHabo;200\nAneby;0\n";
    let preview = sent(&mut maja, "behov.csv", need.as_bytes()).await;
    let shown = maja.get(&preview).await;
    shown
        .is(200)
        .says("Summan för 2 kommuner är 5\u{a0}200,5.")
        .says("källan har 0, som här betyder att ingen rapport kom");
    let fields = [("source", "Påhittade tal"), ("illustrative", "ja")];
    read_in(&mut maja, &preview, &fields).await.says("En kommun: källan har 0, som här betyder");
    let reckoned = town.visitor().get("/fordelning?underlag=landet").await;
    reckoned
        .is(200)
        .says("Invånare 16–64 år 2019: SCB, folkmängd 2019.")
        .says("Försörjningsmått 2019: Påhittade tal.");
}

#[tokio::test]
async fn the_same_figures_again_are_said_to_stand_and_others_stand_instead() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    let preview = sent(&mut maja, "a.csv", COUNTY.as_bytes()).await;
    read_in(&mut maja, &preview, &SAID).await.says("Siffrorna är inlästa.");
    maja.get(&format!("{preview}?matt=invanare-16-64")).await.says("Samma siffror är redan inlästa");
    // The same form once more is the same command, and another with the same figures changes nothing.
    read_in(&mut maja, &preview, &SAID).await.says("Siffrorna är inlästa.").says_not("äldre inläsning");
    let another = [&SAID[..], &[("command_id", "b")]].concat();
    read_in(&mut maja, &preview, &another).await.says("Inget är ändrat.").says_not("äldre inläsning");

    let changed = COUNTY.replacen("\"Aneby\",\"40\",\"män\",", "\"Aneby\",\"40\",\"män\",1", 1);
    let preview = sent(&mut maja, "b.csv", changed.as_bytes()).await;
    maja.get(&format!("{preview}?matt=invanare-16-64")).await.says("En kommun får en annan siffra.");
    let illustrative = [&SAID[..], &[("illustrative", "ja"), ("preliminary", "ja")]].concat();
    let list = read_in(&mut maja, &preview, &illustrative).await;
    list.says("Siffrorna är inlästa.").says("En äldre inläsning").says("illustrativt").says("preliminärt");
    let year = maja.get("/fordelning/statistik/2019").await;
    year.says("Illustrativa siffror").says("inte kommunernas verkliga tal");
}

#[tokio::test]
async fn the_figures_that_come_with_the_program_are_read_in_without_a_file() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    let page = maja.get(IMPORT).await;
    let address = "/fordelning/statistik/inlasning/medfoljande?matt=invanare-18-64&amp;tid=2019";
    page.is(200).says(address);
    let sum: u64 =
        POPULATION.lines().skip(1).map(|l| l.rsplit(',').next().unwrap().parse::<u64>().unwrap()).sum();
    let shown = maja.get(&address.replace("&amp;", "&")).await;
    let grouped = swedish::number::grouped(sum);
    shown.is(200).says(&format!("Summan för 290 kommuner är {grouped}.")).says("summerad över ettårsklasser");
    let fields = [("matt", "invanare-18-64"), ("tid", "2019"), ("source", "SCB")];
    let preview = "/fordelning/statistik/inlasning/medfoljande";
    read_in(&mut maja, preview, &fields).await.says("290 av 290 kommuner").says("population_2019.csv");
}

#[tokio::test]
async fn a_year_can_be_taken_out_and_read_back() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    maja.get("/fordelning/statistik/2019").await.is(404);
    let preview = sent(&mut maja, "a.csv", COUNTY.as_bytes()).await;
    read_in(&mut maja, &preview, &[&SAID[..], &[("illustrative", "ja")]].concat()).await;
    let csv = town.visitor().get("/fordelning/statistik/2019/tabell.csv?lan=06&ordning=kommun").await;
    csv.is(200).says("Kommun;Kod;Länskod;Invånare 16–64 år (illustrativt) 2019\nAneby;0604;06;3975\n");
    assert_eq!(csv.text.lines().count(), 14);
    let name = csv.headers.get("content-disposition").unwrap().to_str().unwrap();
    assert_eq!(name, "attachment; filename=\"statistik-2019.csv\"");
    let back = sent(&mut maja, "ut.csv", csv.text.as_bytes()).await;
    maja.get(&back).await.says("Samma siffror är redan inlästa");
    let xlsx = town.visitor().get("/fordelning/statistik/2019/tabell.xlsx").await;
    assert!(xlsx.is(200).text.starts_with("PK"));
    for path in
        ["/fordelning/statistik/1990", "/fordelning/statistik/x", "/fordelning/statistik/2020/tabell.csv"]
    {
        maja.get(path).await.is(404);
    }
}

#[tokio::test]
async fn columns_sheets_and_times_can_be_chosen() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    let preview = sent(&mut maja, "a.csv", "var;n\nJönköping;5\nFinns inte;6\n".as_bytes()).await;
    let shown =
        maja.get(&format!("{preview}?matt=invanare-16-64&kolumn-0=kommun&aldrar=16-64&tid=fjol")).await;
    shown.is(200).says("”fjol” är inte en tid").says("”Finns inte”, rad 3").says("1 av landets 290");
    let ready =
        maja.get(&format!("{preview}?matt=invanare-16-64&kommun=0&tal=1&aldrar=16-64&tid=2019")).await;
    ready.says("Summan för en kommun är 5.").says("Kryssa i om");
    assert_eq!((ready.hidden("kolumn-0"), ready.hidden("kolumn-1")), ("kommun", "värde"));
    let nothing = maja.get(&format!("{preview}?kolumn-0=ålder")).await;
    nothing.is(200).says("Ingen kolumn har kommuner som känns igen").says("name=\"kommun\"");
    let unsettled = maja.post(&preview, &[("source", "SCB"), ("matt", "invanare-16-64")]).await;
    unsettled.is(422).says("Att välja").says("Gäller talen 16–64 år?");

    let parted = "kommun;civilstånd;16-64 år 2019\nJönköping;ogifta;1\nJönköping;gifta;2\nHabo;ogifta;3\nHabo;gifta;4\n";
    let preview = sent(&mut maja, "b.csv", parted.as_bytes()).await;
    let asked = maja.get(&preview).await;
    asked.says("Kolumnen civilstånd delar upp talen.").says("<option value=\"=gifta\">gifta</option>");
    maja.get(&format!("{preview}?delar-1=%3Dgifta")).await.says("Summan för 2 kommuner är 6.");
    let all = maja.get(&format!("{preview}?delar-1=summera")).await;
    assert_eq!(all.says("Summan för 2 kommuner är 10.").hidden("delar-1"), "summera");

    let sheet = |name: &str, figure: i64| Sheet {
        name: name.into(),
        title: "Tabell".into(),
        notes: Vec::new(),
        columns: vec![
            Column::new("kommun", Kind::Text),
            Column::new("Folkmängd 16–64 år 2019", Kind::Integer),
        ],
        rows: vec![vec![Cell::text("Värnamo"), Cell::Integer(figure)]],
    };
    let book = Workbook { title: "Bok".into(), sheets: vec![sheet("Ett", 11), sheet("Två", 22)] };
    let preview = sent(&mut maja, "bok.xlsx", &book.xlsx(date(2026, 1, 1)).unwrap()).await;
    maja.get(&preview).await.says("är 11.").says("name=\"blad\"");
    let second = maja.get(&format!("{preview}?blad=Tv%C3%A5")).await;
    assert_eq!(second.says("är 22.").hidden("blad"), "Två");
    maja.get(&format!("{preview}?blad=Tre")).await.is(200).says("Bladet Tre finns inte");
}

#[tokio::test]
async fn a_file_is_kept_for_the_one_who_sent_it_and_for_an_hour() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    let preview = sent(&mut maja, "a.csv", COUNTY.as_bytes()).await;
    assert_eq!(sent(&mut maja, "a.csv", COUNTY.as_bytes()).await, preview, "by its content");
    town.person("birgitta").await.get(&preview).await.is(403);
    town.wait(40 * 60);
    maja.get(&preview).await.is(200);
    town.wait(59 * 60);
    maja.get(&preview).await.is(200);
    town.wait(61 * 60);
    let mut maja = town.person("maja").await;
    maja.get(&preview).await.is(404).says("Filen finns inte kvar").says("Välj filen igen");
    maja.post(&preview, &SAID).await.is(404).says("Filen finns inte kvar");
}

#[tokio::test]
async fn what_is_no_table_is_told_at_the_field_and_is_never_our_fault() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    let rows = |row: &str, count: usize| row.repeat(count).into_bytes();
    let book = Workbook { title: "Tom".into(), sheets: Vec::new() };
    let cut = book.xlsx(date(2026, 1, 1)).unwrap();
    let png = [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &[0; 200]].concat();
    for (name, bytes, says) in [
        ("tom.csv", Vec::new(), "Den här är tom."),
        ("bild.png", png, "varken text eller ett kalkylblad"),
        ("rubrik.csv", b"kommun;2019\n".to_vec(), "inga rader under rubriken"),
        ("kapad.xlsx", cut[..cut.len() / 2].to_vec(), "kan inte läsas som ett kalkylblad"),
        ("zip.xlsx", b"PK\x03\x04".to_vec(), "kan inte läsas som ett kalkylblad"),
        ("bomb.xlsx", bomb(), "när det packas upp"),
        ("bred.csv", rows("a;", 1_000_000), "fler än"),
        ("djup.json", rows("[", 1_000_000), "inte fullständig JSON"),
        ("citat.csv", rows("\"", 999_999), ""),
        ("pdf.pdf", b"%PDF-1.7".to_vec(), "är en PDF"),
    ] {
        let answer = send(&mut maja, name, &bytes).await;
        answer.is(422).says("role=\"alert\"").says("href=\"#file\"").says(says);
    }
    let many = format!("kommun;2019\n{}", "okänd;1\n".repeat(200_000));
    let preview = sent(&mut maja, "okand.csv", many.as_bytes()).await;
    maja.get(&format!("{preview}?matt=forsorjning&tal=1&kommun=0"))
        .await
        .is(200)
        .says("Ingen av filens regioner är en kommun.");
}

/// A file of a megabyte that unpacks to more than is read: one part, in which one letter is said to come again and
/// again, 258 times with every 13 bits.
fn bomb() -> Vec<u8> {
    let mut bits = "110".to_owned() + "00110000";
    bits.push_str(&"1100010100000".repeat(129 * 1024 * 1024 / 258));
    bits.push_str("0000000");
    let byte = |bits: &[u8]| bits.iter().rev().fold(0_u8, |byte, bit| byte << 1 | (bit - b'0'));
    let packed: Vec<u8> = bits.as_bytes().chunks(8).map(byte).collect();
    let size = u32::try_from(packed.len()).unwrap();
    let numbers = |numbers: &[u16]| numbers.iter().flat_map(|n| n.to_le_bytes()).collect::<Vec<u8>>();
    let sizes = [[0; 4], size.to_le_bytes(), (129_u32 << 20).to_le_bytes()].concat();
    let name = b"xl/workbook.xml";
    let length = u16::try_from(name.len()).unwrap();
    let head =
        [&b"PK\x03\x04"[..], &numbers(&[20, 0, 8, 0, 0]), &sizes, &numbers(&[length, 0]), name].concat();
    let listed = [
        &b"PK\x01\x02"[..],
        &numbers(&[20, 20, 0, 8, 0, 0]),
        &sizes,
        &numbers(&[length, 0, 0, 0, 0, 0, 0, 0, 0]),
        name,
    ]
    .concat();
    let at = u32::try_from(head.len() + packed.len()).unwrap().to_le_bytes();
    let long = u32::try_from(listed.len()).unwrap().to_le_bytes();
    let end = [&b"PK\x05\x06"[..], &numbers(&[0, 0, 1, 1]), &long, &at, &[0, 0]].concat();
    [head, packed, listed, end].concat()
}

#[tokio::test]
async fn a_form_that_did_not_arrive_whole_is_told_so() {
    let town = Town::new().await;
    let mut maja = town.person("maja").await;
    let whole = form("a.csv", COUNTY.as_bytes());
    for (kind, body, status) in [
        (Some("multipart/form-data"), whole.clone(), 400),
        (Some("multipart/form-data; boundary=annan"), whole.clone(), 400),
        (Some("multipart/form-data; boundary=snitt"), whole[..whole.len() / 2].to_vec(), 400),
        (Some("multipart/form-data; boundary=snitt"), b"--snitt--\r\n".to_vec(), 422),
        (Some("multipart/form-data; boundary=snitt"), form("", b""), 422),
        (Some("text/csv"), COUNTY.as_bytes().to_vec(), 400),
        (Some("application/x-www-form-urlencoded"), b"file=a.csv".to_vec(), 400),
        (None, Vec::new(), 422),
    ] {
        let answer = maja.send("POST", IMPORT, kind, body.into()).await;
        answer.is(status).says("Läs in statistik").says("href=\"#file\"");
    }
    let large = vec![b'a'; 9 * 1024 * 1024];
    send(&mut maja, "stor.csv", &large).await.is(413).says("Välj en fil på högst 8 MB.");
}

#[tokio::test]
async fn a_file_that_is_sent_after_the_session_ended_leads_back_to_its_page() {
    let town = Town::new().await;
    let mut nobody = town.visitor();
    let answer = send(&mut nobody, "a.csv", COUNTY.as_bytes()).await;
    assert_eq!(answer.is(401).hidden("till"), IMPORT);
}
