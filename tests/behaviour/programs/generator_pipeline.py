import openai


def read():
    yield from ("The first line.", "", "The second line.")


def vectors(lines):
    for line in lines:
        if line:
            yield line, openai.Embedding.create(model="text-embedding-ada-002", input=line)  # OAI102:25


def summaries(rows):
    for line, response in rows:
        first = response["data"][0]  # OAI112:17
        yield f"{line} {first['embedding'][0]:.3f} {response['usage']['total_tokens']}"  # OAI112:25 OAI112:53


for summary in summaries(vectors(read())):
    print(summary)
