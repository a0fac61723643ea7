"""The sound of the kiosk: one player, the clip for an utterance, and reading aloud sentence by sentence."""
