//! Cases that a lawyer can read and write: a rule, a day, facts, and what the rule should answer.
//!
//! The format is documented in `law/README.md`. [`check`] judges every case of a file; a file that cannot be read is
//! told with its line and column.

use std::fmt;
use std::ops::Range;

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Error, ValueDeserializer};

use crate::{Finding, Outcome, catalogue, text};

mod asking;
mod known;
mod swedish;

use known::{CASE, Known};

/// One case and what the rule answered.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The name of the case.
    pub name: String,
    /// The rule it asks.
    pub rule: String,
    /// The line it begins on.
    pub line: usize,
    /// The outcome it expects.
    pub expected: Outcome,
    /// The outcome the rule gave.
    pub got: Outcome,
    /// The whole answer.
    pub finding: Finding,
    /// Whether the answer is as expected in every respect.
    pub agrees: bool,
    /// What differs, in Swedish; empty when it agrees.
    pub differences: Vec<String>,
    /// What the product lacks to answer as the case says, when it says so itself.
    pub awaits: Option<String>,
    /// The case's note to its reader.
    pub note: Option<String>,
}

/// One line for a case that agrees, and one more for each difference.
impl fmt::Display for Checked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match (&self.awaits, self.agrees) {
            (_, false) => "SKILJER",
            (Some(_), true) => "väntar ",
            (None, true) => "stämmer",
        };
        let (name, rule, line) = (&self.name, &self.rule, self.line);
        let (expected, got) = (swedish::outcome(self.expected), swedish::outcome(self.got));
        write!(f, "  {mark}  rad {line}  {rule}: {name}: väntat {expected}, svar {got}")?;
        for difference in &self.differences {
            write!(f, "\n           {difference}")?;
        }
        Ok(())
    }
}

/// Why a file of cases cannot be read, in Swedish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The file.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// What is wrong.
    pub says: String,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.says)
    }
}

impl std::error::Error for Unreadable {}

/// A case as it stands in its file, without its facts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseText {
    name: String,
    rule: Spanned<String>,
    on: Date,
    expect: Outcome,
    #[serde(default)]
    expect_due: Option<Date>,
    #[serde(default)]
    says_contains: Vec<String>,
    #[serde(default)]
    cites: Vec<String>,
    #[serde(default)]
    silence: Vec<String>,
    #[serde(default)]
    awaits: Option<String>,
    #[serde(default)]
    note: Option<String>,
}

/// Judges every case of a file.
///
/// # Errors
///
/// The place and the reason, when the file is not in the format of cases: broken TOML, an unknown key, an unknown
/// rule, a fact that is missing or of the wrong kind.
pub fn check(file_name: &str, text: &str) -> Result<Vec<Checked>, Unreadable> {
    let file = File { name: file_name, text };
    let mut document = DeTable::parse(text).map_err(|error| file.error(&error, 0..0))?;
    text::dates_as_text(document.get_mut());
    let mut checked = Vec::new();
    for (key, value) in document.into_inner() {
        if key.get_ref() != "case" {
            return Err(file.at(
                key.span(),
                format!("”{}” är inte känt här; varje fall börjar med [[case]]", key.get_ref()),
            ));
        }
        let span = value.span();
        let DeValue::Array(cases) = value.into_inner() else {
            return Err(file.at(span, "varje fall börjar med [[case]], med dubbla klamrar".to_owned()));
        };
        for case in cases {
            checked.push(file.case(case)?);
        }
    }
    if checked.is_empty() {
        return Err(file.at(0..0, "filen har inga fall".to_owned()));
    }
    Ok(checked)
}

struct File<'a> {
    name: &'a str,
    text: &'a str,
}

