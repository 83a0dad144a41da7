"""What a pack says about traps: signs, what a message may want, who may send it, questions; types only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from ashore.rules.source import Bilingual
from ashore.traps.pattern import Group, Pattern

Handed = Literal["money", "code", "sim", "id", "papers", "screen", "account", "friend"]
"""What a person may already have paid, given away, or let others use."""
HANDED: Final[tuple[Handed, ...]] = get_args(Handed)
SenderKind = Literal[
    "court", "mediator", "arbitrator", "notary", "lender", "collector", "buyer", "lawyer", "police"
]
"""Who a message says that it comes from; nothing says that it does."""
SENDERS: Final[tuple[SenderKind, ...]] = get_args(SenderKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """Something that a message says in words.

    `says`: patterns of which any one will do; `unless`: words that make a sentence mean something else; `refuted`:
    words that do so wherever they stand in the message.  `loud`: it counts even in what reads as a warning about traps.
    `firm`: its own words say “do not”, so that one among them does not turn it round.
    """

    says: tuple[Pattern, ...]
    unless: Group = field(default_factory=Group)
    refuted: Group = field(default_factory=Group)
    loud: bool = False
    firm: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign(Worded):
    """One sign of a trap.

    `means`: why it is one; `do`: what to do about this one.  `warnings`: the facts of the pack that say who warned of
    it, the nearest first.  `handed`: what such an offer is after.
    """

    id: str
    names: Bilingual
    means: Bilingual
    do: Bilingual
    warnings: tuple[str, ...]
    handed: tuple[Handed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Want(Worded):
    """Something that a message asks of its reader, honest senders too: what it is, and what never to do about it."""

    id: str
    names: Bilingual
    never: Bilingual


@dataclass(frozen=True, slots=True)
class Sender:
    """A kind of sender, and the patterns by which a message says that it comes from one."""

    kind: SenderKind
    says: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A question about an offer, answered yes or no: its words, and the signs that a yes means."""

    id: str
    asks: Bilingual
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """Words that turn a sentence round.

    `denied`: said before ("never", "beware of"), `denied_near`: the same, but only up to a comma in any language ("is
    not"); `judged`: said behind ("is fraud"); `warns`: words of which two different ones make a text a warning about
    traps, `tells`: words of which one does (“police warned”), unless it also says `invites` (“add me”, “we handle it”).
    """

    denied: Group
    denied_near: Group
    judged: Group
    warns: Group
    tells: Group
    invites: Group


@dataclass(frozen=True, slots=True)
class TrapRules:
    """All that a pack says about traps.  `letters`: one letter for each other that stands for it.

    `wants` are looked for where no sign was found.
    """

    letters: Mapping[str, str]
    signs: tuple[Sign, ...]
    wants: tuple[Want, ...]
    senders: tuple[Sender, ...]
    asks: tuple[Ask, ...]
    voice: Voice
