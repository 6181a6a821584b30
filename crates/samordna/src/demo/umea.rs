//! Umeåregionen 2016: the minutes of 29 April (§ 31–45) and the notice for 3 June, as published.
//!
//! Every fact is the record's: people, paragraphs, matters, case numbers, decisions, assignments, dates. The words are
//! ours. It is recorded long afterwards, so what was late is kept and shown, not refused.

mod june;

use domain::Command;
use domain::assignment::follow_up::GiveAssignment;
use domain::association::establish::{FoundAssociation, SetBylaws, TakeInMember};
use domain::association::events::{Bylaws, ContributionTerms, Founded, MemberKind, Seat, ShareKey};
use domain::case_register::register::OpenCase;
use domain::ids::{BodyId, ItemId, MandateId, MeetingId, MemberId};
use domain::mandate::appoint::{GiveMandate, SetUpBody};
use domain::mandate::events::{BodyKind, Role};
use domain::mandate::presidium::ElectPresidium;
use domain::meeting::agenda::AddItem;
use domain::meeting::attendance::NoteAttendance;
use domain::meeting::attest::AttestMinutes;
use domain::meeting::decide::MakeDecision;
use domain::meeting::events::{Attendance, Capacity, ItemContent, ItemKind, SubReport};
use domain::meeting::minutes::{NameSource, WriteMinutes};
use domain::meeting::paragraf::{TakeUpItem, WriteNote};
use domain::meeting::plan::PlanMeeting;
use domain::meeting::posting::{PostNotice, TakeDownNotice};
use domain::meeting::session::{CloseMeeting, NameOfficers, OpenMeeting};
use jiff::civil::{Date, date, time};

use super::county::name;
use super::funding;
use super::people::{ARCHIVIST, person};
use super::teller::{Teller, Trouble};

/// The address.
pub(crate) const SLUG: &str = "umearegionen";
/// The day of the minutes.
const APRIL: Date = date(2016, 4, 29);
const SOURCE: &str =
    "Samordningsförbundet Umeåregionens protokoll 2016-04-29 och kallelse 2016-05-31, som publicerade";

const BOARD: BodyId = BodyId(1);
const OFFICE: BodyId = BodyId(2);

const REGION: MemberId = MemberId(1);
const AF: MemberId = MemberId(2);
const FK: MemberId = MemberId(3);
const UMEA: MemberId = MemberId(4);
const VANNAS: MemberId = MemberId(5);
const VINDELN: MemberId = MemberId(6);
const NORDMALING: MemberId = MemberId(7);

/// Who decided, for which member, with which mandate (in the order they are given).
const DECIDING: &[(&str, MemberId)] = &[
    ("Carola Larsson", AF),
    ("Elmer Eriksson", UMEA),
    ("Kenneth Isaksson", REGION),
    ("Mathias Haglund", VINDELN),
    ("Mikael Broman", FK),
];

/// The whole of it.
pub(crate) async fn tell(t: &mut Teller) -> Result<(), Trouble> {
    t.afterwards();
    establish(t).await?;
    for (subject, number) in [
        ("Steget vidare", "11-2012"),
        ("Utredning samverkansplattform för vuxna", "21-2015"),
        ("Förstudie ohälsa i kontaktyrken", "2015 18-2015"),
    ] {
        // The record gives the numbers, not the days: they are entered from the day the bylaws' parameters apply.
        let on = date(2016, 1, 1);
        let open = OpenCase { subject: subject.to_owned(), number: Some(number.to_owned()), on };
        t.tell(Command::from(open)).await?;
    }
    april(t).await?;
    june::tell(t).await?;
    funding::umea(t).await
}

