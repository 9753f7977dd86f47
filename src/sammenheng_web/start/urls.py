"""Addresses outside every collaboration."""

from django.urls import path

from sammenheng_web.start import upload, views

app_name = "start"
urlpatterns = [
    path("", views.home, name="home"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("open-file/", upload.choose, name="choose_file"),
    path("open-file/<uuid:upload>/", upload.show, name="preview"),
    path("open-file/<uuid:upload>/discard/", upload.discard, name="discard_file"),
    path("<workspace:workspace>/act-for/", views.act_for, name="act_for"),
]
