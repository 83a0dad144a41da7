"""The household as its file describes it: people, money, dues, debts; reading that file, writing it back."""

from ashore.household.estimating import Estimates
from ashore.household.file.source import Source, read_source
from ashore.household.model import Household
from ashore.household.reading import Reading, read_household, read_parsed

__all__ = ["Estimates", "Household", "Reading", "Source", "read_household", "read_parsed", "read_source"]
