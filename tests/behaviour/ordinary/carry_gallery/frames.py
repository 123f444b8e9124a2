class Frame:
    def __init__(self, place):
        self.place = place


def hang(frame):
    for name in ("left", "right"):
        picture = getattr(frame, name)
        print(frame.place, name, [one["url"] for one in picture["data"]])
