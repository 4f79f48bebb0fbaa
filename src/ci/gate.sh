#!/bin/sh
# Runs the gate in CI. All comes from the environment:
#   MEMCENSUS          the program; else the one built here, the one in PATH, or one that is built now
#   MEMCENSUS_BASE     what to compare with
#   MEMCENSUS_TARGET   the folder to judge (default .)
#   MEMCENSUS_ARGS     more options, parted by spaces
#   MEMCENSUS_REPORTS  folder for the reports; without one only the text is shown
# Ends as memcensus gate does: 0 pass, 2 wrong usage or input, 3 undecided, 4 fail.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
built=$root/target/memcensus/bin/memcensus

program=${MEMCENSUS:-}
if [ -z "$program" ]; then
  if [ -x "$built" ]; then
    program=$built
  elif command -v memcensus >/dev/null 2>&1; then
    program=memcensus
  else
    (cd "$root" && mvn -q -B -DskipTests package) >&2
    program=$built
  fi
fi

base=${MEMCENSUS_BASE:-}
case $base in
  '')
    echo "memcensus: no base to compare with: set the input 'base' (MEMCENSUS_BASE) to a branch, tag or commit" >&2
    exit 2
    ;;
  *[!0]*) ;;
  *)
    # What a push that makes a branch names as the commit before it.
    echo "memcensus: a new branch has no commit before it: set 'base' (MEMCENSUS_BASE), such as origin/main" >&2
    exit 2
    ;;
esac

set -f # options are split at spaces, and mean no files
# shellcheck disable=SC2086
set -- gate --base "$base" ${MEMCENSUS_ARGS:-}
set +f
target=${MEMCENSUS_TARGET:-.}
reports=${MEMCENSUS_REPORTS:-}
if [ -z "$reports" ]; then
  exec "$program" "$@" -- "$target"
fi

code=0
"$program" "$@" -f text,json,markdown,sarif,gitlab,github -o "$reports/" -- "$target" || code=$?
case $code in
  0) verdict=PASS ;;
  3) verdict=UNDECIDED ;;
  4) verdict=FAIL ;;
  *) exit "$code" ;; # nothing was judged, so there are no reports
esac
cat "$reports/memcensus.txt"
if [ "${GITHUB_ACTIONS:-}" = true ]; then
  cat "$reports/memcensus.github.txt"
fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  printf 'verdict=%s\nsarif=%s\n' "$verdict" "$reports/memcensus.sarif" >>"$GITHUB_OUTPUT"
fi
exit "$code"
