//! A scenario's report, and the figures of an alternative, from what the scenario gives.

use crate::county::events::{Note, NoteKind};
use allocation::effect::{self, Comparison, Group, Pair, Side};
use allocation::scenario::{Basis as How, Country};
use allocation::strategy;
use jiff::civil::Date;

use papers::figures::{Basis, BeforeAfter, Figures, MemberChange, Party, PartyChange};
use papers::scenario_report::{
    AssociationGroup, AssociationMoney, Reckoning, ScenarioReport, Setting, Strategy,
};

/// A scenario that has been reckoned, with what must be said about it.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// A county, or the whole country.
    pub area: &'a str,
    /// The scenario's name.
    pub name: &'a str,
    /// The day it was reckoned.
    pub dated: Date,
    /// Who made it, when it was saved.
    pub made_by: Option<&'a str>,
    /// Before the changes.
    pub before: Side<'a>,
    /// After them.
    pub after: Side<'a>,
    /// The two compared.
    pub comparison: &'a Comparison,
    /// What the changes do, in sentences.
    pub sentences: &'a [String],
    /// What the changes could not carry over, in sentences.
    pub caveats: &'a [String],
    /// What must be known of the figures.
    pub notes: &'a [Note],
}

/// The report.
#[must_use]
pub fn scenario_report(told: &Told<'_>) -> ScenarioReport {
    let basis = basis(told.after.country, told.notes);
    ScenarioReport {
        area: told.area.to_owned(),
        name: told.name.to_owned(),
        dated: told.dated,
        made_by: told.made_by.map(str::to_owned),
        caveats: caveats(told.caveats, told.notes, basis.illustrative.is_some()),
        basis,
        sentences: told.sentences.to_vec(),
        figures: figures(told.comparison, true),
        groups: told.comparison.groups.iter().map(|group| association_group(told, group)).collect(),
        reckoning: reckoning(told.before.country, told.after.country),
        sources: told
            .notes
            .iter()
            .filter(|note| note.kind == NoteKind::Source)
            .map(|note| note.says.clone())
            .collect(),
    }
}

/// What must be known of the figures: what only illustrates first, where the basis does not say it already.
fn caveats(own: &[String], notes: &[Note], illustrates: bool) -> Vec<String> {
    let of =
        |kind: NoteKind| notes.iter().filter(move |note| note.kind == kind).map(|note| note.says.clone());
    let illustrative = of(NoteKind::Illustrative).filter(|_| !illustrates);
    let missing = notes.iter().filter(|n| matches!(n.kind, NoteKind::Missing | NoteKind::Preliminary));
    illustrative
        .map(|says| format!("Illustrativt: {says}"))
        .chain(own.iter().cloned())
        .chain(missing.map(|note| note.says.clone()))
        .collect()
}

/// What a scenario does to the money of each party, and of each member when that is asked.
#[must_use]
pub fn figures(comparison: &Comparison, members: bool) -> Figures {
    let party = |party: effect::Party| match party {
        effect::Party::State => Party::State,
        effect::Party::Region => Party::Region,
        effect::Party::Municipality => Party::Municipality,
    };
    let parties = comparison.parties.iter();
    let each = comparison.members.iter().filter(|_| members).map(|member| MemberChange {
        party: party(member.party),
        name: member.name.to_string(),
        amounts: amounts(member.pays),
    });
    Figures {
        parties: parties
            .map(|(own, pair)| PartyChange { party: party(*own), amounts: amounts(*pair) })
            .collect(),
        all: amounts(comparison.all),
        members: each.collect(),
    }
}

/// Where the figures come from.
#[must_use]
pub fn basis(country: &Country, notes: &[Note]) -> Basis {
    let says = match country.basis {
        How::WholeCountry => {
            format!("Hela landet är omräknat med statens modell, för {}.", country.year)
        }
        How::HeldNeedParts => format!(
            "Förbundens kända belopp för {}, där behovsdelarna ligger fast och bara grundtilldelning och tak ändras.",
            country.year
        ),
    };
    let illustrative: Vec<&str> =
        notes.iter().filter(|n| n.kind == NoteKind::Illustrative).map(|n| n.says.as_str()).collect();
    // Held need parts rest on no statistics of need: only the municipalities' key counts.
    let counts = country.basis == How::WholeCountry && !illustrative.is_empty();
    Basis {
        says,
        statistics_year: country.statistics_year,
        illustrative: counts.then(|| illustrative.join(" ")),
    }
}

