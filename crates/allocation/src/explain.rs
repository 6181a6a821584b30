//! What a scenario does, in Swedish sentences that stand on their own.

use std::cmp::Ordering;

use crate::effect::{Comparison, Group, Kind, Pair, Party, Side};
use crate::fraction::Fraction;
use crate::scenario::{Basis, Country};
use crate::strategy;
use swedish::list::listed;
use swedish::money::Ore;
use swedish::number::counted;

/// The sentences, most important first.
#[must_use]
pub fn explain(before: Side<'_>, after: Side<'_>, comparison: &Comparison) -> Vec<String> {
    let mut sentences = parameters(before.country, after.country);
    let mut others = Others::default();
    for group in &comparison.groups {
        if group.kind == Kind::Same {
            others.count(group);
        } else {
            explain_group(group, before.country, after.country, &mut sentences);
        }
    }
    let alone = sentences.is_empty();
    sentences.extend(others.sentence(alone));
    sentences.extend(members(comparison));
    if let Some(run) = &after.outcome.run {
        if run.left_over > Ore::ZERO {
            sentences.push(format!("{} delas inte ut, eftersom ingen kan ta emot mer.", run.left_over));
        }
        if run.undecided > Ore::ZERO {
            let rest = run.undecided.to_string();
            sentences.push(format!("{rest} är inte avgjorda, eftersom flera förbund har lika stor rest."));
        }
    }
    for (association, outcome) in after.country.associations.iter().zip(&after.outcome.associations) {
        if let Err(error) = &outcome.contributions {
            sentences
                .push(format!("Medlemmarnas bidrag till {} kan inte räknas: {error}.", association.name));
        }
    }
    if after.country.basis == Basis::WholeCountry {
        sentences.push(format!(
            "Omfördelning: {}. {}",
            after.country.parameters.strategy.swedish(),
            strategy::NOTICE
        ));
    } else {
        sentences.push(
            "Behovsdelarna hålls fasta. I hela landets fördelning ändras potten något när antalet förbund ändras, \
             så det exakta beloppet kan bli ett annat."
                .to_owned(),
        );
    }
    sentences
}

fn parameters(before: &Country, after: &Country) -> Vec<String> {
    let (old, new) = (&before.parameters, &after.parameters);
    let mut sentences = Vec::new();
    if old.total != new.total {
        sentences.push(format!("Statens total ändras från {} till {}.", old.total, new.total));
    }
    if old.base != new.base {
        sentences.push(format!(
            "Grundtilldelningen till varje förbund ändras från {} till {}.",
            old.base, new.base
        ));
    }
    if old.keys != new.keys {
        sentences.push(format!(
            "Nycklarna för behov och invånare ändras från {}/{} till {}/{}.",
            old.keys.need, old.keys.inhabitants, new.keys.need, new.keys.inhabitants
        ));
    }
    if old.brake != new.brake {
        sentences.push(match new.brake {
            None => "Spärren stängs av.".to_owned(),
            Some(brake) => {
                format!("Spärren blir högst {} mindre än året före.", brake.at_most.fraction().percent(0))
            }
        });
    }
    if old.strategy != new.strategy {
        sentences.push(format!(
            "Strategin för omfördelning ändras från {} till {}.",
            old.strategy.swedish(),
            new.strategy.swedish()
        ));
    }
    if before.statistics_year != after.statistics_year
        && let Some(year) = after.statistics_year
    {
        sentences.push(format!("Statistiken är från {year}."));
    }
    sentences
}

fn explain_group(group: &Group, before: &Country, after: &Country, sentences: &mut Vec<String>) {
    let subject = match group.kind {
        Kind::Merged => "Sammanslagningen",
        Kind::Split => "Delningen",
        Kind::New => "Det nya förbundet",
        Kind::Ended => "Att förbundet upphör",
        Kind::Regrouped => "Flytten",
        Kind::Same => "Ändringen",
    };
    sentences.push(match group.kind {
        Kind::New => format!("{} bildas.", listed(&group.after)),
        Kind::Ended => format!("{} upphör.", listed(&group.before)),
        Kind::Regrouped if group.before == group.after => {
            format!("Kommuner flyttar mellan {}.", listed(&group.before))
        }
        Kind::Merged | Kind::Split | Kind::Regrouped | Kind::Same => {
            format!("{} blir {}.", listed(&group.before), listed(&group.after))
        }
    });
    let bases = |country: &Country, count: usize| format!("{count} × {}", country.parameters.base);
    if let Some(change) = changed(group.base) {
        sentences.push(format!(
            "{subject} {change}, från {} till {}.",
            bases(before, group.before.len()),
            bases(after, group.after.len()),
        ));
    } else {
        sentences.push(format!("{subject} ändrar inte statens grundtilldelning."));
    }
    sentences.extend(need_part(group, after.basis));
    sentences.extend(brake_of_merged(group, after));
    if let Some(sentence) = together(group.all) {
        sentences.push(format!("Regionernas och kommunernas bidrag följer statens. {sentence}"));
    }
}

/// "minskar statens grundtilldelning med 800 000 kr"; `None` when nothing changes.
fn changed(base: Pair) -> Option<String> {
    let difference = base.difference().filter(|difference| *difference != Ore::ZERO)?;
    let verb = if difference.is_negative() { "minskar" } else { "ökar" };
    Some(format!("{verb} statens grundtilldelning med {}", difference.abs()))
}

