# The county: what several associations share.

county-note-illustrative = Illustrative.
county-note-missing = Missing.
county-note-preliminary = Preliminary.
county-note-source = Sources.
county-nothing = There are no statistics and no division to reckon with yet.
county-nothing-link = Read statistics in
county-output-paper = The paper
county-output-report = The report
county-output-tables = The tables
county-said-discarded = The scenario is put aside.
county-said-named = The name is changed.
county-said-paper = The paper is saved.
county-said-paper-discarded = The paper is put aside.
county-said-paper-restored = The paper is back.
county-said-restored = The scenario is back.
county-said-saved = The scenario is saved.
county-somebody = somebody outside the associations
county-view-calculator = Reckon
county-view-grouping = Group municipalities
county-view-papers = Decision papers
county-view-scenarios = Saved scenarios
county-view-statistics = Statistics
county-why = Why this amount
