//! What is seen of a wing from everywhere: its doors, its lists and its files.

use access::Action;
use kit::statics::Static;

/// What is seen of a wing from everywhere. Navigation, crumbs and files are folds over them.
#[derive(Clone, Copy, Debug)]
pub struct Front {
    /// Where one may go to it from any page.
    pub doors: &'static [Door],
    /// Its lists, which stand above their pages: an address such as `/lan/{lan}/scenarier`, and the key of its name.
    pub lists: &'static [(&'static str, &'static str)],
    /// Its style sheets, scripts and drawings.
    pub statics: &'static [Static],
}

impl Front {
    /// Nothing is seen.
    pub const NONE: Self = Self { doors: &[], lists: &[], statics: &[] };
}

/// A place to go, in the row that stands on every page.
#[derive(Clone, Copy, Debug)]
pub struct Door {
    /// Its place in the row; those of the house come before those of an association.
    pub rank: u8,
    /// Its address; under the association's when it belongs to one.
    pub path: &'static str,
    /// The key of its name.
    pub key: &'static str,
    /// The key of what is behind it, as the association's start page says it; none for that page itself and the house's.
    pub says: Option<&'static str>,
    /// Who sees it.
    pub seen: Seen,
    /// Where else one is still behind it: what its pages' addresses begin with.
    pub beyond: &'static [&'static str],
}

/// Who sees a door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Anybody.
    ByAll,
    /// Whoever is logged in.
    ByPeople,
    /// Whoever is not.
    ByVisitors,
    /// On an association's pages, whoever may do this there.
    Within(Action),
}
