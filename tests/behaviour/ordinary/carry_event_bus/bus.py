import collections

_listeners = collections.defaultdict(list)


def on(event):
    def register(function):
        _listeners[event].append(function)
        return function

    return register


def publish(event, **payload):
    for function in _listeners[event]:
        function(payload)
