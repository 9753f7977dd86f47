"""Addresses of the room."""

from django.urls import path

from sammenheng_web.guide import views

app_name = "guide"
urlpatterns = [path("", views.index, name="index")]
