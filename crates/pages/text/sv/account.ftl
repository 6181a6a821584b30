### Inloggning, konto och Min översikt.

email = E-postadress
password = Lösenord
login-help = Har du inget lösenord? Be den som bjöd in dig om en ny länk.
login-demo = Demonstrationens inloggningar står i tabellen som programmet skrev ut när det startade.
login-kept-title = Du har blivit utloggad
login-kept = Det du skrev finns kvar. Logga in, så får du skicka det.
login-needed = Logga in för att komma till sidan.
go-on-title = Du är inloggad igen
go-on-says = Det du skrev finns kvar. Ingenting har skickats än.
go-on = Skicka det jag skrev
go-on-see = Se det du skrev
logged-out = Du är utloggad.
invitation-title = Välkommen, { $name }
invitation-says = Välj ett lösenord, så kan du logga in.
invitation-accept = Spara och logga in
invitation-over = Länken kan inte användas
password-new = Nytt lösenord
password-again = Nytt lösenord igen
password-old = Nuvarande lösenord
password-hint = Minst 12 tecken. Fyra ord som inte hör ihop är lätt att minnas och svårt att gissa.
password-change = Byt lösenord
password-differs = Skriv samma lösenord två gånger.
password-changed = Lösenordet är bytt. Dina andra inloggningar är avslutade.
account-contact = Kontaktuppgifter
account-contact-says = Uppgifterna är till för att nå dig. Ditt namn i protokoll och beslut ändras inte härifrån.
account-language = Språk
language = Språk på sidorna
name = Namn
phone = Telefon
sessions = Inloggningar
sessions-says = Här är du inloggad just nu.
session-this = den här
session-since = Sedan
session-seen = Senast använd
session-end = Avsluta
sessions-end-others = Avsluta alla andra inloggningar
session-ended = Inloggningen är avslutad.
overview-lead = { $count ->
    [0] Hej { $name }.
    [one] Hej { $name }. En sak väntar på dig.
   *[other] Hej { $name }. { $count } saker väntar på dig.
  }
overview-nothing = Ingenting väntar på dig just nu.
overview-places = Dina förbund
overview-no-places = Du har inga uppdrag i något förbund just nu.
overview-late = Försenat
home-lead = Ett samordningsförbund låter kommuner, region, Försäkringskassan och Arbetsförmedlingen finansiera stöd tillsammans. Här ser du vad förbunden beslutar.
home-associations = Förbunden
home-county = Län
home-boards = Se vad som är anslaget
home-log-in = För dig som arbetar i ett förbund
