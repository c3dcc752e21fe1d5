"""The addresses of the house and of the throw-away entity; in the house it would be one line of config/urls.py."""

from django.urls import include, path

from callboard.config.urls import urlpatterns as house

urlpatterns = [*house, path("", include("tests.leaflets.urls"))]
