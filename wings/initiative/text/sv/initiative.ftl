### Insatser: listan, läget, en insats, ansökan och varje steg på vägen.

## Listan och läget

initiative-list-lead = Idéer, ansökningar och pågående insatser som du får läsa.
initiative-views = Vyer
initiative-view-list = Lista
initiative-view-pipeline = Läget
initiative-new = Ny idé
initiative-search = Sök
initiative-stage = Läge
initiative-mine = Vems
initiative-mine-yes = Mina
initiative-name = Insats
initiative-applicant = Sökande
initiative-since = Sedan
initiative-case-number = Diarienummer
initiative-applied = Sökt
initiative-granted-sum = Beviljat
initiative-own = din
initiative-none = Här finns inga insatser än.
initiative-none-hint = En insats börjar med en idé som du talar om med din chef och med förbundets kansli.
initiative-counted = { $count ->
    [one] insats
   *[other] insatser
  }
initiative-pipeline-lead = { $count ->
    [0] Inga insatser är på väg.
    [one] En insats är på väg. Hos förbundets organ: { $waiting }.
   *[other] { $count } insatser är på väg. Hos förbundets organ: { $waiting }.
  }
initiative-pipeline-more = Och { $count } till
initiative-pipeline-sum = Sökt: { $sum }
initiative-pipeline-none = Inga just nu
initiative-beside = Vid sidan av vägen

## Lägen

initiative-stage-idea = Idé
initiative-stage-resting = Vilande
initiative-stage-draft = Utkast
initiative-stage-group = Hos beredningsgruppen
initiative-stage-completion = Kompletteras
initiative-stage-committee = Hos arbetsutskottet
initiative-stage-board = Hos styrelsen
initiative-stage-granted = Beviljad
initiative-stage-running = Pågående
initiative-stage-rejected = Avslag
initiative-stage-withdrawn = Återtagen
initiative-step-group = Beredningsgruppen
initiative-step-committee = Arbetsutskottet
initiative-step-board = Styrelsen
initiative-step-resting = vilar
initiative-step-completion = komplettering
initiative-step-rejected = avslag
initiative-step-withdrawn = återtagen
initiative-line = Insatsens väg

## Vem som har den

initiative-with-idea = Idén ligger hos den sökande sedan { $day }.
initiative-with-resting = Idén vilar hos den sökande sedan { $day }.
initiative-with-draft = Ansökan skrivs av den sökande sedan { $day }.
initiative-with-group = Ansökan ligger hos beredningsgruppen sedan { $day }.
initiative-with-completion = Ansökan är hos den sökande för komplettering sedan { $day }.
initiative-with-committee = Ansökan ligger hos arbetsutskottet sedan { $day }.
initiative-with-board = Ansökan ligger hos styrelsen sedan { $day }.
initiative-with-granted = Styrelsen beviljade ansökan { $day }. Kansliet förbereder starten.
initiative-with-granted-group = Styrelsen beviljade ansökan { $day }. Styrgruppen förbereder starten.
initiative-with-running = Insatsen pågår sedan { $day } och leds av styrgruppen.
initiative-with-running-ahead = Insatsen startar { $day } och leds av styrgruppen.
initiative-with-rejected = Styrelsen avslog ansökan { $day }.
initiative-with-withdrawn = Den sökande tog tillbaka ansökan { $day }.

## Nästa steg

