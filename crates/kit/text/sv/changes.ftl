### Vad som skiljer två versioner.

change-whole = Visa hela texten
change-field = Uppgift
change-before = Före
change-now = Efter
change-mine = Det du skrev
change-empty = (tomt)
change-clash = Ni har båda ändrat
changed-by-another = Det här har ändrats medan du skrev
changed-by-another-says = Det du skrev står kvar i formuläret. När du sparar gäller det du skrev; för in det du vill behålla från den andra.
