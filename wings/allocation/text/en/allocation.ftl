### Allocation: reckon with the state's money, compare, group, save, and write papers for decisions.

## Words

allocation-unknown = not known
allocation-none = does not exist
allocation-state = The state
allocation-regions = Regions
allocation-municipalities = Municipalities
allocation-region = Region
allocation-municipality = Municipality
allocation-all = Everybody together
allocation-kind-same = Unchanged
allocation-kind-merged = Merger
allocation-kind-split = Split
allocation-kind-new = New association
allocation-kind-ended = Ended
allocation-kind-regrouped = Regrouped
allocation-before = Before
allocation-after = After
allocation-before-small = before
allocation-after-small = after
allocation-difference = Difference
allocation-percent = Per cent
allocation-amount = Kronor
allocation-why = Why?

## Reckoning

allocation-title = Allocation
allocation-lead = Change something and see at once what it means for every association and every member.
allocation-reckoning = Reckon
allocation-views = Parts of allocation
allocation-answer = The answer
allocation-controls = What you change
allocation-no-answer = Correct what is said above, and the answer is worked out.
allocation-failed = It could not be reckoned just now. Press Reckon to try again.
allocation-looked-at = What is reckoned
allocation-county = County
allocation-whole-country = The whole country
allocation-basis = How it is reckoned
allocation-basis-held = Need parts are held
allocation-basis-held-hint = Every municipality keeps its need part. Only the base and caps change.
allocation-basis-whole = The whole country
allocation-basis-whole-hint = The state's total is shared anew between all the country's associations.
allocation-statistics = Statistics from
allocation-statistics-known = those that are entered
allocation-year = Year
allocation-year-hint = Decides which shares count when the members have a table of shares for each year.
allocation-parameters = The state's model
allocation-base = Base for each association
allocation-base-hint = What every association gets before need is counted.
allocation-total = The state's total
allocation-total-hint = What the state gives to all associations in a year.
allocation-need = Need counts for, per cent
allocation-need-hint = The rest is counted by inhabitants aged 16–64.
allocation-brake = Brake on large decreases
allocation-brake-percent = Largest decrease in a year, per cent
allocation-brake-hint = Counted from last year's amount.
allocation-exception = The brake does not protect those with equity above the reasonable level
allocation-strategy = Redistribution
allocation-strategy-hint = The state's own rule is not known. This is an assumption that you choose.
allocation-strategy-scale = One scale factor
allocation-strategy-scale-says = Every association's need part is scaled by the same factor until the sum is right.
allocation-strategy-equal = Equal amounts
allocation-strategy-equal-says = Every association is raised or lowered by the same amount until the sum is right.
allocation-strategy-inhabitants = By inhabitants
allocation-strategy-inhabitants-says = What is left or missing follows inhabitants aged 16–64.
allocation-strategy-keep = No redistribution
allocation-strategy-keep-says = What an association cannot receive is not given to others.
allocation-held-only = The state's total, the weights and the brake matter only when the whole country is reckoned.
allocation-reckon = Reckon
allocation-slider = { $what }, slider

## Changes

