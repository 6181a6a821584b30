//! What somebody sends, before it is decided: all of it can be seen, and its days can be meant.
//!
//! Every way in (a page's form, the API, the command line) comes through here, so that no text is kept in two forms
//! and nobody's name looks like another's. In names and titles a sign that cannot be seen is told; out of running
//! text it is taken, since it comes along unasked when text is pasted.

mod seen;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use swedish::days::Bounds;
use swedish::reading::Unread;
use swedish::text::{cleaned, first_unseen};

use crate::decision::{Ctx, FieldError, Refusal};
use seen::{Seen, each};

/// The fields that name something; the others are running text, or cannot hold any.
const NAMES: [&str; 16] = [
    "applicant",
    "case_number",
    "counterpart",
    "court",
    "kept_at",
    "name",
    "number",
    "organisationsnummer",
    "place",
    "presenter",
    "seat",
    "short_name",
    "slug",
    "subject",
    "title",
    "with",
];

/// A command and its reasons as they are decided on.
///
/// # Errors
/// [`Refusal::Fields`] when a day cannot be meant, or a name holds signs that cannot be seen.
pub fn entered<C: Serialize + DeserializeOwned>(ctx: &mut Ctx, command: C) -> Result<C, Refusal> {
    for reason in ctx.reasons.values_mut() {
        *reason = cleaned(reason).into_owned();
    }
    let bounds = Bounds::around(ctx.today());
    let mut wrong: Vec<FieldError> = Vec::new();
    let mut unclean = None;
    each(&command, &mut |field, seen| {
        let says = match seen {
            Seen::Day(day) if !bounds.hold(day) => bounds.says(),
            Seen::Text(text) if NAMES.contains(&field) && first_unseen(text).is_some() => {
                Unread::Unseen.to_string()
            }
            Seen::Text(text) => {
                if cleaned(text) != text {
                    unclean = Some(field);
                }
                return;
            }
            Seen::Day(_) => return,
        };
        if !wrong.iter().any(|known| known.field == field) {
            wrong.push(FieldError::new(field, says));
        }
    });
    match (wrong.is_empty(), unclean) {
        (false, _) => Err(Refusal::Fields(wrong)),
        (true, None) => Ok(command),
        (true, Some(field)) => {
            again(&command).ok_or_else(|| Refusal::field(field, Unread::Unseen.to_string()))
        }
    }
}

/// The same command with every text as it is kept.
fn again<C: Serialize + DeserializeOwned>(command: &C) -> Option<C> {
    let mut value = serde_json::to_value(command).ok()?;
    clean(&mut value);
    serde_json::from_value(value).ok()
}

fn clean(value: &mut Value) {
    match value {
        Value::String(text) => *text = cleaned(text).into_owned(),
        Value::Array(items) => items.iter_mut().for_each(clean),
        Value::Object(fields) => fields.values_mut().for_each(clean),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use serde::Deserialize;

    use super::*;
    use crate::decision::Entered;
    use crate::ids::PersonId;

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    #[serde(tag = "command", rename_all = "snake_case")]
    enum Asked {
        Note(Note),
    }

    #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
    struct Note {
        title: String,
        text: String,
        clauses: Vec<String>,
        on: Option<Date>,
        reporting: Vec<Date>,
    }

    fn ctx() -> Ctx {
        let now = date(2026, 11, 30).at(9, 0, 0, 0);
        let actor = PersonId(uuid::Uuid::from_u128(1));
        Ctx { now, actor, reasons: std::collections::BTreeMap::new(), entered: Entered::AsItHappens }
    }

    fn sent(note: Note) -> Result<Note, Vec<(&'static str, String)>> {
        match entered(&mut ctx(), Asked::Note(note)) {
            Ok(Asked::Note(note)) => Ok(note),
            Err(Refusal::Fields(wrong)) => Err(wrong.into_iter().map(|e| (e.field, e.says)).collect()),
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_day_that_cannot_be_meant_is_told_with_the_format() {
        let says = Bounds::around(date(2026, 11, 30)).says();
        for day in [date(26, 11, 28), date(2226, 11, 28), date(-26, 1, 1), date(1989, 12, 31)] {
            let on = Note { on: Some(day), ..Note::default() };
            assert_eq!(sent(on), Err(vec![("on", says.clone())]), "{day}");
            let among = Note { reporting: vec![date(2027, 1, 1), day], ..Note::default() };
            assert_eq!(sent(among), Err(vec![("reporting", says.clone())]), "{day}");
        }
        let fine = Note { on: Some(date(2026, 11, 28)), ..Note::default() };
        assert_eq!(sent(fine.clone()), Ok(fine));
    }

    #[test]
    fn a_text_that_looks_like_a_day_is_a_text() {
        let note = Note { title: "0026-11-28".into(), ..Note::default() };
        assert_eq!(sent(note.clone()), Ok(note));
    }

    #[test]
    fn signs_that_cannot_be_seen_are_told_in_names_and_taken_out_of_running_text() {
        for sign in ['\u{200b}', '\u{202e}', '\0', '\u{7f}'] {
            let title = Note { title: format!("Anna{sign} Berg"), ..Note::default() };
            assert_eq!(sent(title), Err(vec![("title", Unread::Unseen.to_string())]));
            let text = Note {
                text: format!("ett{sign}\n\ttvå"),
                clauses: vec![format!("att{sign}")],
                ..Note::default()
            };
            let kept = sent(text).unwrap();
            assert_eq!((kept.text.as_str(), kept.clauses), ("ett\n\ttvå", vec!["att".to_owned()]));
        }
    }

    #[test]
    fn every_text_is_kept_in_one_form() {
        let note = Note { title: "A\u{30a}sa".into(), text: "o\u{308}\r\n".into(), ..Note::default() };
        let kept = sent(note).unwrap();
        assert_eq!((kept.title.as_str(), kept.text.as_str()), ("Åsa", "ö\n"));
        let mut ctx = ctx();
        ctx.reasons.insert("notice-period".into(), "bra\u{30a}dska".into());
        entered(&mut ctx, Asked::Note(Note::default())).unwrap();
        assert_eq!(ctx.reasons["notice-period"], "brådska");
    }
}
