//! A matter as it stands on the papers: its kind, its number, its appendices, and its paragraph of the minutes.

use crate::Association;
use crate::ids::{ItemId, PersonId};
use crate::initiative::events::{BoardOutcome, Grant, Stage};
use crate::meeting::events::{Capacity, ItemKind, Matter, TieBreak, VoteMatter};
use crate::meeting::state::{Item, Meeting, Vote as Ballots};

use super::seats::{called, seat};
use crate::paper::paragraphs;
use papers::{
    Alternative, Appendix, Assignment, Ballot, CastingVote, Decision, Disqualified, Kind, Lot, Paragraf,
    Proposal, Report, Reservation, Terms, Vote, Voter, YearAmount,
};
use swedish::money::Ore;

/// Proposals as short as this stand as the answers of a vote.
const SHORT: usize = 60;

/// What was asked; nothing for formalities.
pub(super) fn kind(kind: ItemKind) -> Option<Kind> {
    match kind {
        ItemKind::Formal => None,
        ItemKind::Information => Some(Kind::Information),
        ItemKind::Decision => Some(Kind::Decision),
        ItemKind::Consultation => Some(Kind::Consultation),
        ItemKind::Election => Some(Kind::Election),
    }
}

/// The matter's number in the case register.
pub(super) fn case_number(association: &Association, item: &Item) -> Option<String> {
    let case = match item.content.matter? {
        Matter::Case(case) => case,
        Matter::Initiative(id) => association.initiatives.get(&id)?.case?,
    };
    association.register.cases.get(&case).map(|case| case.number.clone())
}

/// The appendices of every item, numbered through: a number that was written stays, the others get those left.
pub(super) fn appendices(meeting: &Meeting) -> Vec<(ItemId, Vec<Appendix>)> {
    let lines = || meeting.items.iter().flat_map(|i| &i.content.appendices);
    let taken: Vec<u32> = lines().filter_map(|line| numbered(line).map(|(number, _)| number)).collect();
    let mut free = (1_u32..).filter(|number| !taken.contains(number));
    let mut number = |line: &str| match numbered(line) {
        Some((number, title)) => Appendix { number, title },
        None => Appendix { number: free.next().unwrap_or_default(), title: Some(line.to_owned()) },
    };
    meeting
        .items
        .iter()
        .map(|item| (item.id, item.content.appendices.iter().map(|line| number(line)).collect()))
        .collect()
}

/// `Bilaga 3: Ansökan` is number 3 with its title.
fn numbered(line: &str) -> Option<(u32, Option<String>)> {
    let rest = line.strip_prefix("Bilaga ")?;
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    let (number, title) = rest.split_at_checked(digits)?;
    let title = title.trim_start_matches([':', '.', ',']).trim();
    Some((number.parse().ok()?, Some(title.to_owned()).filter(|t| !t.is_empty())))
}

/// The appendices of one item.
pub(super) fn appendices_of(meeting: &Meeting, item: ItemId) -> Vec<Appendix> {
    appendices(meeting).into_iter().find(|(id, _)| *id == item).map(|(_, all)| all).unwrap_or_default()
}

/// The paragraph of the minutes; nothing before the item is taken up.
pub(super) fn paragraf(association: &Association, meeting: &Meeting, item: &Item) -> Option<Paragraf> {
    let number = item.paragraf?;
    let place = Place { association, meeting, item };
    let mut text = paragraphs(&item.content.text);
    text.extend(paragraphs(&item.note).into_iter().filter(|p| !item.content.text.contains(p.as_str())));
    Some(Paragraf {
        number,
        title: item.content.title.clone(),
        case_number: case_number(association, item),
        kind: kind(item.content.kind),
        attested_at_once: false,
        disqualified: place.disqualified(),
        text,
        reports: place.reports(),
        proposals: place.proposals(),
        vote: item.vote.as_ref().and_then(|vote| place.vote(vote)),
        decision: place.decision(),
        assignments: place.assignments(),
        reservations: place.reservations(),
        notes: place.notes(number),
        appendices: appendices_of(meeting, item.id),
        appealable: matches!(item.decision, Some((_, true))),
        sent_to: sent_to(association, item),
    })
}

