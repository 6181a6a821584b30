//! Every sample prints, says everything it should, and is the kind of PDF it claims to be.
#![cfg(test)]

mod support;

use std::process::Command;

use documents::{Fault, Pdf};
use papers::{Application, DecisionPaper, Extract, Given, Minutes, Notice, Receipt, ScenarioReport};
use serde::Serialize;
use support::{letters, printed, said, text_of};

/// What qpdf says of a file.
fn qpdf(way: &str, pdf: &Pdf) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, &pdf.0).unwrap();
    let output = Command::new("qpdf").arg(way).arg(&file).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The text layer without the heads and feet of the pages, so that what goes over a page is whole.
fn flow_of(pdf: &Pdf) -> String {
    printed("pdftotext", &["-raw", "-x", "0", "-y", "70", "-W", "596", "-H", "702", "-", "-"], pdf)
}

fn each_sample_holds<T: Serialize>(
    samples: serde_json::Result<Vec<(&'static str, T)>>,
    print: fn(&T) -> Result<Pdf, Fault>,
) {
    for (name, paper) in samples.unwrap() {
        let pdf = print(&paper).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        let (text, flow) = (letters(&text_of(&pdf)), letters(&flow_of(&pdf)));
        let data = serde_json::to_value(&paper).unwrap();
        for said in said(&data) {
            let said_here = [&text, &flow].iter().any(|text| text.contains(&letters(&said)));
            assert!(said_here, "{name} leaves out: {said}");
        }
        // Nothing is wrong with the file's build.
        qpdf("--check", &pdf);
        let raw = String::from_utf8_lossy(&pdf.0);
        for marker in ["<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"] {
            assert!(raw.contains(marker), "{name} lacks {marker}");
        }
        let info = printed("pdfinfo", &["-"], &pdf);
        assert!(info.contains("Tagged:          yes"), "{name}: {info}");
        assert!(info.lines().any(|line| line.starts_with("Title:") && line.len() > 20), "{name}: {info}");
        assert!(info.contains("Page size:       595.276 x 841.89 pts (A4)"), "{name}: {info}");
    }
}

#[test]
fn notices() {
    each_sample_holds(Notice::samples(), documents::notice);
}

#[test]
fn minutes() {
    each_sample_holds(Minutes::samples(), documents::minutes);
}

#[test]
fn extracts() {
    each_sample_holds(Extract::samples(), documents::extract);
}

#[test]
fn applications() {
    each_sample_holds(Application::samples(), documents::application);
}

#[test]
fn receipts() {
    each_sample_holds(Receipt::samples(), documents::receipt);
}

#[test]
fn scenario_reports() {
    each_sample_holds(ScenarioReport::samples(), documents::scenario_report);
}

#[test]
fn decision_papers() {
    each_sample_holds(DecisionPaper::samples(), documents::decision_paper);
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let (_, paper) = Minutes::samples().unwrap().swap_remove(0);
    assert_eq!(documents::minutes(&paper), documents::minutes(&paper));
}

#[test]
fn days_and_money_read_as_the_papers_crate_writes_them() {
    let (_, paper) = Application::samples().unwrap().remove(2);
    let text = letters(&text_of(&documents::application(&paper).unwrap()));
    let answers = paper.parts.iter().flat_map(|part| &part.answers);
    let amounts = answers.filter_map(|it| if let Given::Amounts(of) = &it.answer { Some(of) } else { None });
    let amounts: Vec<_> = amounts.flatten().collect();
    assert!(!amounts.is_empty());
    for it in amounts {
        assert!(text.contains(&letters(&it.amount.to_string())), "{}", it.amount);
    }
    assert!(text.contains(&letters(&paper.requested.to_string())));
    assert!(text.contains(&letters(&papers::long_date(paper.period.to))));

    let (_, paper) = Minutes::samples().unwrap().remove(0);
    let text = letters(&text_of(&documents::minutes(&paper).unwrap()));
    assert!(text.contains(&letters(&papers::long_date(paper.held_on))));
    assert!(text.contains(&letters(&papers::time_span(paper.from, paper.to))));
    assert!(text.contains(&letters(&papers::paragrafs(&[paper.range().unwrap()]))));
}

#[test]
fn a_whole_country_reads_as_the_papers_crate_writes_it() {
    // Without the blanks, which break over lines; with the signs, which carry the meaning.
    let marked = |text: &str| -> String { text.chars().filter(|it| !it.is_whitespace()).collect() };
    let (_, paper) = ScenarioReport::samples().unwrap().pop().unwrap();
    let text = text_of(&documents::scenario_report(&paper).unwrap());
    let heads = text.matches("Part Medlem Före Efter Skillnad").count();
    assert!(heads >= 6, "the head of the members' table stands on {heads} pages");
    let text = marked(&text);
    for member in &paper.figures.members {
        let amounts = member.amounts;
        let whole = |ore: swedish::money::Ore| ore.in_whole_kronor();
        let row: String = [
            amounts.before.map(|ore| whole(ore).to_string()),
            amounts.after.map(|ore| whole(ore).to_string()),
            amounts.difference().map(|ore| whole(ore).signed()),
        ]
        .map(|it| it.unwrap_or_else(|| "inte känt".to_owned()))
        .concat();
        assert!(text.contains(&marked(&row)), "{}: {row}", member.name);
    }
    assert!(text.contains(&marked("Beloppen är avrundade till hela kronor.")));
    assert!(text.contains(&marked("Siffrorna är illustrativa.")));
}

#[test]
fn the_picture_is_told_to_those_who_do_not_see_it() {
    let (_, paper) = ScenarioReport::samples().unwrap().swap_remove(0);
    let structure = qpdf("--json", &documents::scenario_report(&paper).unwrap());
    let told = papers::scenario_report::in_words(&paper.pictured(10));
    assert!(structure.contains(&format!("\"/Alt\": \"u:{told}\"")), "the picture has no such words: {told}");
    assert!(structure.contains("\"/Scope\": \"/Row\""), "no table has named rows");
}

#[test]
fn the_certificate_stands_on_the_first_page() {
    for (name, paper) in Minutes::samples().unwrap() {
        if name == "longest" {
            continue;
        }
        let pdf = documents::minutes(&paper).unwrap();
        let first = printed("pdftotext", &["-l", "1", "-", "-"], &pdf);
        assert!(first.contains("Bevis om justering och anslag"), "{name}");
        assert!(letters(&first).contains(&letters(&paper.certificate.kept_at)), "{name}");
    }
}

#[test]
fn the_long_minutes_are_eleven_pages() {
    let (_, paper) = Minutes::samples().unwrap().swap_remove(2);
    let info = printed("pdfinfo", &["-"], &documents::minutes(&paper).unwrap());
    assert!(info.lines().any(|line| line.split_whitespace().eq(["Pages:", "11"])), "{info}");
}
