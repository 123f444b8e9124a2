class Bus:
    def __init__(self):
        self.handlers = {}

    def on(self, name, handler):
        self.handlers.setdefault(name, []).append(handler)

    def emit(self, name, *args, **kwargs):
        for handler in self.handlers.get(name, ()):
            handler(*args, **kwargs)


bus = Bus()
