### Fördelning: räkna på statens tilldelning, jämföra, gruppera, spara och skriva beslutsunderlag.

## Ord

allocation-unknown = inte känt
allocation-none = finns inte
allocation-state = Staten
allocation-regions = Regioner
allocation-municipalities = Kommuner
allocation-region = Region
allocation-municipality = Kommun
allocation-all = Alla tillsammans
allocation-kind-same = Oförändrat
allocation-kind-merged = Sammanslagning
allocation-kind-split = Delning
allocation-kind-new = Nytt förbund
allocation-kind-ended = Upphör
allocation-kind-regrouped = Ny indelning
allocation-before = Före
allocation-after = Efter
allocation-before-small = före
allocation-after-small = efter
allocation-difference = Skillnad
allocation-percent = Procent
allocation-amount = Kronor
allocation-why = Varför?

## Räkna

allocation-title = Fördelning
allocation-lead = Ändra något och se genast vad det betyder för varje förbund och varje medlem.
allocation-reckoning = Räkna
allocation-views = Delar av fördelningen
allocation-answer = Svaret
allocation-controls = Det du ändrar
allocation-no-answer = Rätta det som står ovan, så räknas svaret ut.
allocation-failed = Det gick inte att räkna om just nu. Tryck på Räkna om för att försöka igen.
allocation-looked-at = Vad vi räknar på
allocation-county = Län
allocation-whole-country = Hela landet
allocation-basis = Så räknas det
allocation-basis-held = Behovsdelarna ligger fast
allocation-basis-held-hint = Varje kommun behåller sin behovsdel. Bara grundtilldelning och tak ändras.
allocation-basis-whole = Hela landet räknas om
allocation-basis-whole-hint = Statens total fördelas om mellan landets alla förbund.
allocation-statistics = Statistik från år
allocation-statistics-known = den som är inlagd
allocation-year = År
allocation-year-hint = Styr vilken andel som gäller när medlemmarna har en tabell med andelar för varje år.
allocation-parameters = Statens modell
allocation-base = Grundtilldelning till varje förbund
allocation-base-hint = Det varje förbund får innan behovet räknas.
allocation-total = Statens total
allocation-total-hint = Det staten ger till alla förbund under ett år.
allocation-need = Behovet räknas till, procent
allocation-need-hint = Resten räknas efter invånare 16–64 år.
allocation-brake = Spärr mot stora minskningar
allocation-brake-percent = Högsta minskning på ett år, procent
allocation-brake-hint = Räknas från föregående års belopp.
allocation-exception = Spärren skyddar inte den som har eget kapital över skälig nivå
allocation-strategy = Omfördelning
allocation-strategy-hint = Statens egen regel är inte känd. Det här är ett antagande som du väljer.
allocation-strategy-scale = Gemensam skalfaktor
allocation-strategy-scale-says = Alla förbunds behovsdelar räknas om med samma faktor tills summan stämmer.
allocation-strategy-equal = Lika belopp
allocation-strategy-equal-says = Alla förbund höjs eller sänks med samma belopp tills summan stämmer.
allocation-strategy-inhabitants = Efter invånare
allocation-strategy-inhabitants-says = Det som blir över eller saknas fördelas efter invånare 16–64 år.
allocation-strategy-keep = Ingen omfördelning
allocation-strategy-keep-says = Det som ett förbund inte kan ta emot delas inte ut till andra.
allocation-held-only = Statens total, vikterna och spärren påverkar bara en beräkning där hela landet räknas om.
allocation-reckon = Räkna om
allocation-slider = { $what }, reglage

## Ändringar

