### What people are: roles and mandates.

as-visitor = visitor
as-person = logged in
as-applicant = applicant
as-office = office
as-preparatory-group = preparatory group
as-working-committee = working committee
as-board-member = board member
as-substitute = substitute of the board
as-chair = presidium
as-steering-group = steering group

role-chair = chair
role-vice-chair = vice chair
role-member = member
role-substitute = substitute { $order }
role-substitute-plain = substitute
role-director = director
role-officer = official
