//! Why an amount is what it is: the state's steps for an association, and a member's part of what is left.

use allocation::derivation::{Step, derive};
use allocation::effect::{Party, Side};
use allocation::scenario::{Association, AssociationOutcome};
use kit::Lang;
use maud::{Markup, html};

use super::notes::{Note, notes};
use super::query::Query;
use super::question::{Asked, Of, When};
use super::reckoned::Reckoned;
use super::words::{kronor, whole};
use crate::pages::statics::assets;

mod contribution;

use contribution::Paying;

/// A question with what is needed to answer it.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The language.
    pub lang: Lang,
    /// The address of the calculator.
    pub path: &'a str,
    /// The scenario that is asked about.
    pub query: &'a Query,
    /// The scenario reckoned.
    pub reckoned: &'a Reckoned,
    /// What the reader must know of the figures.
    pub notes: &'a [Note],
    /// The question.
    pub asked: &'a Asked,
}

impl<'a> View<'a> {
    fn side(&self) -> Side<'a> {
        match self.asked.when {
            When::Before => self.reckoned.side_before(),
            When::After => self.reckoned.side_after(),
        }
    }
}

/// The page; `None` when there is no such association or member.
pub fn show(view: &View<'_>) -> Option<Markup> {
    match &view.asked.of {
        Of::Association(name) => association(view, name),
        Of::Member(party, name) => member(view, *party, name),
    }
}

fn around(view: &View<'_>, title: &str, body: &Markup) -> Markup {
    let lang = view.lang;
    let side = match view.asked.when {
        When::Before => lang.t("allocation-why-before"),
        When::After => lang.t("allocation-why-after"),
    };
    html! {
        (assets())
        h1 { (title) }
        @if view.reckoned.is_changed() { p.lead { (side) } }
        (notes(view.notes))
        (body)
        p.actions { a href=(view.query.address(view.path)) { (lang.t("allocation-why-back")) } }
    }
}

fn find<'a>(side: Side<'a>, name: &str) -> Option<(usize, &'a Association, &'a AssociationOutcome)> {
    let place = side.country.associations.iter().position(|association| *association.name == *name)?;
    Some((place, side.country.associations.get(place)?, side.outcome.associations.get(place)?))
}

fn association(view: &View<'_>, name: &str) -> Option<Markup> {
    let lang = view.lang;
    let side = view.side();
    let (place, association, outcome) = find(side, name)?;
    let title = lang
        .ta("allocation-why-association", &[("name", name.into()), ("amount", kronor(outcome.state).into())]);
    let steps: Option<Vec<Step>> = side.outcome.run.as_ref().map(|run| derive(run, place));
    let paying = Paying::of(side, association, outcome);
    let body = html! {
        ol.derivation {
            @match &steps {
                Some(steps) => { @for step in steps { li lang="sv" { (step.sentence()) } } },
                None => (held(view, association, outcome)),
            }
        }
        section aria-labelledby="bidragen" {
            h2 id="bidragen" { (lang.t("allocation-why-members")) }
            @match &paying {
                Ok(paying) => (contribution::everybody(view, paying)),
                Err(error) => { p lang="sv" { (lang.t("allocation-why-not-paid")) " " (error) "." } },
            }
        }
    };
    Some(around(view, &title, &body))
}

/// The steps when need parts are held: the base, the known part, the cap.
fn held(view: &View<'_>, association: &Association, outcome: &AssociationOutcome) -> Markup {
    let lang = view.lang;
    let put = |key, amount: String| lang.ta(key, &[("amount", amount.into())]);
    html! {
        li { (put("allocation-why-base", kronor(outcome.base))) }
        @if let Some(need_part) = association.need_part {
            li { (put("allocation-why-held", kronor(need_part))) }
        }
        @match association.cap {
            Some(cap) => { li { (put("allocation-why-cap", kronor(cap))) } },
            None => { li { (lang.t("allocation-why-no-cap")) } },
        }
        li { (put("allocation-why-sum", kronor(outcome.state))) }
    }
}

