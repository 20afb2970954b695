"""Finds the mentions of a document: who is named in it, and with which actor code.

This needs no parse, so that it covers every sentence, also those that the gate skips: what a later sentence needs from
an earlier one (names introduced, titles, the country of the story) is the same with and without the gate.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from coders.lemmas import is_nominal, is_plural, is_unknown
from coders.lexicon import Fold, Hit, Lexicon, Sense, role_on
from coders.model import Mention, MentionKind, Sentence, changed
from dictionaries.model import Actor, Agent

#: Marks that open a quotation, whose first word has a capital though it may be no name.
OPENING_QUOTES = frozenset('"\u201c')
#: How much more often than any other a country must be named to be the country of the story.
STORY_MARGIN = 1.25
WORD_BEFORE = re.compile(r"([A-Za-z][\w'.\-]*)$")
NAME_TOKEN = r"(?:[A-Z][\w'\-]*[\w]|[A-Z]\.?)"
NAME_JOINT = r"(?:al|el|bin|ibn|ben|abu|de|da|dos|du|van|von|der|den|la|le|y|ul)"
NAME_RUN = re.compile(rf"{NAME_TOKEN}(?:[ \-](?:{NAME_JOINT}[ \-]){{0,2}}{NAME_TOKEN}){{0,5}}")
APPOSED_NAME = re.compile(rf",\s+({NAME_RUN.pattern})")
DEFINITE_COUNTRY = re.compile(
    r"\b(?:the|this|his|their|its) (?:country|nation|kingdom(?! of ))\b(?!['\u2019]s\s+(?:first|main|second|largest|biggest))"
    r"|\b(?P<many>(?:the|these) two (?:countries|nations|sides|neighbours|neighbors|states|governments)"
    r"|both (?:countries|nations|sides|states))\b"
)
#: What stands behind *opposition* where it is no body, which would *do* something: *opposition to **the plan***.
AGAINST_SOMETHING = re.compile(
    r" to (?!(?:the |a )?(?:[a-z]+ )?(?:talks|negotiations|table|conference|meeting|summit|round)\b)"
    r"(?:(?:the|an?|any|this|these|his|her|its|their|our|all|such) |[A-Z]|[a-z]+ing\b)"
)
#: Words before two who were named, nouns for them and their roles.
THE_TWO = re.compile(r"(?i)\b(?:(?:the|these) two|both)\s+$")
HEADS = frozenset(
    "leaders presidents ministers premiers politicians men women heads chancellors diplomats counterparts".split()
)
LEADING = frozenset({"GOV", "ELI", "OPP", "LEG"})
#: A number of states that the sentence goes on to list: *three **countries**, namely Egypt, Tunisia and Algeria*.
COUNTED_STATES = re.compile(
    r"\b(?P<number>two|three|four|five|six|seven)\s+(?:[a-z\-]+\s+){0,2}?"
    r"(?:countries|nations|states|governments|powers|neighbours|neighbors|republics|capitals)\b"
)
NUMBERS = {word: n for n, word in enumerate("two three four five six seven".split(), 2)}
BETWEEN_LISTED = re.compile(r"(?:\s*,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?")
#: Nationals who are counted before they are told apart: *two women - an Indonesian and a Vietnamese*.
NATIONALS = re.compile(r"(?:\s*[\-–—:(]+\s*|,\s+)(?:both\s+|one\s+|an?\s+|the\s+)")
BETWEEN_NATIONALS = re.compile(r"(?:\s*,\s+(?:and\s+)?|\s+and\s+)(?:one\s+|an?\s+|the\s+)")
#: Behind people who are of no one country: *ambassadors **from countries** that import meat*.
FROM_SEVERAL = re.compile(r"\s+(?:from|of)\s+(?:[a-z\-]+\s+){0,2}(?:countries|nations|states)\b")
#: Those of whom each country has one, and words for those of other countries: ***regional** governments*.
OF_SEVERAL_STATES = re.compile(
    r"\b(?:governments|presidents|prime ministers|premiers|monarchs|armies|parliaments|militaries|navies)$", re.I
)
OF_OTHER_STATES = re.compile(r"(?:other|foreign|regional|neighbou?ring|allied|joint)\b", re.I)
#: Words with people who are mostly not of the country that a text is about: *26 **other leaders***, ***foreign** ministers' guests*.
FOREIGN = re.compile(
    r"\b(?:foreign|visiting|international|overseas|world's|global)\s+(?:[a-z\-]+\s+)?\w+$"
    r"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many)\s+other\s+(?:leaders|ministers|presidents|countries)$"
)
#: Words between bodies and the states they are from: *delegations **of the** three states*.
OF_STATES = re.compile(r"\s+(?:of|from)\s+(?:the\s+|all\s+|these\s+)*$")
ACRONYM = re.compile(r"\s*\(([A-Z][A-Za-z\-]{1,8})\)")
SKIPPED_BEFORE_AGENTS = frozenset(
    "senior top local armed elite high-ranking high-level key chief main young new newly-elected elected powerful veteran several "
    "many some other more heavily regional provincial federal central national state municipal official foreign joint allied "
    "fellow masked unarmed leading prominent influential hardline moderate then current own special nearby long-time longtime "
    "embattled powerful controversial populist liberal left-wing right-wing centre-left centre-right ground naval air land "
    "first last so-called military civilian civil political security defence defense interior internal teen teenage billionaire "
    "millionaire investigative renowned award-winning prize-winning outspoken popular famous".split()
)
LINKS_AFTER = re.compile(
    r"(?:\s+(?:of|for|from|in|at|to|with|(?:living|residing|resident) in)"
    r"|,?\s+(?:(?:mostly|mainly|largely|chiefly|hailing|coming|originating|originally|most|many|all|some|of|them)\s+){1,4}from)"
    r"\s+(?:the\s+|an?\s+)?(?:(?:southern|northern|eastern|western|central)\s+)?"
)
#: Names of bodies that are of the country whose adjective stands before them: *the Brazilian **Senate***.
HOUSES_OF_STATES = frozenset({"Senate", "Congress", "House of Representatives", "Supreme Court", "House"})
#: Where Kurds live.
KURDISH_HOMES = ("TUR", "SYR", "IRQ", "IRN")
#: Names of the armed Kurds of Turkey, and words for them and for nobody else.
SEPARATISTS_OF_TURKEY = re.compile(r"\bPKK\b|\bKurdistan Workers")
OF_TURKEY = re.compile(r"Kurdistan|Kurdish separatists")
#: Before the name of those who are only helped by a country: ***US-backed** fighters* are not American.
BACKED = re.compile(r"-(?:backed|supported|sponsored|funded|financed|trained|armed|equipped)\b", re.I)
#: What stands behind *the public* where that is people, and no word before another noun.
BEHIND_THE_PUBLIC = re.compile(
    r"\s*(?:[.,;:!?\"]|$|\s(?:to|not|for|in|on|at|by|with|from|that|who|as|and|or|about|against|over|after|before|has|had|have|is|was|will"
    r"|would|should|must|can|could|may|might|against)\b)"
)
#: Before the entry of weapons of which no country is told: ***the jets** hit a depot*.
UNOWNED = "unowned:"
#: What soldiers and rebels hold *in* a country: *rebel **positions** in Chad*.
HELD_BY_ARMED = re.compile(
    r"\s+(?:positions?|targets?|bases?|camps?|hideouts?|strongholds?|bastions?|outposts?|sites?|facilit(?:y|ies)|installations?"
    r"|convoys?|checkpoints?|headquarters|airfields?|airbases?|air bases?|forces|fighters|troops|areas?|towns?|villages?|suburbs?)"
    r"(?=\s+in\b)"
)
#: Those who lead states and any other body, and what of them they lead.
LEADERS = frozenset({"president", "vice president", "vice-president", "deputy president", "former president"})
LEADS = re.compile(r"(?:,)? (?:of|at|for) (?:the |an? |its |their |his )?")
#: Bands whose leaders hold no office.
LEADS_A_BAND = re.compile(
    r"\b(?:group|gang|ring|cult|sect|band|cell|network|mafia|cartel|crew|team|club|squad|church|choir|expedition)(?:'s)? $"
)
STATES_BODY = re.compile(
    r"(?:\w+ )?(?:country|nation|republic|state|senate|assembly|parliament|congress|government|council|court|union|party|house|regional"
    r"|chamber|legislature|federation|people|government|time|day|first|last|years?|months?|now|more|life)\b"
)
#: Roles of bodies that people serve *in*: *a colonel **in** the Ugandan army*.
SERVED = frozenset("MIL COP SPY LEG REB UAF PTY".split())
#: Agents who are *with* the body that they serve: *an officer **with** Kenya's army*.
SERVING = frozenset(
    "officer officers official officials analyst analysts agent agents soldier soldiers spokesman spokeswoman spokesperson spokesmen "
    "researcher researchers investigator investigators commander commanders fighter fighters member members lawyer lawyers".split()
)
BEFORE_PARTICIPLE = re.compile(
    r"(?:^|\b(?:the|a|an|of|some|many|for|to|by|and|against|with|from|two|three|four|five|six|heavily))\s+$", re.I
)
POSSESSIVE = re.compile(r"'s?\s*$")
AND_BEFORE = re.compile(r"(?:\s*,)?\s+(?:and|or)\s+$|\s*,\s+$|\s*/\s*$")
#: The rest of a name that only begins like a known one: *Global Fund **for Women***, *the West **Pacific***.
LONGER_NAME = re.compile(r" for [A-Z][a-z]+(?! Minister| Secretary)")
NEXT_NAME = re.compile(r" [A-Z][a-z]+")
#: The rest of the name of a firm, a house or a prize that begins with a name: ***Carter** Center*, ***Nixon** Peabody LLP*.
NAMESAKE = re.compile(
    r" (?:[A-Z][a-z]+ (?:& )?){0,2}(?:LLP|Records|Center|Centre|Institute|University|College|School|Library"
    r"|Hospital|Foundation|Airport|Prize|Award|Street|Avenue|Plaza|Hotel|Stadium|Bridge|Square|Museum|Gallery|Theatre|Theater)\b"
)
#: The rest of the name of a product or a type: *Sukhoi**-27***, *Boeing **737***.
TYPE_NUMBER = re.compile(
    r"-\d|[ -][A-Z]{1,2}-?\d{1,3}\b| \d{3}s?\b(?! (?:[mb]illion|people|workers|jobs|employees|staff|new|more)\b)"
)
#: The rest of the name of a sports club behind a place: *Monaco **FC***.
CLUB = re.compile(
    r" (?:A?FC|CF|SC|BC|RFC|United|Rovers|Wanderers|Athletic|Albion|Hotspur|Dynamo|Marathon|Open|Grand Prix)\b"
)
#: The rest of the name of a company behind a place: *Peru **Copper Mining Corp***.
COMPANY = re.compile(
    r"(?: [A-Z][\w&'\-]*){0,6} (?:Co(?:rp)?|Corporation|Inc|Ltd|Limited|LLC|PLC|plc|GmbH|AG)\b(?! (?:of|for|on)\b)"
)
#: The rest of a party's or league's long name: *Party for Freedom **and Democracy***.
LONGER_AIM = re.compile(r" and (?:the )?[A-Z][a-z]*(?:acy|ty|om|ice|ion|ment|ess|ism|ture|ights?|are)\b")
#: What only pictures and their makers stand behind: ***CCTV** footage*.
PICTURES = re.compile(
    r" (?:footage|images?|cameras?|pictures|films?|videos?|recordings?|stills?|systems?|operators?|networks?)\b"
)
#: Words before the acronym of a broadcaster that is also that of cameras: *was caught on **CCTV***.
FILMED = re.compile(
    r"\b(?:caught|captured|seen|filmed|recorded|identified|picked up|spotted|tracked|shown|traced) (?:on|by|via|through|from) $"
)
#: Networks that are mostly named as the place where somebody writes.
PLATFORMS = frozenset(
    "Facebook Twitter YouTube Instagram WhatsApp Whatsapp Weibo Google Telegram TikTok Reddit".split()
) | {"Sina Weibo"}
POSTED_ON = re.compile(
    r"\b(?:(?:on|via|through|over|across|using|to) (?:(?:her|his|its|their|the|social media site) )?"
    r"|(?:'s|her|his|their|our|my|a|your|an official|official) )$"
)
PAGES = re.compile(
    r"\+|(?:'s)? (?:pages?|accounts?|posts?|posting|users?|feeds?|videos?|messages?|live|groups?|profiles?|status(?:es)?|handles?"
    r"|followers?|friends|channels?|comments?|events?|stor(?:y|ies)|likes?|streams?|clips?|hashtags?|threads?|tirades?|rants?"
    r"|campaigns?|photos?|pictures?|updates?|chats?|Live|Messenger|Maps|Earth|search)\b"
)
LAST_NAME = re.compile(r"[A-Z][a-z]+ $")
#: Roles of bodies that make things or programmes, whose names products, ships and teams bear too.
MAKERS = frozenset({"BUS", "MED"})
BRAND_BEFORE = re.compile(r"(?:\b[A-Z]{3,5}[ -])$")
#: What stands behind a body's name in that of its officers and branches.
OFFICES = frozenset(
    "Chief Executive Chairman Chairwoman Group Inc Corp Co Ltd Plc Holdings International Company Corporation News World Service"
    " Television Radio Online Newsnight Today Persian Arabic Turk Turkish English Monday Tuesday Wednesday Thursday Friday Saturday"
    " Sunday Vice Senior General Deputy Founder Foundation Capital Motors Motor Mobil Bank Energy Airlines Airways".split()
)
#: The rest of the name of a committee for the matters of a body, or of a longer region.
LONGER_BODY = re.compile(r" (?:Sub)?[Cc]ommittee\b|-Pacific\b")
#: Codes of associations, which other countries have by the same name.
CIVIL_BODIES = ("NGO", "USANGO", "GBRNGO", "USAEDU", "GBREDU")
JOURNAL = re.compile(r"\b(?:[Jj]ournal|[Mm]agazine) of (?:the )?$")
OF_COUNTRY = re.compile(r" of (?:the )?([A-Z][a-z]+)\b")
#: Codes of continents: bodies end in their names.
CONTINENTS = frozenset({"EUR", "AFR", "ASA", "LAM", "SAM"})
#: The rest of a longer name than that of a body: *the House **of Saud***.
OF_NAME = re.compile(r"(?:'s)? of (?:the )?[A-Z]")
#: What Americans call a house of their parliament, as others call theirs, and what else stands in texts about it.
HOUSES = frozenset({"the House", "House"})
AMERICAN_HOUSES = re.compile(r"\b(?:House of Representatives|Congress(?:man|woman)?|Senate|Capitol|House [A-Z])\b")
#: A noun behind a word for a nation, which is then no surname: *Cuban **rebels***, *Cuban-**made***.
NOUN_BEHIND = re.compile(
    r"-|s\b|\s(?!\w+ed\b|(?:and|has|had|is|was|will|would|who|in|on|at|to|also|told|sa(?:id|ys?)|went|wrote|made)\b)[A-Za-z]"
)
#: Titles that stand before a first name.
ROYAL = frozenset({*"prince princess king queen sheikh sheik emir sultan duke".split(), "crown prince"})
#: What a text about Korea calls the two states: ***the North** fired a missile*.
HALVES = re.compile(r"\b[Tt]he (North|South)\b(?!-| [A-Z]| of\b)")
HALF = {"North": ("PRK", "North Korea"), "South": ("KOR", "South Korea")}
COMPASS = frozenset({"the West", "West", "the East", "the North", "the South"})
NOT_NAMES = frozenset(
    "himself herself itself themselves whose whom "
    "the a an this that these those he she it they we i you his her its their our my your there here in on at by for from to of "
    "with and but or if when while as after before since until although though because however meanwhile also then now today "
    "feb apr aug sept oct nov dec "
    "yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december mr mrs ms dr what who which why how where no not yes according despite during "
    "under over behind beside above below near outside inside among amid between against across along around beyond within without "
    "through throughout toward towards upon via per like unlike about more most "
    "many some all both each one two three four five six seven eight nine ten such only even just "
    "last next first second new earlier later still once so too very than english god internet christmas easter ramadan "
    "islam christianity earth everything everyone everybody something someone somebody nothing nobody anything anyone anybody".split()
)
#: Months that are surnames too, and what stands before the month.
MONTHS_AS_NAMES = frozenset({"May", "March", "August"})
DATED_BEFORE = re.compile(r"(?i)(?:\b(?:last|next|this|the|a|early|late|mid|of)|\d(?:st|nd|rd|th)?|-)\s*$")
MONTH_BEFORE = re.compile(
    r"(?i)(?:\b(?:in|on|since|by|until|till|last|next|this|early|late|mid|from|to|of|before|after|for|through|during|the|a|an|around|"
    r"between|every|each|(?:january|february|march|april|june|july),?(?: and)?)|\d(?:st|nd|rd|th)?|-)\s*$"
)
#: A date that begins like a name: ***Jan. 29***.
DAY_OF_MONTH = re.compile(r"(?:Jan|Jun|Jul|Dec|Oct|Aug|Sep|Mar)\.?\s+\d")
#: What stands before the last part of a surname that is a place's name as well: *Senator **de** Lima*.
PARTICLES = tuple(f"{before}{word} " for before in ' ("' for word in ("de", "De", "da", "Da", "von", "van"))
#: Articles before Arab surnames, which texts leave out at will.
ARTICLES_OF_NAMES = frozenset({"al", "el", "ul", "as", "ash", "ad"})
COURTESY = frozenset("Mr Mrs Ms Miss Dr Sir Lady Lord Prof Mr. Mrs. Ms. Dr.".split())
#: Words before names of things that cannot act: *Hurricane Matthew*.
NAMED_THINGS = frozenset(
    "Hurricane Typhoon Cyclone Storm Tropical Mount Lake River Operation Flight Apollo Voyager Co County".split()
)
#: Last words of names of things that cannot act: *the Winter **Games***, *the **Quran***.
THINGS = frozenset(
    "Games Festival Act Bill Treaty Cup Prize Prix Award Awards Day Week Weekend Year Street Avenue Road Square Bridge River Sea Ocean "
    "Gulf Bay Mountain Mountains Desert Quran Koran Bible Torah Talmud Brexit Obamacare Olympics Oscars Championship Championships "
    "Trophy Stadium Arena Moon Mars Jupiter Venus Christmas Initiative Project Plan Programme Program Agenda Amendment Article "
    "Constitution Declaration Protocol Agreement Agreements Accord Accords Convention Pact Charter Covenant Communique Anthem "
    "Tower Towers Park Gardens Museum Cathedral Channel Tunnel Highway Boulevard Lane".split()
)
DEFINITE_BEFORE = re.compile(r"(?i)\b(?:the|both|these|those|all)\s+(?:(?:two|three|four|five|six|seven)\s+)?[\w\s]*$")
UNIDENTIFIED = re.compile(r"(?i)\b(?:unknown|unidentified|unnamed)\b")
LONE_ATTACKERS = frozenset("bomber attacker assailant".split())
#: Offices of one country by their code that others have too, whose they are where that country is not named.
ALSO_ELSEWHERE = frozenset({"secretary of state", "sen."})
#: Members of the congress of the United States, and the countries that have another whose members go by the same titles.
OF_CONGRESS = frozenset({"rep.", "congressman", "congressmember", "congressperson", "congresswoman"})
OTHER_CONGRESSES = frozenset("PHL COL PER MEX BRA ARG CHL GTM HND BOL ECU PRY VEN CRI".split())
#: Agents of whom the body that they serve says what they are.
OF_ANY_BODY = frozenset("officer agent analyst researcher investigator commander employee worker".split())
#: Ranks in capitals, but leaders of teams and crews else: *the **captain** was booked*.
ALSO_OF_TEAMS = frozenset({"captain"})
#: Agents whose *for X* names whom they are sent to, not whose they are.
SENT = frozenset(
    "envoy ambassador representative coordinator rapporteur negotiator mediator adviser advisor expert".split()
)
#: Agents who are abroad where they are *in* a place.
ENVOYS = frozenset(
    "envoy envoys delegation delegations delegate delegates negotiator negotiators mediator mediators ambassador ambassadors "
    "diplomat diplomats correspondent correspondents".split()
)
#: These, and the houses they work in.
SENT_ABROAD = ENVOYS | frozenset({"embassy", "embassies", "consulate", "consulates"})
#: What is held in a neutral place, which is then not whom the story is about: *the **talks in** Geneva*, *the Astana **process***.
VENUE_BEFORE = re.compile(
    r"\b(?:talks|negotiations|summit|conference|meeting|round|forum|delegations?|envoys?|negotiators?) "
    r"(?:held |due |scheduled )?(?:in|at) $"
)
VENUE_AFTER = re.compile(
    r"\s+(?:peace\s+)?(?:talks|negotiations|summit|conference|meeting|process|format|round|accords?|agreements?|convention|protocol)\b"
)
#: Roles of titled people who are of the story's country where nothing else is said of them.
OFFICES = frozenset("GOV LEG JUD COP MIL PTY OPP".split())
#: Adjectives that are mostly of a language, and of no place.
LANGUAGES = frozenset({"English", "Latin"})
#: Names of bodies that the dictionaries know for those of one state only.
OF_MANY_STATES = re.compile(
    r"Senate\b|House of Representatives\b|Department of Justice\b|Justice Department\b|Supreme Court\b"
)
#: Roles of those who speak of other countries than their own.
OBSERVERS = frozenset("EDU MED NGO HRI".split())
#: How much a country must be told of for people without any to be of it.
TOLD_OFTEN = 6
#: The shares of all that is told of countries from which on people, unknown names and observers are likely of the country of the story.
TOLD_WELL = 0.4
TOLD_MOSTLY = 0.7
TOLD_ALONE = 0.9
TOLD_AT_ALL = 3
#: Roles of authorities that are of the place where they act.
OF_THE_PLACE = frozenset({"COP", "JUD"})
PLACE_BEFORE = re.compile(r"\b(?:in|from|across|throughout|inside|near)\s+(?:(?:the|an?)\s+)?(?:[a-z]+ern\s+)?$")
#: Those who wear crowns, the states that have them, and of these the ones that call somebody president.
CROWNS = frozenset("king queen monarch prince princess crown emir sultan".split())
MONARCHIES = frozenset(
    "GBR ESP DNK NOR SWE NLD BEL LUX LIE MCO AND JPN THA MYS BRN KHM BTN TON SAU JOR MAR BHR KWT QAT ARE OMN LSO SWZ AUS CAN NZL".split()
)
CROWNLESS = frozenset({"ARE", "ESP"})
#: States that wage war abroad and have had none at home for long.
FAR_FROM_WAR = frozenset("USA GBR FRA CAN AUS DNK NLD BEL".split())
#: Persons of whom nothing is told.
ANYBODY = frozenset("man men woman women brother brothers sister sisters couple person persons individuals".split())
#: Crowds that do harm to others.
MOBS = frozenset("mob mobs crowd crowds gang gangs vigilantes attackers assailants".split())
#: What only compares: *an area the **size of** Greece*.
COMPARED = re.compile(r"\b(?:size of|than|like|unlike|similar to)\s+(?:the\s+)?$")
#: The way to a country that is then *the country*: *flew **to** Peru and met the country's president*.
WAY_TO = re.compile(r"\b(?:in|to|of|from|across|visited|visiting)\s+(?:the\s+)?$")
#: Violence and the way from it to the place where it was done: *the January **raid** on a compound **in southern** Yemen*.
VIOLENCE_IN = re.compile(
    r"\b(?:raids?|attacks?|(?:air\s?|drone )?strikes?|bombings?|offensives?|operations?|missions?|fighting|wars?|battles?|clashes"
    r"|shootings?|explosions?|blasts?|ambush|ambushes|siege|massacres?|campaigns?|crackdown|killings?|hostage-taking)"
    r"(?:\s+(?!in\b)[\w'\-]+){0,6}\s+(?:in|across|inside|near)\s+(?:the\s+)?(?:[a-z\-]+\s+){0,2}$"
)
#: The prepositions of that way, among the last four words of it.
INTO_SCENE = frozenset({"in", "across", "inside", "near"})
VIOLENCE_AFTER = re.compile(
    r"\s+(?:military\s+|air\s+|drone\s+|commando\s+|special forces\s+)?(?:raids?|strikes?|operations?|offensives?|missions?)\b"
)
#: People who are mostly at home where violence befalls them or is done by them: roles, and nouns.
ARMED_AT_SCENE = frozenset({"REB", "UAF"})
PEOPLE_AT_SCENE = frozenset(
    "civilian civilians people residents villagers children women locals families bystanders victims tribesmen population "
    "townspeople inhabitants non-combatants passers-by worshippers shoppers households".split()
)
#: Forces that are abroad, after whose country no other soldiers are of it.
PEACEKEEPING = re.compile(r"(?i)\bpeace-?keep|\bblue helmets?\b")
#: How many sentences the scene of violence holds for those who have no country.
SCENE_HOLDS = 4
#: Primary codes of those who have agents and no country.
BODY_PRIMARIES = frozenset({"IGO", "NGO", "IMG"})
#: Words for bodies of states as a whole, not for a bank or a court of theirs.
ALLIANCES = ("bloc", "alliance")
#: Short words for a body named before, and the roles or primary codes that it can have.
SHORT_WORDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("group", "outfit"), frozenset("REB UAF SEP IMG NGO HRI".split())),
    **dict.fromkeys(("organisation", "organization"), frozenset("REB IMG NGO HRI IGO".split())),
    "movement": frozenset("REB SEP OPP PTY".split()),
    "militia": frozenset("REB UAF".split()),
    "party": frozenset("PTY".split()),
    **dict.fromkeys(ALLIANCES, frozenset({"IGO"})),
    **dict.fromkeys(("company", "firm"), frozenset("BUS MNC".split())),
}
SHORT_REFERENCE = re.compile(
    r"\b(?:the|this)\s+(?P<kind>(?:militant|terror|terrorist|jihadist|jihadi|extremist|rebel|armed|insurgent|islamist|separatist"
    r"|opposition|rights|human rights|aid|environmental)\s+)?(?P<word>" + "|".join(SHORT_WORDS) + r")\b"
    r"(?!\s+(?:of|that|which|who|whose|called|known|led|between|in|for|member|leader|chief|official|conference|line|stage)s?\b)"
)
#: Kinds that only armed groups are of.
ARMED_KINDS = frozenset(
    "militant terror terrorist jihadist jihadi extremist rebel armed insurgent islamist separatist".split()
)
ARMED_BODIES = frozenset("REB UAF SEP IMG".split())
#: Roles of groups of one country whose capitals others have too: *SRF*.
LESSER_BODIES = ARMED_BODIES | {"OPP", "PTY"}
#: Words before a body that somebody is against, whom *the group* is not if another was named: *the campaign **against** Isis*.
OPPOSED = re.compile(r"\b(?:anti|against|from|oust|ousted|defeat|defeated|fighting|battling)(?:-|\s+(?:the\s+)?)$")
#: How many sentences back a short word looks for the body that it stands for.
SHORT_REACH = 2
JIHADIST_KINDS = frozenset("terror terrorist jihadist jihadi militant extremist islamist".split())
JIHADIST_GROUPS = frozenset(f"{kind} group" for kind in JIHADIST_KINDS)
#: Words for those who fight for Islamic State or al-Qaeda, and names of armed groups that are no jihadists.
JIHADISTS = frozenset("militants jihadists jihadis extremists terrorists islamists".split())
NO_JIHADISTS = re.compile(
    r"(?i)kurd|ypg|pkk|sdf|peshmerga|people's protection|democratic forces|free syrian|houthi|hezbollah|mobili[sz]ation"
)
#: Who holds a place, by the word before *held*.
HOLDERS = {
    **dict.fromkeys("rebel insurgent militant jihadist separatist opposition kurdish".split(), "REB"),
    **dict.fromkeys("government regime".split(), "GOV"),
}
HELD_PLACE = re.compile(
    r"\b("
    + "|".join(HOLDERS)
    + r")-(?:held|controlled)\s+(?:[a-z]+\s+)?(?:territor(?:y|ies)|areas?|towns?|villages?|districts?|cit(?:y|ies)"
    r"|neighbou?rhoods?|regions?|suburbs?|enclaves?|positions|zones?|parts?|land|ground|north|south|east|west)\b(?! of [A-Za-z])"
)
#: Days after which a former official's name is likelier that of somebody else, where his country is not named at all.
FORGOTTEN = 8 * 365
#: What stands behind people who are accused of something, whom *the defendants* and *the suspects* then are.
ACCUSED_AFTER = re.compile(
    r"\s+(?:have been |has been |had been |were |was |are |is |)(?:\w+ly )?(?:charged|indicted|accused|arrested|detained|suspected)\b"
)
ACCUSED = frozenset("defendant defendants suspect suspects accused detainee detainees".split())
#: Nouns for bodies that are nobody in particular until one is named.
BODY_WORDS = frozenset(
    "council commission union alliance bloc bank fund court tribunal committee agency assembly league organisation organization "
    "mission coalition group movement front".split()
)
BODIES = frozenset("BUS MED NGO EDU LAB REL MNC".split())
SPEECH = (
    "(?:said|says|told|tells|wrote|writes|replie[ds]|explain(?:ed|s)|recall(?:ed|s)|conclude[ds]|add(?:ed|s)|warn(?:ed|s)|announce[ds]"
    "|insist(?:ed|s)|stress(?:ed|es)|argue[ds]|claim(?:ed|s)|declare[ds]|stated|note[ds]|urge[ds]|called|vow(?:ed|s))"
)
SPEAKS_AFTER = re.compile(rf"(?:\s+\w+ly)?\s+(?:has |had |also |later )?{SPEECH}\b")
SPEAKS_BEHIND_APPOSITION = re.compile(
    rf", (?:who |the |an? |[a-z])[^,.;\"]{{3,125}},(?:\s+\w+ly)?\s+(?:has |had |also |later )?{SPEECH}\b"
)
#: The same with verbs for what else the speaker of the sentence before goes on to do in words.
SPEAKS_ON = re.compile(
    rf"(?:\s+\w+ly)?\s+(?:has |had |also |later )?(?:{SPEECH}|accused|criticised|criticized|condemned|praised|thanked"
    r"|promised|demanded|denied|rejected|described|suggested|acknowledged|confirmed|admitted|expressed|cited|blamed|dismissed|defended"
    r"|predicted|repeated|reiterated|questioned|denounced|appealed|pledged|rebuked|welcomed|referred|pointed out|went on|continued)\b"
)
#: What else somebody does who tells of others.
TELLS_AFTER = re.compile(
    r"(?:\s+\w+ly)?\s+(?:has |had |also |later )?(?:describe[ds]|testifie[ds]|believe[ds]|thinks|thought|reveale?[ds]|reporte?[ds]"
    r"|suspect(?:ed|s)|estimate[ds]|reckon(?:ed|s)|remember(?:ed|s)|hear[ds])\b"
)
SPEAKS_BEFORE = re.compile(rf"\b{SPEECH}\s+$")
#: A verb before those to whom somebody speaks, a pronoun that speaks, and the marks that open a quotation.
TOLD_BEFORE = re.compile(r"\b(?:told|tells|warn(?:ed|s)|urge[ds]|called)\s+(?:the |his |her |their )?$")
PERSON_SPEAKS = re.compile(rf"\b([Hh]e|[Ss]he) (?:has |had |also |later |then )?{SPEECH}\b")
OPENING_QUOTES = frozenset('"“')
CLOSING_QUOTES = frozenset('"”')
#: Words before a name that is then part of a body's: *the Department **for** Education said*.
OF_A_BODY = re.compile(r"\b(?:of|for|and|the|'s) $")
#: Words before somebody who is only told of as the doer of a passive.
BEHIND_BY = re.compile(r"\bby\s+(?:[\w\-']+\s+){0,4}$")
#: Words before what somebody is, rather than who: ***as a** teenager, he left*.
AS_SUCH = re.compile(r"\b[Aa]s an? $")
#: Words before an office that nobody in particular holds: *ran **for** president*.
OFFICE_ALONE = re.compile(r"\b(?:for|as|become|became|elected|named|appointed) $")
#: Words before somebody with whom another speaks.
SPOKEN_WITH = re.compile(r"\b(?:with|to|told|by) $")
#: What ends the words that only say who speaks: *the rebels must leave, he **said.***
ASIDE = re.compile(
    r"\s+(?:said|says|added|adds|argue[ds]|claim(?:ed|s)|insist(?:ed|s)|warn(?:ed|s)|explain(?:ed|s)|note[ds])(?:[.,;]|$)"
)
#: A pronoun that speaks, wherever in its sentence.
SPEAKING = re.compile(rf"\b([Hh]e|[Ss]he)(?:\s+\w+ly)?\s+(?:has |had |also |later )?{SPEECH}\b")
#: Somebody behind the one whose he is: *the minister**'s son***.
#: What stands behind a surname that opens a sentence.
SURNAME_AFTER = re.compile(r"'s\b| (?:was|is|had|has|will|would|also|later|then|said|told|[a-z]+ed)\b")
OWNS = re.compile(r"'s? [a-z]")
#: One of many, who is *they* too: ***every parent** fears for their children*.
ONE_OF_MANY = re.compile(
    r"\b(?:[Ee]very|(?:[Aa]ny|[Ee]very|[Ss]ome)(?:one|body)"
    r"|[Aa]n? (?:\w+ )?(?:resident|person|parent|child|student|voter|patient|citizen|worker|customer"
    r"|passenger|service|user|driver|teacher|nurse|doctor|tenant|pupil|witness))\b"
)
OWNS_SOMEBODY = re.compile(
    r"'s? (?:[\w\-]+ ){0,2}?(?:ex-)?(?:wife|husband|widow|widower|son|daughter|brother|sister|father|mother|uncle|aunt|nephew|niece|cousin"
    r"|grandson|granddaughter|girlfriend|boyfriend|partner|lawyer|attorney|spokesman|spokeswoman|adviser|advisor|aide|deputy|successor"
    r"|predecessor|rival|opponent|ally|associate|assistant|secretary|chief|manager|bodyguard|driver|friend|colleague)(?:-in-law)?\b"
)
#: What stands behind the name of a person: an age, *who*, *whose*.
AS_A_PERSON = re.compile(r",? (?:\(?\d\d[,)]| who\b|whose\b|whom\b)|, (?:who|whose|a|an|\d\d)\b")
DEFINITE_NAME = re.compile(r"\b[Tt]he $")
COURTESY_BEFORE = re.compile(r"\b(?:Mrs?|Ms|Dr|Sir|Lady|Lord|Miss|Prof)\.? $")
#: What men and women are called by before a name.
ADDRESSED = re.compile(r"\b(Mr|Mrs|Ms|Miss|Lady|Sir|Lord)\.? (?:[A-Z][\w'\-]*\.? )?([A-Z][\w\-]+)")
ADDRESS_BEFORE = re.compile(r"\b(Mr|Mrs|Ms|Miss|Lady|Sir|Lord)\.? $")
PRONOUN_OF_ADDRESS = {
    **dict.fromkeys(("Mr", "Sir", "Lord"), "he"),
    **dict.fromkeys(("Mrs", "Ms", "Miss", "Lady"), "she"),
}
NAME_SPEAKS = re.compile(
    rf"\b([A-Z][\w'\-]+)(?:\s+\w+ly)?\s+(?:has |had |also |later )?{SPEECH}\b|\b{SPEECH}\s+([A-Z][\w'\-]+)"
)
#: The pronouns of a man and of a woman, each with those that go on about the same person.
PERSONAL: dict[str, frozenset[str]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), frozenset({"he", "his"})),
    **dict.fromkeys(("she", "her", "herself"), frozenset({"she", "her"})),
}
#: The forms that are no subject.
OBJECTIVE = frozenset("him his her himself herself".split())
#: Words that open a clause in front of the main one.
FRONTED = re.compile(
    r"\W*(?:(?:however|but|and|meanwhile|still|yet|also|now|then|later),?\s+)?(?P<link>despite|after|before|while|when|in|as|during|with|since|although|though|speaking|asked|following|until|once|by|if"
    r"|unlike|on|at|for)\b",
    re.I,
)
#: A pronoun that is what a sentence is about, behind at most a connective.
TOPIC = re.compile(
    r"\W*(?:(?:[Bb]ut|[Aa]nd|[Yy]et|[Ss]o|[Tt]hen|[Ll]ater|[Hh]owever|[Nn]evertheless|[Nn]onetheless|[Ii]nstead|[Aa]lso|[Ss]till"
    r"|[A-Z][a-z]+ly)\b,?\s+)?(?:[A-Z][a-z]+ [^A-Z.;:,]{0,40},\s+)?([Hh]e|[Ss]he|[Hh]is|[Hh]er)\b"
)
#: How far from its beginning, in characters, a word still opens a sentence.
OPENING = 25
#: What stands behind a name that acts, rather than one that only goes with a noun: *the **Kremlin** propaganda*.
ACTS_AFTER = re.compile(
    r" (?:has|have|had|is|are|was|were|will|would|can|could|may|might|must|should|did|does|do|and|or|to|in|on|at|for|of|with|by|from|as"
    r"|that|which|who|\w+ed|says?|told|tells?|\w+s)\b"
)
#: The word behind an agent, unless its ending shows that it is no noun: *the general **position***.
WORD_BEHIND = re.compile(r"[ -](?!\w+(?:ed|ly|ing)\b)([a-z]{3,})(?<!s)\b")
#: Nouns before which *police* is no actor.
BEHIND_POLICE = re.compile(
    r" (?:bail|custody|stations?|protection|escorts?|brutality|violence|presence|checkpoints?|cars?|vans?|cordons?|raids?|operations?"
    r"|investigations?|inquir(?:y|ies)|records?|academy|dogs?|helicopters?|misconduct|abuse|corruption|work|powers|watch-?list|state)\b"
)
#: Agents behind which also a word in -s is a noun, not a verb.
DESCRIBING = re.compile(
    r"(?:rebel|insurgent|guerrilla|militant|separatist|opposition|jihadist|terrorist|extremist|witness)$", re.I
)
MANY_BEHIND = re.compile(rf" (?!{SPEECH})([a-z]+s)\b")
#: The rest of a person's name behind its first word.
PERSONS_NEXT_NAME = re.compile(r" ([A-Z][a-z]+(?:-[a-z]+)?)\b(?![.'])")
#: What stands between two of whom a sentence speaks together: *Xi **and the Russian president**, Vladimir Putin, met*.
AND_BETWEEN = re.compile(
    r",?\s+and\s+(?:the\s+|his\s+|her\s+)?"
    r"(?:(?:[A-Z][\w\-]+|president|(?:prime |foreign )?minister|premier|chancellor|counterpart),?\s+){0,5}"
)
LOCATED = re.compile(r"\b(?:in|at|near|across|inside|around|outside|from|and|of)\s+(?:the\s+)?$")
#: Words before a country in which something only is or happens.
WITHIN = re.compile(r"\b(?:in|across|inside|around|outside|throughout)\s+(?:the\s+)?(?:[a-z\-]+ern\s+)?$")
PLURAL = frozenset("they them their themselves".split())
NEUTER = frozenset("it its itself".split())
FIRST = frozenset("we us our i me my".split())
FIRST_PERSON = re.compile(r"\b(?:we|us|our|i|me|my)(?:re|ve|ll|d|m|s)?\b", re.I)
#: Pronouns that can stand for somebody named before, as far as the parser may take them out of a contraction (*they're*, *theyre*).
PRONOUN = re.compile(
    r"\b(they|them|their|themselves|he|him|his|himself|she|her|herself|it|its|itself)(?:re|ve|ll|d|s)?\b", re.I
)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody or something introduced in the text, to whom later short names refer."""

    code: str
    name: str | None
    entry: str
    position: int


