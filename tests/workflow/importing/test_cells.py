"""The cells of a workbook that is sent into a register, as they stand in it."""

from io import BytesIO

from openpyxl import Workbook

from workflow.importing.source.cells import cells_of_file


def test_numbers_keep_all_their_digits() -> None:
    book, written = Workbook(), BytesIO()
    book.worksheets[0].append([12, 12.0, 12.5, 1234.5678, 1234567.5])
    book.save(written)

    assert cells_of_file(written.getvalue(), "a.xlsx") == [["12", "12", "12.5", "1234.5678", "1234567.5"]]
