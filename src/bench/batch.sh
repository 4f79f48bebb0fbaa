#!/usr/bin/env bash
# Measures a batch beside single scans of the same repositories, and prints a Markdown table.
#
#   src/bench/batch.sh FOLDER
#
#   FOLDER   holds bare clones, one folder each
#
# Needs git and GNU time (Debian: apt-get install git time). Every batch starts with an empty store, and clones by file://
# or from a git daemon on this machine; no run keeps or uses a cache of visits.
#
# Settings, by environment:
#   MEMCENSUS   the launcher (default target/memcensus/bin/memcensus)
#   JOBS        the numbers of jobs to measure (default "1 2")
#   PORT        of the git daemon (default 9418)
set -euo pipefail

if [ $# -ne 1 ]; then
    sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}" >&2
    exit 2
fi
clones=$(realpath "$1")
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
memcensus=$(realpath "${MEMCENSUS:-$root/target/memcensus/bin/memcensus}")

work=$(mktemp -d)
daemon=
trap '[ -z "$daemon" ] || kill "$daemon"; rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache

for clone in "$clones"/*/; do
    echo "file://${clone%/}"
done >"$work/list"
count=$(wc -l <"$work/list")
port=${PORT:-9418}
sed "s|^file://$clones|git://127.0.0.1:$port|" "$work/list" >"$work/list-daemon"

# timed NAME COMMAND...: a row of the table: seconds, CPU seconds, repositories a minute, peak memory. 3 is "some failed".
timed() {
    local name=$1 code=0
    shift
    /usr/bin/time -f '%e %U %S %M' -o "$work/time" "$@" >"$work/log" 2>&1 || code=$?
    [ "$code" = 0 ] || [ "$code" = 3 ] || { cat "$work/log" >&2; exit 1; }
    tail -n 1 "$work/time" | awk -v name="$name" -v count="$count" '{
        printf "| %s | %.1f s | %.1f s | %.0f | %.0f MB |\n", name, $1, $2 + $3, count * 60 / $1, $4 / 1024 }'
}

one_by_one() {
    while read -r url; do
        "$memcensus" scan -q --no-cache --no-history -j "$1" -f json -o "$work/report.json" "$2${url#file://}" || true
    done <"$work/list"
}
export -f one_by_one
export memcensus work

echo "$count repositories, $(nproc) processors, $(java -version 2>&1 | head -n 1), $("$memcensus" --version)"
echo
echo "| work | time | CPU | repositories a minute | peak memory |"
echo "| --- | --- | --- | --- | --- |"
for jobs in ${JOBS:-1 2}; do
    timed "one by one, each in its own process, \`-j $jobs\`" bash -c "one_by_one $jobs ''"
    timed "the same, each cloned first" bash -c "one_by_one $jobs file://"
    timed "\`batch -j $jobs\`" "$memcensus" batch "$work/list" --no-cache -j "$jobs" --db "$work/$jobs.sqlite" \
        --cache-dir "$work/clones$jobs"
done
"$(git --exec-path)/git-daemon" --base-path="$clones" --export-all --listen=127.0.0.1 --port="$port" 2>/dev/null &
daemon=$!
sleep 1
for jobs in ${JOBS:-1 2}; do
    timed "\`batch -j $jobs\` from a git daemon" "$memcensus" batch "$work/list-daemon" --no-cache -j "$jobs" \
        --db "$work/daemon$jobs.sqlite" --cache-dir "$work/clones$jobs"
done