async fn establish(t: &mut Teller) -> Result<(), Trouble> {
    let formed = date(2005, 5, 1);
    t.tell(Command::from(FoundAssociation {
        founded: Founded {
            slug: SLUG.to_owned(),
            name: "Samordningsförbundet Umeåregionen".to_owned(),
            short_name: "Umeåregionen".to_owned(),
            organisationsnummer: Some("222000-1834".to_owned()),
            seat: "Umeå".to_owned(),
            county: "Västerbottens län".to_owned(),
            on: formed,
        },
    }))
    .await?;
    let members = [
        ("Västerbottens läns landsting", MemberKind::Region, formed),
        ("Arbetsförmedlingen", MemberKind::Af, formed),
        ("Försäkringskassan", MemberKind::Fk, formed),
        ("Umeå kommun", MemberKind::Municipality, formed),
        ("Vännäs kommun", MemberKind::Municipality, date(2014, 1, 1)),
        ("Vindelns kommun", MemberKind::Municipality, date(2016, 1, 1)),
        ("Nordmalings kommun", MemberKind::Municipality, date(2016, 1, 1)),
    ];
    for (name, kind, on) in members {
        t.tell(Command::from(TakeInMember { name: name.to_owned(), kind, on })).await?;
    }
    let own = |member| Seat { members: vec![member], ordinary: 1, substitutes: 1 };
    let shared = Seat { members: vec![VANNAS, VINDELN, NORDMALING], ordinary: 1, substitutes: 3 };
    let bylaws = Bylaws {
        seats: vec![own(FK), own(AF), own(REGION), own(UMEA), shared],
        casting_vote: true,
        notice_days: None,
        posting_members: vec![REGION, UMEA, VANNAS, VINDELN, NORDMALING],
        case_number: "{no}-{year}".to_owned(),
        working_committee: false,
        court: "Förvaltningsrätten i Umeå".to_owned(),
        kept_at: "Samordningsförbundets kansli".to_owned(),
        mandate_start: Some((1, 1)),
        mandate_years: None,
        contributions: Some(ContributionTerms {
            municipal_key: ShareKey::Inhabitants,
            region_key: ShareKey::Inhabitants,
            outside_regions: Vec::new(),
            source: "Förbundsordning för Samordningsförbundet Umeåregionen, 11 §".to_owned(),
        }),
    };
    let source = Some("Förbundsordning för Samordningsförbundet Umeåregionen, 5, 6, 10 §§".to_owned());
    t.tell(Command::from(SetBylaws { from: date(2016, 1, 1), bylaws, source })).await?;
    for (kind, name) in [(BodyKind::Board, "Styrelsen"), (BodyKind::Office, "Kansliet")] {
        let on = formed;
        t.tell(Command::from(SetUpBody { kind, name: name.to_owned(), initiative: None, on })).await?;
    }
    people(t).await
}

async fn people(t: &mut Teller) -> Result<(), Trouble> {
    // As far as the record tells: they served on the day. When they were elected it does not say.
    let (from, until) = (date(2016, 1, 1), Some(date(2016, 12, 31)));
    for (who, member) in DECIDING {
        name(t, who).await?;
        let give = GiveMandate {
            body: BOARD,
            person: person(who),
            member: Some(*member),
            role: Role::Member,
            from,
            until,
            eligibility: None,
        };
        t.tell(Command::from(give)).await?;
    }
    for who in ["Mikael Holmlund", "Christina Vincent", "Emma Anderbom", "Anna Johansson", ARCHIVIST] {
        name(t, who).await?;
    }
    for (who, role, from, until) in
        [("Mikael Holmlund", Role::Director, from, until), (ARCHIVIST, Role::Officer, date(2024, 1, 1), None)]
    {
        let give = GiveMandate {
            body: OFFICE,
            person: person(who),
            member: None,
            role,
            from,
            until,
            eligibility: None,
        };
        t.tell(Command::from(give)).await?;
    }
    let chair = person("Carola Larsson");
    let elect = ElectPresidium { body: BOARD, chair, vice_chairs: Vec::new(), from, until };
    t.tell(Command::from(elect)).await
}

/// A paragraph of the April minutes.
struct Paragraf {
    title: &'static str,
    kind: ItemKind,
    text: &'static str,
    decision: &'static [&'static str],
    reports: &'static [(&'static str, Option<&'static str>, &'static str)],
    appendices: &'static [&'static str],
}

