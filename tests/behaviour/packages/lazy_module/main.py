from core import chat, is_rate_limit

print(chat([{"role": "user", "content": "lazy"}])["choices"][0]["message"]["content"])
try:
    chat([{"role": "user", "content": "lazy"}], model="status-429")
except Exception as e:
    print(is_rate_limit(e))
