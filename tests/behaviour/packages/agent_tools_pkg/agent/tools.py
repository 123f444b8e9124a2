def weather(city="x", **_):
    return f"sunny in {city}"


def now(**_):
    return "noon"


weather.schema = {"name": "weather", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}}
now.schema = {"name": "now", "parameters": {"type": "object", "properties": {}}}
