"""Tables that several reports share: each a pure `…_table(case) -> Table`."""
