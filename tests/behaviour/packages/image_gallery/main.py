from gallery import Gallery

gallery = Gallery()
gallery.draw("a lighthouse", n=2)
gallery.vary("picture.png")
gallery.draw("", n=1)
for title, names in gallery.pages():
    print(title, names)
print(gallery.problems)
