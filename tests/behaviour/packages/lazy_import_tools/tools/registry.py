TOOLS = {}


def tool(function):
    TOOLS[function.__name__] = function
    return function


def run(name, *args):
    return TOOLS[name](*args)
