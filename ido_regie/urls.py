"""All addresses of regie."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.urls import path

from ido_regie import api
from ido_regie.dashboard import (
    administration,
    decisions_page,
    desk_pages,
    figure_pages,
    login,
    messages,
    nearby_pages,
    publication_pages,
    report_pages,
    signal_pages,
    stick_page,
    watching,
    weeks_page,
)

urlpatterns = [
    path("", figure_pages.start, name="overview"),
    path("onderwerpen", figure_pages.topics, name="topics"),
    path("doorverwijzen", figure_pages.referrals, name="referrals"),
    path("signalen", signal_pages.signals, name="signals"),
    path("signalen/nieuw", signal_pages.new_signal, name="new_signal"),
    path("signalen/brief", signal_pages.letter, name="signal_letter"),
    path("signalen/<uuid:id>", signal_pages.signal, name="signal"),
    path("rapport", report_pages.report_page, name="report"),
    path("rapport/pdf", report_pages.report_pdf, name="report_pdf"),
    path("publicaties", publication_pages.publications, name="publications"),
    path("publicaties/nieuw", publication_pages.publish, name="publish"),
    path("publicaties/<uuid:id>", publication_pages.publication, name="publication"),
    path("balies", desk_pages.desks, name="desks"),
    path("balies/gemeente", desk_pages.municipality, name="municipality"),
    path("balies/instellingen", decisions_page.decisions, name="decisions"),
    path("balies/lokaal", nearby_pages.nearby_list, name="nearby"),
    path("balies/lokaal/nieuw/<str:kind>", nearby_pages.new_nearby, name="new_nearby"),
    path("balies/lokaal/<uuid:id>", nearby_pages.edit_nearby, name="edit_nearby"),
    path("balies/lokaal/<uuid:id>/weghalen", nearby_pages.drop_nearby, name="drop_nearby"),
    path("balies/usb", stick_page.stick, name="stick"),
    path("balies/<uuid:id>/nagekeken", desk_pages.dismiss_knock, name="dismiss_knock"),
    path("balies/<uuid:id>/code", desk_pages.code, name="code"),
    path("balies/<uuid:id>/afmelden", desk_pages.revoke, name="revoke"),
    path("locaties/<uuid:id>", desk_pages.location, name="location"),
    path("locaties/<uuid:id>/balies", desk_pages.add_desk, name="add_desk"),
    path("weken", weeks_page.weeks, name="weeks"),
    path("logins", administration.accounts, name="accounts"),
    path("logins/<str:login>/wachtwoord", administration.renew_password, name="renew_password"),
    path("logins/<str:login>/open", administration.set_active, name="set_active"),
    path("organisaties", administration.organisations, name="organisations"),
    path("logboek", administration.audit, name="audit"),
    path("inloggen", login.LogIn.as_view(), name="login"),
    path("uitloggen", login.log_out, name="logout"),
    path("wachtwoord", login.password, name="password"),
    path("gezondheid", watching.health, name="health"),
    path("gereed", watching.ready, name="ready"),
    path("metrics", watching.metrics, name="metrics"),
    path(".well-known/security.txt", watching.security_txt, name="security_txt"),
    path("stijl/kleuren.css", watching.colours, name="colours"),
    path("v1/openapi.json", api.openapi, name="openapi"),
    path("v1/schemas/levering.json", api.delivery_schema, name="delivery_schema"),
    path("v1/", api.api.urls),
]

if settings.INSTALLATION.oidc:
    from mozilla_django_oidc.views import OIDCAuthenticationCallbackView, OIDCAuthenticationRequestView

    urlpatterns += [
        path(
            "oidc/inloggen",
            login_not_required(OIDCAuthenticationRequestView.as_view()),
            name="oidc_authentication_init",
        ),
        path(
            "oidc/terug",
            login_not_required(OIDCAuthenticationCallbackView.as_view()),
            name="oidc_authentication_callback",
        ),
    ]

handler400 = messages.bad_request
handler403 = messages.forbidden
handler404 = messages.not_found
handler500 = messages.server_error
