//! What everybody pays, worked out from what is known: the bylaws' keys, the inhabitants, the state's amount.
//!
//! A [`Basis`] holds everything that is needed. The same basis gives the same answer in ten years, so a decision that
//! keeps its basis keeps its reasons.

use allocation::apportion::TieRule;
use allocation::contributions::{
    ContributionError, Contributions, Funding, Key, Member as Place, Payer, Scheme,
};
use jiff::civil::Date;

use crate::association::events::{MemberKind, ShareKey};
use crate::association::state::State as Profile;
use crate::funding::events::{Basis, Contribution, KeyFigures};
use crate::ids::MemberId;
use crate::state::Association;
use swedish::money::Ore;

/// Contributions as they were worked out, with the members behind the places.
#[derive(Clone, Debug, PartialEq)]
pub struct Worked {
    /// What it was worked out from.
    pub basis: Basis,
    /// The same as `allocation` takes it.
    pub funding: Funding,
    /// What came out.
    pub contributions: Contributions,
}

/// Why contributions cannot be worked out: what is missing, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Försäkringskassan is not a member.
    NoState,
    /// Several share a part, and the bylaws have no key for them.
    NoKey(MemberKind),
    /// The key has no share for a member.
    NoShare(String),
    /// The key's table lacks the year.
    NoYear(i16),
    /// The inhabitants that the key counts are not known.
    NoInhabitants(String),
    /// The members or the amounts do not allow it.
    Members(ContributionError),
}

impl Gap {
    /// The fact in the way, one Swedish sentence.
    pub fn says(&self) -> String {
        match self {
            Self::NoState => "Försäkringskassan är inte medlem i förbundet det året.".to_owned(),
            Self::NoKey(MemberKind::Region) => "Regionernas fördelningsnyckel är inte inlagd.".to_owned(),
            Self::NoKey(_) => "Kommunernas fördelningsnyckel är inte inlagd.".to_owned(),
            Self::NoShare(name) => format!("{name} saknar andel i fördelningsnyckeln."),
            Self::NoYear(year) => format!("Fördelningsnyckelns tabell saknar år {year}."),
            Self::NoInhabitants(name) => {
                format!(
                    "Antalet invånare är inte känt för {name}, och en saknad uppgift räknas inte som noll."
                )
            }
            Self::Members(why) => format!("Bidragen går inte att räkna ut: {why}."),
        }
    }

    /// What to do, one Swedish sentence.
    pub fn instead(&self) -> &'static str {
        match self {
            Self::NoState => "Ta in Försäkringskassan som medlem från den dag det gäller.",
            Self::NoKey(_) | Self::NoShare(_) | Self::NoYear(_) => {
                "Lägg in nyckeln som den står i förbundsordningen eller i medlemmarnas överenskommelse."
            }
            Self::NoInhabitants(_) => "Anteckna invånarna med dag och källa.",
            Self::Members(_) => "Se över vilka medlemmar förbundet har den 1 januari det året.",
        }
    }
}

impl From<ContributionError> for Gap {
    fn from(why: ContributionError) -> Self {
        match why {
            ContributionError::InhabitantsUnknown(name) => Self::NoInhabitants(name),
            ContributionError::NoSharesForYear(year) => Self::NoYear(year),
            ContributionError::NoRegion
            | ContributionError::NoMunicipality
            | ContributionError::WrongNumberOfShares { .. }
            | ContributionError::NoShares
            | ContributionError::Amount => Self::Members(why),
        }
    }
}

/// The first day of a year: who is a member then contributes for it.
pub(super) fn first_day(year: i16) -> Date {
    Date::new(year, 1, 1).unwrap_or_default()
}

impl Association {
    /// What the contributions of a year are worked out from today, when the state gives `state`.
    ///
    /// # Errors
    /// [`Gap::NoState`] when Försäkringskassan is not a member on the first day of the year.
    pub fn basis(&self, year: i16, state: Ore) -> Result<Basis, Gap> {
        let on = first_day(year);
        let of = |kind| self.profile.members_on(on).filter(move |m| m.kind == kind).map(|m| m.id);
        Ok(Basis {
            state,
            payer: of(MemberKind::Fk).next().ok_or(Gap::NoState)?,
            regions: of(MemberKind::Region).collect(),
            municipalities: of(MemberKind::Municipality).collect(),
            terms: self.profile.bylaws_on(on).and_then(|bylaws| bylaws.contributions.clone()),
            figures: self.funding.figures.get(&year).cloned(),
        })
    }

    /// What everybody pays for a year when the state gives `state`, by what is known today.
    ///
    /// # Errors
    /// A [`Gap`] that says what is missing.
    pub fn work_out(&self, year: i16, state: Ore) -> Result<Worked, Gap> {
        self.basis(year, state)?.work_out(year, &self.profile)
    }
}

