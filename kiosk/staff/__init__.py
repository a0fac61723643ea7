"""The verbs of the staff: `run_kiosk.py VERB`; one module a verb, with `main(argv) -> exit code`."""
