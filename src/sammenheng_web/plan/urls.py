"""Addresses of the room."""

from django.urls import path

from sammenheng_web.plan import views

app_name = "plan"
urlpatterns = [path("", views.index, name="index")]
