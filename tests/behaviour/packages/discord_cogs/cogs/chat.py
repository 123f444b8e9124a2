import openai


def setup(bot):
    threads = bot.state.setdefault("threads", {})
    usage = bot.state.setdefault("usage", {})

    @bot.command("chat")
    async def chat(user, text):
        messages = threads.setdefault(user, [])
        messages.append({"role": "user", "content": text})
        res = await openai.ChatCompletion.acreate(model="gpt-3.5-turbo", messages=messages)
        messages.append(res["choices"][0]["message"])
        usage[user] = usage.get(user, 0) + res["usage"]["total_tokens"]
        return messages[-1]["content"]

    @bot.command("usage")
    async def show(user, _):
        return f"{usage[user]} tokens, {len(threads[user])} messages, last {threads[user][-1]['role']}"

    @bot.command("fail")
    async def fail(user, _):
        return await openai.ChatCompletion.acreate(model="status-400", messages=threads[user])
