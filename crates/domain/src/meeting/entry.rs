//! What was entered at a meeting, in words, and what rests on it.

use crate::decision::{Ctx, Refusal};
use crate::ids::{AssignmentId, ItemId, MandateId, PersonId};
use crate::meeting::events::{Capacity, Entry, Undecided};
use crate::meeting::paper::called;
use crate::meeting::state::{Item, Meeting};
use crate::state::Association;
use swedish::days::{clock, in_words};
use swedish::list::listed;

impl Entry {
    /// The item it stands under, if it stands under one.
    pub fn item(self) -> Option<ItemId> {
        match self {
            Self::TakenUp(item)
            | Self::Disqualification(item, _)
            | Self::Proposal(item, _)
            | Self::Vote(item)
            | Self::Decision(item)
            | Self::Undecided(item)
            | Self::Reservation(item, _) => Some(item),
            Self::Opening | Self::Closing | Self::Attendance(_) | Self::Leaving(_) | Self::Assignment(_) => {
                None
            }
        }
    }

    /// Whether it tells what happened, which is completed after the meeting too, and not what was decided there.
    fn happened(self) -> bool {
        match self {
            Self::Attendance(_)
            | Self::Leaving(_)
            | Self::Disqualification(..)
            | Self::Undecided(_)
            | Self::Reservation(..)
            | Self::Assignment(_)
            | Self::Closing => true,
            Self::Opening | Self::TakenUp(_) | Self::Proposal(..) | Self::Vote(_) | Self::Decision(_) => {
                false
            }
        }
    }
}

impl Undecided {
    /// As the minutes say it.
    pub fn says(self) -> &'static str {
        match self {
            Self::Postponed => "Punkten bordläggs.",
            Self::Withdrawn => "Punkten utgår.",
            Self::NoQuorum => "Punkten behandlas inte: för få tjänstgör för att den ska kunna behandlas.",
        }
    }
}

/// A meeting with what was entered at it.
#[derive(Clone, Copy, Debug)]
pub struct Entered<'a> {
    /// The association.
    pub state: &'a Association,
    /// The meeting.
    pub meeting: &'a Meeting,
}