allocation-changes = Ändringar
allocation-changes-none = Inga ändringar än.
allocation-try = Prova till exempel att
allocation-try-merge = slå ihop { $names } till ett förbund
allocation-earlier = Tidigare
allocation-remove = Ta bort
allocation-change-number = ändring { $number }
allocation-did-merge = { $names } slås ihop till { $name }.
allocation-did-merge-anew = { $names } slås ihop till { $name }, som inte har något belopp föregående år.
allocation-did-split = { $name } delas i { $parts }.
allocation-did-move = { $municipality } flyttar till { $to }.
allocation-did-leave = { $municipality } lämnar sitt förbund.
allocation-did-new = { $name } bildas av { $municipalities }.
allocation-did-total = Statens total blir { $amount }.
allocation-did-base = Grundtilldelningen till varje förbund blir { $amount }.
allocation-did-keys = Nycklarna blir { $need } för behov och { $inhabitants } för invånare.
allocation-did-brake = Spärren blir högst { $percent } mindre än året före.
allocation-did-brake-off = Spärren stängs av.
allocation-did-strategy = Omfördelningen blir: { $name }.
allocation-did-cap = { $name } kan ta emot högst { $amount } från staten.
allocation-did-cap-none = { $name } har inget tak.
allocation-did-statistics = Statistiken är från { $year }.
allocation-add = Lägg till en ändring
allocation-add-merge = Slå ihop förbund
allocation-add-split = Dela ett förbund
allocation-add-move = Flytta en kommun
allocation-add-leave = En kommun lämnar
allocation-add-new = Bilda ett nytt förbund
allocation-add-cap = Sätt ett tak
allocation-do-merge = Slå ihop
allocation-do-split = Dela
allocation-do-move = Flytta
allocation-do-leave = Låt kommunen lämna
allocation-do-new = Bilda
allocation-do-cap = Sätt taket
allocation-merge-which = Vilka slås ihop?
allocation-new-name = Vad ska det nya förbundet heta?
allocation-merge-anew = Räkna det nya förbundet utan belopp föregående år
allocation-merge-anew-hint = Annars räknas de gamla förbundens sammanlagda belopp, och spärren utgår från det. Modellen säger inte vilket som gäller.
allocation-split-which = Vilket förbund delas?
allocation-split-first = Välj förbundet, så visas dess kommuner.
allocation-split-show = Visa kommunerna
allocation-split-how = Vilken del hör varje kommun till?
allocation-part-1 = Första delen
allocation-part-2 = Andra delen
allocation-part-3 = Tredje delen
allocation-part-1-name = Vad ska den första delen heta?
allocation-part-2-name = Vad ska den andra delen heta?
allocation-part-3-name = Vad ska den tredje delen heta?
allocation-move-which = Vilken kommun flyttar?
allocation-move-to = Till vilket förbund?
allocation-leave-which = Vilken kommun lämnar?
allocation-new-which = Vilka kommuner bildar det?
allocation-cap-which = Vilket förbund gäller det?
allocation-cap-amount = Högst så mycket från staten
allocation-cap-hint = Lämna tomt om det inte ska finnas något tak.

## Svaret

allocation-now = har { $who } tillsammans under ett år. Staten ger hälften, { $state }.
allocation-less = { $amount } mindre
allocation-more = { $amount } mer
allocation-same = Lika mycket
allocation-change-for = om året för { $who }: från { $before } till { $after } ({ $percent }).
allocation-same-for = Tillsammans har { $who } fortfarande { $after } om året.
allocation-who-county = { $count ->
    [one] förbundet i { $county }
   *[other] förbunden i { $county }
  }
allocation-who-all = { $count ->
    [one] förbundet
   *[other] landets { $count } förbund
  }
allocation-who-gets = { $more ->
    [0] Inget förbund
    [1] Ett förbund
   *[other] { $more } förbund
  } får mer och { $less ->
    [0] inget
    [1] ett
   *[other] { $less }
  } får mindre.
allocation-sum-unknown = Summan kan inte räknas, eftersom någon uppgift inte är känd.
allocation-save = Spara scenariot
allocation-start-over = Börja om
allocation-what-happens = Vad som händer
allocation-key-figures = Nyckeltal för hela landet, kronor
allocation-key-figures-in = Nyckeltal för { $county }, kronor
allocation-figure = Uppgift
allocation-associations = Antal förbund
allocation-state-base = Grundtilldelning
allocation-state-need = Behovsdel
allocation-lost = Försvinner
allocation-bars = Statens pengar, före och efter
allocation-bars-now = Statens pengar till varje förbund
allocation-bars-more = { $count ->
    [one] Ett förbund till står i tabellen.
   *[other] { $count } till står i tabellen.
  }
