### Search.

search = Search
search-lead = Search the cases, initiatives, meetings and people that you may read. Words are found in most of their forms too.
search-words = Words
search-kind = Kind
search-ask = Write one or more words. All of them must be there.
search-nothing = Nothing that you may read has all of the words. Try fewer words, or another.
search-hits = Hits
search-counted = { $count ->
    [one] hit
   *[other] hits
  }
search-hit = Hit
search-about = About
search-association = Association
search-cases = Cases
search-case = Case
search-initiatives = Initiatives
search-initiative = Initiative
search-meetings = Meetings
search-meeting = Meeting
search-people = People
search-person = Person
