//! What a paper says, and how it is written in a form: one part for each alternative, one argument on each line.

use domain::county::events::{self, Content};
use domain::ids::ScenarioId;
use kit::form::{Choice, Form, Typed};
use maud::{Markup, html};

/// The most alternatives in a paper.
pub const MOST: usize = 6;

/// What a paper says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What it is called.
    pub title: String,
    /// Its number in the case register, once registered.
    pub case_number: String,
    /// What it is about, and what has happened so far.
    pub background: String,
    /// What is to be decided.
    pub question: String,
    /// What can be chosen.
    pub alternatives: Vec<Alternative>,
    /// How the alternatives are weighed.
    pub assessment: String,
    /// What is proposed, one clause on each line.
    pub proposal: String,
}

/// Something that can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alternative {
    /// What it is called.
    pub name: String,
    /// What it means.
    pub description: String,
    /// The saved scenario that it stands on, by what names it in an address; empty for none.
    pub scenario: String,
    /// What speaks for it.
    pub pros: Vec<String>,
    /// What speaks against it.
    pub cons: Vec<String>,
}

const NAME: &str = "alternative_name";
const DESCRIPTION: &str = "alternative_description";
const SCENARIO: &str = "alternative_scenario";
const PROS: &str = "alternative_pros";
const CONS: &str = "alternative_cons";

impl From<&Content> for Draft {
    /// What is kept, as a draft to write on.
    fn from(content: &Content) -> Self {
        let alternative = |a: &events::Alternative| Alternative {
            name: a.name.clone(),
            description: a.description.clone(),
            scenario: a.scenario.map(|id| id.to_string()).unwrap_or_default(),
            pros: a.arguments_for.clone(),
            cons: a.arguments_against.clone(),
        };
        Self {
            title: content.title.clone(),
            case_number: content.case_number.clone(),
            background: content.background.clone(),
            question: content.question.clone(),
            alternatives: content.alternatives.iter().map(alternative).collect(),
            assessment: content.assessment.clone(),
            proposal: content.proposal.join("\n"),
        }
    }
}

impl Draft {
    /// Reads what was typed. An alternative where nothing is filled in is left out.
    pub fn of(typed: &Typed) -> Self {
        let at = |name: &str, row: usize| typed.all(name).nth(row).unwrap_or_default().trim().to_owned();
        let lines = |name: &str, row: usize| -> Vec<String> {
            let text = at(name, row);
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
        };
        let alternatives = (0..MOST).map(|row| Alternative {
            name: at(NAME, row),
            description: at(DESCRIPTION, row).replace("\r\n", "\n"),
            scenario: at(SCENARIO, row),
            pros: lines(PROS, row),
            cons: lines(CONS, row),
        });
        Self {
            title: at("title", 0),
            case_number: at("case_number", 0),
            background: at("background", 0).replace("\r\n", "\n"),
            question: at("question", 0).replace("\r\n", "\n"),
            alternatives: alternatives.filter(|alternative| *alternative != Alternative::default()).collect(),
            assessment: at("assessment", 0).replace("\r\n", "\n"),
            proposal: at("proposal", 0).replace("\r\n", "\n"),
        }
    }

    /// What it says, as it is kept. A scenario that is none is kept as one that does not exist, and refused.
    pub fn content(&self) -> Content {
        let alternative = |a: &Alternative| events::Alternative {
            name: a.name.clone(),
            description: a.description.clone(),
            scenario: Some(a.scenario.as_str())
                .filter(|id| !id.is_empty())
                .map(|id| ScenarioId(id.parse().unwrap_or_default())),
            arguments_for: a.pros.clone(),
            arguments_against: a.cons.clone(),
        };
        let lines =
            |text: &str| text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect();
        Content {
            title: self.title.clone(),
            on: None,
            case_number: self.case_number.clone(),
            background: self.background.clone(),
            question: self.question.clone(),
            alternatives: self.alternatives.iter().map(alternative).collect(),
            assessment: self.assessment.clone(),
            proposal: lines(&self.proposal),
        }
    }

