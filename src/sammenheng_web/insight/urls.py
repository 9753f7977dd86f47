"""Addresses of the room."""

from django.urls import path

from sammenheng_web.insight import views

app_name = "insight"
urlpatterns = [path("", views.index, name="index")]
