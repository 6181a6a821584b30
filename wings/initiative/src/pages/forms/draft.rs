//! The application as a form: saved whenever one likes, half finished or whole.

use domain::initiative::events::Application;
use kit::Lang;
use kit::changes::{Change, clashes};
use kit::form::{Choice, Field, Form, Typed};
use maud::{Markup, html};

use super::rows::{Rows, count, enter};
use super::{ON, about, back, kronor};
use crate::pages::{Act, Scene};

/// The form; `changes` is what somebody else saved meanwhile.
pub fn draft(form: &Form, scene: &Scene<'_>, changes: &[Change]) -> Markup {
    let lang = scene.lang;
    html! {
        (form.head())
        (clashes(lang, changes))
        h1 { (lang.t("initiative-draft-title")) }
        (about(scene))
        p.lead { (lang.t("initiative-draft-lead")) }
        form.form method="post" action=(form.action) novalidate data-guard {
            (form.hidden_id())
            (form.hidden("version"))
            (enter(lang.t("initiative-draft-save")))
            (subject(form))
            (need(form))
            (parties(form, scene))
            (method(form))
            (time_and_money(form))
            (follow_up(form))
            (afterwards(form, scene))
            (limits(form))
            (form.reasons())
            p.actions {
                button.main type="submit" { (lang.t("initiative-draft-save")) }
                @if scene.rights.acts.contains(&Act::Submit) {
                    button type="submit" name=(ON) value="ja" { (lang.t("initiative-draft-save-on")) }
                }
            }
        }
        (back(scene))
    }
}

fn part(title: &str, fields: &Markup) -> Markup {
    html! { section.form-part { h2 { (title) } (fields) } }
}

/// A text with its hint, as most of the form is.
fn area<'a>(form: &'a Form, name: &'a str, label: &'a str, hint: &'a str) -> Field<'a> {
    form.area(name, label).hint(hint).rows(7)
}

fn subject(form: &Form) -> Markup {
    let lang = form.lang;
    let orientations = vec![
        Choice::new("individual", lang.t("initiative-orientation-individual"))
            .hint(lang.t("initiative-orientation-individual-hint")),
        Choice::new("structural", lang.t("initiative-orientation-structural"))
            .hint(lang.t("initiative-orientation-structural-hint")),
    ];
    part(
        lang.t("initiative-draft-about"),
        &html! {
            (form.text("title", lang.t("initiative-draft-name")).hint(lang.t("initiative-new-title-hint")))
            (form.radios("orientation", lang.t("initiative-orientation"), orientations))
        },
    )
}

fn need(form: &Form) -> Markup {
    let lang = form.lang;
    let coordination = form.tick("needs_coordination", lang.t("initiative-draft-coordination"));
    part(
        lang.t("initiative-draft-need-part"),
        &html! {
            (area(form, "need", lang.t("initiative-draft-need"), lang.t("initiative-draft-need-hint")))
            (area(form, "target_group", lang.t("initiative-draft-target-group"), lang.t("initiative-draft-target-group-hint")))
            (coordination.hint(lang.t("initiative-draft-coordination-hint")))
            (form.tick("aims_at_work_ability", lang.t("initiative-draft-work")))
        },
    )
}

fn members(scene: &Scene<'_>) -> Vec<Choice> {
    scene.association.profile.members_on(scene.today).map(|m| Choice::new(m.id, m.name.clone())).collect()
}

fn parties(form: &Form, scene: &Scene<'_>) -> Markup {
    let lang = form.lang;
    let heard = form.ticks("members_heard", lang.t("initiative-draft-heard"), members(scene));
    part(
        lang.t("initiative-draft-parties-part"),
        &html! {
            (form.ticks("parties", lang.t("initiative-draft-parties"), members(scene)).hint(lang.t("initiative-draft-parties-hint")))
            (form.select("carrier", lang.t("initiative-carrier"), members(scene)).hint(lang.t("initiative-draft-carrier-hint")))
            (heard.hint(lang.t("initiative-draft-heard-hint")).optional())
        },
    )
}

fn method(form: &Form) -> Markup {
    let lang = form.lang;
    part(
        lang.t("initiative-draft-method-part"),
        &html! {
            (area(form, "method", lang.t("initiative-draft-method"), lang.t("initiative-draft-method-hint")))
            (area(form, "goals", lang.t("initiative-draft-goals"), lang.t("initiative-draft-goals-hint")))
            (area(form, "indicators", lang.t("initiative-draft-indicators"), lang.t("initiative-draft-indicators-hint")))
        },
    )
}

fn time_and_money(form: &Form) -> Markup {
    let lang = form.lang;
    let rows = Rows {
        form,
        name: "budget",
        legend: lang.t("initiative-draft-budget"),
        hint: lang.t("initiative-draft-budget-hint"),
        optional: false,
        add: lang.t("initiative-draft-add-year"),
    };
    let budget = rows.show(count(form, "budget_year", 2), |at| {
        html! {
            (form.number("budget_year", lang.t("initiative-draft-year")).row(at))
            (form.money("budget_amount", lang.t("initiative-draft-amount")).row(at))
        }
    });
    part(
        lang.t("initiative-draft-budget-part"),
        &html! {
            (form.date("from", lang.t("initiative-draft-from")))
            (form.date("until", lang.t("initiative-draft-until")))
            (budget)
        },
    )
}

