//! What a preview says in Swedish: plain sentences, most important first.

use std::collections::BTreeSet;

use allocation::fraction::Fraction;
use allocation::statistics::SeriesKind;
use swedish::list::listed;
use swedish::number::{counted, grouped};

use super::reading::{Reading, region_columns};
use super::settle::Settled;
use super::{Figures, Preview, placed};
use crate::choices::{Moment, Role};
use crate::fault::{capitalised, cut};
use crate::meaning::{Sex, Time, folded};
use crate::register::{Kind, Register};
use crate::source::Source;

/// How many things are named before the rest are only counted.
const NAMED: usize = 8;

/// How much of a note is shown.
const LONGEST_NOTE: usize = 300;

/// Everything that can be said about a file.
pub(super) fn told(preview: &Preview) -> Vec<String> {
    let found = &preview.found;
    let mut sentences =
        vec![format!("Filen är {} med {}.", found.format, counted(found.rows, "rad", "rader"))];
    if let Some(title) = &found.title {
        sentences.push(format!("Rubrik: {}.", cut(title).trim_end_matches('.')));
    }
    sentences.extend(notes(&found.notes));
    sentences.push(matched(preview));
    if !found.left_out.is_empty() {
        let left_out = shown(&found.left_out);
        sentences.push(format!("Summor av kommuner räknas inte med: {left_out}."));
    }
    if !found.unknown.is_empty() {
        let unknown: Vec<String> =
            found.unknown.iter().map(|region| placed(region.place, &format!("”{}”", region.text))).collect();
        let unknown = shown_of(&unknown, found.unknown_count);
        sentences.push(format!("Regioner som inte känns igen och inte läses: {unknown}."));
    }
    sentences.extend(chosen(preview));
    sentences.extend(preview.remarks.iter().cloned());
    if let Some(figures) = &preview.figures {
        sentences.extend(summed(figures, preview));
    }
    sentences.extend(preview.questions.iter().map(|question| question.sentence.clone()));
    sentences.extend(preview.faults.iter().map(ToString::to_string));
    sentences
}

/// What the file itself says beside the table; it may be that its figures are not what they seem.
fn notes(notes: &[String]) -> Vec<String> {
    let mut told: Vec<String> = notes
        .iter()
        .take(NAMED)
        .map(|note| {
            let short: String = note.chars().take(LONGEST_NOTE).collect();
            let more = if short.len() < note.len() { " …" } else { "" };
            format!("I filen står: ”{short}{more}”")
        })
        .collect();
    if notes.len() > NAMED {
        told.push(format!("I filen står ytterligare {} anmärkningar.", notes.len() - NAMED));
    }
    told
}

fn matched(preview: &Preview) -> String {
    let found = &preview.found;
    let count = found.matched.len();
    if count == found.of && count > 0 {
        return format!("Alla {} kommuner finns i filen.", found.of);
    }
    let names: Vec<&str> = found.absent.iter().map(|municipality| municipality.name.as_str()).collect();
    let absent = if names.len() <= NAMED {
        format!(" {} saknas.", listed(&names))
    } else {
        format!(" {} saknas helt i filen.", counted(names.len(), "kommun", "kommuner"))
    };
    format!("{} av landets {} kommuner finns i filen.{absent}", count, found.of)
}

