//! An initiative's papers as they read: what was handed in and answered comes from the record, a draft from how it stands.

use desk::sealed::read;
use desk::stop::Stop;
use desk::visitor::Visitor;
use domain::initiative::paper;
use papers::{Application, Receipt};

use super::step::named;

/// The application of the initiative of the address.
pub(super) async fn application(visitor: &Visitor) -> Result<Application, Stop> {
    let id = named(visitor)?;
    let (paper, _) = read(
        visitor,
        |a| a.initiatives.get(&id)?.handed_in.clone(),
        |a, sealed| paper::application(a, a.initiatives.get(&id)?, sealed, visitor.draft().written.as_ref()),
    )
    .await?;
    paper.ok_or(Stop::NotFound(Some("ansökan")))
}

/// The receipt of the application's first coming.
pub(super) async fn receipt(visitor: &Visitor) -> Result<Receipt, Stop> {
    let id = named(visitor)?;
    let (paper, _) = read(
        visitor,
        |a| a.initiatives.get(&id)?.receipt.clone(),
        |a, sealed| paper::receipt(a.initiatives.get(&id)?, sealed),
    )
    .await?;
    paper.ok_or(Stop::NotFound(Some("kvittot")))
}
