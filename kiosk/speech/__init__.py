"""Rendering text into clips: the engines behind one protocol, and the cache of what they made."""
