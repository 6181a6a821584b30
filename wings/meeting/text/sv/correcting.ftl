# Rätta: det som är felaktigt antecknat tas tillbaka, en punkt lämnas utan beslut, någon annan justerar.

correct-link = Rätta
correct-title = Rätta en uppgift
correct-says = Det du tar tillbaka gäller inte längre, men står kvar i historiken med vem, när och varför. Anteckna sedan det rätta.
correct-says-closed = Sammanträdet är avslutat. Det som hände kan kompletteras och rättas tills någon har justerat; det som beslutades ändras inte.
correct-nothing = Inget att ta tillbaka
correct-nothing-says = Här står det som kan tas tillbaka när något är antecknat.
correct-what = Vad är fel?
correct-why = Varför tas uppgiften tillbaka?
correct-why-hint = Till exempel: Fel person. Beloppet var felskrivet.
correct-do = Ta tillbaka
correct-rests = Går inte att ta tillbaka nu
correct-history = Rättat
correct-said = Uppgiften är tillbakatagen. Anteckna det rätta.

undecided-link = Lämna utan beslut
undecided-title = Lämna punkten utan beslut
undecided-says = Protokollet säger hur punkten slutade. Den kan tas upp igen vid ett senare sammanträde.
undecided-how = Hur slutar punkten?
undecided-postponed = Bordläggs
undecided-postponed-hint = Den kommer tillbaka vid ett senare sammanträde.
undecided-withdrawn = Utgår
undecided-withdrawn-hint = Den behandlas inte mer.
undecided-no-quorum = För få tjänstgör
undecided-no-quorum-hint = Organet är inte beslutsfört i punkten.
undecided-text = Mer om det
undecided-text-hint = Står i protokollet som det skrivs här.
undecided-do = Lämna utan beslut
undecided-said = Punkten är lämnad utan beslut.

attesters-link = Någon kan inte justera
attesters-title = När någon inte kan justera
attesters-nothing = Ingen väntar på justering
attesters-nothing-says = Innan sammanträdet är avslutat ändras justerarna under Ordförande, sekreterare och justerare.
attesters-refused = Någon har avstått från att justera
attesters-replace = Låt någon annan justera
attesters-replace-says = Den som ersätter ska ha tjänstgjort vid sammanträdet. I protokollet står vem som justerar i stället för vem, och hur det är bestämt.
attesters-instead-of = I stället för
attesters-by = Justerar
attesters-decided = Varför, och hur är det bestämt?
attesters-decided-hint = Till exempel: Sjuk. Styrelsens beslut den 8 maj 2026, § 12.
attesters-replace-do = Byt justerare
attesters-replaced = Justeraren är utbytt.
attesters-later = Justering vid ett senare sammanträde
attesters-later-says = Organet kan självt justera protokollet. Välj punkten där det beslutades.
attesters-later-none = Inget senare sammanträde med justerat protokoll har beslutat något. Sätt upp en punkt om justeringen på nästa dagordning.
attesters-later-item = Punkt
attesters-later-do = Anteckna justeringen
attesters-later-said = Protokollet är justerat av ett senare sammanträde.

attest-refuse = Något är fel, eller du kan inte justera
attest-refuse-says = Den som för protokollet får veta det, och kan rätta och skriva ut på nytt. Du kan fortfarande justera efteråt.
attest-refuse-where = Var är felet?
attest-refuse-whole = Hela protokollet
attest-refuse-why = Vad är fel, eller varför justerar du inte?
attest-refuse-do = Lämna till sekreteraren
attest-refuse-said = Den som för protokollet ser vad du har skrivit.

attendance-namesake = Det är en annan person än den i listan som heter så
