# process: own
# order: any
import multiprocessing

from scoring import score, show

if __name__ == "__main__":
    with multiprocessing.get_context("fork").Pool(2) as pool:
        for found in pool.map(score, ["kind words", "wrong words", "more words"]):
            print(show(found))
