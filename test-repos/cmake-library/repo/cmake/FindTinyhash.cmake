# Finds nothing that is not in the tree.
set(TINYHASH_FOUND TRUE)
