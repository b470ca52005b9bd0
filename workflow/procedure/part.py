"""What every table of a procedure file is."""

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A table of a procedure file: no unknown key, no change after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")
