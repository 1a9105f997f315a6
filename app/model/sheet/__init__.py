"""A journey as a sheet: a touchpoint a row, a field a column, and blocks of cells copied from and to spreadsheets."""
