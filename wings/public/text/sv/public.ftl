### Det som vem som helst läser: förstasidan, anslagstavlorna och reglerna.

rules-lead = Varje regel som systemet prövar, vad den frågar efter och var den står.
rules-all = Alla regler
rules-sections = Lagrummen, återgivna med egna ord
rule = Regel
rule-counted = { $count ->
    [one] regel
   *[other] regler
  }
rule-search = Sök i regel och fråga
rule-modality = Styrka
rule-question = Fråga
rule-why = Varför
rule-doubt = Osäkert
rule-awaits = Prövas inte än
rule-cites = Var det står
rule-from = Från och med
rule-until = till och med
rule-facts = Vad den tittar på
rule-means-must = ska: lagen kräver det, och den som inte följer den stoppas
rule-means-should = bör: det går att avvika, med ett skriftligt skäl
rule-means-info = upplysning: ingenting hindras
section-own-words = Det här är en återgivning med egna ord
section-official = Läs den officiella texten
section-wordings = Lydelser
section-rules = Regler som bygger på detta
modality-must = ska
modality-should = bör
modality-info = att känna till

boards-lead = Protokoll som har justerats tillkännages här. Du behöver inte logga in.
board-current = Anslag som gäller nu
board-all = Alla anslag
board-counted = { $count ->
    [one] anslag
   *[other] anslag
  }
board-search = Sök i förbund och organ
board-association = Förbund
board-state = Läge
board-is-up = Uppe
board-is-down = Nedtaget
board-year = År
board-none = Inga protokoll har anslagits än.
board-empty = Inga anslag är uppe just nu.
board-minutes = Protokoll
board-body = Organ
board-held = Sammanträdet hölls
board-attested = Protokollet justerades
board-appeal-until = Beslut kan överklagas till och med
board-appeal-open = Överklagandetiden pågår
board-court = Överklagande lämnas till
board-appeal-how = Så överklagar du
board-kept-at = Protokollet förvaras på
board-where = Anslagstavlor
board-whose = Anslagstavla hos
board-up = Uppsatt
board-down = Nedtaget
board-planned = planerat

home-lead = Ett samordningsförbund låter kommuner, region, Försäkringskassan och Arbetsförmedlingen finansiera stöd tillsammans. Här ser du vad förbunden beslutar.
home-associations = Förbunden
home-boards = Se vad som är anslaget
home-log-in = För dig som arbetar i ett förbund
