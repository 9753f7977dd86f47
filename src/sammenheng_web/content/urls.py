"""Addresses of the pages that list and show any object."""

from django.urls import path

from sammenheng_web.content import views

app_name = "content"
urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:type>/", views.objects, name="objects"),
    path("<slug:type>/<slug:id>/", views.one, name="object"),
]