def compose(primary: str, roles: Sequence[str]) -> str:
    """Joins a primary code and role codes, each once."""
    out = [primary]
    for role in roles:
        for at in range(0, len(role), 3):
            part = role[at : at + 3]
            if part and part not in out:
                out.append(part)
    return "".join(out[:4])


class MentionFinder:
    """Finds mentions with a lexicon; holds nothing of any document."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def find(self, text: str, sentences: Sequence[Sentence], day: date) -> DocumentMentions:
        """Returns every mention of a document, ordered by position, without overlaps."""
        return _Search(self.lexicon, text, sentences, day).run()


class DocumentMentions:
    """The mentions of one document, with what is needed to look them up and to resolve short references."""

    def __init__(
        self,
        mentions: list[Mention],
        adjectives: list[tuple[int, int, str, str]],
        sentences: Sequence[Sentence],
        members: dict[int, list[Mention]],
        text: str = "",
        first_names: Mapping[str, str] | None = None,
        surnames: Mapping[str, str] | None = None,
        story: str = "",
        story_share: float = 0.0,
    ) -> None:
        self.mentions = mentions
        #: The country of which the text tells most, if any, and its share of all that is told of countries.
        self.story = story
        self.story_share = story_share
        self.members = members
        self._starts = [m.start for m in mentions]
        self.adjectives = adjectives
        self._adjective_starts = [a[0] for a in adjectives]
        self._sentence_starts = [s.start for s in sentences]
        self.sentences = sentences
        self.text = text
        self._first_names = first_names or {}
        #: Last words of the unknown names of the text, by which it may go on, each with the first.
        self._surnames = surnames or {}
        #: Last words of names behind *Mr* or *Ms*, with the pronoun.
        self._addressed: dict[str, str] | None = None
        #: Unknown names, and whether the text treats them as somebody's.
        self._persons: dict[str, bool] = {}

    def at(self, offset: int) -> Mention | None:
        """The mention that covers an offset."""
        i = bisect_right(self._starts, offset) - 1
        return self.mentions[i] if i >= 0 and offset < self.mentions[i].end else None

    def adjective_at(self, offset: int) -> tuple[int, int, str, str] | None:
        """The nationality adjective (start, end, country code, entry) that covers an offset."""
        i = bisect_right(self._adjective_starts, offset) - 1
        return self.adjectives[i] if i >= 0 and offset < self.adjectives[i][1] else None

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in a stretch of text."""
        return self.mentions[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

    def told_of(self, start: int, end: int) -> set[str]:
        """The primary codes of states and bodies named in a stretch of text, if only by an adjective."""
        first, last = (bisect_right(self._adjective_starts, at - 1) for at in (start, end))
        codes = {a[2][:3] for a in self.adjectives[first:last]}
        return (codes | {m.code[:3] for m in self.between(start, end)}) - {"---", "NGO"}

    def sentence_of(self, offset: int) -> int:
        """The index of the sentence at an offset."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def names_somebody(self, sentence: Sentence) -> bool:
        """Whether anybody is named in a sentence, if only by a pronoun; where nobody is, no event has a source or target."""
        if self.at(sentence.start) is not None or self.between(sentence.start, sentence.end):
            return True
        first = bisect_right(self._adjective_starts, sentence.start - 1)
        if first < len(self.adjectives) and self.adjectives[first][0] < sentence.end:
            return True
        pronouns = PRONOUN.finditer(self.text, sentence.start, sentence.end)
        if any(
            self.antecedent(p.start(), p.group(1)) is not None or self.pair(p.start(), p.group(1)) for p in pronouns
        ):
            return True
        speaking = FIRST_PERSON.finditer(self.text, sentence.start, sentence.end)
        return any(self.quoted_speaker(p.start()) is not None for p in speaking)

    def antecedent(self, offset: int, word: str, excluded: Sequence[int] = ()) -> Mention | None:
        """Whom a pronoun stands for: the most prominent fitting mention of this sentence or the one before, or None.

        Args:
            offset: where the pronoun stands.
            word: the pronoun.
            excluded: offsets of words that it cannot stand for, as the subject of its own verb: *A met B and paid **him***.
        """
        here = self.sentence_of(offset)
        lower = word.lower()
        if lower in PLURAL:
            several = self._search(offset, here, lambda m: m.plural or m.start in self.members, last=True)
            since = max(self.sentences[here].start, several.end if several is not None else 0)
            if ONE_OF_MANY.search(self.text, since, offset):
                return None
            if several is not None:
                return several
        fitting = _FITTING.get(lower)
        if fitting is None:
            return None

        def fits(m: Mention) -> bool:
            return fitting(m) and not any(m.start <= at < m.end for at in excluded)

        if lower in PERSONAL:
            found = self._person(offset, lower, lambda m: fits(m) or self._is_surname(m))
            return None if found is not None and self._is_who_quotes(offset, found) else found
        sentence = self.sentences[here]
        before = [m for m in self.between(sentence.start, offset) if m.end <= offset and fits(m)]
        if before:
            return before[-1] if lower in PLURAL and len({m.code for m in before}) > 1 else before[0]
        return self._search(sentence.start, here, fits)

    def _person(self, offset: int, word: str, fits: Callable[[Mention], bool], depth: int = 0) -> Mention | None:
        """The person whom *he* or *she* goes on about: of this sentence, or else of the two before.

        Of several in one sentence only the one who speaks or stands first is taken, and in an earlier sentence only by a pronoun that
        opens its own or speaks; a sentence that is itself about *he* hands on whom that stood for. A name that may be a person's
        stands against the others, and is not taken itself.
        """
        here = self.sentence_of(offset)
        sentence = self.sentences[here]
        opening = offset - sentence.start < OPENING
        verbs = SPEAKS_ON if opening else SPEAKS_AFTER
        speaks = verbs.match(self.text, offset + len(word)) is not None

        def meant(m: Mention) -> bool:
            if m.kind == "agent" and OFFICE_ALONE.search(self.text, max(0, m.start - 12), m.start):
                return False
            return fits(m) and not self._contradicts(word, m) and not self._is_across_quotes(m, offset, speaks)

        aside = (
            speaks and self.text[offset - 2 : offset] == ", " and ASIDE.match(self.text, offset + len(word)) is not None
        )
        before = [
            m
            for m in self.between(sentence.start, offset)
            if m.end <= offset
            and not aside
            and meant(m)
            and not AS_SUCH.search(self.text, max(0, m.start - 6), m.start)
            and not (speaks and SPOKEN_WITH.search(self.text, max(0, m.start - 8), m.start))
        ]
        before = self._without_owners(before)
        if self._is_strangers(sentence, offset, before):
            return None
        if before:
            return (
                None
                if word in OBJECTIVE and self._is_doubtful(before)
                else self._foremost(before, word, sentence, speaks)
            )
        ahead = self._ahead(sentence, offset, lambda m: fits(m) and not self._is_other(word, m))
        if ahead is not None:
            return ahead
        opening = speaks or opening
        for back in (1, 2):
            if here - back < 0:
                break
            sentence = self.sentences[here - back]
            topic = TOPIC.match(self.text, sentence.start, sentence.end)
            spoken = None if topic else SPEAKING.search(self.text, sentence.start, sentence.end)
            if spoken is not None and self._is_quoted(offset) and not SPEAKS_ON.match(self.text, offset + len(word)):
                return None
            topic = topic or spoken
            found = self._without_owners([m for m in self.between(sentence.start, sentence.end) if meant(m)])
            if topic is not None and depth < 4 and (told := topic.group(1).lower()) in PERSONAL[word]:
                others = any(m.kind != "agent" and not self._opens(m) for m in found)
                if not (others and told in ("his", "her")):
                    return self._person(topic.start(1), told, fits, depth + 1)
            if self._unknown_speaks(sentence, found):
                return None
            if not found:
                continue
            found = [m for m in found if not BEHIND_BY.search(self.text, max(0, m.start - 50), m.start)]
            if not found:
                return None
            telling = any(TELLS_AFTER.match(self.text, m.end) or self._speaks(m) for m in found)
            if len(self._persons_of(found)) > 1 and (not opening or (telling and not speaks)):
                return None
            if not speaks and self._is_doubtful(found):
                return None
            return self._foremost(found, word, sentence, speaks)
        return None

    def _is_strangers(self, sentence: Sentence, offset: int, found: Sequence[Mention]) -> bool:
        """Whether a sentence is about an unknown name's doings, behind whoever else it names: ***Spicer's** start and his ways*."""
        since = found[-1].end if found else sentence.start
        return any(
            m.kind == "name" and m.code == "---" and " " not in m.text and OWNS.match(self.text, m.end) is not None
            for m in self.between(since, offset)
            if m.end <= offset
        )

    def _is_who_quotes(self, offset: int, somebody: Mention) -> bool:
        """Whether somebody is named before in the sentence of a quotation as the one whose words they are: *Tarn said: "**He** left"*."""
        sentence = self.sentences[self.sentence_of(offset)]
        quotes = [
            m
            for m in self.between(sentence.start, sentence.end)
            if m.start != somebody.start
            and self._speaks(m)
            and (self._is_across_quotes(m, offset, False) if m.end <= offset else self._is_quoted_before(m, offset))
        ]
        last = (somebody.name or somebody.text).split()[-1]
        return any((m.name or m.text).split()[-1] == last for m in quotes)

    def _is_quoted_before(self, m: Mention, offset: int) -> bool:
        """Whether a place lies in the quotation that ends right before somebody who speaks: *"**He** left," said Tarn*."""
        between = self.text[offset : m.start]
        return between.count('"') == 1 and len(between) - between.index('"') < OPENING

    def _is_quoted(self, offset: int) -> bool:
        """Whether a place lies within quotation marks that its own sentence opens."""
        start = self.sentences[self.sentence_of(offset)].start
        return self.text.count('"', start, offset) % 2 == 1

    def _is_across_quotes(self, m: Mention, offset: int, speaks: bool) -> bool:
        """Whether quotation marks part somebody from *he*: who speaks is not within the words quoted, nor calls himself so in them."""
        return self.text.count('"', m.end, offset) % 2 == 1 and self._speaks(m) != speaks

    def _is_doubtful(self, found: Sequence[Mention]) -> bool:
        """Whether the first of several is an unknown name that may be a man's or a woman's, while that of another tells."""
        first = found[0]
        return first.kind == "name" and self._gender(first) is None and any(self._gender(m) for m in found)

    def _without_owners(self, found: Sequence[Mention]) -> list[Mention]:
        """The persons without those who only say whose another of them is: *the minister's **son***."""
        ends = {m.start: owns.end() for m in found if (owns := OWNS_SOMEBODY.match(self.text, m.end))}
        return [m for m in found if not any(m.end <= o.start < ends.get(m.start, 0) for o in found)]

    def _is_surname(self, m: Mention) -> bool:
        """Whether a single unknown word is the last of a name of the text, so that it stands beside other persons."""
        return m.kind == "name" and m.text in self._surnames

    def _foremost(self, found: Sequence[Mention], word: str, sentence: Sentence, speaks: bool) -> Mention | None:
        """The only person of a sentence; of several the one who speaks, where the pronoun does too, or who opens it."""
        chosen = found[0]
        if len(self._persons_of(found)) > 1:
            speaking = [m for m in found if self._speaks(m)] if speaks else []
            if speaking:
                chosen = speaking[0]
            elif chosen.start - sentence.start >= OPENING:
                return None
        return None if self._is_other(word, chosen) else chosen

    def _persons_of(self, found: Sequence[Mention]) -> list[Mention]:
        """One mention of each person: a title and the name beside it are one, and so is a name and its last word."""
        out: list[Mention] = []
        for m in found:
            last = m.text.lower().split()[-1]
            if any(
                (m.name is not None and m.name == o.name)
                or last == o.text.lower().split()[-1]
                or (m.code == o.code and self.text[o.end : m.start].strip(" ,-") == "")
                for o in out
            ):
                continue
            out.append(m)
        return out

    def _ahead(self, sentence: Sentence, offset: int, fits: Callable[[Mention], bool]) -> Mention | None:
        """The person whom a clause in front already speaks of: *Despite **his** defeat, Fillon vowed to go on*."""
        fronted = FRONTED.match(self.text, sentence.start)
        if fronted is None or "," in self.text[fronted.start("link") : offset]:
            return None
        comma = self.text.find(",", offset, sentence.end)
        near = self.between(comma, comma + 40) if comma > 0 else []
        between = self.text[comma + 1 : near[0].start] if near else ""
        named = bool(near) and near[0].kind != "agent" and all(w[:1].isupper() or w == "the" for w in between.split())
        return near[0] if named and fits(near[0]) else None

    def fits(self, word: str, m: Mention) -> bool:
        """Whether a pronoun can stand for a mention by number and kind."""
        fits = _FITTING.get(word.lower())
        if fits is None:
            return False
        if word.lower() in PLURAL and m.start in self.members:
            return True
        return fits(m) and not self._is_other(word.lower(), m)

    def _gender(self, m: Mention) -> str | None:
        """Whether somebody's first name is of those who are *he* or of those who are *she*; None where it tells neither."""
        if m.kind not in ("actor", "name"):
            return None
        address = ADDRESS_BEFORE.search(self.text, max(0, m.start - 6), m.start)
        if address is not None:
            return PRONOUN_OF_ADDRESS[address.group(1)]
        words = (m.name or m.text).translate(Fold()).split()
        return (
            self._first_names.get(words[0])
            or self._pronoun_of_surname(words[-1])
            or self._first_names.get(self._surnames.get(words[-1], ""))
        )

    def _pronoun_of_surname(self, surname: str) -> str | None:
        """How the text speaks of somebody elsewhere: *Mr Tarn*; None where it has a Mr and a Mrs of that name."""
        if self._addressed is None:
            self._addressed = {}
            for found in ADDRESSED.finditer(self.text):
                pronoun = PRONOUN_OF_ADDRESS[found.group(1)]
                if self._addressed.setdefault(found.group(2), pronoun) != pronoun:
                    self._addressed[found.group(2)] = ""
        return self._addressed.get(surname) or None

    def _contradicts(self, word: str, m: Mention) -> bool:
        """Whether a first name contradicts *he* or *she*, or a word only goes with the noun behind it: ***rebel** positions*."""
        if word not in PERSONAL:
            return False
        first = self._gender(m)
        if first is not None and m.kind in ("actor", "name"):
            return first not in PERSONAL[word]
        return m.kind == "agent" and self.goes_with_noun(m)

    def _is_other(self, word: str, m: Mention) -> bool:
        """Whether *he* or *she* cannot stand for somebody, or for what may not be somebody's name at all."""
        if word not in PERSONAL:
            return False
        first = self._gender(m)
        if first is None and m.kind == "name" and not m.entry.startswith("person:"):
            return not self._acts_like_a_person(m)
        return self._contradicts(word, m)

    def _acts_like_a_person(self, m: Mention) -> bool:
        """Whether the text treats an unknown name as somebody's: speaks, has an age, is *who*, or goes on by the last word alone."""
        known = self._persons.get(m.text)
        if known is None:
            last = re.escape(m.text.split()[-1])
            known = self._persons[m.text] = not DEFINITE_NAME.search(self.text, max(0, m.start - 5), m.start) and (
                self._speaks(m)
                or AS_A_PERSON.match(self.text, m.end) is not None
                or COURTESY_BEFORE.search(self.text, max(0, m.start - 6), m.start) is not None
                or re.search(rf"(?:^|[a-z,.;:\"'] ){last}\b(?! [A-Z])", self.text) is not None
            )
        return known

    def goes_with_noun(self, m: Mention) -> bool:
        """Whether an agent only describes the noun behind it: *terrorist elements*, *the general position*."""
        if m.plural:
            return m.text.lower() == "police" and BEHIND_POLICE.match(self.text, m.end) is not None
        behind = WORD_BEHIND.match(self.text, m.end)
        if behind is not None:
            return behind.group(1) not in NOT_NAMES and is_nominal(behind.group(1))
        many = MANY_BEHIND.match(self.text, m.end) if DESCRIBING.search(m.text) else None
        return many is not None and many.group(1) not in NOT_NAMES and is_plural(many.group(1))

    def sole_antecedent(self, offset: int, word: str, excluded: Sequence[int] = ()) -> Mention | None:
        """Whom *it* or *they* stands for if this sentence and the one before offer one fitting actor only, else None."""
        here = self.sentence_of(offset)
        start = self.sentences[max(0, here - 1)].start
        earlier = [m for m in self.between(start, offset) if m.end <= offset]
        found = [
            m
            for m in earlier
            if self.fits(word, m) and not any(m.start <= at < m.end for at in excluded) and not self._is_aside(m)
        ]
        if len({(m.code, m.name or m.text.lower()) for m in found}) != 1:
            return self._who_speaks_on(found, here, offset, word)
        if found[-1].start < self.sentences[here].start and not self._goes_on(found, offset + len(word)):
            return None
        later = [m for m in earlier if m.start > found[-1].start and not any(m.start <= at < m.end for at in excluded)]
        if word.lower() in NEUTER:
            things = [m for m in earlier if m.kind == "name" and not _is_person(m)]
            rival = any(m in later or (self._opens(m) and not self._gender(m)) for m in things)
            rival = rival or any(m.kind == "place" and m.start > self.sentences[here].start for m in later)
        else:
            rival = any(m.kind in ("actor", "agent") and not _is_person(m) and not self._is_aside(m) for m in later)
        return None if rival else found[0]

    def _who_speaks_on(self, found: Sequence[Mention], here: int, offset: int, word: str) -> Mention | None:
        """Who opens the sentence before by saying something and goes on to: ***Chad** said Mali lied. **It** also accused Niger*."""
        opens = here > 0 and offset == self.sentences[here].start and found[:1] != []
        if (
            not opens
            or found[0].start >= self.sentences[here].start
            or found[0].kind not in ("country", "capital", "actor")
        ):
            return None
        first = self._opens(found[0]) and self._speaks(found[0])
        return found[0] if first and SPEAKS_ON.match(self.text, offset + len(word)) else None

    def pair(self, offset: int, word: str) -> list[Mention]:
        """The two whom *they* stands for who open the sentence before: ***Xi and Putin** met in Sochi. They agreed to go on*."""
        here = self.sentence_of(offset)
        if word.lower() not in PLURAL or here == 0 or offset - self.sentences[here].start >= OPENING:
            return []
        start = self.sentences[here - 1].start
        for a, b in pairwise(self.between(start, start + 3 * OPENING)[:4]):
            if a.start - start > OPENING or self._is_aside(a):
                continue
            if (
                AND_BETWEEN.fullmatch(self.text, a.end, b.start)
                and a.code != b.code
                and ((_is_person(a) and _is_person(b)) or a.kind == b.kind == "country")
            ):
                return [changed(m, member=k) for k, m in enumerate((a, b))]
        return []

    def _goes_on(self, found: Sequence[Mention], after: int) -> bool:
        """Whether the sentence before is about the one whom it names, rather than about what that one says."""
        if any(self._speaks(m) for m in found):
            return SPEAKS_AFTER.match(self.text, after) is not None
        return self._opens(found[0])

    def _opens(self, m: Mention) -> bool:
        """Whether a mention stands at the beginning of its sentence."""
        return m.start - self.sentences[self.sentence_of(m.start)].start < OPENING

    def _is_aside(self, m: Mention) -> bool:
        """Whether a mention only says where something was or who reported it, so that a later *it* is hardly meant for it."""
        if m.code[3:6] == "MED" or (m.kind in ("agent", "actor") and self.goes_with_noun(m)):
            return True
        if (m.kind == "people" and not m.plural) or m.kind == "capital":
            after = self.text[m.end : m.end + 2]
            if after[:1] == " " and after[1:].islower() and not ACTS_AFTER.match(self.text, m.end):
                return True
        if m.kind == "country":
            return WITHIN.search(self.text, max(0, m.start - 25), m.start) is not None
        return m.kind == "capital" and LOCATED.search(self.text, max(0, m.start - 12), m.start) is not None

    def _search(self, offset: int, here: int, fits: Callable[[Mention], bool], last: bool = False) -> Mention | None:
        """The most prominent fitting mention before an offset, up to two sentences back; who speaks is most prominent."""
        for back in (0, 1, 2):
            if here - back < 0:
                break
            sentence = self.sentences[here - back]
            candidates = [
                m for m in self.between(sentence.start, min(sentence.end, offset)) if m.end <= offset and fits(m)
            ]
            if candidates:
                speaking = [m for m in candidates if self._speaks(m)]
                return (speaking or candidates)[-1 if last and not speaking else 0]
        return None

    def quoted_speaker(self, offset: int) -> Mention | None:
        """Who says a quotation that fills a sentence without naming him or her: the one speaker of the sentences before.

        *The king spoke on Monday, his minister **said**. "**I** call on all parties to wait."*
        """
        here = self.sentence_of(offset)
        if not _opens_or_ends_quoted(self.sentences[here].text):
            return None
        for back in (0, 1, 2, 3):
            if here < back:
                return None
            sentence = self.sentences[here - back]
            found = [
                m
                for m in self.between(sentence.start, sentence.end)
                if self._speaks(m)
                and not TOLD_BEFORE.search(self.text, max(0, m.start - 16), m.start)
                and not self._is_quoted(m.start)
            ]
            if found:
                return found[0] if len({m.code for m in found}) == 1 else None
            if self._unknown_speaks(sentence, []):
                return None
            told = PERSON_SPEAKS.search(self.text, sentence.start, sentence.end)
            if told is not None:
                return self.antecedent(told.start(1), told.group(1))
            if back and not _opens_or_ends_quoted(sentence.text):
                return None
        return None

    def _unknown_speaks(self, sentence: Sentence, found: Sequence[Mention]) -> bool:
        """Whether a sentence gives the word to a name that is no candidate: ***Tyab** said that the president had left*."""
        match = NAME_SPEAKS.search(self.text, sentence.start, sentence.end)
        if match is None:
            return False
        name, at = (match.group(1), match.start(1)) if match.group(1) else (match.group(2), match.start(2))
        if name.lower() in NOT_NAMES or (at - sentence.start < 3 and name.endswith("s")):
            return False
        if OF_A_BODY.search(self.text, max(0, at - 8), at):
            return False
        known = self.at(at)
        return known is None or (known.kind == "name" and known not in found and known.code == "---")

    def _speaks(self, m: Mention) -> bool:
        return (
            SPEAKS_AFTER.match(self.text, m.end) is not None
            or SPEAKS_BEHIND_APPOSITION.match(self.text, m.end) is not None
            or SPEAKS_BEFORE.search(self.text, max(0, m.start - 12), m.start) is not None
        )


def _opens_or_ends_quoted(text: str) -> bool:
    """Whether a sentence begins with a quotation, or ends one that began before it."""
    words = text.strip()
    return words[:1] in OPENING_QUOTES or (words[-1:] in CLOSING_QUOTES and words.count('"') + words.count("”") == 1)


PERSON_ENDINGS = tuple(
    "minister president chancellor premier king queen leader chief spokesman spokeswoman secretary ambassador envoy general "
    "governor mayor senator judge official officer".split()
)


#: A word of a person's name, and last words of names that are nobody's.
PERSON_WORD = re.compile(
    r"[A-Z][a-z'\u2019]*(?:[\-][A-Z]?[a-z'\u2019]+)*\.?|[A-Z][a-z]+[A-Z][a-z]+|[a-z]{1,3}|[A-Z]'[A-Z][a-z]+|[A-Z]J|J[A-Z]"
)
THING_NAMES = frozenset(
    "news times post rights center centre university college school house street road avenue square park county city town "
    "state council committee group party bank fund club hall court association institute foundation church theatre theater "
    "museum hotel airport stadium bridge hospital book prize award awards cup league games show tower day night act bill law "
    "plan project movement force army union company corp inc ltd international national world office board agency department "
    "ministry festival film series radio television network journal magazine review today week year summit forum conference "
    "system services service security bay beach island islands mountain valley river lake sea ocean desert coast border code "
    "creek hill hills falls springs heights cove point harbour harbor port village district province region area zone plaza "
    "mall belt empire dynasty kingdom republic report study survey agreement accord declaration initiative programme program "
    "campaign operation doctrine constitution amendment order directive ".split()
)


def _is_person(m: Mention) -> bool:
    if m.kind == "agent":
        return m.entry.startswith("person:") or m.text.lower().endswith(PERSON_ENDINGS)
    if m.kind == "name":
        words = m.text.split()
        if m.entry.startswith("person:"):
            return True
        return (
            len(words) in (2, 3, 4) and all(map(PERSON_WORD.fullmatch, words)) and words[-1].lower() not in THING_NAMES
        )
    return m.kind == "actor" and m.entry.startswith(("actors/persons", "person:"))


#: A noun for a woman or a man in the words for somebody: *his ex-**wife***, *the president's **son**-in-law*.
OF_A_WOMAN = re.compile(
    r"(?:\b(?:widow|wife|mother|grandmother|queen|princess|girl|girlfriend|actress|daughter|sister|lady|duchess|aunt|niece|nun|heiress"
    r"|hostess|waitress|bride)|woman)(?:-in-law)?$",
    re.I,
)
OF_A_MAN = re.compile(
    r"(?:\b(?:widower|husband|father|grandfather|king|prince|boy|boyfriend|son|brother|sir|duke|uncle|nephew|monk|imam|gentleman|gunman"
    r"|serviceman|businessman|policeman|handyman|salesman)|\bman)(?:-in-law)?$",
    re.I,
)


def _he(m: Mention) -> bool:
    return not m.plural and _is_person(m) and not (m.kind == "agent" and OF_A_WOMAN.search(m.text))


def _she(m: Mention) -> bool:
    return not m.plural and _is_person(m) and not (m.kind == "agent" and OF_A_MAN.search(m.text))


def _is_many(m: Mention) -> bool:
    """Whether words are of several though no entry says so: parties and powers by their plural, *the Greens*."""
    return m.plural or MANY.search(m.text) is not None or ("PTY" in m.code and m.text.endswith("s"))


#: Endings of words for one of a people or for its language, while *the French* and *the Dutch* are all of them.
OF_ONE = ("an", "i", "ian")


def _they(m: Mention) -> bool:
    """A singular body is *it*, except those that English takes for their members: *the police*, *the family*, *Hamas*."""
    if _is_many(m) or (m.kind == "people" and not m.text.endswith(OF_ONE)):
        return True
    if m.kind == "actor" and not _is_person(m):
        return m.code[:3] == "IMG" or m.code[3:6] in ("REB", "UAF", "SEP")
    return m.kind == "agent" and m.text.lower().endswith(MEMBERS)


#: Nouns of bodies, which are *it* though many.
COLLECTIVE = tuple("military army navy government opposition leadership press staff ministry coalition taliban".split())


def _it(m: Mention) -> bool:
    return (
        (not _is_many(m) or m.text.lower().endswith(COLLECTIVE))
        and not _is_person(m)
        and m.kind in ("country", "actor", "agent", "capital")
    )


#: Nouns of bodies that are *they* as well.
MEMBERS = tuple(
    "police family couple pair crew team staff group public population community crowd gang youth band media press delegation "
    "opposition militia cell".split()
)
#: Last words of names of several.
MANY = re.compile(
    r"\b(?:Powers|(?<!United )States|Forces|Rebels|Militants|Fighters|Troops|Allies|Taliban|[a-z]+[b-rt-z]s)$"
)


#: Which mentions a pronoun can stand for.
_FITTING: dict[str, Callable[[Mention], bool]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), _he),
    **dict.fromkeys(("she", "her", "herself"), _she),
    **dict.fromkeys(PLURAL, _they),
    **dict.fromkeys(NEUTER, _it),
}


