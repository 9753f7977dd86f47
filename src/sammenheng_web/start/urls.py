from django.urls import path

from sammenheng_web.start import views

app_name = "start"
urlpatterns = [
    path("", views.home, name="home"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