allocation-changes = Changes
allocation-changes-none = No changes yet.
allocation-try = Try, for example, to
allocation-try-merge = merge { $names } into one association
allocation-earlier = Earlier
allocation-remove = Remove
allocation-change-number = change { $number }
allocation-did-merge = { $names } merge into { $name }.
allocation-did-merge-anew = { $names } merge into { $name }, which has no amount of last year.
allocation-did-split = { $name } is split into { $parts }.
allocation-did-move = { $municipality } moves to { $to }.
allocation-did-leave = { $municipality } leaves its association.
allocation-did-new = { $name } is formed by { $municipalities }.
allocation-did-total = The state's total becomes { $amount }.
allocation-did-base = The base for each association becomes { $amount }.
allocation-did-keys = The keys become { $need } for need and { $inhabitants } for inhabitants.
allocation-did-brake = The brake becomes at most { $percent } less than the year before.
allocation-did-brake-off = The brake is switched off.
allocation-did-strategy = Redistribution becomes: { $name }.
allocation-did-cap = { $name } can receive at most { $amount } from the state.
allocation-did-cap-none = { $name } has no cap.
allocation-did-statistics = The statistics are from { $year }.
allocation-add = Add a change
allocation-add-merge = Merge associations
allocation-add-split = Split an association
allocation-add-move = Move a municipality
allocation-add-leave = A municipality leaves
allocation-add-new = Form a new association
allocation-add-cap = Set a cap
allocation-do-merge = Merge
allocation-do-split = Split
allocation-do-move = Move
allocation-do-leave = Let the municipality leave
allocation-do-new = Form
allocation-do-cap = Set the cap
allocation-merge-which = Which ones merge?
allocation-new-name = What is the new association to be called?
allocation-merge-anew = Reckon the new association without an amount of last year
allocation-merge-anew-hint = Otherwise the old associations’ amounts together are reckoned, and the brake starts from that. The model does not say which applies.
allocation-split-which = Which association is split?
allocation-split-first = Choose the association, and its municipalities are shown.
allocation-split-show = Show the municipalities
allocation-split-how = To which part does each municipality go?
allocation-part-1 = First part
allocation-part-2 = Second part
allocation-part-3 = Third part
allocation-part-1-name = What is the first part to be called?
allocation-part-2-name = What is the second part to be called?
allocation-part-3-name = What is the third part to be called?
allocation-move-which = Which municipality moves?
allocation-move-to = To which association?
allocation-leave-which = Which municipality leaves?
allocation-new-which = Which municipalities form it?
allocation-cap-which = Which association is it about?
allocation-cap-amount = At most this much from the state
allocation-cap-hint = Leave it empty if there is to be no cap.

## The answer

allocation-now = is what { $who } have together in a year. The state gives half, { $state }.
allocation-less = { $amount } less
allocation-more = { $amount } more
allocation-same = As much as before
allocation-change-for = a year for { $who }: from { $before } to { $after } ({ $percent }).
allocation-same-for = Together { $who } still have { $after } a year.
allocation-who-county = { $count ->
    [one] the association in { $county }
   *[other] the associations in { $county }
  }
allocation-who-all = { $count ->
    [one] the association
   *[other] the country's { $count } associations
  }
allocation-who-gets = { $more ->
    [0] No association gets
    [1] One association gets
   *[other] { $more } associations get
  } more, and { $less ->
    [0] none
    [1] one
   *[other] { $less }
  } less.
allocation-sum-unknown = The sum cannot be worked out, since a figure is not known.
allocation-save = Save the scenario
allocation-start-over = Start over
allocation-what-happens = What happens
allocation-key-figures = Key figures for the whole country, kronor
allocation-key-figures-in = Key figures for { $county }, kronor
allocation-figure = Figure
allocation-associations = Associations
allocation-state-base = Base
allocation-state-need = Need part
allocation-lost = Lost
allocation-bars = The state's money, before and after
allocation-bars-now = The state's money to each association
allocation-bars-more = { $count ->
    [one] One more stands in the table.
   *[other] { $count } more stand in the table.
  }
allocation-association = Association
allocation-associations-table = The associations: everybody's money in a year, kronor
allocation-per-before = Per inhabitant before
allocation-per-after = Per inhabitant
allocation-together = together
allocation-ends = ends
allocation-new = new
allocation-state-table-open = Show base and need part for each association
allocation-state-table = The state's part, kronor
allocation-members = What each member pays
allocation-members-of = Which members
allocation-members-all = All
allocation-members-show = Show all { $count } members
allocation-members-table = The members' contributions in a year, kronor
allocation-member = Member
allocation-party = Party
allocation-whole-kronor = Amounts are shown in whole kronor. Follow one to see the öre and why it became so.

## Why

