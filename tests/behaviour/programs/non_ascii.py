# -*- coding: utf-8 -*-
"""Grüße und 你好: Text that is not ASCII before what must change."""
import openai

größe = {"ü": "Übersetze", "猫": "ねこ"}
for schlüssel, wort in größe.items():
    antwort = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": f"{wort} – „{schlüssel}“"}])  # OAI102:15
    print("🐈→", antwort["choices"][0]["message"]["content"], "←", antwort['model'])  # OAI112:17 OAI112:67
