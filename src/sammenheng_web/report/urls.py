"""Addresses of the room."""

from django.urls import path

from sammenheng_web.report import views

app_name = "report"
urlpatterns = [
    path("", views.index, name="index"),
    path("file/", views.file, name="file"),
]
