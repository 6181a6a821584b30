//! Putting up and taking down the announcement on the members' notice boards.

use access::Action;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statute::rules::meetings::{
    BoardPosting, PostedIn2Days, PostedWholeAppealTime, appeal_period_ends, earliest_take_down,
};
use statute::{Finding, Judge, Outcome};

use crate::act::{Act, Decision};
use crate::decision::{Ctx, Decided, Guard, Refusal};
use crate::event::{Event, Subject};
use crate::ids::{MeetingId, MemberId};
use crate::meeting::checks::day_taken;
use crate::meeting::events::Event as Fact;
use crate::meeting::state::{Meeting, Posting};
use crate::state::Association;
use swedish::days::in_words;
use swedish::list::listed;

/// Puts up the announcement (sv. *anslå justeringen*) on a member's notice board.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PostNotice {
    /// The meeting.
    pub meeting: MeetingId,
    /// On whose board.
    pub board: MemberId,
    /// The day; today when left out.
    #[serde(default)]
    pub on: Option<Date>,
    /// The day it is to come down; the day after the appeal period when left out.
    #[serde(default)]
    pub down: Option<Date>,
}

impl Decision for PostNotice {
    const ACT: Act =
        Act { name: "post_notice", says: "anslå protokollet", may: Action::PostNotice, fits: attested };

    fn about(&self) -> Subject {
        Subject::Meeting(self.meeting)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let on = day_taken(ctx, self.on)?;
        let last = meeting.postings.values().map(|p| p.up).chain([on]).max().unwrap_or(on);
        if let Some(posted) = meeting.postings.get(&self.board) {
            let same = posted.up == on && self.down.is_none_or(|down| down == posted.planned_down);
            if same {
                return Ok(Decided::already());
            }
            return Err(Refusal::Changed(format!(
                "Anslaget sattes redan upp hos {} den {}.",
                state.profile.member_name(self.board),
                in_words(posted.up)
            )));
        }
        self.in_order(state, meeting, ctx, on)?;
        let down = self.down.unwrap_or_else(|| earliest_take_down(last));
        let mut after = meeting.clone();
        after.postings.insert(self.board, Posting { up: on, planned_down: down, down: None });
        let mut guard = Guard::new(ctx);
        if self.down.is_some() {
            let boards = boards(state, &after).into_iter().filter(|b| b.posted.is_some()).collect();
            let whole = PostedWholeAppealTime {
                boards,
                required_boards: Vec::new(),
                from_source: meeting.source.is_some(),
                today: ctx.today(),
            };
            guard = guard.ask(whole.judge(on));
        }
        let everywhere = after.boards.iter().all(|board| after.postings.contains_key(board));
        if let Some(in_time) = posted_in_time(state, &after, ctx.today()).filter(|_| everywhere) {
            guard = guard.note(in_time);
        }
        let event = Fact::Posted { meeting: self.meeting, board: self.board, on, down };
        guard.pass(Subject::Meeting(self.meeting), "post_notice", [Event::Meeting(event)])
    }
}

/// Minutes are announced when all who must have attested them.
fn attested(state: &Association, about: Subject, _: &Ctx) -> Result<(), Refusal> {
    match state.meeting_of(about)?.attested_on() {
        Some(_) => Ok(()),
        None => {
            let instead = "Låt alla som ska justera göra det först.";
            Err(Refusal::order("Protokollet är inte justerat.", instead))
        }
    }
}

/// What is up somewhere can be taken down.
fn posted(state: &Association, about: Subject, _: &Ctx) -> Result<(), Refusal> {
    if state.meeting_of(about)?.postings.values().any(|posting| posting.down.is_none()) {
        return Ok(());
    }
    Err(Refusal::order("Inget anslag sitter uppe.", "Sätt upp anslaget först."))
}

impl PostNotice {
    fn in_order(&self, state: &Association, meeting: &Meeting, ctx: &Ctx, on: Date) -> Result<(), Refusal> {
        if !state.profile.members.contains_key(&self.board) {
            return Err(Refusal::NotFound("medlemmen"));
        }
        if !meeting.boards.contains(&self.board) {
            let names: Vec<&str> = meeting.boards.iter().map(|b| state.profile.member_name(*b)).collect();
            let says = format!("Protokollet anslås inte hos {}.", state.profile.member_name(self.board));
            return Err(match names.as_slice() {
                [] => Refusal::Order { says, instead: None },
                names => Refusal::order(says, format!("Anslå det hos {}.", listed(names))),
            });
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        if let Some(attested) = meeting.attested_on().filter(|attested| on < *attested && !ctx.records()) {
            return Err(Refusal::field("on", format!("Ange en dag från och med justeringen, {attested}.")));
        }
        if self.down.is_some_and(|down| down < on) {
            return Err(Refusal::field("down", format!("Ange en dag efter {on}, då anslaget sätts upp.")));
        }
        Ok(())
    }
}

/// Takes down the announcement, when the appeal period has ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TakeDownNotice {
    /// The meeting.
    pub meeting: MeetingId,
    /// From whose board.
    pub board: MemberId,
    /// The day; today when left out.
    #[serde(default)]
    pub on: Option<Date>,
}

