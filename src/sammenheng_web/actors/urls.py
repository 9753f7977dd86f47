"""Addresses of the room."""

from django.urls import path

from sammenheng_web.actors import views

app_name = "actors"
urlpatterns = [path("", views.index, name="index")]
