"""Addresses of the room."""

from django.urls import path

from sammenheng_web.effects import views

app_name = "effects"
urlpatterns = [path("", views.index, name="index")]
