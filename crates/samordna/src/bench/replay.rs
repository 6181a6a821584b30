//! Replay from SQLite into state: events each second, the start with a million, memory for a million.

use std::time::Instant;

use domain::Event;
use domain::association::events::{Event as Association, Founded};
use domain::case_register::events::{Direction, Entry, Event as Register};
use domain::ids::{BodyId, CaseId, InitiativeId, ItemId, MeetingId, PersonId};
use domain::initiative::events::Event as Initiative;
use domain::meeting::events::{Event as Meeting, ItemContent, ItemKind, Planned};
use engine::Engine;
use jiff::civil::{date, time};
use journal::{Journal, NewEvent, Place};
use uuid::Uuid;

use super::{Figure, Measured, append, folder, per_second, said, wait};

const EVENTS: u64 = 1_000_000;
const BATCH: usize = 1000;

pub(crate) fn measure() -> Measured {
    wait(async {
        let place = folder()?;
        let journal = Journal::open(&Place::Folder(place.path().to_owned())).await.map_err(said)?;
        begun(&journal).await?;
        let before = super::process::resident_kib("self").unwrap_or(0);
        let start = Instant::now();
        let engine = Engine::open(journal).await.map_err(said)?;
        let rate = per_second(EVENTS, start);
        let took = start.elapsed();
        let after = super::process::resident_kib("self").unwrap_or(0);
        drop(engine);
        Ok(vec![
            Figure::new(
                "replay.events_per_second",
                rate,
                "från SQLite till tillstånd, ett förbund; mål 300000",
            ),
            Figure::new("replay.million_ms", took.as_millis(), "start med en miljon händelser; mål 5000"),
            Figure::new(
                "replay.million_mib",
                after.saturating_sub(before) / 1024,
                "minne för en miljon händelser",
            ),
        ])
    })
}

/// Begins a stream and fills it with short facts: meetings with their paragraphs, cases with documents, ideas.
async fn begun(journal: &Journal) -> Result<(), String> {
    let founded = Event::Association(Association::Founded(Founded {
        slug: "matning".to_owned(),
        name: "Mätningens samordningsförbund".to_owned(),
        short_name: "Mätningen".to_owned(),
        organisationsnummer: None,
        seat: "Orten".to_owned(),
        county: "Länet".to_owned(),
        on: date(2004, 1, 1),
    }));
    let stream = "association/matning";
    let mut seq = append(journal, stream, 0, vec![stored(&founded)?]).await?;
    let mut events = (1..).flat_map(one_meeting);
    while seq < EVENTS {
        let next: Result<Vec<_>, _> = events.by_ref().take(BATCH).map(|event| stored(&event)).collect();
        seq = append(journal, stream, seq, next?).await?;
    }
    Ok(())
}

fn stored(event: &Event) -> Result<NewEvent, String> {
    let body = serde_json::to_string(event).map_err(said)?;
    Ok(NewEvent { id: Uuid::now_v7(), kind: event.kind(), version: 1, body })
}

/// The events round one meeting: fifty of them.
fn one_meeting(no: u32) -> Vec<Event> {
    let (meeting, case, by) = (MeetingId(no), CaseId(no), PersonId(Uuid::nil()));
    let on = date(2004, 1, 1).saturating_add(jiff::Span::new().days(i64::from(no % 8000)));
    let mut events = vec![
        Event::Meeting(Meeting::Planned(Planned {
            meeting,
            body: BodyId(1),
            on,
            from: time(9, 0, 0, 0),
            until: time(12, 0, 0, 0),
            place: "Kansliet".to_owned(),
            extra: None,
        })),
        Event::Register(Register::CaseOpened {
            case,
            number: format!("M {no}"),
            subject: "Ett ärende".to_owned(),
            on,
            keeps: None,
        }),
        Event::Initiative(Initiative::IdeaNoted {
            initiative: InitiativeId(no),
            title: "En insats".to_owned(),
            text: "En idé om stöd på vägen till arbete.".to_owned(),
            applicant: "Kommunen".to_owned(),
            by,
            on,
        }),
    ];
    for place in 1..=14 {
        let item = ItemId(place);
        let content = ItemContent {
            kind: ItemKind::Information,
            title: "En punkt på föredragningslistan".to_owned(),
            text: String::new(),
            presenter: None,
            proposed: Vec::new(),
            appendices: Vec::new(),
            matter: None,
        };
        events.push(Event::Meeting(Meeting::ItemAdded { meeting, item, content, at_the_meeting: false }));
        events.push(Event::Meeting(Meeting::TakenUp { meeting, item, paragraf: place }));
        let text = "Styrelsen tog del av informationen och lade den till handlingarna.".to_owned();
        events.push(Event::Meeting(Meeting::Noted { meeting, item, text, reports: Vec::new() }));
    }
    for no in 1..=5 {
        events.push(Event::Register(Register::DocumentRegistered(Entry {
            case,
            no,
            direction: Direction::Received,
            dated: on,
            registered: on,
            counterpart: Some("Kommunen".to_owned()),
            title: "Yttrande".to_owned(),
            source: None,
            secrecy: None,
        })));
    }
    events
}
