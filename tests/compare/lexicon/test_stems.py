import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.compare.lexicon.stems import stem

FAMILIES = [
    "announce announces announced announcing announcement announcements",
    "withdraw withdrew withdrawn withdrawing withdrawal withdrawals",
    "agree agrees agreed agreeing agreement agreements",
    "elect elected electing election elections electorate",
    "investigate investigated investigation investigations investigator investigators",
    "injure injured injuring injury injuries",
    "arrive arrives arrived arriving arrival arrivals",
    "go goes went gone going",
    "say says said saying",
    "fight fights fought fighting",
    "strike strikes struck striking",
    "shoot shoots shot shooting",
    "break broke broken breaking",
    "die dies died dying dead death deaths",
    "man men",
    "child children",
    "crisis crises",
    "hope hopes hoped hoping",
    "hop hops hopped hopping",
    "plan plans planned planning",
    "close closes closed closing closure",
    "move moves moved moving",
    "struggle struggles struggled struggling",
    "charge charged charging charges",
    "issue issued issuing issues",
    "seize seized seizing seizure",
    "kill kills killed killing killer",
    "add adds added adding",
    "travel travelled traveled travelling traveling",
    "concede conceded conceding concession",
    "invite invited inviting invitation",
    "visit visited visiting visitor",
    "organise organize organised organizing organisation organizations",
    "notify notified notification",
    "colour color coloured",
    "centre center centred",
    "city cities",
    "movie movies",
    "hero heroes",
    "virus viruses",
    "crash crashes crashed crashing",
    "politics political politically",
    "heavy heavier heaviest heavily",
    "ill illness illnesses",
    "rely relies relied reliance",
]
APART = [
    ("plan", "plane"),
    ("car", "care"),
    ("fill", "file"),
    ("poll", "pole"),
    ("star", "stare"),
    ("govern", "government"),
    ("office", "officer"),
    ("hear", "hearing"),
    ("state", "statement"),
    ("depart", "department"),
    ("people", "person"),
    ("deadly", "dead"),
    ("new", "news"),
    ("build", "building"),
    ("act", "fact"),
    ("fact", "faction"),
    ("vacate", "vacation"),
    ("accord", "according"),
    ("secure", "security"),
    ("power", "powerful"),
    ("prison", "prisoner"),
    ("hum", "humane"),
    ("bus", "business"),
]


@pytest.mark.parametrize("family", FAMILIES)
def test_forms_of_one_word_share_a_stem(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    "word",
    ["people", "news", "series", "species", "hundred", "beijing", "brussels", "headquarters"],
)
def test_words_that_only_look_inflected_stay_whole(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize("family", FAMILIES)
def test_a_stem_is_its_own_stem(family: str) -> None:
    for word in family.split():
        assert stem(stem(word)) == stem(word)


@pytest.mark.parametrize(
    "written", ["minister's", "minister’s", "ministers'", "ministers’", "MINISTER", "‘Ministers’"]
)
def test_case_possessives_and_apostrophes_are_dropped(written: str) -> None:
    assert stem(written) == stem("minister")


@pytest.mark.parametrize("word", ["Straße", "niños", "naïve", "войска", "部隊", "Šibenik"])
def test_words_of_other_alphabets_are_only_folded(word: str) -> None:
    assert stem(word) == word.casefold()


@pytest.mark.parametrize(
    "word", ["", "'", "-", "--", "s", "ed", "ing", "-ing", "u.s.", "2,500", "’s"]
)
def test_odd_words_have_a_stem(word: str) -> None:
    assert stem(stem(word)) == stem(word)


def test_the_last_part_of_a_hyphenated_word_is_folded() -> None:
    assert stem("air-strikes") == stem("air-strike")
    assert stem("co-operate") == stem("cooperation")


@given(st.text(max_size=20))
def test_any_string_has_a_stem(word: str) -> None:
    assert isinstance(stem(word), str)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz'-", max_size=15))
def test_case_never_matters(word: str) -> None:
    assert stem(word.upper()) == stem(word)
