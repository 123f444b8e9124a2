import csv
import io
from collections import namedtuple

Row = namedtuple("Row", "text result model")


def table(rows):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["text", "flagged", "hate"])
    for row in rows:
        writer.writerow([row.text, row.result["flagged"], row.result["categories"]["hate"]])
    return out.getvalue()
