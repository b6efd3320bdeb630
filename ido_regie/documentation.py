"""Pieces of the OpenAPI document, in Dutch; the schemas come from the contract itself."""

import json
from typing import Any

import msgspec

from ido_regie import problems as problem_details
from ido_regie import published
from ido_shared import counts, delivery, exchange, local

REFERENCE = "#/components/schemas/{name}"
MESSAGES = {
    "Koppelverzoek": delivery.Enrolment,
    "Koppeling": delivery.Enrolled,
    "Levering": delivery.Delivery,
    "Weektotaal": delivery.WeekTotal,
    "Cel": delivery.Cell,
    "Ontvangstbewijs": delivery.Receipt,
    "Opvraging": exchange.Fetch,
    "Leveringen": exchange.Page,
    "NieuweSleutel": exchange.NewKey,
    "InstellingenOpvraging": exchange.FetchSettings,
    "Instellingen": exchange.DeskSettings,
    "LokaalOpvraging": exchange.FetchLocal,
    "LokaleGegevens": exchange.DeskLocal,
    "LokaalGegeven": exchange.LocalEntry,
    "Publicaties": published.Publications,
    "Publicatiekop": published.Summary,
    "Publicatie": published.Whole,
    "Publicatiegetal": published.Number,
}
"""The messages of the contract by the name that the document gives them."""
DESCRIPTIONS = {
    "Koppelverzoek": "Een balie wil gekoppeld worden.",
    "Koppelverzoek.koppelcode": "De code die regie voor deze balie gaf; zij werkt één keer.",
    "Koppelverzoek.sleutel": "Openbare sleutel van de balie: Ed25519, de bytes in hex.",
    "Koppelverzoek.plaats": "Kenmerk dat de balie zelf voor haar locatie gebruikt.",
    "Koppelverzoek.balie": "Kenmerk dat deze regie haar eerder gaf; leeg bij de eerste keer.",
    "Koppeling": "Wat een balie na het koppelen weet.",
    "Koppeling.balie": "Kenmerk van de balie.",
    "Koppeling.naam": "Naam van de balie.",
    "Koppeling.locatie": "Naam van de locatie.",
    "Koppeling.bibliotheek": "Naam van de bibliotheek.",
    "Koppeling.gemeente": "Naam van de gemeente.",
    "Koppeling.sleutel": "Openbare sleutel van regie: Ed25519, de bytes in hex.",
    "Levering": (
        "Een genummerde levering van een balie. Nieuwe totalen van een week vervangen oudere; cellen komen erbij."
    ),
    "Levering.schema": (
        "levering/3. Of levering/2, zonder inhoud en geweigerd. Of levering/1: die heeft ook geen cellen en geen "
        "verzegeld deel."
    ),
    "Levering.id": "UUIDv5 van balie, reeks en nummer; hetzelfde als in het adres.",
    "Levering.balie": "Kenmerk van de balie die tekende.",
    "Levering.reeks": "Begint bij 1; één hoger als een balie opnieuw begint te nummeren.",
    "Levering.nummer": "1, 2, 3 enzovoort, zonder gaten binnen een reeks.",
    "Levering.vorige": "SHA-256 (hex) van de ondertekende levering hiervoor; leeg bij nummer 1.",
    "Levering.programma": "Versie van de kiosk.",
    "Levering.codelijst": "Versie van de codelijsten.",
    "Levering.totalen": "De totalen per week en plaats.",
    "Levering.cellen": "Vragen per code, thema of alles; elke vraag telt per indeling (of per code) één keer.",
    "Levering.verzegeld": f"Voor later: wat balies samen tellen. Ten hoogste {delivery.SEALED_AT_MOST} tekens.",
    "Levering.inhoud": "De nieuwste dag waarop iets in de gidsen is nagekeken (jjjj-mm-dd); leeg als de balie zwijgt.",
    "Levering.geweigerd": "Waar als regie de balie de vorige keer niet kende, of had afgemeld.",
    "Levering.vulling": "Spaties, zodat de lengte niets zegt.",
    "Weektotaal": "Totalen van één week op één plaats. Een week is geknipt aan het eind van een maand.",
    "Weektotaal.plaats": "Kenmerk van de plaats.",
    "Weektotaal.van": "Eerste dag: een maandag, of de eerste van de maand.",
    "Weektotaal.tot": "Laatste dag, telt mee: een zondag, of de laatste van de maand.",
    "Weektotaal.vragen": "Aantal vragen.",
    "Weektotaal.bezoeken": "Aantal bezoeken.",
    "Weektotaal.dagen_met_vragen": "Aantal dagen met een vraag of meer.",
    "Weektotaal.definitief": "Waar als de maand is afgesloten.",
    "Weektotaal.dagen_nul": "Aantal dagen waarop de balie open was en er geen vraag kwam.",
    "Weektotaal.dagen_dicht": "Aantal dagen waarop de balie dicht was.",
    "Weektotaal.dagen_niet_bemand": "Aantal dagen waarop er niemand was om te helpen.",
    "Weektotaal.niet_afgemaakt": "Vragen die nog niet zijn aangevuld.",
    "Weektotaal.nog_niet_in_kb": "Vragen die nog niet in het formulier van de KB staan.",
    "Cel": "Vragen van één plaats en periode met één code.",
    "Cel.indeling": f"Waarnaar is geteld: {', '.join(counts.VIEWS)}. Een nieuwere kiosk kan meer kennen.",
    "Cel.plaats": "Kenmerk van de locatie of van het telgebied.",
    "Cel.soort_plaats": "locatie, of telgebied: de balies van één bibliotheek in één gemeente samen.",
    "Cel.periode": "Een maand (2026-11), een kwartaal (2026-K4) of een jaar (2026) waarin de vragen zijn gesteld.",
    "Cel.niveau": "code, thema, of alle: wat er aan het eind van een jaar over is.",
    "Cel.code": "De code, of die van het thema; leeg bij alle. Onbekende codes worden bewaard en apart gezet.",
    "Cel.vragen": "Aantal verschillende vragen; een vraag telt in een cel ten hoogste één keer.",
    "Cel.k": "De drempel die gold: minder vragen staan er niet in een cel van een code of thema.",
    "Cel.kruis": "De tweede code: het thema bij geen_plek, de organisatie bij signaal_organisatie; verder leeg.",
    "Ontvangstbewijs": "Wat regie van een balie heeft, om te vergelijken.",
    "Ontvangstbewijs.schema": "Altijd ontvangst/1.",
    "Ontvangstbewijs.id": "Kenmerk van de levering waarop dit het antwoord is.",
    "Ontvangstbewijs.balie": "Kenmerk van de balie.",
    "Ontvangstbewijs.reeks": "De reeks van de levering.",
    "Ontvangstbewijs.alles_tot": "Alle nummers van 1 tot en met dit nummer zijn binnen.",
    "Ontvangstbewijs.ontbreekt": "Nummers onder het hoogste die nog niet binnen zijn, ten hoogste duizend.",
    "Ontvangstbewijs.vragen": "Alle vragen van deze balie die regie kent.",
    "Ontvangstbewijs.bezoeken": "Alle bezoeken van deze balie die regie kent.",
    "Opvraging": "Een balie vraagt wat zij zelf leverde.",
    "Opvraging.schema": "Altijd opvragen/1.",
    "Opvraging.balie": "Kenmerk van de balie; hetzelfde als in het adres.",
    "Opvraging.vanaf": "Het eerste nummer; hetzelfde als in het adres.",
    "NieuweSleutel": "Een balie vraagt om een andere sleutel, ondertekend met die van daarvoor.",
    "NieuweSleutel.schema": "Altijd sleutel/1.",
    "NieuweSleutel.balie": "Kenmerk van de balie; hetzelfde als in het adres.",
    "NieuweSleutel.sleutel": "De nieuwe openbare sleutel: Ed25519, de bytes in hex.",
    "InstellingenOpvraging": "Een balie vraagt wat de gemeente besliste.",
    "InstellingenOpvraging.schema": "Altijd instellingen-opvragen/1.",
    "InstellingenOpvraging.balie": "Kenmerk van de balie; hetzelfde als in het adres.",
    "Instellingen": "Wat de gemeente voor een balie besliste; wat zij openliet, staat er niet in.",
    "Instellingen.schema": "Altijd instellingen/1.",
    "Instellingen.balie": "Kenmerk van de balie.",
    "Instellingen.waarden": "Per deel van de instellingen de waarden. Wat een kiosk niet kent, slaat zij over.",
    "Instellingen.vast": "Welke daarvan de bibliotheek en de balie niet mogen veranderen.",
    "LokaalOpvraging": "Een balie vraagt wat gemeente en bibliotheek over de buurt schreven.",
    "LokaalOpvraging.schema": f"Altijd {exchange.LOCAL_ASKED}.",
    "LokaalOpvraging.balie": "Kenmerk van de balie; hetzelfde als in het adres.",
    "LokaleGegevens": "Organisaties in de buurt. Wat de balie zelf schreef, blijft staan en gaat voor.",
    "LokaleGegevens.schema": f"Altijd {exchange.LOCAL}.",
    "LokaleGegevens.balie": "Kenmerk van de balie.",
    "LokaleGegevens.gegevens": "De organisaties: eerst die van de gemeente, dan die van de bibliotheek.",
    "LokaalGegeven": "Een organisatie, spreekuur of cursus. Functies, nooit namen van personen.",
    "LokaalGegeven.id": "Kenmerk, dat blijft.",
    "LokaalGegeven.van": "Wie het schreef: gemeente of bibliotheek.",
    "LokaalGegeven.soort": f"Een van {', '.join(local.KINDS)}. Een nieuwere regie kan meer kennen.",
    "LokaalGegeven.naam": "Hoe het heet.",
    "LokaalGegeven.verwijzing": "De code waaronder een verwijzing hierheen telt.",
    "LokaalGegeven.telefoon": "Telefoonnummer.",
    "LokaalGegeven.adres": "Adres.",
    "LokaalGegeven.open": "Openingstijden, zoals ma-vr 9.00-17.00, of in woorden.",
    "LokaalGegeven.directe_lijn": "Nummer voor professionals: alleen voor de vrijwilliger, nooit op papier.",
    "LokaalGegeven.website": "Webadres.",
    "LokaalGegeven.voor_wie": "Voor wie het is.",
    "LokaalGegeven.meenemen": "Wat een bezoeker meeneemt.",
    "LokaalGegeven.toets": "De cijfertoets die wordt voorgesteld, 1 tot 9; 0 is geen.",
    "LokaalGegeven.nagekeken": "De dag waarop de schrijver het voor het laatst bewaarde.",
    "Publicaties": "De publicaties, de nieuwste eerst.",
    "Publicaties.publicaties": "Welke er zijn.",
    "Publicatiekop": "Welke publicatie het is.",
    "Publicatie": "Een publicatie. Zij verandert nooit.",
    **{
        f"{name}.{key}": text
        for name in ("Publicatiekop", "Publicatie")
        for key, text in (
            ("id", "Kenmerk van de publicatie."),
            ("gemeente", "Naam van de gemeente."),
            ("periode", "Een kwartaal (2026-K3) of een jaar (2026)."),
            ("gepubliceerd_op", "De dag waarop zij is gepubliceerd."),
        )
    },
    "Publicatie.licentie": "Onder welke licentie iedereen de cijfers mag gebruiken.",
    "Publicatie.uitleg": "Hoe de cijfers zijn gemaakt.",
    "Publicatie.cellen": "De getallen.",
    "Publicatiegetal": "Een getal, afgerond op vijf.",
    "Publicatiegetal.indeling": "Waarnaar is geteld.",
    "Publicatiegetal.code": "De code; leeg bij een totaal.",
    "Publicatiegetal.naam": "De code in woorden.",
    "Publicatiegetal.aantal": "Het aantal; leeg (null) als het verborgen is.",
    "Leveringen": "Leveringen van een balie, byte voor byte zoals zij die ondertekende.",
    "Leveringen.schema": "Altijd leveringen/1.",
    "Leveringen.balie": "Kenmerk van de balie.",
    "Leveringen.vanaf": "Het nummer waar om gevraagd is.",
    "Leveringen.verder": "Het nummer om hierna te vragen; 0 als dit alles was.",
    "Leveringen.leveringen": "Elke levering als compacte JWS.",
}
FORMATS = {
    "id": "uuid",
    "balie": "uuid",
    "plaats": "uuid",
    "Weektotaal.van": "date",
    "tot": "date",
    "nagekeken": "date",
}
"""By field, or by message and field where others have another field by that name."""
PROBLEM = {
    "type": "object",
    "description": "Een fout, volgens RFC 9457.",
    "required": ["status", "title", "detail"],
    "properties": {
        "status": {"type": "integer", "description": "De HTTP-status."},
        "title": {"type": "string", "description": "Wat voor fout het is."},
        "detail": {"type": "string", "description": "Wat er in dit verzoek niet klopt, alles in één keer."},
    },
}
VERSION_HEADER = {
    problem_details.VERSION_HEADER: {
        "description": "De versie van deze API.",
        "schema": {"type": "string", "example": problem_details.API_VERSION},
    }
}