fn member(view: &View<'_>, party: Party, name: &str) -> Option<Markup> {
    let lang = view.lang;
    let side = view.side();
    let paid = view.reckoned.comparison.members.iter().find(|m| m.party == party && *m.name == *name)?;
    let amount = match view.asked.when {
        When::Before => paid.pays.before,
        When::After => paid.pays.after,
    };
    let title = match amount {
        Some(amount) => {
            lang.ta("allocation-why-member", &[("name", name.into()), ("amount", kronor(amount).into())])
        }
        None => lang.ta("allocation-why-member-unknown", &[("name", name.into())]),
    };
    let all = side.country.associations.iter().zip(&side.outcome.associations);
    let parts: Vec<_> = all
        .filter_map(|(association, outcome)| {
            let paying = Paying::of(side, association, outcome).ok()?;
            let line = paying.line(party, name)?;
            Some((association, outcome, paying, line))
        })
        .collect();
    let several = parts.len() > 1;
    let body = html! {
        @if several { p { (lang.ta("allocation-why-several", &[("count", parts.len().into())])) } }
        @for (association, outcome, paying, line) in &parts {
            section {
                @if several || party != Party::State {
                    h2 { (association.name) @if several { ": " (whole(line.amount)) "\u{a0}kr" } }
                }
                (contribution::one(view, association, outcome, paying, line))
            }
        }
    };
    Some(around(view, &title, &body))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::allocation::query::Statistics;
    use crate::pages::allocation::samples;
    use allocation::scenario::Country;

    fn said(start: &Country, pairs: &[(&str, &str)]) -> Option<String> {
        let query = Query::of([("andring", "slå ihop Finnveden + Höglandet = Södra och Östra")]);
        let reckoned = Reckoned::of(start, &query, &Statistics::new()).unwrap();
        let asked = Asked::of(pairs.iter().copied())?;
        let view = View {
            lang: Lang::Sv,
            path: "/f",
            query: &query,
            reckoned: &reckoned,
            notes: &[],
            asked: &asked,
        };
        Some(show(&view)?.0.replace('\u{a0}', " "))
    }

    #[test]
    fn an_association_is_explained_by_the_models_steps_or_by_what_is_held() {
        let run = said(&samples::country(), &[("forbund", "Södra och Östra")]).unwrap();
        assert!(run.contains("går 400 000 kr var till 79 förbund som grundtilldelning"), "{run}");
        let held = said(&samples::county(), &[("forbund", "Finnveden"), ("nar", "fore")]).unwrap();
        assert!(held.contains("Varför får Finnveden 2 500 000 kr av staten?"), "{held}");
        assert!(held.contains("Behovsdelen är 2 100 000 kr."), "{held}");
    }

    #[test]
    fn a_member_is_explained_down_to_the_ore() {
        let pairs = [("medlemspart", "kommuner"), ("medlem", "Gnosjö"), ("nar", "fore")];
        let gnosjo = said(&samples::county(), &pairs).unwrap();
        assert!(gnosjo.contains("Partens del är en fjärdedel av det: 1 250 000 kr."), "{gnosjo}");
        assert!(gnosjo.contains("Gnosjö har 5 504 av 42 486, 12,9549 %."), "{gnosjo}");
        assert!(
            gnosjo.contains("Exakt blir det 161 935,6965 kr. I hela ören betalas 161 935,70 kr."),
            "{gnosjo}"
        );
    }

    #[test]
    fn who_is_not_there_has_no_page() {
        let county = samples::county();
        assert_eq!(said(&county, &[("forbund", "Finnveden")]), None, "it is merged");
        assert_eq!(said(&county, &[("medlemspart", "kommuner"), ("medlem", "Ingenstans")]), None);
        assert_eq!(said(&county, &[("medlem", "Habo")]), None, "whose Habo is not said");
    }
}