initiative-next = Nästa steg
initiative-next-none = Inget väntar just nu.
initiative-also = Annat du kan göra
initiative-ready = kan göras nu
initiative-not-ready = inte ännu
initiative-hindrance = Hindras av:
initiative-why = Varför:
initiative-who = Görs av:
initiative-who-applicant = den sökande, { $name }
initiative-who-office = kansliet
initiative-who-group = beredningsgruppen
initiative-who-committee = arbetsutskottet
initiative-who-board = styrelsen
initiative-who-steering = styrgruppen
initiative-who-called = de kallade
initiative-who-secretary = sekreteraren
initiative-who-chair = ordföranden
initiative-who-attester = justeraren
initiative-who-assignee = den som fått uppdraget
initiative-do-talk = Tala igenom idén
initiative-do-discard = Kasta utkastet
initiative-do-rest = Låt idén vila
initiative-do-merge = För ihop med en annan idé
initiative-do-resume = Ta upp idén igen
initiative-do-write = Skriv ansökan
initiative-do-complete = Skriv kompletteringen
initiative-do-submit = Lämna in ansökan
initiative-do-submit-again = Lämna in kompletteringen
initiative-do-withdraw = Ta tillbaka ansökan
initiative-do-completion = Begär komplettering
initiative-do-view = Lämna en medlems synpunkt
initiative-do-examine = Granska ansökan
initiative-do-propose = Lämna förslag till beslut
initiative-do-prepare = Förbered styrelsens beslut
initiative-do-send-back = Återremittera
initiative-do-plan = Planera ett sammanträde med styrelsen
initiative-do-agenda = Ta upp ansökan på föredragningslistan
initiative-agenda-of = Till sammanträdet { $day }
initiative-report-days = Rapporter till förbundet
initiative-report-day-passed = dagen har passerat
initiative-do-decide = Besluta
initiative-do-inform = Underrätta de berörda
initiative-do-steering = Tillsätt styrgruppen
initiative-do-start = Notera starten
initiative-do-other = Nästa steg

## En insats

initiative-asked = Komplettering har begärts
initiative-asked-being-written = Beredningsgruppen och andra läser ansökan som den lämnades in. Kompletteringen syns när den är inlämnad.
initiative-idea = Idén
initiative-facts = Om insatsen
initiative-what = Vad det gäller
initiative-whole-application = Hela ansökan
initiative-documents = Handlingar
initiative-writer = Skriven av
initiative-parties = Parter
application-carrier = Huvudman
initiative-receiver = Tar över efteråt
initiative-period = Tid
initiative-period-span = { $from } till { $until }
application-orientation = Inriktning
application-orientation-individual = Individinriktad
application-orientation-structural = Strukturövergripande
application-orientation-individual-hint = Deltagarna får stöd.
application-orientation-structural-hint = Parternas sätt att arbeta tillsammans utvecklas.
initiative-noted = Idén antecknad
initiative-received = Inlämnad
initiative-talks = Samtal
initiative-money = Pengar
initiative-money-says = { $decided ->
    [yes] Sökt { $applied }, beviljat { $granted }.
   *[no] Sökt { $applied }. Styrelsen har inte beviljat något.
  }
initiative-money-table = Belopp per år
initiative-year = År
initiative-proposed-sum = Föreslaget
initiative-sum = Summa
initiative-decisions = Styrelsens beslut
initiative-decision-at = Sammanträdet { $day }, § { $paragraf }
initiative-decision-earlier = Styrelsen har beslutat på nytt efter det här beslutet.
initiative-outcome-granted = Beviljad
initiative-outcome-rejected = Avslag
initiative-outcome-sent-back = Återremiss
initiative-conditions = Villkor
initiative-reporting = Rapporteras
initiative-financing = Finansiering
initiative-proposals = Förslag till beslut
initiative-proposal-of-group = Beredningsgruppens förslag
initiative-proposal-of-committee = Arbetsutskottets förslag
initiative-proposal-same = Beredningsgruppen föreslår detsamma.
initiative-preparation = Beredningen före beslutet: förslag, granskning och synpunkter
initiative-proposes-approval = Förslaget är att bevilja ansökan.
initiative-proposes-rejection = Förslaget är att avslå ansökan.
initiative-clauses = Styrelsen föreslås besluta
initiative-examination = Granskning
initiative-examination-none = Beredningsgruppen har inte granskat ansökan.
initiative-examined-on = Granskad { $day }
initiative-views-of-members = Medlemmarnas synpunkter
initiative-views-none = Ingen medlem har lämnat en synpunkt.
initiative-views-missing = Har inte lämnat någon synpunkt: { $names }.
initiative-view-supports = Tillstyrker
initiative-view-doubts = Tveksam
initiative-view-against = Avstyrker
initiative-view-by = { $name }, { $day }
initiative-steering-group = Styrgrupp
initiative-for-member = för { $member }
initiative-informed-on = Underrättade { $day }: { $names }.
initiative-rules = Så står insatsen sig mot reglerna
initiative-rules-says = { $unmet ->
    [0] Inget hinder i reglerna.
    [one] En regel är inte uppfylld.
   *[other] { $unmet } regler är inte uppfyllda.
  }
