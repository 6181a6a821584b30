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
    use domain::{Aggregate, Meta};
    use futures_util::future::BoxFuture;
    use journal::RecordedRef;

    use super::{Association, County, NationalYear};
    use crate::codec;
    use crate::done::Done;
    use crate::error::{Error, Fault};
    use crate::projection::Told;
    use crate::shared::Shared;
    use crate::slot::Ask;
    use crate::streams::Streams;

    type Read<A> = Result<(Meta, <A as Aggregate>::Event), Fault>;

    /// Where its kind stands, and what is done there: spelt out for each kind and answered in a box, so that it is
    /// compiled here and not once more in every crate that asks for it.
    pub trait Place: Sized + Told {
        #[doc(hidden)]
        #[allow(private_interfaces, reason = "sealed: nobody outside can name or implement it")]
        fn streams(shared: &Shared) -> &Streams<Self>;

        #[doc(hidden)]
        #[allow(private_interfaces, reason = "sealed: nobody outside can name or implement it")]
        fn execute<'a>(
            shared: &'a Shared,
            key: &'a str,
            ask: Ask<Self::Command>,
        ) -> BoxFuture<'a, Result<Done, Error>>;

        #[doc(hidden)]
        #[allow(private_interfaces, reason = "sealed: nobody outside can name or implement it")]
        fn catch_up<'a>(shared: &'a Shared, key: &'a str, version: u64) -> BoxFuture<'a, Result<(), Fault>>;

        #[doc(hidden)]
        fn event(recorded: &RecordedRef<'_>) -> Read<Self>;
    }

    macro_rules! place {
        ($($kind:ident => $field:ident),+) => {
            $(impl Place for $kind {
                #[allow(private_interfaces, reason = "sealed: nobody outside can name or implement it")]
                fn streams(shared: &Shared) -> &Streams<Self> { &shared.$field }

                #[allow(private_interfaces, reason = "sealed: nobody outside can name or implement it")]
                fn execute<'a>(
                    shared: &'a Shared,
                    key: &'a str,
                    ask: Ask<Self::Command>,
                ) -> BoxFuture<'a, Result<Done, Error>> {
                    Box::pin(shared.$field.execute(&shared.journal, key, ask))
                }

                #[allow(private_interfaces, reason = "sealed: nobody outside can name or implement it")]
                fn catch_up<'a>(
                    shared: &'a Shared,
                    key: &'a str,
                    version: u64,
                ) -> BoxFuture<'a, Result<(), Fault>> {
                    Box::pin(shared.$field.catch_up(&shared.journal, key, version))
                }

                fn event(recorded: &RecordedRef<'_>) -> Read<Self> { codec::read::<Self>(recorded) }
            })+
        };
    }

    place!(Association => associations, County => counties, NationalYear => national_years);
}
