//! A scenario as tables: what happens, to which associations, members and parties.

use allocation::effect::{Comparison, Kind as Change, Pair, Party, Side};

use crate::fault::capitalised;
use crate::workbook::{Cell, Column, Kind, Sheet, Workbook};

/// What a reader must know of every table with amounts.
const EMPTY: &str =
    "En tom cell betyder att beloppet inte är känt eller inte kan räknas. Den betyder inte noll.";

/// The tables of a scenario, with the sentences and caveats that explain it.
///
/// A pure function: the page and the command line write the same tables.
#[must_use]
pub fn workbook(
    name: &str,
    before: Side<'_>,
    after: Side<'_>,
    comparison: &Comparison,
    sentences: &[String],
    caveats: &[String],
) -> Workbook {
    Workbook {
        title: name.to_owned(),
        sheets: vec![
            summary(name, before, after, sentences, caveats),
            groups(name, comparison),
            members(name, comparison),
            parties(name, comparison),
        ],
    }
}

fn summary(name: &str, before: Side<'_>, after: Side<'_>, sentences: &[String], caveats: &[String]) -> Sheet {
    let row = |kind: &str, sentence: &String| vec![Cell::text(kind), Cell::text(sentence)];
    let basis = capitalised(after.country.basis.swedish());
    let count = |side: Side<'_>| side.country.associations.len();
    let statistics = after.country.statistics_year.map(|year| format!("Statistiken är från {year}."));
    let notes = [
        Some(format!("{basis}.")),
        Some(format!("Förbund före: {}. Förbund efter: {}.", count(before), count(after))),
        statistics,
    ];
    Sheet {
        name: "Sammanfattning".to_owned(),
        title: name.to_owned(),
        notes: notes.into_iter().flatten().collect(),
        columns: vec![Column::new("Slag", Kind::Text), Column::new("Vad som händer", Kind::Text)],
        rows: sentences
            .iter()
            .map(|sentence| row("Följd", sentence))
            .chain(caveats.iter().map(|caveat| row("Förbehåll", caveat)))
            .collect(),
    }
}

/// Before, after, difference.
fn three(pair: Pair) -> [Cell; 3] {
    [Cell::kronor(pair.before), Cell::kronor(pair.after), Cell::kronor(pair.difference())]
}

fn columns(first: &[&str], amounts: &[&str], share: bool) -> Vec<Column> {
    let words = first.iter().map(|name| Column::new(*name, Kind::Text));
    let kronor = amounts.iter().flat_map(|amount| {
        ["före", "efter", "skillnad"].map(|when| Column::new(format!("{amount} {when}"), Kind::Kronor))
    });
    let share = share.then(|| Column::new("Ändring i procent", Kind::Percent));
    words.chain(kronor).chain(share).collect()
}

fn groups(name: &str, comparison: &Comparison) -> Sheet {
    let mut rows: Vec<Vec<Cell>> = Vec::with_capacity(comparison.groups.len() + 1);
    for group in &comparison.groups {
        let words = [
            Cell::text(change(group.kind)),
            Cell::text(group.before.join(", ")),
            Cell::text(group.after.join(", ")),
        ];
        let amounts = [group.base, group.need_part, group.state, group.all].into_iter().flat_map(three);
        rows.push(words.into_iter().chain(amounts).chain([Cell::percent(group.all.relative())]).collect());
    }
    let all = comparison.all;
    let sum = [Cell::text("Alla förbund"), Cell::Missing, Cell::Missing].into_iter();
    let unknown = std::iter::repeat_n(Cell::Missing, 6);
    let amounts = three(comparison.state).into_iter().chain(three(all));
    rows.push(sum.chain(unknown).chain(amounts).chain([Cell::percent(all.relative())]).collect());
    Sheet {
        name: "Grupper".to_owned(),
        title: format!("{name}: förbund före och efter"),
        notes: vec![EMPTY.to_owned()],
        columns: columns(
            &["Vad som händer", "Förbund före", "Förbund efter"],
            &["Grundtilldelning", "Behovsdel", "Statens bidrag", "Alla bidrag"],
            true,
        ),
        rows,
    }
}

const fn change(kind: Change) -> &'static str {
    match kind {
        Change::Same => "oförändrat område",
        Change::Merged => "sammanslagning",
        Change::Split => "delning",
        Change::New => "nytt förbund",
        Change::Ended => "förbundet upphör",
        Change::Regrouped => "kommuner flyttar",
    }
}

fn members(name: &str, comparison: &Comparison) -> Sheet {
    let rows = comparison.members.iter().map(|member| {
        let words = [Cell::text(party(member.party)), Cell::text(&*member.name)];
        words.into_iter().chain(three(member.pays)).chain([Cell::percent(member.pays.relative())]).collect()
    });
    Sheet {
        name: "Medlemmar".to_owned(),
        title: format!("{name}: vad varje medlem betalar"),
        notes: vec![
            EMPTY.to_owned(),
            "Enstaka öre som inte är avgjorda mellan medlemmar med lika rest räknas inte med.".to_owned(),
        ],
        columns: columns(&["Part", "Medlem"], &["Bidrag"], true),
        rows: rows.collect(),
    }
}

fn parties(name: &str, comparison: &Comparison) -> Sheet {
    let own = comparison.parties.iter().map(|(own, sum)| (party(*own), *sum));
    let rows = own.chain([("alla", comparison.all)]).map(|(words, sum)| {
        let amounts = three(sum).into_iter().chain([Cell::percent(sum.relative())]);
        [Cell::text(words)].into_iter().chain(amounts).collect()
    });
    Sheet {
        name: "Parter".to_owned(),
        title: format!("{name}: vad parterna betalar"),
        notes: vec![
            EMPTY.to_owned(),
            "Staten betalar hälften av alla bidrag; regionerna och kommunerna betalar den andra hälften."
                .to_owned(),
        ],
        columns: columns(&["Part"], &["Bidrag"], true),
        rows: rows.collect(),
    }
}

const fn party(party: Party) -> &'static str {
    party.swedish()
}
