### Search.

search = Search
search-lead = Search the cases, initiatives, meetings and people that you may read. Words are found in most of their forms too.
search-words = Words
search-kind = Kind
search-ask = Write one or more words. All of them must be there.
search-nothing = Nothing that you may read has all of the words. Try fewer words, or another.
search-found = { $count ->
    [one] 1 hit
   *[other] { $count } hits
}
search-more = The { $shown } that answer best are shown. Write one more word to get fewer.
search-cases = Cases
search-case = Case
search-initiatives = Initiatives
search-initiative = Initiative
search-meetings = Meetings
search-meeting = Meeting
search-people = People
search-person = Person
