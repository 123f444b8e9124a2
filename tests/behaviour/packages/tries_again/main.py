from worker import run

print(run("status-409"))
print(run("gpt-4"))
