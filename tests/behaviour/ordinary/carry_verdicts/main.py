import sys

from errors import Refused
from gate import publish

status = 0
for text in ("Good morning!", "this is rude", "I hate mondays"):
    try:
        publish(text)
    except Refused as refusal:
        status = 2
        result = refusal.verdict["results"][0]
        named = sorted(name for name, hit in result["categories"].items() if hit)
        print("refused:", text, result["flagged"], named, len(result["category_scores"]))
sys.exit(status)
