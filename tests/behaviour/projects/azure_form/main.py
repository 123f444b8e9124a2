# fix: app.py form.py
import app
import form

for endpoint, key in (("https://one.openai.azure.com", "key-one"), ("https://two.openai.azure.com", "key-two")):
    form.fields = {"endpoint": endpoint, "key": key}
    for handler in form.handlers:
        handler()
print("sent", app.count)
