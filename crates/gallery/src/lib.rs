//! Every page with made-up data, in both languages: for rendering, for validation of HTML, for looking at.

use domain::FieldError;
use jiff::civil::date;
use kit::form::{Choice, Form, Problem};
use kit::format::Ore;
use kit::list::{Entry, Head, List};
use kit::parts::{self, Step, StepState, Tone};
use kit::shell::{AssociationBadge, Chrome, Crumb, Flash, NavItem, UserBadge, page};
use kit::statics::{self, Static};
use kit::{Lang, login, stop};
use maud::{Markup, html};
use statute::{Finding, Modality, Outcome};

/// Every sample as a whole document: its name and language, and the page.
pub fn gallery() -> Vec<(String, Markup)> {
    let mut pages = Vec::new();
    for lang in Lang::ALL {
        for (name, main) in samples(lang) {
            pages.push((format!("{name}-{}", lang.code()), page(&chrome(lang, name), &main)));
        }
    }
    pages
}

/// Every file that the pages ask for.
pub fn files() -> Vec<Static> {
    web::fronts().iter().flat_map(|front| front.statics).chain(statics::FILES).copied().collect()
}

/// The samples of every area: a name, and what stands in `main`.
fn samples(lang: Lang) -> Vec<(&'static str, Markup)> {
    [
        of_the_kit(lang),
        wing_house::pages::samples::all(lang),
        wing_public::pages::samples::all(lang),
        wing_allocation::pages::allocation::samples::all(lang),
        wing_initiative::pages::samples::all(lang),
        wing_meeting::pages::samples::all(lang),
        wing_money::pages::samples::all(lang),
        wing_search::pages::samples::all(lang),
        wing_allocation::pages::allocation_reading::samples::all(lang),
        wing_allocation::pages::statistics::samples::all(lang),
    ]
    .concat()
}

/// The pages that belong to no wing, and the parts that pages are made of.
fn of_the_kit(lang: Lang) -> Vec<(&'static str, Markup)> {
    let form = Form::new(lang, "/f/finnveden/insatser", "018f0000-0000-7000-8000-000000000000");
    let mut all = vec![
        ("log-in", login::log_in(&form.clone().with("till", "/oversikt"), None, true)),
        (
            "log-in-kept",
            login::log_in(
                &form.clone().with("kept.title", "Ett spår"),
                Some("E-postadressen eller lösenordet stämmer inte."),
                false,
            ),
        ),
        ("go-on", login::go_on(&form.clone().with("title", "Ett spår"))),
        ("denied", stop::denied(lang, "skicka kallelse", &["kansli", "ordförande"], None)),
        ("not-found", stop::not_found(lang, Some("insatsen"))),
        ("not-found-plain", stop::not_found(lang, None)),
        ("fault", stop::fault(lang, "018f-0000")),
        ("too-large", stop::unreadable(lang, "too-large-title", "too-large-says")),
        ("parts", some_parts(lang)),
    ];
    for (name, problem) in problems() {
        let form =
            Form { problem: Some(problem), ..form.clone().with("title", "Ett spår för \"unga\" & andra") };
        let fields = html! {
            (form.text("title", "Rubrik").hint("Högst 120 tecken."))
            (form.money("amount", "Belopp").optional())
            (form.date("on", "Dag"))
        };
        all.push((name, html! { (form.head()) h1 { "Ny idé" } (form.around(lang.t("save"), &fields)) }));
    }
    all
}

fn chrome(lang: Lang, name: &str) -> Chrome {
    let badge = |slug: &str, name: &str| AssociationBadge { slug: slug.into(), name: name.into() };
    let nav = |href: &str, key: &'static str, current| NavItem {
        href: href.into(),
        label: lang.t(key).into(),
        current,
    };
    Chrome {
        lang,
        title: name.into(),
        faulty: false,
        path: format!("/provsidor/{name}"),
        user: Some(UserBadge { name: "Åsa Öberg".into(), role: Some("kansli".into()) }),
        association: Some(badge("finnveden", "Finnveden")),
        associations: vec![badge("finnveden", "Finnveden"), badge("hoglandet", "Höglandet")],
        nav: vec![nav("/oversikt", "overview", true), nav("/f/finnveden/insatser", "initiatives", false)],
        crumbs: vec![Crumb { href: "/oversikt".into(), label: lang.t("overview").into() }],
        flash: Some(Flash { says: lang.t("done-now").into() }),
        demo: true,
        refresh_seconds: None,
    }
}