/// By which amount the brake reckons for an association that was merged: what it is protected by is not the pool's doing.
fn brake_of_merged(group: &Group, after: &Country) -> Option<String> {
    let whole = group.kind == Kind::Merged && after.basis == Basis::WholeCountry;
    let [merged] = group.after.as_slice() else { return None };
    let previous = after.associations.iter().find(|one| *one.name == **merged)?.previous;
    let previous = previous.filter(|_| whole && after.parameters.brake.is_some())?;
    Some(format!("Spärren räknar med de gamla förbundens sammanlagda belopp föregående år, {previous}."))
}

fn need_part(group: &Group, basis: Basis) -> Option<String> {
    let (before, after) = (group.need_part.before?, group.need_part.after?);
    let difference = after.checked_sub(before)?;
    if group.before.is_empty() || group.after.is_empty() {
        let part = if group.before.is_empty() { after } else { before };
        return Some(format!("Behovsdelen är {}.", part));
    }
    if difference == Ore::ZERO {
        return Some(format!("Behovsdelen, {}, ändras inte, eftersom området är detsamma.", after));
    }
    let verb = if difference.is_negative() { "minskar" } else { "ökar" };
    let why = match basis {
        Basis::WholeCountry => "eftersom hela landets pott och nivå ändras",
        Basis::HeldNeedParts => "eftersom området eller taket ändras",
    };
    Some(format!("Behovsdelen {verb} med {}, från {} till {}, {why}.", difference.abs(), before, after))
}

fn together(all: Pair) -> Option<String> {
    let (before, after, difference) = (all.before?, all.after?, all.difference()?);
    if difference == Ore::ZERO {
        return Some(format!("Tillsammans är medlen oförändrade, {}.", after));
    }
    let verb = if difference.is_negative() { "minskar" } else { "ökar" };
    let relative = all.relative().map_or_else(String::new, |part| format!(" ({})", part.percent(1)));
    Some(format!(
        "Tillsammans {verb} medlen med {}, från {} till {}{relative}.",
        difference.abs(),
        before,
        after
    ))
}

/// What happens to associations whose area does not change.
#[derive(Default)]
struct Others {
    associations: usize,
    raised: usize,
    lowered: usize,
    difference: i64,
}

impl Others {
    fn count(&mut self, group: &Group) {
        let Some(difference) = group.state.difference() else { return };
        self.associations += 1;
        self.raised += usize::from(difference > Ore::ZERO);
        self.lowered += usize::from(difference < Ore::ZERO);
        self.difference = self.difference.saturating_add(difference.ore());
    }

    fn sentence(&self, alone: bool) -> Option<String> {
        if self.associations == 0 {
            return None;
        }
        let count = counted(self.associations, "förbund", "förbund");
        let title = if alone { format!("Landets {count}") } else { format!("Övriga förbund ({count})") };
        if self.raised + self.lowered == 0 {
            return Some(format!("{title} får lika mycket som förut."));
        }
        let sum = Ore::new(self.difference);
        let together = match self.difference.cmp(&0) {
            Ordering::Less => format!("minskar med {} tillsammans", sum.abs()),
            Ordering::Equal => "är oförändrad tillsammans".to_owned(),
            Ordering::Greater => format!("ökar med {} tillsammans", sum),
        };
        Some(format!(
            "{title}: statens tilldelning {together}; {} får mer och {} får mindre.",
            self.raised, self.lowered
        ))
    }
}

/// One sentence for each party, with the members that change the least and the most.
fn members(comparison: &Comparison) -> Vec<String> {
    let mut sentences = Vec::new();
    for party in [Party::State, Party::Region, Party::Municipality] {
        let mut changes: Vec<(Ore, &str)> = comparison
            .members
            .iter()
            .filter(|effect| effect.party == party)
            .filter_map(|effect| effect.pays.difference().map(|difference| (difference, &*effect.name)))
            .filter(|(difference, _)| *difference != Ore::ZERO)
            .collect();
        changes.sort_unstable();
        let pays = |difference: Ore, name: &str| {
            let more = if difference.is_negative() { "mindre" } else { "mer" };
            format!("{name} betalar {} {more}", difference.abs().nearest_krona())
        };
        match changes.as_slice() {
            [] => {}
            [(difference, name)] => sentences.push(format!("{}.", pays(*difference, name))),
            [(least, least_name), .., (most, most_name)] => {
                sentences.push(format!(
                    "{} {} får ändrade bidrag, från att {} till att {}.",
                    counted(changes.len(), "medlem", "medlemmar"),
                    match party {
                        Party::State => "av staten",
                        Party::Region => "bland regionerna",
                        Party::Municipality => "bland kommunerna",
                    },
                    pays(*least, least_name),
                    pays(*most, most_name),
                ));
            }
        }
    }
    sentences
}

/// How much each association has for every inhabitant, as a sentence; `None` when inhabitants are not known.
#[must_use]
pub fn per_inhabitant(side: Side<'_>, place: usize) -> Option<String> {
    let association = side.country.associations.get(place)?;
    let outcome = side.outcome.associations.get(place)?;
    let ore = outcome.per_inhabitant(&side.country.applicant(association))?;
    let kronor = ore.checked_div(Fraction::whole(100))?;
    Some(format!("{}: {}\u{a0}kr per invånare 16–64 år.", association.name, kronor.swedish(2)))
}
