MODELS = {}


def register(*names):
    def keep(function):
        for name in names:
            MODELS[name] = function
        return function
    return keep


def call(name, text):
    response = MODELS[name](name, text)
    choice = response["choices"][0]
    return choice["message"]["content"] if "message" in choice else choice["text"]
