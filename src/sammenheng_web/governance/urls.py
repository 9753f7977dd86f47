"""Addresses of the room."""

from django.urls import path

from sammenheng_web.governance import views

app_name = "governance"
urlpatterns = [path("", views.index, name="index")]
