"""The channels of a pack for a complaint or a question, in the order in which to go."""

from collections.abc import Mapping

from ashore.packs.entry import Entry
from ashore.rules.channel import MATTERS, Channel, Matter


def read_channels(entry: Entry) -> Mapping[str, Channel]:
    """Return the channels of a file by id, in its order.  Raises BrokenPack."""
    return {key: read_channel(channel, key) for key, channel in entry.subs().items()}


def read_channel(channel: Entry, channel_id: str) -> Channel:
    """Return one channel.  Raises BrokenPack."""
    return Channel(
        id=channel_id,
        names=channel.bilingual("names"),
        purpose=channel.bilingual("purpose"),
        matters=channel.choices("matters", MATTERS),
        evidence=channel.evidence(),
        after=channel.optional_text("after"),
        helpline=channel.optional_text("helpline"),
        answer=channel.optional_texts("answer"),
        facts=channel.optional_texts("facts"),
        write=channel.bilingual("write") if channel.has("write") else {},
    )


def channels_for(channels: Mapping[str, Channel], matter: Matter) -> tuple[Channel, ...]:
    """Return the channels that are about a matter, the one to go to first at the head."""
    return tuple(one for one in channels.values() if matter in one.matters)
