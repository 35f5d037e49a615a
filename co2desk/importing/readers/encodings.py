"""Bytes to text: which encoding, strictly decoded, and what the alternatives would show.

Statistical guessers lose on the short files people have; byte order mark, then strict UTF-8,
then the code page of Windows is right more often. What is left to tell apart is the code pages
of western Europe, by the letters that they make of bytes between letters.
"""

import codecs
import re
from dataclasses import dataclass
from itertools import islice

from co2desk.domain.errors import ErrorCode, UnusableInput

MIXED = "utf-8+cp1252"
"""Lines of a file stitched together from two systems: each line is one or the other."""

CANDIDATES = (
    "utf-8",
    "cp1252",
    "iso8859-15",
    "latin-1",
    "mac-roman",
    "cp850",
    "utf-16-le",
    "utf-16-be",
)
"""What a person is offered when the detected encoding looks wrong."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = {"utf-16-le": (2, 1), "utf-16-be": (2, 0), "utf-32-le": (4, 1), "utf-32-be": (4, 2)}
_SAMPLE_BYTES = 256 * 1024
_COMPARED_BYTES = 4 * 1024 * 1024
_TELLING = re.compile(r"[^\r\n;,|\t\x22]{0,36}[^\x00-\x7f][^\r\n;,|\t\x22]{0,36}")
_WORD_BYTE = re.compile(rb"[A-Za-z]([\x80-\xff]{1,2})(?=[a-z])|[a-z]([\x80-\xff]{1,2})(?![a-zA-Z])")
_COMMON_LETTERS = frozenset("àâäáãåæçéèêëíìîïñóòôöõøœúùûüÿßšž’")
_CONTROLS_OF_LATIN = bytes(range(0x80, 0xA0))
_LATIN = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f]")
_COMMON_SYMBOLS = frozenset("§°±²³µ·«»€–—…¦©®½¼")
_EURO_LATIN_9 = re.compile(rb"[0-9][ \xa0]?\xa4|\xa4[ \xa0]?[0-9]|[\t;,|\"(]\xa4[\t;,|\"\r\n)]")
_LINE_MARK = re.compile("(?:^|(?<=[\r\n]))\ufeff")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was read in; `confidence` 0 to 1 says how sure that is.

    `other_lines` are those, counted from 1, that are not in the encoding of the others.
    """

    text: str
    encoding: str
    confidence: float
    other_lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """How the places with letters beyond ASCII would look in `encoding`.

    Where the file cannot be read so, `problem` is UNDECODABLE_TEXT with line, offset and byte.
    """

    encoding: str
    lines: tuple[str, ...] = ()
    problem: UnusableInput | None = None


def decode(data: bytes, encoding: str | None = None, name: str = "") -> Decoded:
    """Decode all of `data`, in `encoding` if the person chose one.

    Raises:
        UnusableInput: UNDECODABLE_TEXT with the line (from 1), byte offset (from 0) and value
            of the first byte that does not fit.
    """
    if encoding is not None:
        if encoding == MIXED:
            return _decode_mixed(data, 1.0)
        return Decoded(_strict(data, encoding, name), encoding, 1.0)
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data, marked, name), marked, 1.0)
    if wide := _wide_encoding(data):
        return Decoded(_strict(data, wide, name), wide, 0.9)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", 1.0)
    except UnicodeDecodeError as problem:
        if _is_mostly_utf8(data, problem.start):
            return _decode_mixed(data, 0.5)
    guess, confidence = _single_byte_encoding(data)
    return Decoded(_strict(data, guess, name), guess, confidence)