def json_content(message: str) -> dict[str, Any]:
    """The content of a JSON message of the contract."""
    return {"application/json": {"schema": {"$ref": REFERENCE.format(name=message)}}}


def signed_content(message: str) -> dict[str, Any]:
    """The content of a signed message of the contract."""
    description = f"Compacte JWS (EdDSA). De inhoud is JSON volgens het schema {message}."
    return {delivery.MEDIA_TYPE: {"schema": {"type": "string", "description": description}}}


def body(content: dict[str, Any]) -> dict[str, Any]:
    """A required request body."""
    return {"required": True, "content": content}


def asks_signed(message: str) -> dict[str, Any]:
    """The header with which a desk asks: a signed message of the contract."""
    return {
        "name": "Authorization",
        "in": "header",
        "required": True,
        "description": f"Bearer, en dan het verzoek als compacte JWS van de balie: het schema {message}. "
        f"In de kop staat iat, in seconden sinds 1970. Het verzoek geldt {exchange.VALID_FOR} seconden; "
        "de kop Date van elk antwoord zegt hoe laat het hier is.",
        "schema": {"type": "string"},
    }


def not_modified(description: str) -> dict[int, Any]:
    """The answer that what was fetched before still holds; it has no body."""
    return {304: {"description": description, "headers": VERSION_HEADER, "content": {}}}


