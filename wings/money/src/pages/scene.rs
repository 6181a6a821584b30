//! Who reads which association's money, on what day, with which rights.

use domain::Association;
use domain::association::state::State as Profile;
use domain::funding::state::State as Funding;
use jiff::civil::Date;
use kit::Lang;
use kit::list::{Kind, Value};
use kit::parts;
use maud::{Markup, html};

/// What the reader may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    /// Note steps, figures, earlier contributions and positions.
    pub note: bool,
    /// Fix contributions.
    pub fix: bool,
    /// Change the key among the bylaws' parameters.
    pub key: bool,
}

/// The association's money as somebody meets it.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The language.
    pub lang: Lang,
    /// The day.
    pub today: Date,
    /// The association's address: `/f/finnveden`.
    pub base: &'a str,
    /// The association.
    pub association: &'a Association,
    /// What the reader may.
    pub rights: Rights,
}

/// A table to take out: what stands on top, and the lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The columns: the name of each, and what its cells are.
    pub head: Vec<(String, Kind)>,
    /// The lines.
    pub lines: Vec<Vec<Value<'static>>>,
}

impl<'a> Scene<'a> {
    /// An address under *Medel*: `at("/2027")`.
    pub fn at(&self, path: &str) -> String {
        format!("{}/medel{path}", self.base)
    }

    pub(super) fn funding(&self) -> &'a Funding {
        &self.association.funding
    }

    pub(super) fn profile(&self) -> &'a Profile {
        &self.association.profile
    }

    pub(super) fn name(&self, member: domain::ids::MemberId) -> &'a str {
        self.association.profile.member_name(member)
    }

    /// The views of the association's money: the years, and the shares.
    pub(super) fn views(&self, shares: bool) -> Markup {
        let lang = self.lang;
        let views = [
            (self.at(""), lang.t("funding-view-overview").to_owned(), !shares),
            (self.at("/andelar"), lang.t("funding-view-shares").to_owned(), shares),
        ];
        parts::section_nav(lang.t("funding-views"), &views)
    }

    /// The pages of one year, the one shown marked by its end.
    pub(super) fn pages_of(&self, year: i16, shown: &str) -> Markup {
        let lang = self.lang;
        let page = |end: &str, label: &'static str| {
            (self.at(&format!("/{year}{end}")), lang.t(label).to_owned(), shown == end)
        };
        let pages = [
            page("", "funding-page-round"),
            page("/bidrag", "funding-page-contributions"),
            page("/fakturaunderlag", "funding-page-invoices"),
        ];
        parts::section_nav(&lang.ta("funding-pages-of", &[("year", year.to_string().into())]), &pages)
    }

    /// A link, where the reader may do what it leads to.
    pub(super) fn action(&self, may: bool, path: &str, label: &str) -> Markup {
        html! { @if may { a href=(self.at(path)) { (label) } } }
    }
}
