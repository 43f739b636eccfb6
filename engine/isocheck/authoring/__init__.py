"""What a pack author needs: look at packs, check them, try them, compare them."""