initiative-rules-met = { $count ->
    [one] En regel är uppfylld eller gäller inte här
   *[other] { $count } regler är uppfyllda eller gäller inte här
  }
initiative-history = Vad som har hänt
initiative-read-application = Läs ansökan
initiative-read-draft = Läs utkastet
initiative-application-pdf = Ansökan
initiative-draft-pdf = Utkastet
initiative-receipt-pdf = Kvittot
initiative-see-receipt = Se kvittot
initiative-see-missing = Se vad som saknas
initiative-see-changes = Se vad som har ändrats i ansökan

## Historien

initiative-was-noted = Idén antecknades
initiative-was-talked-manager = Idén talades igenom med chefen
initiative-was-talked-office = Idén talades igenom med kansliet
initiative-was-rested = Idén får vila
initiative-was-merged = Idén gick upp i en annan
initiative-has-merged = Här ingår idén
initiative-was-resumed = Idén togs upp igen
initiative-was-begun = Ansökan började skrivas
initiative-was-discarded = Utkastet kastades
initiative-was-submitted = Ansökan lämnades in
initiative-was-registered = Diariefördes som { $number }.
initiative-was-asked = Komplettering begärdes
initiative-was-completed = Den kompletterade ansökan lämnades in
initiative-was-viewed = { $member } lämnade sin synpunkt
initiative-was-examined = Ansökan granskades
initiative-was-proposed-approval = Beredningsgruppen föreslog att ansökan beviljas
initiative-was-proposed-rejection = Beredningsgruppen föreslog att ansökan avslås
initiative-was-prepared-approval = Arbetsutskottet föreslog att ansökan beviljas
initiative-was-prepared-rejection = Arbetsutskottet föreslog att ansökan avslås
initiative-was-sent-back-group = Ansökan återremitterades till beredningsgruppen
initiative-was-sent-back-committee = Ansökan återremitterades till arbetsutskottet
initiative-was-granted = Styrelsen beviljade ansökan
initiative-was-rejected = Styrelsen avslog ansökan
initiative-was-returned = Styrelsen återremitterade ansökan
initiative-was-taken-back = Beslutet togs tillbaka: det var felaktigt antecknat
initiative-was-informed = De berörda underrättades om beslutet
initiative-was-grouped = Styrgruppen tillsattes
initiative-was-started = Insatsen startade
initiative-is-to-start = Insatsen startar
initiative-was-withdrawn = Ansökan togs tillbaka

## Läsa ansökan och kvittot

initiative-application = Ansökan om projektmedel
initiative-application-draft = Utkast till ansökan om projektmedel
initiative-not-received = Inte inlämnad än
initiative-dated = Daterad
initiative-part-summary = Sammanfattning
initiative-part-signature = Underskrift
initiative-nothing = Inget angivet.
initiative-signed = Inlämnad { $how } { $day }.
initiative-receipt = Mottagningskvitto
initiative-receipt-lead = Ansökan ”{ $title }” har kommit in och har diarienummer { $number }.
initiative-receipt-came = Kom in
initiative-receipt-what = Detta har kommit in
initiative-receipt-next = Detta händer nu
initiative-receipt-questions = Frågor
initiative-receipt-public = Ansökan är en allmän handling. Den registreras i förbundets diarium och lämnas ut till den som begär det, om inte sekretess gäller.
initiative-to-initiative = Till insatsen
initiative-changes = Vad som har ändrats i ansökan
initiative-changes-lead = Varje gång ansökan har lämnats in på nytt, med det som ändrades då. Det senaste står först.
initiative-changes-none = Ansökan har inte ändrats sedan den lämnades in.
initiative-change-handed-in = Inlämnat { $day } av { $name }
initiative-change-saved = I utkastet, sparat { $day } av { $name }

