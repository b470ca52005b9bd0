"""E-mail addresses: read by email-validator, without asking the network whether they receive mail."""

import email_validator
from email_validator import EmailNotValidError, validate_email

# Names that no public mailbox has: those that a ministry's own network, and tests, may use all the same.
for _name in ("local", "localhost", "test"):
    if _name in email_validator.SPECIAL_USE_DOMAIN_NAMES:
        email_validator.SPECIAL_USE_DOMAIN_NAMES.remove(_name)


def normal_address(written: str) -> str:
    """Give an address as it is kept: in small letters, its domain in ASCII.

    Raises ValueError, with the sentence that says why, for what is no address, or only one of the machine itself: a
    person's address has a domain with a dot.
    """
    try:
        found = validate_email(written.strip(), check_deliverability=False, allow_smtputf8=False, strict=True)
    except EmailNotValidError as error:
        raise ValueError(
            f"« {written[:80]} » n’est pas une adresse de courriel : écrivez nom@domaine, sans accent."
        ) from error
    return (found.ascii_email or found.normalized).lower()


def is_address(written: str) -> bool:
    """Whether a mail server can be given this address: one of the machine or of the network itself counts."""
    try:
        validate_email(written, check_deliverability=False, allow_smtputf8=False, globally_deliverable=False)
    except EmailNotValidError:
        return False
    return True
