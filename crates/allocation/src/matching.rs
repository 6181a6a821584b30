//! How much of the state's money the other members can match.

use serde::{Deserialize, Serialize};

use swedish::money::Ore;

/// How the other members' offers limit the state's part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MatchRule {
    /// The state gives at most what region and municipalities give together.
    #[default]
    Together,
    /// Region and municipalities each give a quarter, so the smaller offer decides for both.
    QuarterEach,
}

impl MatchRule {
    /// What the rule says, for the page.
    #[must_use]
    pub const fn swedish(self) -> &'static str {
        match self {
            Self::Together => "staten ger högst vad region och kommuner ger tillsammans",
            Self::QuarterEach => "region och kommuner ger en fjärdedel var, så det minsta löftet avgör",
        }
    }

    /// The most the state can give; `None` when an offer is not known, which is no limit and not zero.
    #[must_use]
    pub fn cap(self, region: Option<Ore>, municipalities: Option<Ore>) -> Option<Ore> {
        let (region, municipalities) = (region?, municipalities?);
        match self {
            Self::Together => region.checked_add(municipalities),
            Self::QuarterEach => region.min(municipalities).checked_mul(2),
        }
    }
}

/// The tighter of two caps, where none is no limit.
#[must_use]
pub fn tighter(one: Option<Ore>, other: Option<Ore>) -> Option<Ore> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (Some(cap), None) | (None, Some(cap)) => Some(cap),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_offers_limit_the_state() {
        let (region, municipalities) = (Some(Ore::new(300)), Some(Ore::new(200)));
        assert_eq!(MatchRule::Together.cap(region, municipalities), Some(Ore::new(500)));
        assert_eq!(MatchRule::QuarterEach.cap(region, municipalities), Some(Ore::new(400)));
        assert_eq!(MatchRule::Together.cap(region, None), None);
        assert_eq!(tighter(Some(Ore::new(1)), None), Some(Ore::new(1)));
        assert_eq!(tighter(Some(Ore::new(1)), Some(Ore::new(0))), Some(Ore::ZERO));
    }
}
