//! Holds a whole meeting of a county board: present, paragraph by paragraph, closed, written, attested, posted.

use domain::Command;
use domain::assignment::follow_up::{FinishAssignment, GiveAssignment};
use domain::ids::{ItemId, MandateId, MeetingId, ProposalId};
use domain::initiative::events::BoardOutcome;
use domain::meeting::agenda::AddItem;
use domain::meeting::attendance::NoteAttendance;
use domain::meeting::attest::AttestMinutes;
use domain::meeting::decide::MakeDecision;
use domain::meeting::events::{Attendance, Capacity, ItemContent, ItemKind, Matter, VoteMatter};
use domain::meeting::minutes::WriteMinutes;
use domain::meeting::notice::SendNotice;
use domain::meeting::paragraf::{TakeUpItem, WriteNote};
use domain::meeting::phrases::usually_said;
use domain::meeting::plan::PlanMeeting;
use domain::meeting::posting::{PostNotice, TakeDownNotice};
use domain::meeting::reservation::NotifyReservation;
use domain::meeting::session::{CloseMeeting, NameOfficers, OpenMeeting};
use domain::meeting::vote::{CastBallot, CloseVote, MakeProposal, OpenVote};
use jiff::ToSpan;
use jiff::civil::{Date, time};

use super::county::{BOARD, Profile};
use super::people::person;
use super::teller::{Teller, Trouble};

/// A board meeting of one of the county's associations.
pub(crate) struct BoardMeeting<'a> {
    pub(crate) t: &'a mut Teller,
    pub(crate) profile: &'a Profile,
    pub(crate) on: Date,
    pub(crate) meeting: MeetingId,
}

/// A vote to be held under an item.
pub(crate) struct Division<'a> {
    /// Who makes the first proposal, its words and what it would mean.
    pub(crate) first: (&'a str, &'a str, BoardOutcome),
    /// The same of the second.
    pub(crate) second: (&'a str, &'a str, BoardOutcome),
    /// Who vote for the first; the rest of those serving vote for the second.
    pub(crate) for_first: &'a [&'a str],
    /// Who abstain.
    pub(crate) abstain: &'a [&'a str],
    /// Which of the two wins: 1 or 2.
    pub(crate) wins: u32,
}

/// Plans a board meeting four weeks ahead and puts items on its agenda.
pub(crate) async fn plan<'a>(
    t: &'a mut Teller,
    profile: &'a Profile,
    on: Date,
    planned: Date,
    extra: Option<&str>,
    items: &[ItemContent],
) -> Result<BoardMeeting<'a>, Trouble> {
    t.on(planned).by(person(profile.director));
    t.tell(Command::from(PlanMeeting {
        body: BOARD,
        on,
        from: time(9, 0, 0, 0),
        until: time(12, 0, 0, 0),
        place: format!("Kansliet, {}", profile.seat),
        extra: extra.map(str::to_owned),
        asking: Vec::new(),
        asked: None,
    }))
    .await?;
    let meeting = t.latest_meeting()?;
    for content in items {
        // Before the standing items that end a meeting.
        let place = t.look(|a| {
            let items = &a.meetings.get(&meeting)?.items;
            let ends =
                |title: &str| title.starts_with("Övriga frågor") || title.starts_with("Mötets avslutande");
            let place = items.iter().position(|i| ends(&i.content.title)).unwrap_or(items.len());
            u32::try_from(place + 1).ok()
        })?;
        t.tell(Command::from(AddItem { meeting, content: content.clone(), place: Some(place) })).await?;
    }
    Ok(BoardMeeting { t, profile, on, meeting })
}

/// An item for decision on an initiative.
pub(crate) fn decision_on(matter: domain::ids::InitiativeId, title: &str, proposed: &[&str]) -> ItemContent {
    ItemContent {
        kind: ItemKind::Decision,
        title: title.to_owned(),
        text: "Beredningsgruppens och arbetsutskottets förslag finns i handlingarna.".to_owned(),
        presenter: None,
        proposed: proposed.iter().map(|p| (*p).to_owned()).collect(),
        appendices: vec!["Ansökan".to_owned()],
        matter: Some(Matter::Initiative(matter)),
    }
}

/// An item for information.
pub(crate) fn information(title: &str, text: &str, presenter: &str) -> ItemContent {
    ItemContent {
        kind: ItemKind::Information,
        title: title.to_owned(),
        text: text.to_owned(),
        presenter: Some(presenter.to_owned()),
        proposed: Vec::new(),
        appendices: Vec::new(),
        matter: None,
    }
}

