//! Every decision asked in every state it can be reached: `docs/states.md` is drawn from the answers, so it cannot lie.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Value, json};

use crate::ids::{MeetingId, PersonId};
use crate::testing::Given;
use crate::{Association, Command, decide, initiative};

mod asked;
mod lines;

/// Something that stands somewhere, and what moves it.
struct Line {
    /// What it is, in Swedish.
    title: &'static str,
    /// Where it stands, with the name of the state; none when it is not there yet.
    stands: fn(&Association) -> Option<(String, &'static str)>,
    /// Every state it can be in.
    all: &'static [&'static str],
    /// Those that nothing leads on from.
    ends: &'static [&'static str],
    /// The moments along the line from which everything is asked.
    starts: Vec<Given>,
    /// What is asked.
    asked: Vec<Asked>,
    /// How many decisions in a row are tried.
    far: usize,
}

/// A decision as it is asked.
struct Asked {
    /// By whom.
    by: PersonId,
    /// After so many days.
    days: i64,
    /// As the API writes it.
    fields: Value,
}

/// A state: its name in the code, and in Swedish.
type State = (String, &'static str);

/// What came of asking: from where, to where, by which decisions.
#[derive(Default)]
struct Drawn {
    moves: BTreeMap<(Option<State>, State), BTreeSet<String>>,
    stays: BTreeMap<State, BTreeSet<String>>,
}

impl Line {
    fn drawn(&self) -> Drawn {
        let mut drawn = Drawn::default();
        for start in &self.starts {
            let mut start = start.clone();
            // A *bör* that is not met stops nobody who writes why.
            let rules = statute::catalogue::rules().iter();
            start.ctx.reasons = rules.map(|rule| (rule.id.clone(), "Skäl.".to_owned())).collect();
            self.ask(&start, self.far, &mut drawn);
        }
        // What begins one begins another too, which is no business of the first.
        let begin = drawn.moves.iter().filter(|((from, _), _)| from.is_none());
        let begin: BTreeSet<String> = begin.flat_map(|(_, by)| by.clone()).collect();
        drawn.stays.values_mut().for_each(|by| by.retain(|says| !begin.contains(says)));
        drawn.stays.retain(|_, by| !by.is_empty());
        drawn
    }

    fn ask(&self, given: &Given, far: usize, drawn: &mut Drawn) {
        let from = (self.stands)(&given.state);
        for Asked { by, days, fields } in &self.asked {
            let mut given = given.clone().by(*by);
            given.ctx.now = statute::calendar::days_from(given.ctx.today(), *days).at(9, 0, 0, 0);
            let command = read(fields, &given.state);
            let Ok(decided) = decide(&given.state, &given.ctx, &command) else { continue };
            if decided.events.is_empty() {
                continue;
            }
            let after = given.and(decided.events);
            let to = (self.stands)(&after.state);
            match (&from, to) {
                (from, Some(to)) if from.as_ref() != Some(&to) => {
                    drawn.moves.entry((from.clone(), to)).or_default().insert(says(fields));
                }
                (Some(at), _) => {
                    drawn.stays.entry(at.clone()).or_default().insert(says(fields));
                }
                (None, _) => {}
            }
            if far > 1 {
                self.ask(&after, far - 1, drawn);
            }
        }
    }
}

/// The command, told of what stands in the minutes where it asks for what was read, and of what is being written.
fn read(fields: &Value, state: &Association) -> Command {
    let mut fields = fields.clone();
    if fields.get("seen").is_some() {
        fields["seen"] =
            json!(state.meetings.get(&MeetingId(1)).and_then(|m| Some(&m.written.as_ref()?.paper.sha256)));
    }
    let mut command = serde_json::from_value(fields.clone()).unwrap_or_else(|e| panic!("{fields}: {e}"));
    if let Command::Initiative(initiative::Command::SubmitApplication(submit)) = &mut command {
        submit.written = Some(initiative::samples::written(initiative::samples::application()));
    }
    command
}

/// What one does, in Swedish; what was noted, where one decision notes many things.
fn says(fields: &Value) -> String {
    if let Some(kind) = fields["what"]["kind"].as_str() {
        return asked::of_kind(kind).to_owned();
    }
    let row = Command::rows().find(|row| fields["command"] == row.act.name).unwrap();
    row.act.says.to_owned()
}

impl Drawn {
    fn states(&self) -> BTreeSet<&State> {
        let ends = self.moves.keys().flat_map(|(from, to)| from.iter().chain([to]));
        ends.chain(self.stays.keys()).collect()
    }

    fn chart(&self, out: &mut String) {
        out.push_str("```mermaid\nstateDiagram-v2\n");
        for (code, swedish) in self.states() {
            writeln!(out, "    state \"{swedish}\" as {code}").unwrap();
        }
        for ((from, to), by) in &self.moves {
            let from = from.as_ref().map_or("[*]", |(code, _)| code);
            let by: Vec<&str> = by.iter().map(String::as_str).collect();
            writeln!(out, "    {from} --> {}: {}", to.0, by.join(" / ")).unwrap();
        }
        for state in self.states() {
            if !self.moves.keys().any(|(from, _)| from.as_ref() == Some(state)) {
                writeln!(out, "    {} --> [*]", state.0).unwrap();
            }
        }
        out.push_str("```\n");
    }

    fn table(&self, out: &mut String) {
        if self.stays.is_empty() {
            return;
        }
        out.push_str("\n| medan läget är | går också, och läget består |\n| --- | --- |\n");
        for ((_, swedish), by) in &self.stays {
            let by: Vec<&str> = by.iter().map(String::as_str).collect();
            writeln!(out, "| {swedish} | {} |", by.join(", ")).unwrap();
        }
    }
}

fn document() -> String {
    let mut out = String::from(HEAD);
    for line in lines::all() {
        writeln!(out, "\n## {}\n", line.title).unwrap();
        let drawn = line.drawn();
        drawn.chart(&mut out);
        drawn.table(&mut out);
    }
    out
}

const HEAD: &str = "# Lägen, och vad som flyttar dem

Gjord av koden: varje beslut prövas i varje läge som kan nås, och det som släpps igenom är en pil. Ett test håller filen
aktuell (`crates/domain/src/states.rs`). Vem som får göra vad står i `docs/access.md`, reglerna i `law/`.
";

#[test]
fn the_diagrams_are_fresh() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/states.md");
    let now = document();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&kept, &now).unwrap();
    }
    let there = std::fs::read_to_string(kept).unwrap_or_default();
    assert_eq!(there, now, "docs/states.md is stale: run this test with UPDATE=1");
}

