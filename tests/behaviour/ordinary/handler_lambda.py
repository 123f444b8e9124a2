import json
import os
import openai

openai.api_key = os.environ["OPENAI_API_KEY"]
MODEL = os.environ.get("MODEL", "gpt-3.5-turbo")


def respond(status, body):
    return {"statusCode": status, "headers": {"Content-Type": "application/json"}, "body": json.dumps(body)}


def lambda_handler(event, context):
    body = json.loads(event.get("body") or "{}")
    prompt = body.get("prompt")
    if not prompt:
        return respond(400, {"message": "no prompt"})
    try:
        result = openai.ChatCompletion.create(
            model=body.get("model", MODEL),
            messages=[{"role": "system", "content": "You are an AWS Lambda."}, {"role": "user", "content": prompt}],
            max_tokens=int(body.get("max_tokens", 128)),
        )
    except openai.error.APIError as err:
        print("server side:", err.http_status)
        return respond(502, {"message": "bad gateway"})
    except openai.error.OpenAIError as err:
        print("client side:", err.http_status)
        return respond(err.http_status or 500, {"message": "refused"})
    answer = result["choices"][0]["message"]["content"]
    return respond(200, {"answer": answer, "model": result["model"]})


if __name__ == "__main__":
    for body in ({}, {"prompt": "hi"}, {"prompt": "hi", "model": "status-500"}, {"prompt": "hi", "model": "status-429"},
                 {"prompt": "hi", "model": "status-404"}):
        print(lambda_handler({"body": json.dumps(body)}, None))
