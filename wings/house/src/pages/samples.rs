//! The house's pages with made-up data, for the gallery.

use jiff::civil::date;
use kit::Lang;
use kit::form::Form;
use maud::Markup;

use super::overview::{News, Overview, Told, Waiting};
use super::{account, overview};

/// Every page of the house, by name.
pub fn all(lang: Lang) -> Vec<(&'static str, Markup)> {
    let form = Form::new(lang, "/f/finnveden/insatser", "018f0000-0000-7000-8000-000000000000");
    vec![
        ("invitation", account::invitation(&form, "invitation-title", "Åsa Öberg", Some("asa@exempel.se"))),
        (
            "invitation-over",
            account::invitation_over(lang, "Länken har gått ut. Be den som bjöd in dig om en ny."),
        ),
        ("account", account::account(lang, &an_account(lang))),
        ("overview", overview::show(lang, &an_overview(true))),
        ("overview-empty", overview::show(lang, &an_overview(false))),
    ]
}

fn an_account(lang: Lang) -> account::Account {
    let form = |action: &str| Form::new(lang, action, "018f0000-0000-7000-8000-000000000001");
    let at = date(2026, 11, 22).at(9, 30, 0, 0);
    let row = |id: &str, current| account::SessionRow {
        id: id.into(),
        client: "Firefox, Windows".into(),
        created: at,
        last_seen: at,
        current,
    };
    account::Account {
        login: "asa@exempel.se".into(),
        claim: Some(("asa.oberg@exempel.se".into(), "K7QX-4MPA".into())),
        erase: form("/konto/radera"),
        contact: form("/konto/kontakt").with("name", "Åsa Öberg").with("email", "asa.oberg@exempel.se"),
        password: form("/konto/losenord"),
        language: form("/konto/sprak").with("language", lang.code()),
        sessions: vec![row("a", true), row("b", false)],
    }
}

fn an_overview(busy: bool) -> Overview {
    let waiting = Waiting {
        what: "Justera protokollet".into(),
        about: "Styrelsens sammanträde den 20 november 2026".into(),
        titled: false,
        href: "/f/finnveden/sammantraden/4".into(),
        association: "Finnveden".into(),
        role: "justerare".into(),
        by: Some(date(2026, 11, 20)),
        rule: Some("minutes-attested-in-time".into()),
    };
    let told = Told {
        at: date(2026, 11, 21).at(16, 5, 0, 0),
        says: "Du har fått uppdraget ledamot, Styrelsen i Finnveden.".into(),
    };
    Overview {
        news: busy.then(|| News {
            told: vec![told],
            form: Form::new(Lang::Sv, "/oversikt/nytt", "").with("until", "1795276800000000"),
        }),
        name: "Åsa".into(),
        today: date(2026, 11, 22),
        reminded: if busy { vec![waiting.clone()] } else { Vec::new() },
        waiting: if busy { vec![waiting] } else { Vec::new() },
        places: if busy {
            vec![("finnveden".into(), "Finnveden".into(), vec!["styrelseledamot".into()])]
        } else {
            Vec::new()
        },
    }
}
