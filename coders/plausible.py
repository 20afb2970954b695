"""Says which acts are not credible between the actors found: private contacts, firms that invade, words taken for blows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coders.acts import Act
from coders.model import Mention

#: Roots of words, contacts and favours, which are political only between political actors.
POLITICAL_ROOTS = frozenset({"01", "02", "03", "04", "05", "06", "07", "09", "10", "11", "12"})
#: Codes of yielding that private persons use as well: resigning, easing rules, giving in.
POLITICAL_YIELDING = frozenset({"080", "081", "083"})
#: Roots of words and deeds for which the police are political enough.
POLICED = frozenset({"01", "02", "07", "08", "09", "10", "11", "12"})
#: Roles of those who in numbers make demands in public: *nurses demand better pay*, *hijackers demand a ransom*.
DEMANDING_ROLES = frozenset("CRM UAF REF HLH EDU AGR LAB".split())
#: Roots of refusals, which are public unless a private person makes them.
REFUSALS = frozenset({"12"})
POLITICAL_ROLES = frozenset("GOV MIL LEG OPP PTY REB SPY JUD ELI SEP LAB REL NGO HRI IGO REF DEV".split())
#: Pronouns of one person, who is political only by a role.
PERSONAL_PRONOUNS = frozenset("he she him her his hers himself herself i me my".split())
#: Roles that fight with arms or fists, and those that fight in words.
ARMED_ROLES = frozenset("MIL REB COP UAF SPY CVL SEP REL CRM OPP".split())
WORDY_ROLES = frozenset("GOV LEG JUD PTY ELI BUS MED EDU".split())
#: Roles of politicians.
POLITICIANS = frozenset("GOV LEG JUD PTY ELI OPP".split())
#: Roles without arms: a firm that takes over another, a scholar or newspaper that conquers a public, invades nothing.
UNARMED_ROLES = frozenset("BUS MED EDU HLH ELI JUD LEG AGR ENV LAB MNC NGO PTY".split())
#: Those whose office is past are still public, as experts and actors are not.
FORMER = re.compile(r"(?i)(?:the |a )?(?:\w+ )?(?:former|ex|ousted|deposed|late|one-time|then)\b")
#: Roles that coerce without being political.
FORCEFUL_ROLES = frozenset("COP CRM UAF".split())
#: Words for many people in the singular.
CROWDS = frozenset("mob crowd community group tribe clan public population".split())
#: Roles of people in their private life.
CIVIL_ROLES = frozenset("CVL BUS MED EDU HLH LAB AGR".split())
#: Entries whose verbs are of war only where somebody with arms does it: *occupied the market*, *topped and ousted rivals*.
WARLIKE = frozenset(
    f"verbs/{entry}"
    for entry in (
        "08_yield#withdraw_troops",
        "15_force_posture#show_force",
        "19_fight#occupy",
        "19_fight#take_place",
        "19_fight#strike_by_forces",
        "19_fight#overthrow",
        "19_fight#blockade",
        "19_fight#take_on_in_battle",
    )
)
#: Entries of war that need an army, fighters or militants on one side: those who move in, and those who are defeated.
MOVING_IN = "verbs/19_fight#move_in"
DEFEATING = "verbs/19_fight#defeat"
#: The entry of leaving an international body.
LEAVING = "verbs/16_reduce_relations#leave_body"
#: Roles of those who fight with arms.
FIGHTING_ROLES = frozenset("MIL REB UAF SEP COP".split())
#: Entries whose verbs politicians of one country use for words: *attacked the mayor*, *fired back at the senator*.
BLOWS = frozenset({"verbs/19_fight#attack", "verbs/19_fight#shoot"})


def implausible(
    act: Act, sources: Sequence[Mention], targets: Sequence[Mention], with_weapons: bool = False
) -> str | None:
    """Returns why an act cannot be what its words say, given who does it and to whom; None if it can.

    Args:
        act: whose code and entry say what is done.
        sources, targets: the actors found; empty where nobody is named.
        with_weapons: whether the words of a blow name a weapon: *missile strikes*.
    """
    sides = (*sources, *targets)
    root = act.code[:2]
    political = (root in POLITICAL_ROOTS and act.code != "0352" and (sides or root not in REFUSALS)) or act.code[
        :3
    ] in POLITICAL_YIELDING
    if (
        political
        and not any(is_political(m) or _is_public_enough(m, root) for m in sides)
        and not _crosses_borders(sides)
    ):
        return "nobody political on either side"
    if root in ("05", "11") and sources and all(map(_is_nobody, sources)):
        return "the words of a private person"
    if root == "01" and sources and not any(_is_public(m) for m in sources):
        return "the words of a private person"
    if act.rule.endswith(("#take_on_in_battle", "#fight_each_other")) and not act.operators and _dispute(sides):
        return "a dispute, not a fight"
    blows = act.rule in BLOWS and root == "19" and not act.operators and not with_weapons
    if blows and _are_at_home_in_words(sources, targets):
        return "a dispute, not a fight"
    if act.rule.endswith("14_protest#strike") and sources and not any(m.code[3:] for m in sources):
        return "no strike of workers"
    if act.rule in WARLIKE and root not in ("14", "17") and sources and not any(_has_arms(m) for m in sources):
        return "a warlike word for somebody without arms"
    if act.rule == MOVING_IN and not any(map(_fights, sources)):
        return "a warlike word for somebody without arms"
    if act.rule == LEAVING and act.targets and all(m.code[:3] != "IGO" for m in targets):
        return "no international body"
    if act.rule == DEFEATING and not any(map(_fights, targets)):
        return "a warlike word for somebody without arms"
    if root == "16" and sources and not any(is_political(m) or m.role in FORCEFUL_ROLES for m in sides):
        return "relations among private persons"
    if root == "17" and sources and not any(map(_can_coerce, sources)):
        return "pressure among private persons"
    if root in ("18", "19") and sources and (targets or act.reciprocal) and all(map(_is_private, sides)):
        return "violence among private persons"
    if act.code == "042" and sources and not any(is_political(m) for m in sources):
        return "a private journey"
    if root == "04" and any("MED" in m.code for m in sides):
        return "an interview"
    return None


def is_political(m: Mention) -> bool:
    """Whether a mention is of somebody whose words and contacts are political."""
    if m.code[:3] in ("IGO", "NGO", "IMG"):
        return True
    if not m.code[3:]:
        return m.kind in ("country", "capital", "actor", "people", "place") or (
            m.kind == "pronoun" and m.name is not None and m.text.lower() not in PERSONAL_PRONOUNS
        )
    if m.kind == "agent" and m.role == "ELI" and not FORMER.match(m.text):
        return False
    return any(m.code[k : k + 3] in POLITICAL_ROLES for k in range(3, len(m.code), 3))


def _crosses_borders(sides: Sequence[Mention]) -> bool:
    """Whether experts or other notables of two countries deal with each other, which they do for these."""
    return len({m.code[:3] for m in sides if m.role == "ELI" and not m.code.startswith("---")}) > 1


def _is_public(m: Mention) -> bool:
    """Whether what somebody says counts as a statement: experts, judges and lawyers say things for a living."""
    if "COP" in m.code:
        return True
    return is_political(m) and not (m.kind == "agent" and m.role in ("JUD", "NGO", "LAB", "HRI", "ELI"))


def _is_public_enough(m: Mention, root: str) -> bool:
    """Whether somebody who is no politician does such an act in public: the police ask and accuse, firms and unions refuse."""
    if root in POLICED and "COP" in m.code:
        return True
    if root == "10" and m.plural and m.kind == "agent" and m.role in DEMANDING_ROLES:
        return True
    return root in REFUSALS and not (m.kind in ("agent", "pronoun") and m.role != "BUS" and _is_private(m))


def _has_arms(m: Mention) -> bool:
    """Whether somebody can use force: a state, or anybody but the roles that have none and names that nobody knows."""
    if m.kind == "name" and not m.role:
        return False
    return m.code[:3] not in ("NGO", "MNC") and m.role not in UNARMED_ROLES


def _fights(m: Mention) -> bool:
    """Whether somebody is an army, a militia or a militant group."""
    return m.code[:3] == "IMG" or any(m.code[k : k + 3] in FIGHTING_ROLES for k in range(3, len(m.code), 3))


def _can_coerce(m: Mention) -> bool:
    """Whether somebody's pressure is of public concern: officials, the police, gangs, a crowd."""
    return is_political(m) or m.role in FORCEFUL_ROLES or (m.role == "CVL" and _are_many(m))


