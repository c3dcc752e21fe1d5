from datetime import UTC, datetime

from callboard.core.demo import World
from callboard.core.registry import register
from callboard.directory.demo import build as build_directory
from callboard.directory.models import AccountFacts
from callboard.journal.demo import build as build_journal
from callboard.journal.demo import settle as settle_journal
from callboard.journal.models import Interaction
from callboard.pipeline.demo import build
from callboard.pipeline.models import Lead, LeadState, Opportunity
from callboard.team.demo import build as build_team
from callboard.work.demo import settle as settle_work
from callboard.work.models import Task

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
APPS = ("directory", "journal", "pipeline")


def test_the_practice_company_has_a_past_and_a_pipeline_and_check_finds_nothing(db: None) -> None:
    world = World(seed=7, now=NOW, scale=0.2)
    for part in (build_team, build_directory, build_journal, build, settle_journal, settle_work):
        part(world)
    assert Interaction.objects.count() > 800
    assert {lead.state for lead in Lead.objects.all()} == set(LeadState.values)
    assert Opportunity.objects.exclude(lead=None).count() >= 10
    assert Task.objects.filter(state="open", source_kind="pipeline.opportunity").exists()
    assert AccountFacts.objects.exclude(last_conversation_at=None).exists()
    checks = [check for check in register.check if check.name.partition(".")[0] in APPS]
    assert [found for check in checks for found in check.run()] == []
