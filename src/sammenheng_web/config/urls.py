"""The addresses of the site. A workspace's key stands first in the address of everything inside it."""

from django.conf import settings
from django.urls import include, path, register_converter

from sammenheng_web.config.body_limit import TOO_LARGE
from sammenheng_web.organisations.models import KEY_LENGTH
from sammenheng_web.ui import errors


class WorkspaceConverter:
    """A workspace key: no fixed address of the site may look like one."""

    regex = f"[a-z0-9]{{{KEY_LENGTH}}}"

    def to_python(self, value: str) -> str:
        """The key itself."""
        return value

    def to_url(self, value: str) -> str:
        """The key itself."""
        return value


register_converter(WorkspaceConverter, "workspace")

urlpatterns = [
    path(TOO_LARGE.removeprefix("/"), errors.too_large, name="too_large"),
    path("", include("sammenheng_web.start.urls")),
    path("", include("sammenheng_web.organisations.urls")),
    path("<workspace:workspace>/", include("sammenheng_web.overview.urls")),
    path("<workspace:workspace>/insight/", include("sammenheng_web.insight.urls")),
    path("<workspace:workspace>/journeys/", include("sammenheng_web.journeys.urls")),
    path("<workspace:workspace>/actors/", include("sammenheng_web.actors.urls")),
    path("<workspace:workspace>/goals/", include("sammenheng_web.goals.urls")),
    path("<workspace:workspace>/effects/", include("sammenheng_web.effects.urls")),
    path("<workspace:workspace>/plan/", include("sammenheng_web.plan.urls")),
    path("<workspace:workspace>/concepts/", include("sammenheng_web.concepts.urls")),
    path("<workspace:workspace>/governance/", include("sammenheng_web.governance.urls")),
    path("<workspace:workspace>/guide/", include("sammenheng_web.guide.urls")),
    path("<workspace:workspace>/benefits/", include("sammenheng_web.benefits.urls")),
    path("<workspace:workspace>/report/", include("sammenheng_web.report.urls")),
    path("<workspace:workspace>/content/", include("sammenheng_web.content.urls")),
]
if settings.MODE in ("demo", "test"):
    urlpatterns.append(path("ui/", include("sammenheng_web.ui.urls")))

handler400 = "sammenheng_web.ui.errors.bad_request"
handler403 = "sammenheng_web.ui.errors.refused"
handler404 = "sammenheng_web.ui.errors.not_found"
handler500 = "sammenheng_web.ui.errors.failed"
