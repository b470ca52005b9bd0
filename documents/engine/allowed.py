"""What a tag may say: fields, `if`, `for` and filters; nothing that calls, counts, defines or includes.

The last wall, for whatever comes to be compiled. `documents.checking.tags.allowed` admits less, by the dictionary, and
says where each fault stands; a test holds that nothing it admits is refused here.
"""

from jinja2 import nodes
from jinja2.exceptions import SecurityError

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const,
    nodes.If, nodes.For, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.List, nodes.Tuple,
    nodes.Filter,
)  # fmt: skip


def check_tags(tree: nodes.Template) -> None:
    """Raise SecurityError for the first node that no paper needs."""
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED) or _is_hidden(node) or (isinstance(node, nodes.For) and node.recursive):
            raise SecurityError(type(node).__name__)


def _is_hidden(node: nodes.Node) -> bool:
    """Whether it reaches for what Python keeps behind a name that begins with an underscore."""
    if isinstance(node, nodes.Getattr):
        return node.attr.startswith("_")
    if isinstance(node, nodes.Getitem):
        place = node.arg
        return not isinstance(place, nodes.Const) or str(place.value).startswith("_")
    return isinstance(node, nodes.Name) and node.name.startswith("_")