## Formulären: idén

initiative-new-lead = Skriv kort. Nästa steg är att tala om idén med din chef och med förbundets kansli, innan du skriver en ansökan.
initiative-new-title = Rubrik
initiative-new-title-hint = Högst 120 tecken.
initiative-new-text = Idén
initiative-new-text-hint = Vem behöver stöd, vad saknas i dag, och vilka parter behöver arbeta tillsammans? Skriv inte om enskilda personer.
initiative-new-applicant = Organisation som vill söka
initiative-new-applicant-hint = Till exempel kommunen och den avdelning du arbetar på.
initiative-new-save = Anteckna idén
initiative-talk-lead = Anteckna vem du talade med och vad ni kom fram till. Kansliet kan säga om idén ryms i förbundets mål.
initiative-talk-with = Talade med
initiative-talk-with-manager = Min chef
initiative-talk-with-office = Förbundets kansli
initiative-talk-note = Vad ni kom fram till
initiative-talk-save = Anteckna samtalet
initiative-discard-lead = Det som är skrivet raderas och går inte att få tillbaka. Idén finns kvar.
initiative-discard-again-lead = Det som är skrivet sedan ansökan lämnades in raderas och går inte att få tillbaka. Den inlämnade ansökan finns kvar.
initiative-rest-lead = En idé som vilar finns kvar och kan tas upp igen när som helst.
initiative-rest-why = Varför idén får vila
initiative-merge-lead = Används när två idéer är samma sak. Allt som är skrivet finns kvar, och idén kan tas upp igen.
initiative-merge-into = Insatsen som idén går upp i
initiative-merge-into-hint = Det är den som det arbetas vidare med.
initiative-merge-choose = Välj vilken insats idén går upp i.
initiative-resume-lead = Idén tas upp där den var när den lades åt sidan.

## Formulären: ansökan

initiative-draft-title = Ansökan om projektmedel
initiative-draft-lead = Spara när du vill, även halvfärdigt. Det som inte är märkt Frivillig behöver vara ifyllt när du lämnar in. Skriv inte om enskilda personer.
application-part-about = Om insatsen
application-title = Insatsens namn
application-part-need = Behov och målgrupp
application-title-hint = Högst 120 tecken.
application-need = Behov
application-need-hint = Vad saknas i dag, och hur vet ni det? Ange gärna siffror.
application-target-group = Målgrupp
application-target-group-hint = Vilka insatsen är till för, och ungefär hur många.
application-needs-coordination = Målgruppen behöver stöd från minst två parter samtidigt
application-needs-coordination-hint = Förbundet får bara finansiera sådant som kräver samordning (2 § lagen om finansiell samordning).
application-aims-at-work-ability = Insatsen ska ge förmåga att förvärvsarbeta, eller förbättra den
application-part-parties = Parterna
application-parties = Medlemmar som deltar
application-parties-hint = Minst två parter. Två kommuner räknas som en part.
application-carrier-hint = Den medlem som bär arbetet och får pengarna.
application-members-heard = Medlemsorganisationer som ni har talat med
application-members-heard-hint = De som berörs bör ha fått säga sitt innan ansökan lämnas in.
application-part-method = Metod och mål
application-method = Metod
application-method-hint = Hur arbetet går till, i ordning.
application-goals = Mål
application-goals-hint = Vad som ska ha hänt när insatsen är slut.
application-indicators = Kvalitetsindikatorer
application-indicators-hint = Hur ni ser att målen är nådda, till exempel andel i arbete eller studier efter tre månader.
application-part-budget = Tid och budget
application-from = Första dag
application-until = Sista dag
application-budget = Sökt belopp per år
application-budget-hint = Vad ni söker från förbundet för varje år. Tomma rader räknas inte.
initiative-draft-year = År
initiative-draft-amount = Belopp
initiative-draft-add-year = Lägg till ett år
initiative-draft-row = Rad { $row }
application-part-follow = Uppföljning och utvärdering
application-follow-up = Uppföljning
application-follow-up-hint = Vem som följer upp, hur ofta, och till vem det rapporteras.
application-evaluation = Utvärdering
application-evaluation-hint = Hur ni får veta om metoden fungerade.
application-part-after = Efter insatsen
application-implementation = Hur arbetet förs in i ordinarie verksamhet, eller hur det finansieras sedan
application-implementation-hint = Om det saknas när styrelsen ska besluta behövs ett skriftligt skäl.
application-receiver = Medlem som tar över
application-part-limits = Gränser för vad förbundet får finansiera
application-service-by-association = Insatsen innebär att förbundet självt ger stöd eller service till enskilda, eller prövar deras rätt till ersättning
application-service-by-association-hint = Det får ett samordningsförbund inte göra (7 §). Pengarna ska gå till en part som bär arbetet.
application-asf = Arbetsintegrerande sociala företag (ASF)
application-asf-hint = Kryssa i det som stämmer. Vägledningen säger vad som får finansieras.
application-asf-involved = Ett sådant företag deltar
application-asf-cash-to-business = Kontanta medel betalas till ett företag
application-asf-starts-or-develops = Ett sådant företag startas eller utvecklas
application-asf-membership = Medlemskap i ett sådant företag betalas
application-asf-trains-staff = Företagets personal utbildas
initiative-draft-save = Spara
initiative-draft-save-on = Spara och gå till inlämning

