"""The legal time of Morocco: which day it is in Casablanca.

Morocco keeps UTC+0 all year since 20 September 2026; tables of zones published before say UTC+1.
"""

import zoneinfo
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

# Python reads the system's zones before the tzdata package, and the system's lag behind by months. Zones are cached, so
# one built before this module is imported has to be forgotten.
zoneinfo.reset_tzpath(to=[])
ZoneInfo.clear_cache()

CASABLANCA = ZoneInfo("Africa/Casablanca")

_WITNESS = datetime(2026, 12, 1, 12)  # noqa: DTZ001 - the zone under trial is put on it


def check_time_zone(zone: tzinfo = CASABLANCA) -> None:
    """Raise RuntimeError when `zone` does not know that Morocco is at UTC+0 on 1 December 2026."""
    offset = _WITNESS.replace(tzinfo=zone).utcoffset()
    if offset != timedelta(0):
        raise RuntimeError(
            f"Le fuseau horaire du Maroc n’est pas à jour : décalage de {offset} au 1er décembre 2026 au lieu de zéro. "
            "Veuillez installer le paquet tzdata 2026.3 ou une version plus récente."
        )


def legal_day(moment: datetime) -> date:
    """Give the day it is in Casablanca at an aware `moment`; raise ValueError for a naive one."""
    if moment.utcoffset() is None:
        raise ValueError(f"Moment sans fuseau horaire : {moment.isoformat()}")
    return moment.astimezone(CASABLANCA).date()


def start_of(day: date) -> datetime:
    """Give the moment at which a day begins in Casablanca."""
    return datetime.combine(day, time.min, CASABLANCA).astimezone(UTC)
