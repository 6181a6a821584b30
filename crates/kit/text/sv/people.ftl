### Vad människor är: roller och uppdrag.

as-visitor = besökare
as-person = inloggad
as-applicant = sökande
as-office = kansli
as-preparatory-group = beredningsgrupp
as-working-committee = arbetsutskott
as-board-member = styrelseledamot
as-substitute = styrelseersättare
as-chair = presidiet
as-steering-group = styrgrupp

role-chair = ordförande
role-vice-chair = vice ordförande
role-member = ledamot
role-substitute = ersättare { $order }
role-substitute-plain = ersättare
role-director = förbundschef
role-officer = tjänsteman
