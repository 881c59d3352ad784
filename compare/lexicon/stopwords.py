"""The function words of English: they bind sentences, and tell nothing of their matter."""

from __future__ import annotations

_PLAIN = """
a an the this that these those such same other another each every either neither both all any some
i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself
she her hers herself it its itself they them their theirs themselves who whom whose which what
whoever whatever whichever anyone someone everyone anybody somebody everybody
am is are was were be been being have has had having do does did doing done
will would shall should can could may might must ought cannot
of in on at to for with by from as into onto upon about among amongst amid within per via
than then there here where when why how while whilst whether if unless because since although
though however and or but nor so yet not no also too very just only even quite rather
thus hence therefore thereby meanwhile moreover furthermore nevertheless nonetheless otherwise
ever already still again once perhaps indeed instead else etc
"""
_CONTRACTED = """
i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll
we're we've we'd we'll they're they've they'd they'll that's that'll there's there'd here's
what's where's who's who'd who'll how's let's
isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't shan't
shouldn't can't couldn't mayn't mightn't mustn't oughtn't needn't
"""

STOPWORDS: frozenset[str] = frozenset(
    f"{_PLAIN} {_CONTRACTED} {_CONTRACTED.replace(chr(39), '’')}".split()
)
"""Case-folded; contractions with either apostrophe. Particles that make a verb another one ("off",
"up", "out", "down", "back", "away", "over") are not among them, nor are words of time and order."""