allocation-association = Förbund
allocation-associations-table = Förbunden: allas pengar under ett år, kronor
allocation-per-before = Per invånare före
allocation-per-after = Per invånare
allocation-together = tillsammans
allocation-ends = upphör
allocation-new = nytt
allocation-state-table-open = Visa grundtilldelning och behovsdel för varje förbund
allocation-state-table = Statens del, kronor
allocation-members = Vad varje medlem betalar
allocation-members-of = Vilka medlemmar
allocation-members-all = Alla
allocation-members-show = Visa alla { $count } medlemmar
allocation-members-table = Medlemmarnas bidrag under ett år, kronor
allocation-member = Medlem
allocation-party = Part
allocation-whole-kronor = Beloppen visas i hela kronor. Följ ett belopp för att se öret och varför det blev så.

## Varför

allocation-why-association = Varför får { $name } { $amount } av staten?
allocation-why-member = Varför betalar { $name } { $amount }?
allocation-why-member-unknown = Vad betalar { $name }?
allocation-why-before = Så blev det före ändringarna.
allocation-why-after = Så blir det efter ändringarna.
allocation-why-back = Tillbaka till beräkningen
allocation-why-members = Vad medlemmarna betalar
allocation-why-members-table = Medlemmarnas bidrag till förbundet
allocation-why-not-paid = Medlemmarnas bidrag kan inte räknas:
allocation-why-base = Varje förbund får { $amount } i grundtilldelning.
allocation-why-held = Behovsdelen är { $amount }. Den är känd sedan tidigare och ligger fast här.
allocation-why-cap = Högst { $amount } kan tas emot.
allocation-why-no-cap = Inget tak är angivet.
allocation-why-sum = Tillsammans blir det { $amount } från staten.
allocation-why-several = Medlemmen är med i { $count } förbund.
allocation-part-of-all = Del av allas pengar
allocation-key-figure = Nyckelns tal
allocation-key-share = Andel av parten
allocation-exact = Exakt
allocation-pays = Betalar
allocation-half = hälften
allocation-quarter = en fjärdedel
allocation-shared = som delas
allocation-step-state = Staten ger förbundet { $amount }.
allocation-step-all = De andra ger lika mycket, så tillsammans blir det { $amount }.
allocation-step-part = Partens del är { $part } av det: { $amount }.
allocation-both-quarters = båda fjärdedelarna
allocation-step-alone = { $name } är ensam i sin part och betalar hela delen.
allocation-step-exact = Exakt blir det { $exact }. I hela ören betalas { $amount }.
allocation-key-inhabitants = Nyckeln är invånare 18–64 år: { $name } har { $own } av { $sum }, { $share }.
allocation-key-agreed = Nyckeln är avtalad: { $name } har { $own } andelar av { $sum }, { $share }.
allocation-key-table = Nyckeln är årets tabell: { $name } har { $own } andelar av { $sum }, { $share }.
allocation-undecided = { $amount } är inte avgjort mellan { $names }, som har exakt lika stor rest.

## Kartor

allocation-map-county = Karta över { $county }
allocation-map-county-same = { $count ->
    [one] Kommunen hör
   *[other] De { $count } kommunerna hör
  } till { $names }. Bokstaven visar vilket förbund.
allocation-map-county-says = { $count ->
    [one] Kommunen hör
   *[other] De { $count } kommunerna hör
  } före till { $before }, efter till { $after }.
allocation-map-alone = Inget förbund
allocation-map-country = Karta över landet
allocation-map-lowest = Störst minskning från staten: { $name }, { $change }.
allocation-map-highest = Störst ökning från staten: { $name }, { $change }.
allocation-map-nothing = Ingen får mer eller mindre från staten.
allocation-map-much-less = minst 5 % mindre
allocation-map-less = mindre
allocation-map-same = lika mycket
allocation-map-more = mer
allocation-map-much-more = minst 5 % mer
allocation-map-table = Samma uppgifter står i tabellen nedan.

