"""Tables from outside (.xlsx, .xls, .ods, .csv): looked at before they are read; `office` extra."""