allocation-why-association = Why does { $name } get { $amount } from the state?
allocation-why-member = Why does { $name } pay { $amount }?
allocation-why-member-unknown = What does { $name } pay?
allocation-why-before = So it was before the changes.
allocation-why-after = So it is after the changes.
allocation-why-back = Back to the reckoning
allocation-why-members = What the members pay
allocation-why-members-table = The members' contributions to the association
allocation-why-not-paid = The members' contributions cannot be worked out:
allocation-why-base = Every association gets a base of { $amount }.
allocation-why-held = The need part is { $amount }. It is known from before and held here.
allocation-why-cap = At most { $amount } can be received.
allocation-why-no-cap = No cap is given.
allocation-why-sum = Together that is { $amount } from the state.
allocation-why-several = The member takes part in { $count } associations.
allocation-part-of-all = Part of everybody's money
allocation-key-figure = The key's figure
allocation-key-share = Share of the party
allocation-exact = Exactly
allocation-pays = Pays
allocation-half = half
allocation-quarter = a quarter
allocation-shared = that is shared
allocation-step-state = The state gives the association { $amount }.
allocation-step-all = The others give as much, so together it is { $amount }.
allocation-step-part = The party's part is { $part } of that: { $amount }.
allocation-both-quarters = both quarters
allocation-step-alone = { $name } is alone in its party and pays the whole part.
allocation-step-exact = Exactly it is { $exact }. In whole öre { $amount } is paid.
allocation-key-inhabitants = The key is inhabitants aged 18–64: { $name } has { $own } of { $sum }, { $share }.
allocation-key-agreed = The key is agreed: { $name } has { $own } shares of { $sum }, { $share }.
allocation-key-table = The key is the year's table: { $name } has { $own } shares of { $sum }, { $share }.
allocation-undecided = { $amount } is not decided between { $names }, who have exactly equal remainders.

## Maps

allocation-map-county = Map of { $county }
allocation-map-county-same = { $count ->
    [one] The municipality belongs
   *[other] The { $count } municipalities belong
  } to { $names }. The letter shows which association.
allocation-map-county-says = { $count ->
    [one] The municipality belongs
   *[other] The { $count } municipalities belong
  } to { $before } before, to { $after } after.
allocation-map-alone = No association
allocation-map-country = Map of the country
allocation-map-lowest = Largest decrease from the state: { $name }, { $change }.
allocation-map-highest = Largest increase from the state: { $name }, { $change }.
allocation-map-nothing = Nobody gets more or less from the state.
allocation-map-much-less = at least 5% less
allocation-map-less = less
allocation-map-same = as much
allocation-map-more = more
allocation-map-much-more = at least 5% more
allocation-map-table = The table below says the same.

## Saved scenarios

allocation-saved = Saved scenarios
allocation-saved-lead = Scenarios that somebody has saved, with what they mean now.
allocation-saved-none = No scenario is saved yet.
allocation-saved-none-hint = Reckon with a change and save it, and it is here.
allocation-saved-none-wait = When somebody saves a scenario, it is here.
allocation-to-calculator = To the calculator
allocation-saved-table = Saved scenarios, kronor
allocation-scenario = Scenario
allocation-all-after = Everybody together
allocation-saved-on = Saved on
scenario-counted = { $count ->
    [one] scenario
   *[other] scenarios
  }
scenario-stands = Saved
scenario-discarded = Discarded
scenario-state = State
scenario-search = Search
allocation-saved-by = Saved by
allocation-choose = Choose
allocation-choose-it = Compare { $name }
allocation-compare-hint = Choose two to four scenarios.
allocation-compare-do = Compare those chosen
allocation-discarded-tag = discarded
allocation-discarded-on = Discarded
allocation-save-do = Save
allocation-name = Name
allocation-name-hint = So that others understand, such as “One county association”.
allocation-description = Description
allocation-saved-cannot = The scenario cannot be reckoned with today's figures.
allocation-new-from = Make a new one from this
allocation-rename = Change name and description
allocation-discard = Discard
allocation-restore = Take back

## Compare

allocation-compare = Compare scenarios
allocation-compare-few = Choose at least two scenarios to compare.
allocation-compare-choose = Choose among saved scenarios
allocation-compare-says = { $most } gives the most money together. { $least } gives the least. The difference is { $apart } a year.
allocation-compare-same = All give as much money together: { $amount } a year.
allocation-compare-sums = Together in a year, kronor
allocation-bases-differ = Reckoned in different ways.
allocation-bases-differ-says = In some scenarios need parts are held, in others the whole country is reckoned. Amounts may therefore differ for other reasons than the changes.
allocation-against-today = Difference from before
allocation-most = most
allocation-least = least
allocation-open = Open

## Group

