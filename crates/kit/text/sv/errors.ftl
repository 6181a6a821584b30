### När något inte gick: varför, och vad man gör i stället.

summary-title = { $count ->
    [one] Ett fält behöver rättas
   *[other] { $count } fält behöver rättas
  }
law-title = Reglerna hindrar det här
kept = Det du skrev finns kvar nedan.
reason-title = Reglerna ber om ett skäl
reason-says = Du kan gå vidare om du skriver ett skäl. Skälet sparas med beslutet och visas för den som läser det.
reason-label = Skäl till avvikelsen
reason-hint = Skriv så att en utomstående förstår, till exempel en revisor.
order-title = Det går inte att göra nu
changed-title = Någon annan hann före
changed-instead = Läs vad som har ändrats. Skicka sedan igen om det fortfarande stämmer.
denied-title = Du har inte behörighet till det här
denied-what = Sidan är för den som får
denied-who = Det får den som är:
denied-reach = Kontakta förbundets kansli om du behöver behörighet.
not-found-title = Sidan finns inte
not-found-says = Adressen leder ingenstans. Den kan vara felskriven, eller så har sidan tagits bort.
not-found-thing = Här finns inget sådant: { $what }.
fault-title = Något gick fel hos oss
fault-says = Felet är vårt och har antecknats. Det du redan har sparat är kvar. Försök igen om en stund.
fault-number = Ange det här numret om du kontaktar oss:
too-large-title = Det du skickade är för stort
too-large-says = Ett formulär får innehålla högst 1 megabyte text. Korta texten eller dela upp den, och skicka igen.
garbled-title = Formuläret kunde inte läsas
garbled-says = Det som skickades var inte ett ifyllt formulär. Gå tillbaka till sidan, fyll i formuläret och skicka igen.
cross-title = Formuläret kom från en annan webbplats
cross-says = För din säkerhet tar vi bara emot formulär från våra egna sidor. Öppna sidan här och skicka igen.
slow-title = Det tog för lång tid
slow-says = Servern hann inte svara. Försök igen om en stund.
stalled-title = Det du skickade kom inte fram i tid
stalled-says = Förbindelsen stannade av mitt i. Kontrollera nätet och skicka igen.
too-many-title = Det går för fort
too-many-says = Du har bett om mycket på kort tid. Vänta en stund och försök igen.
too-many-wait = { $seconds ->
    [one] Om en sekund går det igen.
   *[other] Om { $seconds } sekunder går det igen.
  }
away-title = Det går inte att spara eller hämta just nu
away-says = Uppgifterna går inte att nå just nu. Vänta en stund och försök igen. Det du redan har sparat är kvar.
full-title = Det finns inte plats att spara mer
full-says = Lagringen är full. Säg till den som driver webbplatsen. Det du redan har sparat är kvar och går att läsa.
waiting-title = Det du skrev finns kvar
waiting-says = Ingenting har sparats än. Vänta en stund och skicka igen.
waiting-in-browser = Det du skrev är för långt för att visas här. Gå tillbaka i webbläsaren, så finns det kvar där.
method-title = Adressen används inte så
method-says = Sidan finns, men den kan inte anropas på det sättet. Gå till sidan och använd dess knappar.
to-overview = Till Min översikt
to-start = Till startsidan
