"""What every test may ask for; the fixtures themselves are in tests/fixtures."""

from hypothesis import settings

pytest_plugins = (
    "tests.fixtures.databases",
    "tests.fixtures.demonstration",
    "tests.fixtures.mail",
    "tests.fixtures.chromium",
)

# A slow machine is no defect of ours.
settings.register_profile("navette", deadline=None)
settings.load_profile("navette")
