from callboard.kit.pages import page_urls
from tests.leaflets.pages import LeafletRecord, Leaflets

urlpatterns = page_urls(Leaflets, LeafletRecord)
