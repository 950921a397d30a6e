"""factcheck: an article beside the list of its claims, kept in one file.

Layers, each importing downward only (`factcheck/ARCHITECTURE.md` has the picture)::

    gui | cli
    operations
    storage | reports | detection | importing | capture
    text
    domain | runtime
"""

__version__ = "0.1.0"
