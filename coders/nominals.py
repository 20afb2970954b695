"""Nouns that name what a verb does: *the **delivery** of tents to Fiji* is somebody delivering tents to Fiji.

A noun is matched against the patterns of its verb, so that no dictionary line has to be written twice. Nouns that the
dictionaries list themselves keep their own lines as well.
"""

from __future__ import annotations

from coders.graph import NOMINAL, Arguments, Graph, Oblique

#: Nouns and the verbs whose patterns they share.
VERB_OF_NOUN = {
    "acceptance": "accept", "adoption": "adopt", "allocation": "allocate", "approval": "approve", "blocking": "block",
    "boosting": "boost", "burning": "burn", "cancellation": "cancel", "closing": "close", "closure": "close",
    "confiscation": "confiscate", "cutting": "cut", "delivery": "deliver", "deployment": "deploy",
    "destruction": "destroy", "dispatch": "dispatch", "dissolution": "dissolve", "distribution": "distribute",
    "dismantling": "dismantle", "donation": "donate", "easing": "ease", "establishment": "establish",
    "evacuation": "evacuate", "exchange": "exchange", "extension": "extend", "freezing": "freeze",
    "handover": "hand", "imposition": "impose", "introduction": "introduce", "jamming": "jam", "launch": "launch",
    "lifting": "lift", "opening": "open", "provision": "provide", "ratification": "ratify", "recall": "recall",
    "reduction": "reduce", "reimposition": "reimpose", "relaxation": "relax", "removal": "remove",
    "reopening": "reopen", "repatriation": "repatriate", "restoration": "restore", "restriction": "restrict",
    "resumption": "resume", "sale": "sell", "sealing": "seal", "seizure": "seize", "sending": "send",
    "severance": "sever", "severing": "sever", "sharing": "share", "shipment": "ship",
    "signature": "sign", "signing": "sign", "supply": "supply", "suspension": "suspend", "termination": "terminate",
    "testing": "test", "transfer": "transfer", "withholding": "withhold",
}  # fmt: skip


def nominal_arguments(graph: Graph, n: int) -> Arguments | None:
    """Returns the complements of a noun as those of its verb in the active voice; None where it has no object.

    The possessor, the phrase with *by* or a capitalised modifier does it; what stands after *of*, or before the noun as a
    compound, it is done to: *Norway's **shipment** of food to Mali*, *a Norwegian food **shipment** to Mali*.
    """
    subjects = [c for c in graph.children[n] if graph.rel[c] == "possessor"]
    objects: list[int] = []
    obliques: list[Oblique] = []
    for o in graph.noun_obliques(n):
        if o.prep == "of":
            objects.append(o.governed)
            obliques.extend(graph.noun_obliques(graph.core(o.governed)))
        else:
            obliques.append(o)
    if graph.rel[n] == "object" and graph.is_verb(graph.head[n]):
        obliques.extend(
            o for o in graph.noun_obliques(graph.head[n]) if o.prep in ("to", "with", "against") and o.token > n
        )
    modifiers = [c for c in graph.children[n] if graph.rel[c] in ("modifier", "compound", "adverbial_noun")]
    if not objects:
        objects = [c for c in modifiers if graph.pos[c] == "NOUN" and not graph.text[c][:1].isupper()]
    if not objects:
        return None
    if not subjects:
        subjects = [x.governed for o in obliques for x in (o, *graph.noun_obliques(o.governed)) if x.prep == "by"]
    if not subjects:
        subjects = [o.governed for o in obliques if o.prep == "between"]
    if not subjects:
        subjects = [c for c in modifiers if graph.text[c][:1].isupper() and graph.pos[c] in (*NOMINAL, "ADJ")]
    return Arguments(
        tuple(subjects),
        tuple(objects),
        (),
        (),
        tuple(o for o in obliques if o.governed not in subjects),
        frozenset(),
        (),
        False,
    )
