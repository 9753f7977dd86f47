"""The small collaboration that the page tests play in."""

from dataclasses import replace
from pathlib import Path

from sammenheng.domain import Collaboration, Id, Text, read
from sammenheng.domain.words import Need, Organisation

MINIMAL = Path(__file__).parents[2] / "examples" / "minimal.sammenheng.json"
AGENCY, PARTNER, LEAD = Id("org-kommune"), Id("org-nav"), Id("org-lead")
SHARED, PRIVATE, PERSONAL, HOSTILE = Id("need-shared"), Id("need-private"), Id("need-personal"), Id("need-hostile")
SECRET = "Only the agency may read this"
MARKUP = "<script>alert('x')</script> & \"quotes\""


def two_agencies_one_journey() -> Collaboration:
    """The minimal example with a third organisation that leads, and needs that differ in who may see them."""
    minimal = read(MINIMAL.read_bytes())
    return replace(
        minimal,
        leads=LEAD,
        organisations=(*minimal.organisations, Organisation(id=LEAD, name=Text(nb="Direktoratet", en="Directorate"))),
        needs=(
            *minimal.needs,
            Need(id=SHARED, name=Text(nb="Delt behov"), owner=AGENCY, shared=True),
            Need(id=PRIVATE, name=Text(en=SECRET), owner=AGENCY, shared=False),
            Need(id=PERSONAL, name=Text(nb="Navngitt"), owner=AGENCY, shared=True, sensitivity=1),
            Need(id=HOSTILE, name=Text(nb=MARKUP), note=Text(nb=MARKUP)),
        ),
    )
