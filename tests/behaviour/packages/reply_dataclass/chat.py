import openai

from models import Conversation, Reply


def say(conversation, text, functions=None):
    kwargs = {"functions": functions} if functions else {}
    r = openai.ChatCompletion.create(model="gpt-4-0613", messages=[{"role": "user", "content": text}], **kwargs)
    m = r["choices"][0]["message"]
    reply = Reply(text=m["content"], raw=r, usage=r["usage"], function=m.get("function_call"))
    conversation.replies.append(reply)
    return reply
