#!/usr/bin/env python3
def main():
    import os
    import openai

    openai.api_key = os.environ.get("OPENAI_API_KEY")
    messages = [{"role": "system", "content": "You are terse."}]

    def say(text):
        messages.append({"role": "user", "content": text})
        response = openai.ChatCompletion.create(model="gpt-4", messages=messages, temperature=0.5)
        message = response.choices[0].message
        messages.append({"role": message.role, "content": message.content})
        return message["content"]

    try:
        print(say("one"))
        print(say("two"))
    except openai.error.OpenAIError as e:
        print("failed:", e)
        return 1
    print([m["role"] for m in messages])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
