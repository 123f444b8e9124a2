import artist
import openai


class Gallery:
    def __init__(self):
        self._pages = {}
        self.problems = []

    def draw(self, prompt, n):
        try:
            self._pages[prompt] = artist.draw(prompt, n) if prompt else artist.draw(None, n, model="status-400")
        except openai.InvalidRequestError as e:
            self.problems.append((prompt, e.code, e.http_status))

    def vary(self, path):
        self._pages[path] = artist.vary(path)

    def pages(self):
        for title, response in self._pages.items():
            yield title, [image["url"].rpartition("/")[2] if "url" in image else len(image["b64_json"]) for image in response["data"]]