## Sparade scenarier

allocation-saved = Sparade scenarier
allocation-saved-lead = Scenarier som någon har sparat, med vad de betyder nu.
allocation-saved-none = Inget scenario är sparat än.
allocation-saved-none-hint = Räkna på en ändring och spara den, så finns den här.
allocation-saved-none-wait = När någon sparar ett scenario finns det här.
allocation-to-calculator = Till räknaren
allocation-saved-table = Sparade scenarier, kronor
allocation-scenario = Scenario
allocation-all-after = Alla tillsammans
allocation-saved-on = Sparat den
scenario-counted = { $count ->
    [one] scenario
   *[other] scenarier
  }
scenario-stands = Sparat
scenario-discarded = Kasserat
scenario-state = Läge
scenario-search = Sök
allocation-saved-by = Sparat av
allocation-choose = Välj
allocation-choose-it = Jämför { $name }
allocation-compare-hint = Välj två till fyra scenarier.
allocation-compare-do = Jämför valda
allocation-discarded-tag = kasserat
allocation-discarded-on = Kasserat
allocation-save-do = Spara
allocation-name = Namn
allocation-name-hint = Så att andra förstår, som ”Ett länsförbund”.
allocation-description = Beskrivning
allocation-saved-cannot = Scenariot kan inte räknas ut med dagens uppgifter.
allocation-new-from = Gör ett nytt utifrån det här
allocation-rename = Ändra namn och beskrivning
allocation-discard = Kassera
allocation-restore = Ta tillbaka

## Jämför

allocation-compare = Jämför scenarier
allocation-compare-few = Välj minst två scenarier att jämföra.
allocation-compare-choose = Välj bland sparade scenarier
allocation-compare-says = { $most } ger mest pengar tillsammans. { $least } ger minst. Skillnaden är { $apart } om året.
allocation-compare-same = Alla ger lika mycket pengar tillsammans: { $amount } om året.
allocation-compare-sums = Sammanlagt under ett år, kronor
allocation-bases-differ = Räknade på olika sätt.
allocation-bases-differ-says = I några scenarier ligger behovsdelarna fast, i andra räknas hela landet om. Beloppen kan därför skilja sig åt av andra skäl än ändringarna.
allocation-against-today = Skillnad mot före
allocation-most = mest
allocation-least = minst
allocation-open = Öppna

## Gruppera

allocation-grouping = Pröva alla grupperingar
allocation-grouping-lead = { $county } har { $count } kommuner. De kan grupperas i förbund på { $ways } sätt, och alla prövas.
allocation-grouping-cannot = Kommunerna är för många för att alla sätt ska kunna prövas.
allocation-grouping-which = Vilka kommuner?
allocation-grouping-do = Pröva alla
allocation-administration = Vad ett förbund kostar att administrera under ett år
allocation-administration-hint = Kansli, styrelse, revision och ekonomi. Beloppet dras av för varje förbund.
allocation-objective = Vad är bäst?
allocation-objective-activity = Mest pengar till verksamhet sammanlagt
allocation-objective-state = Mest pengar från staten
allocation-objective-even = Minst skillnad mellan största och minsta förbundets verksamhet
allocation-objective-weakest = Mest verksamhet per invånare i det förbund som har minst
allocation-least-activity = Minst så mycket till verksamhet i varje förbund
allocation-least-activity-hint = Lämna tomt om det inte finns något krav.
allocation-fewest = Minsta antal förbund
allocation-most-associations = Största antal förbund
allocation-pool = Vad händer med landets pott?
allocation-pool-follows = Den ändras när antalet förbund ändras
allocation-pool-held = Den ligger fast som den är i dag
allocation-grouping-going = Prövar grupperingar i { $county }
allocation-grouping-far = Så långt har prövningen kommit
allocation-grouping-tried = { $tried } av { $of } grupperingar är prövade.
allocation-grouping-leave = Du kan lämna sidan och komma tillbaka. Prövningen fortsätter.
allocation-grouping-look = Se hur långt den har kommit
allocation-grouping-stop = Avbryt
allocation-grouping-found = Bästa grupperingen i { $county }
allocation-grouping-failed = Prövningen gav inget svar.
allocation-grouping-none = Ingen gruppering uppfyller kraven.
allocation-grouping-evaluated = { $evaluated } grupperingar är prövade. { $admissible } av dem uppfyller kraven.
allocation-before-rounding = Beloppen är före avrundning till hela tusental kronor.
allocation-grouping-open = Öppna i räknaren
allocation-grouping-again = Pröva med andra krav
allocation-grouping-best = { $count ->
    [one] Ett förbund är bäst
   *[other] { $count } förbund är bäst
  }
