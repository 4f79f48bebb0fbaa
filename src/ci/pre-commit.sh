#!/bin/sh
# The hook of pre-commit: judges what is about to be committed against the last commit. Takes options of memcensus gate.
set -eu
if ! git rev-parse -q --verify HEAD >/dev/null; then
  echo "memcensus: the first commit has nothing to be compared with" >&2
  exit 0
fi
MEMCENSUS_BASE=HEAD
MEMCENSUS_REPORTS=
MEMCENSUS_ARGS="${MEMCENSUS_ARGS:-} $*"
export MEMCENSUS_BASE MEMCENSUS_REPORTS MEMCENSUS_ARGS
exec "$(dirname -- "$0")/gate.sh"
