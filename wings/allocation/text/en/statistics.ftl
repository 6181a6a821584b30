# Statistics: which figures there are, the figures of a year, and reading a table in.

statistics-title = Statistics
statistics-lead = The figures that allocation is reckoned with: which years there are, where they come from and what is missing.
statistics-import = Read statistics in
statistics-none = No statistics have been read in yet. Without them allocation cannot be reckoned.
statistics-none-who = The office of a coordination association can read statistics in.
statistics-used = reckoned with now
statistics-show = Show the figures of each municipality for { $year }
statistics-kind-need = Need measure
statistics-kind-inhabitants = Inhabitants aged 16–64
statistics-kind-key-inhabitants = Inhabitants aged 18–64
statistics-illustrative = illustrative
statistics-preliminary = preliminary
statistics-with-figure = Municipalities with a figure
statistics-known = { $known } of { $all } municipalities
statistics-missing = Missing
statistics-gap = { $count ->
    [one] One municipality: { $why }.
   *[other] { $count } municipalities: { $why }.
  }
statistics-why-empty = the cell is empty in the source
statistics-why-marked = the source has its sign for a missing figure
statistics-why-zero = the source has 0, which here means that no report has come
statistics-why-absent = not in the file
statistics-names = Show { $count } names
statistics-source = Source
statistics-file = File
statistics-read = Read in
statistics-by = by
statistics-older = { $count ->
    [one] An older reading, which no longer applies
   *[other] { $count } older readings, which no longer apply
  }
statistics-division = The country's division into associations
statistics-division-says = This is how the municipalities are divided when the whole country is reckoned anew.
statistics-division-none = No division has been entered. Without it the whole country cannot be reckoned anew.
statistics-division-year = Applies from the year
statistics-division-municipalities = { $count } of { $all } are in an association

## A year

statistics-series = All series
statistics-series-counted = { $count ->
    [one] series
   *[other] series
  }
statistics-series-search = Search year, source and file
statistics-year = Year
statistics-standing = State
statistics-stands = Stands
statistics-replaced = Replaced
statistics-year-title = Statistics { $year }
statistics-search = Search municipality
municipality-counted = { $count ->
    [one] municipality
   *[other] municipalities
  }
statistics-table-caption = The municipalities' figures { $year }
statistics-code = Code
statistics-county = County code
statistics-about = About the figures
statistics-missing-cell = missing:
statistics-sum-hint = No sum is shown where a municipality has no figure: it would be too low.
statistics-sum-unknown = cannot be reckoned, because a municipality has no figure
statistics-illustrative-title = Illustrative figures
statistics-illustrative-says = { $kind } { $year } is illustrative. The figures show how the model reckons, not the municipalities' real figures.
statistics-preliminary-title = Preliminary figures
statistics-preliminary-says = { $kind } { $year } is preliminary and may be changed by the source.

## Choosing a file

statistics-import-lead = Choose a file with a table of municipalities. You will see what is read, and what is missing, before anything is saved.
statistics-own-file = Your own file
statistics-file-hint = CSV, spreadsheet (XLSX), JSON-stat or PxWeb JSON. At most { $megabytes } MB.
statistics-send = Show what is read
statistics-shipped = Figures that come with the program
statistics-shipped-says = Inhabitants of every municipality on 31 December 2019, from Statistics Sweden, come with Samordna. Read them in without choosing a file:
statistics-where = Where the figures are
statistics-where-says = Fetch them from Statistics Sweden's database, for all municipalities. You need not change the file.
statistics-where-inhabitants = Inhabitants: population by region, age in single years and sex.
statistics-where-need = Need measure: full-year equivalents, ages 20–64. That the model's measure is Statistics Sweden's sum of full-year equivalents is our reading; it is not confirmed.
statistics-where-link = Statistics Sweden's database
statistics-choose-again = Choose the file again
statistics-gone-title = The file is no longer here
statistics-gone-says = A file that has not been read in is kept only for a while. Choose it again and you are back at the same place.
statistics-no-file = Choose a file.
statistics-empty-file = Choose another file. This one is empty.
statistics-large-file = Choose a file of at most { $megabytes } MB. Fetch fewer years or fewer ages at a time.
statistics-garbled-file = Choose the file again. It did not arrive whole.

## Preview

