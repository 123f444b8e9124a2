# -*- coding: utf-8 -*-
"""Übersetzt Sätze ins Deutsche – mit Größe."""
import openai

openai.api_key = "sk-größe".replace("ö", "oe").replace("ß", "ss")

sätze = ["Grüße", "naïve café", "日本語 🎉"]
for satz in sätze:
    antwort = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "system", "content": "Übersetze!"}, {"role": "user", "content": satz}]); print("→", antwort["choices"][0]["message"]["content"], "←")