impl Entered<'_> {
    /// Everything that was entered and can be meant, in the order of the minutes.
    pub fn all(self) -> Vec<Entry> {
        let meeting = self.meeting;
        let mut all = Vec::new();
        all.extend(meeting.opened.map(|_| Entry::Opening));
        let mut people: Vec<PersonId> = meeting.attendance.iter().map(|a| a.person).collect();
        people.dedup();
        all.extend(people.into_iter().map(Entry::Attendance));
        all.extend(meeting.left.keys().map(|person| Entry::Leaving(*person)));
        let mut items: Vec<&Item> = meeting.items.iter().collect();
        items.sort_by_key(|i| i.paragraf.unwrap_or(u32::MAX));
        for item in items {
            let id = item.id;
            all.extend(item.paragraf.map(|_| Entry::TakenUp(id)));
            all.extend(item.disqualified.keys().map(|person| Entry::Disqualification(id, *person)));
            all.extend(item.proposals.iter().map(|p| Entry::Proposal(id, p.id)));
            all.extend(item.vote.as_ref().map(|_| Entry::Vote(id)));
            all.extend(item.decision.as_ref().map(|_| Entry::Decision(id)));
            all.extend(item.undecided.as_ref().map(|_| Entry::Undecided(id)));
            all.extend(item.reservations.iter().map(|(by, _)| Entry::Reservation(id, *by)));
            all.extend(self.given_under(id).map(Entry::Assignment));
        }
        all.extend(meeting.closed.map(|_| Entry::Closing));
        all
    }

    fn given_under(self, item: ItemId) -> impl Iterator<Item = AssignmentId> {
        let meeting = self.meeting.id();
        let all = self.state.assignments.assignments.values().map(|a| &a.given);
        all.filter(move |given| given.meeting == meeting && given.item == item).map(|given| given.assignment)
    }

    fn name(self, person: PersonId) -> String {
        called(self.state, self.meeting, person)
    }

    /// What was entered, in words; nothing where it does not stand.
    pub fn says(self, entry: Entry) -> Option<String> {
        let meeting = self.meeting;
        let item = || entry.item().and_then(|id| meeting.item(id));
        let under = |item: &Item| {
            item.paragraf
                .map_or_else(|| item.content.title.clone(), |p| format!("§ {p} {}", item.content.title))
        };
        match entry {
            Entry::Opening => meeting.opened.map(|at| format!("Öppnat klockan {}", clock(at.time()))),
            Entry::Closing => meeting.closed.map(|at| format!("Avslutat klockan {}", clock(at.time()))),
            Entry::Attendance(person) => {
                let stay = meeting.attendance.iter().find(|a| a.person == person)?;
                let how = match stay.capacity {
                    Capacity::Serving { in_place_of: None, .. } => "tjänstgör",
                    Capacity::Serving { .. } => "tjänstgör som ersättare",
                    Capacity::Substitute { .. } => "närvarar som ersättare",
                    Capacity::Other { .. } => "närvarar",
                };
                Some(format!("{} {how}", self.name(person)))
            }
            Entry::Leaving(person) => meeting
                .left
                .get(&person)
                .map(|after| format!("{} lämnade efter § {after}", self.name(person))),
            Entry::TakenUp(_) => {
                item().filter(|i| i.paragraf.is_some()).map(|i| format!("{} togs upp", under(i)))
            }
            Entry::Disqualification(_, person) => {
                let item = item()?;
                let ground = item.disqualified.get(&person)?;
                Some(format!("{}: {} är jävig ({ground})", under(item), self.name(person)))
            }
            Entry::Proposal(_, proposal) => {
                let item = item()?;
                let made = item.proposals.iter().find(|p| p.id == proposal)?;
                let by = self.name(made.by);
                Some(format!("{}: yrkande {} av {by}: {}", under(item), made.id, made.text))
            }
            Entry::Vote(_) => {
                let item = item()?;
                let vote = item.vote.as_ref()?;
                let how = if vote.result.is_some() || vote.slips.is_some() {
                    let counts: Vec<String> =
                        vote.between.iter().map(|p| vote.count(*p).to_string()).collect();
                    format!("omröstning, {}", counts.join("–"))
                } else {
                    "omröstning som pågår".to_owned()
                };
                Some(format!("{}: {how}", under(item)))
            }
            Entry::Decision(_) => {
                let item = item()?;
                let (clauses, _) = item.decision.as_ref()?;
                Some(format!("{}: beslut {}", under(item), clauses.join(" ")))
            }
            Entry::Undecided(_) => {
                let item = item()?;
                let (how, text) = item.undecided.as_ref()?;
                Some(format!("{}: {} {text}", under(item), how.says()).trim_end().to_owned())
            }
            Entry::Reservation(_, by) => {
                let item = item()?;
                let (_, text) = item.reservations.iter().find(|(who, _)| *who == by)?;
                Some(format!("{}: reservation av {}: {text}", under(item), self.name(by)))
            }
            Entry::Assignment(id) => {
                let given = &self.state.assignments.assignments.get(&id)?.given;
                let own = given.meeting == meeting.id();
                own.then(|| format!("Uppdrag till {}: {}", given.to, given.what))
            }
        }
    }

    /// Whether an entry may be taken back now: it stands, nothing rests on it, and the time for it has not passed.
    ///
    /// # Errors
    /// What rests on it, or why it is too late, and what to do instead.
    pub fn may_go(self, entry: Entry, ctx: &Ctx) -> Result<(), Refusal> {
        let meeting = self.meeting;
        meeting.unsealed()?;
        if let Some(closed) = meeting.closed.filter(|_| !entry.happened() && !ctx.records()) {
            return Err(Refusal::order(
                format!(
                    "Sammanträdet avslutades den {}, och det som beslutades där ändras inte.",
                    in_words(closed.date())
                ),
                "Ta upp frågan på nytt vid nästa sammanträde.",
            ));
        }
        let rests = self.rests_on(entry, ctx);
        if rests.is_empty() {
            return Ok(());
        }
        Err(Refusal::order(
            format!("Det här vilar på uppgiften: {}.", listed(&rests)),
            "Ändra det som vilar på den, eller ta först tillbaka det.",
        ))
    }

    /// What rests on an entry, in words.
    fn rests_on(self, entry: Entry, ctx: &Ctx) -> Vec<String> {
        let meeting = self.meeting;
        let item = entry.item().and_then(|id| meeting.item(id));
        match entry {
            Entry::Opening => {
                let begun = !meeting.attendance.is_empty() || meeting.paragrafer().is_some();
                begun.then(|| "det som sedan är antecknat".to_owned()).into_iter().collect()
            }
            Entry::Closing => {
                let later = meeting.closed.is_some_and(|at| at.date() != ctx.today()) && !ctx.records();
                later.then(|| "att dagen för sammanträdet är över".to_owned()).into_iter().collect()
            }
            Entry::Attendance(person) => self.rests_on_person(person),
            Entry::Leaving(person) => self.rests_on_leaving(person),
            Entry::TakenUp(_) => item.map_or_else(Vec::new, |item| self.rests_on_paragraph(item)),
            Entry::Disqualification(_, person) => {
                let paragraf = item.and_then(|i| i.paragraf);
                self.substitutes_for(person, |stay| paragraf.is_some_and(|p| stay == (p, p)))
            }
            Entry::Proposal(_, proposal) => {
                let voted = item.and_then(|i| i.vote.as_ref()).is_some_and(|v| v.between.contains(&proposal));
                let decided = item.is_some_and(|i| i.decision.is_some());
                let what = [(voted, "omröstningen"), (decided, "beslutet")];
                what.into_iter().filter(|(rests, _)| *rests).map(|(_, what)| what.to_owned()).collect()
            }
            Entry::Vote(_) => {
                let decided = item.is_some_and(|i| i.decision.is_some());
                decided.then(|| "beslutet".to_owned()).into_iter().collect()
            }
            Entry::Decision(id) => {
                let mut rests = Vec::new();
                if let Some(item) = item {
                    let by = item
                        .reservations
                        .iter()
                        .map(|(by, _)| format!("reservationen av {}", self.name(*by)));
                    rests.extend(by);
                }
                rests.extend(self.given_under(id).map(|a| format!("uppdrag {a}")));
                rests.extend(crate::initiative::decide::rests_on(self.state, meeting, id));
                rests
            }
            Entry::Undecided(_) | Entry::Reservation(..) => Vec::new(),
            Entry::Assignment(id) => {
                let assignment = self.state.assignments.assignments.get(&id);
                let begun = assignment.is_some_and(|a| !a.reports.is_empty() || a.done.is_some());
                begun.then(|| "det som har rapporterats om uppdraget".to_owned()).into_iter().collect()
            }
        }
    }

    fn rests_on_person(self, person: PersonId) -> Vec<String> {
        let meeting = self.meeting;
        let mut rests = Vec::new();
        if meeting.chair == Some(person)
            || meeting.secretary == Some(person)
            || meeting.attesters.contains(&person)
        {
            rests.push("uppgiften om vem som leder, för protokollet och justerar".to_owned());
        }
        for item in &meeting.items {
            let paragraf = item.paragraf.unwrap_or_default();
            let votes = item.vote.iter().chain(&item.earlier_votes);
            if votes.into_iter().any(|v| v.voted().contains(&person)) {
                rests.push(format!("rösten under § {paragraf}"));
            }
            if item.proposals.iter().any(|p| p.by == person) {
                rests.push(format!("yrkandet under § {paragraf}"));
            }
            if item.disqualified.contains_key(&person) {
                rests.push(format!("jävet under § {paragraf}"));
            }
            if item.reservations.iter().any(|(by, _)| *by == person) {
                rests.push(format!("reservationen under § {paragraf}"));
            }
        }
        rests
    }

    /// A paragraph number goes back only while it is the last, and nothing stands under it.
    fn rests_on_paragraph(self, item: &Item) -> Vec<String> {
        let meeting = self.meeting;
        let paragraf = item.paragraf.unwrap_or_default();
        let last = self.state.last_paragraf(meeting.plan.body, meeting.plan.on.year());
        let mut rests = Vec::new();
        if last.is_some_and(|last| last > paragraf) {
            rests.push(format!("paragraferna efter § {paragraf}"));
        }
        let holds = [
            (item.decision.is_some(), "beslutet"),
            (item.undecided.is_some(), "att punkten lämnades utan beslut"),
            (item.vote.is_some(), "omröstningen"),
            (!item.proposals.is_empty(), "yrkandena"),
            (!item.disqualified.is_empty(), "jävet"),
            (self.given_under(item.id).next().is_some(), "uppdragen"),
        ];
        rests.extend(holds.into_iter().filter(|(holds, _)| *holds).map(|(_, what)| what.to_owned()));
        let came = |a: &&crate::meeting::events::Attendance| {
            a.paragrafer.is_some_and(|(from, until)| from == paragraf || until == Some(paragraf))
        };
        let people = meeting.attendance.iter().filter(came).map(|a| a.person);
        let left = meeting.left.iter().filter(|(_, after)| **after == paragraf).map(|(person, _)| *person);
        rests.extend(people.chain(left).map(|person| format!("när {} kom eller gick", self.name(person))));
        rests
    }

    /// Who has come to the seat since its holder left.
    fn rests_on_leaving(self, person: PersonId) -> Vec<String> {
        let Some(after) = self.meeting.left.get(&person).copied() else { return Vec::new() };
        self.substitutes_for(person, |(_, last)| last > after)
    }

    /// The substitutes who serve in somebody's place during such stays.
    fn substitutes_for(self, person: PersonId, during: impl Fn((u32, u32)) -> bool) -> Vec<String> {
        let meeting = self.meeting;
        let own = |id: MandateId| {
            self.state.mandates.mandates.get(&id).is_some_and(|mandate| mandate.given.person == person)
        };
        let serves = |a: &&crate::meeting::events::Attendance| {
            let Capacity::Serving { in_place_of: Some(seat), .. } = a.capacity else { return false };
            let (first, last) = meeting.stay(a).into_inner();
            own(seat) && during((first, last))
        };
        let others = meeting.attendance.iter().filter(serves);
        others.map(|a| format!("att {} tjänstgör på platsen", self.name(a.person))).collect()
    }
}