const fn p(title: &'static str, kind: ItemKind, text: &'static str) -> Paragraf {
    Paragraf { title, kind, text, decision: &[], reports: &[], appendices: &[] }
}

/// A paragraph that ends in a decision, as the record words it.
const fn decided(
    title: &'static str,
    kind: ItemKind,
    text: &'static str,
    decision: &'static [&'static str],
) -> Paragraf {
    Paragraf { title, kind, text, decision, reports: &[], appendices: &[] }
}

const PARAGRAFER: &[Paragraf] = &[
    p("Mötets öppnande", ItemKind::Formal, "Ordföranden förklarade mötet öppnat."),
    p("Incheckning", ItemKind::Formal, "En runda där var och en fick säga något om sitt läge just nu."),
    decided(
        "Val av justerare",
        ItemKind::Election,
        "",
        &["Elmer Eriksson utsågs att justera dagens protokoll."],
    ),
    decided(
        "Föregående protokoll",
        ItemKind::Formal,
        "Föregående protokoll gicks igenom.",
        &["Föregående protokoll lades till handlingarna."],
    ),
    decided(
        "Godkännande av dagordning",
        ItemKind::Formal,
        "",
        &[
            "Dagordningen godkändes med tre tillägg: Robertsfors kommuns ansökan om medlemskap, ägarsamråd och Umeå kommuns ekonomiska läge.",
        ],
    ),
    decided(
        "Föregående beredningsgruppsmöte",
        ItemKind::Information,
        "Mikael Holmlund rapporterade från beredningsgruppens föregående sammanträde.",
        &["Styrelsen godkände rapporten."],
    ),
    Paragraf {
        title: "Tema samverkan för vuxna äldre än 25 år",
        kind: ItemKind::Information,
        text: "Under punkten lämnades rapporter från Steget vidare, Utredning samverkansplattform för vuxna och Förstudie ohälsa i kontaktyrken.",
        decision: &[],
        reports: &[
            (
                "Steget vidare",
                Some("11-2012"),
                "Utvecklingsledare Christina Vincent rapporterade om organisation, metod, läge och resultat. Efter diskussion och frågor godkände styrelsen rapporten utan särskilda direktiv.",
            ),
            (
                "Utredning samverkansplattform för vuxna",
                Some("21-2015"),
                "Utredare Emma Anderbom rapporterade om läget i studien. Styrelsen diskuterade bland annat orsaken till inflödet och förebyggande arbete, och godkände rapporten utan särskilda direktiv.",
            ),
            (
                "Förstudie psykisk ohälsa i kontaktyrken",
                Some("2015 18-2015"),
                "Projektledare Anna Johansson rapporterade om bakgrund, planering och läge. Efter diskussion och frågor godkände styrelsen rapporten utan särskilda direktiv.",
            ),
        ],
        appendices: &[],
    },
    Paragraf {
        title: "Förslag ny attestordning",
        kind: ItemKind::Decision,
        text: "Mikael Holmlund föredrog ett förslag till ny attestordning.",
        decision: &["Styrelsen antog den föreslagna attestordningen utan förändringar."],
        reports: &[],
        appendices: &["Bilaga 1"],
    },
    decided(
        "Förbundets äskande av medel inför 2017",
        ItemKind::Decision,
        "Försäkringskassan har frågat samtliga samordningsförbund om kommunernas och landstingens finansiering 2017.",
        &[
            "Mikael Holmlund fick i uppdrag att stämma av med alla organisationer och skriva ett svar till Försäkringskassan. Svaret ska först skickas till styrelsen för påseende.",
        ],
    ),
    decided(
        "Information från FINSAM konferensen i Eskilstuna",
        ItemKind::Information,
        "Mikael Holmlund rapporterade från konferensen.",
        &["Styrelsen godkände rapporten."],
    ),
    p(
        "Information om möjligheten att söka medel för UVAS (unga som varken arbetar eller studerar) via MUCF (Myndigheten för ungdoms och civilsamhällsfrågor)",
        ItemKind::Information,
        "Mikael Holmlund informerade styrelsen om att kommuner och samordningsförbund kan söka medel för UVAS. Han deltar i den konferens som myndigheten anordnar i Stockholm den 26 maj.",
    ),
    decided(
        "Tema arbetsgivare",
        ItemKind::Decision,
        "Styrelsen diskuterade kontakter med arbetsgivare och hur attityder påverkas när det gäller arbetskraftsförsörjningen.",
        &[
            "Peter Vigren och Carola Larsson fick i uppdrag att skriva en debattartikel. Mikael Holmlund fick i uppdrag att skissa på ett förslag till konferens där frågorna kan lyftas.",
        ],
    ),
    Paragraf {
        title: "Övriga frågor",
        kind: ItemKind::Information,
        text: "",
        decision: &[],
        reports: &[
            (
                "Robertsfors ansökan om medlemskap i förbundet",
                None,
                "Mikael Holmlund rapporterade att han informerat om förbundet i kommunfullmäktige, som vid samma tillfälle beslutade att söka medlemskap. Frågan behandlas vid styrelsens nästa sammanträde.",
            ),
            (
                "Ägarsamråd",
                None,
                "Mikael Holmlund rapporterade att Samordningsförbundet Skellefteå-Norsjö har bjudit in till ägarsamråd i Lycksele den 2 juni.",
            ),
            (
                "Det ekonomiska läget i Umeå kommun",
                None,
                "Elmer Eriksson rapporterade om det ekonomiska läget i Umeå kommun. Ekonomin är ansträngd i delar av kommunen.",
            ),
        ],
        appendices: &[],
    },
    p("Utcheckning", ItemKind::Formal, "Samtliga deltagare gav sin återkoppling på mötet."),
    p("Mötet avslutas", ItemKind::Formal, "Ordföranden förklarade mötet avslutat."),
];

