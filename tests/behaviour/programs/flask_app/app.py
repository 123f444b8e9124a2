import openai
from flask import Flask, jsonify
from services import ai


def create_app():
    app = Flask(__name__)
    ai.init_app(app)

    @app.route("/chat")
    def chat(request):
        message = request.get("message")
        if not message:
            return jsonify({"error": "message missing"}), 400
        return jsonify({"reply": ai.chat(message)})

    @app.route("/embed")
    def embed(request):
        vectors = ai.embed(request["texts"])
        return jsonify({"count": len(vectors), "first": vectors[0]})

    @app.route("/fail")
    def fail(request):
        return ai.chat("x", model="status-429")

    @app.errorhandler(openai.error.RateLimitError)  # OAI107:23
    def busy(error):
        return jsonify({"error": "busy", "status": error.http_status}), 429

    return app
