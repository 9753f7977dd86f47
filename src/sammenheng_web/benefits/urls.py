"""Addresses of the room."""

from django.urls import path

from sammenheng_web.benefits import views

app_name = "benefits"
urlpatterns = [path("", views.index, name="index")]
