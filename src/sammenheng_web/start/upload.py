"""Opening a file: choose it, see what it holds, decide; then all of it is stored or nothing."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from sammenheng.domain import FileRefusedError, Id
from sammenheng.domain.file import LARGEST_FILE
from sammenheng.texts.faults import explain
from sammenheng_web.audit.record import record
from sammenheng_web.collaborations.commands import start as commands
from sammenheng_web.start import preview
from sammenheng_web.ui.forms import PlainForm
from sammenheng_web.ui.terms import texts

MOST_FAULTS_SHOWN = 25


class FileForm(PlainForm):
    """A file from one's own machine."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("A file whose name ends in .sammenheng.json, at most 32 MiB."),
        widget=forms.FileInput(attrs={"accept": ".json,application/json", "class": "ds-input"}),
        error_messages={
            "required": gettext_lazy("Choose a file."),
            "empty": gettext_lazy("The file is empty. Choose another."),
        },
    )


@login_required
def choose(request: HttpRequest) -> HttpResponse:
    """Choose a file. It is checked and kept aside for its sender; nothing is stored in a room yet."""
    if request.method != "POST":
        return render(request, "start/choose_file.html", {"form": FileForm()})
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "start/choose_file.html", {"form": form})
    file = form.cleaned_data["file"]
    try:
        # One byte more than is read: enough for the refusal, never all of what somebody may send.
        upload = commands.keep_upload(request.user, file_name=file.name, content=file.read(LARGEST_FILE + 1))
    except FileRefusedError as refusal:
        record("upload.refused", person=request.user.pk, detail={"faults": len(refusal.faults)})
        return render(request, "start/choose_file.html", refused(file.name, refusal), status=422)
    return redirect("start:preview", upload.pk)


def refused(file_name: str, refusal: FileRefusedError) -> dict[str, object]:
    """What the page needs to explain a refusal."""
    return {
        "form": FileForm(),
        "file_name": file_name,
        "faults": [explain(texts(), fault) for fault in refusal.faults[:MOST_FAULTS_SHOWN]],
        "unshown": max(0, len(refusal.faults) - MOST_FAULTS_SHOWN),
    }


@login_required
def show(request: HttpRequest, upload: UUID) -> HttpResponse:
    """See what the file holds, choose whom to act for, and start; or let go of it."""
    try:
        kept, whole = commands.kept_upload(request.user, upload)
        if request.method == "POST":
            organisation = Id(request.POST.get("organisation", ""))
            workspace = commands.start_from_upload(request.user, upload, organisation=organisation)
            messages.success(request, _("The file is stored as a collaboration of its own."))
            return redirect("overview:index", workspace.key)
    except commands.NoSuchUploadError:
        raise Http404 from None
    except commands.UnknownOrganisationError:
        error = _("Choose the organisation you act for.")
    else:
        error = ""
    context = {
        "upload": kept,
        "whole": whole,
        "counts": preview.counts(whole),
        "parties": preview.parties(whole),
        "personal": preview.personal(whole),
        "error": error,
    }
    return render(request, "start/preview_file.html", context, status=422 if error else 200)


@login_required
@require_POST
def discard(request: HttpRequest, upload: UUID) -> HttpResponse:
    """Let go of a file that was sent."""
    try:
        commands.discard_upload(request.user, upload)
    except commands.NoSuchUploadError:
        raise Http404 from None
    messages.info(request, _("The file is gone from here. Nothing was stored."))
    return redirect("start:choose_file")