impl File<'_> {
    fn case(&self, case: Spanned<DeValue<'_>>) -> Result<Checked, Unreadable> {
        let span = case.span();
        let DeValue::Table(mut table) = case.into_inner() else {
            return Err(self.at(span, "ett fall är en tabell: [[case]]".to_owned()));
        };
        let facts = table
            .remove(&Spanned::new(0..0, "facts".into()))
            .unwrap_or_else(|| Spanned::new(span.clone(), DeValue::Table(DeTable::new())));
        let head = Spanned::new(span.clone(), DeValue::Table(table));
        let case: CaseText =
            self.known(&head, CASE, || CaseText::deserialize(ValueDeserializer::from(head.clone())))?;
        let id = case.rule.get_ref();
        let (Some(ask), Some(rule)) = (asking::of(id), catalogue::rule(id)) else {
            if case.awaits.is_some() {
                return Ok(self.awaiting(span.start, case));
            }
            return Err(self.at(case.rule.span(), format!("regeln ”{id}” finns inte")));
        };
        let explained: Vec<Known<'_>> = rule.facts.iter().map(Known::from).collect();
        let finding = self.known(&facts, &explained, || ask(facts.clone(), case.on))?;
        let mut differences = differences(&case, &finding);
        if case.awaits.is_some() {
            // A case that waits differs the day it no longer has to.
            differences = if differences.is_empty() {
                vec!["fallet stämmer redan; ta bort raden ”awaits”".to_owned()]
            } else {
                Vec::new()
            };
        }
        Ok(Checked {
            awaits: case.awaits,
            note: case.note,
            line: self.place(span.start).0,
            rule: id.clone(),
            name: case.name,
            expected: case.expect,
            got: finding.outcome,
            agrees: differences.is_empty(),
            finding,
            differences,
        })
    }

    /// A case of a rule that is not there yet: its facts are taken as they stand, and nothing answers.
    fn awaiting(&self, start: usize, case: CaseText) -> Checked {
        let rule = case.rule.into_inner();
        Checked {
            line: self.place(start).0,
            finding: Finding::of(&rule, case.on, Outcome::Unknown, "Regeln prövas inte ännu."),
            rule,
            name: case.name,
            expected: case.expect,
            got: Outcome::Unknown,
            agrees: true,
            differences: Vec::new(),
            awaits: case.awaits,
            note: case.note,
        }
    }

    /// Reads a table whose names are known; a name that is not, or that is missing, and a value that cannot be read are told
    /// in the words of what is known.
    fn known<T>(
        &self,
        table: &Spanned<DeValue<'_>>,
        known: &[Known<'_>],
        read: impl FnOnce() -> Result<T, Error>,
    ) -> Result<T, Unreadable> {
        known::names(table, known).map_err(|(span, says)| self.at(span, says))?;
        read().map_err(|error| {
            let span = error.span().unwrap_or_else(|| table.span());
            if error.message().starts_with(asking::IMPOSSIBLE) {
                return self.at(span, error.message().to_owned());
            }
            let says = known::wrong(table, known, &span);
            self.at(span, says.unwrap_or_else(|| swedish::not_toml(error.message())))
        })
    }

    fn error(&self, error: &Error, otherwise: Range<usize>) -> Unreadable {
        self.at(error.span().unwrap_or(otherwise), swedish::not_toml(error.message()))
    }

    fn at(&self, span: Range<usize>, says: String) -> Unreadable {
        let (line, column) = self.place(span.start);
        Unreadable { file: self.name.to_owned(), line, column, says }
    }

    /// The line and column of a byte.
    fn place(&self, byte: usize) -> (usize, usize) {
        let before = self.text.get(..byte).unwrap_or(self.text);
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count().saturating_add(1);
        (before.matches('\n').count().saturating_add(1), column)
    }
}

