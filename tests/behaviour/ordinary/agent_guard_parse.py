import json
import openai

SCHEMA = {
    "name": "extract",
    "parameters": {
        "type": "object",
        "properties": {"name": {"type": "string"}, "age": {"type": "integer"}},
        "required": ["name"],
    },
}


def extract(text):
    response = openai.ChatCompletion.create(
        model="gpt-3.5-turbo-0613",
        messages=[{"role": "user", "content": text}],
        functions=[SCHEMA],
        function_call={"name": SCHEMA["name"]},
    )
    message = response.choices[0].message
    if not message.get("function_call"):
        return {}
    try:
        return json.loads(message.function_call.arguments)
    except (json.JSONDecodeError, KeyError, AttributeError):
        return {}


out = extract("Ann is 30")
print(out["name"], out["age"])


class FnCall:
    @classmethod
    def from_response(cls, completion, throw_error=True):
        message = completion.choices[0].message
        if throw_error:
            assert "function_call" in message, "No function call detected"
            assert message["function_call"]["name"] == "extract"
        self = cls()
        self.args = json.loads(message["function_call"]["arguments"], strict=False)
        return self


completion = openai.ChatCompletion.create(
    model="gpt-4-0613", messages=[{"role": "user", "content": "x"}], functions=[SCHEMA], function_call="auto"
)
print(FnCall.from_response(completion).args)
