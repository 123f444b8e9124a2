# order: any
import asyncio
import os
import openai

openai.api_key = os.getenv("OPENAI_API_KEY")


async def dispatch_openai_requests(messages_list, model, temperature, max_tokens):
    """Dispatches requests to OpenAI API asynchronously."""
    async_responses = [
        openai.ChatCompletion.acreate(
            model=model,
            messages=x,
            temperature=temperature,
            max_tokens=max_tokens,
        )
        for x in messages_list
    ]
    return await asyncio.gather(*async_responses)


predictions = asyncio.run(
    dispatch_openai_requests(
        messages_list=[
            [{"role": "user", "content": "Write a poem about asynchronous execution."}],
            [{"role": "user", "content": "Write a poem about asynchronous pirates."}],
        ],
        model="gpt-3.5-turbo",
        temperature=0.3,
        max_tokens=200,
    )
)

for i, x in enumerate(predictions):
    print(f"Response {i}: {x['choices'][0]['message']['content']}\n\n")
