//! A grant in words: composed from its figures, and held against them.

use crate::initiative::events::Grant;
use swedish::list::listed;
use swedish::money::{Mention, Ore, mentions};

/// The words that make a clause one that grants.
const GRANTING: [&str; 5] = ["bevilja", "anslå", "tilldela", "avsätta", "stödja"];
/// What stands before an amount that is not the one granted.
const BESIDE: [&str; 5] = ["varav", "budget", "sökt", "tidigare", "egen"];
/// How far before an amount such a word is looked for.
const NEAR: usize = 30;

/// What a grant says in clauses: `att bevilja X högst 300 000 kronor för 2027`.
pub fn clauses_of(grant: &Grant, title: &str) -> Vec<String> {
    if grant.amounts.is_empty() {
        return Vec::new();
    }
    let amounts: Vec<String> = grant
        .amounts
        .iter()
        .map(|(year, amount)| format!("{} kronor för {year}", amount.in_field()))
        .collect();
    vec![format!("att bevilja {} högst {}", title.trim(), listed(&amounts))]
}

/// What is wrong where an amount in the clauses is none of the grant's: both figures, and how it can be written.
pub(crate) fn contradicted(clauses: &[String], grant: &Grant, title: &str) -> Option<String> {
    let said = clauses.iter().filter(|clause| grants(clause)).flat_map(|clause| mentions(clause));
    let wrong = said.filter(|mention| !beside(mention)).find(|mention| !agrees(mention, grant))?;
    let figures: Vec<String> =
        grant.amounts.iter().map(|(year, amount)| format!("{amount} för {year}")).collect();
    let total = Ore::sum(grant.amounts.values().copied()).filter(|_| figures.len() > 1);
    let total = total.map_or_else(String::new, |sum| format!(", tillsammans {sum}"));
    Some(format!(
        "Skriv samma belopp i att-satsen som i tabellen: satsen säger {}, tabellen {}{total}. Så kan det stå: {}.",
        wrong.amount,
        listed(&figures),
        clauses_of(grant, title).join(" "),
    ))
}

fn grants(clause: &str) -> bool {
    let clause = clause.to_lowercase();
    GRANTING.iter().any(|word| clause.contains(word))
}

/// Whether it is told of something else than what is granted: what was applied for, a part, the budget.
fn beside(mention: &Mention<'_>) -> bool {
    let before: String =
        mention.before.chars().rev().take(NEAR).collect::<Vec<_>>().into_iter().rev().collect();
    let before = before.to_lowercase();
    BESIDE.iter().any(|word| before.contains(word))
}

/// Whether an amount is the named year's; or, without a year, any year's or all years' together.
fn agrees(mention: &Mention<'_>, grant: &Grant) -> bool {
    if let Some(year) = year(mention.after) {
        return grant.amounts.get(&year) == Some(&mention.amount);
    }
    let total = Ore::sum(grant.amounts.values().copied());
    total == Some(mention.amount) || grant.amounts.values().any(|amount| *amount == mention.amount)
}

/// The single year that an amount is for: `… kronor för 2027`, and not `… för 2027–2028`.
fn year(after: &str) -> Option<i16> {
    let rest = after.trim_start().strip_prefix("för ")?;
    let rest = rest.strip_prefix("år ").unwrap_or(rest).trim_start();
    let (digits, then) = rest.split_at_checked(4)?;
    let several =
        ["–", "-", " –", " -", " och", " till", " t.o.m", "/"].iter().any(|mark| then.starts_with(mark));
    let another = then.starts_with(|c: char| c.is_ascii_digit());
    digits.parse().ok().filter(|_| !several && !another)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{clauses_of, contradicted};
    use crate::initiative::events::Grant;
    use swedish::money::Ore;

    fn grant(amounts: &[(i16, i64)]) -> Grant {
        let kronor = |k: i64| Ore::from_kronor(k).unwrap();
        let amounts: BTreeMap<i16, Ore> = amounts.iter().map(|(year, k)| (*year, kronor(*k))).collect();
        Grant { amounts, ..Grant::default() }
    }

    fn wrong(clause: &str, amounts: &[(i16, i64)]) -> Option<String> {
        contradicted(&[clause.to_owned()], &grant(amounts), "Steget").map(|s| s.replace('\u{a0}', " "))
    }

    #[test]
    fn the_clauses_say_the_figures_and_agree_with_them() {
        for amounts in [&[(2027, 300_000)][..], &[(2027, 300_000), (2028, 250_000)]] {
            let grant = grant(amounts);
            let clauses = clauses_of(&grant, "Steget");
            assert_eq!(contradicted(&clauses, &grant, "Steget"), None, "{clauses:?}");
        }
        let two = clauses_of(&grant(&[(2027, 300_000), (2028, 250_000)]), "Steget").remove(0);
        let said = two.replace('\u{a0}', " ");
        assert_eq!(said, "att bevilja Steget högst 300 000 kronor för 2027 och 250 000 kronor för 2028");
        assert!(clauses_of(&Grant::default(), "Steget").is_empty());
    }

    #[test]
    fn another_amount_is_told_with_both_figures() {
        let says = wrong("att bevilja Steget 900 000 kronor", &[(2027, 1_000_000)]).unwrap();
        assert!(says.contains("satsen säger 900 000 kr, tabellen 1 000 000 kr för 2027."), "{says}");
        let two = [(2027, 300_000), (2028, 250_000)];
        let says = wrong("att bevilja 600 000 kr", &two).unwrap();
        assert!(says.contains("tillsammans 550 000 kr"), "{says}");
        assert!(wrong("att bevilja 250 000 kr för 2027", &two).is_some(), "the amount of the other year");
    }

    #[test]
    fn what_means_the_same_passes() {
        let equal = [(2027, 300_000), (2028, 300_000)];
        for clause in [
            "att bevilja Steget högst 300 000 kronor per år i två år",
            "att bevilja Steget 0,6 mkr för 2027–2028",
            "att bevilja Steget 600 000 kr, varav 50 000 kr till utvärdering",
            "att bevilja Steget 600 000 kr av sökta 900 000 kr",
            "att medlen tas ur budgeten på 5 000 000 kr",
            "att bevilja Steget medel enligt ansökan",
        ] {
            assert_eq!(wrong(clause, &equal), None, "{clause}");
        }
    }
}
