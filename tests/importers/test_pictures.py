"""A picture is known by its content and comes out with nothing but what it shows."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.errors import Message
from ashore.importers.pictures.form import UnfitPicture
from ashore.importers.pictures.reading import BYTES_MAX, read_picture
from ashore.texts.sentences import say
from importers.made_pictures import (
    FULL_OF_SECRETS,
    LOSSLESS,
    LOSSY,
    PNG_SECRETS,
    SCAN,
    SECRET,
    WEBP_SECRETS,
    chunk,
    exif,
    frame,
    jpeg,
    png,
    riff,
    segment,
    webp,
    wide,
)


def markers(data: bytes) -> list[int]:
    """Return the markers of a JPEG up to its coded data, read in another way than the product does."""
    found, at = [], 2
    while data[at + 1] != 0xDA:
        found.append(data[at + 1])
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return found


@pytest.mark.parametrize(
    ("given", "kind", "size"),
    [
        (jpeg(*FULL_OF_SECRETS), "jpeg", (40, 30)),
        (png(*PNG_SECRETS), "png", (2, 1)),
        (webp(wide(0x2C), *WEBP_SECRETS), "webp", (40, 30)),
        (webp(LOSSLESS), "webp", (40, 30)),
        (webp(LOSSY), "webp", (40, 30)),
    ],
    ids=["jpeg", "png", "webp-wide", "webp-lossless", "webp-lossy"],
)
def test_nothing_that_was_written_into_it_comes_out(given: bytes, kind: str, size: tuple[int, int]):
    found = read_picture(given)
    assert (found.kind, (found.width, found.height)) == (kind, size)
    assert SECRET not in found.data
    assert b"CANARY" not in found.data
    again = read_picture(found.data)
    assert again == found  # what was rebuilt once stays as it is


def test_a_jpeg_keeps_its_image_and_the_way_it_is_held():
    found = read_picture(jpeg(*FULL_OF_SECRETS))
    assert markers(found.data) == [0xE0, 0xE1, 0xDB, 0xC0, 0xC4]
    assert SCAN in found.data
    assert found.data.endswith(b"\xff\xd9")
    at = found.data.index(b"MM\x00*")
    count = int.from_bytes(found.data[at + 8 : at + 10], "big")
    tag, _, _, turn = struct.unpack(">HHIH", found.data[at + 10 : at + 20])
    assert (count, tag, turn) == (1, 0x0112, 6)


@pytest.mark.parametrize("order", [">", "<"])
@pytest.mark.parametrize("turn", range(1, 9))
def test_each_way_of_holding_is_read_in_either_order(order: str, turn: int):
    found = read_picture(jpeg(segment(0xE1, exif(turn, order))))
    own = [0xE1] if turn > 1 else []
    assert markers(found.data) == [0xE0, *own, 0xDB, 0xC0, 0xC4]
    if own:
        assert found.data[found.data.index(b"MM\x00*") + 18 :][:2] == turn.to_bytes(2, "big")


@pytest.mark.parametrize("turn", [0, 9, 300])
def test_a_way_of_holding_that_there_is_not_is_left_out(turn: int):
    assert 0xE1 not in markers(read_picture(jpeg(segment(0xE1, exif(turn)))).data)


def test_adobes_mark_stays_because_colours_hang_on_it():
    adobe = segment(0xEE, b"Adobe\x00\x64\x00\x00\x00\x00\x01" + SECRET)
    found = read_picture(jpeg(adobe))
    assert segment(0xEE, b"Adobe\x00\x64\x00\x00\x00\x00\x01") in found.data
    assert SECRET not in found.data


def test_a_progressive_jpeg_keeps_every_scan():
    two = b"\xff\xd8" + frame(marker=0xC2) + SCAN + segment(0xC4, bytes(17)) + SCAN + b"\xff\xd9"
    found = read_picture(two)
    assert found.data.count(SCAN) == 2
    assert found.data == two  # nothing there was to be taken out


def test_a_png_keeps_its_colours_and_what_can_be_seen_through():
    kept = (chunk(b"PLTE", bytes(6)), chunk(b"tRNS", bytes(2)))
    found = read_picture(png(*kept, *PNG_SECRETS))
    assert found.data == png(*kept, tail=b"")


def test_a_wide_webp_keeps_what_can_be_seen_through_and_no_flag_of_what_is_gone():
    found = read_picture(webp(wide(0x3C), riff(b"ALPH", b"\x01\x02\x03"), *WEBP_SECRETS))
    assert found.data == webp(wide(0x10), riff(b"ALPH", b"\x01\x02\x03"), LOSSY, tail=b"")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "photo-none"),
        (b"\xff\xd8\xff" + bytes(BYTES_MAX), "photo-large"),
        (b"GIF89a" + bytes(40), "photo-unknown"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "photo-unknown"),
        (b"<html><script>alert(1)</script></html>", "photo-unknown"),
        (b"%PDF-1.7", "photo-unknown"),
        (b"BM" + bytes(60), "photo-unknown"),
        (bytes(4) + b"ftypheic" + bytes(40), "photo-heic"),
        (bytes(4) + b"ftypavif" + bytes(40), "photo-heic"),
        (jpeg()[:-40], "photo-damaged"),
        (b"\xff\xd8\xff\xd9", "photo-damaged"),
        (b"\xff\xd8" + SCAN + b"\xff\xd9", "photo-damaged"),
        (b"\xff\xd8" + frame() + b"\xff\xd9", "photo-damaged"),
        (jpeg(size=(0, 30)), "photo-damaged"),
        (jpeg(size=(20_001, 2)), "photo-many-pixels"),
        (jpeg(size=(20_000, 6_001)), "photo-many-pixels"),
        (png()[:50], "photo-damaged"),
        (png().replace(b"IDAT", b"IDAX"), "photo-damaged"),
        (png(size=(0, 1)), "photo-damaged"),
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b""), "photo-damaged"),
        (webp(LOSSY, tail=b"")[:-4], "photo-damaged"),
        (webp(riff(b"EXIF", b"x")), "photo-damaged"),
        (webp(wide(0x02), riff(b"ANIM", bytes(6)), riff(b"ANMF", bytes(20))), "photo-moving"),
        (webp(wide(0x02), LOSSY), "photo-moving"),
    ],
)
def test_what_is_no_picture_to_keep_is_said_in_both_languages(data: bytes, code: str):
    with pytest.raises(UnfitPicture) as caught:
        read_picture(data)
    assert caught.value.code == code
    said = {say(Message(code, caught.value.facts), language) for language in ("zh", "en")}
    assert len(said) == 2
    assert code not in said


def test_a_file_that_begins_as_a_picture_hands_out_no_more_than_one():
    """A page behind a picture's end, or in a comment of it, is gone: only the picture is kept."""
    page = b"<script>alert(1)</script>"
    for data in (jpeg(segment(0xFE, page), tail=page), png(chunk(b"tEXt", page), tail=page)):
        assert page not in read_picture(data).data


@pytest.mark.property
@given(st.data())
def test_spoilt_bytes_are_refused_or_rebuilt_and_never_more(data: st.DataObject):
    good = data.draw(
        st.sampled_from((jpeg(*FULL_OF_SECRETS), png(*PNG_SECRETS), webp(wide(0x2C), *WEBP_SECRETS)))
    )
    spoilt = bytearray(good)
    for _ in range(data.draw(st.integers(0, 6))):
        spoilt[data.draw(st.integers(0, len(spoilt) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(spoilt[: data.draw(st.integers(0, len(spoilt)))])
    try:
        found = read_picture(cut)
    except UnfitPicture:
        return
    assert len(found.data) <= len(cut) + len(exif())
    assert read_picture(found.data) == found


def test_the_checksum_of_a_chunk_is_looked_at():
    spoilt = bytearray(png())
    spoilt[spoilt.index(b"IDAT") + 5] ^= 1
    with pytest.raises(UnfitPicture):
        read_picture(bytes(spoilt))
