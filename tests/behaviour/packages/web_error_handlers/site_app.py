import openai

import views
from micro import App

app = App()
app.route("/chat")(views.chat)
app.route("/judge")(views.judge)


@app.errorhandler(openai.error.RateLimitError)
def busy(e):
    return 503, {"error": "busy", "type": type(e).__name__}


@app.errorhandler(openai.error.OpenAIError)
def failed(e):
    return 502, {"error": e.code, "status": e.http_status}
