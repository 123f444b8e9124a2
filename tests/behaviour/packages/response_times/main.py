import openai

from meter import Meter

meter = Meter()
for text in ("a", "b"):
    response = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}])
    meter.note(response)
print(meter.calls, meter.tokens, meter.slowest)