fn differences(case: &CaseText, finding: &Finding) -> Vec<String> {
    let mut found = Vec::new();
    if finding.outcome != case.expect {
        found.push(format!(
            "väntat {}, men svaret är {}",
            swedish::outcome(case.expect),
            swedish::outcome(finding.outcome)
        ));
    }
    if let Some(due) = case.expect_due.filter(|due| finding.due != Some(*due)) {
        let got = finding.due.map_or_else(|| "ingen dag".to_owned(), |day| day.to_string());
        found.push(format!("sista dag väntad {due}, men svaret har {got}"));
    }
    // Amounts are written with no-break spaces, which nobody can see in a case.
    let says = finding.says.replace('\u{a0}', " ");
    for part in case.says_contains.iter().filter(|part| !says.contains(*part)) {
        found.push(format!("svaret säger inte ”{part}” utan ”{}”", finding.says));
    }
    let cites: Vec<String> = finding.cites.iter().map(ToString::to_string).collect();
    for place in case.cites.iter().filter(|place| !cites.contains(*place)) {
        found.push(format!("svaret hänvisar inte till {place} utan till {}", cites.join("; ")));
    }
    for silent in case.silence.iter().filter(|part| cites.iter().any(|cite| cite.contains(*part))) {
        found.push(format!("svaret hänvisar till {silent}, som det skulle tiga om"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unreadable(text: &str) -> (usize, usize, String) {
        let told = check("fall.toml", text).unwrap_err();
        (told.line, told.column, told.says)
    }

    const CASE: &str = "[[case]]\nname = \"a\"\nrule = \"quorum\"\non = 2026-01-01\nexpect = \"met\"\n";

    #[test]
    fn a_case_that_agrees_agrees() {
        let checked = check("fall.toml", &format!("{CASE}facts = {{ seats = 5, serving = 3 }}\n")).unwrap();
        assert!(checked[0].agrees, "{:?}", checked[0].differences);
        assert_eq!(checked[0].line, 1);
    }

    #[test]
    fn facts_may_stand_in_a_table_of_their_own() {
        let checked = check("fall.toml", &format!("{CASE}[case.facts]\nseats = 5\nserving = 2\n")).unwrap();
        assert_eq!(checked[0].got, Outcome::NotMet);
        assert!(checked[0].differences[0].contains("väntat uppfylld"));
        let shown = checked[0].to_string();
        assert!(shown.starts_with("  SKILJER  rad 1  quorum: a: väntat uppfylld (met)"), "{shown}");
    }

    #[test]
    fn broken_toml_is_told_with_its_place() {
        let (line, column, _) = unreadable("[[case]]\nname = \n");
        assert_eq!((line, column), (2, 8));
    }

    #[test]
    fn an_unknown_rule_is_told_with_its_place() {
        let told = unreadable(&CASE.replace("quorum", "qvorum"));
        assert_eq!(told, (3, 8, "regeln ”qvorum” finns inte".to_owned()));
    }

    #[test]
    fn an_unknown_fact_is_told_with_its_place_and_the_known_ones() {
        let (line, column, says) = unreadable(&format!("{CASE}facts = {{ seats = 5, servng = 3 }}\n"));
        assert_eq!((line, column), (6, 22));
        assert!(says.contains("”servng” är inte känt") && says.contains("serving"), "{says}");
    }

    #[test]
    fn a_missing_fact_is_told() {
        let (line, _, says) = unreadable(&format!("{CASE}facts = {{ seats = 5 }}\n"));
        assert_eq!((line, says.as_str()), (6, "”serving” saknas"));
        let (line, _, says) = unreadable(CASE);
        assert_eq!((line, says.as_str()), (1, "”seats” saknas"));
    }

    #[test]
    fn an_unknown_key_of_the_case_is_told() {
        let (line, column, says) = unreadable(&format!("{CASE}expct = \"met\"\n"));
        assert_eq!((line, column), (6, 1));
        assert!(says.contains("”expct”"), "{says}");
    }

    #[test]
    fn a_fact_of_the_wrong_kind_is_told() {
        let (line, column, says) = unreadable(&format!("{CASE}facts = {{ seats = \"fem\", serving = 3 }}\n"));
        assert_eq!((line, column), (6, 19));
        assert!(says.contains("heltal"), "{says}");
        let (_, _, says) = unreadable(&format!("{CASE}facts = {{ seats = -1, serving = 3 }}\n"));
        assert!(says.contains("heltal"), "{says}");
    }

    #[test]
    fn a_choice_that_is_none_is_told_with_those_there_are() {
        let (line, column, says) = unreadable(&CASE.replace("\"met\"", "\"mett\""));
        assert_eq!((line, column), (5, 10));
        assert!(says.contains("”expect”") && says.contains("met, not_met"), "{says}");
    }

    #[test]
    fn what_is_wrong_inside_a_fact_is_told_of_the_fact() {
        let case = CASE.replace("quorum", "posted-whole-appeal-time");
        let (line, _, says) =
            unreadable(&format!("{case}facts = {{ today = 2026-01-01, boards = [{{ bord = \"a\" }}] }}\n"));
        assert_eq!(line, 6);
        assert!(says.contains("”boards”") && says.contains("{ board, posted"), "{says}");
    }

    #[test]
    fn a_day_that_does_not_exist_is_told() {
        let (line, _, _) = unreadable(&CASE.replace("2026-01-01", "2026-02-30"));
        assert_eq!(line, 4);
    }

    #[test]
    fn a_case_may_wait_for_its_rule_and_no_longer() {
        let awaits = format!("{CASE}awaits = \"regeln\"\n");
        let none = check("fall.toml", &awaits.replace("quorum", "budget-by-30-nov")).unwrap();
        assert!(none[0].agrees && none[0].awaits.is_some());
        assert!(none[0].to_string().contains("väntar"), "{}", none[0]);
        let differs = check("fall.toml", &format!("{awaits}facts = {{ seats = 5, serving = 2 }}\n")).unwrap();
        assert!(differs[0].agrees, "it still waits");
        let passes = check("fall.toml", &format!("{awaits}facts = {{ seats = 5, serving = 3 }}\n")).unwrap();
        assert!(!passes[0].agrees && passes[0].differences[0].contains("awaits"), "{}", passes[0]);
    }

    #[test]
    fn facts_that_cannot_all_be_true_are_refused() {
        let (line, _, says) = unreadable(&format!("{CASE}facts = {{ seats = 5, serving = 6 }}\n"));
        assert_eq!(line, 6);
        assert!(says.contains("kan inte stämma") && says.contains("fler tjänstgör"), "{says}");
        let impossible = [
            ("quorum", "seats = 0, serving = 0"),
            (
                "extra-meeting",
                "seats = 5, asking = 6, chair_finds_needed = false, asked = 2026-01-02, today = 2026-01-03",
            ),
            (
                "extra-meeting",
                "seats = 5, asking = 2, chair_finds_needed = false, asked = 2026-01-02, held = 2026-01-01, today = 2026-01-03",
            ),
            ("delegated-reported", "decided = 2026-02-10, reported = 2026-02-09, today = 2026-03-02"),
            ("mandate-period", "from = 2027-04-01, until = 2027-03-31, election_year = 2026"),
            (
                "posted-in-2-days",
                "attested = 2026-01-01, boards = [{ board = \"A\", posted = 2026-01-02, taken_down = 2026-01-01 }], today = 2026-02-01",
            ),
            (
                "posted-whole-appeal-time",
                "boards = [{ board = \"A\", posted = 2026-01-02, taken_down = 2026-01-01 }], today = 2026-02-01",
            ),
            ("attested-in-14-days", "meeting = 2026-01-02, attested = 2026-01-01, today = 2026-02-01"),
            (
                "registered-without-delay",
                "received = 2026-01-02, registered = 2026-01-01, today = 2026-02-01",
            ),
        ];
        for (rule, facts) in impossible {
            let (_, _, says) =
                unreadable(&format!("{}facts = {{ {facts} }}\n", CASE.replace("quorum", rule)));
            assert!(says.contains("kan inte stämma"), "{rule}: {says}");
        }
    }

    #[test]
    fn an_empty_file_and_other_keys_are_told() {
        assert!(unreadable("").2.contains("inga fall"));
        assert!(unreadable("rule = 1\n").2.contains("[[case]]"));
        assert!(unreadable("case = 1\n").2.contains("[[case]]"));
    }
}
