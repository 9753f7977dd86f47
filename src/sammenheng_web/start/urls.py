from django.urls import path

from sammenheng_web.start import views

app_name = "start"
urlpatterns = [
    path("", views.home, name="home"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("<workspace:workspace>/act-for/", views.act_for, name="act_for"),
]
