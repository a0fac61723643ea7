"""Every kind of file that staff edit, from the loaders' tables: for editors' schemas, the handbook and new files."""
