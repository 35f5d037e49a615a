"""Small files of the awkward makes that are met in the wild, with the delimiter and quote used.

Each is (name, text, delimiter, quote); an empty delimiter means one column, an empty quote that
nothing is quoted or that it does not matter.
"""

from collections.abc import Iterator

_PROSE = [
    "Great product, arrived on time; would buy again",
    'It\'s "ok", nothing special',
    "No complaints - works as expected: fine",
    "Broke after 2 days, seller refused a refund",
    "5/5 would recommend, thanks!",
    "Meh",
]


def _rows(delimiter: str, *rows: str, end: str = "\n") -> str:
    return end.join(row.replace("¤", delimiter) for row in rows) + end


def wild_files() -> Iterator[tuple[str, str, str, str]]:
    """All files."""
    yield from _numbers()
    yield from _texts()
    yield from _logs_and_lists()
    yield from _odd_delimiters()
    yield from _layouts()


def _numbers() -> Iterator[tuple[str, str, str, str]]:
    yield (
        "decimal comma ;",
        _rows(";", "x¤y¤z", "1,5¤2,75¤3,25", "4,5¤5,5¤6,125", "7,0¤8,1¤9"),
        ";",
        "",
    )
    yield (
        "decimal comma tab",
        _rows("\t", "1,5¤2,75¤3,25", "4,5¤5,5¤6,125", "7,0¤8,1¤9,2"),
        "\t",
        "",
    )
    yield (
        "decimal comma space",
        _rows(" ", "1,5¤2,75¤3,25", "4,5¤5,5¤6,125", "7,0¤8,1¤9,2"),
        " ",
        "",
    )
    yield "one column decimal comma", "value\n1,5\n2,75\n33,25\n4,5\n", "", ""
    yield "one column numbers", "12\n15\n17\n220\n", "", ""
    yield "aligned", "  1   2.50   3\n 10  12.25  33\n100   0.75   9\n  7 101.00  12\n", " ", ""
    yield "science", "1.0e-3 2.5e-4 7\n1.1e-3 2.6e-4 8\n1.2e-3 2.7e-4 9\n", " ", ""
    yield "comma blank", "1, 2, 3\n4, 5, 6\n7, 8, 9\n", ",", ""
    yield "thousands", _rows(";", "a¤1,000¤2,500", "b¤3,000¤1,250", "c¤12,000¤9,999"), ";", ""
    yield "trailing comma", "a,b,c,\n1,2,3,\n4,5,6,\n", ",", ""
    yield "mostly empty", "a,,,,b,,\n,,,1,,,\n,,2,,,,3\n,4,,,,,\n", ",", ""
    yield (
        "dates with time",
        _rows(",", "2019-01-01 10:00:00¤5", "2019-01-02 11:30:00¤6", "2019-01-03 12:15:00¤7"),
        ",",
        "",
    )
    yield "european dates", _rows(";", "01.02.2019¤5", "02.02.2019¤6", "03.02.2019¤7"), ";", ""
    yield "places", _rows(",", "46.5191¤6.5668", "46.5200¤6.5700", "47.3769¤8.5417"), ",", ""
    yield (
        "pairs in a column",
        _rows("\t", "A¤46.5191,6.5668", "B¤46.5200,6.5700", "C¤47.3769,8.5417"),
        "\t",
        "",
    )
    yield "ratios", _rows(",", "a¤1:2¤3/4", "b¤2:5¤1/4", "c¤7:2¤1/2"), ",", ""


def _texts() -> Iterator[tuple[str, str, str, str]]:
    quoted = [text.replace('"', '""') for text in _PROSE]
    yield (
        "reviews quoted",
        "id,text\n" + "".join(f'{i},"{t}"\n' for i, t in enumerate(quoted)),
        ",",
        '"',
    )
    yield (
        "reviews tab",
        "id\ttext\n" + "".join(f"{i}\t{t}\n" for i, t in enumerate(_PROSE)),
        "\t",
        "",
    )
    yield (
        "reviews pipe",
        "id|text|n\n" + "".join(f"{i}|{t}|{i * 7}\n" for i, t in enumerate(_PROSE)),
        "|",
        "",
    )
    yield "prose only", "\n".join(_PROSE) + "\n", "", ""
    yield "names", _rows(",", "Meier¤Anna", "Dupont¤Jean-Luc", "Rossi¤Maria", "Smith¤John"), ",", ""
    yield "words", "alpha\nbeta\ngamma\ndelta\nepsilon\n", "", ""
    yield "two words", "red apple\ngreen pear\nyellow banana\nblue plum\n", "", ""
    yield "phrases", "the first of them\nanother one\nsomething else here\nlast\n", "", ""
    yield (
        "quoted newlines",
        'id,note,n\n1,"line one\nline two, more",5\n2,"x",6\n3,"a ""b""\nc",7\n',
        ",",
        '"',
    )
    yield "apostrophes quote", "1,'Anna, B.','x'\n2,'Ben','y'\n3,'Carl, D.','z'\n", ",", "'"
    yield "apostrophes text", "1,Anna's,x\n2,Ben's cat,y\n3,it's,z\n", ",", ""
    yield "all quoted ;", '"a";"b";"c"\n"1,5";"x; y";"z"\n"2,5";"u";"w, v"\n', ";", '"'
    yield "inches", 'size;name\n5";pipe\n7";tube\n12";rod\n', ";", ""
    yield (
        "json column",
        'id\tdata\n1\t{"a": 1, "b": [2, 3]}\n2\t{"a": 4, "b": [5]}\n3\t{"a": 6}\n',
        "\t",
        "",
    )
    yield (
        "addresses",
        "http://a.org/x?y=1&z=2,200\nhttps://b.org/q;r,404\nhttp://c.org/,200\n",
        ",",
        "",
    )
    yield (
        "mail lists",
        "team;members\na;x@b.ch, y@b.ch\nb;z@b.ch\nc;u@b.ch, v@b.ch, w@b.ch\n",
        ";",
        "",
    )
    yield "sql values", "(1,'a','b'),\n(2,'c','d'),\n(3,'e','f'),\n", ",", "'"
    yield "backslash", 'a,b\n"x \\"y\\" z",1\n"p, q",2\n"r \\"s\\"",3\n', ",", '"'


