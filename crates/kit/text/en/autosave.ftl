autosave-failed = The latest could not be saved. The text is still here.
autosave-saved = Saved { $moment }.
autosave-unsaved = Not saved. { $why }
