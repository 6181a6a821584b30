### Inloggningen, på väg till vilken sida som helst.

email = E-postadress
password = Lösenord
login-help = Har du inget lösenord? Be den som bjöd in dig om en ny länk.
login-demo = Demonstrationens inloggningar står i tabellen som programmet skrev ut när det startade.
login-kept-title = Du har blivit utloggad
login-kept = Det du skrev finns kvar. Logga in, så får du skicka det.
login-not-kept = Det du skrev är för långt för att följa med hit. Gå tillbaka i webbläsaren och kopiera det innan du loggar in.
login-needed = Logga in för att komma till sidan.
go-on-title = Du är inloggad igen
go-on-says = Det du skrev finns kvar. Ingenting har skickats än.
go-on = Skicka det jag skrev
go-on-see = Se det du skrev
