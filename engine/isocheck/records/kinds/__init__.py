"""What a record may say: kinds, their fields and vocabularies, as packs declare them."""
