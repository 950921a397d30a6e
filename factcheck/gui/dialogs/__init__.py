"""Dialogs of the whole program: settings, rating scale, shortcut sheet, about."""
