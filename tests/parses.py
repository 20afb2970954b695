"""Parses that the tests of several steps of the coder share, in the rows of `builders.make_graph`."""

ACCUSED_OF_BOMBING = """
    Norland = NNP accused subject
    accused accuse VBD ^
    Sudland = NNP accused object
    of = IN accused prep
    bombing bomb VBG of prep_clause
    Midland = NNP bombing object
    """
ORDERED_TO_ARREST = """
    Norland = NNP ordered subject
    ordered order VBD ^
    police = NNS ordered object
    to = TO arrest aux
    arrest = VB ordered open_clause
    rebels rebel NNS arrest object
    """
BOMBED = """
    Norland = NNP bombed subject
    bombed bomb VBD ^
    Sudland = NNP bombed object
    """
WAS_BOMBED = """
    Sudland = NNP bombed subject_passive
    was be VBD bombed passive_aux
    bombed bomb VBN ^
    by = IN bombed by
    Norland = NNP by prep_object
    """
