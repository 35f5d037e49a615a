"""Delimited text of any make is read as the table it holds."""

import pytest

from co2desk.domain.errors import ErrorCode, UnusableInput
from co2desk.importing.readers import Source, read_table, source_from_text
from co2desk.importing.table import ReadOptions, SkipReason, SourceTable


def read(content: str | bytes, **options: object) -> SourceTable:
    """Read `content` as the file table.csv."""
    if isinstance(content, str):
        source = source_from_text(content, "table.csv")
    else:
        source = Source("table.csv", content, "")
    return read_table(source, ReadOptions(**options))  # type: ignore[arg-type]


def cells(table: SourceTable) -> list[list[str]]:
    return [list(row) for row in table.rows]


def skipped(table: SourceTable) -> dict[int, SkipReason]:
    return {row.row: row.reason for row in table.skipped}


def test_that_a_windows_file_with_semicolons_and_preamble_is_read() -> None:
    table = read(
        "Relevé 2025;;\r\n\r\nDATE;MENGE;EINHEIT\r\n01.02.2025;1'234,50;kWh\r\n"
        "02.02.2025;3,5;kWh\r\n\r\nTotal;1238;\r\n".encode("cp1252")
    )
    assert table.dialect.encoding == "cp1252"
    assert table.dialect.delimiter == ";"
    assert table.header == ("DATE", "MENGE", "EINHEIT")
    assert table.header_row == 3
    assert cells(table) == [["01.02.2025", "1'234,50", "kWh"], ["02.02.2025", "3,5", "kWh"]]
    assert list(table.row_numbers) == [4, 5]
    assert skipped(table) == {
        1: SkipReason.PREAMBLE,
        2: SkipReason.BLANK,
        3: SkipReason.HEADER,
        6: SkipReason.BLANK,
        7: SkipReason.TOTAL,
    }


@pytest.mark.parametrize(
    "delimiter", [",", ";", "\t", "|", "^", "~", ":", "*", "#", "§", " ", "||", "::", "\\t"]
)
def test_that_each_delimiter_is_found(delimiter: str) -> None:
    rows = [
        ["code", "amount", "unit"],
        ["alpha", "12.5", "kg"],
        ["beta", "7", "kWh"],
        ["gamma", "8.25", "m3"],
    ]
    table = read("\n".join(delimiter.join(row) for row in rows))
    assert table.dialect.delimiter == delimiter
    assert [list(table.header), *cells(table)] == rows


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_that_each_line_end_is_read(end: str) -> None:
    table = read(end.join(["a,b", "1,2", "3,4", ""]))
    assert table.dialect.line_end == end
    assert cells(table) == [["1", "2"], ["3", "4"]]


def test_that_mixed_line_ends_count_as_an_editor_counts() -> None:
    table = read("a,b\r\n1,2\n3,4\r5,6\r\n")
    assert table.dialect.line_end == "mixed"
    assert list(table.row_numbers) == [2, 3, 4]


@pytest.mark.parametrize("quote", ['"', "'", "`"])
def test_that_each_quote_is_found(quote: str) -> None:
    q = quote
    table = read(f"name,amount\n{q}Lab, A{q},1\n{q}Lab, B{q},2\n{q}C {q}{q}x{q}{q}{q},3\n")
    assert table.dialect.quote == quote
    assert cells(table) == [["Lab, A", "1"], ["Lab, B", "2"], [f"C {q}x{q}", "3"]]


def test_that_backslash_escapes_are_found_and_other_backslashes_kept() -> None:
    table = read('path,note\n"C:\\temp","5\\" pipe, long"\n"D:\\new","a \\"b\\" c"\n')
    assert table.dialect.escape == "\\"
    assert cells(table) == [["C:\\temp", '5" pipe, long'], ["D:\\new", 'a "b" c']]


def test_that_rows_behind_a_quoted_newline_keep_their_physical_number() -> None:
    table = read('a,b\n1,"x\ny\nz"\n2,w\n')
    assert list(table.row_numbers) == [2, 5]
    assert cells(table)[0] == ["1", "x\ny\nz"]


