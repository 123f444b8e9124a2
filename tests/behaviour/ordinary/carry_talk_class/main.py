from talk import Talk
import transcript

talk = Talk("You are brief.")
talk.say("hello")
talk.say("and goodbye")
print([line["content"] for line in talk.lines])
print(transcript.to_markdown(talk.lines))
print(transcript.words(talk.lines))
talk.undo()
print(len(talk.lines), talk.lines[-1]["role"])
