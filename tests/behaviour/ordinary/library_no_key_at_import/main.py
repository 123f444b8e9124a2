# environment: OPENAI_API_KEY=
"""The library must not want a key when it is imported."""
import mylib

print(mylib.VERSION)
try:
    mylib.summarise("x")
except mylib.NotConfigured as e:
    print("error:", e)
mylib.configure(key="sk-library", base="https://proxy.internal/v1")
print(mylib.summarise("x"))
