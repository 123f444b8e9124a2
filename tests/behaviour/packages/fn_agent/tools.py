def get_weather(location, unit="celsius"):
    return {"location": location, "temp": 21, "unit": unit}


def book_table(name, people):
    return {"booked": True, "name": name, "people": people}


FUNCTIONS = [
    {
        "name": "get_weather",
        "description": "Weather of a place",
        "parameters": {
            "type": "object",
            "properties": {"location": {"type": "string"}, "unit": {"type": "string", "enum": ["celsius", "fahrenheit"]}},
            "required": ["location"],
        },
    },
    {
        "name": "book_table",
        "description": "Book",
        "parameters": {"type": "object", "properties": {"name": {"type": "string"}, "people": {"type": "integer"}}},
    },
]
DISPATCH = {"get_weather": get_weather, "book_table": book_table}
