from connection import Connection

with Connection(key="sk-with", base="https://box.internal/v1") as c:
    print(c.ask("inside"))
    print(c.stream("streamed words"))
print(Connection.closed)
