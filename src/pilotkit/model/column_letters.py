"""The letters by which a sheet names its columns: A to Z, then AA."""

_LETTERS = 26
_BEFORE_A = ord("A") - 1


def letters_of(column: int) -> str:
    """Return the letters of a column: 0 is A, 26 is AA."""
    before, last = divmod(column, _LETTERS)
    return (letters_of(before - 1) if before else "") + chr(_BEFORE_A + 1 + last)


def column_of(letters: str) -> int:
    """Return the column that letters name, from 0."""
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - _BEFORE_A
    return number - 1
