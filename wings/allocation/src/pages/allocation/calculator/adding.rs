//! The forms that add a change: one folded part for each kind, in the same form as everything else.

use allocation::scenario::{Association, Basis, Country};
use kit::form::{Choice, Form};
use maud::{Markup, html};

use super::View;
use crate::pages::allocation::query::Kind;

/// All the kinds that can be added.
pub(super) fn forms(view: &View<'_>, form: &Form) -> Markup {
    let lang = view.lang;
    html! {
        section.adding aria-labelledby="lagg-till" {
            h2 id="lagg-till" { (lang.t("allocation-add")) }
            div id="tillagg" data-live="settled" {
                @for kind in Kind::ALL { (one(view, form, kind)) }
            }
        }
    }
}

fn one(view: &View<'_>, form: &Form, kind: Kind) -> Markup {
    let lang = view.lang;
    let country = view.current();
    let names = Names::of(view, country);
    let (title, button, fields) = match kind {
        Kind::Merge => ("allocation-add-merge", "allocation-do-merge", merge(form, &names)),
        Kind::Split => ("allocation-add-split", "allocation-do-split", split(form, country, &names)),
        Kind::Move => ("allocation-add-move", "allocation-do-move", moved(form, &names)),
        Kind::Leave => ("allocation-add-leave", "allocation-do-leave", leave(form, &names)),
        Kind::New => {
            if names.alone.is_empty() || view.basis() == Basis::HeldNeedParts {
                return html! {};
            }
            ("allocation-add-new", "allocation-do-new", new(form, &names))
        }
        Kind::Cap => ("allocation-add-cap", "allocation-do-cap", cap(form, &names)),
    };
    html! {
        details.add open[kind.is_begun(&form.typed) || form.typed.get("lagg") == kind.slug()] {
            summary { (lang.t(title)) }
            (fields)
            p.actions { button type="submit" name="lagg" value=(kind.slug()) { (lang.t(button)) } }
        }
    }
}

/// What can be chosen from: the associations and municipalities that are looked at.
struct Names<'a> {
    associations: Vec<&'a Association>,
    members: Vec<&'a str>,
    alone: Vec<&'a str>,
    country: &'a Country,
}

