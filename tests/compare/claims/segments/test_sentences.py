from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.claims.sentences import find_sentences

# Each text is written with "|" where one sentence ends and the next begins.
CASES = [
    "The bridge closed.| Traffic was sent round by the coast road.",
    "Mr. Osei met Mrs. Adjei.| Both left early.",
    "Gen. Paul Anders and Lt. Col. Maria Reyes toured the depot.| They said little.",
    "Maj. Gen. (retd.) Imran Sethi disagreed.| He gave no reason.",
    "Rear Adm. J. T. Howe took command on Sept. 3.| Nobody objected.",
    "The U.S. Navy sent a tender.| It arrived late.",
    "The ship sailed for the U.S.| The crew stayed behind.",
    "Talks at the U.N. Security Council failed.| A vote is due soon.",
    "He moved to Washington, D.C. in spring.| His family followed.",
    "Acme Inc. Chairman Lee Park resigned.| Shares fell.",
    "She works for Acme Inc.| Her brother works for Orbit Ltd.| Neither would comment.",
    "The firm, Orbit Corp., denied it.| Its lawyers wrote at once.",
    "The port of St. Petersburg froze.| Ships waited.",
    "The blaze began on Mill St.| Police closed it.",
    "It started at 6 a.m. Monday and ended at noon.| Rain followed.",
    "Doors opened at 7 p.m.| Hundreds were already in line.",
    "Doors opened at 7 p.m. Eastern time.| Hundreds were in line.",
    "Trading stopped at 4:15 p.m. GMT on Friday.| It resumed on Monday.",
    "He wore No. 10 for the club.| He scored twice.",
    "Was it sabotage?| No.| Engineers found a broken valve.",
    "The law, Art. 12, forbids it.| Judges disagree.",
    "The storm came on Oct. 14.| It passed in a day.",
    "It opened in Dec. 2011.| It closed in Feb. 2014.",
    "He was born in Bowling Green, Ky.| Officials have his papers.",
    "The plant in Joplin, Mo. (pop. 50,000) will shut.| Workers were told.",
    "Calif. Democrats won the seat.| Turnout was low.",
    "A. B. Yusuf wrote the report.| C. Ngo edited it.",
    "George W. Field spoke first.| He spoke for an hour.",
    "They chose Plan B.| The first had failed.",
    "Prices rose 3.5 percent in May.| They fell 1.2 percent in June.",
    "The index closed at 1,204.75.| It had opened at 1,190.",
    "“It is over,” he said.| “We are going home.”",
    "“It is over.| We are going home,” he said.",
    "“Nobody was hurt.”| The mayor left it at that.",
    "“Is anyone there?” she asked.| Nobody answered.",
    "“Who gave the order?” Harris asked the panel.| Nobody answered.",
    "“Stop!” he shouted.| They ran.",
    "She read from “Where Are You Now?” Tuesday at the library.| It sold well.",
    "The show “Who Wants My Job?” returned.| Viewers cheered.",
    "He won on Jeopardy! twice.| He was eleven.",
    "Yahoo! Japan raised its price.| Others followed.",
    "Why now?| Because the money ran out.",
    "What a day!| The town danced.",
    "He paused… then went on.| The room was silent.",
    "He paused ... then went on.| The room was silent.",
    "“The nation … United as never before … will stand.”| He sat down.",
    "It was late....| The lamps went out.",
    "He waited...| The train never came.",
    "The tower (built in 1911.) leans.| It will be closed.",
    "It leans.| (It was built in 1911.)| It will be closed.",
    "He denied it.[3]| The court did not believe him.[4][5]",
    "The depot burned — nobody knows why.| An inquiry began.",
    "He left early.| — Reporting by the night desk",
    "DAKAR, Jan. 5 — The strike is over.| Buses run again.",
    "FRANKFORT, Ky. — The river rose again.| Roads are shut.",
    "1. Close the gates\n|2. Call the guard\n|3. Wait",
    "Bring the following:\n|- water\n|- bread\n|- a map",
    "A headline without a stop\n\n|The story begins here.| It ends here.",
    "A line that is\nwrapped goes on.| Another\nfollows it.",
    "水位は三メートル上がった。|住民は避難した。|",
    "他说：“我们走吧。”|然后他走了。",
    "The minister spoke.The hall was silent.".replace(".The", ".|The"),
    "See www.example.org for details.| Version 2.0.1 is out.",
    "The road to Foo.Bar is closed.",
    "Smith v. Jones was heard.| Others wait.",
    "Vendors, e.g. Acme and Orbit, bid.| Both lost.",
    "The fine was Rs. 500.| He paid it.",
    "Dr. Ian Moss Jr. spoke.| Dr. Lena Moss Sr. listened.",
    "Ng et al. found none.| Later work found some.",
    "The dog ran off.| al-Masri said he saw it.",
    "Sales fell.| iPhone buyers waited.",
    "“We lost,” said Capt. Bo Li.| “We will be back.”",
    "He said: “We lost.| We will be back.”| The crowd left.",
    "“Nobody,” he said, “was told.”| Then he left.",
    "They met in the U.K. and the E.U. for talks.| None agreed.",
    "It holds a Ph.D. and an M.D. in residence.| Both teach.",
    "He said 'it is done.'| She agreed.",
    "He asked: “Why?”| The panel had no answer.",
    "Really?!| The clerk nodded.",
    "Deaths rose to 12 in Sept.| The toll was 9 in Aug. 2020.",
    "Prime Minister V. K. So resigned.| So did his deputy.",
    "“Go home!”| Dozens did.",
    "« Nous partons. »| Elle est partie.",
    "He has a temperature of 39.| Two others have one of 40.",
    "It cost $5.| 10 were sold.",
    "It had a strength of 4.0.| Hotels stood.",
    "He was held at 1:30 a. m. Friday on the coast road.| He paid.",
    "She drew a. 44 revolver.| It was not loaded.",
    "They flew over Aoraki-Mt. Cook.| It was clear.",
    "It was his last machine..| Nobody bought it.",
    "“Would we have done it alone?” Harbour master Ana Ruiz asked.| Nobody knew.",
    "\"They said, 'We are lost.' \"| The boat drifted on.",
    "no stop at all",
    "   Padded.| Twice.   ",
    "",
    " \n ",
]


