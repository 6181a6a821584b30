//! What Jönköpings län has saved: scenarios of its organisation, and the decision paper that weighs them.

use allocation::change::{Change, Previous};
use domain::county::events::{Content, Saved};
use domain::county::paper::SavePaper;
use domain::county::scenario::SaveScenario;
use domain::county::start::{Own, Start, county};
use domain::county::template;
use domain::county::{Command, County};
use domain::decision::Entered;
use domain::ids::ScenarioId;
use domain::national::NationalYear;
use domain::national::known::Known;
use domain::{Ctx, geography};
use engine::Engine;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use uuid::Uuid;

use super::people::{DIRECTOR, person};
use super::teller::Trouble;

const CODE: &str = "06";
const ON: Date = date(2025, 10, 14);

/// Saves the scenarios and the paper, once; the associations and the statistics are told before.
pub(super) async fn tell(engine: &Engine) -> Result<(), Trouble> {
    if engine.read_on::<County, _>(CODE, |_| ()).is_some() {
        return Ok(());
    }
    let start = start(engine).ok_or_else(|| Trouble::new(CODE, 0, "länet har inget att utgå från"))?;
    let scenarios = scenarios().into_iter().map(|(name, description, changes)| {
        Command::SaveScenario(SaveScenario {
            saved: Saved {
                name: name.to_owned(),
                description: description.to_owned(),
                start: start.country.clone(),
                notes: start.notes.clone(),
                changes,
            },
        })
    });
    let content = paper().ok_or_else(|| Trouble::new(CODE, 0, "länet har ingen text att börja från"))?;
    let paper = Command::SavePaper(SavePaper { paper: None, based_on: 0, content });
    for (step, command) in scenarios.chain([paper]).enumerate() {
        let now = ON.at(9, 0, 0, 0);
        let actor = person(DIRECTOR);
        let ctx =
            Ctx { now, actor, reasons: std::collections::BTreeMap::new(), entered: Entered::AsItHappens };
        let id = Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("samordna demo county {step}").as_bytes());
        let at = Timestamp::from_second(1_760_425_200).unwrap_or(Timestamp::UNIX_EPOCH);
        let done = engine.execute_on::<County>(CODE, id, at, ctx, command).await;
        done.map_err(|why| Trouble::new(CODE, step, &format!("{why:?}")))?;
    }
    Ok(())
}

fn start(engine: &Engine) -> Option<Start> {
    let of = geography::county(CODE)?;
    let mut known = Known::default();
    engine.each::<NationalYear, ()>(|key, year| {
        if let Ok(number) = key.parse() {
            known.read(number, year);
        }
    });
    let here = |a: &domain::Association| a.profile.founded.as_ref().is_some_and(|f| f.county == of.name);
    let own = |_: &str, a: &domain::Association| here(a).then(|| Own::of(a, ON)).flatten();
    let own: Vec<Own> = engine.each(own).into_iter().flatten().collect();
    county(of, &own, &known, ON)
}

fn scenarios() -> Vec<(&'static str, &'static str, Vec<Change>)> {
    let merge = |associations: &[&str], name: &str| Change::Merge {
        associations: associations.iter().map(|a| (*a).to_owned()).collect(),
        name: name.to_owned(),
        previous: Previous::Sum,
    };
    vec![
        ("Som i dag", "De tre förbunden med 2025 års belopp, att jämföra med.", Vec::new()),
        (
            "Ett länsförbund",
            "Alternativ 3 i översynen: de tre förbunden blir ett.",
            vec![merge(
                &["Södra Vätterbygden", "Finnveden", "Höglandet"],
                "Jönköpings läns samordningsförbund",
            )],
        ),
        (
            "Två förbund",
            "Södra Vätterbygden och Finnveden, som redan delar förbundschef, slås samman.",
            vec![merge(&["Södra Vätterbygden", "Finnveden"], "Södra Vätterbygden och Finnveden")],
        ),
    ]
}

/// The paper that weighs them: the county's own text, with the figures of the two scenarios that it has.
fn paper() -> Option<Content> {
    let mut content = template::of_county(CODE).next()?.content.clone();
    let scenarios = [Some(ScenarioId(1)), None, Some(ScenarioId(2))];
    for (alternative, scenario) in content.alternatives.iter_mut().zip(scenarios) {
        alternative.scenario = scenario;
    }
    Some(content)
}
