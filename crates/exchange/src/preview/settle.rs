//! What will be read: as chosen, as the file leaves no other way, or as a question.

use std::collections::BTreeSet;

use allocation::statistics::SeriesKind;

use super::ages::tile;
use super::found::{About, Choice, Question};
use super::reading::Reading;
use crate::choices::{CONTENTS, Choices, Moment, Pick, Separator};
use crate::fault::{Fault, cut};
use crate::meaning::{Age, Ages, Sex, Time, folded, guessed, preferred, settles_ages};

/// The most answers that a question offers.
const OPTIONS: usize = 200;

/// What will be read.
#[derive(Clone, Debug, Default)]
pub(super) struct Settled {
    pub(super) measure: Option<SeriesKind>,
    pub(super) moment: Option<Moment>,
    /// The times that are read; none when the file has none.
    pub(super) times: Option<Vec<Time>>,
    /// The ages that are added; none when the file has none.
    pub(super) ages: Option<Vec<Age>>,
    pub(super) wanted_ages: Option<Ages>,
    /// The sexes that are added; none when the file has none.
    pub(super) sexes: Option<Vec<Sex>>,
    pub(super) content: Option<String>,
    /// The content whose zero means that a municipality did not report.
    pub(super) report: Option<String>,
    /// For each other column, the texts that are added.
    pub(super) others: Vec<BTreeSet<u32>>,
    /// Whether a sign before three digits divides thousands.
    pub(super) thousands: bool,
    pub(super) questions: Vec<Question>,
    pub(super) faults: Vec<Fault>,
    pub(super) remarks: Vec<String>,
}

/// Settles what will be read.
pub(super) fn settle(reading: &Reading<'_>, choices: &Choices) -> Settled {
    let mut settled = Settled::default();
    settled.settle_measure(reading, choices);
    settled.settle_contents(reading, choices);
    settled.settle_moment(reading, choices);
    settled.settle_ages(reading, choices);
    settled.settle_sexes(reading);
    settled.settle_others(reading, choices);
    settled.settle_separator(reading, choices);
    settled
}

/// Whether a text is up to three digits, a comma or a full stop, and three digits: `7,412`.
pub(super) fn is_ambiguous(text: &str) -> bool {
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    text.trim().split_once([',', '.']).is_some_and(|(whole, rest)| {
        (1..=3).contains(&whole.len()) && whole != "0" && rest.len() == 3 && digits(whole) && digits(rest)
    })
}

impl Settled {
    fn settle_measure(&mut self, reading: &Reading<'_>, choices: &Choices) {
        let contents: Vec<&str> = reading.contents.iter().map(String::as_str).collect();
        let title = reading.source.title.as_deref().unwrap_or_default();
        let classes: Vec<Ages> = reading.ages.iter().filter_map(|age| as_ages(*age)).collect();
        let single = if let [only] = classes.as_slice() { Some(*only) } else { None };
        let by_ages = choices.ages.and_then(|ages| {
            [SeriesKind::Inhabitants, SeriesKind::KeyInhabitants]
                .into_iter()
                .find(|measure| Ages::of(*measure) == ages)
        });
        let guess = guessed(&contents, title, single);
        self.measure = choices.measure.or(match guess {
            Some(SeriesKind::Need) => guess,
            Some(SeriesKind::Inhabitants | SeriesKind::KeyInhabitants) | None => by_ages.or(guess),
        });
        if self.measure.is_none() {
            let options = SeriesKind::ALL.map(|measure| Choice::new(measure_key(measure), measure.swedish()));
            let sentence = "Filen säger inte vilket mått det är. Välj mått.";
            self.questions.push(Question::new(About::SeriesKind, sentence, options.to_vec()));
        }
    }

    /// Figures that could all be thousands too small are asked about, and never guessed.
    fn settle_separator(&mut self, reading: &Reading<'_>, choices: &Choices) {
        if self.measure != Some(SeriesKind::Need) {
            return;
        }
        let columns = reading.figures.iter().filter_map(|own| reading.source.columns.get(own.column));
        let texts =
            columns.flat_map(|column| column.distinct()).filter_map(|no| reading.source.texts.get(no));
        let signed: Vec<&str> = texts
            .map(|text| text.text.trim())
            .filter(|text| text.contains([',', '.']) && text.contains(|c: char| c.is_ascii_digit()))
            .collect();
        let Some(example) = signed.first().filter(|_| signed.iter().all(|text| is_ambiguous(text))) else {
            return;
        };
        match choices.separator {
            Some(chosen) => self.thousands = chosen == Separator::Thousands,
            None => {
                let bare: String = example.chars().filter(char::is_ascii_digit).collect();
                let sentence = format!(
                    "”{example}” kan läsas på två sätt, och alla tal med skiljetecken är skrivna så. Välj vad tecknet betyder."
                );
                let options = vec![
                    Choice::new(Separator::Thousands.key(), &format!("det delar tusental: {bare}")),
                    Choice::new(
                        Separator::Decimals.key(),
                        &format!("det är ett decimaltecken: {}", example.replace('.', ",")),
                    ),
                ];
                self.questions.push(Question::new(About::Separator, &sentence, options));
            }
        }
    }