@pytest.mark.parametrize("marked", CASES)
def test_cuts_where_a_sentence_ends(marked: str) -> None:
    text = marked.replace("|", "")
    wanted = [piece.strip() for piece in marked.split("|") if piece.strip()]
    assert [span.of(text) for span in find_sentences(text)] == wanted


def test_places_are_those_of_the_whole_text() -> None:
    text = "Before. One. Two! After."
    spans = find_sentences(text, 8, 17)
    assert [span.of(text) for span in spans] == ["One.", "Two!"]


def test_nothing_beyond_the_range_counts() -> None:
    text = "He met Gen. Smith."
    assert [span.of(text) for span in find_sentences(text, 0, 11)] == ["He met Gen."]


PIECES = st.lists(
    st.sampled_from(
        [
            "Gen.",
            "U.S.",
            "The",
            "army",
            "left.",
            "“Go!”",
            "?",
            "…",
            "\n",
            "。",
            "9",
            "a.m.",
            ")",
            "i",
        ]
    )
    | st.text(max_size=6),
    max_size=30,
)


@given(PIECES.map(" ".join))
def test_sentences_hold_every_sign_and_are_trimmed(text: str) -> None:
    spans = find_sentences(text)
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert "".join(re.sub(r"\s", "", span.of(text)) for span in spans) == "".join(text.split())
    assert find_sentences(text) == spans


@given(PIECES.map(" ".join), PIECES.map(" ".join))
def test_a_paragraph_more_leaves_the_first_as_it_is(first: str, second: str) -> None:
    first = first.rstrip()
    spans = find_sentences(first)
    assert find_sentences(f"{first}\n\n{second}")[: len(spans)] == spans