fn follow_up(form: &Form) -> Markup {
    let lang = form.lang;
    part(
        lang.t("initiative-draft-follow-part"),
        &html! {
            (area(form, "follow_up", lang.t("initiative-draft-follow-up"), lang.t("initiative-draft-follow-up-hint")))
            (area(form, "evaluation", lang.t("initiative-draft-evaluation"), lang.t("initiative-draft-evaluation-hint")))
        },
    )
}

fn afterwards(form: &Form, scene: &Scene<'_>) -> Markup {
    let lang = form.lang;
    let (label, hint) =
        (lang.t("initiative-draft-implementation"), lang.t("initiative-draft-implementation-hint"));
    part(
        lang.t("initiative-draft-after-part"),
        &html! {
            (area(form, "implementation", label, hint).optional())
            (form.select("receiver", lang.t("initiative-draft-receiver"), members(scene)).optional())
        },
    )
}

fn limits(form: &Form) -> Markup {
    let lang = form.lang;
    let service = form.tick("service_by_association", lang.t("initiative-draft-service"));
    let asf = vec![
        Choice::new("involved", lang.t("initiative-draft-asf-involved")),
        Choice::new("cash_to_business", lang.t("initiative-draft-asf-cash")),
        Choice::new("starts_or_develops", lang.t("initiative-draft-asf-starts")),
        Choice::new("membership", lang.t("initiative-draft-asf-membership")),
        Choice::new("trains_staff", lang.t("initiative-draft-asf-trains")),
    ];
    part(
        lang.t("initiative-draft-limits-part"),
        &html! {
            (service.hint(lang.t("initiative-draft-service-hint")))
            (form.ticks("asf", lang.t("initiative-draft-asf"), asf).hint(lang.t("initiative-draft-asf-hint")).optional())
        },
    )
}

/// An application as it stands in the fields of the form.
pub fn typed(application: &Application) -> Typed {
    let mut typed = Typed::default();
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(String::new, |d| d.to_string());
    for (name, text) in [
        ("title", &application.title),
        ("need", &application.need),
        ("target_group", &application.target_group),
        ("method", &application.method),
        ("goals", &application.goals),
        ("indicators", &application.indicators),
        ("follow_up", &application.follow_up),
        ("evaluation", &application.evaluation),
        ("implementation", &application.implementation),
    ] {
        typed.add(name, text);
    }
    typed.add(
        "orientation",
        match application.orientation {
            domain::initiative::events::Orientation::Individual => "individual",
            domain::initiative::events::Orientation::Structural => "structural",
        },
    );
    typed.add("from", day(application.from));
    typed.add("until", day(application.until));
    for (name, member) in [("carrier", application.carrier), ("receiver", application.receiver)] {
        typed.add(name, member.map_or_else(String::new, |id| id.to_string()));
    }
    for (name, members) in [("parties", &application.parties), ("members_heard", &application.members_heard)]
    {
        members.iter().for_each(|id| typed.add(name, id));
    }
    for (year, amount) in &application.budget {
        typed.add("budget_year", year);
        typed.add("budget_amount", if amount.ore() == 0 { String::new() } else { kronor(*amount) });
    }
    let asf = application.asf;
    for (name, yes) in [
        ("needs_coordination", application.needs_coordination),
        ("aims_at_work_ability", application.aims_at_work_ability),
        ("service_by_association", application.service_by_association),
    ] {
        if yes {
            typed.add(name, "ja");
        }
    }
    for (name, yes) in [
        ("involved", asf.involved),
        ("cash_to_business", asf.cash_to_business),
        ("starts_or_develops", asf.starts_or_develops),
        ("membership", asf.membership),
        ("trains_staff", asf.trains_staff),
    ] {
        if yes {
            typed.add("asf", name);
        }
    }
    typed
}

/// The form as it begins: with what is written, or else with what the idea says.
#[must_use]
pub fn filled(form: Form, scene: &Scene<'_>) -> Form {
    let initiative = scene.initiative;
    let typed = match &initiative.application {
        Some(application) => typed(application),
        None => typed(&Application {
            title: initiative.title.clone(),
            need: initiative.idea.clone(),
            ..Application::default()
        }),
    };
    form.filled(typed).with("version", initiative.version)
}

/// The label of a field of the form, for telling what has changed.
pub(in crate::pages) fn label(lang: Lang, name: &str) -> &'static str {
    match name {
        "title" => lang.t("initiative-draft-name"),
        "orientation" => lang.t("initiative-orientation"),
        "need" => lang.t("initiative-draft-need"),
        "target_group" => lang.t("initiative-draft-target-group"),
        "needs_coordination" => lang.t("initiative-draft-coordination"),
        "aims_at_work_ability" => lang.t("initiative-draft-work"),
        "parties" => lang.t("initiative-draft-parties"),
        "carrier" => lang.t("initiative-carrier"),
        "members_heard" => lang.t("initiative-draft-heard"),
        "method" => lang.t("initiative-draft-method"),
        "goals" => lang.t("initiative-draft-goals"),
        "indicators" => lang.t("initiative-draft-indicators"),
        "from" => lang.t("initiative-draft-from"),
        "until" => lang.t("initiative-draft-until"),
        "budget" => lang.t("initiative-draft-budget"),
        "follow_up" => lang.t("initiative-draft-follow-up"),
        "evaluation" => lang.t("initiative-draft-evaluation"),
        "implementation" => lang.t("initiative-draft-implementation"),
        "receiver" => lang.t("initiative-draft-receiver"),
        "service_by_association" => lang.t("initiative-draft-service"),
        _ => lang.t("initiative-draft-asf"),
    }
}