impl BoardMeeting<'_> {
    /// Sends the notice on a day.
    pub(crate) async fn notice(&mut self, on: Date) -> Result<(), Trouble> {
        self.t.on(on).by(person(self.profile.director));
        self.t.tell(Command::from(SendNotice { meeting: self.meeting, on: None })).await
    }

    /// Opens it with everybody present but those named; a substitute serves for each who is absent, where there is
    /// one present.
    pub(crate) async fn open(
        &mut self,
        attester: &str,
        absent: &[&str],
        no_substitute_for: &[&str],
    ) -> Result<(), Trouble> {
        self.t.at(self.on.at(9, 0, 0, 0)).by(person(self.profile.director));
        self.t.tell(Command::from(OpenMeeting { meeting: self.meeting, at: None })).await?;
        for seat in self.profile.seats {
            let mandate = self.mandate(seat.ordinary)?;
            if !absent.contains(&seat.ordinary) {
                self.attend(seat.ordinary, Capacity::Serving { mandate, in_place_of: None }).await?;
            } else if !no_substitute_for.contains(&seat.ordinary) {
                let own = self.mandate(seat.substitute)?;
                let serving = Capacity::Serving { mandate: own, in_place_of: Some(mandate) };
                self.attend(seat.substitute, serving).await?;
            }
        }
        let director = Capacity::Other { from: "förbundschef".to_owned() };
        self.attend(self.profile.director, director).await?;
        let officers = NameOfficers {
            meeting: self.meeting,
            chair: person(self.profile.chair),
            secretary: person(self.profile.director),
            attesters: vec![person(attester)],
        };
        self.t.tell(Command::from(officers)).await
    }

    async fn attend(&mut self, who: &str, capacity: Capacity) -> Result<(), Trouble> {
        let attendance = Attendance { person: person(who), capacity, remote: None, paragrafer: None };
        self.t.tell(Command::from(NoteAttendance { meeting: self.meeting, attendance })).await
    }

    fn mandate(&self, who: &str) -> Result<MandateId, Trouble> {
        let (on, who) = (self.on, person(who));
        self.t
            .look(|a| a.mandates.holding(BOARD, on).find(|m| m.given.person == who).map(|m| m.given.mandate))
    }

    /// Takes up the items in order until one whose title begins so, which is left.
    pub(crate) async fn until(&mut self, title: &str) -> Result<Option<ItemId>, Trouble> {
        let meeting = self.meeting;
        let left: Vec<(ItemId, String)> = self.t.look(|a| {
            let items = &a.meetings.get(&meeting)?.items;
            Some(
                items
                    .iter()
                    .filter(|i| i.paragraf.is_none())
                    .map(|i| (i.id, i.content.title.clone()))
                    .collect(),
            )
        })?;
        for (item, its_title) in left {
            if !title.is_empty() && its_title.starts_with(title) {
                return Ok(Some(item));
            }
            let text = said(&its_title);
            self.take_up(item).await?;
            self.t.tell(Command::from(WriteNote { meeting, item, text, reports: Vec::new() })).await?;
        }
        Ok(None)
    }

    /// Takes up an item under the next paragraph.
    pub(crate) async fn take_up(&mut self, item: ItemId) -> Result<(), Trouble> {
        self.t.tell(Command::from(TakeUpItem { meeting: self.meeting, item, paragraf: None })).await
    }

    /// Decides under the item that is up, without a vote.
    pub(crate) async fn decide(
        &mut self,
        item: ItemId,
        clauses: &[&str],
        outcome: Option<BoardOutcome>,
    ) -> Result<(), Trouble> {
        let clauses = clauses.iter().map(|c| (*c).to_owned()).collect();
        let decision = MakeDecision { meeting: self.meeting, item, clauses, appealable: true, outcome };
        self.t.tell(Command::from(decision)).await
    }

    /// Holds an open vote between two proposals.
    pub(crate) async fn divide(&mut self, item: ItemId, division: Division<'_>) -> Result<(), Trouble> {
        let meeting = self.meeting;
        for (by, text, outcome) in [division.first, division.second] {
            let proposal =
                MakeProposal { meeting, item, by: person(by), text: text.to_owned(), outcome: Some(outcome) };
            self.t.tell(Command::from(proposal)).await?;
        }
        let between = vec![ProposalId(1), ProposalId(2)];
        let vote = OpenVote { meeting, item, between, secret: false, matter: VoteMatter::Ordinary };
        self.t.tell(Command::from(vote)).await?;
        let serving: Vec<_> =
            self.t.look(|a| Some(a.meetings.get(&meeting)?.serving().map(|s| s.person).collect()))?;
        for by in serving {
            let is_in = |names: &[&str]| names.iter().any(|n| person(n) == by);
            let choice = match (is_in(division.abstain), is_in(division.for_first)) {
                (true, _) => None,
                (false, true) => Some(ProposalId(1)),
                (false, false) => Some(ProposalId(2)),
            };
            self.t.tell(Command::from(CastBallot { meeting, item, by, choice })).await?;
        }
        self.t.tell(Command::from(CloseVote { meeting, item, lot: None, tally: None })).await?;
        let won = self
            .t
            .look(|a| a.meetings.get(&meeting)?.item(item)?.vote.as_ref()?.result.map(|(won, _)| won))?;
        debug_assert_eq!(won, ProposalId(division.wins));
        Ok(())
    }

    /// Somebody reserves.
    pub(crate) async fn reserve(&mut self, item: ItemId, by: &str, text: &str) -> Result<(), Trouble> {
        let reservation =
            NotifyReservation { meeting: self.meeting, item, by: person(by), text: text.to_owned() };
        self.t.tell(Command::from(reservation)).await
    }

    /// Gives somebody an assignment.
    pub(crate) async fn assign(
        &mut self,
        item: ItemId,
        to: &str,
        what: &str,
        due: Option<Date>,
    ) -> Result<(), Trouble> {
        self.t
            .tell(Command::from(GiveAssignment {
                meeting: self.meeting,
                item,
                to: to.to_owned(),
                person: Some(person(to)),
                what: what.to_owned(),
                due,
            }))
            .await
    }

    /// The director reports what was assigned at this meeting as done, on a day.
    pub(crate) async fn finish_assignment(&mut self, note: &str, on: Date) -> Result<(), Trouble> {
        self.t.on(on).by(person(self.profile.director));
        let meeting = self.meeting;
        let assignment = self.t.look(|a| {
            a.assignments.open().find(|open| open.given.meeting == meeting).map(|open| open.given.assignment)
        })?;
        self.t.tell(Command::from(FinishAssignment { assignment, note: note.to_owned() })).await
    }

    /// Takes up what is left and closes.
    pub(crate) async fn close(&mut self) -> Result<(), Trouble> {
        self.until("").await?;
        self.t.at(self.on.at(11, 40, 0, 0));
        self.t.tell(Command::from(CloseMeeting { meeting: self.meeting, at: None })).await
    }

    /// Closes, and sees the minutes through: written out, attested, posted, and taken down a month later.
    pub(crate) async fn conclude(
        &mut self,
        attester: &str,
        written: Date,
        attested: Date,
        posted: Date,
    ) -> Result<(), Trouble> {
        self.close().await?;
        self.write(written).await?;
        self.attest(attester, attested).await?;
        self.post(posted).await?;
        self.take_down(posted).await
    }

    /// Writes the minutes out on a day.
    pub(crate) async fn write(&mut self, on: Date) -> Result<(), Trouble> {
        self.t.on(on).by(person(self.profile.director));
        self.t.tell(Command::from(WriteMinutes { meeting: self.meeting, on: None })).await
    }

    /// The chair and the attester attest on a day.
    pub(crate) async fn attest(&mut self, attester: &str, on: Date) -> Result<(), Trouble> {
        for who in [self.profile.chair, attester] {
            self.t.on(on).by(person(who));
            let meeting = self.meeting;
            let seen =
                self.t.look(|a| Some(a.meetings.get(&meeting)?.written.as_ref()?.paper.sha256.clone()))?;
            let attest = AttestMinutes { meeting, by: None, seen: Some(seen), on: None };
            self.t.tell(Command::from(attest)).await?;
        }
        Ok(())
    }

    /// Puts the announcement up on every board on a day.
    pub(crate) async fn post(&mut self, on: Date) -> Result<(), Trouble> {
        self.t.on(on).by(person(self.profile.director));
        for board in self.boards()? {
            let post = PostNotice { meeting: self.meeting, board, on: None, down: None };
            self.t.tell(Command::from(post)).await?;
        }
        Ok(())
    }

    /// Takes it down everywhere, a month after it was put up.
    pub(crate) async fn take_down(&mut self, posted: Date) -> Result<(), Trouble> {
        self.t.on(posted.saturating_add(30.days())).by(person(self.profile.director));
        for board in self.boards()? {
            let down = TakeDownNotice { meeting: self.meeting, board, on: None };
            self.t.tell(Command::from(down)).await?;
        }
        Ok(())
    }

    fn boards(&self) -> Result<Vec<domain::ids::MemberId>, Trouble> {
        let meeting = self.meeting;
        self.t.look(|a| Some(a.meetings.get(&meeting)?.boards.clone()))
    }
}

/// What the minutes say under a standing item.
fn said(title: &str) -> String {
    let found = usually_said(title);
    found.unwrap_or("Styrelsen tog del av informationen och lade den till handlingarna.").to_owned()
}
