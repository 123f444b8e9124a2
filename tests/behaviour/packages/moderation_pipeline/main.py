from gate import Gate, Refused

gate = Gate(limit=0.5)
for text in ("a fine day", "something wrong", ""):
    try:
        print(gate.check(text))
    except Refused as refused:
        print("refused:", refused, refused.verdict["categories"]["violence"])
