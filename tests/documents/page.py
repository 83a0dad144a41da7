"""A page taken apart with Python's own parser: its tree, its text, its tables."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "link", "img", "input"}


@dataclass
class Node:
    """An element with its attributes and what is in it."""

    name: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: "list[Node | str]" = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return all text below, spaces that keep a line together as common ones."""
        parts = (child if isinstance(child, str) else child.text for child in self.children)
        return "".join(parts).replace("\N{NO-BREAK SPACE}", " ")

    def all(self, *names: str) -> "list[Node]":
        """Return the elements of these names below, in order."""
        below = [child for child in self.children if isinstance(child, Node)]
        return [
            node
            for child in below
            for node in [*([child] if child.name in names else []), *child.all(*names)]
        ]

    def every(self) -> "list[Node]":
        """Return all elements below, in order."""
        below = [child for child in self.children if isinstance(child, Node)]
        return [node for child in below for node in (child, *child.every())]


class _Tree(HTMLParser):
    """Builds the tree; an end tag that does not match is an error."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("root")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, dict(attrs))
        assert len(node.attributes) == len(attrs), f"an attribute stands twice in {tag}"
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag, f"</{tag}> closes <{self.open[-1].name}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(html: str) -> Node:
    """Return the tree of a page.  Fails where an element is not closed in its order."""
    tree = _Tree()
    tree.feed(html)
    tree.close()
    assert tree.open == [tree.root], [node.name for node in tree.open]
    return tree.root


def rows_of(table: Node) -> list[list[str]]:
    """Return a table's body rows as texts."""
    body = table.all("tbody")[0]
    return [[cell.text for cell in row.children if isinstance(cell, Node)] for row in body.all("tr")]
