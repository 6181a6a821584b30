//! The accessibility statement (sv. *tillgänglighetsredogörelse*), with what lag (2018:1937) and its regulations ask.

use kit::format::day_text;
use kit::{Lang, Owner};
use maud::{Markup, html};

/// The day the statement was last changed; a change of the text changes it.
pub const UPDATED: jiff::civil::Date = jiff::civil::date(2026, 11, 26);

/// The statement. Its English edition is a translation.
pub fn show(lang: Lang, owner: &Owner) -> Markup {
    match lang {
        Lang::Sv => swedish(owner),
        Lang::En => english(owner),
    }
}

fn swedish(owner: &Owner) -> Markup {
    html! {
        h1 { "Tillgänglighetsredogörelse" }
        p.lead {
            (owner.name) " står bakom den här webbplatsen. Vi vill att så många som möjligt ska kunna använda den. "
            "Här beskriver vi hur Samordna uppfyller lagen om tillgänglighet till digital offentlig service, kända brister "
            "och hur du kan rapportera brister till oss."
        }
        h2 { "Hur tillgänglig är webbplatsen?" }
        p {
            "Webbplatsen är " strong { "delvis förenlig" } " med lagen (2018:1937) om tillgänglighet till digital offentlig "
            "service och EN 301 549 (WCAG 2.1 på nivå AA). Bristerna beskrivs nedan."
        }
        h2 { "Vad kan du göra om du inte kan använda delar av webbplatsen?" }
        p {
            "Behöver du innehåll som inte är tillgängligt för dig kan du skriva till "
            a href={ "mailto:" (owner.email) } { (owner.email) }
            ". Vi svarar normalt inom två arbetsdagar. Du kan begära att få innehållet i en form som fungerar för dig "
            "(15 § lagen om tillgänglighet till digital offentlig service)."
        }
        h2 { "Rapportera brister" }
        p {
            "Upptäcker du problem som inte beskrivs här, eller anser du att vi inte uppfyller lagens krav, skriv till "
            a href={ "mailto:" (owner.email) } { (owner.email) } " så att vi får veta det."
        }
        h2 { "Tillsyn" }
        p {
            "Myndigheten för digital förvaltning har ansvar för tillsynen. Du kan "
            a href="https://www.digg.se/tdosanmalan" rel="external" { "anmäla till Digg" }
            " om du tycker att vi inte är tillräckligt tillgängliga, eller att vi hanterat din rapport på fel sätt."
        }
        h2 { "Innehåll som inte är tillgängligt" }
        h3 { "Innehåll som inte är förenligt med lagkraven" }
        ul {
            li {
                "Webbplatsen har prövats med automatiska verktyg och egna tester med tangentbord, förstoring och smal skärm. "
                "Den har inte prövats av personer med funktionsnedsättning, och inte med alla skärmläsare. Det kan därför "
                "finnas brister som vi inte känner till."
            }
            li {
                "Lagtext, beslut och det som människor har skrivit visas på svenska även när sidan i övrigt är på engelska. "
                "Språket är märkt i koden där det växlar, utom i fri text som någon har skrivit på ett annat språk (3.1.2)."
            }
        }
        h3 { "Oskäligt betungande anpassning" }
        p { "Vi gör inga undantag med stöd av 12 § (oskäligt betungande)." }
        h3 { "Innehåll som inte omfattas av lagen" }
        p {
            "Handlingar som har tagits in utifrån, till exempel inskannade bilagor från tredje part som vi inte har "
            "finansierat eller kontrollerar, omfattas inte av lagen (9 §)."
        }
        h2 { "Hur vi har testat" }
        p {
            "Vi har gjort en egen granskning. Sidorna prövas automatiskt med axe-core och Nu Html Checker varje gång "
            "programmet ändras, i ljust och mörkt läge, och med egna prov av tangentbord, fokus, 320 bildpunkters bredd "
            "och 200 procents text. PDF-filerna följer PDF/UA-1 och prövas med veraPDF."
        }
        p { "Senaste bedömning: " (day_text(Lang::Sv, UPDATED)) "." }
        p { "Redogörelsen uppdaterades senast " time datetime=(UPDATED) { (day_text(Lang::Sv, UPDATED)) } "." }
    }
}

fn english(owner: &Owner) -> Markup {
    html! {
        h1 { "Accessibility statement" }
        p.lead {
            (owner.name) " is responsible for this site. We want as many people as possible to be able to use it. This page says how "
            "Samordna meets the Swedish act on accessibility of digital public services, what is missing, and how to tell us."
        }
        h2 { "How accessible is the site?" }
        p {
            "The site is " strong { "partially compliant" } " with lag (2018:1937) and EN 301 549 (WCAG 2.1 level AA). What is missing is "
            "listed below."
        }
        h2 { "If you cannot use some part of it" }
        p {
            "Write to " a href={ "mailto:" (owner.email) } { (owner.email) } ". We normally answer within two working days. You may ask for the "
            "content in a form that works for you (section 15 of the act)."
        }
        h2 { "Report a problem" }
        p {
            "If you meet a problem that is not described here, or think that we do not meet the requirements, write to "
            a href={ "mailto:" (owner.email) } { (owner.email) } "."
        }
        h2 { "Supervision" }
        p {
            "The Agency for Digital Government (Digg) supervises. You can "
            a href="https://www.digg.se/tdosanmalan" rel="external" { "report to Digg" }
            " if you think we are not accessible enough or have handled your report wrongly."
        }
        h2 { "Content that is not accessible" }
        h3 { "Not compliant with the act" }
        ul {
            li {
                "The site has been tried with automatic tools and our own tests of keyboard, magnification and narrow screens. It has not been "
                "tried by people with disabilities, nor with every screen reader, so there may be problems that we do not know of."
            }
            li {
                "Law, decisions and what people have written are in Swedish also when the rest of the page is in English. The change of language "
                "is marked, except in free text that somebody has written in another language (3.1.2)."
            }
        }
        h3 { "Disproportionate burden" }
        p { "We claim no exception under section 12." }
        h3 { "Content outside the act" }
        p {
            "Documents that come from elsewhere, such as scanned appendices of third parties that we neither fund nor control, are outside the "
            "act (section 9)."
        }
        h2 { "How we have tested" }
        p {
            "We have made our own assessment. The pages are tried automatically with axe-core and the Nu Html Checker whenever the program "
            "changes, in light and dark, and with our own tests of keyboard, focus, a width of 320 pixels and text at 200 per cent. The PDF files "
            "follow PDF/UA-1 and are tried with veraPDF."
        }
        p { "Latest assessment: " (day_text(Lang::En, UPDATED)) "." }
        p { "The statement was last updated on " time datetime=(UPDATED) { (day_text(Lang::En, UPDATED)) } "." }
    }
}
