class Message:
    def __init__(self, chat_id, text):
        self.chat_id = chat_id
        self.text = text


class TeleBot:
    def __init__(self, token):
        self.token = token
        self.handlers = []

    def message_handler(self, commands):
        def decorate(function):
            self.handlers.append((commands, function))
            return function
        return decorate

    def send_message(self, chat_id, text):
        print(chat_id, text)

    def send_photo(self, chat_id, url):
        print(chat_id, "photo", url)

    def polling(self):
        for message in (Message(1, "hi"), Message(2, "/image a red fox"), Message(1, "bye")):
            for commands, function in self.handlers:
                if commands is None or message.text[1:].split()[0] in commands:
                    function(message)
                    break