allocation-grouping-best-word = bäst
allocation-grouping-is-today = Så är det redan i dag.
allocation-grouping-against = I dag är det { $count ->
    [one] ett förbund
   *[other] { $count } förbund
  }: { $today }. Skillnaden är { $difference }.
allocation-grouping-today-not = Dagens gruppering uppfyller inte kraven, eller går inte att jämföra.
allocation-grouping-tie = Oavgjort.
allocation-grouping-tie-says = { $count ->
    [one] En annan gruppering är precis lika bra.
   *[other] { $count } andra grupperingar är precis lika bra.
  }
allocation-grouping-best-table = Den bästa grupperingen, kronor under ett år
allocation-grouping-today-table = Dagens gruppering, kronor under ett år
allocation-activity = Till verksamhet
allocation-by-count = Bäst för varje antal förbund
allocation-value = Värde
allocation-equally-good = Lika bra
allocation-grouping-one = En av dem
allocation-kr-per-inhabitant = { $amount } kr per invånare

## Beslutsunderlag

allocation-papers = Beslutsunderlag
allocation-papers-lead = Alternativ att välja mellan, med vad de kostar och vad som talar för och emot.
allocation-papers-none = Inget beslutsunderlag är skrivet än.
allocation-paper = Beslutsunderlag
allocation-paper-new = Nytt beslutsunderlag
allocation-paper-edit = Ändra beslutsunderlaget
allocation-paper-save = Spara underlaget
allocation-paper-title = Rubrik
allocation-written-on = Skrivet den
paper-counted = { $count ->
    [one] beslutsunderlag
   *[other] beslutsunderlag
  }
paper-stands = Gäller
paper-discarded = Undanlagt
paper-search = Sök
allocation-written-by = Skrivet av
allocation-alternatives = Alternativ
allocation-alternative = Alternativ
allocation-alternative-number = Alternativ { $number }
allocation-alternative-name = Alternativets namn
allocation-alternative-means = Vad det betyder
allocation-alternative-scenario = Sparat scenario som siffrorna hämtas från
allocation-alternatives-more = Högst { $most } alternativ. Spara, så kommer ett tomt alternativ till.
allocation-no-scenario = Inga siffror
allocation-background = Bakgrund
allocation-proposal = Förslag till beslut
allocation-for = Talar för
allocation-against = Talar emot
allocation-one-per-line = Ett argument på varje rad.
allocation-template-says = Börja med alternativ och argument som länet har vägt förut ({ $source }):
allocation-template = Fyll i formuläret med dem
allocation-sums = Alternativ { $number }, kronor under ett år
allocation-stands-on = Siffrorna kommer från scenariot
allocation-side-by-side = Alternativen bredvid varandra
allocation-side-by-side-table = Allas pengar under ett år, kronor
allocation-not-reckoned = Utan siffror: { $names }.
allocation-case-number = Diarienummer
allocation-question = Vad som ska avgöras
allocation-assessment = Bedömning
allocation-proposal-hint = En att-sats på varje rad.
allocation-paper-discard = Lägg underlaget åt sidan
allocation-paper-restore = Ta tillbaka underlaget
