# order: any
from pipeline import Pipeline
from sinks import Collect

sink = Collect()
Pipeline(workers=2, sink=sink).run(["a", "b", "c", "d"])
for line in sink.lines():
    print(line)
