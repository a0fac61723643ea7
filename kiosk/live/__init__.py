"""Live update: a saved, sound change of content or settings is shown; a broken one never reaches a visitor."""
