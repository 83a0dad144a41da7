"""Exports of payment apps and banks as transactions, one small module for each format.

`form`: the values that all share.  `formats`: the register.  `reading`: one file's bytes as transactions, all or
nothing, with what was left out and every finding.  `gathering`: several files as one ledger.
"""
