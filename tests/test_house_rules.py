"""The house rules that no tool checks for us; each failure names the place."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parent.parent
LAYERS = ("models", "workflow", "documents", "web")  # a folder imports from those before it, never after
# The rooms of workflow/, from the ground floor up: each imports from those before it, never after.
ROOMS = (
    "errors", "confinement", "language", "articles", "calendar", "procedure", "names", "people", "history", "pieces",
    "deadlines", "sentences", "conditions", "rulebook", "standing", "council", "registers", "relations", "old_files",
    "mail", "worklist", "register", "importing", "reports", "overview",
)  # fmt: skip
GENERATED = ROOT / "models/migrations/versions"  # a migration is as long as its tables are many
WITHOUT_WEB = re.compile(r"flask|werkzeug|wtforms")
STATE_WRITERS = {"workflow/register/recording.py"}
VAGUE_NAMES = {"util", "helper", "common", "manager", "service"}
CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "func.now"}
ROUTES = {"route", "get", "post", "put", "patch", "delete"}

Function = ast.FunctionDef | ast.AsyncFunctionDef
Node = TypeVar("Node", bound=ast.AST)


def ours(*folders: str) -> list[Path]:
    """List the Python files of these folders."""
    paths = chain.from_iterable((ROOT / folder).rglob("*.py") for folder in folders)
    return sorted(path for path in paths if GENERATED not in path.parents)


def templates() -> list[Path]:
    return sorted((ROOT / "web").rglob("*.html"))


def place(path: Path, line: int | None = None) -> str:
    """Name a place as an editor opens it."""
    name = path.relative_to(ROOT).as_posix()
    return f"{name}:{line}" if line else name


@cache
def nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(path.read_text("utf-8"), str(path))))


def found(paths: list[Path], kind: type[Node]) -> Iterator[tuple[Path, Node]]:
    return ((path, node) for path in paths for node in nodes(path) if isinstance(node, kind))


def functions(*folders: str) -> Iterator[tuple[Path, Function]]:
    return chain(found(ours(*folders), ast.FunctionDef), found(ours(*folders), ast.AsyncFunctionDef))


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Give line and full name of every module a file imports, wherever in the file."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.lineno, node.module or ""


def dotted(node: ast.AST) -> str:
    """Give the last two names of `a.b.c`, as "b.c"."""
    if not isinstance(node, ast.Attribute):
        return ""
    owner = node.value
    name = owner.attr if isinstance(owner, ast.Attribute) else owner.id if isinstance(owner, ast.Name) else ""
    return f"{name}.{node.attr}"


def length(node: Function, *, body_only: bool = False) -> int:
    """Count the lines of a function; of its body without the docstring if asked."""
    first: ast.stmt = node
    if body_only:
        first = node.body[ast.get_docstring(node) is not None and len(node.body) > 1]
    return (node.end_lineno or node.lineno) - first.lineno + 1


def writes_state(node: ast.AST) -> bool:
    """Say whether a statement or call sets an attribute or column named `state`."""
    match node:
        case ast.Attribute(attr="state", ctx=ast.Store() | ast.Del()):
            return True
        case ast.Call(func=ast.Name(id="setattr"), args=[_, ast.Constant(value="state"), *_]):
            return True
        case ast.Call(func=ast.Attribute(attr="values"), keywords=keywords):
            return any(keyword.arg == "state" for keyword in keywords)
    return False


def markup(path: Path) -> str:
    """Read a template with everything Jinja's blanked out and the lines kept."""
    text = path.read_text("utf-8")
    return re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", lambda jinja: "\n" * jinja[0].count("\n"), text, flags=re.DOTALL)


def in_markup(pattern: str) -> list[str]:
    """Find every match of a pattern in the templates."""
    return [
        f"{place(path, text[: match.start()].count(chr(10)) + 1)}: {match[0].strip()}"
        for path in templates()
        for text in [markup(path)]
        for match in re.finditer(pattern, text, re.IGNORECASE)
    ]


def assert_none(faults: list[str], rule: str) -> None:
    assert not faults, f"{rule}:\n" + "\n".join(faults)


def test_imports_go_from_models_to_web_and_never_back() -> None:
    faults = [
        f"{place(path, line)} imports {name}"
        for rank, layer in enumerate(LAYERS)
        for path in ours(layer)
        for line, name in imported(path)
        if name.split(".")[0] in {*LAYERS[rank + 1 :], "tests", "bench"}
    ]
    assert_none(faults, "a folder imports only from those before it (models, workflow, documents, web)")


def room(name: str) -> str:
    """Name the room of workflow/ that a module stands in."""
    return name.split(".")[1]


def test_the_product_imports_only_what_is_installed_in_service() -> None:
    locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE))
    of_module = {
        name: {each.lower().replace("_", "-") for each in found} for name, found in packages_distributions().items()
    }
    faults = [
        f"{place(path, line)} imports {name}"
        for path in ours(*LAYERS)
        for line, name in imported(path)
        if (found := of_module.get(name.split(".")[0])) and found.isdisjoint(locked)
    ]
    assert_none(
        faults, "requirements.lock holds what the product imports; requirements-dev.lock is for tests and style"
    )


