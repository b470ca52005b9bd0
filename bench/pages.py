"""The list of 50 texts and the page of one, in process, beside the cheapest page of the application."""

import tempfile
import time

from web import create_app
from web.commands.preparation import prepare
from workflow.importing.demonstration import DOMAIN, PASSWORD

ROUNDS = 40


def main() -> None:
    """Print milliseconds a page, and how many times the cheapest."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app({"VAR": folder, "WTF_CSRF_ENABLED": False})
        with app.app_context():
            prepare()
        client = app.test_client()
        cheapest = _milliseconds(client, "/sign-in")
        client.post("/sign-in", data={"email": f"cheffe{DOMAIN}", "password": PASSWORD})
        first = client.get("/?q=violence").text.split('class="title" href="')[1].split('"')[0]
        for name, address in (("list of 22 texts", "/"), ("page of a text", first), ("table as of a day", "/table")):
            took = _milliseconds(client, address)
            print(f"{name:<20} {took:6.1f} ms   {took / cheapest:5.1f} x the sign-in page")


def _milliseconds(client, address: str) -> float:  # noqa: ANN001
    client.get(address)
    started = time.perf_counter()
    for _round in range(ROUNDS):
        assert client.get(address).status_code == 200  # noqa: PLR2004, S101
    return (time.perf_counter() - started) * 1000 / ROUNDS


if __name__ == "__main__":
    main()
