import time

import openai

last = None
for attempt in range(5):
    try:
        response = openai.ChatCompletion.create(model="status-503-3", messages=[{"role": "user", "content": "up?"}])  # OAI102:20
    except (openai.error.ServiceUnavailableError, openai.error.APIConnectionError) as e:  # OAI107:13 OAI107:51
        last = e
        print("attempt", attempt, "failed")
        time.sleep(0.01 * 2 ** attempt)
    else:
        print(response["choices"][0]["message"]["content"], "after", attempt)  # OAI112:15
        break
else:
    raise SystemExit(f"failed: {last}")
print("last problem:", type(last).__module__.split(".")[0], last.http_status)  # OAI108:61
