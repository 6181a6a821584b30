### Sökning.

search = Sök
search-lead = Sök bland ärenden, insatser, sammanträden och personer som du får läsa. Ord hittas också i de flesta böjningar.
search-words = Sökord
search-kind = Slag
search-ask = Skriv ett eller flera ord. Alla ska finnas med.
search-nothing = Inget av det du får läsa innehåller alla orden. Pröva med färre ord eller ett annat.
search-hits = Träffar
search-counted = { $count ->
    [one] träff
   *[other] träffar
  }
search-hit = Träff
search-about = Om
search-association = Förbund
search-cases = Ärenden
search-case = Ärende
search-initiatives = Insatser
search-initiative = Insats
search-meetings = Sammanträden
search-meeting = Sammanträde
search-people = Personer
search-person = Person
