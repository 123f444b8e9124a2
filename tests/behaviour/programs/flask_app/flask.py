import json


def jsonify(value):
    return json.dumps(value)


class Flask:
    def __init__(self, name):
        self.name = name
        self.config = {"OPENAI_MODEL": "gpt-3.5-turbo"}
        self.routes = {}
        self.handlers = []

    def route(self, path):
        def decorate(f):
            self.routes[path] = f
            return f
        return decorate

    def errorhandler(self, kind):
        def decorate(f):
            self.handlers.append((kind, f))
            return f
        return decorate

    def call(self, path, payload):
        try:
            return self.routes[path](payload)
        except Exception as e:
            for kind, f in self.handlers:
                if isinstance(e, kind):
                    return f(e)
            raise
