# run: --chunk 12
# input: The quick brown fox jumps over the lazy dog
"""Summarise standard input in chunks, then the summaries."""
from __future__ import print_function
import sys, argparse, os
import openai as ai

ai.api_key = os.getenv('OPENAI_API_KEY')

def chunks(s, size):
    for start in range(0, len(s), size):
        yield s[start:start + size]

def tldr(text):
    completion = ai.Completion.create(model='text-davinci-003',
                                      prompt=text + '\n\nTl;dr',
                                      temperature=0.7,
                                      max_tokens=60,
                                      top_p=1.0)
    return completion['choices'][0]['text'].replace('\n', ' ').strip()

ap = argparse.ArgumentParser()
ap.add_argument('--chunk', type=int, default=2000)
opts = ap.parse_args()

parts = [tldr(c) for c in chunks(sys.stdin.read().strip(), opts.chunk)]
for n, p in enumerate(parts):
    print('part %d: %s' % (n, p))
print('all:', tldr(' '.join(parts)))