    /// The form filled in with the draft.
    #[must_use]
    pub fn fill(&self, mut form: Form) -> Form {
        form.typed.set("title", &self.title);
        form.typed.set("case_number", &self.case_number);
        form.typed.set("background", &self.background);
        form.typed.set("question", &self.question);
        form.typed.set("assessment", &self.assessment);
        form.typed.set("proposal", &self.proposal);
        form.typed.retain(|name| ![NAME, DESCRIPTION, SCENARIO, PROS, CONS].contains(&name));
        for alternative in &self.alternatives {
            form.typed.add(NAME, &alternative.name);
            form.typed.add(DESCRIPTION, &alternative.description);
            form.typed.add(SCENARIO, &alternative.scenario);
            form.typed.add(PROS, alternative.pros.join("\n"));
            form.typed.add(CONS, alternative.cons.join("\n"));
        }
        form
    }
}

/// The fields, with one empty alternative after those there are.
pub(super) fn fields(form: &Form, scenarios: &[(String, String)]) -> Markup {
    let lang = form.lang;
    let rows = form.typed.all(NAME).count().saturating_add(1).clamp(2, MOST);
    let mut choices = vec![Choice::new("", lang.t("allocation-no-scenario"))];
    choices.extend(scenarios.iter().map(|(id, name)| Choice::new(id, name.clone())));
    html! {
        (form.text("title", lang.t("allocation-paper-title")))
        (form.text("case_number", lang.t("allocation-case-number")).optional())
        (form.area("background", lang.t("allocation-background")).rows(6).optional())
        (form.area("question", lang.t("allocation-question")).rows(2).optional())
        @if let Some(wrong) = form.wrong("alternatives") {
            p.wrong id="alternatives" tabindex="-1" { (wrong) }
        }
        @for row in 0..rows {
            fieldset.terms {
                legend { (lang.ta("allocation-alternative-number", &[("number", row.saturating_add(1).into())])) }
                (form.text(NAME, lang.t("allocation-alternative-name")).row(row))
                (form.area(DESCRIPTION, lang.t("allocation-alternative-means")).rows(3).row(row).optional())
                (form.select(SCENARIO, lang.t("allocation-alternative-scenario"), choices.clone()).row(row))
                (form.area(PROS, lang.t("allocation-for")).hint(lang.t("allocation-one-per-line")).rows(4).row(row).optional())
                (form.area(CONS, lang.t("allocation-against")).hint(lang.t("allocation-one-per-line")).rows(4).row(row).optional())
            }
        }
        p.hint { (lang.ta("allocation-alternatives-more", &[("most", MOST.into())])) }
        (form.area("assessment", lang.t("allocation-assessment")).rows(6).optional())
        (form.area("proposal", lang.t("allocation-proposal")).hint(lang.t("allocation-proposal-hint")).rows(4).optional())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::allocation::samples::three_alternatives;
    use kit::Lang;

    #[test]
    fn what_is_filled_in_is_read_back_the_same() {
        let draft = three_alternatives();
        let form = draft.fill(Form::new(Lang::Sv, "/", "x"));
        assert_eq!(Draft::of(&form.typed), draft);
        assert_eq!(draft.fill(form.clone()).typed, form.typed, "filling in twice changes nothing");
    }

    #[test]
    fn what_is_kept_is_the_same_to_write_on() {
        let mut draft = three_alternatives();
        draft.alternatives[1].scenario = "3".into();
        draft.proposal = "att gå vidare\natt bereda frågan".into();
        assert_eq!(Draft::from(&draft.content()), draft);
    }

    #[test]
    fn an_alternative_that_is_left_empty_is_left_out() {
        let mut typed = Typed::default();
        for name in ["", "Ett förbund"] {
            typed.add(NAME, name);
            typed.add(PROS, " Mer muskler \r\n\r\n Likartat ");
        }
        let mut empty = typed.clone();
        empty.retain(|name| name == NAME);
        assert_eq!(Draft::of(&empty).alternatives.len(), 1);
        assert_eq!(Draft::of(&typed).alternatives[1].pros, ["Mer muskler", "Likartat"]);
    }
}
