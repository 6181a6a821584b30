# Statistik: vilka siffror som finns, ett års siffror, och att läsa in en tabell.

statistics-title = Statistik
statistics-lead = Siffrorna som fördelningen räknas på: vilka år som finns, var de kommer ifrån och vad som saknas.
statistics-import = Läs in statistik
statistics-none = Ingen statistik är inläst än. Utan den kan fördelningen inte räknas.
statistics-none-who = Kansliet i ett samordningsförbund kan läsa in statistik.
statistics-used = räknas med nu
statistics-show = Visa varje kommuns siffror { $year }
statistics-kind-need = Försörjningsmått
statistics-kind-inhabitants = Invånare 16–64 år
statistics-kind-key-inhabitants = Invånare 18–64 år
statistics-illustrative = illustrativt
statistics-preliminary = preliminärt
statistics-with-figure = Kommuner med siffra
statistics-known = { $known } av { $all } kommuner
statistics-missing = Saknas
statistics-gap = { $count ->
    [one] En kommun: { $why }.
   *[other] { $count } kommuner: { $why }.
  }
statistics-why-empty = cellen är tom i källan
statistics-why-marked = källan har tecknet för att uppgift saknas
statistics-why-zero = källan har 0, som här betyder att ingen rapport har kommit
statistics-why-absent = finns inte i filen
statistics-names = Visa { $count } namn
statistics-source = Källa
statistics-file = Fil
statistics-read = Inläst
statistics-by = av
statistics-older = { $count ->
    [one] En äldre inläsning, som inte längre gäller
   *[other] { $count } äldre inläsningar, som inte längre gäller
  }
statistics-division = Landets indelning i förbund
statistics-division-says = Så är kommunerna indelade när hela landet räknas om.
statistics-division-none = Ingen indelning är inlagd. Utan den kan inte hela landet räknas om.
statistics-division-year = Gäller från år
statistics-division-municipalities = { $count } av { $all } är med i ett förbund

## Ett år

statistics-series = Alla serier
statistics-series-counted = { $count ->
    [one] serie
   *[other] serier
  }
statistics-series-search = Sök i år, källa och fil
statistics-year = År
statistics-standing = Läge
statistics-stands = Gäller
statistics-replaced = Ersatt
statistics-year-title = Statistik { $year }
statistics-search = Sök kommun
municipality-counted = { $count ->
    [one] kommun
   *[other] kommuner
  }
statistics-table-caption = Kommunernas siffror { $year }
statistics-code = Kod
statistics-county = Länskod
statistics-about = Om siffrorna
statistics-missing-cell = saknas:
statistics-sum-hint = Ingen summa visas där uppgift saknas för någon kommun: den skulle bli för låg.
statistics-sum-unknown = kan inte räknas, eftersom uppgift saknas för någon kommun
statistics-illustrative-title = Illustrativa siffror
statistics-illustrative-says = { $kind } { $year } är illustrativt. Siffrorna visar hur modellen räknar, inte kommunernas verkliga tal.
statistics-preliminary-title = Preliminära siffror
statistics-preliminary-says = { $kind } { $year } är preliminärt och kan ändras av källan.

## Välja fil

statistics-import-lead = Välj en fil med en tabell för kommuner. Du får se vad som läses, och vad som saknas, innan något sparas.
statistics-own-file = Egen fil
statistics-file-hint = CSV, kalkylblad (XLSX), JSON-stat eller PxWeb JSON. Högst { $megabytes } MB.
statistics-send = Visa vad som läses
statistics-shipped = Medföljande siffror
statistics-shipped-says = Invånare i varje kommun den 31 december 2019, från SCB, följer med Samordna. Läs in dem utan att välja en fil:
statistics-where = Var siffrorna finns
statistics-where-says = Hämta dem i SCB:s statistikdatabas, för alla kommuner. Du behöver inte ändra i filen.
statistics-where-inhabitants = Invånare: folkmängd efter region, ålder i ettårsklasser och kön.
statistics-where-need = Försörjningsmått: helårsekvivalenter 20–64 år. Att modellens mått är SCB:s summa av helårsekvivalenter är vår läsning; den är inte bekräftad.
statistics-where-link = SCB:s statistikdatabas
statistics-choose-again = Välj filen igen
statistics-gone-title = Filen finns inte kvar
statistics-gone-says = En fil som inte har lästs in sparas bara en stund. Välj den igen, så är du tillbaka på samma ställe.
statistics-no-file = Välj en fil.
statistics-empty-file = Välj en annan fil. Den här är tom.
statistics-large-file = Välj en fil på högst { $megabytes } MB. Hämta färre år eller färre åldrar åt gången.
statistics-garbled-file = Välj filen igen. Den kom inte fram hel.

## Förhandsvisning