statistics-preview = How the file is read
statistics-preview-ready = Nothing has been saved yet. Check the figures, then read them in.
statistics-preview-choose = Answer what stands below, and the figures are shown. Nothing has been saved yet.
statistics-preview-faulty = The file cannot be read like this. Do what stands below. Nothing has been saved.
statistics-fault = This needs to be put right
statistics-choices = Choices
statistics-choose-first = To choose
statistics-choose-other = Change how the file is read
statistics-show-figures = Show the figures
statistics-look-again = Show again
statistics-proposed = { $what } (proposed)
statistics-not-chosen = Let the file decide
statistics-kind = Measure
statistics-moment = Time
statistics-moment-hint = Write a year with four digits, such as 2019.
statistics-moment-wrong = “{ $typed }” is not a time. Write a year as 2019, a day as 2019-12-31 or a month as 2019M12.
statistics-separator = The sign before three digits
statistics-which-ages = Ages
statistics-contents = Contents
statistics-contents-none = without a name
statistics-region-column = Column with municipality
statistics-figures-column = Column with figures
statistics-divides-label = Division
statistics-divides = The column { $name }
statistics-sum-all = Add all together
statistics-mean = { $year }, the mean of its twelve months
statistics-sheet = Sheet
statistics-sheet-hint = Another sheet is another table, so the choices begin anew.
statistics-sheet-show = Show the sheet
statistics-columns = The columns of the file
statistics-column = Column
statistics-column-examples = For example
statistics-column-role = Read as
statistics-column-is = { $name } is read as
statistics-different = ({ $count } different)
statistics-more-columns = { $count } more columns are not shown here.
statistics-role-region = municipality
statistics-role-time = time
statistics-role-age = age
statistics-role-sex = sex
statistics-role-contents = contents
statistics-role-figures = figures
statistics-role-other = divides the figures
statistics-role-ignored = not used
statistics-reading = How it is read
statistics-found = What the file holds
statistics-format = Format
statistics-file-title = Title
statistics-rows = Rows
statistics-times = Times
statistics-ages = Ages in the file
statistics-sexes = Sexes
statistics-matched = { $matched } of the country's { $all } municipalities
statistics-absent = Not in the file:
statistics-left-out = Sums that are not read
statistics-unknown = Not recognised, not read
statistics-unknown-at = “{ $text }”, { $place }
statistics-at-row = row { $number }
statistics-at-value = value number { $number }
statistics-more = and { $count } more
statistics-notes = Notes in the file
statistics-result = { $kind } { $year }
statistics-sum-of = { $known ->
    [one] The sum for one municipality is { $sum }.
   *[other] The sum for { $known } municipalities is { $sum }.
  }
statistics-country-same = It is also the file's own figure for the country.
statistics-country-other = The file's own figure for the country is { $own }. Find out why they differ before you read it in.
statistics-country-own = The file's own figure for the country is { $own }.
statistics-holes = Not every municipality has a figure
statistics-holes-says = The sum is therefore not that of the whole country. A municipality without a figure is not known; it does not count as zero.
statistics-holes-count = { $count ->
    [one] One municipality:
   *[other] { $count } municipalities:
  }
statistics-first-rows = The first rows
statistics-stands-same-title = The same figures have been read in already
statistics-stands-same = { $kind } { $year } was read in on { $day }, with the same figure for every municipality. You need not read it in again.
statistics-stands-other-title = There are figures already
statistics-stands-other = { $kind } { $year } was read in on { $day }. { $count ->
    [one] One municipality gets another figure.
   *[other] { $count } municipalities get another figure.
  } The new figures apply instead. The older ones remain in the list.
statistics-read-in = Read the figures in
statistics-source-hint = Who published the figures and which table it is. At most 200 characters.
statistics-tick-preliminary = The figures are preliminary
statistics-tick-illustrative = The figures are illustrative
statistics-tick-illustrative-hint = Tick this if they are not the municipalities' real figures but show how the model reckons.
statistics-another-file = Choose another file
statistics-saved = The figures have been read in.
statistics-already = The same figures had been read in already. Nothing has changed.
statistics-said-staircase = The equity staircase is saved.
statistics-staircase = The equity staircase
statistics-staircase-amount = At most, kronor
statistics-staircase-change = Write the steps
statistics-staircase-empty = No steps are noted.
statistics-staircase-from = From
statistics-staircase-hint = One step on each line: from; to; per cent; at most; valid from; source. Amounts in kronor, the day as 2025-01-01. Leave empty what there is none of.
statistics-staircase-lead = In 2013 the National Council recommended a staircase for reasonable equity. Its steps are not known here. Whoever has them notes them with their source; until then no reasonable level is reckoned.
statistics-staircase-share = At most, per cent
statistics-staircase-source = Source
statistics-staircase-steps = Steps
statistics-staircase-to = To
statistics-staircase-valid = Valid from
statistics-staircase-year = Year