/// What is proposed to be granted under an item, where the proposal that lies before the board has it.
pub(super) fn proposed(association: &Association, item: &Item) -> Option<Terms> {
    let Some(Matter::Initiative(id)) = item.content.matter else { return None };
    let initiative = association.initiatives.get(&id).filter(|i| i.stage == Stage::Board)?;
    initiative.before_the_board()?.grant.as_ref().map(granted)
}

/// What a grant says beside the words of its decision.
fn granted(grant: &Grant) -> Terms {
    let amounts = grant.amounts.iter().map(|(year, amount)| YearAmount { year: *year, amount: *amount });
    let total = Ore::sum(grant.amounts.values().copied()).filter(|_| grant.amounts.len() > 1);
    Terms {
        amounts: amounts.collect(),
        total,
        from: grant.from,
        until: grant.until,
        financing: said(&grant.financing),
        conditions: grant.conditions.clone(),
        reporting: grant.reporting.clone(),
        why: None,
    }
}

fn said(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Whom the decision concerns: the applicant, and the members that take part.
fn sent_to(association: &Association, item: &Item) -> Vec<String> {
    let Some(Matter::Initiative(id)) = item.content.matter else { return Vec::new() };
    let Some(initiative) = association.initiatives.get(&id).filter(|_| item.decision.is_some()) else {
        return Vec::new();
    };
    let mut names = vec![initiative.applicant.clone()];
    let parties = initiative.application().into_iter().flat_map(|a| &a.parties);
    for name in parties.map(|member| association.profile.member_name(*member)) {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// An item in its meeting.
struct Place<'a> {
    association: &'a Association,
    meeting: &'a Meeting,
    item: &'a Item,
}

impl Place<'_> {
    fn name(&self, person: PersonId) -> String {
        called(self.association, self.meeting, person)
    }

    /// The name, where the member stands beside it.
    fn bare_name(&self, person: PersonId) -> String {
        self.association.profile.person_name(person).to_owned()
    }

    fn body(&self) -> &str {
        self.association.mandates.bodies.get(&self.meeting.plan.body).map_or("Organet", |b| b.name.as_str())
    }

    /// For whom somebody sits.
    fn member(&self, person: PersonId) -> Option<String> {
        let serving = self.meeting.attendance.iter().rev().find(|a| a.person == person)?;
        let Capacity::Serving { mandate, .. } = serving.capacity else { return None };
        let member = self.association.mandates.mandates.get(&mandate)?.given.member?;
        Some(seat(self.association, Some(member)))
    }

    fn disqualified(&self) -> Vec<Disqualified> {
        let one = |(person, ground): (&PersonId, &String)| Disqualified {
            name: self.name(*person),
            reason: Some(ground.clone()),
        };
        self.item.disqualified.iter().map(one).collect()
    }

    fn reports(&self) -> Vec<Report> {
        let one = |report: &crate::meeting::events::SubReport| Report {
            title: report.title.clone(),
            case_number: report.case_number.clone(),
            text: paragraphs(&report.text),
            decision: None,
        };
        self.item.reports.iter().map(one).collect()
    }

    /// The proposals made; before them the one in the notice, where it was not simply followed.
    fn proposals(&self) -> Vec<Proposal> {
        let many = self.item.proposals.len() > 1;
        let made = self.item.proposals.iter().map(|p| {
            let by = self.name(p.by);
            Proposal {
                by: if many { format!("{by}, yrkande\u{a0}{}", p.id) } else { by },
                text: p.text.clone(),
            }
        });
        let decided = self.item.decision.as_ref().map(|(clauses, _)| clauses.as_slice());
        let proposed = &self.item.content.proposed;
        let followed = self.item.proposals.is_empty() && decided == Some(proposed.as_slice());
        let first = (!proposed.is_empty() && !followed)
            .then(|| Proposal { by: self.proposer().to_owned(), text: proposed.join(" ") });
        first.into_iter().chain(made).collect()
    }

    /// Whose the proposal of the notice is.
    fn proposer(&self) -> &'static str {
        if !matches!(self.item.content.matter, Some(Matter::Initiative(_))) {
            return "Förslag i kallelsen";
        }
        let bylaws = self.association.profile.bylaws_on(self.meeting.plan.on);
        if bylaws.is_some_and(|b| b.working_committee) { "Arbetsutskottet" } else { "Beredningsgruppen" }
    }

    /// The vote, once counted; who voted how only where the ballots were open.
    fn vote(&self, vote: &Ballots) -> Option<Vote> {
        let (won, tie) = vote.result?;
        let labels: Vec<(crate::ids::ProposalId, String)> = self.labels(vote);
        let label = |id| labels.iter().find(|(other, _)| *other == id).map_or("–", |(_, l)| l.as_str());
        let alternatives = labels.iter().map(|(id, label)| Alternative {
            label: label.clone(),
            count: vote.count(*id),
            voters: self.voters(vote, Some(*id)),
        });
        let lot = (tie == Some(TieBreak::Lot)).then(|| Lot {
            by: self.meeting.secretary.map_or_else(|| "sekreteraren".to_owned(), |p| self.name(p)),
            alternative: label(won).to_owned(),
        });
        let casting = (tie == Some(TieBreak::CastingVote))
            .then(|| CastingVote { by: self.presiding(), alternative: label(won).to_owned() });
        Some(Vote {
            ballot: if vote.secret { Ballot::Secret } else { Ballot::Open },
            question: self.question(vote, &labels),
            alternatives: alternatives.collect(),
            abstained: self.voters(vote, None),
            casting_vote: casting,
            lot,
        })
    }

    /// Who voted so, in an open vote.
    fn voters(&self, vote: &Ballots, choice: Option<crate::ids::ProposalId>) -> Vec<Voter> {
        if vote.secret {
            return Vec::new();
        }
        let so = vote.ballots.iter().filter(|(_, cast)| **cast == choice).map(|(by, _)| *by);
        so.map(|by| Voter { name: self.bare_name(by), member: self.member(by) }).collect()
    }

    /// Two proposals in an ordinary matter are voted on with yes and no; names and short answers stand themselves.
    fn labels(&self, vote: &Ballots) -> Vec<(crate::ids::ProposalId, String)> {
        let two = vote.between.len() == 2 && vote.matter == VoteMatter::Ordinary;
        let text = |id| self.item.proposals.iter().find(|p| p.id == id).map_or("", |p| p.text.as_str());
        let short = vote.between.iter().all(|id| text(*id).chars().count() <= SHORT);
        let label = |(at, id): (usize, &crate::ids::ProposalId)| {
            let label = match (two, at) {
                (true, 0) => "Ja".to_owned(),
                (true, _) => "Nej".to_owned(),
                (false, _) if short => text(*id).to_owned(),
                (false, _) => format!("Yrkande {id}"),
            };
            (*id, label)
        };
        vote.between.iter().enumerate().map(label).collect()
    }

    fn question(&self, vote: &Ballots, labels: &[(crate::ids::ProposalId, String)]) -> String {
        let by = |id| self.item.proposals.iter().find(|p| p.id == id).map(|p| self.name(p.by));
        match labels {
            [(first, yes), (second, no)] if yes == "Ja" && no == "Nej" => format!(
                "Ja till yrkande\u{a0}{first} ({}), nej till förmån för yrkande\u{a0}{second} ({}).",
                by(*first).unwrap_or_default(),
                by(*second).unwrap_or_default()
            ),
            _ => {
                let names: Vec<String> = vote.between.iter().map(|id| format!("yrkande\u{a0}{id}")).collect();
                let between = format!("Omröstningen stod mellan {}.", swedish::list::listed(&names));
                match vote.abstained() {
                    abstained if vote.secret && abstained > 0 => format!("{between} {abstained} avstod."),
                    _ => between,
                }
            }
        }
    }

    /// Who presided over the item: the chair, or a vice chair when the chair stepped aside.
    fn presiding(&self) -> String {
        let presidium = self.association.mandates.presidium(self.meeting.plan.body, self.meeting.plan.on);
        let vice = presidium.map_or(&[][..], |p| p.vice_chairs.as_slice());
        let serves = |person: &PersonId| self.meeting.serving_in(self.item).any(|a| a.person == *person);
        let presiding = self.meeting.chair.into_iter().chain(vice.iter().copied()).find(serves);
        presiding.map_or_else(|| "ordföranden".to_owned(), |p| self.name(p))
    }

    fn decision(&self) -> Option<Decision> {
        let (clauses, _) = self.item.decision.as_ref()?;
        let terms = self.terms();
        if let [only] = clauses.as_slice()
            && !only.starts_with("att ")
        {
            return Some(Decision { lead: only.clone(), clauses: Vec::new(), terms });
        }
        let casting = self
            .item
            .vote
            .as_ref()
            .is_some_and(|v| matches!(v.result, Some((_, Some(TieBreak::CastingVote)))));
        let how = if casting { " med ordförandens utslagsröst" } else { "" };
        Some(Decision { lead: format!("{} beslutar{how}", self.body()), clauses: clauses.clone(), terms })
    }

    /// What the decision means for the application that it is about.
    fn terms(&self) -> Option<Terms> {
        let Some(Matter::Initiative(id)) = self.item.content.matter else { return None };
        let decisions = &self.association.initiatives.get(&id)?.decisions;
        let here = decisions.iter().find(|d| d.meeting == self.meeting.id() && d.item == self.item.id)?;
        Some(match &here.outcome {
            BoardOutcome::Granted(grant) => granted(grant),
            BoardOutcome::Rejected { why } | BoardOutcome::SentBack { why } => {
                Terms { why: said(why), ..Terms::default() }
            }
        })
    }

    fn assignments(&self) -> Vec<Assignment> {
        let all = self.association.assignments.assignments.values().map(|a| &a.given);
        let here = all.filter(|a| a.meeting == self.meeting.id() && a.item == self.item.id);
        here.map(|a| Assignment { to: vec![a.to.clone()], task: a.what.clone(), due: a.due }).collect()
    }

    fn reservations(&self) -> Vec<Reservation> {
        let one = |(by, text): &(PersonId, String)| Reservation {
            name: self.bare_name(*by),
            member: self.member(*by),
            text: paragraphs(text),
        };
        self.item.reservations.iter().map(one).collect()
    }

    /// How the meeting went: who stepped aside, came and left; what was added.
    fn notes(&self, number: u32) -> Vec<String> {
        let mut notes = Vec::new();
        if self.item.at_the_meeting && self.meeting.notice.is_some() {
            notes.push("Punkten lades till när dagordningen godkändes.".to_owned());
        }
        notes.extend(self.item.earlier_votes.iter().filter(|v| v.result.is_some()).map(|vote| {
            let counts: Vec<String> = vote.between.iter().map(|p| vote.count(*p).to_string()).collect();
            format!("En tidigare omröstning utföll {} och gjordes om.", counts.join("–"))
        }));
        if let Some((how, text)) = &self.item.undecided {
            notes.push(format!("{} {text}", how.says()).trim_end().to_owned());
        }
        let aside = self.item.disqualified.keys();
        notes.extend(aside.map(|p| format!("{} deltog inte i handläggningen.", self.name(*p))));
        let first = self.meeting.paragrafer().map_or(0, |(first, _)| first);
        let came =
            |paragrafer: Option<(u32, Option<u32>)>| paragrafer.is_some_and(|(from, _)| from == number);
        for one in self.meeting.attendance.iter().filter(|a| a.serves() && number > first) {
            if came(one.paragrafer) {
                notes.push(format!("{} tjänstgör från och med § {number}.", self.name(one.person)));
            }
        }
        let last = self.meeting.paragrafer().map_or(0, |(_, last)| last);
        for one in self.meeting.attendance.iter().filter(|a| a.serves() && number < last) {
            let left = self.meeting.left.get(&one.person).copied();
            if left.or(one.paragrafer.and_then(|(_, until)| until)) == Some(number) {
                notes.push(format!("{} lämnade sammanträdet efter § {number}.", self.name(one.person)));
            }
        }
        notes
    }
}

#[cfg(test)]
mod tests {
    use super::numbered;

    #[test]
    fn a_number_that_was_written_stays() {
        assert_eq!(numbered("Bilaga 3: Ansökan"), Some((3, Some("Ansökan".to_owned()))));
        assert_eq!(numbered("Bilaga 2"), Some((2, None)));
        assert_eq!(numbered("Bilaga om lokaler"), None);
        assert_eq!(numbered("Ansökan"), None);
    }
}
