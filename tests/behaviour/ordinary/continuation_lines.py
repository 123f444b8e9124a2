import openai
openai.api_key = \
    "sk-continued"
openai.organization \
    = "org-continued"

result = openai \
    .ChatCompletion \
    .create(
        model = "gpt-3.5-turbo"
        , messages = [
            { "role" : "user" , "content" : "x" }
        ]
        , temperature = .5 )

text = result \
    ['choices'] [ 0 ] \
    ["message"]["content"]; print(text)

if result["choices"][0]["finish_reason"] == "stop" and \
        result["usage"]["total_tokens"] > 3 \
        or False: print("stopped")

(completion) = (openai.Completion
                .create(engine="text-davinci-003",
                        prompt=("a"
                                'b' "c"),
                        max_tokens=1))
print((completion["choices"][0])["text"], (completion)["choices"][0]['text'].strip())
