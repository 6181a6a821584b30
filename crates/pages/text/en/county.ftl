# The county: what several associations share.

county-nothing = There are no statistics and no division to reckon with yet.
county-nothing-link = Read statistics in
county-note-illustrative = Illustrative.
county-note-missing = Missing.
county-note-preliminary = Preliminary.
county-note-source = Sources.
county-view-calculator = Reckon
county-view-grouping = Group municipalities
county-view-papers = Decision papers
county-view-scenarios = Saved scenarios
county-view-statistics = Statistics
county-why = Why this amount
