from collections import defaultdict, deque

from config import MAX_HISTORY, SYSTEM_PROMPT


class ChannelMemory:
    """Last messages of each channel."""

    def __init__(self):
        self._channels = defaultdict(lambda: deque(maxlen=MAX_HISTORY))

    def add(self, channel_id, role, content):
        self._channels[channel_id].append({"role": role, "content": content})

    def messages(self, channel_id):
        return [{"role": "system", "content": SYSTEM_PROMPT}, *self._channels[channel_id]]

    def forget(self, channel_id):
        self._channels.pop(channel_id, None)
