"""Working on one record with others: exchange, conflicts, backups, and who is there.

Everything slow runs on one worker with a store of its own (`backstage.py`); what it changes arrives
in the window by the same signal as any other person's work. May import what every feature of the
window may; deliberately not here: merging and exchanging themselves (`factcheck.operations`).
"""
