"""Decisions of the pipeline: what a stage needs, how good a lead is."""

from callboard.pipeline.rules.grades import grade_of
from callboard.pipeline.rules.stages import ENTRY, OPEN_STAGES, missing

__all__ = ["ENTRY", "OPEN_STAGES", "grade_of", "missing"]
