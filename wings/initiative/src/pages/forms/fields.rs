//! A field of the application, whatever it asks: shown, prefilled, and told in words.

use domain::ids::MemberId;
use domain::initiative::events::{Application, Orientation};
use domain::initiative::form::{self as asked, ASF, Field, Kind, Section};
use kit::Lang;
use kit::form::{Choice, Form, Typed};
use maud::{Markup, Render, html};

use super::kronor;
use super::rows::{Rows, count};
use crate::pages::Scene;

/// How many rows a text takes.
const ROWS: u32 = 7;

/// The words of the form that go by a name of the table.
fn words(lang: Lang, parts: &[&str]) -> &'static str {
    let key = format!("application-{}", parts.join("-").replace('_', "-"));
    lang.find(&key).unwrap_or_default()
}

/// What a field is called.
pub(in crate::pages) fn label(lang: Lang, field: &Field) -> &'static str {
    words(lang, &[field.name])
}

/// What a part of the form is called.
pub(super) fn section_title(lang: Lang, section: &Section) -> &'static str {
    words(lang, &["part", section.name])
}

fn orientation_word(orientation: Orientation) -> &'static str {
    match orientation {
        Orientation::Individual => "individual",
        Orientation::Structural => "structural",
    }
}

fn members(scene: &Scene<'_>) -> Vec<Choice> {
    scene.association.profile.members_on(scene.today).map(|m| Choice::new(m.id, m.name.clone())).collect()
}

/// The field as one fills it in.
pub(super) fn show(form: &Form, scene: &Scene<'_>, field: &Field) -> Markup {
    let lang = scene.lang;
    let (name, label) = (field.name, label(lang, field));
    let one = match &field.kind {
        Kind::Line(_) => form.text(name, label),
        Kind::Text(_) => form.area(name, label).rows(ROWS),
        Kind::Tick(_) => form.tick(name, label),
        Kind::Day(_) => form.date(name, label),
        Kind::Members(_) => form.ticks(name, label, members(scene)),
        Kind::Member(_) => form.select(name, label, members(scene)),
        Kind::Orientation(_) => {
            let choice = |of| {
                let word = orientation_word(of);
                Choice::new(word, words(lang, &[name, word])).hint(words(lang, &[name, word, "hint"]))
            };
            form.radios(name, label, [Orientation::Individual, Orientation::Structural].map(choice).into())
        }
        Kind::Asf(_) => {
            let choices = ASF.iter().map(|part| Choice::new(part.name, words(lang, &[name, part.name])));
            form.ticks(name, label, choices.collect())
        }
        Kind::Amounts(_) => return amounts(form, field),
    };
    let one = if field.hint { one.hint(words(lang, &[name, "hint"])) } else { one };
    let may_be_left = field.asked.is_none() && !matches!(field.kind, Kind::Tick(_) | Kind::Orientation(_));
    if may_be_left { one.optional().render() } else { one.render() }
}

/// A year and an amount, row by row.
fn amounts(form: &Form, field: &Field) -> Markup {
    let lang = form.lang;
    let name = field.name;
    let rows = Rows {
        form,
        name,
        legend: label(lang, field),
        hint: words(lang, &[name, "hint"]),
        optional: field.asked.is_none(),
        add: lang.t("initiative-draft-add-year"),
    };
    let (year, amount) = (format!("{name}_year"), format!("{name}_amount"));
    rows.show(count(form, &year, 2), |at| {
        html! {
            (form.number(&year, lang.t("initiative-draft-year")).row(at))
            (form.money(&amount, lang.t("initiative-draft-amount")).row(at))
        }
    })
}

/// An application as it stands in the fields of the form.
pub fn typed(application: &Application) -> Typed {
    let mut typed = Typed::default();
    for field in asked::fields() {
        let name = field.name;
        match &field.kind {
            Kind::Line(it) | Kind::Text(it) => typed.add(name, (it.get)(application)),
            Kind::Tick(it) if *(it.get)(application) => typed.add(name, "ja"),
            Kind::Tick(_) => {}
            Kind::Orientation(it) => typed.add(name, orientation_word(*(it.get)(application))),
            Kind::Members(it) => (it.get)(application).iter().for_each(|id| typed.add(name, id)),
            Kind::Member(it) => {
                typed.add(name, (it.get)(application).map_or_else(String::new, |id| id.to_string()))
            }
            Kind::Day(it) => {
                typed.add(name, (it.get)(application).map_or_else(String::new, |on| on.to_string()))
            }
            Kind::Amounts(it) => {
                for (year, amount) in (it.get)(application) {
                    typed.add(&format!("{name}_year"), year);
                    let amount = if amount.ore() == 0 { String::new() } else { kronor(*amount) };
                    typed.add(&format!("{name}_amount"), amount);
                }
            }
            Kind::Asf(it) => {
                let asf = (it.get)(application);
                let true_of_it = ASF.iter().filter(|part| *(part.of.get)(asf));
                true_of_it.for_each(|part| typed.add(name, part.name));
            }
        }
    }
    typed
}

/// What stands in a field, as a reader says it.
pub(in crate::pages) fn told(scene: &Scene<'_>, typed: &Typed, field: &Field) -> String {
    let lang = scene.lang;
    let name = field.name;
    let values: Vec<&str> = typed.all(name).filter(|value| !value.trim().is_empty()).collect();
    match &field.kind {
        Kind::Members(_) | Kind::Member(_) => {
            let members = values.iter().filter_map(|id| id.parse().ok()).map(MemberId);
            let names: Vec<&str> = members.map(|id| scene.member(id)).collect();
            lang.listed(&names)
        }
        Kind::Tick(_) => if values.is_empty() { lang.t("no") } else { lang.t("yes") }.to_owned(),
        Kind::Orientation(_) | Kind::Asf(_) => {
            values.iter().map(|value| words(lang, &[name, value])).collect::<Vec<_>>().join("\n")
        }
        Kind::Amounts(_) => {
            let (years, amounts) = (format!("{name}_year"), format!("{name}_amount"));
            let rows = typed.all(&years).zip(typed.all(&amounts));
            let rows = rows.filter(|(year, amount)| !year.trim().is_empty() || !amount.trim().is_empty());
            rows.map(|(year, amount)| format!("{}: {} kr", year.trim(), amount.trim()))
                .collect::<Vec<_>>()
                .join("\n")
        }
        Kind::Line(_) | Kind::Text(_) | Kind::Day(_) => typed.get(name).trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_part_and_choice_has_words_in_both_languages() {
        for lang in Lang::ALL {
            let mut keys: Vec<Vec<&str>> =
                asked::FORM.iter().map(|section| vec!["part", section.name]).collect();
            for field in asked::fields() {
                keys.push(vec![field.name]);
                if field.hint {
                    keys.push(vec![field.name, "hint"]);
                }
            }
            keys.extend(ASF.iter().map(|part| vec!["asf", part.name]));
            for of in ["individual", "structural"] {
                keys.extend([vec!["orientation", of], vec!["orientation", of, "hint"]]);
            }
            for key in keys {
                assert_ne!(words(lang, &key), "", "{} {key:?}", lang.code());
            }
        }
    }
}
