"""One module a route: where its nodes stand. Pure layout, in units; `kiosk.stage` paints the result."""