def candidates(data: bytes, name: str = "", lines: int = 4) -> list[Candidate]:
    """Show the first places that depend on the encoding, in each encoding that may be meant.

    Of a large file only the beginning is looked at.
    """
    is_cut = len(data) > _COMPARED_BYTES
    if is_cut:  # at the end of a line, not in the middle of a letter
        data = data[: data.rfind(b"\n", 0, _COMPARED_BYTES) + 1]
    previews = []
    has_zeros = b"\0" in data
    for encoding in CANDIDATES:
        if encoding in _WIDE and not has_zeros:
            continue  # its line ends alone would hold some
        width, _ = _WIDE.get(encoding, (1, 0))
        whole = data[: len(data) // width * width] if is_cut else data
        try:
            text = _strict(whole, encoding, name)
        except UnusableInput as problem:
            previews.append(Candidate(encoding, problem=problem))
            continue
        telling = _TELLING.finditer(text)
        places = dict.fromkeys(found.group().strip() for found in islice(telling, 20 * lines))
        previews.append(Candidate(encoding, tuple(islice(places, lines))))
    return previews


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except LookupError as problem:
        raise UnusableInput(
            ErrorCode.INVALID_VALUE, name="encoding", value=encoding, detail=", ".join(CANDIDATES)
        ) from problem
    except UnicodeError as problem:
        start = problem.start if isinstance(problem, UnicodeDecodeError) else 0
        raise UnusableInput(
            ErrorCode.UNDECODABLE_TEXT,
            path=name,
            encoding=encoding,
            line=_line_of(data, start, encoding),
            offset=start,
            byte=f"0x{data[start]:02X}" if start < len(data) else "",
        ) from problem
    return _without_marks(text)


def _without_marks(text: str) -> str:
    """Take the byte order marks away that begin lines: files joined end to end have several."""
    return _LINE_MARK.sub("", text) if "\ufeff" in text else text


def _line_of(data: bytes, offset: int, encoding: str) -> int:
    before = data[:offset]
    if encoding.replace("_", "-").lower().startswith(("utf-16", "utf-32")):
        before = before.decode(encoding, "ignore").encode("utf-8", "ignore")
    return 1 + before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n")


def _wide_encoding(data: bytes) -> str | None:
    """Find UTF-16 or UTF-32 without a mark by where the zero bytes of ASCII characters lie."""
    sample = data[:4096]
    zeros = sample.count(0)
    if zeros < len(sample) * 0.2 or zeros == len(sample):
        return None
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        width, _ = _WIDE[encoding]
        if len(data) % width:
            continue
        try:
            text = sample[: len(sample) // width * width].decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and sum(char < "\u0250" for char in text) > 0.7 * len(text):
            return encoding
    return None


def _is_mostly_utf8(data: bytes, first_bad: int) -> bool:
    """Whether UTF-8 sequences are no accident: then a byte that breaks them is one.

    An accented letter of UTF-8 is a capital A with a mark before a sign in a code page, which
    nobody writes.
    """
    start = max(0, first_bad - _SAMPLE_BYTES)
    sample = data[start : start + 2 * _SAMPLE_BYTES]
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    letters = len(text) - len(text.encode("ascii", "ignore")) - broken
    latin = len(_LATIN.findall(text))
    return (latin >= 1 and 2 * latin >= broken) or (letters >= 3 and letters > 3 * broken)


def _decode_mixed(data: bytes, confidence: float) -> Decoded:
    lines = []
    others = []
    for number, line in enumerate(data.splitlines(keepends=True), start=1):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(_decode_cp1252(line))
            others.append(number)
    return Decoded(_without_marks("".join(lines)), MIXED, confidence, tuple(others))


def _decode_cp1252(line: bytes) -> str:
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        return line.decode("latin-1")


def _single_byte_encoding(data: bytes) -> tuple[str, float]:
    """Choose among code pages by the letters they make of bytes that stand beside letters."""
    first = _first_beyond_ascii(data)
    sample = data[max(0, first - 1_000) : first + _SAMPLE_BYTES]
    found = b"".join(one or two for one, two in _WORD_BYTE.findall(sample))
    scores = {
        encoding: _letter_share(found, encoding) for encoding in ("cp1252", "mac-roman", "cp850")
    }
    best = max(scores, key=lambda encoding: (scores[encoding], encoding == "cp1252"))
    if best != "cp1252" and scores[best] > scores["cp1252"] + 0.3 and _decodes(data, best):
        return best, min(0.95, 0.5 + scores[best] / 2)
    if len(data.translate(None, _CONTROLS_OF_LATIN)) == len(data) and _EURO_LATIN_9.search(sample):
        return "iso8859-15", 0.8
    if not _decodes(data, "cp1252"):
        return "latin-1", 0.5
    return "cp1252", 0.7 + 0.25 * scores["cp1252"] if found else 0.7


def _first_beyond_ascii(data: bytes) -> int:
    """Offset of the first byte that is not ASCII; the length where all are."""
    try:
        data.decode("ascii")
    except UnicodeDecodeError as problem:
        return problem.start
    return len(data)


def _letter_share(found: bytes, encoding: str) -> float:
    if not found:
        return 0.0
    letters = found.decode(encoding, "replace")
    plausible: float = sum(char in _COMMON_LETTERS for char in letters)
    if encoding == "cp1252":  # the usual case gets the benefit of the doubt
        plausible += 0.8 * sum(char in _COMMON_SYMBOLS for char in letters)
    return plausible / len(letters)


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
