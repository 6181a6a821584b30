### public

rules-lead = Varje regel som systemet prövar, vad den frågar efter och var den står.
rules-all = Alla regler
rules-sections = Lagrummen, återgivna med egna ord
rule = Regel
rule-modality = Styrka
rule-question = Fråga
rule-why = Varför
rule-doubt = Osäkert
rule-cites = Var det står
rule-from = Från och med
rule-until = till och med
rule-facts = Vad den tittar på
section-own-words = Det här är en återgivning med egna ord
section-official = Läs den officiella texten
section-wordings = Lydelser
section-rules = Regler som bygger på detta
modality-must = ska
modality-should = bör
modality-info = att känna till
