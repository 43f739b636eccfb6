"""Files as they come: found safely, decoded, and read with the line of every part."""
