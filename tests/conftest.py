"""What every test may ask for; the fixtures themselves are in tests/fixtures."""

from hypothesis import settings

pytest_plugins = (
    "tests.fixtures.databases",
    "tests.fixtures.demonstration",
    "tests.fixtures.mail",
    "tests.fixtures.chromium",
)

# A slow machine is no defect of ours. `pytest --hypothesis-profile=thorough` tries four times as many examples.
settings.register_profile("quick", deadline=None, max_examples=25)
settings.register_profile("thorough", deadline=None, max_examples=100)
settings.load_profile("quick")
