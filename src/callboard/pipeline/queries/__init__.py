"""What can be asked about leads and opportunities."""

from callboard.pipeline.queries.leads import Known, known_already
from callboard.pipeline.queries.opportunities import FAULT, Lane, lanes, open_of, without_next_step

__all__ = ["FAULT", "Known", "Lane", "known_already", "lanes", "open_of", "without_next_step"]
