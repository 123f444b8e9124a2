import openai

SECTIONS = {
    "abstract": "Write an abstract.",
    "actions": "List action items.",
    "sentiment": "Sentiment?",
}


def extract(transcription, instruction):
    response = openai.ChatCompletion.create(
        model="gpt-4",
        temperature=0,
        messages=[{"role": "system", "content": instruction}, {"role": "user", "content": transcription}],
    )
    return response["choices"][0]["message"]["content"]


def meeting_minutes(transcription):
    return {name: extract(transcription, text) for name, text in SECTIONS.items()}
