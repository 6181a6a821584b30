//! The start page that anybody meets, and the accessibility statement.

use desk::stop::Answer;
use desk::visitor::Visitor;

use crate::pages::{home, statement};

/// `GET /`.
pub(crate) async fn show(visitor: Visitor) -> Answer {
    let associations = visitor.app().engine().associations();
    let places: Vec<home::Place> = associations
        .into_iter()
        .map(|a| home::Place { slug: a.slug, name: a.name, county: a.county })
        .collect();
    let title = visitor.lang().t("start");
    visitor.page(title, &home::show(visitor.lang(), &places, visitor.person().is_some()))
}

/// `GET /tillganglighet`.
pub(crate) async fn accessibility(visitor: Visitor) -> Answer {
    let main = statement::show(visitor.lang(), &visitor.app().settings().owner);
    visitor.page(visitor.lang().t("accessibility"), &main)
}
