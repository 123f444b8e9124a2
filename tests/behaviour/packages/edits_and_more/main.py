from fixer_bot import correct, explain

print(explain("gud"))
print(correct("gud"))
