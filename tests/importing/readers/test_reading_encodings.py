"""The encoding is found from few words, and never guessed past what the bytes say."""

import pytest

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.importing.readers import Source, read_table
from co2desk.importing.readers.encodings import MIXED, candidates, decode
from co2desk.importing.table import Note

FRENCH = "Désignation;Quantité\nPièce détachée à Genève;3\nChauffage, été où ça;4\n"
GERMAN = "Größe;Menge\nMüller Straße, Zürich;3\nÄpfel für Öl;4\n"


@pytest.mark.parametrize("text", [FRENCH, GERMAN])
@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "cp1252",
     "mac-roman", "cp850"],
)  # fmt: skip
def test_that_western_text_is_decoded(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert found.text == text
    assert found.encoding.startswith(encoding.removesuffix("-le").removesuffix("-be"))


def test_that_the_euro_of_latin_9_is_seen() -> None:
    text = "prix;ville\n12 €;Besançon\n"
    assert decode(text.encode("iso8859-15")).text == text
    assert decode(text.encode("cp1252")).text == text


def test_that_a_late_umlaut_decides_too() -> None:
    text = "a;b\n" * 200_000 + "Genève;Pièce à part\n"
    assert decode(text.encode("mac-roman")).encoding == "mac-roman"


def test_that_bytes_cp1252_lacks_are_kept_by_latin_1() -> None:
    assert decode(b"a;b\nZ\xfcrich;\x81\n").encoding == "latin-1"


def test_that_a_file_stitched_from_two_systems_is_read_line_by_line() -> None:
    data = "".join(f"é{i};Größe\n" for i in range(20)).encode() + "Zürich;x\n".encode("cp1252")
    found = decode(data)
    assert found.encoding == MIXED
    assert found.text.endswith("é19;Größe\nZürich;x\n")
    assert found.confidence <= 0.5


def test_that_a_mark_is_not_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbfa;b\n", "utf-8").text == "a;b\n"


def test_that_a_wrong_choice_names_the_first_byte() -> None:
    with pytest.raises(UnusableInput) as refused:
        decode("a\r\nb\r\ncé\r\n".encode("cp1252"), "utf-8", "t.csv")
    assert refused.value.code is ErrorCode.UNDECODABLE_TEXT
    assert refused.value.params == {
        "path": "t.csv",
        "encoding": "utf-8",
        "line": "3",
        "offset": "7",
        "byte": "0xE9",
    }


def test_that_an_encoding_nobody_knows_is_refused() -> None:
    with pytest.raises(UnusableInput) as refused:
        decode(b"a", "klingon")
    assert refused.value.code is ErrorCode.INVALID_VALUE


def test_that_candidates_show_the_telling_places_side_by_side() -> None:
    found = candidates("plain\nGenève\n".encode("cp1252"), "lab.csv")
    shown = {one.encoding: one.lines for one in found}
    [cannot] = [one.problem for one in found if one.encoding == "utf-8"]
    assert cannot is not None
    assert (cannot.params["line"], cannot.params["byte"]) == ("2", "0xE8")
    assert shown["utf-8"] == ()
    assert shown["cp1252"] == ("Genève",)
    assert shown["mac-roman"] == ("GenËve",)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
@pytest.mark.parametrize("words", ["Spaß”;1\nMüller", "Genève — été", "naïf «oui» À”"])
def test_that_few_words_are_read_as_they_were_written(words: str, encoding: str) -> None:
    found = decode(f"Ort;kg\n{words};3\n".encode(encoding))
    assert (found.text, found.other_lines) == (f"Ort;kg\n{words};3\n", ())


def test_that_one_broken_byte_does_not_spoil_a_short_file() -> None:
    data = "Ort;kg\nGenève;3\n".encode() + b"Z\xfcrich;4\n"
    found = decode(data)
    assert found.text == "Ort;kg\nGenève;3\nZürich;4\n"
    assert (found.encoding, found.other_lines) == (MIXED, (3,))
    table = read_table(Source("t.csv", data, ""))
    assert table.notes == {Note.OTHER_ENCODING: "3"}
    assert table.dialect.confidence <= 0.5


def test_that_candidates_leave_out_what_needs_zero_bytes() -> None:
    assert {one.encoding for one in candidates(b"Gen\xe8ve;1\n")} >= {"cp1252", "mac-roman"}
    assert "utf-16-le" not in {one.encoding for one in candidates(b"Gen\xe8ve;12\n")}
