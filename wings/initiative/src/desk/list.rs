//! The list of initiatives, and the pipeline.

use access::Action;
use desk::roles::Named;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Association;
use domain::initiative::state::Initiative;
use kit::list::Drawn;

use crate::pages::pipeline::{self, Pipeline};
use crate::pages::{Row, list};

/// What the visitor may read of each initiative.
fn readable(visitor: &Visitor, association: &Association) -> Vec<Row> {
    let person = visitor.person();
    let initiatives = association.initiatives.values();
    let facts = |i: &Initiative| visitor.facts_of(Named::Initiative(i.id), association);
    let may_read = initiatives.filter(|i| visitor.may_on(Action::ReadInitiative, facts(i)));
    may_read.map(|i| Row::of(association, i, person)).collect()
}

/// `GET /f/{forbund}/insatser`, and the same as files.
pub(super) async fn show(visitor: Visitor) -> Answer {
    let (lang, base) = (visitor.lang(), visitor.under(""));
    let mut rows = visitor.read(|association| readable(&visitor, association))?;
    // Of those that came as far on one day, the last brought stands first.
    rows.reverse();
    let may_bring = visitor.may(Action::BringIdea);
    let face = {
        let list = list::list(lang, &base);
        let page = |drawn: &Drawn| list::show(lang, &base, drawn, may_bring);
        desk::list::answer(&visitor, &list, rows, lang.t("initiatives"), page)?
    };
    face.send(&visitor).await
}

/// `GET /f/{forbund}/insatser/lage`.
pub(super) async fn pipeline(visitor: Visitor) -> Answer {
    let (rows, working_committee) = visitor.read(|association| {
        let committee = association.profile.bylaws_on(visitor.today()).is_some_and(|b| b.working_committee);
        (readable(&visitor, association), committee)
    })?;
    let may_bring = visitor.may(Action::BringIdea);
    let page = Pipeline { base: visitor.under(""), rows, working_committee, may_bring };
    visitor.page(visitor.lang().t("initiative-view-pipeline"), &pipeline::show(visitor.lang(), &page))
}
