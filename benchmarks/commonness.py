"""Make `compare/lexicon/commonness.txt`: in how many news sentences each common word stands.

    python benchmarks/commonness.py ARTICLES.jsonl > compare/lexicon/commonness.txt

ARTICLES.jsonl has {"a": [sentence, ...], "b": [sentence, ...]} lines, such as the article pairs of
the ECB+ corpus (CC BY 3.0). Only words that stand in lower case at least as often as not are kept,
and only those in one sentence of five hundred or more: common English, and nobody's name.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

from corpora import read_rows

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_HEAD = """\
# In how many sentences of news a word stands.
# Source: the sentences of the ECB+ corpus (Cybulska and Vossen, 2014; CC BY 3.0), counted.
# Admitted: words mostly written in lower case, in at least one sentence of five hundred.
# Made by: python benchmarks/commonness.py ecbplus_pairs_of_articles.jsonl
"""


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", type=Path)
    rows = read_rows(parser.parse_args().articles)
    sentences = sorted({sentence for row in rows for sentence in (*row["a"], *row["b"])})
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for sentence in sentences:
        words = set(_WORD.findall(sentence)[1:])
        lower.update(word for word in words if word.islower())
        capital.update({word.lower() for word in words if not word.islower()})
    print(_HEAD, end="")
    print("sentences", len(sentences))
    for word, count in sorted(lower.items(), key=lambda item: (-item[1], item[0])):
        if count * 500 >= len(sentences) and count >= capital[word]:
            print(word, count)


if __name__ == "__main__":
    main()
