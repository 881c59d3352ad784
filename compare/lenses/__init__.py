"""Watch topics: what the shipped and the user's lens files hold, and which claims they match."""

from tuireader.compare.lenses.loader import check_lens, load_lenses
from tuireader.compare.lenses.model import Lens, LensError, Need, topic_of

__all__ = ["Lens", "LensError", "Need", "check_lens", "load_lenses", "topic_of"]
