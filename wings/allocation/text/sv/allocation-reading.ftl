### Scenariorapporter och beslutsunderlag, lästa på en sida.

allocation-reading-scenario = Scenariorapport
allocation-reading-decision = Beslutsunderlag
allocation-reading-area = Område
allocation-reading-concerns = Gäller
allocation-reading-reckoned = Räknat
allocation-reading-dated = Daterat
allocation-reading-case-number = Diarienummer
allocation-reading-made-by = Upprättad av
allocation-reading-basis = Underlag
allocation-reading-statistics = Statistik från
allocation-reading-illustrative = Siffrorna är illustrativa
allocation-reading-rounded = Beloppen är avrundade till hela kronor.
allocation-reading-unknown = inte känt
allocation-reading-not-reckoned = inte räknat

allocation-reading-shows = Vad scenariot visar
allocation-reading-parties = Vad parterna betalar
allocation-reading-associations = Förbunden före och efter
allocation-reading-members = Vad varje medlem betalar
allocation-reading-caveats = Att tänka på
allocation-reading-how = Så är det räknat
allocation-reading-strategy = Omfördelning
allocation-reading-sources = Källor

allocation-reading-background = Bakgrund
allocation-reading-question = Frågan
allocation-reading-alternatives = Alternativen
allocation-reading-alternative = Alternativ
allocation-reading-for = Talar för
allocation-reading-against = Talar emot
allocation-reading-compared = Alternativen jämförda
allocation-reading-now = I dag
allocation-reading-assessment = Bedömning
allocation-reading-proposal = Förslag till beslut
allocation-reading-appendices = Bilagor

allocation-reading-party = Part
allocation-reading-member = Medlem
allocation-reading-association = Förbund
allocation-reading-when = När
allocation-reading-before = Före
allocation-reading-after = Efter
allocation-reading-difference = Skillnad
allocation-reading-state = Staten
allocation-reading-region = Region
allocation-reading-regions = Regionerna
allocation-reading-municipality = Kommun
allocation-reading-municipalities = Kommunerna
allocation-reading-all = Alla parter
allocation-reading-base = Grundtilldelning
allocation-reading-need-part = Behovsdel
allocation-reading-becomes = blir
allocation-reading-new = nytt förbund
allocation-reading-ends = upphör
allocation-reading-bars = Staplarna visar allas medel i förbunden.
allocation-reading-bars-some =
    { $count ->
        [one] Det förbund visas som ändras mest; alla står i tabellen.
       *[other] De { $count } förbund visas som ändras mest; alla står i tabellen.
    }
