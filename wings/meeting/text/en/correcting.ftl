# Putting right: what was entered wrongly is taken back, an item is left without a decision, somebody else attests.

correct-link = Correct
correct-title = Correct an entry
correct-says = What you take back no longer holds, but stays in the history with who, when and why. Then note what is right.
correct-says-closed = The meeting is closed. What happened can be completed and corrected until somebody has attested; what was decided is not changed.
correct-nothing = Nothing to take back
correct-nothing-says = What can be taken back stands here once something has been noted.
correct-what = What is wrong?
correct-why = Why is the entry taken back?
correct-why-hint = For example: The wrong person. The amount was mistyped.
correct-do = Take back
correct-rests = Cannot be taken back now
correct-history = Corrected
correct-said = The entry has been taken back. Note what is right.

undecided-link = Leave without a decision
undecided-title = Leave the item without a decision
undecided-says = The minutes say how the item ended. It can be taken up again at a later meeting.
undecided-how = How does the item end?
undecided-postponed = Postponed
undecided-postponed-hint = It comes back at a later meeting.
undecided-withdrawn = Withdrawn
undecided-withdrawn-hint = It is not handled any more.
undecided-no-quorum = Too few serve
undecided-no-quorum-hint = The body has no quorum in the item.
undecided-text = More about it
undecided-text-hint = Stands in the minutes as it is written here.
undecided-do = Leave without a decision
undecided-said = The item has been left without a decision.

attesters-link = Somebody cannot attest
attesters-title = When somebody cannot attest
attesters-nothing = Nobody is waited for
attesters-nothing-says = Before the meeting is closed, those who attest are changed where chair and secretary are named.
attesters-refused = Somebody has declined to attest
attesters-replace = Let somebody else attest
attesters-replace-says = Whoever takes the place must have served at the meeting. The minutes say who attests in whose place, and how it was decided.
attesters-instead-of = In the place of
attesters-by = Attests
attesters-decided = Why, and how was it decided?
attesters-decided-hint = For example: Ill. The board's decision of 8 May 2026, § 12.
attesters-replace-do = Replace
attesters-replaced = Somebody else attests now.
attesters-later = Attesting at a later meeting
attesters-later-says = The body can attest the minutes itself. Choose the item where it was decided.
attesters-later-none = No later meeting whose minutes are attested has decided anything. Put an item about it on the next agenda.
attesters-later-item = Item
attesters-later-do = Note that it was attested
attesters-later-said = The minutes have been attested by a later meeting.

attest-refuse = Something is wrong, or you cannot attest
attest-refuse-says = Whoever keeps the minutes is told, and can correct and write them out anew. You can still attest afterwards.
attest-refuse-where = Where is the fault?
attest-refuse-whole = The whole minutes
attest-refuse-why = What is wrong, or why do you not attest?
attest-refuse-do = Leave to the secretary
attest-refuse-said = Whoever keeps the minutes sees what you have written.

attendance-namesake = It is another person than the one in the list with that name