## Formulären: inlämningen

initiative-submit-lead = När du lämnar in registreras ansökan i förbundets diarium. Du får ett diarienummer och ett kvitto direkt, och beredningsgruppen tar över.
initiative-submit-again-lead = Den kompletterade ansökan registreras i samma ärende, och beredningsgruppen tar över igen.
initiative-submit-nothing = Det finns inget utkast
initiative-submit-nothing-says = Skriv i ansökan och spara, så kan den lämnas in.
initiative-submit-missing = Det här saknas
initiative-submit-missing-says = Fyll i det som saknas i ansökan, så går den att lämna in.
initiative-submit-barred = Reglerna hindrar inlämningen
initiative-submit-ready = Allt som behövs är ifyllt
initiative-submit-ready-says = Läs igenom en sista gång. En inlämnad ansökan ändras bara om beredningsgruppen begär komplettering.
initiative-withdraw-lead = En återtagen ansökan prövas inte. Den finns kvar i diariet.
initiative-withdraw-why = Varför ansökan tas tillbaka

## Formulären: beredningen

initiative-completion-lead = Den sökande får tillbaka ansökan, kompletterar den och lämnar in den igen. Begäran registreras i ärendet.
initiative-completion-what = Vad som behöver kompletteras
initiative-completion-what-hint = Skriv så att den sökande vet vad som räcker.
initiative-view-lead = Det här är organisationens syn på ansökan, inte din egen.
initiative-view-member = Medlem
initiative-view-member-own = Välj en medlem som du företräder i beredningsgruppen.
initiative-view-view = Organisationens hållning
initiative-view-text = Synpunkt
initiative-view-save = Lämna synpunkten
initiative-examine-lead = Anteckna hur ansökan står sig mot lagen, förbundsordningen och målen i verksamhetsplanen. Först därefter kan gruppen föreslå ett beslut.
initiative-examine-text = Vad granskningen visar
initiative-examine-save = Anteckna granskningen
initiative-propose-lead = Förslaget går vidare till styrelsen och blir punktens beslutsförslag.
initiative-prepare-lead = Beredningsgruppens förslag är ifyllt. Ändra det som arbetsutskottet vill föreslå styrelsen.
initiative-propose-way = Förslag
initiative-propose-approve = Att ansökan beviljas
initiative-propose-reject = Att ansökan avslås
initiative-propose-clauses = Beslutet i att-satser
initiative-propose-clauses-hint = En att-sats per rad, till exempel: att bevilja insatsen 500 000 kronor för 2027.
initiative-propose-grounds = Skäl för förslaget
initiative-propose-grant = Vad som beviljas
initiative-propose-grant-hint = Fylls i när förslaget är att bevilja.
initiative-propose-amounts = Belopp per år
initiative-propose-amount-of = { $year } (sökt: { $applied })
initiative-propose-conditions-hint = Ett villkor per rad.
initiative-propose-reporting = Dagar då styrgruppen ska rapportera
initiative-propose-reporting-day = Rapport { $row }
initiative-propose-add-day = Lägg till en dag
initiative-propose-financing-hint = Ett beslut om pengar under året ska ange hur det finansieras (11 kap. 15 § kommunallagen).
initiative-propose-save = Lämna förslaget
initiative-prepare-save = Lämna förslaget till styrelsen
initiative-send-back-lead = Ansökan går tillbaka ett led. Det som har beretts där bereds på nytt.
initiative-send-back-to = Till
initiative-send-back-group = Beredningsgruppen
initiative-send-back-committee = Arbetsutskottet
initiative-send-back-why = Varför