impl Decision for TakeDownNotice {
    const ACT: Act =
        Act { name: "take_down_notice", says: "ta ned anslaget", may: Action::PostNotice, fits: posted };

    fn about(&self) -> Subject {
        Subject::Meeting(self.meeting)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let on = day_taken(ctx, self.on)?;
        let name = state.profile.member_name(self.board);
        let Some(posted) = meeting.postings.get(&self.board) else {
            let says = format!("Inget anslag sitter uppe hos {name}.");
            return Err(Refusal::order(says, "Sätt upp anslaget först."));
        };
        if let Some(taken) = posted.down {
            if taken == on {
                return Ok(Decided::already());
            }
            return Err(Refusal::Changed(format!(
                "Anslaget togs redan ned hos {name} den {}.",
                in_words(taken)
            )));
        }
        if on < posted.up {
            return Err(Refusal::field(
                "on",
                format!("Ange en dag efter {}, då anslaget sattes upp.", posted.up),
            ));
        }
        let mut after = meeting.clone();
        after.postings.insert(self.board, Posting { down: Some(on), ..*posted });
        let whole = posted_whole_time(state, &after, ctx.today());
        if !ctx.records() {
            still_running(meeting, on, &whole)?;
        }
        let event = Fact::TakenDown { meeting: self.meeting, board: self.board, on };
        let about = Subject::Meeting(self.meeting);
        Guard::new(ctx).ask(whole).pass(about, "take_down_notice", [Event::Meeting(event)])
    }
}

/// The last day to appeal is itself a day to appeal, and the period does not begin before the last board shows it.
fn still_running(meeting: &Meeting, on: Date, whole: &Finding) -> Result<(), Refusal> {
    let everywhere = meeting.boards.iter().all(|board| meeting.postings.contains_key(board));
    let Some(last) = meeting.postings.values().map(|p| p.up).max().filter(|_| everywhere) else {
        return Err(Refusal::order(
            whole.says.clone(),
            "Låt anslaget sitta uppe, och anslå det på de andra tavlorna.",
        ));
    };
    if whole.outcome != Outcome::NotMet && on <= appeal_period_ends(last) {
        let earliest = in_words(earliest_take_down(last));
        return Err(Refusal::order(whole.says.clone(), format!("Ta ned anslaget tidigast den {earliest}.")));
    }
    Ok(())
}

/// The boards that must show the announcement, and their dates.
///
/// A plan that was right for its own board yields to the last board's posting, which moves the appeal period.
fn boards(state: &Association, meeting: &Meeting) -> Vec<BoardPosting> {
    let last = meeting.postings.values().map(|p| p.up).max();
    let planned = |p: &Posting| match last.map(earliest_take_down) {
        Some(moved) if p.planned_down >= earliest_take_down(p.up) => p.planned_down.max(moved),
        Some(_) | None => p.planned_down,
    };
    meeting
        .boards
        .iter()
        .map(|board| {
            let posting = meeting.postings.get(board);
            BoardPosting {
                board: state.profile.member_name(*board).to_owned(),
                posted: posting.map(|p| p.up),
                taken_down: posting.and_then(|p| p.down),
                planned_down: posting.map(planned),
            }
        })
        .collect()
}

/// Whether attested minutes were announced on every board in time.
pub(crate) fn posted_in_time(state: &Association, meeting: &Meeting, today: Date) -> Option<Finding> {
    let attested = meeting.attested_on()?;
    let boards = boards(state, meeting);
    let from_source = meeting.source.is_some();
    Some(PostedIn2Days { attested, boards, required_boards: Vec::new(), from_source, today }.judge(attested))
}

/// Whether the announcement stays up on every board while the decisions can be appealed.
pub(crate) fn posted_whole_time(state: &Association, meeting: &Meeting, today: Date) -> Finding {
    let on = meeting.postings.values().map(|p| p.up).max().unwrap_or_else(|| meeting.day());
    let (boards, from_source) = (boards(state, meeting), meeting.source.is_some());
    PostedWholeAppealTime { boards, required_boards: Vec::new(), from_source, today }.judge(on)
}
