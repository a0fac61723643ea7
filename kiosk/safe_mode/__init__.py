"""The safe page: where to go when the kiosk itself does not come up.

A program of its own that needs next to nothing: Python's standard library, Debian's SDL, and of Pango and the fonts as
much as is there. No YAML, no content, no settings, no Kivy, no OpenGL, no sound: any of it may be what is broken.
"""
