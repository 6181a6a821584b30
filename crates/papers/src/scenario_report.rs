//! What a saved scenario of the state's allocation shows.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::figures::{Basis, BeforeAfter, Figures};
use swedish::list::listed;
use swedish::money::Ore;

/// How many groups a picture has room for.
pub const PICTURE_ROOM: usize = 10;

/// A saved scenario, for those who were not there when it was reckoned.
#[doc(alias = "scenariorapport")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScenarioReport {
    /// What it is about: a county, "Jönköpings län", or "Hela landet".
    pub area: String,
    /// The name the scenario was saved under.
    pub name: String,
    /// The day it was reckoned.
    pub dated: Date,
    /// Who made it, by name or by office held.
    pub made_by: Option<String>,
    /// Where the figures come from.
    pub basis: Basis,
    /// What happens and why, one string for each sentence.
    pub sentences: Vec<String>,
    /// What it does to the money of each party and each member.
    pub figures: Figures,
    /// What it does to each association, those that change first.
    pub groups: Vec<AssociationGroup>,
    /// What the reader should keep in mind.
    pub caveats: Vec<String>,
    /// How it was reckoned.
    pub reckoning: Reckoning,
    /// Where the data come from.
    pub sources: Vec<String>,
}

impl ScenarioReport {
    /// The groups whose money changes the most, and of them at most `room`, in the report's own order: what a
    /// picture has room for. Groups whose amounts are not known on both sides cannot be drawn.
    #[must_use]
    pub fn pictured(&self, room: usize) -> Vec<&AssociationGroup> {
        let mut drawn: Vec<(usize, u64)> = self
            .groups
            .iter()
            .enumerate()
            .filter_map(|(at, group)| Some((at, group.all.difference()?.ore().unsigned_abs())))
            .collect();
        drawn.sort_by_key(|(at, size)| (std::cmp::Reverse(*size), *at));
        drawn.truncate(room);
        drawn.sort_unstable();
        drawn.into_iter().filter_map(|(at, _)| self.groups.get(at)).collect()
    }
}

/// A picture of groups in words, for those who do not see it.
#[must_use]
pub fn in_words(pictured: &[&AssociationGroup]) -> String {
    let told = |amount: Option<Ore>| amount.unwrap_or_default().in_whole_kronor();
    let mut words = "Stapeldiagram över allas medel före och efter.".to_owned();
    for group in pictured {
        let (before, after) = (told(group.all.before), told(group.all.after));
        let (old, new) = (names(&group.before), names(&group.after));
        words.push_str(&match (group.before.is_empty(), group.after.is_empty()) {
            (true, _) => format!(" {new}, som är nytt: {after} efter."),
            (_, true) => format!(" {old}, som upphör: {before} före."),
            _ if group.stays() => format!(" {old}: {before} före, {after} efter."),
            _ => format!(" {old}: {before} före. {new}: {after} efter."),
        });
    }
    words
}

/// "A, B och C".
#[must_use]
pub fn names(associations: &[AssociationMoney]) -> String {
    let names: Vec<&str> = associations.iter().map(|one| one.name.as_str()).collect();
    listed(&names)
}

/// Associations that share municipalities before and after: one that stays, or several that become one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssociationGroup {
    /// The associations before; none when one is new.
    pub before: Vec<AssociationMoney>,
    /// The associations after; none when one ends.
    pub after: Vec<AssociationMoney>,
    /// The state's base for each association, together.
    #[doc(alias = "grundtilldelning")]
    pub base: BeforeAfter,
    /// What the state gives beyond the bases.
    #[doc(alias = "behovsdel")]
    pub need_part: BeforeAfter,
    /// What the state gives.
    pub state: BeforeAfter,
    /// Everybody's money.
    pub all: BeforeAfter,
}

impl AssociationGroup {
    /// Whether the same association stands on both sides.
    #[must_use]
    pub fn stays(&self) -> bool {
        let names = |side: &[AssociationMoney]| side.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
        names(&self.before) == names(&self.after)
    }
}

/// One association and everybody's money in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssociationMoney {
    /// Its name.
    pub name: String,
    /// Everybody's money in it.
    pub money: Option<Ore>,
}

/// How a scenario was reckoned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reckoning {
    /// In words, one string for each paragraph of text.
    pub text: Vec<String>,
    /// The figures that were set: the state's total, the base, the keys, the brake.
    pub settings: Vec<Setting>,
    /// The chosen way to spread what is left over; nothing when there was nothing to spread.
    pub strategy: Option<Strategy>,
}

/// A figure that was set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// What it is.
    pub name: String,
    /// What it was set to, and from what when the scenario changes it.
    pub value: String,
}

/// A named way to spread what is left over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Strategy {
    /// Its name.
    pub name: String,
    /// What it does.
    pub explanation: String,
    /// That it is our choice and no known rule.
    pub notice: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(name: &str, before: i64, after: Option<i64>) -> AssociationGroup {
        let amounts = BeforeAfter { before: Some(Ore::new(before)), after: after.map(Ore::new) };
        let side = |money| vec![AssociationMoney { name: name.to_owned(), money }];
        AssociationGroup {
            before: side(amounts.before),
            after: side(amounts.after),
            base: BeforeAfter::default(),
            need_part: BeforeAfter::default(),
            state: BeforeAfter::default(),
            all: amounts,
        }
    }

    #[test]
    fn the_picture_shows_what_changes_most_in_the_order_of_the_report() {
        let (_, mut report) = ScenarioReport::samples().unwrap().swap_remove(0);
        report.groups = vec![
            group("A", 100, Some(90)),
            group("B", 100, Some(100)),
            group("C", 100, None),
            group("D", 100, Some(180)),
            group("E", 100, Some(110)),
        ];
        let names = |room| -> Vec<String> {
            report.pictured(room).iter().map(|group| group.before[0].name.clone()).collect()
        };
        assert_eq!(names(2), ["A", "D"]);
        assert_eq!(names(9), ["A", "B", "D", "E"]);
    }

    #[test]
    fn the_picture_of_the_merger_is_told_in_words() {
        let (_, report) = ScenarioReport::samples().unwrap().swap_remove(0);
        assert_eq!(
            in_words(&report.pictured(12)).replace('\u{a0}', " "),
            "Stapeldiagram över allas medel före och efter. Södra Vätterbygden, Finnveden och Höglandet: \
             24 200 000 kr före. Jönköpings läns samordningsförbund: 22 600 000 kr efter."
        );
        assert_eq!(
            in_words(&[&group("A", 12_345_678, Some(100))]).replace('\u{a0}', " "),
            "Stapeldiagram över allas medel före och efter. A: 123 457 kr före, 1 kr efter."
        );
        let born = AssociationGroup { before: Vec::new(), ..group("B", 0, Some(200)) };
        let ended = AssociationGroup { after: Vec::new(), ..group("C", 300, Some(0)) };
        assert_eq!(
            in_words(&[&born, &ended]).replace('\u{a0}', " "),
            "Stapeldiagram över allas medel före och efter. B, som är nytt: 2 kr efter. C, som upphör: 3 kr före."
        );
    }

    #[test]
    fn an_association_stays_when_its_name_stands_on_both_sides() {
        let same = group("A", 1, Some(2));
        assert!(same.stays());
        assert!(!AssociationGroup { after: Vec::new(), ..same }.stays());
    }
}