#[test]
fn every_state_is_reached_and_can_be_left_unless_it_ends() {
    for line in lines::all() {
        let drawn = line.drawn();
        let found: BTreeSet<&str> = drawn.states().into_iter().map(|(_, swedish)| *swedish).collect();
        let wanted: BTreeSet<&str> = line.all.iter().copied().collect();
        assert_eq!(found, wanted, "{}", line.title);
        for state in drawn.states() {
            let is_left = drawn.moves.keys().any(|(from, _)| from.as_ref() == Some(state));
            assert_ne!(is_left, line.ends.contains(&state.1), "{}: {}", line.title, state.1);
        }
    }
}

#[test]
fn every_decision_on_a_line_is_asked_and_let_through_somewhere() {
    use crate::{assignment, case_register, meeting};
    let drawn: Vec<Drawn> = lines::all().iter().map(Line::drawn).collect();
    let done: BTreeSet<&String> =
        drawn.iter().flat_map(|d| d.moves.values().chain(d.stays.values())).flatten().collect();
    let rows = [
        initiative::Command::ROWS,
        meeting::Command::ROWS,
        case_register::Command::ROWS,
        assignment::Command::ROWS,
    ];
    let missed: Vec<&str> = rows
        .into_iter()
        .flatten()
        .map(|row| row.act)
        .filter(|a| !done.contains(&a.says.to_owned()))
        .map(|a| a.name)
        .collect();
    assert!(missed.is_empty(), "never let through: {missed:?}");
}
