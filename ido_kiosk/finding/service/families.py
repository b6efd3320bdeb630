"""Words that people use for the same: who asks with one is helped by a text with another, whatever it is about."""

from collections import defaultdict
from functools import cache

from ido_kiosk.finding.service.words import key_of, plain_words

FORM, KIN = 0.9, 0.6
"""How like a word is another form of it, and another word of its family."""

_FAMILIES = """
geld/geldzaken poen/poet centen/cent duiten pegels flappen knaken euro/euros bedrag/bedragen saldo,
betalen/betaal/betaalt/betaald/betaalde/betaling afrekenen ophoesten voldoen overmaken/overgemaakt/overboeken,
duur/dure prijzig kostbaar onbetaalbaar, goedkoop/goedkoper/goedkope voordelig,
arm/arme/armoede krap minima/minimum rondkomen bijstandsniveau, spaargeld/sparen/spaarrekening vermogen spaarcenten,
schuld/schulden/schuldig achterstand geldzorgen geldproblemen roodstaan krijt, lenen/leen/lening/geleend/krediet,
rekening/rekeningen nota/notas factuur/facturen,
bank/banken/bankieren ing rabo/rabobank abn/abnamro sns asn bunq regiobank,
pinnen/gepind/pin pinpas betaalpas bankpas bankpasje giropas,
brief/brieven/briefje post/poststuk schrijven envelop/enveloppe/enveloppen papieren, brievenbus postbus,
mail/mailtje/mails/gemaild email/emails imeel mailbox gmail hotmail outlook,
sms/smsje/smsjes/smsen appje berichtje/berichtjes/bericht/berichten whatsapp/whatsappje,
code/codes/kode cijfers/cijfercode pincode nummer, wachtwoord/wachtwoorden paswoord password wachtcode inlogcode,
gebruikersnaam inlognaam loginnaam accountnaam,
inloggen/ingelogd/inlog/inlogt/inloggegevens login aanmelden/aangemeld/aanmelding,
uitloggen/uitgelogd logout afmelden/afgemeld afsluiten,
telefoon/telefoontje/telefoons mobiel/mobiele/mobieltje gsm smartphone toestel/toestellen iphone samsung foon,
tablet/tablets ipad, computer/computers pc laptop/laptops chromebook,
bellen/bel/belt/gebeld/belde opbellen telefoneren, scannen/scan/gescand/inscannen,
foto/fotos fotograferen/gefotografeerd kiekje plaatje/plaatjes, printen/print/geprint afdrukken/afgedrukt uitprinten,
kwijt/kwijtgeraakt/kwijtraken verloren/verlies/verliezen/verloor/verlor weg/weggeraakt zoek/zoekgeraakt foetsie,
gestolen/stelen/stal/diefstal gejat/jatten gepikt geroofd beroofd dief,
opgelicht/oplichting/oplichter/oplichters/oplichten belazerd bedrogen bedonderd besodemieterd afgetroggeld fraude,
nep/nepper vals/valse vervalst fake phishing, kapot stuk defect gebroken, vergeten/vergeet/vergat ontschoten kwijt,
veranderen/verander/verandert/veranderd/verandering wijzigen/wijzig/gewijzigd/wijziging aanpassen/aangepast/aanpassing,
stoppen/stop/stopt/gestopt/stopzetten beëindigen/beeindigen opzeggen/opzeg/opgezegd/opzegging,
stoppen/stop/stopt afzeggen annuleren/geannuleerd opheffen, aanvragen/aanvraag/aangevraagd/aanvrage,
doorgeven/doorgegeven melden/meld/gemeld/melding opgeven/opgegeven,
verlengen/verlengd/verleng/verlenging vernieuwen/vernieuwd/vernieuwing, verlopen/verloopt/verliep ongeldig afgelopen,
krijgen/krijg/krijgt/kreeg/gekregen ontvangen/ontvang/ontvangt/ontving,
sturen/stuur/stuurt/gestuurd/stuurde opsturen/opgestuurd versturen/verstuurd verzenden/verzonden inleveren/ingeleverd,
invullen/ingevuld/invul/invult, lezen/lees/leest/gelezen/las,
begrijpen/begrijp/begrijpt/begrepen snappen/snap/snapt/snapte/gesnapt,
moeilijk/moeilijke lastig/lastige ingewikkeld onbegrijpelijk, kopen/koop/koopt/gekocht/kocht aanschaffen/aangeschaft,
verkopen/verkoop/verkocht, huren/huur/huurt/gehuurd/huurder,
huis/huizen/huisje woning/woningen flat/flatje appartement woonruimte, kamer/kamers/kamertje studentenkamer,
verpleeghuis/verpleegtehuis verzorgingshuis/verzorgingstehuis/tehuis bejaardentehuis/bejaardenhuis rusthuis,
verhuizen/verhuis/verhuist/verhuisd/verhuizing/verhuisde,
samenwonen/samenwoon/samenwoont hokken inwonen/inwonend intrekken, werk/werken/gewerkt baan/baantje job arbeid,
werkloos/werkeloos/werkloosheid/werklozen ontslag/ontslagen baanloos, ziek/ziekte/zieke/ziekmelden griep,
inkomen/inkomens/inkomsten salaris loon/loontje verdienen/verdien/verdient/verdiend verdiensten, baas werkgever chef,
uitkering/uitkeringen steun leefloon bijstand/bijstandsuitkering, belasting/belastingen/belastingdienst fiscus,
aangifte/belastingaangifte, aanslag/aanslagen belastingaanslag,
boete/boetes/beboet bekeuring/bekeuringen/bekeurd bon/bonnen prent geflitst/flitsen/flitspaal,
toeslag/toeslagen subsidie/subsidies tegemoetkoming, pensioen/pensioentje/gepensioneerd ouderdomspensioen,
aow ouderdomsuitkering drees staatspensioen,
kind/kinderen/kindje/kindjes kids kleine/kleintje/kleintjes baby/babys zoon/zoontje/zoons dochter/dochtertje/dochters,
kleinkind/kleinkinderen kleindochter kleinzoon,
moeder/moeders ma mam/mama/mamma oma schoonmoeder vader/vaders pa pap/papa/pappa opa schoonvader ouder/ouders,
man/mannen echtgenoot/echtgenote vrouw/vrouwen/vrouwtje partner/partners vriend vriendin,
broer/broers zus/zusje zuster, buurman buurvrouw buren/buur,
dood/dode overleden/overlijden/overlijdt/overleed gestorven/sterven/sterft/stierf doodgegaan/doodgaan,
weduwe weduwnaar nabestaande/nabestaanden, erfenis/erven/erfgenaam/geërfd nalatenschap,
begrafenis/begraven uitvaart crematie, trouwen/getrouwd/trouw huwelijk bruiloft,
scheiden/scheiding/gescheiden echtscheiding, elkaar mekaar,
zwanger/zwangerschap verwachting bevalling/bevallen geboren/geboorte, dokter/dokters huisarts/huisartsen arts/artsen,
ziekenhuis/ziekenhuizen polikliniek specialist, medicijn/medicijnen pillen apotheek,
thuiszorg poetshulp schoonmaakster huishoudster poetsvrouw huishoudhulp, schoonmaken/schoonmaak poetsen huishouden,
rolstoel rollator scootmobiel, oud/oude/ouder/oudere/ouderen bejaard/bejaarde/bejaarden senior/senioren,
auto/autos wagen/wagentje voertuig/voertuigen, rijbewijs autorijden rijden,
parkeren/parkeer/parkeert/geparkeerd/parkeerplaats/parkeerplek, trein/treinen bus/bussen tram metro reizen ns,
paspoort/pas/paspoorten identiteitskaart identiteitsbewijs id idkaart legitimatie/legitimatiebewijs,
buitenland/buitenlands/buitenlandse, stroom elektriciteit electra elektra licht energie gas/gasrekening,
verwarming/verwarmen kachel stookkosten stoken, eten voedsel boodschappen honger,
school/scholen opleiding/opleidingen studie/studies studeren/studeert/studeer/student,
diploma/diplomas getuigschrift schooldiploma, examen/examens toets/toetsen tentamen,
bezwaar/bezwaarschrift oneens protest/protesteren aanvechten/vecht, klacht/klachten/klagen ontevreden,
fout/fouten/foutje/foute verkeerd/verkeerde onjuist,
beslissing/beslissingen besluit/besluiten uitslag beschikking uitspraak, afspraak/afspraken/afspreken langskomen,
gemeente/gemeentes stadhuis gemeentehuis stadskantoor raadhuis, adres/adressen/adresje woonadres,
machtigen/machtigt/gemachtigd/machtiging toestemming volmacht, helpen/hulp/helpt/geholpen/help bijstaan,
bang/bange angst/angstig durf/durven, slaan/slaat/geslagen/sla mishandelen/mishandelt/mishandeld/mishandeling klappen,
zelfmoord zelfdoding, deurwaarder/deurwaarders beslag/beslaglegging, termijn/termijnen gespreid/spreiden delen,
uitstel/uitstellen/uitgesteld later, snel/snelle vlug gauw dringend spoed haast,
bewijs/bewijzen verklaring/verklaringen, formulier/formulieren/formuliertje, opslaan/opgeslagen bewaren/bewaard,
gegevens informatie data, internet online website/websites site, bibliotheek/bibliotheken bieb, niks niets,
kosten/kost/gekost prijs, premie/premies/zorgpremie,
zorgverzekering/zorgverzekeraar ziektekostenverzekering ziekenfonds verzekering/verzekeringen,
zorg verzorging/verzorgen/verzorgd, indicatie/geïndiceerd, mantelzorg/mantelzorger,
vuilnis afval vuilnisbak container vuil, vrijwilliger/vrijwilligers vrijwilligerswerk,
bedrijf/bedrijven/bedrijfje zaak/zaakje onderneming/ondernemer/ondernemen zzp/zzper eenmanszaak, nederland holland,
nederlands taal taalles, buitenlander/buitenlanders vluchteling/vluchtelingen asiel asielzoeker statushouder,
verblijfsvergunning verblijf verblijfspas verblijfsdocument, inschrijven/ingeschreven/inschrijving,
opgepakt politie agent agenten, app/apps/appen, downloaden/gedownload/download installeren/geïnstalleerd/installatie,
wissen/gewist/wis verwijderen/verwijderd, geblokkeerd/blokkeren/blokkade geblokt,
gebruiken/gebruikt/gebruik misbruik/misbruikt, gehackt/hacken/hacker/hackers, link/linkje/linken,
klikken/klik/geklikt gedrukt aangeklikt, kopie/kopietje/kopieën, beheer/beheren/beheert/beheerder beheerd bewind,
kwijtschelding kwijtschelden/kwijtgescholden vrijstelling, hypotheek koopwoning koophuis, woz huiswaarde,
lopen/loop/loopt gelopen/liep wandelen, wachten/wacht/wachttijd, overstappen/overstap/overgestapt switchen wisselen,
bijkletsen praten/praat/gesproken spreken, bankbeslag loonbeslag beslag beslaglegging,
sommatie aanmaning/aanmaningen herinnering/herinneringen betalingsherinnering, incasso/incassokosten incassobureau,
afterpay riverty klarna wehkamp postorder achteraf,
sanering/saneren schuldsanering schuldhulp/schuldhulpverlening budgetbeheer budgetcoach,
faillissement failliet bankroet,
huisbaas verhuurder woningcorporatie woningbouw woningbouwvereniging woningstichting huurbaas, huurprijs huur,
waterbedrijf vitens dunea evides waternet brabantwater,
energieleverancier leverancier eneco vattenfall essent greenchoice nuon,
energie isolatie isoleren warmtepomp stadsverwarming blokverwarming zonnepanelen zonnepaneel,
bril gehoorapparaat hoorapparaat kunstgebit steunzolen beugel,
ziekte/ziektes kanker reuma parkinson hersenbloeding beroerte,
handicap/gehandicapt/gehandicapten beperking invalide/invaliden blind slechtziend doof slechthorend,
dement/dementie/dementerend alzheimer verward vergeetachtig geheugen,
thuiszorg wijkverpleging wijkzuster verpleegster verpleging verzorgster gezinshulp,
maaltijd/maaltijden maaltijdservice warm, mantelzorg respijtzorg logeeropvang logeren, rollator looprek kruk/krukken,
kind pleegkind/pleegkinderen stiefkind/stiefkinderen pleegzorg adoptie/adopteren, ex exman exvrouw,
alimentatie partneralimentatie kinderalimentatie, omgang omgangsregeling bezoekregeling gezag voogdij,
rechter rechtbank rechtszaak zitting, erfenis executeur testament, begrafenis graf begraafplaats,
weduwe anw nabestaandenpensioen weduwenpensioen wezenpensioen partnerpensioen,
naam/namen voornaam achternaam naamswijziging, school schoolboeken schoolkosten schoolgeld leerling,
bijbaan/bijbaantje vakantiewerk stage, uitzendbureau uitzendkracht randstad tempoteam oproepkracht nulurencontract,
arbeidsongeschikt/arbeidsongeschiktheid afgekeurd wia wao wajong ziektewet, bedrijfsarts arbo arbodienst,
teruggaaf teruggave terugkrijgen belastingteruggave, auto motor camper caravan tractor vrachtwagen brommer scooter,
kenteken/kentekenbewijs tenaamstelling exporteren/export importeren/import invoeren bpm,
rijbewijs rijles theorie rijexamen, oog ogen oogarts, visum schengen garantstelling verblijfsvergunning,
vluchteling ontheemde oekraine oekrainer coa azc, internet router modem wifi internetverbinding,
helpdesk klantenservice, backup cloud onedrive icloud opslag opslagruimte,
webshop bestelling besteld pakketje/pakket postnl dhl dpd,
chantage gechanteerd/chanteren sextortion afpersing afgeperst, bitcoin crypto belegging/beleggen/beleggingen,
overlast lawaai geluidsoverlast rattenoverlast ratten melding,
vergunning/vergunningen omgevingsvergunning bouwvergunning verbouwen verbouwing schutting dakkapel,
gemeente burgemeester wethouder ambtenaar, somber/somberheid depressief/depressie wanhopig paniek stress levensmoe,
familie oom tante neef nicht, schoondochter schoonzoon dochter zoon, kennis kennissen vriend,
reizen/reis/reist vakantie vliegen vliegtuig reisdocument buitenland, testament levenstestament notaris,
spaargeld spaarpot, eigenrisico risico, nooit nimmer, loon loonbelasting loonstrookje loonstrook,
tandarts gebit fysio fysiotherapie psycholoog ggz, zoon zeun jong, huis hoes thuus, moeder moeke moe mem,
vader voader heit, boodschappen boodschappengeld eetgeld leefgeld weekgeld,
reizen/reis reiskosten reiskostenvergoeding treinreis treinkaartje, vergoeding vergoed onkosten tegemoetkoming,
terugbetalen/terugbetaald terugstorten terugboeken storneren teveel,
handtekening ondertekenen/ondertekend tekenen/getekend, kopie gewaarmerkt gewaarmerkte,
vertalen/vertaling/vertaald tolk engels turks arabisch pools,
bereikbaar/onbereikbaar doorverbonden/doorverbinden antwoordapparaat wachtrij, baby fopspeen luiers kinderwagen wiegje,
pensioen vroegpensioen vut rvu, seizoenswerk tuinbouw arbeidsmigrant, dakloos thuisloos zwerven zwerver daklozenopvang,
woonwagen woonboot vakantiepark recreatiewoning antikraak hospita kamerverhuur, huisgenoot medebewoner inwonend,
ovchip ovchipkaart ovkaart, taxi regiotaxi buurtbus deeltaxi vervoer,
sms authenticator verificatie verificatiecode toegangscode tweestapsverificatie, lopen knie heup loophulp,
badkamer douche toiletverhoger badplank, traplift stairlift, schoonmaken stofzuigen dweilen strijken ramenlappen ramen,
geweld schreeuwen schelden dwingen bedreigen/bedreigd/bedreigt vrouwenopvang blijfhuis, blut rut platzak,
gokken gokschuld gokverslaving verslaafd drank drugs, minima minimuminkomen bestaansminimum armoedegrens,
toeslagenaffaire toeslagenschandaal gedupeerde gedupeerden hersteloperatie, klacht klachtenfunctionaris,
administratie boekhouding boekhouder papierwinkel rompslomp ordner,
abonnement internetabonnement glasvezel contributie lidmaatschap, simkaart simlock prepaid beltegoed,
telefoon odido vodafone kpn tmobile hollandsnieuwe,
sport/sporten sportclub zwembad zwemles voetbal scouting muziekles muziekschool,
meubels inboedel inrichting matras bed gordijnen vloer behang koelkast wasmachine, inbraak ingebroken beroofd gestolen,
bsn burgerservicenummer sofinummer sofi, advocaat rechtsbijstand jurist juridisch, borg waarborgsom inrichting,
premie wanbetaler boetepremie onverzekerd
"""
"""Families with a comma between them; the forms of one word, where its stem does not show them, with a stroke.

Only words that mean about the same in every guide: what a guide is called besides stands in that guide.
"""


@cache
def relatives() -> dict[str, dict[str, float]]:
    """Key of a word to the keys of the others in its families, with how like they are."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for family in _FAMILIES.split(","):
        for key, other, like in _pairs(family):
            found[key][other] = max(like, found[key].get(other, 0.0))
    return dict(found)


def _pairs(family: str) -> list[tuple[str, str, float]]:
    """Every two keys of a family."""
    forms = [{key_of(word) for word in plain_words(group)} for group in family.split()]
    keys = {key for group in forms for key in group}
    together = {(key, other) for group in forms for key in group for other in group}
    pairs = ((key, other) for key in keys for other in keys if key != other)
    return [(*pair, FORM if pair in together else KIN) for pair in pairs]
