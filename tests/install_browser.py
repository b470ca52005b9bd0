"""Finds Chromium for the browser tests; run as a program, installs it where it is missing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Error, Playwright, sync_playwright

DEBIAN_PACKAGES = ("chromium", "fonts-noto-core")  # the fonts draw Arabic and Latin letters
SENTENCE = (
    "The browser tests need Chromium: as root on Debian, 'apt-get install chromium fonts-noto-core'; "
    "elsewhere, '.venv/bin/playwright install --with-deps chromium'."
)


def system_chromium() -> str | None:
    """Give the path of the system's Chromium; a snap sees neither our temporary folders nor our pages."""
    path = shutil.which("chromium")
    return None if path and path.startswith("/snap/") else path


def find_chromium(playwright: Playwright) -> str | None:
    """Give the path of the system's Chromium, else of Playwright's own, else None."""
    own = playwright.chromium.executable_path
    return system_chromium() or (own if Path(own).exists() else None)


def is_present() -> bool:
    """Say whether a Chromium is installed; the system comes first because asking Playwright takes time."""
    if system_chromium():
        return True
    with sync_playwright() as playwright:
        return find_chromium(playwright) is not None


def starts() -> bool:
    """Say whether the Chromium found opens a page."""
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=find_chromium(playwright), args=["--no-sandbox"])
            browser.new_page().goto("about:blank")
            browser.close()
        except Error as error:
            sys.stderr.write(f"{error}\n")
            return False
    return True


def install() -> None:
    """Install Chromium from Debian as root, otherwise from Playwright."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root and shutil.which("apt-get"):
        get = ("apt-get", "-qq")
        if run(*get, "update") and run(*get, "install", "-y", "--no-install-recommends", *DEBIAN_PACKAGES):
            return
    run(sys.executable, "-m", "playwright", "install", *(["--with-deps"] if is_root else []), "chromium")


def run(*command: str) -> bool:
    """Run a command that asks nothing, and say whether it went well."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)  # noqa: S603 the commands are ours
    return done.returncode == 0


def main() -> int:
    """Install Chromium unless it is there; tell what to do when that fails."""
    if is_present():
        return 0
    sys.stderr.write("Installing Chromium for the browser tests ...\n")
    install()
    if is_present() and starts():
        return 0
    sys.stderr.write(f"{SENTENCE}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
