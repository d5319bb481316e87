"""The citywide rows: commitments and the figures that other bureaus report."""

from registry.models.commitment import Commitment
from registry.models.reported_figure import ReportedFigure

__all__ = ["Commitment", "ReportedFigure"]
