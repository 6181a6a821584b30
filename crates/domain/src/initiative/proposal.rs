//! What a body's proposal for a decision must say.

use crate::decision::{Ctx, Entered, Refusal};
use crate::fields::{Fields, TEXT};
use crate::initiative::clauses::contradicted;
use crate::initiative::events::{Application, Grant, Recommendation};
use swedish::money::Ore;

/// Goes on when the proposal is whole; an old one is kept as long as it says what was proposed.
///
/// # Errors
/// [`Refusal::Fields`] with everything that is missing.
pub(crate) fn whole(proposal: &Recommendation, application: &Application, ctx: &Ctx) -> Result<(), Refusal> {
    let said = |text: &String| !text.trim().is_empty();
    let mut fields = Fields::new()
        .hold(
            !proposal.clauses.is_empty() && proposal.clauses.iter().all(said),
            "clauses",
            "Skriv förslaget i att-satser, minst en.",
        )
        .hold(
            proposal.approve || proposal.grant.is_none(),
            "grant",
            "Ange belopp och villkor bara när förslaget är att bevilja.",
        );
    for clause in &proposal.clauses {
        fields = fields.within("clauses", clause, TEXT);
    }
    if ctx.entered == Entered::Afterwards {
        return fields.checked();
    }
    fields = fields.said("grounds", &proposal.grounds, TEXT, "Skriv skälen för förslaget.").hold(
        !proposal.approve || proposal.grant.is_some(),
        "grant",
        "Ange vad som föreslås beviljas.",
    );
    match &proposal.grant {
        Some(grant) if proposal.approve => {
            let contradicted = contradicted(&proposal.clauses, grant, &application.title);
            let fields = fields.hold(contradicted.is_none(), "clauses", contradicted.unwrap_or_default());
            granted(fields, grant, application).checked()
        }
        Some(_) | None => fields.checked(),
    }
}

/// A grant has an amount for each year that does not exceed what was applied for, a period, and its financing.
fn granted(fields: Fields, grant: &Grant, application: &Application) -> Fields {
    let mut fields = fields.hold(
        !grant.amounts.is_empty() && grant.amounts.values().all(|amount| *amount > Ore::new(0)),
        "amounts",
        "Ange ett belopp i kronor, större än noll, för varje år som beviljas.",
    );
    for (year, amount) in &grant.amounts {
        let most = application.budget.get(year).copied().unwrap_or_default();
        let says = if most == Ore::new(0) {
            format!("Ta bort beloppet för {year}; ansökan gäller inte det året.")
        } else {
            format!("Ange högst {most} för {year}, som ansökan gäller.")
        };
        fields = fields.hold(*amount <= most, "amounts", says);
    }
    fields
        .hold(grant.from.is_some(), "from", "Ange första dag, som 2026-01-01.")
        .hold(grant.until.is_some(), "until", "Ange sista dag, som 2026-12-31.")
        .hold(
            grant.from.zip(grant.until).is_none_or(|(from, until)| from <= until),
            "until",
            "Ange en sista dag som inte är före den första.",
        )
        .said("financing", &grant.financing, TEXT, "Skriv hur beslutet finansieras.")
}