    fn settle_contents(&mut self, reading: &Reading<'_>, choices: &Choices) {
        let contents: Vec<&str> = reading.contents.iter().map(String::as_str).collect();
        let measure = self.measure;
        self.content = match choices.picks.get(CONTENTS) {
            Some(Pick::Only(wanted)) => {
                let found = contents.iter().find(|content| folded(content) == folded(wanted));
                if found.is_none() {
                    let remedy = format!("Välj något av {}", quoted(&contents));
                    self.faults.push(Fault::new(format!("innehållet {wanted} finns inte i filen"), remedy));
                }
                found.map(|content| (*content).to_owned())
            }
            Some(Pick::Sum) => {
                let problem = "olika innehåll kan inte summeras till ett mått";
                self.faults.push(Fault::new(problem, format!("Välj något av {}", quoted(&contents))));
                None
            }
            None => match contents.as_slice() {
                [only] => Some((*only).to_owned()),
                several => measure.and_then(|measure| preferred(measure, several)).map(str::to_owned),
            },
        };
        if self.content.is_none() && self.faults.is_empty() && !contents.is_empty() {
            let options =
                contents.iter().take(OPTIONS).map(|content| Choice::new(content, &cut(content))).collect();
            let sentence = "Filen har flera innehåll. Välj det som är måttet.";
            self.questions.push(Question::new(About::Contents, sentence, options));
        }
        let assistance = contents.iter().find(|content| folded(content).contains("ekonomiskt bistånd"));
        if measure == Some(SeriesKind::Need)
            && let Some(report) = assistance.filter(|report| self.content.as_deref() != Some(**report))
        {
            self.report = Some((*report).to_owned());
        }
    }

    fn settle_moment(&mut self, reading: &Reading<'_>, choices: &Choices) {
        let times: Vec<Time> = reading.times.iter().copied().collect();
        let Some(moment) = choices.moment else {
            match times.as_slice() {
                [only @ (Time::Year(_) | Time::Day(_))] => {
                    self.moment = Some(Moment::At(*only));
                    self.times = Some(vec![*only]);
                }
                [] => self.ask_moment("Filen säger inte vilket år talen gäller. Ange året.", &times),
                _ => self.ask_moment("Filen har flera tider, och åren hålls isär. Välj en av dem.", &times),
            }
            return;
        };
        self.moment = Some(moment);
        if times.is_empty() {
            let year = moment.year();
            self.remarks.push(format!("Filen säger inte vilket år talen gäller; {year} är ditt val."));
            return;
        }
        let matching: Vec<Time> = match moment {
            Moment::At(time) => times.iter().copied().filter(|own| *own == time).collect(),
            Moment::Year(year) => times
                .iter()
                .copied()
                .filter(|own| own.year() == year && matches!(own, Time::Year(_) | Time::Day(_)))
                .collect(),
            Moment::MeanOfMonths(year) => (1..=12).map(|month| Time::Month(year, month)).collect(),
        };
        let months = times.iter().any(|time| time.year() == moment.year() && matches!(time, Time::Month(..)));
        match (matching.as_slice(), moment) {
            ([], Moment::Year(year)) if months => {
                let sentence = format!(
                    "Filen har månader för {year}, inget år. Välj medelvärdet av de tolv månaderna, eller hämta \
                     årsuppgiften."
                );
                self.ask_moment(&sentence, &times);
            }
            (_, Moment::MeanOfMonths(year)) if !months => {
                let remedy = format!("Filen har {}", shown_times(&times));
                self.faults.push(Fault::new(format!("filen har inga månader för {year}"), remedy));
            }
            ([], _) => {
                let remedy = format!("Filen har {}", shown_times(&times));
                self.faults.push(Fault::new(format!("tiden {moment} finns inte i filen"), remedy));
            }
            ([_, _, ..], Moment::Year(_)) => {
                self.ask_moment(
                    "Filen har flera dagar för det året, och de hålls isär. Välj en av dem.",
                    &times,
                );
            }
            _ => self.times = Some(matching),
        }
    }

    fn ask_moment(&mut self, sentence: &str, times: &[Time]) {
        let mut options: Vec<Choice> = Vec::new();
        let years: BTreeSet<i16> =
            times.iter().filter(|time| matches!(time, Time::Month(..))).map(|time| time.year()).collect();
        for year in years {
            let label = format!("{year}, medelvärdet av årets tolv månader");
            options.push(Choice::new(&Moment::MeanOfMonths(year).to_string(), &label));
        }
        options.extend(times.iter().map(|time| Choice::new(&time.to_string(), &time.to_string())));
        self.questions.push(Question::new(About::Moment, sentence, options));
    }

