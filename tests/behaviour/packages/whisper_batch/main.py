import glob

from transcripts import Transcripts

t = Transcripts()
for path in sorted(glob.glob("*.mp3") + glob.glob("*.wav")):
    t.add(path)
print(t.markdown())
