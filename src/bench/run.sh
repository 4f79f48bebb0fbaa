#!/usr/bin/env bash
# Measures memcensus beside the native counters, each comparison in one run on this machine, and prints a Markdown table.
#
#   src/bench/run.sh TREE BARE SMALL [NEXT]
#
#   TREE   a large source tree      BARE   the same as a bare git repository      SMALL  a clone of curl
#   NEXT   a clone of TREE with one commit more, that changes 1 % of the files
#
# Needs hyperfine, cloc, git, jq and GNU time (Debian: apt-get install hyperfine cloc git jq time), and tokei:
# "cargo install tokei --version 15.0.0", or a release from https://github.com/XAMPPRocky/tokei/releases.
#
# The corpus (78,000 files, 1.3 GB) is Debian's package of Linux 6.1:
#   apt-get download linux-source-6.1 && dpkg -x linux-source-6.1_*.deb . && tar -xf usr/src/linux-source-6.1.tar.xz
#   cd linux-source-6.1 && git init -q && git add -Af . && git -c user.name=b -c user.email=b@b commit -qm corpus
#   git clone --bare . ../linux.git
# curl: git clone https://github.com/curl/curl
# NEXT: git clone linux-source-6.1 next && cd next && for f in $(git ls-files '*.[ch]' | awk 'NR % 70 == 0'); do
#   echo "/* changed */" >>"$f"; done && git -c user.name=b -c user.email=b@b commit -qam change
#
# Settings, by environment:
#   RUNS        measured pairs of commands (default 7)
#   MEMCENSUS   the launcher (default target/memcensus/bin/memcensus)
#   TOKEI       tokei's command (default tokei); TOKEI_TREE, TOKEI_SMALL: the trees as it sees them, where it runs in a
#               container or a chroot: TOKEI="chroot /x tokei" TOKEI_TREE=/linux
#   CLOC        cloc's command (default "cloc --processes=2 --quiet"); empty leaves it out, it takes minutes
set -euo pipefail

if [ $# -ne 3 ] && [ $# -ne 4 ]; then
    sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}" >&2
    exit 2
fi
tree=$(realpath "$1")
bare=$(realpath "$2")
small=$(realpath "$3")
next=${4:+$(realpath "$4")}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

runs=${RUNS:-7}
memcensus=$(realpath "${MEMCENSUS:-$root/target/memcensus/bin/memcensus}")
tokei=${TOKEI:-tokei}
tokei_tree=${TOKEI_TREE:-$tree}
tokei_small=${TOKEI_SMALL:-$small}
cloc=${CLOC-cloc --processes=2 --quiet}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

quoted() { printf '%q ' "$@"; }
export XDG_CACHE_HOME=$work/cache
prepare=: # goes before each measured command
again=$(quoted "$memcensus" scan -q -f json -o "$work/report.json")
scan="$again--no-cache "

# compare NAME COMMAND OTHER-NAME OTHER-COMMAND [RUNS]: medians of both, and of their ratio, as a row of the table. They run
# by turns: a machine that others use too is now fast, now slow, and both must meet it so.
compare() {
    local pair pairs=${5:-$runs}
    for ((pair = 0; pair <= pairs; pair++)); do # the first only warms up
        hyperfine --runs 1 --prepare "$prepare" --export-json "$work/pair$pair.json" "$2" "$4" >"$work/log" 2>&1 || {
            cat "$work/log" >&2
            exit 1
        }
    done
    rm "$work/pair0.json"
    jq -rs --arg name "$1" --arg other "$3" '
        def middle: sort | (.[(length - 1) / 2 | floor] + .[length / 2 | floor]) / 2;
        def rounded: . * 100 | round / 100;
        [.[].results | map(.median)] | "| \($name) | \(map(.[0]) | middle | rounded) s | \($other) | \(
            map(.[1]) | middle | rounded) s | \(map(.[0] / .[1]) | middle | rounded) |"
    ' "$work"/pair*.json
    rm "$work"/pair*.json
}

# peak COMMAND: the largest resident size in MB.
peak() {
    /usr/bin/time -f '%M' -o "$work/peak" bash -c "$1" >/dev/null
    echo $(($(tail -n 1 "$work/peak") / 1024))
}

git -C "$bare" ls-tree -r HEAD | awk '$2 == "blob" { print $3 }' >"$work/blobs"

echo "$(nproc) processors, $(uname -m), $(java -version 2>&1 | head -n 1), $("$memcensus" --version), $runs pairs, medians"
echo
echo "| memcensus | time | beside | time | ratio |"
echo "| --- | --- | --- | --- | --- |"
compare "full scan of $(basename "$tree")" "$scan$(quoted "$tree")" \
    "\`tokei\`" "$tokei $(quoted "$tokei_tree")>/dev/null"
compare "the same again, cache warm" "$again$(quoted "$tree")" "the first" "$scan$(quoted "$tree")"
if [ -n "$cloc" ]; then
    compare "full scan of $(basename "$tree")" "$scan$(quoted "$tree")" \
        "\`$cloc\`" "$cloc $(quoted "$tree")>/dev/null" 2
fi
compare "\`--rev HEAD\` of $(basename "$bare")" "$scan--rev HEAD $(quoted "$bare")" \
    "\`git cat-file --batch\`" "git -C $(quoted "$bare")cat-file --batch <$(quoted "$work/blobs")>/dev/null"
compare "\`--rev HEAD\` again, cache warm" "$again--rev HEAD $(quoted "$bare")" "the first" "$scan--rev HEAD $(quoted "$bare")"
compare "full scan of $(basename "$small")" "$scan$(quoted "$small")" \
    "\`tokei\`" "$tokei $(quoted "$tokei_small")>/dev/null"
printf 'public class Hello { public static void main(String[] a) { System.out.println("hello"); } }' >"$work/Hello.java"
javac -d "$work" "$work/Hello.java"
compare "\`--version\`" "$(quoted "$memcensus")--version" "a class that says hello" "java -cp $(quoted "$work")Hello"
mkdir "$work/one" && cp "$work/Hello.java" "$work/one"
compare "scan of one file" "$again$(quoted "$work/one")" "a class that says hello" "java -cp $(quoted "$work")Hello"
if [ -n "$next" ]; then
    # The cache is each time as a scan of the commit before left it.
    bash -c "$again--rev HEAD~1 $(quoted "$next")"
    cp -r "$XDG_CACHE_HOME" "$work/before"
    prepare="rm -rf $(quoted "$XDG_CACHE_HOME"); cp -r $(quoted "$work/before" "$XDG_CACHE_HOME")"
    compare "\`--rev HEAD\` of $(basename "$next") (1 % changed), the commit before cached" "$again--rev HEAD $(quoted "$next")" \
        "the first" "$scan--rev HEAD $(quoted "$next")"
    prepare=:
    gate=$(quoted "$memcensus" gate -q --base HEAD~1 -o "$work/gate.txt" "$next")
    compare "\`gate --base HEAD~1\` of $(basename "$next"), cache warm" "$gate|| [ \$? = 4 ]" \
        "a full scan" "$scan$(quoted "$next")"
fi
echo
echo "Peak memory of the full scan of $(basename "$tree"): $(peak "$scan$(quoted "$tree")") MB;" \
    "of \`--rev HEAD\`: $(peak "$scan--rev HEAD $(quoted "$bare")") MB."
