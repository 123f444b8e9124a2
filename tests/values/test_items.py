"""OAI112 and OAI113 on the items of a list that has a response of 0.x among others; and what is near it."""

from __future__ import annotations

import pytest
from values.given import GIVEN, check_with

from examples import examples

ITEMS = r"""
--- messages of the program, and one that was received
messages = [{"role": "user", "content": "a"}]
messages.append(chat.create().choices[0].message)
for one in messages:
    print(one["role"], one.get("content"))  # OAI112:11 OAI113:24
--- read by a function, and by comprehensions
messages = [{"role": "user", "content": "a"}]
messages.append(chat.create()["choices"][0]["message"])  # OAI112:17
def show(items):
    for one in items:
        print(one["content"])  # OAI112:15
show(messages)
length = sum(len(one["content"]) for one in messages)  # OAI112:18
roles = [one["role"] for one in messages[1:] if one["content"]]  # OAI112:10 OAI112:49
--- a list that an object has
class Bot:
    def __init__(self):
        self.messages = [{"role": "system", "content": "a"}]
    def ask(self):
        self.messages.append(chat.create().choices[0].message)
    def history(self):
        return [one["content"] for one in self.messages]  # OAI112:17
--- a list for each user
chats = {}
def ask(user):
    chats.setdefault(user, [{"role": "system", "content": "a"}])
    chats[user].append(chat.create().choices[0].message)
def show(user):
    for one in chats[user]:
        print(one["role"])  # OAI112:15
--- the state of a page
import streamlit as st
if "messages" not in st.session_state:
    st.session_state["messages"] = [{"role": "assistant", "content": "a"}]
for msg in st.session_state.messages:
    st.chat_message(msg["role"]).write(msg["content"])  # OAI112:21 OAI112:40
if prompt := st.chat_input():
    msg = chat.create().choices[0].message
    st.session_state.messages.append(msg)
--- written, for each user
import json
chats = {}
def ask(user):
    chats.setdefault(user, [{"role": "system", "content": "a"}])
    chats[user].append(chat.create().choices[0].message)
def save(user):
    return json.dumps(chats[user])  # OAI114:23
--- near: written, and made anew at each call
import json
def load():
    return []
messages = load()
messages.append(chat.create().choices[0].message)
print(json.dumps(load()))
--- near: told apart
messages = [{"role": "user", "content": "a"}]
messages.append(chat.create().choices[0].message)
for one in messages:
    if isinstance(one, dict):
        print(one["role"])
--- near: code for both
messages = [{"role": "user", "content": "a"}]
messages.append(chat.create().choices[0].message)
for one in messages:
    try:
        print(one["role"])
    except TypeError:
        print(one.role)
    try:
        print(one.get("role"))
    except (KeyError, AttributeError):
        print(one.role)
--- near: by number
messages = [{"role": "user", "content": "a"}]
messages.append(chat.create().choices[0].message)
print(messages[0]["role"], messages[-1]["content"])
last = messages[-1]
print(last["content"])
--- near: a dict of it
messages = [{"role": "user", "content": "a"}]
messages.append(chat.create().choices[0].message.to_dict())
for one in messages:
    print(one["role"])
--- near: what may be something else is put there
messages = [{"role": "user", "content": "a"}]
reply = chat.create().choices[0].message if a else load()
messages.append(reply)
for one in messages:
    print(one["role"])
--- near: another list
messages = [{"role": "user", "content": "a"}]
replies = []
replies.append(chat.create().choices[0].message)
for one in messages:
    print(one["role"])
--- near: a list that is made anew at each call
import json
def load():
    if exists("talk.json"):
        return json.load(open("talk.json"))
    return []
messages = load()
messages.append(chat.create().choices[0].message)
for one in load():
    print(one["role"])
--- near: another list that the same function gets
messages = [{"role": "user", "content": "a"}]
replies = []
replies.append(chat.create().choices[0].message)
def show(items):
    print(len(items))
show(messages)
show(replies)
for one in messages:
    print(one["role"])
--- near: written beside another list that the same function gets
import json
messages = [{"role": "user", "content": "a"}]
replies = []
replies.append(chat.create().choices[0].message)
def show(items):
    print(len(items))
show(messages)
show(replies)
print(json.dumps(messages))
--- near: another attribute of the same object
class Bot:
    def __init__(self):
        self.messages = [{"role": "system", "content": "a"}]
        self.replies = []
    def ask(self):
        self.replies.append(chat.create().choices[0].message)
    def history(self):
        return [one["content"] for one in self.messages]
"""


@pytest.mark.parametrize("sdk", GIVEN)
@examples(ITEMS)
def test_items(source, sdk):
    check_with(source, sdk)
