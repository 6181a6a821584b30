# Länet: det som flera förbund delar.

county-nothing = Det finns ännu ingen statistik och ingen indelning att räkna med.
county-nothing-link = Läs in statistik
county-note-illustrative = Illustrativt.
county-note-missing = Saknas.
county-note-preliminary = Preliminärt.
county-note-source = Källor.
county-view-calculator = Räkna
county-view-grouping = Gruppera kommuner
county-view-papers = Beslutsunderlag
county-view-scenarios = Sparade scenarier
county-view-statistics = Statistik
county-why = Varför detta belopp