async fn april(t: &mut Teller) -> Result<(), Trouble> {
    t.tell(Command::from(PlanMeeting {
        body: BOARD,
        on: APRIL,
        from: time(8, 0, 0, 0),
        until: time(12, 0, 0, 0),
        place: "Steget vidare".to_owned(),
        extra: None,
        asking: Vec::new(),
        asked: None,
    }))
    .await?;
    let meeting = t.latest_meeting()?;
    t.tell(Command::from(NameSource { meeting, source: SOURCE.to_owned() })).await?;
    for p in PARAGRAFER {
        let content = ItemContent {
            kind: p.kind,
            title: p.title.to_owned(),
            text: String::new(),
            presenter: None,
            proposed: Vec::new(),
            appendices: p.appendices.iter().map(|a| (*a).to_owned()).collect(),
            matter: None,
        };
        t.tell(Command::from(AddItem { meeting, content, place: None })).await?;
    }
    t.tell(Command::from(OpenMeeting { meeting, at: Some(APRIL.at(8, 0, 0, 0)) })).await?;
    attendance(t, meeting).await?;
    let officers = NameOfficers {
        meeting,
        chair: person("Carola Larsson"),
        secretary: person("Mikael Holmlund"),
        attesters: vec![person("Elmer Eriksson")],
    };
    t.tell(Command::from(officers)).await?;
    let items: Vec<ItemId> =
        t.look(|a| Some(a.meetings.get(&meeting)?.items.iter().map(|i| i.id).collect()))?;
    for ((item, p), paragraf) in items.into_iter().zip(PARAGRAFER).zip(31_u32..) {
        record(t, meeting, item, p, paragraf).await?;
    }
    assignments(t, meeting).await?;
    t.tell(Command::from(CloseMeeting { meeting, at: Some(APRIL.at(12, 0, 0, 0)) })).await?;
    // The record does not say when the minutes were written out; they were when they were attested.
    let attested = date(2016, 6, 3);
    t.tell(Command::from(WriteMinutes { meeting, on: Some(attested) })).await?;
    for who in ["Carola Larsson", "Elmer Eriksson"] {
        let attest = AttestMinutes { meeting, by: Some(person(who)), seen: None, on: Some(attested) };
        t.tell(Command::from(attest)).await?;
    }
    let (up, down) = (date(2016, 6, 7), date(2016, 6, 28));
    for board in [REGION, NORDMALING, VINDELN, UMEA, VANNAS] {
        t.tell(Command::from(PostNotice { meeting, board, on: Some(up), down: Some(down) })).await?;
    }
    for board in [REGION, NORDMALING, VINDELN, UMEA, VANNAS] {
        t.tell(Command::from(TakeDownNotice { meeting, board, on: Some(down) })).await?;
    }
    Ok(())
}

