"""A framework of forty lines."""


class App:
    def __init__(self):
        self.routes, self.handlers = {}, {}

    def route(self, path):
        def keep(view):
            self.routes[path] = view
            return view
        return keep

    def errorhandler(self, kind):
        def keep(handler):
            self.handlers[kind] = handler
            return handler
        return keep

    def get(self, path, **query):
        try:
            return 200, self.routes[path](query)
        except Exception as e:
            for kind in type(e).__mro__:
                if kind in self.handlers:
                    return self.handlers[kind](e)
            raise
