"""Let the model look up the weather."""

import json
import os

from azure.ai.inference import ChatCompletionsClient  # OAI401:32
from azure.ai.inference.models import (
    AssistantMessage,  # OAI403:5
    ChatCompletionsToolChoicePreset,  # OAI403:5
    ChatCompletionsToolDefinition,  # OAI403:5
    CompletionsFinishReason,  # OAI403:5
    FunctionDefinition,  # OAI403:5
    ToolMessage,  # OAI403:5
    UserMessage,  # OAI403:5
)
from azure.core.credentials import AzureKeyCredential

client = ChatCompletionsClient(  # OAI401:10
    endpoint=os.environ["AZURE_INFERENCE_ENDPOINT"],
    credential=AzureKeyCredential(os.environ["AZURE_INFERENCE_KEY"]),
)

WEATHER = ChatCompletionsToolDefinition(  # OAI403:11
    function=FunctionDefinition(  # OAI403:14
        name="weather",
        description="The weather in a town",
        parameters={
            "type": "object",
            "properties": {"town": {"type": "string"}},
            "required": ["town"],
        },
    )
)


def ask(messages):
    reply = client.complete(  # OAI402:13
        model="guide",
        messages=messages,
        tools=[WEATHER],
        tool_choice=ChatCompletionsToolChoicePreset.AUTO,  # OAI403:21
    )
    return reply.choices[0]


messages = [UserMessage("Do I need an umbrella in Bergen?")]  # OAI403:13
choice = ask(messages)
if choice.finish_reason == CompletionsFinishReason.TOOL_CALLS:  # OAI403:28
    call = choice.message.tool_calls[0]
    print(call.function.name, sorted(json.loads(call.function.arguments)))
    messages.append(AssistantMessage(tool_calls=choice.message.tool_calls))  # OAI403:21
    messages.append(ToolMessage(tool_call_id=call.id, content="Rain."))  # OAI403:21
    print(ask(messages).message.content)
