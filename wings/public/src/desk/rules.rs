//! The rules and the law, open to anybody.

use axum::extract::Path;
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use kit::list::Drawn;
use statute::catalogue;

use crate::pages::rules;

/// `GET /regler`, and the same as files.
pub(crate) async fn list(visitor: Visitor) -> Answer {
    let lang = visitor.lang();
    let face = {
        let page = |drawn: &Drawn| rules::list(lang, drawn);
        desk::list::answer(&visitor, &rules::rules(lang), catalogue::rules(), lang.t("rules"), page)?
    };
    face.send(&visitor).await
}

/// `GET /regler/{rule}`.
pub(crate) async fn show(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let rule = catalogue::rule(&id).ok_or(Stop::NotFound(Some("regeln")))?;
    visitor.page(&rule.title, &rules::show(visitor.lang(), rule))
}

/// `GET /regler/lag/{act}/{section}`.
pub(crate) async fn section(visitor: Visitor, Path((act, section)): Path<(String, String)>) -> Answer {
    let section = catalogue::section(&format!("{act}/{section}")).ok_or(Stop::NotFound(Some("lagrummet")))?;
    let title = format!("{} {}", section.number, catalogue::act_name(&section.act));
    visitor.page(&title, &rules::section(visitor.lang(), section))
}