/// What is read, as it was taken or chosen.
pub(super) fn chosen(preview: &Preview) -> Vec<String> {
    let taken = &preview.taken;
    let mut sentences = Vec::new();
    if let Some(measure) = taken.measure {
        let content = taken.content.as_ref().filter(|content| !content.is_empty());
        let of = content.map_or_else(String::new, |content| format!(", ur ”{content}”"));
        sentences.push(format!("Måttet är {}{of}.", measure.swedish()));
    }
    if let Some(moment) = taken.moment {
        sentences.push(match moment {
            Moment::Year(year) => format!("Året är {year}."),
            Moment::At(time @ (Time::Year(_) | Time::Day(_))) => format!("Tiden är {time}."),
            Moment::At(time @ (Time::Month(..) | Time::Quarter(..))) => {
                format!("Tiden är {time}, som är en del av året och inte årets uppgift.")
            }
            Moment::MeanOfMonths(year) => format!(
                "Talen är medelvärdet av de tolv månaderna {year}, avrundat till tusendelar; en årsuppgift från \
                 källan kan skilja sig från det."
            ),
        });
    }
    match (taken.added_ages.as_slice(), taken.ages) {
        ([], _) | (_, None) => {}
        ([_], Some(ages)) => sentences.push(format!("Åldrarna är {ages}.")),
        (several, Some(ages)) => {
            let classes = counted(several.len(), "åldersklass", "åldersklasser");
            sentences.push(format!("Åldrarna {ages} är summan av {classes}."));
        }
    }
    if taken.added_sexes.as_slice() == [Sex::Men, Sex::Women] {
        sentences.push("Män och kvinnor är summerade.".to_owned());
    }
    match taken.preliminary {
        Some(true) => sentences.push("Uppgifterna är preliminära och kan ändras.".to_owned()),
        Some(false) => sentences.push("Uppgifterna är slutliga, enligt ditt val.".to_owned()),
        None => sentences.push("Filen säger inte om uppgifterna är preliminära.".to_owned()),
    }
    sentences
}

fn summed(figures: &Figures, preview: &Preview) -> Vec<String> {
    let mut sentences = Vec::new();
    let sum = figure(figures.sum);
    let known = counted(figures.known, "kommun", "kommuner");
    if figures.missing.is_empty() {
        sentences.push(format!("Summan för {known} är {sum}."));
    } else {
        let missing = counted(figures.missing.len(), "kommun", "kommuner");
        sentences.push(format!(
            "Summan för {known} är {sum}. Uppgift saknas för {missing}, så det är inte hela summan."
        ));
        let mut reasons: Vec<&str> = Vec::new();
        for missing in &figures.missing {
            if !reasons.contains(&missing.sentence.as_str()) {
                reasons.push(&missing.sentence);
            }
        }
        for reason in reasons {
            let names: Vec<String> = figures
                .missing
                .iter()
                .filter(|missing| missing.sentence == reason)
                .map(|missing| missing.municipality.name.clone())
                .collect();
            sentences.push(format!("Saknas: {}. Skälet: {reason}.", shown(&names)));
        }
    }
    let whole = preview.found.absent.is_empty() && figures.missing.is_empty();
    if let Some(country) = figures.country {
        let own = figure(country);
        sentences.push(match (whole, country == figures.sum) {
            (true, true) => "Summan är densamma som filens egen uppgift för riket.".to_owned(),
            (true, false) => format!("Filens egen uppgift för riket är {own}, inte {sum}."),
            (false, _) => format!("Filens egen uppgift för riket är {own}."),
        });
    }
    sentences
}

/// A figure in thousandths, without decimals when there are none.
pub(super) fn figure(thousandths: u64) -> String {
    let whole = || grouped(i128::from(thousandths / 1000));
    if thousandths.is_multiple_of(1000) {
        return whole();
    }
    let text = Fraction::new(thousandths.into(), 1000).map_or_else(whole, |figure| figure.swedish(3));
    text.trim_end_matches('0').to_owned()
}

/// The first of the names, and how many more there are.
fn shown(names: &[String]) -> String {
    shown_of(names, names.len())
}

/// The first of the names, and how many more there are of all.
fn shown_of(names: &[String], all: usize) -> String {
    if all <= NAMED {
        return listed(names);
    }
    let first = names.get(..NAMED).unwrap_or(names).join(", ");
    format!("{first} och {} till", all - NAMED)
}