def responses(answers: dict[int, str], content: dict[str, Any], *problems: int) -> dict[int, Any]:
    """The answers of an operation: the good ones with their descriptions, and the problems."""
    problem = {problem_details.MEDIA_TYPE: {"schema": {"$ref": REFERENCE.format(name="Probleem")}}}
    good = {status: (description, content) for status, description in answers.items()}
    bad = {status: (problem_details.TITLES[status], problem) for status in sorted({*problems, 406, 500})}
    return {
        status: {"description": description, "headers": VERSION_HEADER, "content": content}
        for status, (description, content) in (good | bad).items()
    }


def schemas() -> dict[str, Any]:
    """The schemas of all messages, under their Dutch names and with Dutch descriptions."""
    _, components = msgspec.json.schema_components(list(MESSAGES.values()), ref_template=REFERENCE)
    text = json.dumps(components)
    for name, message in MESSAGES.items():
        text = text.replace(f'"{REFERENCE.format(name=message.__name__)}"', f'"{REFERENCE.format(name=name)}"')
    found = json.loads(text)
    return {name: _described(name, found[message.__name__]) for name, message in MESSAGES.items()} | {
        "Probleem": PROBLEM
    }


def delivery_schema() -> dict[str, Any]:
    """The JSON Schema of a delivery as it is inside the signature, complete in itself."""
    text = json.dumps(schemas()).replace("#/components/schemas/", "#/$defs/")
    found = json.loads(text)
    parts = {name: found[name] for name in ("Weektotaal", "Cel")}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found["Levering"], "$defs": parts}


def _described(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """A schema with Dutch words instead of those of the code."""
    properties = {
        key: value | {"description": DESCRIPTIONS[f"{name}.{key}"]} | _format(key, f"{name}.{key}")
        for key, value in schema["properties"].items()
    }
    return schema | {"title": name, "description": DESCRIPTIONS[name], "properties": properties}


def _format(*names: str) -> dict[str, str]:
    """The format that the first of these names has, as part of a schema."""
    return next(({"format": FORMATS[name]} for name in names if name in FORMATS), {})