def test_that_an_unclosed_quote_does_not_swallow_the_file() -> None:
    lines = ["a,b,c", *(f"{i},x{i},y{i}" for i in range(300))]
    lines[2] = '1,"x, 1",y1'
    lines[5] = '4,"x4,y4'
    table = read("\n".join(lines))
    assert len(table.rows) == 300
    assert cells(table)[4] == ["4", '"x4', "y4"]
    assert table.notes["mended_rows"] == "6"


def test_that_unescaped_quotes_inside_quotes_are_kept() -> None:
    table = read('a,b,c\n1,"Boxer, 5" inseam","x"\n2,"y, z","w"\n')
    assert cells(table)[0] == ["1", 'Boxer, 5" inseam', "x"]


def test_that_ragged_rows_keep_their_cells() -> None:
    table = read("a,b,c\n1,2\n3,4,5\n6,7,8,9\n1,2,3\n")
    assert [len(row) for row in table.rows] == [2, 3, 4, 3]


def test_that_a_file_without_header_loses_no_row() -> None:
    table = read("2025-01-02,12,kg\n2025-01-03,14,kg\n2025-01-04,15,kg\n")
    assert table.header_row == 0
    assert table.header == ("", "", "")
    assert len(table.rows) == 3


def test_that_two_header_rows_are_joined() -> None:
    table = read("Date,Qty,Mass\n,[kWh],[kg]\n2025-01-01,4,5\n2025-01-02,4,7\n")
    assert table.header == ("Date", "Qty [kWh]", "Mass [kg]")
    assert cells(table)[0] == ["2025-01-01", "4", "5"]


def test_that_a_first_row_in_error_is_not_taken_for_a_second_header() -> None:
    table = read(
        "date,type,quantity,unit\nsoon,travel,many,km\n2025-01-02,travel,5,km\n" * 1
        + "2025-01-03,travel,6,km\n2025-01-04,energy,7,kWh\n"
    )
    assert cells(table)[0] == ["soon", "travel", "many", "km"]


def test_that_repeated_headers_are_left_out_and_named() -> None:
    table = read("a;b\n1;2\na;b\n3;4\n")
    assert cells(table) == [["1", "2"], ["3", "4"]]
    assert skipped(table)[3] is SkipReason.REPEATED_HEADER


def test_that_a_second_table_is_shown_and_not_taken_as_data() -> None:
    table = read("date,kg\n2025-01-01,2\n2025-01-02,4\n\nname,km,trips\nx,3,4\ny,5,6\n")
    assert cells(table) == [["2025-01-01", "2"], ["2025-01-02", "4"]]
    assert skipped(table)[5] is SkipReason.OTHER_TABLE
    assert skipped(table)[7] is SkipReason.OTHER_TABLE


def test_that_a_footnote_is_left_out() -> None:
    table = read("a,b,c\n1,2,3\n4,5,6\nSource: finance,,\n")
    assert cells(table) == [["1", "2", "3"], ["4", "5", "6"]]
    assert skipped(table)[4] is SkipReason.FOOTER


def test_that_a_sep_line_names_the_delimiter() -> None:
    table = read("sep=|\r\na;x|b\r\n1;y|2\r\n")
    assert table.header == ("a;x", "b")
    assert table.header_row == 2


def test_that_choices_are_obeyed() -> None:
    table = read("x;y\n1,5;2\n3,5;4\n", delimiter=",", header_row=0)
    assert cells(table) == [["x;y"], ["1", "5;2"], ["3", "5;4"]]


def test_that_an_undecodable_byte_is_named_by_line_and_offset() -> None:
    with pytest.raises(UnusableInput) as refused:
        read(b"a,b\n1,\xe9\n", encoding="utf-8")
    assert refused.value.code is ErrorCode.UNDECODABLE_TEXT
    assert refused.value.params["line"] == "2"
    assert refused.value.params["offset"] == "6"
    assert refused.value.params["byte"] == "0xE9"


