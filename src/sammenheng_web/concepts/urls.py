"""Addresses of the room."""

from django.urls import path

from sammenheng_web.concepts import views

app_name = "concepts"
urlpatterns = [path("", views.index, name="index")]
