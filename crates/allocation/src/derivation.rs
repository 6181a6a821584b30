//! Why an association got what it got: every step as data, and each as a Swedish sentence.

use serde::Serialize;

use crate::fraction::Fraction;
use crate::model::{Binding, Need, NoFloor, Run, Statistic};
use crate::strategy::Strategy;
use swedish::money::{Ore, Unit};
use swedish::number::{counted, grouped};

/// One step of the way to an amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum Step {
    /// The total without the bases.
    Pool {
        /// What the state gives in all.
        total: Ore,
        /// How many associations share it.
        associations: usize,
        /// What each gets first.
        base: Ore,
        /// What is left to share.
        pool: Ore,
    },
    /// The share by one of the two keys.
    Share {
        /// Which measure.
        measure: Statistic,
        /// This association's figure as written.
        figure: String,
        /// Its part of all.
        share: Fraction,
        /// How much the key counts, of both.
        key: Fraction,
    },
    /// Both keys together.
    Weight {
        /// The share of the pool.
        weight: Fraction,
    },
    /// Base plus the share of the pool.
    Ideal {
        /// The amount in öre.
        ideal: Fraction,
    },
    /// The brake protects.
    Floor {
        /// Last year's amount.
        previous: Ore,
        /// The least amount.
        floor: Ore,
        /// It is not known whether equity takes the protection away.
        exception_unknown: bool,
    },
    /// The brake does not protect.
    NoFloor {
        /// Why.
        reason: NoFloor,
    },
    /// The most that can be given.
    Cap {
        /// The limit; none when no limit is known.
        cap: Option<Ore>,
    },
    /// What the strategy made of it.
    Spread {
        /// Which strategy.
        strategy: Strategy,
        /// Its level; none when every cap is reached.
        level: Option<Fraction>,
        /// What decided.
        binding: Binding,
        /// The amount before rounding, in öre.
        exact: Fraction,
    },
    /// The rounding to whole units.
    Rounded {
        /// The unit.
        unit: Unit,
        /// The amount.
        decided: Ore,
        /// Whether it got one of the units that were left.
        raised: bool,
        /// Whether it is one of those with equal claims to a unit that is not decided.
        tied: bool,
    },
}

/// The steps that led to one association's amount, in order; empty for a place that does not exist.
#[must_use]
pub fn derive(run: &Run, place: usize) -> Vec<Step> {
    let Some(line) = run.lines.get(place) else { return Vec::new() };
    let keys = run.parameters.keys;
    let sum = i128::from(keys.need) + i128::from(keys.inhabitants);
    let mut steps = vec![Step::Pool {
        total: run.parameters.total,
        associations: run.lines.len(),
        base: run.parameters.base,
        pool: run.pool,
    }];
    let shares = [
        (Statistic::Need, line.need_share, line.applicant.need.map(need_text), keys.need),
        (
            Statistic::Inhabitants,
            line.inhabitants_share,
            line.applicant.inhabitants.map(grouped),
            keys.inhabitants,
        ),
    ];
    for (measure, share, figure, key) in shares {
        if let (Some(share), Some(figure), Some(key)) = (share, figure, Fraction::new(key.into(), sum)) {
            steps.push(Step::Share { measure, figure, share, key });
        }
    }
    steps.push(Step::Weight { weight: line.weight });
    steps.push(Step::Ideal { ideal: line.ideal });
    steps.push(match (line.floor, line.applicant.previous) {
        (Ok(floor), Some(previous)) => {
            Step::Floor { previous, floor, exception_unknown: line.exception_unknown }
        }
        (Ok(_), None) => Step::NoFloor { reason: NoFloor::PreviousUnknown },
        (Err(reason), _) => Step::NoFloor { reason },
    });
    steps.push(Step::Cap { cap: line.cap });
    steps.push(Step::Spread {
        strategy: run.parameters.strategy,
        level: run.level,
        binding: line.binding,
        exact: line.exact,
    });
    steps.push(Step::Rounded {
        unit: run.parameters.unit,
        decided: line.decided,
        raised: Fraction::whole(line.decided.ore().into()) > line.exact,
        tied: run.tie.as_ref().is_some_and(|tie| tie.candidates.contains(&place)),
    });
    steps
}

