//! The application and its receipt, read on a page: the same papers as the PDFs.

use kit::Lang;
use kit::format::day;
use kit::parts::{self, Column};
use maud::{Markup, html};
use papers::{Answer, Application, Contact, Given, Orientation, Receipt, YearAmount};

use super::Scene;

/// The application, on a page of its own.
pub fn application(scene: &Scene<'_>, paper: &Application) -> Markup {
    let lang = scene.lang;
    let title = if paper.received_on.is_some() {
        lang.t("initiative-application")
    } else {
        lang.t("initiative-application-draft")
    };
    html! {
        h1 lang="sv" { (paper.title) }
        p.lead { (title) }
        (application_body(paper))
        (parts::outputs(lang, &[("PDF", scene.under("ansokan.pdf"), lang.t("initiative-application-pdf"))]))
        p { a href=(scene.home()) { (lang.t("initiative-to-initiative")) } }
    }
}

/// What stands in the application. A paper is in Swedish whatever the language of the page round it.
pub(super) fn application_body(paper: &Application) -> Markup {
    let lang = Lang::Sv;
    html! {
        article.sheet lang="sv" {
            (application_facts(lang, paper))
            (part(lang, lang.t("initiative-part-summary"), &paper.summary))
            @for it in &paper.parts {
                (section(lang, &it.title, &html! {
                    @for each in &it.answers { (answer(lang, each)) }
                }))
            }
            (section(lang, lang.t("initiative-part-signature"), &signature(lang, paper)))
        }
    }
}

fn application_facts(lang: Lang, paper: &Application) -> Markup {
    let orientation = match paper.orientation {
        Orientation::Individual => lang.t("application-orientation-individual"),
        Orientation::Structural => lang.t("application-orientation-structural"),
    };
    let mut facts: Vec<(&str, Markup)> = Vec::new();
    if let Some(number) = &paper.case_number {
        facts.push((lang.t("initiative-case-number"), html! { (number) }));
    }
    facts.push((
        lang.t("initiative-received"),
        match paper.received_on {
            Some(on) => day(lang, on),
            None => html! { (lang.t("initiative-not-received")) },
        },
    ));
    let span = lang.ta(
        "initiative-period-span",
        &[
            ("from", kit::format::day_text(lang, paper.period.from).into()),
            ("until", kit::format::day_text(lang, paper.period.to).into()),
        ],
    );
    facts.extend([
        (lang.t("initiative-applied"), html! { strong { (paper.requested) } }),
        (lang.t("initiative-period"), html! { (span) }),
        (lang.t("application-orientation"), html! { (orientation) }),
        (lang.t("application-carrier"), html! { (paper.carrying_member) }),
        (lang.t("initiative-applicant"), contact(&paper.applicant)),
        (lang.t("initiative-dated"), day(lang, paper.dated)),
    ]);
    parts::facts(&facts)
}

fn contact(contact: &Contact) -> Markup {
    let parts: Vec<&str> = [Some(&contact.name), contact.role.as_ref(), contact.organisation.as_ref()]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    html! { (parts.join(", ")) }
}

fn part(lang: Lang, title: &str, paragraphs: &[String]) -> Markup {
    section(lang, title, &html! { @for text in paragraphs { p.written { (text) } } })
}

fn section(lang: Lang, title: &str, body: &Markup) -> Markup {
    html! {
        section {
            h2 { (title) }
            @if body.0.is_empty() { p.none { (lang.t("initiative-nothing")) } } @else { (body) }
        }
    }
}

/// What was asked and the answer, of whatever kind; a table has its heading by itself.
fn answer(lang: Lang, of: &Answer) -> Markup {
    html! {
        @match &of.answer {
            empty if empty.is_empty() => { h3 { (of.asked) } p.none { (lang.t("initiative-nothing")) } },
            Given::Prose(texts) => { h3 { (of.asked) } @for text in texts { p.written { (text) } } },
            Given::Names(names) => { h3 { (of.asked) } ul { @for name in names { li { (name) } } } },
            Given::Amounts(amounts) => (amounts_by_year(lang, &of.asked, amounts)),
        }
    }
}

fn amounts_by_year(lang: Lang, caption: &str, amounts: &[YearAmount]) -> Markup {
    let columns = [Column::new(lang.t("initiative-year")), Column::number(lang.t("initiative-applied"))];
    let sum = amounts.iter().fold(0_i64, |sum, it| sum.saturating_add(it.amount.ore()));
    let rows = html! {
        @for it in amounts { tr { th scope="row" { (it.year) } td.num { (it.amount) } } }
        tr.sum { th scope="row" { (lang.t("initiative-sum")) } td.num { (swedish::money::Ore::new(sum)) } }
    };
    parts::table("ansokan-budget", caption, &columns, &rows)
}

fn signature(lang: Lang, paper: &Application) -> Markup {
    let signatory = &paper.signatory;
    html! {
        p { (signatory.name) br; (signatory.role) }
        p {
            @match &signatory.signed {
                Some(signed) => {
                    @let on = super::words::on_day(lang, signed.on);
                    (lang.ta("initiative-signed", &[("how", signed.how.as_str().into()), ("day", on.into())]))
                }
                None => (lang.t("initiative-not-received")),
            }
        }
    }
}

/// The receipt, on a page of its own: it is where one lands after handing in.
pub fn receipt(scene: &Scene<'_>, paper: &Receipt) -> Markup {
    let lang = scene.lang;
    let lead = lang.ta(
        "initiative-receipt-lead",
        &[("title", paper.title.as_str().into()), ("number", paper.case_number.as_str().into())],
    );
    html! {
        h1 { (lang.t("initiative-receipt")) }
        p.lead { (lead) }
        (receipt_body(paper))
        (parts::outputs(lang, &[("PDF", scene.under("kvitto.pdf"), lang.t("initiative-receipt-pdf"))]))
        p { a href=(scene.home()) { (lang.t("initiative-to-initiative")) } }
    }
}

/// What stands in the receipt.
fn receipt_body(paper: &Receipt) -> Markup {
    let lang = Lang::Sv;
    let came = html! {
        (day(lang, paper.received_on))
        @if let Some(channel) = &paper.channel { ", " (channel) }
    };
    let facts = [
        (lang.t("initiative-case-number"), html! { strong { (paper.case_number) } }),
        (lang.t("initiative-receipt-came"), came),
        (lang.t("application-carrier"), html! { (paper.carrying_member) }),
        (lang.t("initiative-applicant"), contact(&paper.applicant)),
    ];
    html! {
        article.sheet lang="sv" {
            (parts::facts(&facts))
            section {
                h2 { (lang.t("initiative-receipt-what")) }
                ul { @for file in &paper.files { li { (file.name) } } }
            }
            section {
                h2 { (lang.t("initiative-receipt-next")) }
                ol { @for step in &paper.next_steps { li { (step.what) } } }
            }
            section {
                h2 { (lang.t("initiative-receipt-questions")) }
                p { (contact(&paper.contact)) }
            }
            p { (lang.t("initiative-receipt-public")) }
        }
    }
}
