"""Words of the page of a thing to sell: what it fetched, and its photos."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

THINGS: Final[Mapping[str, str]] = {
    "thing-back": _n("Back to money"),
    "thing-edit": _n("Change the price, the fee or how far it has come"),
    "thing-worth": _n("What selling it does for the plan, and until when"),
    "thing-sold-title": _n("It is sold"),
    "thing-sold-lead": _n(
        "Say what you got for it. The sum goes into the figures of {as_of}, and the plan goes on from there."
    ),
    "thing-fetched": _n("What you got for it in the end, in yuan"),
    "thing-where": _n("Where the money is"),
    "thing-cash": _n("With the money at hand"),
    "thing-counted": _n("Already counted in the book's figures"),
    "thing-fetched-unclear": _n("Write what you got in digits, such as 800 or 800.50."),
    "thing-where-open": _n("Say where the money is, so that it is counted once and not twice."),
    "thing-figure-unclear": _n(
        "The figure of that account cannot be read yet. Correct it under “Situation” first; nothing was changed."
    ),
    "thing-is-sold": _n(
        "It is sold, and the money is in the figures. If that is not so, undo the change under “Situation”, or correct the entry."
    ),
    "thing-sold": _n("sold"),
    "things-list": _n("Your things: photos, price, sold"),
    "photos-title": _n("Photos"),
    "photos-lead": _n(
        "Only for you: encrypted, in a file of their own on this machine. Your own backup has them; no letter, no export, no page for others and no phone does. The place, the time and the camera that a photo carries are taken out before it is kept."
    ),
    "photos-none": _n("No photo yet."),
    "photo-file": _n("A photo: JPEG, PNG or WebP, up to {most_count} MB"),
    "photo-look": _n(
        "What the picture shows stays in it: a face, a number plate, a paper with your name. Look at it before you keep it."
    ),
    "photo-add": _n("Keep this photo"),
    "photo-alt": _n("Photo {place} of {name}"),
    "photo-alt-removed": _n("Deleted photo {place} of {name}"),
    "photo-remove": _n("Delete this photo"),
    "photos-delete": _n("Delete all photos of all things for good"),
    "photos-delete-lead": _n(
        "The file with all photos is deleted, and every copy of it that this program keeps. This cannot be undone. Your book stays as it is; backups that you saved elsewhere stay, too."
    ),
    "photo-none": _n("Choose a photo first."),
    "photo-large": _n(
        "This photo is larger than {most_count} MB. Choose a smaller size of it and try again; nothing was kept."
    ),
    "photo-heic": _n(
        "This is an HEIC or AVIF picture, which cannot be kept here. Save it as JPEG and try again."
    ),
    "photo-unknown": _n("This file is no JPEG, PNG or WebP picture. Nothing was kept."),
    "photo-damaged": _n(
        "This picture is damaged or cut short. Nothing was kept; take it once more, or save it anew."
    ),
    "photo-moving": _n("This picture moves. Only still ones are kept here."),
    "photo-many-pixels": _n(
        "This picture has more pixels than can be shown. Choose a smaller size of it and try again."
    ),
    "photos-many": _n(
        "This thing has {most_count} photos already, deleted ones included. Delete some for good first."
    ),
    "photos-full": _n(
        "All photos together take {most_count} MB at most, so that your backup stays small. Delete some for good first."
    ),
    "photos-stale": _n(
        "The photos were changed meanwhile, in another window. Look once more; nothing was done."
    ),
    "photos-gone": _n("This photo is no longer there."),
    "photos-damaged": _n(
        "The file with the photos is damaged; your book goes on without it. Restore a backup, or delete all photos and begin anew: until then no backup is made."
    ),
    "photos-lost": _n(
        "Photos of things that are no longer in the list: {photo_count}. If you undo what took a thing away, its photos are there again; once deleted, they are not."
    ),
}
