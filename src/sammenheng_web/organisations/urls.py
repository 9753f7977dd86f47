"""Addresses for signing in and out, sessions and preferences."""

from django.urls import path

from sammenheng_web.organisations import preferences, sessions, sign_in

app_name = "organisations"
urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("signed-out/", sign_in.signed_out, name="signed_out"),
    path("sessions/", sessions.sessions, name="sessions"),
    path("sessions/<uuid:session>/end/", sessions.end_session, name="end_session"),
    path("language/", preferences.language, name="language"),
    path("theme/", preferences.theme, name="theme"),
]
