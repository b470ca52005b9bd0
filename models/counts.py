"""How many texts there are of each section, person, due date, holder and phase: kept by the database itself."""

from sqlmodel import Field, SQLModel


class TextCount(SQLModel, table=True):
    """A part of the number of texts that have one value of one column of the table of texts.

    On PostgreSQL each connection adds to one of several rows, so that writers of texts rarely wait for each other: the
    number is their sum, and one of them may well be below zero.
    """

    __tablename__ = "text_count"

    column: str = Field(max_length=20, primary_key=True)
    # As SQLite writes it: a code, an identifier of 32 digits, a day; nothing for no value.
    value: str = Field(max_length=40, primary_key=True)
    shard: int = Field(primary_key=True)
    texts: int


_SHARDS = 8
_COUNTED = {"sqlite": "{0}.{1}", "postgresql": "replace({0}.{1}::text, '-', '')"}
_COLUMNS = ("section", "responsible_id", "next_due_on", "legal_due_on", "holder", "way_phase")
# The phase is counted of texts on their way alone.
_WAY_PHASE = "CASE WHEN {0}.holder = '' THEN '' ELSE {0}.phase END"
_READ = ", ".join("phase" if column == "way_phase" else column for column in _COLUMNS)


def _value(dialect: str, row: str, column: str) -> str:
    template = {"responsible_id": _COUNTED[dialect], "way_phase": _WAY_PHASE}.get(column, "{0}.{1}")
    cast = "::text" if dialect == "postgresql" else ""
    return f"coalesce(({template.format(row, column)}){cast}, '')"


def _count(rows: str, shard: str) -> str:
    """Write the statement that adds to the counts, in one order: two writers of one text each never hold each other."""
    return f"""
        INSERT INTO text_count ("column", value, shard, texts)
        SELECT c, v, {shard}, sum(n) FROM ({rows}) AS changed GROUP BY c, v HAVING sum(n) <> 0 ORDER BY c, v
        ON CONFLICT ("column", value, shard) DO UPDATE SET texts = text_count.texts + excluded.texts;
    """  # noqa: S608 our own names


def _rows(dialect: str, *signs: tuple[str, int]) -> str:
    return " UNION ALL ".join(
        f"SELECT '{column}' AS c, {_value(dialect, row, column)} AS v, {sign} AS n"
        for row, sign in signs
        for column in _COLUMNS
    )


_EVENTS = {"INSERT": (("NEW", 1),), "DELETE": (("OLD", -1),), "UPDATE": (("OLD", -1), ("NEW", 1))}


def _trigger_sqlite(verb: str) -> str:
    when = f"UPDATE OF {_READ}" if verb == "UPDATE" else verb
    count = _count(_rows("sqlite", *_EVENTS[verb]), "0")
    return f"CREATE TRIGGER text_count_{verb.lower()} AFTER {when} ON legal_text BEGIN {count} END"


def _triggers_postgresql() -> str:
    shard = f"pg_backend_pid() %% {_SHARDS}"
    cases = " ".join(
        f"IF TG_OP = '{verb}' THEN {_count(_rows('postgresql', *signs), shard)} END IF;"
        for verb, signs in _EVENTS.items()
    )
    return f"""
        CREATE OR REPLACE FUNCTION count_texts() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN {cases} RETURN NULL; END $$;
        CREATE TRIGGER text_count AFTER INSERT OR DELETE OR UPDATE OF {_READ} ON legal_text
        FOR EACH ROW EXECUTE FUNCTION count_texts();
    """


KEEP_COUNTS = {
    "sqlite": [_trigger_sqlite(verb) for verb in _EVENTS],
    "postgresql": [_triggers_postgresql()],
}
# What the counts are to be, as three columns: the column counted, its value, how many texts.
TRUE_COUNTS = {
    dialect: " UNION ALL ".join(
        f"SELECT '{column}', {_value(dialect, 'legal_text', column)}, count(*) FROM legal_text GROUP BY 2"  # noqa: S608 our own names
        for column in _COLUMNS
    )
    for dialect in KEEP_COUNTS
}
# Writers of texts wait until it is done, and what they were about to add is added to what was counted.
RECOUNT = {
    dialect: [
        *(["LOCK TABLE text_count IN EXCLUSIVE MODE"] if dialect == "postgresql" else []),
        "DELETE FROM text_count",
        f'INSERT INTO text_count ("column", value, texts, shard) SELECT true_count.*, 0 FROM ({counts}) AS true_count',  # noqa: S608 our own names
    ]
    for dialect, counts in TRUE_COUNTS.items()
}