async fn attendance(t: &mut Teller, meeting: MeetingId) -> Result<(), Trouble> {
    for (place, (who, _)) in (1_u32..).zip(DECIDING) {
        let capacity = Capacity::Serving { mandate: MandateId(place), in_place_of: None };
        let attendance = Attendance { person: person(who), capacity, remote: None, paragrafer: None };
        t.tell(Command::from(NoteAttendance { meeting, attendance })).await?;
    }
    for (who, from, paragrafer) in [
        ("Mikael Holmlund", "Förbundschef", None),
        ("Christina Vincent", "Umeå kommun, Steget vidare", Some((31, Some(37)))),
        ("Emma Anderbom", "Samordningsförbundet", Some((31, Some(37)))),
        ("Anna Johansson", "Försäkringskassan", Some((31, Some(37)))),
    ] {
        let capacity = Capacity::Other { from: from.to_owned() };
        let attendance = Attendance { person: person(who), capacity, remote: None, paragrafer };
        t.tell(Command::from(NoteAttendance { meeting, attendance })).await?;
    }
    Ok(())
}

async fn record(
    t: &mut Teller,
    meeting: MeetingId,
    item: ItemId,
    p: &Paragraf,
    paragraf: u32,
) -> Result<(), Trouble> {
    t.tell(Command::from(TakeUpItem { meeting, item, paragraf: Some(paragraf) })).await?;
    let report = |(title, number, text): &(&str, Option<&str>, &str)| SubReport {
        title: (*title).to_owned(),
        case_number: number.map(str::to_owned),
        text: (*text).to_owned(),
    };
    let reports = p.reports.iter().map(report).collect();
    t.tell(Command::from(WriteNote { meeting, item, text: p.text.to_owned(), reports })).await?;
    if p.decision.is_empty() {
        return Ok(());
    }
    let clauses = p.decision.iter().map(|c| (*c).to_owned()).collect();
    // What is only noted or approved in form is no decision that somebody appeals.
    let appealable = p.kind == ItemKind::Decision;
    t.tell(Command::from(MakeDecision { meeting, item, clauses, appealable, outcome: None })).await
}

async fn assignments(t: &mut Teller, meeting: MeetingId) -> Result<(), Trouble> {
    let given = [
        (
            "Förbundets äskande",
            "Mikael Holmlund",
            true,
            "Stämma av med alla organisationer och skriva ett svar till Försäkringskassan om finansieringen 2017",
        ),
        (
            "Tema arbetsgivare",
            "Peter Vigren",
            false,
            "Skriva en debattartikel tillsammans med Carola Larsson",
        ),
        ("Tema arbetsgivare", "Carola Larsson", true, "Skriva en debattartikel tillsammans med Peter Vigren"),
        (
            "Tema arbetsgivare",
            "Mikael Holmlund",
            true,
            "Skissa på ett förslag till konferens där frågorna kan lyftas",
        ),
    ];
    for (title, to, known, what) in given {
        let item = t.item(meeting, title)?;
        let give = GiveAssignment {
            meeting,
            item,
            to: to.to_owned(),
            person: known.then(|| person(to)),
            what: what.to_owned(),
            due: None,
        };
        t.tell(Command::from(give)).await?;
    }
    Ok(())
}
