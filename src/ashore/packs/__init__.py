"""Packs: what is known about a jurisdiction, as files under `data`.

`ashore.packs.pack.load_pack` reads a pack, `ashore.packs.products` products alone (all that a household file
needs), `ashore.packs.check.check_pack` looks for faults.  Nothing is imported here: start-up time counts.
"""