impl Basis {
    /// What everybody pays.
    ///
    /// # Errors
    /// A [`Gap`] that says what is missing.
    pub fn work_out(&self, year: i16, profile: &Profile) -> Result<Worked, Gap> {
        let funding = self.funding(year, profile)?;
        let contributions = funding.matching_state(self.state, year, TieRule::Leave)?;
        Ok(Worked { basis: self.clone(), funding, contributions })
    }

    /// The basis as `allocation` takes it.
    ///
    /// # Errors
    /// A [`Gap`] when a key is missing or lacks a share.
    pub fn funding(&self, year: i16, profile: &Profile) -> Result<Funding, Gap> {
        let payers = |members: &[MemberId]| members.iter().map(|of| self.payer_of(*of, profile)).collect();
        let (with_regions, own) = self.parties();
        Ok(Funding {
            regions: payers(&self.regions),
            municipalities: payers(&self.municipalities),
            region_key: self.key(MemberKind::Region, &with_regions, year, profile)?,
            municipal_key: self.key(MemberKind::Municipality, &own, year, profile)?,
        })
    }

    fn payer_of(&self, member: MemberId, profile: &Profile) -> Payer {
        Payer {
            name: profile.member_name(member).into(),
            inhabitants: self.figures.as_ref().and_then(|figures| figures.of(member)),
            outside_regions: self.is_outside(member),
        }
    }

    fn is_outside(&self, member: MemberId) -> bool {
        self.terms.as_ref().is_some_and(|terms| terms.outside_regions.contains(&member))
    }

    /// Those who share the regions' part and those who share the municipalities', in the order of the keys; a
    /// municipality outside every region shares both.
    pub fn parties(&self) -> (Vec<MemberId>, Vec<MemberId>) {
        if self.regions.is_empty() {
            return (Vec::new(), self.municipalities.clone());
        }
        let outside = self.municipalities.iter().copied().filter(|member| self.is_outside(*member));
        (self.regions.iter().copied().chain(outside).collect(), self.municipalities.clone())
    }

    /// The key of a party; one alone needs none.
    fn key(&self, of: MemberKind, party: &[MemberId], year: i16, profile: &Profile) -> Result<Key, Gap> {
        if party.len() < 2 {
            return Ok(Key::Inhabitants);
        }
        let terms = self.terms.as_ref().ok_or(Gap::NoKey(of))?;
        let key = if of == MemberKind::Region { &terms.region_key } else { &terms.municipal_key };
        let shares = match key {
            ShareKey::Inhabitants => return Ok(Key::Inhabitants),
            ShareKey::Agreed(shares) => shares,
            ShareKey::Table(years) => {
                &years.iter().rev().find(|y| y.year == year).ok_or(Gap::NoYear(year))?.shares
            }
        };
        let share = |member: &MemberId| {
            let found = shares.iter().find(|share| share.member == *member).map(|share| share.share);
            found.ok_or_else(|| Gap::NoShare(profile.member_name(*member).to_owned()))
        };
        party.iter().map(share).collect::<Result<Vec<u64>, Gap>>().map(Key::Agreed)
    }

    /// The member at a place.
    pub fn member(&self, place: Place) -> Option<MemberId> {
        match place {
            Place::State => Some(self.payer),
            Place::Region(at) => self.regions.get(at).copied(),
            Place::Municipality(at) => self.municipalities.get(at).copied(),
        }
    }

    /// The figures that the key counts, when some party's key counts inhabitants.
    pub fn counted(&self) -> Option<&KeyFigures> {
        let counts = |key: &ShareKey| *key == ShareKey::Inhabitants;
        let terms = self.terms.as_ref()?;
        let (with_regions, own) = self.parties();
        let used = own.len() > 1 && counts(&terms.municipal_key)
            || with_regions.len() > 1 && counts(&terms.region_key);
        self.figures.as_ref().filter(|_| used)
    }
}

impl Worked {
    /// What each member pays, in order: the state, the regions, the municipalities.
    pub fn amounts(&self) -> Vec<Contribution> {
        let of = |line: &allocation::contributions::Line| {
            Some(Contribution { member: self.basis.member(line.member)?, amount: line.amount })
        };
        self.contributions.lines.iter().filter_map(of).collect()
    }

    /// The division of the law that was used.
    pub fn scheme(&self) -> Scheme {
        self.contributions.scheme
    }

