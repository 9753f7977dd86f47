"""The address of the overview."""

from django.urls import path

from sammenheng_web.overview import views

app_name = "overview"
urlpatterns = [
    path("", views.index, name="index"),
    path("file/", views.file, name="file"),
]
