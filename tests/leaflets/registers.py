from django.utils.translation import gettext_lazy as _

from callboard.core.registry import Nav, register

register.nav.add(Nav("leaflets", "team", _("Leaflets"), "leaflets", icon="files", operation="leaflets.view"))
