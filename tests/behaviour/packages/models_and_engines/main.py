from listing import engines, has, models

print(models())
print(engines())
print(has("gpt-4o"), has("nope"))