allocation-grouping = Try every grouping
allocation-grouping-lead = { $county } has { $count } municipalities. They can be grouped into associations in { $ways } ways, and all are tried.
allocation-grouping-cannot = The municipalities are too many for every way to be tried.
allocation-grouping-which = Which municipalities?
allocation-grouping-do = Try all
allocation-administration = What an association costs to administer in a year
allocation-administration-hint = Office, board, audit and accounts. The amount is taken off for each association.
allocation-objective = What is best?
allocation-objective-activity = Most money for activities in all
allocation-objective-state = Most money from the state
allocation-objective-even = Least difference between the largest and the smallest association's activities
allocation-objective-weakest = Most activities per inhabitant in the association that has least
allocation-least-activity = At least this much for activities in each association
allocation-least-activity-hint = Leave it empty if there is no demand.
allocation-fewest = Fewest associations
allocation-most-associations = Most associations
allocation-pool = What happens to the country's pool?
allocation-pool-follows = It changes when the number of associations changes
allocation-pool-held = It is held as it is today
allocation-grouping-going = Trying groupings in { $county }
allocation-grouping-far = How far the search has come
allocation-grouping-tried = { $tried } of { $of } groupings have been tried.
allocation-grouping-leave = You can leave the page and come back. The search goes on.
allocation-grouping-look = See how far it has come
allocation-grouping-stop = Stop
allocation-grouping-found = The best grouping in { $county }
allocation-grouping-failed = The search gave no answer.
allocation-grouping-none = No grouping meets the demands.
allocation-grouping-evaluated = { $evaluated } groupings have been tried. { $admissible } of them meet the demands.
allocation-before-rounding = Amounts are before rounding to whole thousands of kronor.
allocation-grouping-open = Open in the calculator
allocation-grouping-again = Try with other demands
allocation-grouping-best = { $count ->
    [one] One association is best
   *[other] { $count } associations are best
  }
allocation-grouping-best-word = best
allocation-grouping-is-today = It is so already today.
allocation-grouping-against = Today there { $count ->
    [one] is one association
   *[other] are { $count } associations
  }: { $today }. The difference is { $difference }.
allocation-grouping-today-not = Today's grouping does not meet the demands, or cannot be compared.
allocation-grouping-tie = A tie.
allocation-grouping-tie-says = { $count ->
    [one] One other grouping is exactly as good.
   *[other] { $count } other groupings are exactly as good.
  }
allocation-grouping-best-table = The best grouping, kronor in a year
allocation-grouping-today-table = Today's grouping, kronor in a year
allocation-activity = For activities
allocation-by-count = The best for each number of associations
allocation-value = Value
allocation-equally-good = As good
allocation-grouping-one = One of them
allocation-kr-per-inhabitant = { $amount } kr per inhabitant

## Papers for decisions

allocation-papers = Papers for decisions
allocation-papers-lead = Alternatives to choose between, with what they cost and what speaks for and against.
allocation-papers-none = No paper is written yet.
allocation-paper = Paper for a decision
allocation-paper-new = New paper for a decision
allocation-paper-edit = Change the paper
allocation-paper-save = Save the paper
allocation-paper-title = Title
allocation-written-on = Written on
paper-counted = { $count ->
    [one] paper
   *[other] papers
  }
paper-stands = Stands
paper-discarded = Put aside
paper-search = Search
allocation-written-by = Written by
allocation-alternatives = Alternatives
allocation-alternative = Alternative
allocation-alternative-number = Alternative { $number }
allocation-alternative-name = The alternative's name
allocation-alternative-means = What it means
allocation-alternative-scenario = Saved scenario that figures are taken from
allocation-alternatives-more = At most { $most } alternatives. Save, and an empty one is added.
allocation-no-scenario = No figures
allocation-background = Background
allocation-proposal = Proposed decision
allocation-for = Speaks for
allocation-against = Speaks against
allocation-one-per-line = One argument on each line.
allocation-template-says = Start from alternatives and arguments that the county has weighed before ({ $source }):
allocation-template = Fill in the form with them
allocation-sums = Alternative { $number }, kronor in a year
allocation-stands-on = The figures come from the scenario
allocation-side-by-side = The alternatives beside each other
allocation-side-by-side-table = Everybody's money in a year, kronor
allocation-not-reckoned = Without figures: { $names }.
allocation-case-number = Case number
allocation-question = What is to be decided
allocation-assessment = Assessment
allocation-proposal-hint = One clause on each line.
allocation-paper-discard = Put the paper aside
allocation-paper-restore = Take the paper back