## Formulären: efter beslutet

initiative-inform-lead = Chefer, styrgrupper och teamledare som berörs ska få veta vad styrelsen har beslutat. Anteckna vilka som har fått veta det.
initiative-inform-to = De som har underrättats
initiative-inform-to-hint = En per rad, till exempel en funktion: enhetschefen vid arbetsmarknadsenheten.
initiative-inform-told = Redan underrättade: { $names }.
initiative-inform-save = Anteckna
initiative-steering-lead = Styrgruppen leder insatsen, följer upp den och rapporterar. Parterna ska vara företrädda.
initiative-steering-name = Styrgruppens namn
initiative-steering-name-of = Styrgruppen för { $title }
initiative-steering-people = Ledamöter
initiative-steering-people-hint = Välj person och vilken medlem personen företräder. Minst två medlemmar. Saknas någon läggs namnet in under Personer först. Tomma rader räknas inte.
initiative-steering-empty-rows = Tomma rader räknas inte.
initiative-steering-person = Person
initiative-steering-member = För medlemmen
initiative-steering-add = Lägg till en ledamot
initiative-steering-whole = Välj både person och medlem på varje rad.
initiative-steering-save = Tillsätt styrgruppen
initiative-start-lead = Insatsen är igång från och med den här dagen.
initiative-start-on = Startdag
initiative-start-save = Notera starten

## När ett steg inte går

initiative-not-now = Det går inte att göra nu
initiative-not-now-says = Det här steget hör till ett annat läge: { $what }.

## Besked efter ett steg

initiative-said-noted = Idén är antecknad. Tala om den med din chef och med kansliet.
initiative-said-talked = Samtalet är antecknat.
initiative-said-rested = Idén vilar.
initiative-said-merged = Idén har gått upp i den andra.
initiative-said-resumed = Idén är upptagen igen.
initiative-said-saved = Utkastet är sparat.
initiative-said-discarded = Utkastet är kastat.
initiative-said-submitted = Ansökan är inlämnad och registrerad.
initiative-said-withdrawn = Ansökan är återtagen.
initiative-said-asked = Begäran om komplettering har gått till den sökande.
initiative-said-viewed = Synpunkten är lämnad.
initiative-said-examined = Granskningen är antecknad.
initiative-said-proposed = Förslaget är lämnat.
initiative-said-prepared = Förslaget är lämnat till styrelsen.
initiative-said-sent-back = Ansökan är återremitterad.
initiative-said-informed = Det är antecknat vilka som har underrättats.
initiative-said-steering = Styrgruppen är tillsatt.
initiative-said-started = Starten är noterad.
door-initiatives = Ansökningar och insatser, från idé till drift.
