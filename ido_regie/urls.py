"""All addresses of regie."""

from django.urls import path

from ido_regie import api
from ido_regie.dashboard import messages, views

urlpatterns = [
    path("", views.overview, name="overview"),
    path("inloggen", views.LogIn.as_view(), name="login"),
    path("uitloggen", views.log_out, name="logout"),
    path("gezondheid", views.health, name="health"),
    path("stijl/kleuren.css", views.colours, name="colours"),
    path("v1/openapi.json", api.openapi, name="openapi"),
    path("v1/schemas/levering.json", api.delivery_schema, name="delivery_schema"),
    path("v1/", api.api.urls),
]

handler400 = messages.bad_request
handler403 = messages.forbidden
handler404 = messages.not_found
handler500 = messages.server_error
