"""isocheck judges fact files about public bodies against versioned packs of legal obligations."""
