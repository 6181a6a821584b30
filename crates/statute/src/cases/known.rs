//! The names that a table of a case may have, and how the value of each is written.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::catalogue::FactMeaning;

/// What ends the kind of a fact that may be left out.
const MAY_BE_LEFT_OUT: &str = ", får utelämnas";

/// A name of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<'a> {
    name: &'a str,
    /// How its value is written, in Swedish.
    kind: &'a str,
    needed: bool,
}

const fn needed(name: &'static str, kind: &'static str) -> Known<'static> {
    Known { name, kind, needed: true }
}

const fn may_be(name: &'static str, kind: &'static str) -> Known<'static> {
    Known { name, kind, needed: false }
}

/// The names of a case. Its facts are the rule's.
pub(super) const CASE: &[Known<'_>] = &[
    needed("name", "text"),
    needed("rule", "text"),
    needed("on", "dag"),
    needed("expect", "met, not_met, explained, not_yet_due, not_applicable, needs_judgement eller unknown"),
    may_be("expect_due", "dag"),
    may_be("says_contains", "lista av texter"),
    may_be("cites", "lista av texter"),
    may_be("silence", "lista av texter"),
    may_be("awaits", "text"),
    may_be("note", "text"),
];

impl<'a> From<&'a FactMeaning> for Known<'a> {
    fn from(fact: &'a FactMeaning) -> Self {
        let kind = fact.kind.strip_suffix(MAY_BE_LEFT_OUT);
        Self { name: &fact.name, kind: kind.unwrap_or(&fact.kind), needed: kind.is_none() }
    }
}

fn entries<'a, 'b>(table: &'a Spanned<DeValue<'b>>) -> Option<&'a DeTable<'b>> {
    if let DeValue::Table(entries) = table.get_ref() { Some(entries) } else { None }
}

/// Whether a table has only names that are known, and those that are needed; where and what not.
pub(super) fn names(table: &Spanned<DeValue<'_>>, known: &[Known<'_>]) -> Result<(), (Range<usize>, String)> {
    let Some(entries) = entries(table) else { return Ok(()) };
    if let Some(key) =
        entries.keys().find(|key| known.iter().all(|known| known.name != key.get_ref().as_ref()))
    {
        let names: Vec<&str> = known.iter().map(|known| known.name).collect();
        let says = format!("”{}” är inte känt här; kända namn är {}", key.get_ref(), names.join(", "));
        return Err((key.span(), says));
    }
    match known
        .iter()
        .find(|known| known.needed && entries.keys().all(|key| key.get_ref().as_ref() != known.name))
    {
        Some(missing) => Err((table.span(), format!("”{}” saknas", missing.name))),
        None => Ok(()),
    }
}

/// How the value that stands around a place is written; none when no name of the table stands there.
pub(super) fn wrong(
    table: &Spanned<DeValue<'_>>,
    known: &[Known<'_>],
    place: &Range<usize>,
) -> Option<String> {
    let holds =
        |value: &Spanned<DeValue<'_>>| value.span().start <= place.start && place.end <= value.span().end;
    let (key, _) = entries(table)?.iter().find(|(_, value)| holds(value))?;
    let known = known.iter().find(|known| known.name == key.get_ref().as_ref())?;
    let kind = if known.kind == "dag" { "en dag, som 2026-11-30" } else { known.kind };
    Some(format!("”{}” går inte att läsa; här ska stå {kind}", known.name))
}
