### Scenario reports and decision papers, read on a page.

allocation-reading-scenario = Scenario report
allocation-reading-decision = Basis for decision
allocation-reading-area = Area
allocation-reading-concerns = Concerns
allocation-reading-reckoned = Calculated
allocation-reading-dated = Dated
allocation-reading-case-number = Case number
allocation-reading-made-by = Prepared by
allocation-reading-basis = Basis
allocation-reading-statistics = Statistics from
allocation-reading-illustrative = The figures are illustrative
allocation-reading-rounded = Amounts are rounded to whole kronor.
allocation-reading-unknown = not known
allocation-reading-not-reckoned = not calculated

allocation-reading-shows = What the scenario shows
allocation-reading-parties = What the parties pay
allocation-reading-associations = The associations before and after
allocation-reading-members = What each member pays
allocation-reading-caveats = To keep in mind
allocation-reading-how = How it was calculated
allocation-reading-strategy = Redistribution
allocation-reading-sources = Sources

allocation-reading-background = Background
allocation-reading-question = The question
allocation-reading-alternatives = The alternatives
allocation-reading-alternative = Alternative
allocation-reading-for = Speaks for
allocation-reading-against = Speaks against
allocation-reading-compared = The alternatives compared
allocation-reading-now = Today
allocation-reading-assessment = Assessment
allocation-reading-proposal = Proposed decision
allocation-reading-appendices = Appendices

allocation-reading-party = Party
allocation-reading-member = Member
allocation-reading-association = Association
allocation-reading-when = When
allocation-reading-before = Before
allocation-reading-after = After
allocation-reading-difference = Difference
allocation-reading-state = The state
allocation-reading-region = Region
allocation-reading-regions = The regions
allocation-reading-municipality = Municipality
allocation-reading-municipalities = The municipalities
allocation-reading-all = All parties
allocation-reading-base = Base
allocation-reading-need-part = Need part
allocation-reading-becomes = becomes
allocation-reading-new = new association
allocation-reading-ends = ends
allocation-reading-bars = The bars show everybody’s money in the associations.
allocation-reading-bars-some =
    { $count ->
        [one] The association that changes the most is shown; all are in the table.
       *[other] The { $count } associations that change the most are shown; all are in the table.
    }