fn problems() -> Vec<(&'static str, Problem)> {
    let unmet = |modality| Finding {
        modality,
        ..Finding::of(
            "notice-good-time",
            date(2026, 11, 30),
            Outcome::NotMet,
            "Kallelsen går ut tre dagar före sammanträdet.",
        )
        .instead("Skicka kallelsen senast den 20 november 2026.")
        .due(date(2026, 11, 20))
    };
    vec![
        (
            "form-fields",
            Problem::Fields(vec![
                FieldError::new("title", "Skriv en rubrik."),
                FieldError::new("on", "Skriv dagen som ÅÅÅÅ-MM-DD."),
            ]),
        ),
        ("form-law", Problem::Law(vec![unmet(Modality::Must)])),
        ("form-reason", Problem::ReasonNeeded(vec![unmet(Modality::Should)])),
        (
            "form-order",
            Problem::Order {
                says: "Ansökan är redan inlämnad.".into(),
                instead: Some("Återta den först.".into()),
            },
        ),
        ("form-changed", Problem::Changed("Utkastet har ändrats av någon annan.".into())),
        ("form-denied", Problem::Denied("Det får kansliet.".into())),
    ]
}

fn some_parts(lang: Lang) -> Markup {
    let line = [
        Step::new("Idé", StepState::Done).note(html! { "2026-01-12" }),
        Step::new("Utkast", StepState::Current),
        Step::new("Beredning", StepState::Later),
    ];
    let rows = html! { tr { th scope="row" { "Bankeryd" } td.num { "1 600 000 kr" } } };
    let columns = [parts::Column::new("Insats"), parts::Column::number("Belopp")];
    let entries = [parts::Entry {
        when: html! { "2026-01-12" },
        what: html! { "Idén antecknades" },
        who: Some("Åsa Öberg".into()),
        more: None,
    }];
    html! {
        h1 { "Delar" }
        (parts::steps(lang, "Ärendets gång", &line))
        (parts::table("t", "Insatser", &columns, &rows))
        (a_list(lang).drawn([("ordning", "namn"), ("sida", "2")], 1..=120))
        (parts::timeline("Vad som har hänt", &entries))
        (parts::counter("Närvarande", "7", "av 9; beslutsför"))
        (parts::status(Tone::Late, "försenat"))
        (parts::outputs(lang, &[("PDF", "/x.pdf".into(), "Protokollet")]))
        (parts::section_nav("Delar", &[("/a".into(), "A".into(), true), ("/b".into(), "B".into(), false)]))
        (parts::empty("Inga insatser än.", None))
    }
}

/// A list of numbers with all that a list has.
fn a_list(lang: Lang) -> List<'static, i64> {
    let head = Head {
        path: "/f/finnveden/insatser".into(),
        name: "insatser".into(),
        caption: "Insatser i en lista".into(),
        noun: "initiative-counted",
    };
    let title = |number: &i64| format!("Insats {number}");
    let entry = move |number: &i64| {
        Entry::at(format!("/f/finnveden/insatser/{number}"), title(number), date(2026, 1, 12))
    };
    let states = vec![Choice::new("jamn", "Jämna"), Choice::new("udda", "Udda")];
    List::new(lang, head, entry)
        .text("namn", "Insats", move |number| title(number).into())
        .sorts()
        .swedish()
        .amount("belopp", "Belopp", |number| Ore::new(number * 100_000).into())
        .sorts()
        .sums()
        .searches("Sök", move |number, search| search.at(&title(number)))
        .filter("tal", "Tal", states, |number| if number % 2 == 0 { "jamn".into() } else { "udda".into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_a_whole_document_with_one_heading() {
        for (name, page) in gallery() {
            let page = page.into_string();
            assert!(page.starts_with("<!DOCTYPE html><html lang="), "{name}");
            assert_eq!(page.matches("<h1").count(), 1, "{name} has one h1");
            assert!(
                !page.contains(" style=") && !page.contains("onclick"),
                "{name} has no inline style or script"
            );
        }
    }

    #[test]
    fn no_id_stands_twice_on_a_page() {
        for (name, page) in gallery() {
            let page = page.into_string();
            let mut ids: Vec<&str> =
                page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all, "{name} has an id twice");
        }
    }
}
