from calls import ask, picture

print(ask("status-429"))
print(ask("gpt-4"))
print(picture(""))
print(ask("status-400"))
