import openai as ai, os
import openai.error as errors  # OAI101:8

ai.api_key = os.environ["OPENAI_API_KEY"] + "-alias"
try:
    ai.ChatCompletion.create(model="status-403", messages=[{"role": "user", "content": "?"}])  # OAI102:5
except (errors.PermissionError, errors.AuthenticationError) as denied:  # OAI107:9 OAI107:33
    print("denied:", denied.http_status)  # OAI108:22
print(ai.Completion.create(model="davinci", prompt="alias").choices[0].text)  # OAI102:7
