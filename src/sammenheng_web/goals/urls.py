"""Addresses of the room."""

from django.urls import path

from sammenheng_web.goals import views

app_name = "goals"
urlpatterns = [path("", views.index, name="index")]
