//! The agenda: items added, changed, moved, removed, until the notice and when it is approved.

use access::Action;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statute::Judge;

use crate::act::{Act, Decision};
use crate::decision::{Ctx, Decided, Guard, Refusal};
use crate::event::{Event, Subject};
use crate::fields::{Fields, LINE, TEXT};
use crate::ids::{ItemId, MeetingId};
use crate::initiative::decide::{not_before_the_board, prepared};
use crate::mandate::events::BodyKind;
use crate::meeting::events::{Event as Fact, ItemContent, ItemKind, Matter};
use crate::meeting::state::{Item, Meeting};
use crate::state::Association;
use swedish::days::in_words;

/// The item under which the agenda is approved: until then items may be added.
const APPROVAL: &str = "Godkännande av dagordning";
/// The standing items that end an agenda: new items are put before them.
const CLOSING: [&str; 3] = ["Övriga frågor", "Utcheckning", "Mötets avslutande"];

/// The standing items of a body's agenda.
pub(crate) fn template(body: BodyKind, extra: bool) -> Vec<ItemContent> {
    let board = body == BodyKind::Board;
    let parts: [(bool, &str); 7] = [
        (true, "Mötets öppnande"),
        (board, "Upprop och beslutsförhet"),
        (board, "Val av justerare"),
        (true, APPROVAL),
        (!extra, if board { "Föregående protokoll" } else { "Föregående minnesanteckningar" }),
        (!extra, "Övriga frågor"),
        (true, "Mötets avslutande"),
    ];
    let formal = |title: &str| ItemContent {
        kind: ItemKind::Formal,
        title: title.to_owned(),
        text: String::new(),
        presenter: None,
        proposed: Vec::new(),
        appendices: Vec::new(),
        matter: None,
    };
    parts.iter().filter(|(stands, _)| *stands).map(|(_, title)| formal(title)).collect()
}

/// Puts an item on the agenda: before the notice, or at the meeting until the agenda is approved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AddItem {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item's content.
    pub content: ItemContent,
    /// Its place on the agenda, from 1; before the closing items when left out.
    #[serde(default)]
    pub place: Option<u32>,
}

impl Decision for AddItem {
    const ACT: Act = Act {
        name: "add_item",
        says: "föra upp en punkt",
        may: Action::AddItem,
        fits: |state, about, ctx| additions(state.meeting_of(about)?, ctx).map(drop),
    };
    const ADDS: bool = true;

    fn about(&self) -> Subject {
        Subject::Meeting(self.meeting)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let content = tidied(&self.content);
        let at_the_meeting = additions(meeting, ctx)?;
        let guard = checked(state, meeting, &content, ctx)?;
        let last = u32::try_from(meeting.items.len()).unwrap_or(u32::MAX).saturating_add(1);
        let place = match self.place {
            Some(place) if place == 0 || place > last => {
                return Err(Refusal::field("place", format!("Ange en plats mellan 1 och {last}.")));
            }
            Some(place) => place,
            None if ctx.records() => last,
            None => before_the_closing(meeting, &content).min(last),
        };
        let (meeting, item) = (self.meeting, next_item(meeting));
        let mut events = vec![Event::Meeting(Fact::ItemAdded { meeting, item, content, at_the_meeting })];
        if place < last {
            events.push(Event::Meeting(Fact::ItemMoved { meeting, item, to: place }));
        }
        guard.pass(Subject::Item(meeting, item), "add_item", events)
    }
}

/// Changes an item before the notice is sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChangeItem {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
    /// Its new content.
    pub content: ItemContent,
}

impl Decision for ChangeItem {
    const ACT: Act = Act {
        name: "change_item",
        says: "ändra en punkt",
        may: Action::PlanMeeting,
        fits: |state, about, ctx| changeable(state.meeting_of(about)?, ctx),
    };

    fn about(&self) -> Subject {
        Subject::Item(self.meeting, self.item)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let item = meeting.the_item(self.item)?;
        let content = tidied(&self.content);
        if item.content == content {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        let guard = checked(state, meeting, &content, ctx)?;
        let event = Fact::ItemChanged { meeting: self.meeting, item: self.item, content };
        guard.pass(Subject::Item(self.meeting, self.item), "change_item", [Event::Meeting(event)])
    }
}

/// Moves an item to another place on the agenda before the notice is sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MoveItem {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
    /// Its new place, from 1.
    pub to: u32,
}

impl Decision for MoveItem {
    const ACT: Act = Act {
        name: "move_item",
        says: "flytta en punkt",
        may: Action::PlanMeeting,
        fits: |state, about, ctx| changeable(state.meeting_of(about)?, ctx),
    };

    fn about(&self) -> Subject {
        Subject::Item(self.meeting, self.item)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        meeting.the_item(self.item)?;
        let last = meeting.items.len();
        let Some(to) = usize::try_from(self.to).ok().filter(|to| (1..=last).contains(to)) else {
            return Err(Refusal::field("to", format!("Ange en plats mellan 1 och {last}.")));
        };
        if meeting.items.get(to - 1).is_some_and(|i| i.id == self.item) {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        let event = Fact::ItemMoved { meeting: self.meeting, item: self.item, to: self.to };
        Ok(Decided::of([Event::Meeting(event)]))
    }
}

/// Takes an item off the agenda before the notice is sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RemoveItem {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
}

impl Decision for RemoveItem {
    const ACT: Act = Act {
        name: "remove_item",
        says: "ta bort en punkt",
        may: Action::PlanMeeting,
        fits: |state, about, ctx| changeable(state.meeting_of(about)?, ctx),
    };