@pytest.mark.parametrize("content", [b"", b"\r\n \r\n", b"\xef\xbb\xbf"])
def test_that_an_empty_file_is_refused(content: bytes) -> None:
    with pytest.raises(UnusableInput) as refused:
        read(content)
    assert refused.value.code is ErrorCode.EMPTY_FILE


@pytest.mark.parametrize("gap", ["", ";;;\n"])
def test_that_particulars_above_the_table_are_preamble(gap: str) -> None:
    table = read(
        f"Lab:;GC-12;;\nYear:;2024;;\nContact:;Anna;;\n{gap}Date;Type;Qty;Unit\n"
        "01.02.2024;travel;5;km\n02.02.2024;travel;6;km\n"
    )
    assert table.header == ("Date", "Type", "Qty", "Unit")
    assert len(table.rows) == 2


def test_that_a_header_of_few_names_is_still_the_header() -> None:
    table = read("id,name,,,\n1,a,b,c,d\n2,e,f,g,h\n3,i,j,k,l\n")
    assert table.header_row == 1
    assert len(table.rows) == 3


def test_that_a_last_row_filled_in_halfway_is_data() -> None:
    assert cells(read("id,b,c\n1,2,3\n4,5,6\n7,,\n"))[-1] == ["7", "", ""]
    assert cells(read("lab,b,c\nlab-1,2,3\nlab-2,5,6\nlab-3,,\n"))[-1] == ["lab-3", "", ""]


def test_that_instructions_under_the_header_are_left_out_and_named() -> None:
    table = read("name;kg\nEnter the name;number in kg\na;1\nb;2\nc;3\n")
    assert len(table.rows) == 3
    assert skipped(table)[2] is SkipReason.INSTRUCTION


def test_that_a_row_called_total_among_others_is_data() -> None:
    assert len(read("supplier,kg,eur\nTotal,4,5\nShell,5,6\nTotal,7,8\n").rows) == 3


def test_that_names_in_another_dialect_than_the_data_are_found() -> None:
    table = read("date\tkg\tunit\n2025-01-01,2,kg\n2025-01-02,3,kg\n2025-01-03,4,kg\n")
    assert table.header == ("date", "kg", "unit")


def test_that_one_separator_too_many_among_the_names_shifts_nothing() -> None:
    table = read("date,,kg,unit\n2025-01-01,2,kg\n2025-01-02,3,kg\n")
    assert table.header == ("date", "kg", "unit")
    assert table.notes["blank_header_cells_dropped"] == "B"


@pytest.mark.parametrize(
    "content",
    [
        "This is not a table at all.\n",
        "Please send me all the files you have.\n\nWe need them.\nKind regards from here.\n",
    ],
)
def test_that_prose_is_refused_as_no_table(content: str) -> None:
    with pytest.raises(UnusableInput) as refused:
        read(content)
    assert refused.value.code is ErrorCode.NOT_A_TABLE


@pytest.mark.parametrize("content", ['[{"a": 1}, {"a": 2}]', '{"a": [1, 2]}'])
def test_that_json_is_refused_in_words(content: str) -> None:
    with pytest.raises(UnusableInput) as refused:
        read(content)
    assert refused.value.code is ErrorCode.UNKNOWN_FORMAT


def test_that_a_column_of_sentences_with_a_name_is_a_table() -> None:
    assert len(read("text\nI like it a lot.\nIt broke after two days.\nFine so far!\n").rows) == 3


_MONTHS = "".join(f"2025-0{month}-10;{month}0;{month};{month}5;9;x\n" for month in range(1, 8))


@pytest.mark.parametrize(
    ("title", "header"),
    [
        (";Electricity;;Heat;;\n", ("Electricity kWh", "Electricity CHF", "Heat kWh", "Heat CHF")),
        ("Our year;;;;;\n", ("kWh", "CHF", "kWh", "CHF")),
        ("Our year;2025;;;;\n", ("kWh", "CHF", "kWh", "CHF")),
    ],
)
def test_that_titles_above_names_that_are_alike_tell_them_apart(
    title: str, header: tuple[str, ...]
) -> None:
    table = read(f"Report\n\n{title}Date;kWh;CHF;kWh;CHF;Remark\n{_MONTHS}")
    assert table.header == ("Date", *header, "Remark")
    assert len(table.rows) == 7
    reason = SkipReason.HEADER if "Heat" in title else SkipReason.PREAMBLE
    assert (3, reason) in [(row.row, row.reason) for row in table.skipped]


