//! The application and the receipt as PDF.

use desk::print;
use desk::stop::Answer;
use desk::visitor::Visitor;

use super::sealed;

/// `GET /f/{forbund}/insatser/{insats}/ansokan.pdf`.
pub(super) async fn application(visitor: Visitor) -> Answer {
    let paper = sealed::application(&visitor).await?;
    let name = file_name("ansokan", paper.case_number.as_deref());
    print::pdf(&name, move || documents::application(&paper)).await
}

/// `GET /f/{forbund}/insatser/{insats}/kvitto.pdf`.
pub(super) async fn receipt(visitor: Visitor) -> Answer {
    let paper = sealed::receipt(&visitor).await?;
    let name = file_name("kvitto", Some(&paper.case_number));
    print::pdf(&name, move || documents::receipt(&paper)).await
}

/// `ansokan-SVB-2026-14`.
fn file_name(what: &str, number: Option<&str>) -> String {
    let number = number.map(|n| n.replace(|c: char| !c.is_ascii_alphanumeric(), "-"));
    match number {
        Some(number) => format!("{what}-{number}"),
        None => what.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_is_named_after_the_case() {
        assert_eq!(file_name("ansokan", Some("SVB 2026/14")), "ansokan-SVB-2026-14");
        assert_eq!(file_name("ansokan", None), "ansokan");
    }
}
