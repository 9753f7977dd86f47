"""Addresses of the room."""

from django.urls import path

from sammenheng_web.journeys import views

app_name = "journeys"
urlpatterns = [
    path("", views.index, name="index"),
    path("<str:journey>/", views.journey, name="journey"),
    path("<str:journey>/map/", views.map_alone, name="map"),
    path("<str:journey>/file/<str:form>/", views.file, name="file"),
]
