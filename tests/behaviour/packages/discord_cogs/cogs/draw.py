import openai


def setup(bot):
    @bot.command("draw")
    async def draw(user, prompt):
        image = await openai.Image.acreate(prompt=prompt, n=1, size="256x256")
        bot.state["last"] = image
        return bot.state["last"]["data"][0]["url"].rpartition("/")[2]
