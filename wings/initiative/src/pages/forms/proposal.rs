//! A proposal for the board's decision, by the preparatory group and then by the working committee.

use domain::initiative::clauses::clauses_of;
use domain::initiative::events::Grant;
use kit::form::{Choice, Form};
use maud::{Markup, html};

use super::rows::{Rows, count, enter};
use super::{by_line, kronor, page};
use crate::pages::{Act, Scene};

/// How many days for reports a form begins with.
const DAYS: usize = 2;

/// The preparatory group's proposal: `approve`, `clauses`, `grounds`, and what is granted: `amounts`, `from`, `until`,
/// `conditions`, `reporting`, `financing`.
pub fn propose(form: &Form, scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let fields = fields(form, scene, lang.t("initiative-propose-save"));
    page(
        form,
        scene,
        Act::Propose,
        lang.t("initiative-propose-lead"),
        lang.t("initiative-propose-save"),
        &fields,
    )
}

/// The working committee's proposal to the board, with the same fields.
pub fn prepare(form: &Form, scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let fields = fields(form, scene, lang.t("initiative-prepare-save"));
    page(
        form,
        scene,
        Act::Prepare,
        lang.t("initiative-prepare-lead"),
        lang.t("initiative-prepare-save"),
        &fields,
    )
}

fn fields(form: &Form, scene: &Scene<'_>, button: &str) -> Markup {
    let lang = scene.lang;
    let ways = vec![
        Choice::new("ja", lang.t("initiative-propose-approve")),
        Choice::new("nej", lang.t("initiative-propose-reject")),
    ];
    html! {
        (enter(button))
        (form.radios("approve", lang.t("initiative-propose-way"), ways))
        (form.area("clauses", lang.t("initiative-propose-clauses")).hint(lang.t("initiative-propose-clauses-hint")))
        (form.area("grounds", lang.t("initiative-propose-grounds")))
        section.form-part id="grant" {
            h2 { (lang.t("initiative-propose-grant")) }
            p.hint { (lang.t("initiative-propose-grant-hint")) }
            (amounts(form, scene))
            (form.date("from", lang.t("application-from")))
            (form.date("until", lang.t("application-until")))
            (form.area("financing", lang.t("initiative-financing")).hint(lang.t("initiative-propose-financing-hint")).rows(3))
            (form.area("conditions", lang.t("initiative-conditions")).hint(lang.t("initiative-propose-conditions-hint")).optional())
            (reporting(form))
        }
    }
}

/// One amount for each year that is applied for.
fn amounts(form: &Form, scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let budget = scene.initiative.application().map(|a| &a.budget);
    let wrong = form.wrong("amounts");
    html! {
        fieldset.field.group id="amounts" tabindex="-1" aria-describedby=[wrong.map(|_| "amounts-wrong")] {
            legend { (lang.t("initiative-propose-amounts")) }
            @if let Some(wrong) = wrong {
                p.wrong id="amounts-wrong" {
                    span.visually-hidden { (lang.t("wrong-here")) " " }
                    (wrong)
                }
            }
            @for (at, (year, applied)) in budget.into_iter().flatten().enumerate() {
                @let values = [("year", year.to_string().into()), ("applied", applied.to_string().into())];
                @let label = lang.ta("initiative-propose-amount-of", &values);
                input type="hidden" name="amount_year" value=(year);
                (form.money("amount", &label).row(at))
            }
        }
    }
}

fn reporting(form: &Form) -> Markup {
    let lang = form.lang;
    let rows = Rows {
        form,
        name: "reporting",
        legend: lang.t("initiative-propose-reporting"),
        hint: lang.t("initiative-steering-empty-rows"),
        optional: true,
        add: lang.t("initiative-propose-add-day"),
    };
    rows.show(count(form, "reporting_day", DAYS), |at| {
        let number = (at + 1).to_string();
        let label = lang.ta("initiative-propose-reporting-day", &[("row", number.into())]);
        html! { (form.date("reporting_day", &label).row(at)) }
    })
}

/// The form as it begins: with the proposal that lies there, or else with what is applied for.
#[must_use]
pub fn filled(form: Form, scene: &Scene<'_>) -> Form {
    let Some(application) = scene.initiative.application() else { return form };
    let proposal = scene.initiative.before_the_board();
    let asked = Grant {
        amounts: application.budget.clone(),
        from: application.from,
        until: application.until,
        ..Grant::default()
    };
    let grant = proposal.and_then(|p| p.grant.as_ref()).unwrap_or(&asked);
    let mut form = form;
    if let Some(proposal) = proposal {
        let way = if proposal.approve { "ja" } else { "nej" };
        form = form
            .with("approve", way)
            .with("clauses", by_line(&proposal.clauses))
            .with("grounds", &proposal.grounds);
    } else {
        form = form.with("clauses", by_line(&clauses_of(grant, &application.title)));
    }
    for year in application.budget.keys() {
        form.typed.add("amount", grant.amounts.get(year).map_or_else(String::new, |sum| kronor(*sum)));
    }
    for day in &grant.reporting {
        form.typed.add("reporting_day", day);
    }
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(String::new, |d| d.to_string());
    form.with("from", day(grant.from))
        .with("until", day(grant.until))
        .with("financing", &grant.financing)
        .with("conditions", by_line(&grant.conditions))
}