    /// The most that a member may come to pay: its amount, and what it has an equal claim to.
    pub fn at_most(&self, member: MemberId) -> Option<Ore> {
        let line = self.contributions.lines.iter().find(|l| self.basis.member(l.member) == Some(member))?;
        let tied = self.contributions.ties.iter().filter(|tie| tie.among.contains(&line.member));
        // Of what is tied, each can get at most one öre.
        let more = i64::try_from(tied.count()).unwrap_or(i64::MAX);
        line.amount.checked_add(swedish::money::Ore::new(more))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::association::events::{Event, MemberShare, YearShares};
    use crate::funding::samples::{by_inhabitants, figures, kr, with_terms};
    use crate::testing::{FK, Given, NORRBY, REGION, SODERBY, association, given};

    fn agreed(norrby: u64, soderby: u64) -> Vec<MemberShare> {
        vec![MemberShare { member: NORRBY, share: norrby }, MemberShare { member: SODERBY, share: soderby }]
    }

    fn amounts(past: &Given, state: Ore) -> Vec<(MemberId, i64)> {
        let worked = past.state.work_out(2027, state).unwrap();
        worked.amounts().iter().map(|line| (line.member, line.amount.ore())).collect()
    }

    fn gap(past: &Given) -> Gap {
        past.state.work_out(2027, kr(1000)).unwrap_err()
    }

    #[test]
    fn the_municipalities_share_their_quarter_by_inhabitants() {
        let past = given(association()).and([with_terms(by_inhabitants())]).and([figures(9_000, 3_000)]);
        let expected = [(FK, 500_000), (REGION, 250_000), (NORRBY, 187_500), (SODERBY, 62_500)];
        assert_eq!(amounts(&past, kr(5_000)), expected);
    }

    #[test]
    fn agreed_shares_and_a_table_by_year_are_keys_too() {
        let mut terms = by_inhabitants();
        terms.municipal_key = ShareKey::Agreed(agreed(1, 3));
        let past = given(association()).and([with_terms(terms.clone())]);
        assert_eq!(amounts(&past, kr(4))[2..], [(NORRBY, 50), (SODERBY, 150)]);
        terms.municipal_key = ShareKey::Table(vec![YearShares { year: 2027, shares: agreed(1, 1) }]);
        let past = past.and([with_terms(terms.clone())]);
        assert_eq!(amounts(&past, kr(4))[2..], [(NORRBY, 100), (SODERBY, 100)]);
        assert_eq!(past.state.work_out(2028, kr(4)), Err(Gap::NoYear(2028)));
        terms.municipal_key = ShareKey::Agreed(vec![MemberShare { member: NORRBY, share: 1 }]);
        assert_eq!(gap(&past.and([with_terms(terms)])), Gap::NoShare("Söderby kommun".to_owned()));
    }

    #[test]
    fn what_is_missing_is_named_and_never_zero() {
        let past = given(association());
        assert_eq!(gap(&past), Gap::NoKey(MemberKind::Municipality));
        let past = past.and([with_terms(by_inhabitants())]);
        let missing = gap(&past);
        assert_eq!(missing, Gap::NoInhabitants("Norrby kommun".to_owned()));
        assert!(missing.says().contains("Norrby kommun") && missing.instead().ends_with('.'));
        let left = Event::MemberLeft { member: FK, on: jiff::civil::date(2026, 12, 31) };
        assert_eq!(gap(&past.and([left])), Gap::NoState);
    }

    #[test]
    fn one_municipality_alone_needs_no_key() {
        let left = Event::MemberLeft { member: SODERBY, on: jiff::civil::date(2026, 12, 31) };
        let past = given(association()).and([left]);
        assert_eq!(amounts(&past, kr(4)), [(FK, 400), (REGION, 200), (NORRBY, 200)]);
    }

    #[test]
    fn a_municipality_outside_the_regions_shares_both_quarters() {
        let mut terms = by_inhabitants();
        terms.outside_regions = vec![SODERBY];
        terms.region_key = ShareKey::Agreed(vec![
            MemberShare { member: SODERBY, share: 3 },
            MemberShare { member: REGION, share: 1 },
        ]);
        let past = given(association()).and([with_terms(terms)]);
        let past = past.and([figures(9_000, 3_000)]);
        let expected = [(FK, 800), (REGION, 100), (NORRBY, 300), (SODERBY, 400)];
        assert_eq!(amounts(&past, kr(8)), expected);
        let judged = past.state.judge_contributions(
            2027,
            &past.state.work_out(2027, kr(8)).unwrap().amounts(),
            first_day(2027),
        );
        assert!(judged.iter().all(|finding| finding.outcome == statute::Outcome::Met), "{judged:?}");
        assert_eq!(past.state.work_out(2027, kr(8)).unwrap().scheme(), Scheme::CountedAsRegion);
    }

    #[test]
    fn a_tied_ore_is_nobodys_yet() {
        let past = given(association()).and([with_terms(by_inhabitants())]).and([figures(5, 5)]);
        let worked = past.state.work_out(2027, Ore::new(6)).unwrap();
        assert_eq!(worked.amounts().iter().map(|line| line.amount.ore()).collect::<Vec<_>>(), [6, 3, 1, 1]);
        assert_eq!(worked.at_most(NORRBY), Some(Ore::new(2)));
        assert_eq!(worked.at_most(REGION), Some(Ore::new(3)));
    }
}
