autosave-failed = Det senaste kunde inte sparas. Texten finns kvar här.
autosave-saved = Sparat { $moment }.
autosave-unsaved = Inte sparat. { $why }
