### What differs between two versions.

change-whole = Show the whole text
change-field = Field
change-before = Before
change-now = After
change-mine = What you wrote
change-empty = (empty)
change-clash = You have both changed it
changed-by-another = This has changed while you were writing
changed-by-another-says = What you wrote is still in the form. When you save, what you wrote applies; bring in what you want to keep from the other.
