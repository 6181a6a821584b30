### What anybody reads: the front page, the notice boards and the rules.

rules-lead = Every rule the system judges, what it asks, and where it stands. The rules themselves are in Swedish.
rules-all = All rules
rules-sections = The sections, restated in our own words
rule = Rule
rule-counted = { $count ->
    [one] rule
   *[other] rules
  }
rule-search = Search rule and question
rule-modality = Strength
rule-question = Question
rule-why = Why
rule-doubt = Unsure
rule-awaits = Not asked yet
rule-cites = Where it stands
rule-from = From
rule-until = until
rule-facts = What it looks at
rule-means-must = must: the law requires it, and what does not follow it is stopped
rule-means-should = should: one may depart from it, with a written reason
rule-means-info = information: nothing is stopped
section-own-words = This is a restatement in our own words
section-official = Read the official text
section-wordings = Wordings
section-rules = Rules that build on this
modality-must = must
modality-should = should
modality-info = good to know

boards-lead = Attested minutes are announced here. You need not log in.
board-current = Announcements up now
board-all = All notices
board-counted = { $count ->
    [one] notice
   *[other] notices
  }
board-search = Search association and body
board-association = Association
board-state = State
board-is-up = Up
board-is-down = Taken down
board-year = Year
board-none = No minutes have been posted yet.
board-empty = No announcements are up at the moment.
board-minutes = Minutes
board-body = Body
board-held = The meeting was held
board-attested = The minutes were attested
board-appeal-until = Decisions can be appealed until
board-appeal-open = The appeal period is running
board-court = Appeals are handed in to
board-appeal-how = How to appeal
board-kept-at = The minutes are kept at
board-where = Notice boards
board-whose = Notice board of
board-up = Put up
board-down = Taken down
board-planned = planned

home-lead = A coordination association lets municipalities, the region, the Social Insurance Agency and the Public Employment Service fund support together. Here you can see what the associations decide.
home-associations = The associations
home-boards = See what has been announced
home-log-in = For those who work in an association
