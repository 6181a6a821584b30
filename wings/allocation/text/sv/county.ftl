# Länet: det som flera förbund delar.

county-note-illustrative = Illustrativt.
county-note-missing = Saknas.
county-note-preliminary = Preliminärt.
county-note-source = Källor.
county-nothing = Det finns ännu ingen statistik och ingen indelning att räkna med.
county-nothing-link = Läs in statistik
county-output-paper = Underlaget
county-output-report = Rapporten
county-output-tables = Tabellerna
county-said-discarded = Scenariot är lagt åt sidan.
county-said-named = Namnet är ändrat.
county-said-paper = Underlaget är sparat.
county-said-paper-discarded = Underlaget är lagt åt sidan.
county-said-paper-restored = Underlaget är tillbaka.
county-said-restored = Scenariot är tillbaka.
county-said-saved = Scenariot är sparat.
county-somebody = någon utanför förbunden
county-view-calculator = Räkna
county-view-grouping = Gruppera kommuner
county-view-papers = Beslutsunderlag
county-view-scenarios = Sparade scenarier
county-view-statistics = Statistik
county-why = Varför detta belopp
