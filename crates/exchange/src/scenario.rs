//! A scenario as tables: what happens, to which associations, members and parties.

use allocation::effect::{Comparison, Kind as Change, Pair, Party, Side};

use crate::fault::capitalised;
use crate::workbook::{Cell, Column, Kind, Sheet, Workbook};

/// What a reader must know of every table with amounts.
const EMPTY: &str =
    "En tom cell betyder att beloppet inte är känt eller inte kan räknas. Den betyder inte noll.";

/// The amounts that every group and the whole have.
const STATE: &str = "statens bidrag";
const ALL: &str = "alla bidrag";

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

/// Before, after, difference, and the difference as a share of what it was.
fn four(pair: Pair) -> [Cell; 4] {
    let kronor = [pair.before, pair.after, pair.difference()].map(Cell::kronor);
    let [before, after, difference] = kronor;
    [before, after, difference, Cell::percent(pair.relative())]
}

fn columns(words: &[&str]) -> Vec<Column> {
    let words = words.iter().map(|name| Column::new(*name, Kind::Text));
    let amounts = ["Före", "Efter", "Skillnad"].map(|name| Column::new(name, Kind::Kronor));
    words.chain(amounts).chain([Column::new("Ändring i procent", Kind::Percent)]).collect()
}

/// One row for each amount, so that the table is narrow enough to read and can be filtered.
fn groups(name: &str, comparison: &Comparison) -> Sheet {
    let mut rows: Vec<Vec<Cell>> = Vec::with_capacity(comparison.groups.len() * 4 + 2);
    let mut add = |words: [&str; 3], amount: &str, pair: Pair| {
        let words = words.map(Cell::text).into_iter().chain([Cell::text(amount)]);
        rows.push(words.chain(four(pair)).collect());
    };
    for group in &comparison.groups {
        let (before, after) = (group.before.join(", "), group.after.join(", "));
        let words = [change(group.kind), &before, &after];
        add(words, "grundtilldelning", group.base);
        add(words, "behovsdel", group.need_part);
        add(words, STATE, group.state);
        add(words, ALL, group.all);
    }
    let words = ["alla förbund", "", ""];
    add(words, STATE, comparison.state);
    add(words, ALL, comparison.all);
    Sheet {
        name: "Grupper".to_owned(),
        title: format!("{name}: förbund före och efter"),
        notes: vec![
            EMPTY.to_owned(),
            "Statens bidrag är grundtilldelningen och behovsdelen tillsammans. Alla bidrag är statens, regionernas \
             och kommunernas tillsammans."
                .to_owned(),
        ],
        columns: columns(&["Vad som händer", "Förbund före", "Förbund efter", "Belopp"]),
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
        words.into_iter().chain(four(member.pays)).collect()
    });
    Sheet {
        name: "Medlemmar".to_owned(),
        title: format!("{name}: vad varje medlem betalar"),
        notes: vec![
            EMPTY.to_owned(),
            "Enstaka öre som inte är avgjorda mellan medlemmar med lika rest räknas inte med.".to_owned(),
        ],
        columns: columns(&["Part", "Medlem"]),
        rows: rows.collect(),
    }
}

fn parties(name: &str, comparison: &Comparison) -> Sheet {
    let own = comparison.parties.iter().map(|(own, sum)| (party(*own), *sum));
    let rows = own.chain([("alla", comparison.all)]);
    let rows = rows.map(|(words, sum)| [Cell::text(words)].into_iter().chain(four(sum)).collect());
    Sheet {
        name: "Parter".to_owned(),
        title: format!("{name}: vad parterna betalar"),
        notes: vec![
            EMPTY.to_owned(),
            "Staten betalar hälften av alla bidrag; regionerna och kommunerna betalar den andra hälften."
                .to_owned(),
        ],
        columns: columns(&["Part"]),
        rows: rows.collect(),
    }
}

const fn party(party: Party) -> &'static str {
    party.swedish()
}
