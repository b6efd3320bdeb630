"""Tools for editors of forms/: the check and the catalogues of translations (the command ido-forms)."""
