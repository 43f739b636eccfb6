"""Records: what they may say, and the files of a folder read, checked and kept together."""