def test_that_titles_above_names_of_their_own_are_left_out_and_shown() -> None:
    table = read(f";Electricity;;Heat;;\nDate;a;b;c;d;Remark\n{_MONTHS}")
    assert table.header == ("Date", "a", "b", "c", "d", "Remark")
    assert table.skipped[0].text == "Electricity Heat"


_EXPENSES = (
    "Expenses of the year,,,,,\n,,,,,\nDATES,PURPOSE,TRAVEL,,,Total\n,,,,,\n,,Air,Rail,Taxi,\n"
    + "".join(f"{d}.04.25,Visit {d},,£13{d}.70,£{d}.00,13{d}.7\n" for d in range(10, 16))
    + ",,,,,\nDEPARTMENT OF PHYSICS,,,,,\nAPRIL TO JUNE,,,,,\n,,,,,\n"
    + "Date,Organisation,Kind of meal,,,\n01.05.25,Society,Lunch,,,\n02.05.25,Academy,Dinner,,,\n"
)


def test_that_two_header_rows_with_a_gap_between_are_one_header() -> None:
    table = read(_EXPENSES)
    assert table.header == ("DATES", "PURPOSE", "TRAVEL Air", "Rail", "Taxi", "Total")
    assert len(table.rows) == 6
    assert {row: reason for row, reason in skipped(table).items() if 3 <= row <= 5} == {
        3: SkipReason.HEADER,
        4: SkipReason.BLANK,
        5: SkipReason.HEADER,
    }


def test_that_another_table_below_several_titles_is_shown_and_left_out() -> None:
    reasons = skipped(read(_EXPENSES))
    assert {row for row, reason in reasons.items() if reason is SkipReason.OTHER_TABLE} == {
        13, 14, 16, 17, 18,
    }  # fmt: skip


def test_that_a_narrow_table_above_a_wide_one_is_no_preamble() -> None:
    first = "Person,Date,Guest,Topic,,,,,\n" + "".join(
        f"Ada,2025-0{month}-01,Guest {month},Topic,,,,,\n,,Another guest,,,,,,\n"
        for month in range(1, 6)
    )
    second = "Person,Date,Place,Purpose,Vehicle,Distance,Guests,Family,Total\n"
    second += "Ada,2025-01-05,Bern,Meeting,Train,100,,No,32.40\n" * 2
    table = read(f"Meetings,,,,,,,,\n{first},,,,,,,,\nTravel,,,,,,,,\n{second}")
    assert table.header == ("Person", "Date", "Guest", "Topic")
    assert len(table.rows) == 10
    assert list(skipped(table).values()).count(SkipReason.OTHER_TABLE) == 4


def test_that_files_joined_end_to_end_are_one_table() -> None:
    part = "\ufeffname,kg\r\na,1\r\n"
    table = read_table(Source("joined.csv", (part + part.replace("a,1", "b,2")).encode(), ""))
    assert [list(row) for row in table.rows] == [["a", "1"], ["b", "2"]]
    assert [row.reason for row in table.skipped] == [
        SkipReason.HEADER,
        SkipReason.REPEATED_HEADER,
    ]


def test_that_a_mark_within_a_line_is_kept() -> None:
    table = read_table(Source("one.csv", "name,kg\na\ufeffb,1\nc,2\n".encode(), ""))
    assert table.rows[0][0] == "a\ufeffb"


@pytest.mark.parametrize("text", [",,,\n", "\n\n  \n;;;\n;;;\n", "sep=;\n;;\n", '"",""\n'])
def test_that_a_file_of_separators_alone_is_called_empty(text: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        read_table(Source("blank.csv", text.encode(), ""))
    assert caught.value.code is ErrorCode.EMPTY_FILE
