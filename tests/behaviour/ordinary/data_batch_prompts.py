import openai

openai.api_key = "sk-batch"

num_stories = 5
prompts = ["Once upon a time, %d" % i for i in range(num_stories)]

# batched example, with 5 story completions per request
response = openai.Completion.create(
    model="curie",
    prompt=prompts,
    max_tokens=20,
)

# match completions to prompts by index
stories = [""] * len(prompts)
for choice in response.choices:
    stories[choice.index] = prompts[choice.index] + choice.text

# print stories
for story in stories:
    print(story)
print(response["usage"]["prompt_tokens"], len(response["choices"]))