fn amounts(pair: Pair) -> BeforeAfter {
    BeforeAfter { before: pair.before, after: pair.after }
}

fn association_group(told: &Told<'_>, group: &Group) -> AssociationGroup {
    let side = |side: Side<'_>, names: &[std::sync::Arc<str>]| {
        names
            .iter()
            .map(|name| {
                let place = side.country.associations.iter().position(|a| a.name == *name);
                let outcome = place.and_then(|place| side.outcome.associations.get(place));
                AssociationMoney { name: name.to_string(), money: outcome.and_then(|outcome| outcome.all()) }
            })
            .collect()
    };
    AssociationGroup {
        before: side(told.before, &group.before),
        after: side(told.after, &group.after),
        base: amounts(group.base),
        need_part: amounts(group.need_part),
        state: amounts(group.state),
        all: amounts(group.all),
    }
}

fn reckoning(before: &Country, after: &Country) -> Reckoning {
    let (old, new) = (&before.parameters, &after.parameters);
    let setting = |name: &str, was: String, is: String| Setting {
        name: name.to_owned(),
        value: if was == is { is } else { format!("{is} (förut {was})") },
    };
    let mut settings =
        vec![setting("Grundtilldelning till varje förbund", old.base.to_string(), new.base.to_string())];
    let whole = after.basis == How::WholeCountry;
    if whole {
        let keys = |p: &allocation::model::Parameters| {
            format!("{} procent behov, {} procent invånare", p.keys.need, p.keys.inhabitants)
        };
        let brake = |p: &allocation::model::Parameters| {
            p.brake.map_or_else(
                || "avstängd".to_owned(),
                |b| format!("högst {} mindre än året före", b.at_most.fraction().percent(0)),
            )
        };
        settings.insert(0, setting("Statens total", old.total.to_string(), new.total.to_string()));
        settings.push(setting("Fördelningsnycklar", keys(old), keys(new)));
        settings.push(setting("Spärr", brake(old), brake(new)));
    }
    let text = if whole {
        vec![
            "Varje förbund får grundtilldelningen. Det som är kvar av statens total delas efter behov och invånare i \
             förbundens områden, inom spärr och tak, och avrundas så att summan blir totalen."
                .to_owned(),
            "Regioner och kommuner bidrar tillsammans lika mycket som staten (5 § FinsamL).".to_owned(),
        ]
    } else {
        vec![
            "Statens belopp är grundtilldelningen och en behovsdel som ligger fast för varje kommuns område."
                .to_owned(),
            "Regioner och kommuner bidrar tillsammans lika mycket som staten (5 § FinsamL).".to_owned(),
        ]
    };
    let strategy = whole.then(|| Strategy {
        name: new.strategy.swedish().to_owned(),
        explanation: new.strategy.explanation().to_owned(),
        notice: strategy::NOTICE.to_owned(),
    });
    Reckoning { text, settings, strategy }
}

#[cfg(test)]
mod tests {
    use super::{Note, NoteKind, caveats};

    #[test]
    fn what_only_illustrates_is_said_once_and_first() {
        let note = |kind, says: &str| Note { kind, says: says.to_owned() };
        let notes = [
            note(NoteKind::Missing, "En siffra saknas."),
            note(NoteKind::Illustrative, "Nyckeln är ett exempel."),
        ];
        let own = ["Gotland följer inte med.".to_owned()];
        let said = ["Illustrativt: Nyckeln är ett exempel.", "Gotland följer inte med.", "En siffra saknas."];
        assert_eq!(caveats(&own, &notes, false), said);
        assert_eq!(caveats(&own, &notes, true), said[1..]);
    }
}
