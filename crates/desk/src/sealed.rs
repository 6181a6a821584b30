//! A paper on its way to a reader: what is sealed comes from the record, the rest from how it stands.

use domain::Association;
use domain::seal::{Place, Sealed};

use crate::stop::Stop;
use crate::visitor::Visitor;

/// Makes a paper of the association of the address, out of what stands at its place in the record; and tells the place,
/// when it has one.
///
/// It is made once more, when it was sealed anew in between.
///
/// # Errors
/// There is no such association, or the record cannot be read.
pub async fn read<P>(
    visitor: &Visitor,
    place: impl Fn(&Association) -> Option<Place>,
    make: impl Fn(&Association, Option<&Sealed>) -> P,
) -> Result<(P, Option<Place>), Stop> {
    loop {
        let at = visitor.read(&place)?;
        let sealed = match &at {
            Some(at) => words(visitor, at).await?,
            None => None,
        };
        let made = visitor
            .read(|association| (place(association) == at).then(|| make(association, sealed.as_ref())))?;
        if let Some(paper) = made {
            return Ok((paper, at));
        }
    }
}

async fn words(visitor: &Visitor, at: &Place) -> Result<Option<Sealed>, Stop> {
    let event = visitor.app().engine().event_on::<Association>(visitor.slug()?, at.seq).await?;
    let papers = event.iter().flat_map(domain::Event::sealed);
    Ok(papers.into_iter().find(|sealed| sealed.sha256 == at.sha256).cloned())
}
