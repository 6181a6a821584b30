//! A text to start from: the three alternatives that the review of 2020 in Jönköping County weighed.
//!
//! The facts and arguments are those of *Samordningsförbunden – Sammanfattning 2025*, in our own words. Nothing is added,
//! so an alternative that the report says little about is short here.

use super::{Alternative, Draft};

/// The three alternatives with their arguments; scenarios and a proposal are for the writer to add.
#[must_use]
pub fn three_alternatives() -> Draft {
    Draft {
        title: "Samordningsförbundens organisation i Jönköpings län".into(),
        case_number: String::new(),
        background: BACKGROUND.into(),
        question: "Hur ska de tre samordningsförbunden i länet vara organiserade?".into(),
        alternatives: vec![
            Alternative {
                name: "Organisation och arbetsformer är kvar oförändrade".into(),
                description: "De tre förbunden fortsätter med var sin styrelse.".into(),
                scenario: String::new(),
                pros: lines(&[
                    "Verksamheten är lokalt förankrad.",
                    "Att 13 kommuner ska samverka i ett förbund blir tungrott.",
                    "Samverkan mellan förbunden är bättre än att skapa en ny organisation.",
                    "En förändring kräver stora insatser och tar kraft från verksamheten.",
                ]),
                cons: Vec::new(),
            },
            Alternative {
                name: "Samordnad administration för de tre förbunden".into(),
                description:
                    "Förbunden och deras styrelser är kvar, men kanslier och administration samordnas.".into(),
                scenario: String::new(),
                pros: lines(&["Kanslier och administration kan samordnas utan att förbunden ändras."]),
                cons: lines(&["Effektiviseringar och besparingar ska inte överskattas."]),
            },
            Alternative {
                name: "Sammanslagning till ett länsförbund".into(),
                description: MERGER.into(),
                scenario: String::new(),
                pros: lines(&[
                    "En kraftfullare aktör med mer muskler.",
                    "Samordning i hela länet och likartade arbetsformer kan nås.",
                    "Administrationen kan bli något effektivare.",
                ]),
                cons: lines(&[
                    "Lokal förankring talar för tre förbund.",
                    "Någon form av underorganisation behövs ändå i en stor gemensam organisation.",
                    "En sammanslagning är ett omfattande arbete som kräver tydlig styrning.",
                    "Statens grundtilldelning minskar från tre gånger 400 000 kronor till en.",
                ]),
            },
        ],
        assessment: String::new(),
        proposal: String::new(),
    }
}

const BACKGROUND: &str = "De tre samordningsförbunden i Jönköpings län har haft sin nuvarande form sedan 2012. Två av dem, \
Södra Vätterbygden och Finnveden, delar förbundschef, och ekonomitjänster köps av Region Jönköpings län.

År 2020 gjordes en översyn på uppdrag av kommunstyrelsens och regionstyrelsens ordförande. Den vägde tre alternativ mot \
varandra och frågade medlemmar, förbundschefer, processutvecklare, styrelser och beredningsgrupper. Den ledde inte till \
någon ändring av organisationen. Sedan 2024 har förbunden lika utformade förbundsordningar och gemensamma principer för \
samverkan och styrning.

Källa: Samordningsförbunden – Sammanfattning 2025.";

const MERGER: &str = "Förbunden blir ett, med en styrelse. Staten ger då en grundtilldelning i stället för tre. Behovsdelen \
följer området och påverkas inte, eftersom området är detsamma. Regionens och kommunernas bidrag följer statens.";

fn lines(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}
