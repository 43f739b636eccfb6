"""The pack author's bench: look at packs, check them, try them, compare them."""
