### public

rules-lead = Every rule the system judges, what it asks, and where it stands. The rules themselves are in Swedish.
rules-all = All rules
rules-sections = The sections, restated in our own words
rule = Rule
rule-modality = Strength
rule-question = Question
rule-why = Why
rule-doubt = Unsure
rule-cites = Where it stands
rule-from = From
rule-until = until
rule-facts = What it looks at
section-own-words = This is a restatement in our own words
section-official = Read the official text
section-wordings = Wordings
section-rules = Rules that build on this
modality-must = must
modality-should = should
modality-info = good to know
