"""The address of the page that shows every component."""

from django.urls import path

from sammenheng_web.ui import components_page

app_name = "ui"
urlpatterns = [path("components/", components_page.components, name="components")]