impl Step {
    /// The step as a Swedish sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Pool { total, associations, base, pool } => format!(
                "Av totalen {} går {} var till {} som grundtilldelning; {} återstår att fördela efter behov.",
                total,
                base,
                counted(*associations, "förbund", "förbund"),
                pool,
            ),
            Self::Share { measure, figure, share, key } => format!(
                "{} {figure} är {} av landets; det räknas till {}.",
                capitalised(measure.swedish()),
                share.percent(4),
                key.percent(0),
            ),
            Self::Weight { weight } => format!("Tillsammans blir vikten {}.", weight.swedish(6)),
            Self::Ideal { ideal } => {
                format!("Grundtilldelning plus andelen av potten ger det ideala beloppet {}.", kronor(*ideal))
            }
            Self::Floor { previous, floor, exception_unknown } => {
                let doubt = if *exception_unknown {
                    " Det är inte känt om eget kapital ligger över skälig nivå, så huvudregeln används."
                } else {
                    ""
                };
                format!("Spärren: föregående års belopp var {}, så minst {} ska ges.{doubt}", previous, floor)
            }
            Self::NoFloor { reason } => match reason {
                NoFloor::BrakeOff => "Spärren är avstängd.".to_owned(),
                NoFloor::EquityAboveReasonable => {
                    "Eget kapital ligger över skälig nivå, så spärren skyddar inte.".to_owned()
                }
                NoFloor::PreviousUnknown => {
                    "Föregående års belopp är inte känt, så spärren kan inte räknas.".to_owned()
                }
            },
            Self::Cap { cap: Some(cap) } => format!("Högst {} kan tas emot.", cap),
            Self::Cap { cap: None } => "Inget tak är angivet.".to_owned(),
            Self::Spread { strategy, level, binding, exact } => spread(*strategy, *level, *binding, *exact),
            Self::Rounded { unit, decided, raised, tied } => {
                let how = match (raised, tied) {
                    (_, true) => "resten är lika stor som för andra och är inte avgjord",
                    (true, false) => "resten var bland de största, så beloppet höjs",
                    (false, false) => "resten räcker inte till en enhet till",
                };
                format!("Avrundat till hela {}: {}; {how}.", unit.swedish(), decided)
            }
        }
    }
}

fn spread(strategy: Strategy, level: Option<Fraction>, binding: Binding, exact: Fraction) -> String {
    let why = match binding {
        Binding::Level => "följer den gemensamma nivån",
        Binding::Floor => "stannar vid spärrens golv",
        Binding::Base => "stannar vid grundtilldelningen",
        Binding::Cap => "stannar vid taket",
    };
    let level = match (level, strategy) {
        (None, _) => "alla tak är nådda".to_owned(),
        (Some(level), Strategy::Scale | Strategy::Keep) => format!("λ är {}", kronor(level)),
        (Some(level), Strategy::Equal) => format!("alla ändras med {}", kronor(level)),
        (Some(level), Strategy::Inhabitants) => format!("ändringen är {} per invånare", kronor(level)),
    };
    format!("Omfördelning, {}: {level}; förbundet {why} och får {}.", strategy.swedish(), kronor(exact))
}

/// An exact amount in öre as kronor with two decimals.
pub(crate) fn kronor(ore: Fraction) -> String {
    match ore.checked_div(Fraction::whole(100)) {
        Some(kronor) => format!("{}\u{a0}kr", kronor.swedish(2)),
        None => format!("{ore} öre"),
    }
}

fn need_text(need: Need) -> String {
    let figure = Fraction::new(need.thousandths().into(), 1000).unwrap_or(Fraction::ZERO);
    if need.thousandths().is_multiple_of(1000) { figure.swedish(0) } else { figure.swedish(3) }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::apportion::TieRule;
    use crate::model::{Applicant, BasisPoints, Brake, Keys, Parameters, allocate};

    fn run() -> Run {
        let tkr = |amount| Ore::from_tkr(amount).unwrap();
        let parameters = Parameters {
            total: tkr(10_000),
            base: tkr(400),
            keys: Keys::default(),
            brake: BasisPoints::new(1000).map(|at_most| Brake { at_most, equity_exception: true }),
            strategy: Strategy::Scale,
            unit: Unit::Tkr,
            ties: TieRule::Leave,
        };
        let applicant = |need, inhabitants, previous: Option<i64>| Applicant {
            need: Need::from_whole(need),
            inhabitants: Some(inhabitants),
            previous: previous.map(tkr),
            cap: None,
            floor_applies: None,
        };
        let all = [applicant(1000, 20_000, Some(3000)), applicant(900, 25_000, None)];
        allocate(&parameters, &all).unwrap()
    }

    #[test]
    fn every_step_can_be_read() {
        let sentences: Vec<String> =
            derive(&run(), 0).iter().map(|step| step.sentence().replace('\u{a0}', " ")).collect();
        assert_eq!(
            sentences[0],
            "Av totalen 10 000 000 kr går 400 000 kr var till 2 förbund som grundtilldelning; \
            9 200 000 kr återstår att fördela efter behov."
        );
        assert_eq!(sentences[1], "Försörjningsmått 1 000 är 52,6316 % av landets; det räknas till 75 %.");
        assert_eq!(sentences.len(), 9);
        assert!(sentences[5].contains("så huvudregeln används"));
        assert!(sentences[7].contains("λ är 9 200 000,00 kr"));
    }

    #[test]
    fn what_is_not_known_is_said() {
        let steps = derive(&run(), 1);
        assert!(steps.contains(&Step::NoFloor { reason: NoFloor::PreviousUnknown }));
        assert!(derive(&run(), 2).is_empty());
    }
}
