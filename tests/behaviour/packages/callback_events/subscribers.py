from bus import bus

seen = []


class Printer:
    def done(self, response, elapsed):
        choice = response["choices"][0]
        seen.append(choice)
        print(choice["message"]["content"], response["usage"]["total_tokens"], elapsed >= 0)


bus.on("done", Printer().done)
bus.on("summary", lambda: print(len(seen), seen[0]["finish_reason"]))