def _is_private(m: Mention) -> bool:
    """Whether somebody is one private person: a husband, a driver, a name that nobody knows."""
    return not _are_many(m) and _is_civil(m)


def _is_nobody(m: Mention) -> bool:
    """Whether somebody is one person of whom no more is said than *a man*, *her mother*."""
    return m.kind == "agent" and m.role == "CVL" and not _are_many(m)


def _are_many(m: Mention) -> bool:
    return m.plural or m.text.lower().split()[-1] in CROWDS


def _is_civil(m: Mention) -> bool:
    """Whether a mention is of people without office or arms."""
    return m.role in CIVIL_ROLES if m.role else m.kind == "name"


def _are_at_home_in_words(sources: Sequence[Mention], targets: Sequence[Mention]) -> bool:
    """Whether both sides are politicians, judges or journalists of the same country."""
    sides = (*sources, *targets)
    same = len({m.code[:3] for m in sides}) == 1
    return bool(sources and targets) and same and all(m.role in WORDY_ROLES or "PTY" in m.code for m in sides)


def _dispute(sides: Sequence[Mention]) -> bool:
    """Whether nobody who clashes has arms or a crowd, so that they clash in words."""
    roles = {"PTY" if m.role == "OPP" and is_one_politician(m) else m.code[3:6] for m in sides}
    return bool(roles & WORDY_ROLES) and not roles & ARMED_ROLES


def is_one_politician(m: Mention) -> bool:
    """Whether a mention is of one person in politics, who has no arms and no crowd."""
    person = m.entry.startswith(("actors/persons", "person:")) and not m.plural
    return person and m.role in POLITICIANS
