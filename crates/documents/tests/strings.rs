//! Whatever people type, the paper prints, and shows it as text.
#![cfg(test)]

mod support;

use papers::{Application, DecisionPaper, Given, Minutes, Notice, Receipt, ScenarioReport, YearAmount};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use support::{letters, text_of};

const NASTY: [&str; 24] = [
    "",
    " ",
    "\n\n",
    "#panic(\"no\")",
    "#eval(\"1\") #read(\"/etc/passwd\") #include \"x\"",
    "= Rubrik\n- lista\n+ lista\n/ term: x",
    "$ x^2 $ `kod` *fet* _kursiv_ <etikett> @hänvisning [block] {kod} \\ // kommentar /* och */",
    "\"citat\" 'citat' ”citat” \\\"",
    "\u{0}\u{1}\u{8}\u{b}\u{c}\u{1b}[31m\u{7f}\u{85}\u{9f}",
    "\u{feff}\u{fffe}\u{ffff}\u{fffd}\u{e000}\u{f8ff}\u{10ffff}",
    "😀👩\u{200d}💻🇸🇪❤\u{fe0f}🏴\u{e0067}\u{e007f}",
    "שלום עולם مرحبا بالعالم \u{202e}baklänges\u{202c} \u{2066}x\u{2069}",
    "日本語 한국어 ไทย हिन्दी ქართული",
    "Z\u{351}\u{36b}\u{343}a\u{301}\u{308}\u{327}lgo\u{334}",
    "a\u{30a}a\u{308}o\u{308} ﬁ ﬂ ŉ ǅ İ ı ſ",
    "\u{200b}\u{200c}\u{200d}\u{2060}\u{2028}\u{2029}\u{ad}",
    "rad\r\nrad\rrad\trad",
    "1 600 000 kr § 12 28 § 13 kap. kl. 9 29 april",
    "att\natt att",
    "att ",
    "---- -- --- ... (c) -> =>",
    "https://example.org/a/mycket/lång/adress?med=frågor&och=svar#och-ett-ankare",
    "<script>alert(1)</script> &amp; %s %n ${x} {{x}}",
    "1e999 NaN Infinity -0 null true",
];

