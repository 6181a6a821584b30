//! What the address asks to be shown: which county, whose contributions, in which order.

use allocation::effect::Party;
use allocation::scenario::Basis;
use allocation::strategy::Strategy;

use super::Query;

/// What the members can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Parties in order, names as the country lists them.
    #[default]
    Listed,
    /// By name.
    Name,
    /// By what is paid before.
    Before,
    /// By what is paid after.
    After,
    /// By the difference.
    Difference,
}

impl Order {
    const SLUGS: [(Self, &'static str); 5] = [
        (Self::Listed, ""),
        (Self::Name, "namn"),
        (Self::Before, "fore"),
        (Self::After, "efter"),
        (Self::Difference, "skillnad"),
    ];

    fn slug(self) -> &'static str {
        Self::SLUGS.into_iter().find(|(order, _)| *order == self).map_or("", |(_, slug)| slug)
    }
}

/// The parties' slugs.
const PARTIES: [(Party, &str); 3] =
    [(Party::State, "staten"), (Party::Region, "regioner"), (Party::Municipality, "kommuner")];

/// What each basis is called in an address.
const BASES: [(Basis, &str); 2] = [(Basis::WholeCountry, "landet"), (Basis::HeldNeedParts, "fast")];

/// What each strategy is called in an address.
pub(super) const STRATEGIES: [(Strategy, &str); 4] = [
    (Strategy::Scale, "skalfaktor"),
    (Strategy::Equal, "lika"),
    (Strategy::Inhabitants, "invanare"),
    (Strategy::Keep, "ingen"),
];

impl Query {
    /// How amounts are found; none when it is as the country says.
    pub fn basis(&self) -> Option<Basis> {
        let slug = self.typed.get("underlag");
        BASES.into_iter().find(|(_, s)| *s == slug).map(|(basis, _)| basis)
    }

    /// The county that is looked at: its code, `alla` for the whole country, or empty.
    pub fn county(&self) -> &str {
        self.typed.get("lan")
    }

    /// Whose contributions are shown; none is everybody's.
    pub fn party(&self) -> Option<Party> {
        party_of(self.typed.get("part"))
    }

    /// The same with only one party's contributions, or everybody's.
    #[must_use]
    pub fn of_party(&self, party: Option<Party>) -> Self {
        self.with("part", party.map_or("", party_slug))
    }

    /// What the members are sorted by, and whether the largest stand first.
    pub fn order(&self) -> (Order, bool) {
        let text = self.typed.get("ordning");
        let (slug, descending) = text.strip_prefix('-').map_or((text, false), |slug| (slug, true));
        let order =
            Order::SLUGS.into_iter().find(|(_, s)| *s == slug).map_or(Order::Listed, |(order, _)| order);
        (order, descending)
    }

    /// The same sorted by something; the other way round when it is sorted by it now.
    #[must_use]
    pub fn sorted_by(&self, order: Order) -> Self {
        let turn = self.order() == (order, false);
        self.with("ordning", &format!("{}{}", if turn { "-" } else { "" }, order.slug()))
    }

    /// Whether every row of a long table is asked for.
    pub fn shows_all(&self) -> bool {
        self.typed.get("visa") == "alla"
    }
}

/// What a party is called in an address.
pub fn party_slug(party: Party) -> &'static str {
    slug(&PARTIES, party)
}

/// The party that is called so in an address.
pub fn party_of(slug: &str) -> Option<Party> {
    PARTIES.into_iter().find(|(_, s)| *s == slug).map(|(party, _)| party)
}

/// What a basis is called in an address.
pub fn basis_slug(basis: Basis) -> &'static str {
    slug(&BASES, basis)
}

/// What a strategy is called in an address.
pub fn strategy_slug(strategy: Strategy) -> &'static str {
    slug(&STRATEGIES, strategy)
}

fn slug<T: PartialEq + Copy>(slugs: &[(T, &'static str)], of: T) -> &'static str {
    slugs.iter().find(|(value, _)| *value == of).map_or("", |(_, slug)| slug)
}