def _logs_and_lists() -> Iterator[tuple[str, str, str, str]]:
    yield "key value colon", "name: Lab A\ncity: Basel\nzip: 4051\nland: CH\n", ":", ""
    yield "key value equals", "host=alpha\nport=8080\nuser=bob\nmode=fast\n", "=", ""
    yield (
        "passwd",
        "root:x:0:0:root:/root:/bin/sh\nbob:x:1:1:Bob:/home/bob:/bin/sh\nal:x:2:2::/:/bin/no\n",
        ":",
        "",
    )
    yield "times", "10:15,5\n10:30,7\n10:45,9\n11:00,12\n", ",", ""
    yield "only times", "10:15\n10:30\n10:45\n11:00\n", "", ""
    yield "only dates", "2019-01-01\n2019-01-02\n2019-01-03\n2019-01-04\n", "", ""
    yield "paths", "/usr/bin/env\n/usr/lib/x\n/etc/passwd\n/home/bob/a.txt\n", "", ""
    yield (
        "uuid",
        "550e8400-e29b-41d4-a716-446655440000\n650e8400-e29b-41d4-a716-446655440001\n",
        "",
        "",
    )
    yield "mails", "a@b.ch\nc@d.ch\nlong.name@e.org\n", "", ""
    yield "comment lines", "# made by tool\n# version 1, beta\nx,y,z\n1,2,3\n4,5,6\n", ",", ""
    yield "one line", "a;b;c;d\n", ";", ""
    yield "two lines", "name,age\nbob,12\n", ",", ""


def _odd_delimiters() -> Iterator[tuple[str, str, str, str]]:
    for mark in "^~§¦*#!&$%@\x01\x1f":
        yield (
            f"odd {mark!r}",
            _rows(mark, "id¤name¤kg", "1¤Lab A¤2.5", "2¤Lab, B¤3.75", "3¤C¤4"),
            mark,
            "",
        )
    for mark in ("||", "::", ";;", "~|~", "|~|", "\t\t", "^^", "##", "<>"):
        yield (
            f"long {mark!r}",
            _rows(mark, "id¤name¤kg", "1¤Lab A¤2.5", "2¤Lab, B¤3.75", "3¤C¤4"),
            mark,
            "",
        )
    yield "slashes", _rows("/", "alpha¤12¤x", "beta¤13¤y", "gamma¤14¤z"), "/", ""


def _layouts() -> Iterator[tuple[str, str, str, str]]:
    yield (
        "title rows",
        "Report of sales, 2019\n\nBy: Anna\n\nname;kg;n\na, b;1,5;2\nc;2,5;3\nd;4,5;1\n",
        ";",
        "",
    )
    yield "titles padded", "Report;;;\n;;;\nname;kg;n;m\na, b;1,5;2;x\nc;2,5;3;y\n", ";", ""
    yield (
        "many notes",
        "a,b,c\n1,2,3\n4,5,6\nSource: office; all rights, reserved\nNote: x\n",
        ",",
        "",
    )
    yield "ragged", "a,b,c\n1\n1,2\n1,2,3\n1,2,3,4\n1,2,3\n", ",", ""
    yield "markdown", "| a | b |\n| 1 | 2 |\n| 3 | 4 |\n", "|", ""
    yield (
        "header tab data",
        "id\tfull name\tcity\n1\tAnna B. Meier\tLa Tour, VD\n2\tJo\tNew York\n",
        "\t",
        "",
    )
    yield "cr only", "a;b\r1,5;2\r2,5;3\r", ";", ""
    yield "semicolon in last", "a,b,c\n1,2,x;y;z\n3,4,u;v\n5,6,w\n", ",", ""
    yield "lists in cells", "id;tags\n1;a,b,c\n2;d,e\n3;f\n4;g,h,i,j\n", ";", ""
    yield (
        "blank in names",
        "first name,last name,home town\nAnna Maria,von Arx,La Tour\nBo,Li,St. Gallen\n",
        ",",
        "",
    )