    fn settle_ages(&mut self, reading: &Reading<'_>, choices: &Choices) {
        let Some(measure) = self.measure else { return };
        let wanted = choices.ages.unwrap_or_else(|| Ages::of(measure));
        self.wanted_ages = Some(wanted);
        if measure != SeriesKind::Need && wanted != Ages::of(measure) {
            let problem = format!("måttet {} kan inte räknas på {wanted}", measure.swedish());
            self.faults.push(Fault::new(problem, "Välj ett annat mått, eller utelämna åldrarna"));
            return;
        }
        let own = self.content.as_deref().is_some_and(|content| settles_ages(measure, content));
        if reading.ages.is_empty() {
            if choices.ages.is_none() && measure != SeriesKind::Need && !own {
                let sentence = format!("Filen har ingen ålder. Gäller talen {wanted}?");
                let option = Choice::new(&String::from(wanted), &format!("Ja, talen gäller {wanted}"));
                self.questions.push(Question::new(About::Ages, &sentence, vec![option]));
            } else if !own {
                self.remarks.push(format!("Filen har ingen ålder; talen tas för att gälla {wanted}."));
            }
            return;
        }
        match tile(&reading.ages, wanted) {
            Ok(ages) => self.ages = Some(ages),
            Err(_) if measure == SeriesKind::Need && reading.ages.iter().eq([&Age::All]) => {
                self.remarks
                    .push(format!("Filen har alla åldrar tillsammans; talen tas för att gälla {wanted}."));
                self.ages = Some(vec![Age::All]);
            }
            Err(why) => {
                let remedy = format!("Hämta ettårsklasser från {} till {} år", wanted.from(), wanted.to());
                self.faults.push(Fault::new(why, remedy));
            }
        }
    }

    fn settle_sexes(&mut self, reading: &Reading<'_>) {
        let has = |sex| reading.sexes.contains(&sex);
        self.sexes = match (has(Sex::Men), has(Sex::Women), has(Sex::Both)) {
            (false, false, false) => None,
            (true, true, _) => Some(vec![Sex::Men, Sex::Women]),
            (_, _, true) => Some(vec![Sex::Both]),
            (men, _, _) => {
                let only = if men { Sex::Men } else { Sex::Women };
                let problem = format!("filen har bara {}", only.swedish());
                self.faults.push(Fault::new(problem, "Hämta både män och kvinnor, eller totalt"));
                Some(vec![only])
            }
        };
    }

    fn settle_others(&mut self, reading: &Reading<'_>, choices: &Choices) {
        for (place, values) in &reading.others {
            let name = reading.source.columns.get(*place).map_or("", |column| column.name.as_str());
            let shown = |number: &u32| reading.source.texts.get(*number).map_or("", |text| text.shown());
            let total = |number: &&u32| {
                let text = folded(shown(number));
                text.starts_with("total") || matches!(text.as_str(), "samtliga" | "alla" | "tot")
            };
            let taken = match choices.picks.get(name) {
                Some(Pick::Sum) => Some(values.clone()),
                Some(Pick::Only(wanted)) => {
                    let found = values.iter().find(|number| folded(shown(number)) == folded(wanted));
                    if found.is_none() {
                        let all: Vec<&str> = values.iter().map(shown).collect();
                        let remedy = format!("Välj något av {}", quoted(&all));
                        let problem = format!("värdet {wanted} finns inte");
                        self.faults.push(Fault::new(problem, remedy).in_column(name));
                    }
                    found.map(|number| BTreeSet::from([*number]))
                }
                None if values.len() < 2 => Some(values.clone()),
                None => {
                    let totals: Vec<&u32> = values.iter().filter(total).collect();
                    if let [only] = totals.as_slice() { Some(BTreeSet::from([**only])) } else { None }
                }
            };
            if taken.is_none() && !choices.picks.contains_key(name) {
                let sentence =
                    format!("Kolumnen {name} delar upp talen. Välj ett värde, eller summera alla.");
                let options = values.iter().take(OPTIONS);
                let options = options.map(|number| Choice::new(shown(number), &cut(shown(number)))).collect();
                self.questions.push(Question::new(About::Column(name.to_owned()), &sentence, options));
            }
            self.others.push(taken.unwrap_or_default());
        }
    }
}

/// How a measure is chosen.
pub(super) const fn measure_key(measure: SeriesKind) -> &'static str {
    match measure {
        SeriesKind::Need => "need",
        SeriesKind::Inhabitants => "inhabitants",
        SeriesKind::KeyInhabitants => "key-inhabitants",
    }
}

const fn as_ages(age: Age) -> Option<Ages> {
    match age {
        Age::Class { from, to } if from < to => Ages::new(from, to),
        Age::Class { .. } | Age::From(_) | Age::All => None,
    }
}

/// Some of the texts in quotation marks, and how many more there are.
fn quoted(texts: &[&str]) -> String {
    let shown: Vec<String> = texts.iter().take(8).map(|text| format!("”{}”", cut(text))).collect();
    let more = texts.len().saturating_sub(8);
    let text = shown.join(", ");
    if more == 0 { text } else { format!("{text} och {more} till") }
}

fn shown_times(times: &[Time]) -> String {
    let shown: Vec<String> = times.iter().take(12).map(ToString::to_string).collect();
    let more = times.len().saturating_sub(12);
    let text = shown.join(", ");
    if more == 0 { text } else { format!("{text} och {more} till") }
}
