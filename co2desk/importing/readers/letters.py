"""Column letters as spreadsheets show them."""


def column_letter(index: int) -> str:
    """Name the column with this index, from 0: A to Z, AA, AB ..."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """Give the index, from 0, of the column with these letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