/// What a reader should know about how cells were understood.
pub(super) fn remarks(reading: &Reading<'_>, register: &Register, settled: &Settled) -> Vec<String> {
    let mut remarks = settled.remarks.clone();
    remarks.extend(region_remarks(reading, register));
    for role in [Role::Time, Role::Age, Role::Sex] {
        let unread: Vec<String> =
            reading.unread(role).iter().map(|text| format!("”{}”", cut(text))).collect();
        if !unread.is_empty() {
            let name = capitalised(role.swedish());
            remarks.push(format!("{name} som inte känns igen och inte läses: {}.", shown(&unread)));
        }
    }
    if reading.from_days {
        remarks.push("Dagarna är den första i varje månad och läses som månader.".to_owned());
    }
    if settled.thousands {
        remarks.push("Komma och punkt före tre siffror delar tusental, enligt ditt val.".to_owned());
    }
    let source = reading.source;
    if let (Some(sheet), true) = (&source.sheet, source.sheets.len() > 1) {
        let others: Vec<String> = source
            .sheets
            .iter()
            .filter(|other| *other != sheet)
            .map(|other| format!("”{}”", cut(other)))
            .collect();
        remarks.push(format!("Bladet ”{}” läses. Filen har också {}.", cut(sheet), shown(&others)));
    }
    // Nothing that stands in the file is dropped without a line that says so.
    let unused = source.columns.iter().zip(&reading.roles).filter(|(_, role)| **role == Role::Ignored);
    let unused: Vec<String> = unused
        .filter(|(column, _)| column.distinct().iter().any(|number| !source.texts.is_blank(*number)))
        .map(|(column, _)| format!("”{}”", cut(&column.name)))
        .collect();
    if !unused.is_empty() {
        remarks.push(format!("Kolumner som inte används: {}.", shown(&unused)));
    }
    if settled.measure == Some(SeriesKind::Need) {
        remarks.push(match &settled.report {
            Some(report) => format!(
                "I försörjningsmåttet betyder 0 att ingen rapport kom. En kommun med 0 i ”{report}” räknas därför \
                 som saknad."
            ),
            None => "I försörjningsmåttet betyder 0 att ingen rapport kom. Filen har inte ekonomiskt bistånd för \
                     sig, så en kommun som inte har rapporterat det syns inte: dess summa är då för låg."
                .to_owned(),
        });
    }
    remarks
}

fn region_remarks(reading: &Reading<'_>, register: &Register) -> Vec<String> {
    let source = reading.source;
    let columns: Vec<_> = region_columns(source, &reading.roles).collect();
    let mut shortened = false;
    let mut contradicted: BTreeSet<String> = BTreeSet::new();
    for column in &columns {
        for number in column.distinct() {
            let Some(text) = source.texts.get(number) else { continue };
            let region = register.region(&text.text);
            shortened |= region.shortened;
            if let (true, Kind::Municipality(place)) = (region.contradicted, region.kind) {
                contradicted.insert(format!("”{}” läses som {}", cut(&text.text), register.name(place)));
            }
        }
    }
    for (row, kind) in reading.regions.iter().enumerate() {
        let Kind::Municipality(place) = kind else { continue };
        for column in &columns {
            let Some(text) = source.text(column, row) else { continue };
            if let Kind::Municipality(other) = register.region(&text.text).kind
                && other != *place
            {
                let told = format!("”{}” läses som {}, efter koden", cut(&text.text), register.name(*place));
                contradicted.insert(told);
            }
        }
    }
    let mut remarks = Vec::new();
    if shortened {
        remarks.push("Kommunkoder med tre siffror läses med en nolla först, som 0114.".to_owned());
    }
    if !contradicted.is_empty() {
        let told: Vec<String> = contradicted.into_iter().collect();
        remarks.push(format!("Kod och namn säger olika kommuner: {}. Koden gäller.", shown(&told)));
    }
    remarks
}

/// Whether the file says that the figures of the year are preliminary.
pub(super) fn said_preliminary(source: &Source, year: Option<i16>) -> bool {
    let said = source.title.iter().chain(&source.notes);
    said.flat_map(|text| text.split(['.', '\n'])).any(|sentence| {
        let sentence = folded(sentence);
        let years: Vec<i16> = sentence
            .split(|c: char| !c.is_ascii_digit())
            .filter(|word| word.len() == 4)
            .filter_map(|word| word.parse().ok())
            .collect();
        let of_year = years.is_empty() || year.is_none_or(|year| years.contains(&year));
        sentence.contains("preliminär") && of_year
    })
}
