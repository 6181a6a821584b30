//! How much memory has been asked for since the program began, where the program was built to count it.

/// So many bytes; none in a program that does not count (`--features count-allocations`).
#[cfg(feature = "count-allocations")]
pub(crate) fn now() -> Option<u64> {
    u64::try_from(crate::ALLOCATOR.stats().bytes_allocated).ok()
}

/// So many bytes; none in a program that does not count (`--features count-allocations`).
#[cfg(not(feature = "count-allocations"))]
pub(crate) fn now() -> Option<u64> {
    None
}