def _initials(name: str) -> str:
    """The capitals with which the words of a name begin."""
    return "".join(w[0] for w in name.split() if w[0].isupper())


def _word_before(text: str) -> str:
    """The word with which a text ends; empty if it ends with none."""
    found = WORD_BEFORE.search(text.rpartition(" ")[2])
    return found.group() if found is not None else ""


KIND_OF_SENSE: dict[str, MentionKind] = {
    "country": "country",
    "people": "people",
    "capital": "capital",
    "seat": "capital",
    "place": "place",
    "region": "people",
    "adjective": "people",
}


class _Search:
    """One pass over one document."""

    def __init__(self, lexicon: Lexicon, text: str, sentences: Sequence[Sentence], day: date) -> None:
        self.lexicon = lexicon
        self.text = text
        self.sentences = sentences
        self.day = day
        self.folded = lexicon.folded(text)
        self.lowered = (
            self.folded.lower()
            if len(self.folded.lower()) == len(self.folded)
            else "".join(c.lower()[:1] or c for c in self.folded)
        )
        self.names: list[Hit] = []
        self.name_starts: list[int] = []
        self.by_end: dict[int, Hit] = {}
        self.by_start: dict[int, Hit] = {}
        self.out: list[Mention] = []
        self.members: dict[int, list[Mention]] = {}
        self.consumed: set[int] = set()
        self.known: dict[str, Known] = {}
        #: Last words of unknown names, each with the first.
        self.persons: dict[str, str] = {}
        self.bodies: dict[str, list[Known]] = {}
        self.told: dict[int, list[str]] = {}
        self.lexicon_countries = lexicon.country_codes
        #: Names of places that the text has behind a first name.
        self.surnames: set[str] = set()
        #: The capitals with which the words of the bodies named begin.
        self.initials: list[tuple[str, Mention]] | None = None
        #: How much is told of the country of the story, and which share that is of all that is told of countries.
        self.story_weight = 0
        self.story = ""
        self.story_share = 0.0
        #: The countries that the text names, each with the names by which it does.
        self.places: dict[str, set[str]] = {}
        self.countries: Counter[str] = Counter()
        self.sentence_starts = [s.start for s in sentences]

    def run(self) -> DocumentMentions:
        names = self._without_surnames(
            [h for h in self.lexicon.find_names(self.folded, self.day) if self._plausible(h)]
        )
        taken = [(h.start, h.end) for h in names]
        starts = [s for s, _ in taken]
        agents = []
        swallowed: set[int] = set()
        for h in self.lexicon.find_agents(self.lowered):
            if self._tells_the_hour(h):
                continue
            i = bisect_right(starts, h.end - 1) - 1
            if i >= 0 and taken[i][1] > h.start:
                inside = (
                    h.agents
                    and h.start <= taken[i][0]
                    and taken[i][1] <= h.end
                    and names[i].sense("actor", "place") is not None
                )
                if not inside or (i > 0 and taken[i - 1][1] > h.start):
                    continue
                if taken[i] == (h.start, h.end):
                    continue
                swallowed.add(i)
            agents.append(h)
        names = [h for i, h in enumerate(names) if i not in swallowed]
        self.names = sorted([*names, *agents], key=lambda h: h.start)
        self.name_starts = [h.start for h in self.names]
        self.by_end = {h.end: h for h in self.names}
        self.by_start = {h.start: h for h in self.names}
        # in the West Bank, of the occupied West Bank: what leads to a place reads past its article
        for hit in self.names:
            if hit.senses and hit.senses[0].kind == "place" and self.folded.startswith("the ", hit.start):
                self.by_start.setdefault(hit.start + len("the "), hit)
        named = [hit for hit in self.names if hit.senses]
        for hit in named:
            for code in self._hit_countries(hit):
                self.countries[code] += 1
            self._note_acquaintance(hit)
        if self.countries["USA"] >= TOLD_OFTEN and self.countries["GEO"]:
            self._read_georgia_as_state()
        for hit in self.names:
            if hit.start in self.consumed:
                continue
            if hit.agents:
                self._agent(hit)
            elif hit.senses:
                self._name(hit)
        self._short_bodies()
        self._short_references()
        self._held_places()
        self._months_as_names()
        self._unknown_names()
        self._definite_countries()
        self._halves_of_korea()
        self._counted_states()
        self._counted_nationals()
        self.out.sort(key=lambda m: (m.start, -m.end))
        kept: list[Mention] = []
        for m in self.out:
            if kept and m.start < kept[-1].end:
                if (
                    m.kind != "name"
                    and kept[-1].kind == "name"
                    and kept[-1].code == "---"
                    and kept[-1].start == m.start
                ):
                    kept[-1] = m
                continue
            kept.append(m)
        kept = self._with_countries(kept)
        adjectives = []
        for hit in self.names:
            sense = hit.sense("adjective", "region", "country", "people", "place", "capital") if hit.senses else None
            if (
                sense is not None
                and sense.code
                and (sense.end is None or sense.end >= self.day or sense.kind == "country")
            ):
                adjectives.append((hit.start, hit.end, sense.code, sense.entry))
        return DocumentMentions(
            kept,
            adjectives,
            self.sentences,
            self.members,
            self.folded,
            self.lexicon.first_names,
            self.persons,
            self.story,
            self.story_share,
        )

    def _read_georgia_as_state(self) -> None:
        """Makes *Georgia* the state in a text about the US that names nobody else of the country."""
        named = [h for h in self.names if "GEO" in self._hit_countries(h)]
        if any(self.folded[h.start : h.end] != "Georgia" for h in named):
            return
        for hit in named:
            state = hit._replace(senses=tuple(replace(s, code="USA", kind="place") for s in hit.senses[:1]))
            self.names[self.names.index(hit)] = state
            self.by_start[hit.start] = self.by_end[hit.end] = state
        self.countries["USA"] += self.countries.pop("GEO")

    def _note_acquaintance(self, hit: Hit) -> None:
        """Keeps which countries the text names, if only by somebody of them; capitals of a body's name are no naming."""
        if hit.senses[0].kind != "actor" or not self.folded[hit.start : hit.end].isupper():
            for s in hit.senses:
                self.places.setdefault(s.code[:3], set()).add(s.name)

    def _plausible(self, hit: Hit) -> bool:
        """Whether a name is not part of a longer unknown name: *Michael Jordan*, *Chad Smith*."""
        phrase = self.folded[hit.start : hit.end]
        if LONGER_NAME.match(self.folded, hit.end) and hit.senses[0].kind == "actor" and not phrase.isupper():
            return False
        if phrase in COMPASS and NEXT_NAME.match(self.folded, hit.end):
            return False
        if self.folded.startswith("non-", max(0, hit.start - 4)) or self._is_other_thing(hit) or self._ends_a_name(hit):
            return False
        if phrase in HOUSES and AMERICAN_HOUSES.search(self.folded) is None:
            return False
        if hit.senses[0].kind == "actor" and " " in phrase:
            return not (phrase.startswith("the ") and OF_NAME.match(self.folded, hit.end))
        if hit.senses[0].kind == "actor" and self._is_namesake(hit):
            return False
        if phrase[0].islower():
            articled = phrase.startswith(("the ", "occupied ")) and phrase != phrase.lower()
            return articled or hit.senses[0].kind in ("adjective", "actor") or phrase[2:3] == "-" or phrase[3:4] == "-"
        if hit.senses[0].kind == "actor" and hit.senses[0].actor is not None and hit.senses[0].actor.is_person:
            before = _word_before(self.folded[max(0, hit.start - 30) : hit.start].rstrip(" "))
            if " " not in phrase and self._begins_another_name(hit.end):
                return False
            if not (before[:1].isupper() and self._unknown_first_name(hit.start, before)):
                return True
            if before in self.lexicon.first_names and "GOV" not in (role_on(hit.senses[0].actor, self.day)[0] or ""):
                self.surnames.add(phrase)
            return False
        if hit.senses[0].kind in ("country", "capital", "place") and " " not in phrase:
            window = self.folded[max(0, hit.start - 30) : hit.start]
            if window.endswith(PARTICLES):
                return False
            if window.endswith(" "):
                before = _word_before(window[:-1])
                if before[:1].isupper() and self._unknown_first_name(hit.start, before):
                    if hit.senses[0].kind != "country" or before in self.lexicon.first_names:
                        self.surnames.add(phrase)
                    return False
        if hit.senses[0].kind in ("people", "adjective") and " " not in phrase and self._stands_alone(hit):
            before = _word_before(self.folded[max(0, hit.start - 30) : hit.start].rstrip(" "))
            if before in self.lexicon.first_names and self._unknown_first_name(hit.start, before):
                self.surnames.add(phrase)
                return False
        return True

    def _stands_alone(self, hit: Hit) -> bool:
        """Whether no noun follows a word for a nation, which may then be a surname: *Mark **Cuban** blasted the president*."""
        return hit.end >= len(self.folded) or NOUN_BEHIND.match(self.folded, hit.end) is None

    def _without_surnames(self, names: list[Hit]) -> list[Hit]:
        """The names without those that the text has as somebody else's surname: *Ricardo Medina ... **Medina** said*.

        One that also stands as a place in the text is no surname: *Frauenkirche **Dresden** ... in **Dresden***.
        """
        if not self.surnames:
            return names
        in_full = {h.senses[0].name for h in names if " " in self.folded[h.start : h.end]}
        bare = [h for h in names if self.folded[h.start : h.end] in self.surnames and h.senses[0].name not in in_full]
        bare = [h for h in bare if h.senses[0].kind not in ("people", "adjective") or self._stands_alone(h)]
        places = {
            self.folded[h.start : h.end]
            for h in bare
            if PLACE_BEFORE.search(self.lowered, max(0, h.start - 20), h.start)
        }
        lost = [h for h in bare if self.folded[h.start : h.end] not in places]
        return [h for h in names if h not in lost] if lost else names

    def _is_other_thing(self, hit: Hit) -> bool:
        """Whether a name only begins that of a type, a club or a longer name, or is a nickname or a first name."""
        actor = hit.senses[0].actor
        if actor is None:
            return CLUB.match(self.folded, hit.end) is not None or COMPANY.match(self.folded, hit.end) is not None
        if actor.is_person:
            return False
        phrase = self.folded[hit.start : hit.end]
        if phrase.isupper() and self._is_spelt_otherwise(hit, actor):
            return True
        if phrase in PLATFORMS and self._is_where_one_writes(hit):
            return True
        if hit.senses[0].code[3:6] in MAKERS and " " not in phrase and self._is_part_of_a_brand(hit):
            return True
        if LONGER_BODY.match(self.folded, hit.end) and hit.senses[0].code[3:6] not in MAKERS:
            return True
        if " " in phrase and hit.senses[0].code.startswith(CIVIL_BODIES) and self._is_of_another_country(hit):
            return True
        if TYPE_NUMBER.match(self.folded, hit.end) and (
            hit.senses[0].code[3:6] == "BUS" or self.folded[hit.end] == "-"
        ):
            return True
        if " " in self.folded[hit.start : hit.end]:
            return LONGER_AIM.match(self.folded, hit.end) is not None and " for " in self.folded[hit.start : hit.end]
        return False

    def _is_where_one_writes(self, hit: Hit) -> bool:
        """Whether a network is only where something was written, or a button: *said on **Twitter***, *their **Facebook** page*."""
        window = self.folded[max(0, hit.start - 40) : hit.start]
        if POSTED_ON.search(window) or PAGES.match(self.folded, hit.end):
            return True
        near = (NEXT_NAME.match(self.folded, hit.end), LAST_NAME.search(window))
        return any(other is not None and other.group().strip() in PLATFORMS for other in near)

    def _is_of_another_country(self, hit: Hit) -> bool:
        """Whether an association is another country's of that name: *the Irish **Football Association***, *Journal of the ...*."""
        before = _word_before(self.folded[max(0, hit.start - 30) : max(0, hit.start - 1)])
        senses = self.lexicon.names.get(before, ()) if self.folded[hit.start - 1 : hit.start] == " " else ()
        if any(s.kind == "adjective" and s.code[:3] not in ("", hit.senses[0].code[:3]) for s in senses):
            return True
        if JOURNAL.search(self.folded, max(0, hit.start - 16), hit.start):
            return True
        of = OF_COUNTRY.match(self.folded, hit.end)
        there = self.lexicon.names.get(of.group(1), ()) if of is not None else ()
        return any(s.kind == "country" and s.code[:3] != hit.senses[0].code[:3] for s in there)

    def _is_part_of_a_brand(self, hit: Hit) -> bool:
        """Whether a firm's name is part of that of a team, a product or another firm: *the **Nestlé** Rovers*, *UBX **Volvo***."""
        if BRAND_BEFORE.search(self.folded, max(0, hit.start - 12), hit.start):
            return True
        behind = PERSONS_NEXT_NAME.match(self.folded, hit.end)
        word = behind.group(1) if behind is not None else ""
        if (
            not word
            or word in self.lexicon.names
            or word.lower() in self.lexicon.modifiers
            or word.lower() in NOT_NAMES
        ):
            return False
        return word.lower() not in self.lexicon.agents and word not in OFFICES

    def _ends_a_name(self, hit: Hit) -> bool:
        """Whether a name only ends that of another body: *Save the Children **Europe***, *the Trade Development **Bank of Kenya***."""
        phrase = self.folded[hit.start : hit.end]
        if hit.senses[0].code not in CONTINENTS and not phrase.startswith("Bank of "):
            return False
        before = _word_before(self.folded[max(0, hit.start - 30) : max(0, hit.start - 1)])
        if not before[:1].isupper() or self.folded[hit.start - 1] != " ":
            return False
        if before.isupper() and before.isalpha() and len(before) > 1:
            return before.lower() not in NOT_NAMES and before not in self.lexicon.names
        return self._unknown_first_name(hit.start, before)

    def _is_spelt_otherwise(self, hit: Hit, actor: Actor) -> bool:
        """Whether the text says that these capitals are another body's: *the Senior Alert Scheme (**SAS**)*."""
        at = self.folded.find(f" ({self.folded[hit.start : hit.end]})")
        if at < 0 or not self._initials(self.folded[hit.start : hit.end], at):
            return False
        before = self.lowered[max(0, at - 60) : at]
        names = [self.lexicon.folded(n).lower().split() for n in (actor.name, *actor.aliases) if " " in n]
        told = [[w[:5] in before for w in words if len(w) > 3] for words in names]
        return bool(told) and not any(2 * sum(words) > len(words) for words in told if words)

    def _is_byname(self, hit: Hit) -> bool:
        """Whether a name is somebody else's: *the Dutch **Trump***, *spokeswoman **Tory** Flynn*."""
        actor = hit.senses[0].actor
        if actor is None:
            return False
        if actor.is_person and (address := ADDRESS_BEFORE.search(self.folded, max(0, hit.start - 6), hit.start)):
            first = self.lexicon.first_names.get(actor.name.split()[0])
            return first is not None and first != PRONOUN_OF_ADDRESS[address.group(1)]
        before = self.by_end.get(hit.start - 1)
        if before is None:
            return False
        if not actor.is_person and before.agents and before.agents[0].code.endswith("MED"):
            return "PTY" in hit.senses[0].code
        if actor.is_person:
            country = before.sense("adjective")
            code = role_on(actor, self.day)[0]
            return country is not None and code is not None and country.code[:3] not in ("", code[:3])
        if not before.agents or before.plural or before.agents[0].kind != "title":
            return False
        behind = NEXT_NAME.match(self.folded, hit.end)
        return behind is not None and hit.end + 1 not in self.by_start and " " not in self.folded[hit.start : hit.end]

    def _begins_another_name(self, end: int) -> bool:
        """Whether a surname that ends here is only the first of somebody else's: ***Beltran** Hernandez*, ***Kim** Min-jun*."""
        behind = PERSONS_NEXT_NAME.match(self.folded, end)
        word = behind.group(1) if behind is not None else ""
        known = word in self.lexicon.names or word.lower() in self.lexicon.agents or word.lower() in NOT_NAMES
        return bool(word) and not known

    def _is_namesake(self, hit: Hit) -> bool:
        """Whether a surname or an acronym only begins the name of a firm or a house."""
        actor = hit.senses[0].actor
        is_short = (actor is not None and actor.is_person) or self.folded[hit.start : hit.end].isupper()
        return is_short and NAMESAKE.match(self.folded, hit.end) is not None

    def _unknown_first_name(self, start: int, word: str) -> bool:
        """Whether the capitalised word before a name looks like a first name and not like the start of a sentence."""
        lower = word.lower()
        if lower in NOT_NAMES or lower.rstrip(".") in NOT_NAMES or "'" in word or word.isupper() or word.endswith("."):
            return False
        at = start - 1 - len(word)
        if at in self.sentence_starts or (at > 0 and self.folded[at - 1] in "\"'(\n"):
            return False
        if word in self.lexicon.names or lower in self.lexicon.agents or lower in self.lexicon.modifiers:
            return False
        return lower not in (
            "south",
            "north",
            "east",
            "west",
            "central",
            "eastern",
            "western",
            "southern",
            "northern",
            "greater",
            "new",
            "pro",
            "anti",
            "upper",
            "lower",
        )

    # --- names

    def _emit(
        self,
        start: int,
        end: int,
        code: str,
        kind: MentionKind,
        entry: str,
        name: str | None = None,
        plural: bool = False,
        confidence: float = 1.0,
    ) -> Mention:
        m = Mention(
            start,
            end,
            self.text[start:end],
            max(start, self.text.rfind(" ", start, end) + 1),
            code,
            name,
            kind,
            entry,
            plural,
            0,
            confidence,
        )
        self.out.append(m)
        return m

    def _name(self, hit: Hit) -> None:
        sense = self._best_sense(hit)
        if sense is None:
            return
        if sense.kind == "actor" and sense.actor is not None:
            code, entry = role_on(sense.actor, self.day)
            if code is None or self._is_other_acronym(hit, code, sense.name) or self._is_byname(hit):
                return
            code = self._at_home(hit, code, sense.name)
            self._emit(hit.start, hit.end, code, "actor", entry, sense.name)
            self._shorten(hit, Known(code, sense.name, entry, hit.start), sense.actor.is_person)
            person = Known(code, sense.name, entry, hit.start)
            for surname in sense.actor.surnames:
                self.known.setdefault(self.lexicon.folded(surname), person)
            if sense.actor.is_person:
                self._note_spelling(hit, person)
            self._acronym(hit.end, code, sense.name, entry)
            return
        kind = KIND_OF_SENSE[sense.kind]
        if not sense.code:
            self._emit(hit.start, hit.end, "---", "place", sense.entry, sense.name, confidence=0.3)
            return
        if kind == "capital" and NAMESAKE.match(self.folded, hit.end):
            kind = "place"
        code = sense.code + "GOV" if kind == "capital" else sense.code
        self._emit(
            hit.start,
            hit.end,
            code,
            kind,
            sense.entry,
            sense.name,
            plural=kind == "people" and self.folded[hit.end - 1] == "s",
        )

    def _note_spelling(self, hit: Hit, person: Known) -> None:
        """Keeps the surname of a person as the text spells it: *Qassim **al-Rimi** ... **Rimi** said*."""
        words = self.folded[hit.start : hit.end].split()
        article, _, rest = words[-1].partition("-")
        surname = rest if article.lower() in ARTICLES_OF_NAMES else words[-1]
        if len(words) > 1 and len(surname) > 2 and surname[0].isupper() and surname.lower() not in NOT_NAMES:
            self.known.setdefault(surname, person)

    def _at_home(self, hit: Hit, code: str, name: str | None) -> str:
        """The code of a body that other states have too: in a text about Manila ***the Senate*** is that of the Philippines."""
        phrase = self.folded[hit.start : hit.end]
        if "Kurd" in phrase:
            return self._where_they_fight(hit, code)
        if name is None or name == phrase or not name.endswith(phrase):
            return code
        before = self.by_end.get(hit.start - 1) or self.by_end.get(hit.start - 3)
        beside = before.sense("adjective", "country") if before is not None else None
        if beside is not None and beside.code in self.lexicon_countries and (phrase in HOUSES_OF_STATES):
            return beside.code + code[3:]
        if not OF_MANY_STATES.match(phrase):
            return code
        bare = sum(
            h.senses[0].code == code for h in self.names if h.senses and OF_MANY_STATES.match(self.folded, h.start)
        )
        others = [(n, c) for c, n in self.countries.items() if c != code[:3] and c in self.lexicon_countries]
        weight, country = max(others, default=(0, ""))
        abroad = self.countries[code[:3]] - bare
        return country + code[3:] if weight >= TOLD_OFTEN and weight >= 4 * abroad else code

    def _where_they_fight(self, hit: Hit, code: str) -> str:
        """The code of Kurds by the country that they are said to be in, or by the only one told of where they live."""
        link = LINKS_AFTER.match(self.folded, hit.end)
        there = self.by_start.get(link.end()) if link is not None and " in " in link.group() else None
        sense = there.sense("country", "capital", "place") if there is not None else None
        told = [c for c in KURDISH_HOMES if self.countries[c]]
        home = told[0] if len(told) == 1 and not code.startswith("---") else code[:3]
        abroad = home == "TUR" and told[:2] == ["TUR", "SYR"] and OF_TURKEY.match(self.folded, hit.start) is None
        if abroad and SEPARATISTS_OF_TURKEY.search(self.folded) is None:
            towns = {c for h in self.names if (s := h.sense("place")) is not None and (c := s.code) in KURDISH_HOMES}
            home = "SYR" if towns == {"SYR"} else home
        if sense is not None and sense.code in KURDISH_HOMES:
            home = sense.code
        return home + (code[3:] if home in ("IRQ", code[:3]) else code[3:].replace("MIL", "REB"))

    def _is_other_acronym(self, hit: Hit, code: str, name: str | None) -> bool:
        """Whether a group's capitals likely mean another body: only other countries are named, and no agent stands beside it."""
        phrase = self.folded[hit.start : hit.end]
        if code[:3] not in self.lexicon_countries or not self.places:
            return False
        if self._is_homonym(hit, code):
            return True
        if not phrase.isupper() or len(phrase) > 5:
            return False
        filmed = PICTURES.match(self.folded, hit.end) is not None or FILMED.search(
            self.folded, max(0, hit.start - 30), hit.start
        )
        if not filmed and (code[3:6] not in LESSER_BODIES or phrase == name):
            return False
        beside = (self.by_start.get(hit.end + 1), self.by_end.get(hit.start - 1))
        if any(other is not None and other.agents for other in beside):
            return False
        return code[:3] not in self.places

    def _is_homonym(self, hit: Hit, code: str) -> bool:
        """Whether a party's common word or a former official's full name is likely another's, since others' countries are named."""
        actor = hit.senses[0].actor
        phrase = self.folded[hit.start : hit.end]
        if actor is None or (not actor.is_person and "PTY" not in code) or (actor.is_person and code[3:] != "ELI"):
            return False
        unnamed = self.places.get(code[:3], set()) <= {hit.senses[0].name} and self.places.keys() != {code[:3]}
        if not actor.is_person:
            return unnamed and phrase.lower().rstrip("s") in self.lexicon.party_words
        ends = [r.end for r in actor.roles if r.end is not None]
        if " " not in phrase or not ends or (self.day - max(ends)).days < FORGOTTEN:
            return False
        if any(" " not in alias for alias in actor.aliases):
            return False
        others = self.countries[code[:3]] - self.folded.count(phrase)
        return unnamed or 3 * others < max(self.countries.values(), default=0)

    def _best_sense(self, hit: Hit) -> Sense | None:
        """The sense that holds on the document's date; among several, the one whose country the document speaks of."""
        fitting = [s for s in hit.senses if s.end is None or s.end >= self.day or s.kind == "country"]
        if len(fitting) > 1 and fitting[0].kind == fitting[1].kind:
            rivals = [s for s in fitting if s.kind == fitting[0].kind]
            if rivals[0].kind == "actor":
                rivals = [s for s in rivals if s.actor and role_on(s.actor, self.day)[0]] or rivals
                living = [s for s in rivals if s.actor and not (role_on(s.actor, self.day)[0] or "ELI").endswith("ELI")]
                rivals = living or rivals
            return max(rivals, key=lambda s: self.countries[s.code[:3]])
        return fitting[0] if fitting else None

    def _acronym(self, end: int, code: str, name: str | None, entry: str) -> None:
        match = ACRONYM.match(self.folded, end)
        if match and match.group(1) not in self.lexicon.names and self._initials(match.group(1), end):
            self.known.setdefault(match.group(1), Known(code, name, entry, end))

    def _shorten(self, hit: Hit, body: Known, person: bool) -> None:
        """Keeps the last word of a body's name, by which the text may go on: *the US-led coalition ... **the coalition***."""
        words = self.lowered[hit.start : hit.end].split()
        if not person and len(words) > 1:
            self.bodies.setdefault(words[-1], []).append(body)

    def _is_short_for_body(self, hit: Hit, start: int) -> bool:
        """Emits the one body named before whose name ends in this word, where *the* stands before it and nothing else."""
        word = self.lowered[hit.start : hit.end]
        bodies = self.bodies.get(word, [])
        if start != hit.start or len({b.code for b in bodies}) != 1:
            return False
        if "PTY" in bodies[0].code and word != "party":
            return False
        if not self.lowered.startswith("the ", max(0, hit.start - 4)) and word != "coalition":
            return False
        self._emit(hit.start, hit.end, bodies[0].code, "actor", bodies[0].entry, bodies[0].name, confidence=0.85)
        return True

    def _short_bodies(self) -> None:
        """Emits *the council*, *the commission* and the like where one body of that kind was named before."""
        covered = {m.start for m in self.out}
        for word, bodies in self.bodies.items():
            if word not in BODY_WORDS or len({b.code for b in bodies}) != 1:
                continue
            body = bodies[0]
            for match in re.finditer(rf"\bthe ({re.escape(word)})\b", self.lowered):
                if match.start(1) > body.position and match.start(1) not in covered:
                    self._emit(match.start(1), match.end(1), body.code, "actor", body.entry, body.name, confidence=0.8)

    def _short_references(self) -> None:
        """Emits *the group*, *the party*, *the alliance* where just one body of that kind was named shortly before."""
        bodies = [
            (self._sentence_at(m.start), m)
            for m in sorted(self.out, key=lambda m: m.start)
            if m.kind == "actor" and m.name and not m.entry.startswith(("actors/persons", "person:"))
        ]
        taken = {m.start for m in self.out if m.kind == "actor"}
        for match in SHORT_REFERENCE.finditer(self.lowered):
            start = match.start("kind") if match.group("kind") else match.start("word")
            follower = self.by_start.get(match.end() + 1)
            if start in taken or match.start("word") in taken or (follower is not None and follower.agents):
                continue
            roles = SHORT_WORDS[match.group("word")]
            if (match.group("kind") or "").strip() in ARMED_KINDS:
                roles = ARMED_BODIES
            here = self._sentence_at(start)
            near = [
                m
                for k, m in bodies
                if m.end <= start
                and here - k <= SHORT_REACH
                and (m.code[:3] in roles or m.code[3:6] in roles)
                and (match.group("word") not in ALLIANCES or len(m.code) <= 6)
            ]
            if len({m.name for m in near}) > 1 and (match.group("kind") or "").strip() in JIHADIST_KINDS:
                near = [m for m in near if not NO_JIHADISTS.search(m.name or m.text)] or near
            if len({m.name for m in near}) > 1:
                near = [m for m in near if not OPPOSED.search(self.lowered, max(0, m.start - 20), m.start)]
                inside = [m for m in near if self._sentence_at(m.start) == here]
                near = inside[-1:] or near
            if len({m.name for m in near}) != 1:
                continue
            body = near[-1]
            self.out = [m for m in self.out if not (m.kind == "agent" and m.start < match.end() and m.end > start)]
            self._emit(start, match.end(), body.code, "actor", body.entry, body.name, confidence=0.75)

    def _held_places(self) -> None:
        """Emits the holders of *rebel-held areas*, whom what is done to the areas is done to."""
        if "-held " not in self.lowered and "-controlled " not in self.lowered:
            return
        taken = sorted((m.start, m.end) for m in self.out)
        starts = [s for s, _ in taken]
        for match in HELD_PLACE.finditer(self.lowered):
            i = bisect_right(starts, match.end() - 1) - 1
            if i >= 0 and taken[i][1] > match.start() and self.out and starts[i] != match.start():
                continue
            self.out = [m for m in self.out if m.start != match.start()]
            link = LINKS_AFTER.match(self.folded, match.end())
            there = self.by_start.get(link.end()) if link is not None and " in " in link.group() else None
            sense = there.sense("country", "capital", "place") if there is not None else None
            home = sense.code if sense is not None and sense.code else self._only_town(match.start())
            self._emit(
                match.start(),
                match.end(),
                (home or "---") + HOLDERS[match.group(1)],
                "agent",
                "agents/rebels#rebel",
                None,
                True,
                0.6,
            )

    def _only_town(self, offset: int) -> str:
        """The country of the towns that the sentence at an offset names, if they are of one."""
        span = self.sentences[self._sentence_at(offset)]
        first, last = bisect_left(self.name_starts, span.start), bisect_left(self.name_starts, span.end)
        towns = {s.code for h in self.names[first:last] if (s := h.sense("place")) is not None}
        return towns.pop() if len(towns) == 1 else ""

    def _sentence_at(self, offset: int) -> int:
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def _initials(self, acronym: str, end: int) -> bool:
        """Whether most capitals of an acronym begin words before it: *Free Syrian Army (FSA)*."""
        words = re.findall(r"[A-Za-z]+", self.folded[max(0, end - 80) : end])[-2 * len(acronym) :]
        firsts = [w[0].upper() for w in words]
        capitals = [c for c in acronym if c.isupper()]
        return bool(capitals) and sum(c in firsts for c in capitals) * 3 >= 2 * len(capitals)

    # --- agents

    def _left(self, hit: Hit) -> tuple[int, list[str], list[str], list[str], bool]:
        """Reads leftwards from an agent: start of the whole, countries, role codes, modifier effects, whether *former*."""
        position = hit.start
        countries: list[str] = []
        roles: list[str] = []
        effects: list[str] = []
        former = False
        for _ in range(8):
            before = self.folded[max(0, position - 40) : position]
            stripped = before.rstrip(" -")
            if "- " in before[len(stripped) :]:
                break
            if countries and before.endswith("-") and self.folded.startswith("American ", position):
                break
            gap = len(before) - len(stripped)
            end = position - gap
            possessive = POSSESSIVE.search(stripped) if "'" in stripped else None
            if possessive and (end - (len(stripped) - possessive.start())) in self.by_end:
                end -= len(stripped) - possessive.start()
            elif gap == 0:
                joint = AND_BEFORE.search(before)
                if not (joint and countries):
                    break
            other = self.by_end.get(end)
            if other is None and countries:
                joint = AND_BEFORE.search(before)
                if joint:
                    other = self.by_end.get(position - (len(before) - joint.start()))
                    if other is None or other.sense("adjective", "country", "region", "actor") is None:
                        break
                    if not joint.group().strip(" ,") and other.sense("adjective", "country", "region") is None:
                        break
            if other is not None and (other.start not in self.consumed):
                if other.modifier is not None:
                    joined = "-" in self.folded[other.start : other.end]
                    if (
                        self.folded[other.start : other.end].endswith("ed")
                        and not joined
                        and not BEFORE_PARTICIPLE.search(self.folded, max(0, other.start - 12), other.start)
                    ):
                        break
                    effects.append(other.modifier)
                    former = former or other.modifier == "ELI"
                elif other.agents:
                    if other.plural and other.agents[0].kind != "group" and not possessive:
                        break
                    if possessive:
                        inner = self._code_of_agent(other)
                        if inner[:3] != "---":
                            countries.append(inner[:3])
                        break
                    whole = other.agents[0].code
                    if len(whole) >= 6 and whole[:3] in self.lexicon_countries:
                        countries.append(whole[:3])
                        whole = whole[3:]
                    roles[:0] = [whole]
                    self.consumed.add(other.start)
                else:
                    sense = other.sense("adjective", "country", "people", "region", "capital", "place", "actor")
                    if sense is None:
                        break
                    if sense.kind == "actor" and sense.actor is not None:
                        code, _ = role_on(sense.actor, self.day)
                        if code is None or (sense.actor.is_person and not possessive):
                            break
                        countries.append(code[:6] if code[:3] in ("IGO", "IMG", "NGO") else code[:3])
                        if code[:3] not in ("IGO", "IMG", "NGO") and code[3:6] not in roles:
                            roles[:0] = [code[3:6]]
                        position = other.start
                        if not AND_BEFORE.search(self.folded[max(0, position - 8) : position]):
                            break
                        continue
                    if sense.code:
                        countries.append(sense.code)
                    if sense.kind in ("place",) and not sense.code:
                        break
                position = other.start
                continue
            word = _word_before(stripped) if gap else ""
            if word.lower() in SKIPPED_BEFORE_AGENTS:
                if word.lower() == "then":
                    former = True
                position = end - len(word)
                continue
            break
        return position, countries, roles, effects, former

    def _right(self, end: int) -> tuple[str, list[str], int]:
        """Reads *of Kazakhstan*, *for the Interior Ministry* after an agent: base code, roles, end of the phrase."""
        held = HELD_BY_ARMED.match(self.lowered, end)
        link = LINKS_AFTER.match(self.folded, held.end() if held is not None else end)
        if link is None:
            return "", [], end
        word = "from" if " from " in link.group() else link.group().split()[0]
        if word in ("living", "residing", "resident"):
            word = "in"
        other = self.by_start.get(link.end())
        if other is None:
            return "", [], end
        if word == "with":
            return self._served(end, other)
        if other.agents:
            if word in ("of", "for", "from", "at"):
                follower = other
                after = self._right(other.end)
                return after[0], [other.agents[0].code, *after[1]], follower.end
            return "", [], end
        sense = self._best_sense(other) if other.senses else None
        if sense is None or word == "to":
            return "", [], end
        if word == "in" and sense.kind not in ("adjective", "people", "actor") and self._abroad(end, sense.kind):
            return "", [], end
        if word == "for" and self._sent(end) and sense.kind != "actor":
            return "", [], end
        if sense.kind == "actor" and sense.actor is not None:
            code, _ = role_on(sense.actor, self.day)
            if code is None or (word == "in" and (sense.actor.is_person or code[3:6] not in SERVED)):
                return "", [], end
            base = code[:6] if code[:3] in ("IGO", "IMG", "NGO") else code[:3]
            return base, [] if base == code else [code[3:6]], other.end
        if sense.kind in ("adjective", "people", "region"):
            follow = self.by_start.get(other.end + 1)
            if follow is not None and follow.agents and (word != "in" or follow.agents[0].kind == "group"):
                return sense.code, [follow.agents[0].code], follow.end
            return (sense.code, [], other.end) if word != "in" else ("", [], end)
        return sense.code, [], other.end

    def _served(self, end: int, other: Hit) -> tuple[str, list[str], int]:
        """What *with* says of an agent: the body that he serves, which an agent of a country or a name stands for."""
        hit = self.by_end.get(end)
        if hit is None or not SERVING.intersection(self.lowered[hit.start : hit.end].split()):
            return "", [], end
        sense = other.sense("country", "adjective", "people")
        if sense is not None:
            gap = 3 if self.folded.startswith("'s ", other.end) else 1
            found = self.by_start.get(other.end + gap)
            if found is None or not found.agents or found.agents[0].kind != "group":
                return "", [], end
            return sense.code, [found.agents[0].code], found.end
        actor = other.sense("actor")
        if actor is None or actor.actor is None or actor.actor.is_person:
            return "", [], end
        code, _ = role_on(actor.actor, self.day)
        if code is None:
            return "", [], end
        base = code[:6] if code[:3] in BODY_PRIMARIES else code[:3]
        return base, [] if base == code else [code[3:6]], other.end

    def _abroad(self, end: int, place: str) -> bool:
        """Whether the agent that ends here fights or negotiates abroad, so that *in X* says nothing of its country."""
        hit = self.by_end.get(end)
        if hit is None or not hit.agents:
            return False
        if ENVOYS.intersection(self.lowered[hit.start : hit.end].split()):
            return True
        role = hit.agents[0].code[:3]
        return role in ("MIL", "UAF") or (role == "REB" and place == "capital")

    def _sent(self, end: int) -> bool:
        hit = self.by_end.get(end)
        return hit is not None and any(w in SENT for w in self.lowered[hit.start : hit.end].split())

    def _sent_to(self, end: int) -> int:
        """The end of *for Syria* or *to the Middle East* behind an envoy."""
        link = LINKS_AFTER.match(self.folded, end)
        other = self.by_start.get(link.end()) if link is not None else None
        return other.end if other is not None and other.senses else end

    def _others_right(self, end: int) -> list[str]:
        """Further countries after *of Rwanda*: *and Uganda*."""
        out: list[str] = []
        while True:
            joint = re.match(r"(?:\s*,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?", self.folded[end : end + 12])
            other = self.by_start.get(end + joint.end()) if joint else None
            sense = other.sense("country", "capital") if other is not None else None
            if other is None or sense is None:
                return out
            out.append(sense.code)
            end = other.end

    def _code_of_agent(self, hit: Hit) -> str:
        _, countries, roles, _, former = self._left(hit)
        base, more, _ = self._right(hit.end)
        return self._compose(hit.agents[0], countries, roles, base, more, [], former)

    def _compose(
        self,
        agent: Agent,
        countries: list[str],
        roles: list[str],
        base: str,
        more: list[str],
        effects: list[str],
        former: bool,
    ) -> str:
        own = agent.code
        primary = ""
        if own[:3] in ("NGO", "HRI") and not countries and not base:
            primary, own = "NGO", own.removeprefix("NGO")
        if len(own) >= 6 and own[:3] in self.lexicon_countries:
            primary = "" if self._is_elsewhere(agent.phrase.lower(), own[:3]) else own[:3]
            own = own[3:]
        found = countries[0] if countries else base
        if found:
            primary = "ISR" if found == "PSE" and own == "SET" else found
        if not primary:
            primary = "---"
        if former and own != "CVL":
            return compose(primary[:3], ["ELI"])
        added = [e for e in effects if e and e not in ("none", "ELI") and len(e) == 3]
        speaks_for = not own or "speaks for" in agent.entry
        order = [*roles, own, *more] if not speaks_for else [*roles, *more, own]
        if added and added[0] in ("OPP", "REB", "SEP") and own != "REB":
            order = [*added, *order]
        elif added and added[0] in ("UAF", "GOV"):
            order = [*order] if any(order) else [*added]
        else:
            order = [*order, *added]
        if primary[:3] == "IGO" and own == "PTY":
            order = [*roles, *more]
        if more and own in ("GOV", "") and more[0]:
            order = [*roles, *more]
        if own == "GOV" and BODIES.intersection(roles):
            order = [*roles]
        return compose(primary, order)

    def _is_elsewhere(self, office: str, country: str) -> bool:
        """Whether an office that one country has by its words is likelier another's, of which the text tells."""
        told = self.countries[country]
        if office in OF_CONGRESS:
            return any(self.countries[c] > told for c in OTHER_CONGRESSES)
        return office in ALSO_ELSEWHERE and not told and len(self.countries) > 0

    def _is_introduced(self, hit: Hit) -> bool:
        """Emits a person whose surname is also a role noun: *Steve King ... **King** said*."""
        word = self.folded[hit.start : hit.end]
        known = self.known.get(word)
        if known is None or known.position >= hit.start or not word[0].isupper() or " " in word:
            return False
        kind: MentionKind = "actor" if known.name else "name"
        self._emit(hit.start, hit.end, known.code, kind, known.entry, known.name or word, confidence=0.9)
        return True

    def _tells_the_hour(self, hit: Hit) -> bool:
        """Whether *pm* stands behind a number: *at 11.05 **pm***."""
        return self.folded[hit.start : hit.end].lower() == "pm" and self.folded[: hit.start].rstrip()[-1:].isdigit()

    def _is_attitude(self, hit: Hit) -> bool:
        """Whether *opposition* is what somebody thinks rather than a body: *Chad's **opposition to** the plan*."""
        before = _word_before(self.lowered[max(0, hit.start - 20) : hit.start].rstrip(" "))
        return before.endswith(("'s", "s'")) and AGAINST_SOMETHING.match(self.folded, hit.end) is not None

    def _agent(self, hit: Hit) -> None:
        if self._is_introduced(hit) or (hit.agents[0].phrase == "opposition" and self._is_attitude(hit)):
            return
        start, countries, roles, effects, former = self._left(hit)
        base, more, reach = self._right(hit.end)
        if base and hit.plural and not countries and not more and (others := self._others_right(reach)):
            countries = [*reversed(others), base]
        follower = self._next_agent(hit)
        if follower is not None:
            return
        if not base and not more and self._is_short_for_body(hit, start):
            return
        agent = hit.agents[0]
        before = self.by_end.get(hit.start - 1)
        if agent.phrase == "officer" and before is not None and before.sense("adjective") is not None:
            agent = replace(agent, code="MIL")
        if agent.phrase in ALSO_OF_TEAMS and self.folded[hit.start].islower():
            agent = replace(agent, code="")
        if agent.phrase == "deputy" and "sheriff" in self.lowered:
            agent = replace(agent, code="COP")
        of_body = (bool(more and more[0]) and agent.phrase in OF_ANY_BODY) or self._leads_some_body(
            hit, agent, countries or base
        )
        told_by = replace(agent, code="") if of_body else agent
        code = self._compose(told_by, countries, roles, base, more, effects, former)
        if agent.kind in ("title", "person") and not hit.plural and self._titled_name(hit, start, code):
            return
        unowned = agent.kind == "thing" and code[:3] == "---" and not self._is_the_public(hit)
        if unowned and not (hit.plural and self.lowered.endswith("the ", 0, hit.start)):
            return
        if agent.kind == "title" and (not agent.code or agent.phrase.endswith(".")):
            return
        entry = ("person:" if agent.kind in ("title", "person") and not hit.plural else "") + agent.entry
        entry = UNOWNED + entry if unowned else entry
        m = self._emit(
            start,
            hit.end,
            code,
            "agent",
            entry,
            None,
            hit.plural or (agent.kind == "group" and agent.phrase in ("police", "people", "troops")),
            0.9 if code[:3] != "---" else 0.7,
        )
        if len(dict.fromkeys(countries)) > 1:
            family = []
            for index, country in enumerate(reversed(list(dict.fromkeys(countries)))):
                member = self._compose(agent, [country], roles, "", more, effects, former)
                family.append(changed(m, code=member, member=index))
            self.out[-1] = family[0]
            self.members[start] = family
        after = APPOSED_NAME.match(self.folded[hit.end : hit.end + 80])
        if (
            after
            and not hit.plural
            and agent.kind in ("title", "person")
            and len(after.group(1).split()) > 1
            and after.group(1).split()[-1] not in THINGS
            and after.group(1).split()[-1].lower() not in THING_NAMES
            and (hit.end + after.start(1)) not in self.by_start
        ):
            self._introduce(after.group(1), code, agent.entry, hit.end)
        self._acronym(hit.end, code, None, agent.entry)

    def _is_the_public(self, hit: Hit) -> bool:
        """Whether *the public* is the people of the country, rather than a word before another: *urged **the public** to stay*."""
        if hit.agents[0].phrase != "public" or not self.lowered.endswith("the ", 0, hit.start):
            return False
        return BEHIND_THE_PUBLIC.match(self.lowered, hit.end) is not None

    def _leads_some_body(self, hit: Hit, agent: Agent, country: object) -> bool:
        """Whether a president is that of an unknown body, not of a state: *the **president** of Monaco FC*."""
        speaks_for = "speaks for" in agent.entry
        if agent.phrase == "leader" and not country and LEADS_A_BAND.search(self.lowered, 0, hit.start):
            return True
        if (speaks_for or agent.phrase in LEADERS) and (link := LEADS.match(self.folded, hit.end)) is not None:
            named = self.folded[link.end() : link.end() + 1].isupper()
            lower = agent.phrase == "vice-president" and not STATES_BODY.match(self.lowered, link.end())
            return link.end() not in self.by_start and (named or lower)
        if country or not (agent.phrase in LEADERS or speaks_for):
            return False
        before = _word_before(self.folded[max(0, hit.start - 30) : hit.start - 1]) if hit.start else ""
        return before[:1].isupper() and hit.start - 1 not in self.by_end and self._unknown_first_name(hit.start, before)

    def _next_agent(self, hit: Hit) -> Hit | None:
        """The agent or head that this one only modifies: *police* in *police spokesman*; the later one takes it in."""
        follower = self.by_start.get(hit.end + 1)
        if (
            follower is not None
            and follower.agents
            and self.folded[hit.end] in " -"
            and (not hit.plural or hit.agents[0].kind == "group")
        ):
            return follower
        return None

    def _titled_name(self, hit: Hit, start: int, code: str) -> bool:
        """Handles *President Tokayev*: a title before a name."""
        if self.folded[hit.end : hit.end + 1] != " ":
            return False
        base, more, reach = self._right(hit.end)
        if more or not base or "spokes" in hit.agents[0].phrase:
            reach = hit.end
        if reach == hit.end and self._sent(hit.end):
            reach = self._sent_to(hit.end)
        named = self.by_start.get(reach + 1) if reach > hit.end else None
        if named is not None and (of := named.sense("actor")) is not None and of.actor and of.actor.is_person:
            now, entry = role_on(of.actor, self.day)
            if now is not None and self._sent(hit.end):
                self._emit(start, hit.end, now, "actor", entry, of.name)
            return True
        at = hit.end + 1
        other = self.by_start.get(at)
        if other is not None and (of := other.sense("actor")) is not None:
            if of.actor is not None and self._is_officer_of_that_name(code, other, of.actor):
                run = self.folded[other.start : other.end]
                self.consumed.add(other.start)
                self._emit(start, other.end, code, "name", "person:" + hit.agents[0].entry, run, confidence=0.85)
                self._introduce(run, code, hit.agents[0].entry, start)
            return True
        match = NAME_RUN.match(self.folded, at)
        if match is None or (other is not None and other.end >= match.end()):
            return False
        run = match.group()
        if run.split()[0].lower() in NOT_NAMES or (run.isupper() and len(run) < 4):
            return False
        if (
            "MIL" in hit.agents[0].code
            and self.folded[hit.start].isupper()
            and DEFINITE_NAME.search(self.folded, 0, start)
        ):
            return True
        if run.endswith("'s"):
            run = run[:-2]
        end = at + len(run)
        surname = run.split()[-1]
        person = self.known.get(run) or self.known.get(surname)
        if person is None and " " not in run:
            person = self._by_first_name(run, hit.agents[0])
        if person is None:
            person = self._by_title(surname if " " not in run else run, hit.agents[0], code)
        if person is not None:
            self._emit(start, end, person.code, "actor", person.entry, person.name)
            self.known.setdefault(surname, person)
            return True
        if not hit.agents[0].code:
            return False
        self._emit(start, end, code, "name", "person:" + hit.agents[0].entry, run, confidence=0.85)
        self._introduce(run, code, hit.agents[0].entry, start)
        return True

    def _is_officer_of_that_name(self, titled: str, name: Hit, actor: Actor) -> bool:
        """Whether an officer or an expert only has the name of somebody who never was one: *Detective Sergeant **Paul Murphy***."""
        if not actor.is_person or " " not in self.folded[name.start : name.end]:
            return False
        roles = {role.code[3:6] for role in actor.roles}
        if titled[3:6] == "COP":
            return roles.isdisjoint(("COP", "MIL", "SPY"))
        return titled[3:6] in ("EDU", "MED") and roles <= ARMED_BODIES

    def _by_first_name(self, first: str, agent: Agent) -> Known | None:
        """The prince, king or sheikh named in full before whose first name this is: *Prince Karim al-Awal ... **Prince Karim***."""
        if agent.phrase not in ROYAL:
            return None
        named = {k.name: k for k in self.known.values() if k.name is not None and k.name.startswith(f"{first} ")}
        return next(iter(named.values())) if len(named) == 1 else None

    def _by_title(self, surname: str, agent: Agent, code: str) -> Known | None:
        """The one person of that surname who holds such an office on the day."""
        found = []
        for actor in self.lexicon.surnames.get(surname, ()):
            now, entry = role_on(actor, self.day)
            if now is None:
                continue
            if code[:3] != "---" and now[:3] != code[:3]:
                continue
            if not agent.code and (now[3:6] != "GOV" or not self.countries[now[:3]]):
                continue
            if agent.phrase in ROYAL and now[3:6] not in ("GOV", "ELI"):
                continue
            if self._others_of(surname, actor.name):
                continue
            if (
                agent.code
                and now[3:6] not in agent.code
                and not (
                    now[3:6] in ("GOV", "LEG", "OPP", "ELI", "MIL") and agent.code[:3] in ("GOV", "LEG", "MIL", "")
                )
            ):
                continue
            found.append(Known(now, actor.name, entry, 0))
        if len(found) > 1:
            active = [k for k in found if not k.code.endswith("ELI")]
            found = active or found
        if len(found) > 1:
            best = max(found, key=lambda k: self.countries[k.code[:3]])
            found = [k for k in found if k.code[:3] == best.code[:3]] if self.countries[best.code[:3]] else found
        return found[0] if len({k.name for k in found}) == 1 else None

    def _others_of(self, surname: str, name: str) -> bool:
        """Whether the text gives a surname to somebody with another first name: *Steven Lieberman* is no *Joe Lieberman*."""
        text, tail = self.folded, " " + surname
        at = text.find(tail)
        while at > 0:
            end = at + len(tail)
            first = _word_before(text[max(0, at - 30) : at])
            ends_sentence = len(first) > 2 and first.endswith(".")
            if first[:1].isupper() and len(first) > 1 and not ends_sentence and not text[end : end + 1].isalnum():
                told = first in COURTESY or first.lower() in NOT_NAMES or first in name or at in self.by_end
                if not told:
                    return True
            at = text.find(tail, end)
        return False

    def _introduce(self, run: str, code: str, entry: str, position: int) -> None:
        known = Known(code, run, entry, position)
        self.known.setdefault(run, known)
        last = run.split()[-1]
        if last.lower() in NOT_NAMES or len(last) < 3:
            return
        if self._others_of(last, run):
            self.persons.setdefault(last, last)
        else:
            self.known.setdefault(last, known)

    def _months_as_names(self) -> None:
        """Adds the later mentions of somebody whose surname is a month: *Theresa May spoke. **May's** plan failed*."""
        people = {
            m.text.split()[-1]: m for m in reversed(self.out) if m.kind == "actor" and _is_person(m) and " " in m.text
        }
        for month in MONTHS_AS_NAMES.intersection(people):
            person = people[month]
            for match in re.finditer(
                rf"(?<![\w'-]){month}(?P<owner>'s)?(?![\w-]|\s*\d)", self.folded[: len(self.text)]
            ):
                before = self.folded[max(0, match.start() - 12) : match.start()]
                dated = DATED_BEFORE if match.group("owner") else MONTH_BEFORE
                covered = any(m.start <= match.start() < m.end for m in self.out)
                if match.start() < person.end or covered or dated.search(before):
                    continue
                end = match.start() + len(month)
                self._emit(match.start(), end, person.code, "actor", person.entry, person.name, confidence=0.85)

    # --- names that no dictionary holds

    def _unknown_names(self) -> None:
        covered = sorted((m.start, m.end) for m in self.out)
        covered_starts = [s for s, _ in covered]
        agent_starts = {m.start: m for m in self.out if m.kind == "agent"}
        for sentence in self.sentences:
            for match in NAME_RUN.finditer(self.folded, sentence.start, sentence.end):
                start, end = match.span()
                run = match.group()
                i = bisect_right(covered_starts, end - 1) - 1
                if i >= 0 and covered[i][1] > start:
                    continue
                words = run.split()
                if words[0] in NAMED_THINGS or DAY_OF_MONTH.match(self.folded, start):
                    continue
                while words and words[0].lower().partition("'")[0] in NOT_NAMES:
                    start += len(words[0]) + 1
                    words = words[1:]
                if not words:
                    continue
                if DAY_OF_MONTH.match(self.folded, start):
                    continue
                run = " ".join(words) if self.folded[start:end] != " ".join(words) else self.folded[start:end]
                if run.endswith("'s"):
                    run, end = run[:-2], end - 2
                known = self.known.get(run) or self._with_particle(run, start) or self._spelt_out(run)
                if known is None and run[:3] in ("Al-", "El-") and len(words) == 1:
                    known = self.known.get(run[3:]) or self.known.get(run[0].lower() + run[1:])
                if known is None and (len(words) == 1 or words[0] in COURTESY):
                    known = self.known.get(words[-1].removesuffix("'s"))
                if known is not None and known.position <= start:
                    self._emit(
                        start,
                        end,
                        known.code,
                        "actor" if known.name else "name",
                        "person:" + known.entry if not known.entry.startswith("actors/") else known.entry,
                        known.name or run,
                        confidence=0.9,
                    )
                    continue
                first = start == sentence.start or self.folded[start - 1] in OPENING_QUOTES
                opens = first and len(words) == 1 and run not in self.persons and not self._opens_as_a_name(run, end)
                if opens or words[-1].removesuffix("'s") in THINGS:
                    continue
                apposed = re.match(r",\s+(?:the\s+|a\s+|an\s+|who is\s+(?:the|a)\s+)?", self.folded[end : end + 20])
                agent = None
                if apposed and len(words) > 1:
                    agent = agent_starts.get(end + apposed.end())
                if agent is not None:
                    self._introduce(run, agent.code, agent.entry, start)
                    self._emit(
                        start,
                        end,
                        agent.code,
                        "name",
                        "person:" + agent.entry.removeprefix("person:"),
                        run,
                        confidence=0.8,
                    )
                    continue
                if len(words) in (2, 3):
                    self.persons.setdefault(words[-1].removesuffix("'s"), words[0])
                self._emit(start, end, "---", "name", "", run, confidence=0.4)

    def _opens_as_a_name(self, word: str, end: int) -> bool:
        """Whether a word that no table knows opens a sentence like a surname: ***Okonjo** denied it*, ***Tarn's** office*."""
        return SURNAME_AFTER.match(self.folded, end) is not None and is_unknown(word.lower())

    def _with_particle(self, run: str, start: int) -> Known | None:
        """The person named before of whose surname *de* or *van* is a part: *Leila de Lima ... **De Lima** denied it*."""
        first, _, rest = run.partition(" ")
        if rest:
            particle = f" {first} ".lower()
            return self.known.get(run[0].lower() + run[1:]) or self.known.get(rest) if particle in PARTICLES else None
        before = _word_before(self.folded[max(0, start - 5) : start - 1])
        return self.known.get(f"{before} {run}") if before and f" {before} " in PARTICLES else None

    def _spelt_out(self, run: str) -> Known | None:
        """The body named before whose words begin with these capitals: *the Investigative Committee ... the **IC***."""
        if not run.isupper() or not run.isalpha() or not 2 <= len(run) <= 6:
            return None
        if self.initials is None:
            spelt = ((_initials(m.text), m) for m in self.out if m.kind in ("actor", "agent") and " " in m.text)
            self.initials = [(firsts, m) for firsts, m in spelt if len(firsts) > 1]
        found = {m.code: Known(m.code, m.name, m.entry, m.start) for firsts, m in self.initials if firsts.endswith(run)}
        return next(iter(found.values())) if len(found) == 1 else None

    # --- countries for agents that come without one

    def _definite_countries(self) -> None:
        """Adds *the country*, *both countries*, *the two sides* as mentions still without a code."""
        for match in DEFINITE_COUNTRY.finditer(self.lowered):
            self._emit(
                match.start(), match.end(), "---", "country", "definite", None, match.group("many") is not None, 0.6
            )

    def _halves_of_korea(self) -> None:
        """Adds *the North* and *the South* in a text that names one Korea or both."""
        if not (self.countries["PRK"] or self.countries["KOR"]) or "Korea" not in self.folded:
            return
        for match in HALVES.finditer(self.folded):
            code, name = HALF[match.group(1)]
            self._emit(match.start(1), match.end(1), code, "country", f"actors/countries#{code}", name, confidence=0.9)

    def _counted_states(self) -> None:
        """Adds *three states* with those that its sentence lists, and gives them to the bodies *of three states*."""
        for match in COUNTED_STATES.finditer(self.lowered):
            listed = self._listed_states(match.end(), NUMBERS[match.group("number")])
            if not listed:
                continue
            m = self._emit(match.start(), match.end(), listed[0], "country", "listed", None, True, 0.85)
            self.members[m.start] = [changed(m, code=c, member=k) for k, c in enumerate(listed)]
            for i, agent in enumerate(self.out):
                between = self.folded[agent.end : match.start()]
                if agent.kind != "agent" or not agent.plural or agent.start in self.members:
                    continue
                if agent.code.startswith("---") and OF_STATES.fullmatch(between):
                    family = [changed(agent, code=c + agent.code[3:], member=k) for k, c in enumerate(listed)]
                    self.members[agent.start] = family
                    self.out[i] = family[0]

    def _counted_nationals(self) -> None:
        """Gives *two women* the countries that follow: *two women - **an Indonesian and a Vietnamese***."""
        for i, agent in enumerate(self.out):
            if (
                agent.kind != "agent"
                or not agent.plural
                or not agent.code.startswith("---")
                or agent.start in self.members
            ):
                continue
            before = WORD_BEFORE.search(self.lowered, max(0, agent.start - 10), max(0, agent.start - 1))
            number = NUMBERS.get(before.group(1)) if before is not None else None
            link = NATIONALS.match(self.folded, agent.end)
            codes: list[str] = []
            while number and link is not None and len(codes) < number:
                hit = self.by_start.get(link.end())
                sense = hit.sense("people", "adjective") if hit is not None else None
                if hit is None or sense is None or not sense.code:
                    break
                codes.append(sense.code)
                link = BETWEEN_NATIONALS.match(self.folded, hit.end)
            if number and len(codes) == number == len(set(codes)):
                family = [changed(agent, code=c + agent.code[3:], member=k) for k, c in enumerate(codes)]
                self.members[agent.start] = family
                self.out[i] = family[0]

    def _listed_states(self, start: int, number: int) -> list[str]:
        """The codes of the first list of just so many countries after a place of its sentence; empty if there is none."""
        sentence = self.sentences[max(0, bisect_right(self.sentence_starts, start) - 1)]
        run: list[Hit] = []
        for hit in self.names:
            if hit.start < start or hit.end > sentence.end or hit.sense("country", "capital") is None:
                continue
            if run and BETWEEN_LISTED.fullmatch(self.folded, run[-1].end, hit.start) is None:
                if len(run) == number:
                    break
                run = []
            run.append(hit)
        codes = list(dict.fromkeys(s.code for h in run if (s := h.sense("country", "capital")) is not None))
        return codes if len(codes) == len(run) == number else []

    def _resolve_definite(self, m: Mention, sentence: int, recent: deque[tuple[int, str]], main: str) -> Mention | None:
        near = list(dict.fromkeys(c for s, c in reversed(recent) if sentence - s <= 2))
        if m.plural:
            if len(near) < 2:
                return None
            family = [changed(m, code=code, member=index) for index, code in enumerate(reversed(near[:2]))]
            self.members[m.start] = family
            return family[0]
        mostly = self._on_the_way(m, sentence) or (main if self.story_share >= TOLD_WELL or not near else near[0])
        return changed(m, code=mostly) if mostly else None

    def _on_the_way(self, m: Mention, sentence: int) -> str:
        """The country to which somebody came last, if it is the last one named before *the country's*."""
        start = self.sentences[max(0, sentence - 1)].start
        for h in reversed(self.names[bisect_left(self.name_starts, start) : bisect_left(self.name_starts, m.start)]):
            found = self._countries_told_of(h)
            if found:
                there = h.sense("country") is not None and WAY_TO.search(self.lowered, max(0, h.start - 20), h.start)
                owned = self.folded.startswith("'s", m.end)
                return found[0] if there and owned and len(found) == 1 and found[0] in self.lexicon_countries else ""
        return ""

    def _with_countries(self, mentions: list[Mention]) -> list[Mention]:
        """Gives agents without a country that of the same role mentioned before, or of the story."""
        out: list[Mention] = []
        last_of_role: dict[str, tuple[int, str]] = {}
        last_of_word: dict[str, str] = {}
        last_body: dict[str, str] = {}
        home: dict[str, str] = {}
        main = self.story = self._story_country()
        recent: deque[tuple[int, str]] = deque()
        scene: tuple[int, str] | None = None
        scenes: set[str] = set()
        accused: tuple[int, str] | None = None
        band = self._band_across_borders(mentions)
        for at, m in enumerate(mentions):
            sentence = max(0, bisect_right(self.sentence_starts, m.start) - 1)
            while recent and sentence - recent[0][0] > 2:
                recent.popleft()
            if self._is_scene(m):
                scene = (sentence, m.code[:3])
                scenes.add(m.code[:3])
            inherited = False
            if m.entry.startswith(UNOWNED):
                owner = last_of_word.get(m.text.lower().split()[-1])
                if owner is not None:
                    out.append(changed(m, code=owner + m.code[3:], entry=m.entry.removeprefix(UNOWNED), confidence=0.6))
                continue
            if m.entry == "definite":
                found_country = self._resolve_definite(m, sentence, recent, main)
                if found_country is not None:
                    out.append(found_country)
                continue
            some = m.kind == "agent" and m.plural and m.code.startswith("---")
            family = (self._same_family(m, out, sentence) or self._the_two(m, out, sentence)) if some else []
            if not family and at + 1 < len(mentions) and mentions[at + 1].entry == "definite":
                both = self._resolve_definite(mentions[at + 1], sentence, recent, main)
                family = self._of_both(m, mentions[at + 1]) if both is not None else []
            if family:
                out.append(family[0])
                continue
            if (
                m.kind == "agent"
                and m.code.startswith("---")
                and m.start not in self.members
                and (not self._from_anywhere(m) or last_body.get(m.text.lower()))
            ):
                role = m.code[3:6]
                country = ""
                found = last_of_role.get(self._office(m), last_of_role.get(role)) if role not in ("CVL", "") else None
                body = last_body.get(m.text.lower())
                same = last_of_word.get(m.text.lower().split()[-1]) if role not in ("CVL", "") else None
                if body is not None:
                    out.append(changed(m, code=body, confidence=0.8))
                    continue
                if band is not None and self._is_of_band(m, band):
                    out.append(replace(m, code=band.code, confidence=0.7))
                    continue
                if accused is not None and sentence - accused[0] <= 3 and m.text.lower().split()[-1] in ACCUSED:
                    country = accused[1]
                elif there := self._place_where(m, sentence):
                    country = there
                elif same is not None:
                    country = same
                elif found is not None and sentence - found[0] <= 3:
                    country = found[1]
                elif scene is not None and sentence - scene[0] <= SCENE_HOLDS and self._lives_there(m):
                    country = self._only_place(sentence, sentence) or scene[1]
                elif role in OF_THE_PLACE and (there := self._only_place(sentence - 1, sentence)):
                    country = there
                elif main and self.story_share >= TOLD_WELL:
                    country = self._local_country(sentence, main, m.text.lower().split()[-1] in MOBS)
                    if self._is_stranger(m, sentence, main):
                        country = ""
                    if country in FAR_FROM_WAR and scenes and country not in scenes and self._lives_there(m):
                        country = ""
                elif recent and sentence - recent[-1][0] <= 1 and len({c for s, c in recent if s >= sentence - 1}) == 1:
                    country = recent[-1][1]
                country = country if country == same else self._crowned(country, m)
                if country:
                    m = changed(m, code=country + m.code[3:], confidence=0.6)
                    inherited = True
            elif m.code.startswith("---") and m.entry.startswith("person:") and m.kind in ("name", "actor"):
                country = home.get(m.name or "", "")
                if not country and main and self._is_of_the_story(m.code[3:6]):
                    country = self._local_country(sentence, main)
                if country:
                    m = changed(m, code=country + m.code[3:], confidence=0.45)
                    inherited = True
            elif (
                m.kind == "name"
                and m.code == "---"
                and main
                and self.story_weight >= TOLD_OFTEN
                and self.story_share >= TOLD_MOSTLY
                and (" " in m.text or m.text in self.persons or self.folded.count(m.text) > 1)
                and not (m.text.isupper() and f"({m.text})" not in self.folded)
            ):
                m = changed(m, code=main, confidence=0.45)
                inherited = True
            if m.name and m.entry.startswith("person:") and m.code[:3] in self.lexicon_countries:
                home.setdefault(m.name, m.code[:3])
            if m.code[:3] in self.lexicon_countries and m.confidence > 0.6 and ACCUSED_AFTER.match(self.lowered, m.end):
                accused = (sentence, m.code[:3])
            if not inherited and m.kind in ("agent", "actor") and m.code[:3] in BODY_PRIMARIES:
                last_body[self._title_of_body(m)] = m.code
            if m.kind == "agent" and m.code[3:6] == "REF" and not m.code.startswith("---"):
                last_body[m.text.lower().split()[-1]] = m.code
            if not inherited and not m.code.startswith("---") and m.code[:3] in self.lexicon_countries:
                if m.kind in ("agent", "actor", "name") and m.code[3:6] and not PEACEKEEPING.search(m.text):
                    last_of_role[self._office(m)] = (sentence, m.code[:3])
                    last_of_word.update(dict.fromkeys(self._titles(m), m.code[:3]))
                venue = m.kind in ("place", "capital") and self._is_venue(m.start, m.end)
                told = not venue and m.code[3:6] != "NGO" and not BACKED.match(self.folded, m.end)
                if m.kind in ("country", "place", "capital", "people", "actor", "agent") and told:
                    recent.append((sentence, m.code[:3]))
            out.append(m)
        return out

    def _band_across_borders(self, mentions: Sequence[Mention]) -> Mention | None:
        """The militants of no country that a text speaks of more than of others: *Islamic State*."""
        bands = [m for m in mentions if m.kind == "actor" and m.code[:3] == "IMG"]
        if not bands:
            return None
        rivals = Counter(
            m.name or m.code
            for m in mentions
            if m.kind == "actor"
            and (m.code[:3] == "IMG" or m.code[3:6] in ARMED_BODIES)
            and not NO_JIHADISTS.search(m.name or m.text)
        )
        foremost = max(rivals.values())
        leading = [m for m in bands if rivals[m.name or m.code] == foremost]
        return (
            leading[0]
            if len({m.code for m in leading}) == 1 and len(rivals) - len(leading) < len(leading) * 2
            else None
        )

    def _is_of_band(self, m: Mention, band: Mention) -> bool:
        """Whether *the militants* are of the band named before."""
        word = m.text.lower().split()[-1]
        definite = self.lowered[: m.start].rstrip().endswith((" the", " these", " those")) or self.lowered.startswith(
            "the ", m.start
        )
        named = word in JIHADISTS or m.text.lower() in JIHADIST_GROUPS
        return m.start > band.start and named and m.code[3:6] == "REB" and definite

    def _of_both(self, m: Mention, states: Mention) -> list[Mention]:
        """The members of *ministers* in *ministers of both countries*, whose countries are known."""
        several = self.members.get(states.start, [])
        if m.kind != "agent" or not m.plural or not m.code.startswith("---") or m.start in self.members:
            return []
        if not several or OF_STATES.fullmatch(self.folded[m.end : states.start]) is None:
            return []
        found = [changed(m, code=x.code[:3] + m.code[3:], member=x.member, confidence=0.6) for x in several]
        self.members[m.start] = found
        return found

    def _title_of_body(self, m: Mention) -> str:
        """The words of a body's agent without its name: *secretary general* of *UN secretary general*."""
        words = m.text.lower().split()
        return " ".join(words[1:]) if len(words) > 1 else words[0]

    def _titles(self, m: Mention) -> list[str]:
        """The words that say in what office somebody is: *US **president***, ***President** Moon*, *Prime **Minister** May*."""
        before = _word_before(self.folded[max(0, m.start - 20) : m.start].rstrip())
        return [*m.text.lower().split(), *([before.lower()] if before else [])]

    def _same_family(self, m: Mention, before: Sequence[Mention], sentence: int) -> list[Mention]:
        """The members of *the ministers* that a phrase such as *the ministers of Chad and Niger* named shortly before."""
        if m.kind != "agent" or not m.plural or not m.code.startswith("---") or not self.members:
            return []
        if not DEFINITE_BEFORE.search(self.folded[max(0, m.start - 12) : m.start] + m.text):
            return []
        head = m.text.split()[-1].lower()
        for other in reversed(before):
            if sentence - (bisect_right(self.sentence_starts, other.start) - 1) > 8:
                break
            family = self.members.get(other.start)
            if family and other.text.split()[-1].lower() == head:
                found = [changed(m, code=x.code, member=x.member, confidence=0.6) for x in family]
                self.members[m.start] = found
                return found
        return []

    def _the_two(self, m: Mention, before: Sequence[Mention], sentence: int) -> list[Mention]:
        """The two politicians of different countries last named before ***the two** leaders*."""
        if m.kind != "agent" or not m.plural or not m.code.startswith("---") or m.start in self.members:
            return []
        if not THE_TWO.search(self.folded[max(0, m.start - 10) : m.start]) or m.text.lower().split()[-1] not in HEADS:
            return []
        named: list[Mention] = []
        for other in reversed(before):
            if sentence - (bisect_right(self.sentence_starts, other.start) - 1) > 3 or len(named) == 2:
                break
            leads = other.kind == "actor" and other.role in LEADING and _is_person(other)
            if leads and all(other.name != x.name for x in named):
                named.append(other)
        if len({x.code[:3] for x in named} - {"---"}) != 2:
            return []
        found = [changed(m, code=x.code, member=k, confidence=0.6) for k, x in enumerate(reversed(named))]
        self.members[m.start] = found
        return found

    def _is_stranger(self, m: Mention, sentence: int, main: str) -> bool:
        """Whether somebody without a name may be of a nation just spoken of: *two brothers with **Iraqi** visas ... the two **men***."""
        if m.text.lower().split()[-1] not in ANYBODY:
            return False
        start, end = self.sentences[max(0, sentence - 1)].start, m.start
        near = self.names[bisect_left(self.name_starts, start) : bisect_left(self.name_starts, end)]
        nations = {c for h in near if h.sense("adjective", "people") is not None for c in self._countries_told_of(h)}
        return not nations <= {main}

    def _local_country(self, sentence: int, main: str, mob: bool = False) -> str:
        """The country of an agent without one: that of the story, unless its sentence names another and only that.

        Args:
            sentence: its number.
            main: the country of the story.
            mob: whether the agent is one, whom the nation of another does not place: *a mob beat a **Kenyan** student*.
        """
        span = self.sentences[sentence]
        first, last = bisect_left(self.name_starts, span.start), bisect_left(self.name_starts, span.end)
        named = {
            c
            for h in self.names[first:last]
            if h.senses
            and not COMPARED.search(self.lowered, max(0, h.start - 20), h.start)
            and not (mob and h.sense("adjective", "people") is not None and h.sense("country") is None)
            for c in self._countries_told_of(h)
        }
        named &= self.lexicon_countries
        return named.pop() if len(named) == 1 else main

    def _place_where(self, m: Mention, sentence: int) -> str:
        """The country of the place before *where* whose clause an agent stands in: *flew to Peru, **where** he met the president*."""
        start = self.sentences[sentence].start
        at = self.lowered.rfind(" where ", start, m.start)
        hit = self.by_end.get(at - (self.lowered[at - 1 : at] == ",")) if at > 0 else None
        found = self._countries_told_of(hit) if hit is not None else []
        return found[0] if len(found) == 1 and found[0] in self.lexicon_countries else ""

    def _office(self, m: Mention) -> str:
        """The role of an agent, or where he is sent: the envoys of one country do not make its president of anybody."""
        return "sent" if m.code[3:6] == "GOV" and SENT_ABROAD.intersection(m.text.lower().split()) else m.code[3:6]

    def _crowned(self, country: str, m: Mention) -> str:
        """The country for an agent, unless it has no such office: no **queen** of a republic, no **president** of a kingdom."""
        word = m.text.lower().split()[-1]
        if word in CROWNS and country not in MONARCHIES:
            crowned = [c for c in self.countries if c in MONARCHIES]
            return crowned[0] if len(crowned) == 1 else ""
        headed = word in ("president", "presidents") and country in MONARCHIES and country not in CROWNLESS
        return "" if headed else country

    def _only_place(self, first: int, last: int) -> str:
        """The one country that these sentences name as a place: *expelled **from New Zealand***."""
        start = bisect_left(self.name_starts, self.sentences[max(0, first)].start)
        end = bisect_left(self.name_starts, self.sentences[last].end)
        found = {
            c
            for h in self.names[start:end]
            if h.senses and PLACE_BEFORE.search(self.lowered, max(0, h.start - 20), h.start)
            for c in self._countries_told_of(h)
        }
        return found.pop() if len(found) == 1 else ""

    def _from_anywhere(self, m: Mention) -> bool:
        """Whether an agent may well not be of the country of the story: refugees, a lone attacker, somebody *of* an unknown body."""
        role = m.code[3:6]
        if UNIDENTIFIED.search(m.text):
            return True
        if role in ("REF", "MNC", "IGO", "DEV") or (
            role == "REB" and not m.plural and m.text.lower().split()[-1] in LONE_ATTACKERS
        ):
            return True
        if FROM_SEVERAL.match(self.lowered, m.end) or (
            m.plural and FOREIGN.search(self.lowered, max(0, m.start - 20), m.end)
        ):
            return True
        if m.plural and OF_SEVERAL_STATES.search(m.text):
            return True
        if m.plural and role in ("GOV", "MIL") and OF_OTHER_STATES.match(m.text):
            return True
        before = self.folded[max(0, m.start - 3) : m.start]
        after = self.folded[m.end : m.end + 4]
        foreign_body = before.endswith(("'s ", "' ")) or (
            after.startswith((" at ", " of ")) and self.folded[m.end + 4 : m.end + 5].isupper()
        )
        return foreign_body and role in ("GOV", "BUS", "CVL", "ELI", "")

    def _story_country(self) -> str:
        """The country of which a document tells most, well ahead of the next, if there is one."""
        if not self.countries:
            return ""
        early = self.sentence_starts[min(3, len(self.sentence_starts) - 1)] if self.sentence_starts else 0
        weights: Counter[str] = Counter()
        for hit in (hit for hit in self.names if hit.senses):
            for code in self._countries_told_of(hit):
                weights[code] += 3 if hit.start <= early else 1
        ranked = weights.most_common(2)
        if not ranked or ranked[0][0] not in self.lexicon_countries:
            return ""
        if len(ranked) > 1 and ranked[0][1] < STORY_MARGIN * ranked[1][1]:
            return ""
        self.story_weight = ranked[0][1]
        self.story_share = ranked[0][1] / sum(weights.values())
        return ranked[0][0]

    def _is_of_the_story(self, role: str) -> bool:
        """Whether a person of whom no country is told is likely from that of the story; observers may be from anywhere."""
        if role in OFFICES:
            return self.story_share >= TOLD_WELL
        if self.story_share >= TOLD_ALONE and self.story_weight >= TOLD_AT_ALL:
            return True
        return self.story_weight >= TOLD_OFTEN and self.story_share >= TOLD_MOSTLY + 0.05 * (role in OBSERVERS)

    def _lives_there(self, m: Mention) -> bool:
        """Whether people are most likely of the country where violence befell them: villagers, civilians, militants."""
        role = m.code[3:6]
        return role in ARMED_AT_SCENE or (role == "CVL" and m.text.lower().split()[-1] in PEOPLE_AT_SCENE)

    def _is_scene(self, m: Mention) -> bool:
        """Whether a place is named as that of violence: *the raid in **Yemen***, *a **Yemen** drone strike*."""
        if m.kind not in ("country", "place", "capital") or m.code[:3] not in self.lexicon_countries:
            return False
        near = max(0, m.start - 90)
        on_the_way = not INTO_SCENE.isdisjoint(self.lowered[near : m.start].split()[-4:])
        if on_the_way and VIOLENCE_IN.search(self.lowered, near, m.start):
            return True
        named = m.kind == "country" and not self.folded.startswith("'s", m.end)
        return named and VIOLENCE_AFTER.match(self.lowered, m.end) is not None

    def _is_venue(self, start: int, end: int) -> bool:
        """Whether the city at this place of the text is only where others meet."""
        before = self.folded[max(0, start - 40) : start]
        return VENUE_BEFORE.search(before) is not None or VENUE_AFTER.match(self.folded, end) is not None

    def _countries_told_of(self, hit: Hit) -> list[str]:
        """The countries of a name that a text can be about."""
        known = self.told.get(hit.start)
        if known is None:
            met_there = hit.sense("capital", "place") is not None and self._is_venue(hit.start, hit.end)
            known = self.told[hit.start] = [] if met_there else self._hit_countries(hit)
        return known

    def _hit_countries(self, hit: Hit) -> list[str]:
        if not hit.senses or BACKED.match(self.folded, hit.end):
            return []
        sense = hit.sense("country", "adjective", "people", "capital", "region", "place")
        if sense is not None and sense.code:
            return [sense.code] if self.folded[hit.start : hit.end] not in LANGUAGES else []
        homes = {s.code[:3] for s in hit.senses if s.kind == "actor" and s.code[3:6] not in ("MED", "BUS", "NGO")}
        return list(homes) if len(homes) == 1 and homes <= self.lexicon_countries else []
