"""What is printed around a story is marked, and no sentence of a story is."""

from __future__ import annotations

import pytest

from tuireader.compare.documents import document_from_text
from tuireader.compare.model import Block, Side

STORY = (
    "The mill burned down in the night, said the mayor, who had come to see the ruins himself and "
    "who promised that the town would help its owner to build it again before the winter."
)


def blocks(text: str) -> list[Block]:
    return [paragraph.block for paragraph in document_from_text(text, Side.A).paragraphs]


@pytest.mark.parametrize(
    "line",
    [
        "Pingback: Mill burns – A Blog | Another",
        "Trackback: something. With a full stop.",
        "Share this:",
        "Share on Facebook",
        "Share this article with your friends",
        "Tweet",
        "Email Print Share",
        "Facebook | Twitter | WhatsApp",
        "Follow us on Telegram for more news.",
        "Read more: Mill burned once before",
        "Read the full story",
        "Related:",
        "Related stories",
        "Also read: The mill in pictures",
        "More from Business",
        "© 2021 The Bramford Herald. All rights reserved.",
        "Copyright 2021 The Bramford Herald",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "Subscribe to our newsletter",
        "Sign up for our daily newsletter to get the best of the Herald.",
        "Tags: mill, fire, mayor",
        "Filed under: Local",
        "Filed under Local News",
        "Posted in News | 3 Comments",
        "(Reporting by Jane Doe; editing by John Roe)",
        "(Additional reporting by Jane Doe in Bramford.)",
        "Photo: Jane Doe/Herald",
        "Photo by Jane Doe",
        "(Image: Herald archive)",
        "Advertisement",
        "Story continues below advertisement",
        "Leave a comment",
        "12 Comments",
        "Updated: July 26, 2021 8:30 PM",
        "3 min read",
        "https://herald.example/mill-fire",
        "Skip to main content",
    ],
)
def test_furniture_is_marked(line: str) -> None:
    assert blocks(f"{STORY}\n\n{line}") == [Block.PROSE, Block.BOILERPLATE]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell by 3 per cent after the fire.",
        "Share of the blame, he said, lies with the ministry.",
        "Read more carefully, the report says that 28 people died.",
        "Related charges were dropped in March.",
        "Tags were found on 12 of the bodies.",
        "Filed under oath, the statement names three officials.",
        "Photographs show that the mill burned from its roof.",
        "Copyright law does not allow it, the court said.",
        "Comments by the mayor angered the owner.",
        "Published on Monday, the report counts 28 dead.",
        "Updated figures on Tuesday put the toll at 31.",
        "Print workers walked out on Friday.",
        "Follow-up talks are planned for May.",
        "Support for the mayor fell to 31 per cent.",
        "By Monday night 28 people had died.",
        "By Monday, Bramford Had Fallen.",
        "Email messages show that the owner knew.",
        "Reporting by the Herald has shown that the doors were locked.",
        "(Editing genes, he added, is no crime.)",
        "Advertisements for the mill were withdrawn.",
        "Source: he would not say who told him.",
        "Video shows the roof coming down.",
    ],
)
def test_a_sentence_of_the_story_is_not(line: str) -> None:
    assert blocks(f"{STORY}\n\n{line}") == [Block.PROSE, Block.PROSE]


@pytest.mark.parametrize("line", ["By Jane Doe", "BY JANE DOE AND JOHN ROE", "By Jane Doe, Herald"])
def test_a_byline_is_one_only_before_the_story(line: str) -> None:
    assert blocks(f"{line}\n\n{STORY}\n\nBy Jane Doe") == [
        Block.BOILERPLATE,
        Block.PROSE,
        Block.PROSE,
    ]


def test_a_sign_off_without_brackets_is_one_only_at_the_end() -> None:
    sign_off = "Reporting by Jane Doe; editing by John Roe"
    assert blocks(f"{STORY}\n\n{sign_off}\n\nTags: mill")[1:] == [Block.BOILERPLATE] * 2


def test_boilerplate_stays_in_the_text() -> None:
    text = f"{STORY}\n\nShare this:\n\nTags: mill"
    assert document_from_text(text, Side.A).text == text


def test_a_text_that_is_nothing_else_is_left_alone() -> None:
    assert Block.BOILERPLATE not in blocks("Share this\n\nTags: mill")