/// Puts a text in place of every text that is not a date, an hour or a choice.
fn fill(value: &mut Value, text: &str) {
    match value {
        Value::String(old) => {
            let kept = support::said(&Value::String(old.clone())).is_empty();
            if !kept {
                text.clone_into(old);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, text)),
        Value::Object(fields) => fields.values_mut().for_each(|field| fill(field, text)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A sample with each text in turn in every place of its own item or paragraph, and one text everywhere else.
fn with_each<T: Serialize + DeserializeOwned>(paper: &T, list: &str, elsewhere: &str, texts: &[&str]) -> T {
    let mut value = serde_json::to_value(paper).unwrap();
    let parts = value[list].as_array().unwrap().clone();
    fill(&mut value, elsewhere);
    let filled = texts.iter().zip(parts.iter().cycle()).map(|(text, part)| {
        let mut part = part.clone();
        fill(&mut part, text);
        part
    });
    value[list] = filled.collect();
    serde_json::from_value(value).unwrap()
}

fn a_notice() -> Notice {
    let (_, mut paper) = Notice::samples().unwrap().swap_remove(0);
    paper.items.retain(|item| item.number == 6);
    paper
}

fn a_vote() -> Minutes {
    let (_, mut paper) = Minutes::samples().unwrap().swap_remove(0);
    paper.paragraphs.retain(|paragraf| paragraf.number == 56);
    paper
}

#[test]
fn what_looks_like_markup_is_shown_as_text() {
    for text in
        ["#panic(\"no\")", "$ x^2 $ `kod` *fet* _kursiv_ <etikett> @vän", "= Rubrik", "\\u{41} // x /* y */"]
    {
        let (_, mut paper) = Notice::samples().unwrap().remove(1);
        paper.place = text.to_owned();
        let shown = text_of(&documents::notice(&paper).unwrap());
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        assert!(squeezed(&shown).contains(&squeezed(text)), "{text} became {shown}");
    }
}

#[test]
fn every_text_can_stand_everywhere() {
    documents::notice(&with_each(&a_notice(), "items", "Text", &NASTY)).unwrap();
    documents::minutes(&with_each(&a_vote(), "paragraphs", "Text", &NASTY)).unwrap();
    for text in NASTY {
        let (_, paper) = Receipt::samples().unwrap().swap_remove(0);
        documents::receipt(&with_each(&paper, "files", text, &[text]))
            .unwrap_or_else(|fault| panic!("{text:?}: {fault}"));
    }
    for text in [
        "",
        "#panic() $ * \u{0}😀\u{202e}",
        "https://example.org/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ] {
        documents::notice(&with_each(&a_notice(), "items", text, &[text]))
            .unwrap_or_else(|fault| panic!("{text:?}: {fault}"));
        documents::minutes(&with_each(&a_vote(), "paragraphs", text, &[text]))
            .unwrap_or_else(|fault| panic!("{text:?}: {fault}"));
    }
}

#[test]
fn every_text_can_stand_in_reports_and_decision_papers() {
    let (_, report) = ScenarioReport::samples().unwrap().swap_remove(0);
    let (_, paper) = DecisionPaper::samples().unwrap().swap_remove(0);
    documents::scenario_report(&with_each(&report, "groups", "Text", &NASTY)).unwrap();
    documents::decision_paper(&with_each(&paper, "alternatives", "Text", &NASTY)).unwrap();
    for text in ["", "\n\n", "#panic() $ * \u{0}😀\u{202e}"] {
        documents::scenario_report(&with_each(&report, "groups", text, &[text]))
            .unwrap_or_else(|fault| panic!("{text:?}: {fault}"));
        documents::decision_paper(&with_each(&paper, "alternatives", text, &[text]))
            .unwrap_or_else(|fault| panic!("{text:?}: {fault}"));
    }
}

#[test]
fn ten_thousand_letters_stand_on_the_paper() {
    let (_, mut paper) = Notice::samples().unwrap().remove(1);
    for text in ["å".repeat(10_000), "ord och ".repeat(1_250), "😀".repeat(10_000), "\n".repeat(10_000)] {
        paper.place.clone_from(&text);
        paper.items[0].title.clone_from(&text);
        paper.items[0].text = vec![text.clone()];
        let pdf = documents::notice(&paper).unwrap();
        if text.starts_with('å') {
            let shown = letters(&text_of(&pdf)).matches('å').count();
            assert!(shown >= 30_000, "{shown} letters of 30 000 are shown");
        }
    }
}

#[test]
fn the_largest_sums_are_told_or_refused() {
    let (_, mut paper) = Application::samples().unwrap().remove(0);
    paper.requested = swedish::money::Ore::new(i64::MAX);
    assert!(documents::application(&paper).is_ok());
    let amount = swedish::money::Ore::new(i64::MAX);
    let amounts = vec![YearAmount { year: 2027, amount }, YearAmount { year: 2028, amount }];
    paper.parts[0].answers[0].answer = Given::Amounts(amounts);
    assert!(matches!(documents::application(&paper), Err(documents::Fault::Form(_))));
    paper.parts.clear();
    paper.requested = swedish::money::Ore::new(i64::MIN);
    let _ = documents::application(&paper);
}

#[test]
fn any_text_at_all_can_be_printed() {
    let mut runner = TestRunner::new(Config { cases: 8, ..Config::default() });
    let text = proptest::collection::vec(any::<char>(), 0..200).prop_map(String::from_iter);
    runner
        .run(&proptest::collection::vec(text, 12), |texts| {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let paper = with_each(&a_notice(), "items", texts[0], &texts);
            prop_assert!(documents::notice(&paper).is_ok(), "{texts:?}");
            Ok(())
        })
        .unwrap();
}
