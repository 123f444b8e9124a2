# -*- coding: latin-1 -*-
# Résumé d'un texte français
import openai

RÈGLE = "Résume en français, s'il te plaît"


def resume(texte):
    """Résume."""
    réponse = openai.ChatCompletion.create(model="gpt-3.5-turbo", messages=[{"role": "system", "content": RÈGLE}, {"role": "user", "content": texte + "é"}])
    return réponse["choices"][0]["message"]["content"]  # déjà vu