statistics-preview = Så läses filen
statistics-preview-ready = Inget är sparat än. Kontrollera siffrorna och läs sedan in dem.
statistics-preview-choose = Svara på det som står här nedanför, så visas siffrorna. Inget är sparat än.
statistics-preview-faulty = Filen kan inte läsas så här. Gör det som står nedanför. Inget är sparat.
statistics-fault = Det här behöver rättas
statistics-choices = Val
statistics-choose-first = Att välja
statistics-choose-other = Ändra hur filen läses
statistics-show-figures = Visa siffrorna
statistics-look-again = Visa igen
statistics-proposed = { $what } (föreslaget)
statistics-not-chosen = Låt filen avgöra
statistics-kind = Mått
statistics-moment = Tid
statistics-moment-hint = Skriv ett år med fyra siffror, som 2019.
statistics-moment-wrong = ”{ $typed }” är inte en tid. Skriv ett år som 2019, en dag som 2019-12-31 eller en månad som 2019M12.
statistics-separator = Tecknet före tre siffror
statistics-which-ages = Åldrar
statistics-contents = Innehåll
statistics-contents-none = utan namn
statistics-region-column = Kolumn med kommun
statistics-figures-column = Kolumn med tal
statistics-divides-label = Uppdelning
statistics-divides = Kolumnen { $name }
statistics-sum-all = Summera alla
statistics-mean = { $year }, medelvärdet av årets tolv månader
statistics-sheet = Blad
statistics-sheet-hint = Ett annat blad är en annan tabell, så valen börjar om.
statistics-sheet-show = Visa bladet
statistics-columns = Filens kolumner
statistics-column = Kolumn
statistics-column-examples = Till exempel
statistics-column-role = Läses som
statistics-column-is = { $name } läses som
statistics-different = ({ $count } olika)
statistics-more-columns = { $count } kolumner till visas inte här.
statistics-role-region = kommun
statistics-role-time = tid
statistics-role-age = ålder
statistics-role-sex = kön
statistics-role-contents = innehåll
statistics-role-figures = tal
statistics-role-other = delar upp talen
statistics-role-ignored = används inte
statistics-reading = Så läses den
statistics-found = Vad filen innehåller
statistics-format = Format
statistics-file-title = Rubrik
statistics-rows = Rader
statistics-times = Tider
statistics-ages = Åldrar i filen
statistics-sexes = Kön
statistics-matched = { $matched } av landets { $all } kommuner
statistics-absent = Finns inte i filen:
statistics-left-out = Summor som inte läses
statistics-unknown = Känns inte igen, läses inte
statistics-unknown-at = ”{ $text }”, { $place }
statistics-at-row = rad { $number }
statistics-at-value = värde nummer { $number }
statistics-more = och { $count } till
statistics-notes = Anmärkningar i filen
statistics-result = { $kind } { $year }
statistics-sum-of = { $known ->
    [one] Summan för en kommun är { $sum }.
   *[other] Summan för { $known } kommuner är { $sum }.
  }
statistics-country-same = Det är också filens egen uppgift för riket.
statistics-country-other = Filens egen uppgift för riket är { $own }. Kontrollera vad skillnaden beror på innan du läser in.
statistics-country-own = Filens egen uppgift för riket är { $own }.
statistics-holes = Alla kommuner har inte en siffra
statistics-holes-says = Summan är därför inte hela landets. En kommun utan siffra är inte känd, den räknas inte som noll.
statistics-holes-count = { $count ->
    [one] En kommun:
   *[other] { $count } kommuner:
  }
statistics-first-rows = De första raderna
statistics-stands-same-title = Samma siffror är redan inlästa
statistics-stands-same = { $kind } { $year } lästes in den { $day }, med samma siffra för varje kommun. Du behöver inte läsa in dem igen.
statistics-stands-other-title = Det finns redan siffror
statistics-stands-other = { $kind } { $year } lästes in den { $day }. { $count ->
    [one] En kommun får en annan siffra.
   *[other] { $count } kommuner får en annan siffra.
  } De nya siffrorna gäller i stället. De äldre finns kvar i listan.
statistics-read-in = Läs in siffrorna
statistics-source-hint = Vem som har gett ut siffrorna och vilken tabell det är. Högst 200 tecken.
statistics-tick-preliminary = Siffrorna är preliminära
statistics-tick-illustrative = Siffrorna är illustrativa
statistics-tick-illustrative-hint = Kryssa i om de inte är kommunernas verkliga tal utan visar hur modellen räknar.
statistics-another-file = Välj en annan fil
statistics-saved = Siffrorna är inlästa.
statistics-already = Samma siffror var redan inlästa. Inget är ändrat.
statistics-said-staircase = Egetkapitaltrappan är sparad.
statistics-staircase = Egetkapitaltrappan
statistics-staircase-amount = Högst, kronor
statistics-staircase-change = Skriv trappans steg
statistics-staircase-empty = Inga steg är inlagda.
statistics-staircase-from = Från
statistics-staircase-hint = Ett steg på varje rad: från; till; procent; högst; gäller från; källa. Belopp i kronor, dagen som 2025-01-01. Lämna tomt det som inte finns.
statistics-staircase-lead = Nationella rådet rekommenderade 2013 en trappa för rimligt eget kapital. Stegen är inte kända här. Den som har dem skriver in dem med källa; till dess räknas ingen rimlig nivå.
statistics-staircase-share = Högst, procent
statistics-staircase-source = Källa
statistics-staircase-steps = Steg
statistics-staircase-to = Till
statistics-staircase-valid = Gäller från
statistics-staircase-year = År
