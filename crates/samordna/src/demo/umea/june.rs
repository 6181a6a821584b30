//! The notice for 3 June, sent late as it was.

use domain::Command;
use domain::meeting::agenda::AddItem;
use domain::meeting::events::{ItemContent, ItemKind};
use domain::meeting::minutes::NameSource;
use domain::meeting::notice::SendNotice;
use domain::meeting::plan::PlanMeeting;
use jiff::civil::{Date, date, time};

use super::{BOARD, SOURCE};
use crate::demo::teller::{Teller, Trouble};

/// The day of the notice's meeting.
const JUNE: Date = date(2016, 6, 3);

/// An item of the June notice: title, text, presenter, appendices.
type Called = (&'static str, ItemKind, &'static str, Option<&'static str>, &'static [&'static str]);

const DIRECTOR_THEN: Option<&str> = Some("Mikael Holmlund");

const CALLED: &[Called] = &[
    ("Mötets öppnande", ItemKind::Formal, "", None, &[]),
    ("Incheckning", ItemKind::Formal, "", None, &[]),
    ("Val av justerare", ItemKind::Election, "", None, &[]),
    ("Föregående protokoll", ItemKind::Formal, "", None, &["Bilaga 1"]),
    ("Godkännande av dagordning", ItemKind::Formal, "", None, &[]),
    ("Föregående beredningsgruppsmöte", ItemKind::Information, "", DIRECTOR_THEN, &[]),
    (
        "Resultatbild Steget vidare",
        ItemKind::Information,
        "En samlad bild av vad verksamheten uppnådde 2015, framtagen inom den sociala redovisningen.",
        DIRECTOR_THEN,
        &[],
    ),
    ("Ekonomirapport", ItemKind::Information, "", DIRECTOR_THEN, &[]),
    (
        "Revisionsrapporter 2015 års verksamhet",
        ItemKind::Information,
        "",
        DIRECTOR_THEN,
        &["Bilaga 2", "Bilaga 3"],
    ),
    (
        "Tema kranskommunerna",
        ItemKind::Information,
        "Avstämning av utvecklingen i kranskommunerna.",
        Some("Mikael Holmlund och Annika Jansson (Vännäs kommun)"),
        &[],
    ),
    (
        "Ledning och styrning samt datum för ledardag",
        ItemKind::Decision,
        "Helhetsbilden av förbundets ledning, och datum för en ledardag i samverkan: 3, 8 eller 14 november.",
        DIRECTOR_THEN,
        &[],
    ),
    (
        "Ansökan medlemskap Robertsfors kommun",
        ItemKind::Decision,
        "Robertsfors kommun har beslutat att ansöka om medlemskap i förbundet.",
        DIRECTOR_THEN,
        &["Bilaga 4"],
    ),
    (
        "Förslag uppdaterad förbundsordning",
        ItemKind::Decision,
        "Behövs om styrelsen rekommenderar medlemmarna att godkänna Robertsfors kommun som ny medlem.",
        DIRECTOR_THEN,
        &["Bilaga 5"],
    ),
    (
        "Nationella rådets rekommendation om arbetsintegrerande sociala företag",
        ItemKind::Information,
        "Rådets rekommendation till förbunden om stöd till sådana företag.",
        DIRECTOR_THEN,
        &["Bilaga 6"],
    ),
    (
        "Nationella rådets rekommendation om ägarsamråd",
        ItemKind::Information,
        "Rådets rekommendation till förbunden om samråd med ägarna.",
        DIRECTOR_THEN,
        &["Bilaga 7"],
    ),
    ("Övriga frågor", ItemKind::Information, "", None, &[]),
    ("Utcheckning", ItemKind::Formal, "", None, &[]),
    ("Mötet avslutas", ItemKind::Formal, "", None, &[]),
];

pub(super) async fn tell(t: &mut Teller) -> Result<(), Trouble> {
    t.tell(Command::from(PlanMeeting {
        body: BOARD,
        on: JUNE,
        from: time(8, 15, 0, 0),
        until: time(12, 0, 0, 0),
        place: "Sessionssalen, Medborgarhuset/kommunhuset i Vännäs".to_owned(),
        extra: None,
        asking: Vec::new(),
        asked: None,
    }))
    .await?;
    let meeting = t.latest_meeting()?;
    t.tell(Command::from(NameSource { meeting, source: SOURCE.to_owned() })).await?;
    for (title, kind, text, presenter, appendices) in CALLED {
        let content = ItemContent {
            kind: *kind,
            title: (*title).to_owned(),
            text: (*text).to_owned(),
            presenter: presenter.map(str::to_owned),
            proposed: Vec::new(),
            appendices: appendices.iter().map(|a| (*a).to_owned()).collect(),
            matter: None,
        };
        t.tell(Command::from(AddItem { meeting, content, place: None })).await?;
    }
    t.tell(Command::from(SendNotice { meeting, on: Some(date(2016, 5, 31)) })).await
}
