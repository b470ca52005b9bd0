"""How much a process may work on a template that anybody may have written."""

from workflow.confinement import confine

MEGABYTES, SECONDS = 1024, 3
# A good template must not be refused where the machine is so busy that the process has no turn for seconds.
PATIENCE = 15


def confine_to_templates() -> None:
    """Limit this process to what a template is worth, for good."""
    confine(megabytes=MEGABYTES, seconds=SECONDS)