impl<'a> Names<'a> {
    fn of(view: &View<'_>, country: &'a Country) -> Self {
        let scope = view.scope();
        let associations: Vec<&Association> = scope
            .associations(country)
            .into_iter()
            .filter_map(|place| country.associations.get(place))
            .collect();
        let taken: std::collections::BTreeSet<usize> =
            country.associations.iter().flat_map(|a| a.municipalities.iter().copied()).collect();
        let here = country.municipalities.iter().enumerate().filter(|(_, m)| scope.holds(m));
        let (members, alone): (Vec<_>, Vec<_>) = here.partition(|(place, _)| taken.contains(place));
        let name = |(_, m): (usize, &'a allocation::scenario::Municipality)| &*m.name;
        Self {
            associations,
            members: members.into_iter().map(name).collect(),
            alone: alone.into_iter().map(name).collect(),
            country,
        }
    }

    /// The associations, each with its municipalities when they are few.
    fn associations(&self) -> Vec<Choice> {
        let choice = |association: &&Association| {
            let places = association.municipalities.iter();
            let names: Vec<&str> =
                places.filter_map(|p| self.country.municipalities.get(*p)).map(|m| &*m.name).collect();
            Choice::new(&association.name, association.name.to_string()).hint(names.join(", "))
        };
        self.associations.iter().map(choice).collect()
    }

    /// The associations to choose one of.
    fn one_association(&self, of: impl Fn(&Association) -> bool) -> Vec<Choice> {
        let some = self.associations.iter().filter(|association| of(association));
        some.map(|association| Choice::new(&association.name, association.name.to_string())).collect()
    }
}

fn plain(names: &[&str]) -> Vec<Choice> {
    names.iter().map(|name| Choice::new(name, *name)).collect()
}

fn merge(form: &Form, names: &Names<'_>) -> Markup {
    let lang = form.lang;
    html! {
        div.many { (form.ticks("ihop", lang.t("allocation-merge-which"), names.associations())) }
        (form.text("ihop-namn", lang.t("allocation-new-name")))
        (form.tick("ihop-utan", lang.t("allocation-merge-anew")).hint(lang.t("allocation-merge-anew-hint")).optional())
    }
}

fn split(form: &Form, country: &Country, names: &Names<'_>) -> Markup {
    let lang = form.lang;
    let several = names.one_association(|association| association.municipalities.len() > 1);
    let chosen = country.associations.iter().find(|association| *association.name == *form.typed.get("dela"));
    html! {
        (form.select("dela", lang.t("allocation-split-which"), several))
        div id="delarna" data-live="parts" {
            @match chosen {
                None => {
                    p.hint { (lang.t("allocation-split-first")) }
                    noscript { p.actions { button type="submit" { (lang.t("allocation-split-show")) } } }
                }
                Some(association) => {
                    (parts(form, country, association))
                    (form.text("dela-namn-1", lang.t("allocation-part-1-name")))
                    (form.text("dela-namn-2", lang.t("allocation-part-2-name")))
                    (form.text("dela-namn-3", lang.t("allocation-part-3-name")).optional())
                }
            }
        }
    }
}

/// Which part each municipality goes to: the first, unless something else is chosen.
fn parts(form: &Form, country: &Country, association: &Association) -> Markup {
    let lang = form.lang;
    let members = association.municipalities.iter().filter_map(|place| country.municipalities.get(*place));
    let labels = ["allocation-part-1", "allocation-part-2", "allocation-part-3"];
    let wrong = form.wrong("del");
    html! {
        fieldset.parts aria-describedby=[wrong.map(|_| "del-wrong")] {
            legend { (lang.t("allocation-split-how")) }
            @if let Some(wrong) = wrong { p.wrong id="del-wrong" { (wrong) } }
            @for (at, municipality) in members.enumerate() {
                @let id = if at == 0 { "del".to_owned() } else { format!("del-{at}") };
                div.field.short {
                    label for=(id) { (municipality.name) }
                    select id=(id) name="del" {
                        @for (number, label) in (1..).zip(labels) {
                            @let value = format!("{}:{number}", municipality.name);
                            option value=(value) selected[form.typed.all("del").any(|v| v == value)] { (lang.t(label)) }
                        }
                    }
                }
            }
        }
    }
}

fn moved(form: &Form, names: &Names<'_>) -> Markup {
    let lang = form.lang;
    let all: Vec<&str> = names.members.iter().chain(&names.alone).copied().collect();
    html! {
        (form.select("flytta-kommun", lang.t("allocation-move-which"), plain(&all)))
        (form.select("flytta-till", lang.t("allocation-move-to"), names.one_association(|_| true)))
    }
}

fn leave(form: &Form, names: &Names<'_>) -> Markup {
    form_select(form, "lamna-kommun", "allocation-leave-which", plain(&names.members))
}

fn new(form: &Form, names: &Names<'_>) -> Markup {
    let lang = form.lang;
    html! {
        div.many { (form.ticks("bilda", lang.t("allocation-new-which"), plain(&names.alone))) }
        (form.text("bilda-namn", lang.t("allocation-new-name")))
    }
}

fn cap(form: &Form, names: &Names<'_>) -> Markup {
    let lang = form.lang;
    html! {
        (form_select(form, "tak-forbund", "allocation-cap-which", names.one_association(|_| true)))
        (form.money("tak-belopp", lang.t("allocation-cap-amount")).hint(lang.t("allocation-cap-hint")).optional())
    }
}

fn form_select(form: &Form, name: &str, label: &'static str, choices: Vec<Choice>) -> Markup {
    html! { (form.select(name, form.lang.t(label), choices)) }
}
