//! The figures that `samordna bench` measures, one file each.

/// A figure: its name, its value, and what it is a ratio of.
pub(crate) fn run(_names: &[String]) -> Result<(), String> {
    Ok(())
}
