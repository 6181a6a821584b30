//! The kinds of aggregates that the engine keeps, and where each kind has its place.

use domain::county::County;
use domain::national::NationalYear;
use domain::{Aggregate, Association};

/// An aggregate that the engine keeps.
pub trait Kept: Aggregate + sealed::Place {}

impl Kept for Association {}
impl Kept for County {}
impl Kept for NationalYear {}

pub(crate) mod sealed {
    use super::{Association, County, NationalYear};
    use crate::projection::Told;
    use crate::shared::Shared;
    use crate::streams::Streams;

    /// Where its kind stands.
    pub trait Place: Sized + Told {
        #[doc(hidden)]
        #[allow(private_interfaces, reason = "sealed: nobody outside can name or implement it")]
        fn streams(shared: &Shared) -> &Streams<Self>;
    }

    macro_rules! place {
        ($($kind:ident => $field:ident),+) => {
            $(impl Place for $kind {
                #[allow(private_interfaces, reason = "sealed: nobody outside can name or implement it")]
                fn streams(shared: &Shared) -> &Streams<Self> { &shared.$field }
            })+
        };
    }

    place!(Association => associations, County => counties, NationalYear => national_years);
}