def test_migrations_import_nothing_of_ours() -> None:
    assert [
        place(path, line)
        for path in GENERATED.glob("*.py")
        for line, name in imported(path)
        if name.split(".")[0] in LAYERS
    ] == []


def test_imports_inside_workflow_go_up_from_room_to_room() -> None:
    faults = [
        f"{place(path, line)} imports {name}"
        for path in ours("workflow")
        if path.parent != ROOT / "workflow" or path.stem in ROOMS
        for line, name in imported(path)
        if name.startswith("workflow.")
        if ROOMS.index(room(name)) > ROOMS.index(path.relative_to(ROOT / "workflow").with_suffix("").parts[0])
    ]
    assert_none(faults, f"a room imports only from those before it ({', '.join(ROOMS)})")


def test_every_room_of_workflow_has_its_floor() -> None:
    rooms = {path.relative_to(ROOT / "workflow").with_suffix("").parts[0] for path in ours("workflow")}
    assert rooms - {"__init__"} == set(ROOMS)


def test_only_web_knows_the_web() -> None:
    faults = [
        f"{place(path, line)} imports {name}"
        for path in ours(*LAYERS[:-1])
        for line, name in imported(path)
        if WITHOUT_WEB.match(name)
    ]
    assert_none(faults, "models, workflow and documents work without Flask")


def test_files_are_short() -> None:
    limits = {**dict.fromkeys(LAYERS, 250), "bench": 250, "tests": 300}
    faults = [
        f"{place(path)} has {lines} lines, {limit} at most"
        for folder, limit in limits.items()
        for path in ours(folder)
        if (lines := path.read_text("utf-8").count("\n")) > limit
    ]
    assert_none(faults, "files are short")


def test_functions_are_short() -> None:
    faults = [
        f"{place(path, node.lineno)} {node.name} has {length(node)} lines, 40 at most"
        for path, node in functions(*LAYERS, "bench", "tests")
        if length(node) > 40
    ]
    assert_none(faults, "functions are short")


def test_views_are_short() -> None:
    faults = [
        f"{place(path, node.lineno)} {node.name} has {length(node, body_only=True)} lines in its body, 20 at most"
        for path, node in functions("web")
        if any(
            isinstance(call, ast.Call) and dotted(call.func).split(".")[-1] in ROUTES for call in node.decorator_list
        )
        and length(node, body_only=True) > 20
    ]
    assert_none(faults, "views only read the form, call the workflow, commit and answer")


def test_templates_are_short() -> None:
    faults = [
        f"{place(path)} has {lines} lines, 120 at most"
        for path in templates()
        if (lines := path.read_text("utf-8").count("\n")) > 120
    ]
    assert_none(faults, "templates are short")


def test_modules_are_named_after_things_of_the_trade() -> None:
    faults = [
        place(path)
        for path in ours(*LAYERS, "bench", "tests")
        for part in path.relative_to(ROOT).with_suffix("").parts
        if part.removeprefix("test_").removesuffix("s") in VAGUE_NAMES
    ]
    assert_none(faults, "no module is named utils, helpers, common, managers or services")


def test_only_the_register_writes_a_state() -> None:
    faults = [
        place(path, node.lineno)
        for path, node in found(ours(*LAYERS), ast.expr)
        if place(path) not in STATE_WRITERS and writes_state(node)
    ]
    assert_none(faults, "a state is written by workflow/register/recording.py alone")


def test_only_web_commits() -> None:
    faults = [
        place(path, node.lineno)
        for path, node in found(ours(*LAYERS[:-1]), ast.Call)
        if dotted(node.func).endswith(".commit")
    ]
    assert_none(faults, "only web/ commits: a step and what follows from it are one fact")


def test_nothing_below_web_reads_a_clock() -> None:
    faults = [
        f"{place(path, node.lineno)} {dotted(node)}"
        for path, node in found(ours(*LAYERS[:-1]), ast.Attribute)
        if dotted(node) in CLOCKS
    ]
    assert_none(faults, "the moment and the day are passed in, never read from a clock below web/")


def test_only_commands_print() -> None:
    faults = [
        place(path, node.lineno)
        for path, node in found(ours(*LAYERS), ast.Call)
        if isinstance(node.func, ast.Name) and node.func.id == "print"
        if not place(path).startswith("web/commands")
    ]
    assert_none(faults, "only web/commands prints")


def test_lock_files_name_no_index() -> None:
    faults = [
        f"{place(path, number)}: {line}"
        for path in sorted(ROOT.glob("*.lock"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(r"://|--index|--extra-index|--find-links|--trusted-host|^-i ", line)
    ]
    assert_none(faults, "lock files pin versions and hashes; where packages come from is the machine's business")


def test_templates_carry_no_style_of_their_own() -> None:
    assert_none(in_markup(r"\sstyle\s*=\s*[\"'].*|<style\b.*"), "styles live in web/static")


def test_templates_carry_no_script_of_their_own() -> None:
    assert_none(in_markup(r"<script\b(?![^>]*\ssrc=).*"), "scripts live in web/static")


def test_templates_carry_no_handlers() -> None:
    assert_none(in_markup(r"\son[a-z]+\s*=\s*[\"'].*|[\"']\s*javascript:.*"), "events are listened to in web/static")
