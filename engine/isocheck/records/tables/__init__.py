"""Tables of facts: a row a record, as spreadsheet programs save them."""