    fn about(&self) -> Subject {
        Subject::Item(self.meeting, self.item)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let Some(item) = meeting.item(self.item) else {
            // Numbers are given in order: one that is not above the last was given.
            let was_there = self.item.0 > 0 && Some(self.item) <= meeting.last_item;
            return if was_there { Ok(Decided::already()) } else { Err(Refusal::NotFound("punkten")) };
        };
        Self::ACT.fits(state, self.about(), ctx)?;
        if let Some(paragraf) = item.paragraf {
            let says = format!("Punkten är redan upptagen under § {paragraf}.");
            return Err(Refusal::order(says, "Skriv i anteckningen vad som hände med punkten."));
        }
        let event = Fact::ItemRemoved { meeting: self.meeting, item: self.item };
        Ok(Decided::of([Event::Meeting(event)]))
    }
}

/// The number of the next item; that of a removed one is not used again.
fn next_item(meeting: &Meeting) -> ItemId {
    ItemId::after(meeting.last_item.iter())
}

/// Whether an item may be added now, and whether that is at the meeting.
fn additions(meeting: &Meeting, ctx: &Ctx) -> Result<bool, Refusal> {
    if ctx.records() {
        meeting.unsealed()?;
        return Ok(meeting.opened.is_some());
    }
    let Some(sent) = &meeting.notice else {
        meeting.unsealed()?;
        if meeting.opened.is_none() {
            return Ok(false);
        }
        return at_the_meeting(meeting, ctx);
    };
    if meeting.opened.is_none() {
        return Err(Refusal::order(
            format!("Kallelsen skickades den {}, så dagordningen ligger fast.", in_words(sent.on)),
            "Lägg till punkten när dagordningen godkänns på sammanträdet.",
        ));
    }
    at_the_meeting(meeting, ctx)
}

fn at_the_meeting(meeting: &Meeting, ctx: &Ctx) -> Result<bool, Refusal> {
    meeting.running(ctx)?;
    let approved = |i: &&Item| i.content.title == APPROVAL && i.decision.is_some();
    match meeting.items.iter().find(approved).and_then(|i| i.paragraf) {
        Some(paragraf) => Err(Refusal::order(
            format!("Dagordningen godkändes under § {paragraf}."),
            "Ta upp frågan under övriga frågor, eller på nästa sammanträde.",
        )),
        None => Ok(true),
    }
}

/// Whether items may be changed, moved and removed now.
fn changeable(meeting: &Meeting, ctx: &Ctx) -> Result<(), Refusal> {
    meeting.unsealed()?;
    if ctx.records() {
        return Ok(());
    }
    if let Some(sent) = &meeting.notice {
        return Err(Refusal::order(
            format!("Kallelsen skickades den {}, så dagordningen ligger fast.", in_words(sent.on)),
            "Skriv under punkten, när den tas upp, vad som har ändrats.",
        ));
    }
    if meeting.opened.is_some() {
        let instead = "Skriv under punkten, när den tas upp, vad som har ändrats.";
        return Err(Refusal::order("Sammanträdet är öppnat, så dagordningen ligger fast.", instead));
    }
    Ok(())
}

/// The place of a new item: before the closing items, after what is already taken up.
fn before_the_closing(meeting: &Meeting, content: &ItemContent) -> u32 {
    let closes = |title: &str| CLOSING.contains(&title);
    let end = meeting.items.len();
    let first_closing = if closes(&content.title) {
        end
    } else {
        end - meeting.items.iter().rev().take_while(|i| closes(&i.content.title)).count()
    };
    let taken = meeting.items.iter().rposition(|i| i.paragraf.is_some()).map_or(0, |at| at + 1);
    u32::try_from(first_closing.max(taken)).unwrap_or(u32::MAX).saturating_add(1)
}

fn tidied(content: &ItemContent) -> ItemContent {
    let kept = |lines: &[String]| -> Vec<String> {
        lines.iter().map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()).collect()
    };
    ItemContent {
        kind: content.kind,
        title: content.title.trim().to_owned(),
        text: content.text.trim().to_owned(),
        presenter: content.presenter.as_deref().map(str::trim).filter(|p| !p.is_empty()).map(str::to_owned),
        proposed: kept(&content.proposed),
        appendices: kept(&content.appendices),
        matter: content.matter,
    }
}

/// Checks what an item says and is about; an application is decided by the board when its turn has come.
fn checked<'a>(
    state: &Association,
    meeting: &Meeting,
    content: &ItemContent,
    ctx: &'a Ctx,
) -> Result<Guard<'a>, Refusal> {
    let guard = Guard::new(ctx);
    let fields = Fields::new()
        .said("title", &content.title, LINE, "Skriv vad punkten handlar om.")
        .within("text", &content.text, TEXT)
        .within("presenter", content.presenter.as_deref().unwrap_or_default(), LINE);
    let fields = content.proposed.iter().fold(fields, |f, clause| f.within("proposed", clause, TEXT));
    content.appendices.iter().fold(fields, |f, what| f.within("appendices", what, LINE)).checked()?;
    match content.matter {
        None => Ok(guard),
        Some(Matter::Case(case)) if state.register.cases.contains_key(&case) => Ok(guard),
        Some(Matter::Case(_)) => Err(Refusal::NotFound("ärendet")),
        Some(Matter::Initiative(id)) => {
            let initiative = state.initiatives.get(&id).ok_or(Refusal::NotFound("insatsen"))?;
            if content.kind != ItemKind::Decision || !state.is_board(meeting) {
                return Ok(guard);
            }
            match not_before_the_board(initiative) {
                Some(refusal) if !ctx.records() => Err(refusal),
                Some(_) | None => Ok(guard.note(prepared(initiative).judge(meeting.day()))),
            }
        }
    }
}
