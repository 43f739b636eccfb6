"""Facts: the files of a folder read, checked against the kinds of the packs, and kept together."""
