"""SecantusDB, which remembers fewer answers to retried writes.

At its own limit of 10,000 records each write reads all of them, and sorts them once they are that many: a few milliseconds of
the one core it has, for as long as it runs. A driver sends a write again at once; it is among the latest few hundred.
"""

from secantus import transactions
from secantus.cli import main

LIMIT = "_RETRYABLE_RECORD_MAX"
if not hasattr(transactions, LIMIT):
    raise SystemExit(f"this version of SecantusDB has no {LIMIT}: see server/decisions/025")
setattr(transactions, LIMIT, 300)

if __name__ == "__main__":
    raise SystemExit(main())
