fields = {}
handlers = []


def value(name):
    return fields[name]


def on_submit(function):
    handlers.append(function)
