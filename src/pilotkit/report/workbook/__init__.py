"""A document as an Excel workbook: a sheet a table; takes the extra `office`."""
