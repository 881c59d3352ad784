"""Which of the one-byte encodings of Western Europe a text is in, by where its signs stand."""

from __future__ import annotations

from tuireader.compare.ready import compiled

# In the order in which they are believed where several fit equally well.
_ENCODINGS = ("cp1252", "iso8859-15", "mac-roman", "cp850")
_SAMPLE = 1_000_000
_USUAL_ODD, _OTHER_ODD = 1 / 3, 1 / 20
# What no text has: a capital with an accent after a small letter, many accents in a row, a lone
# letter with one, a sign of the wrong kind in a word, a character that nobody types.
_ODD = compiled(
    r"(?<=[a-zß-öø-ÿ])[À-ÖØ-ÞŸŒŠŽ]|[À-ÖØ-öø-ÿ]{4,}|(?<!\w)[Á-ÈÊ-ÖØ-ßá-èê-öø-ÿ](?!\w)"
    r"|(?<=[^\W\d_])[^\w\s!-/:-@\[-`{-~’‘”»–—…­·™®°©\u00a0](?=[^\W\d_])"
    r"|(?<!\w)[À-ÖØ-Þ](?=[a-z]*[ÓÔÕ](?!\w))"
    r"|[\x80-\x9f¤¦¬¨¸¯´─-▟ƒˆ‗ıþÞðÐ˝˛ˇ˘˙˚˜]"
)


def western_encoding(data: bytes) -> str:
    """The encoding in which fewest characters are out of place; "" where it fits in none.

    Windows-1252, Latin-9, Mac Roman and the DOS code page 850 share their letters and differ in
    their places: “it’s” of a Mac is "ÒitÕsÓ" in Windows-1252.
    """
    odd: dict[str, int] = {}
    for encoding in _ENCODINGS:
        try:
            data.decode(encoding)
            text = data[:_SAMPLE].decode(encoding)
        except UnicodeDecodeError:
            continue
        odd[encoding] = sum(len(match[0]) for match in _ODD.finditer(text))
    best = min(odd, key=odd.__getitem__)
    high = sum(byte > 127 for byte in data[:_SAMPLE])
    usual = best == _ENCODINGS[0]
    return best if odd[best] <= high * (_USUAL_ODD if usual else _OTHER_ODD) else ""
