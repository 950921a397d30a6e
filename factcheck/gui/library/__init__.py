"""The library: the articles of the file, how far each is, and taking in new ones."""
