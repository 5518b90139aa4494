#!/usr/bin/env python3
"""Measures stores of many documents: time and memory of `tuzhi add`, the size of the store, and `tuzhi graph`.

Usage:  scripts/store_speed.py TUZHI REPORTS [COUNT …] [--graph MOST]

TUZHI is a release binary, REPORTS a folder of reports. Each count (10, 100, 260, 2600 and 26000 when none is given) is
added to a new store, and then once more, when nothing is to be done. Where there are fewer reports than documents wanted, copies are made in which
the names of regions, firms and places are others: every round exchanges some characters that stand in names for
others, so that contents and names differ and lengths stay. Graphs are made of stores of up to MOST documents (2600).
Prints a table in Markdown.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time

# Characters that stand in many names and seldom elsewhere.
NAMES = "江河湖海川山岭峰云龙泉溪阳桥石松竹梅兰桂华荣泰恒昌隆兴盛德仁和康宁福禄寿喜"


def copies(folder, target, count):
    """Writes `count` reports: those of the folder, then copies of them with other names."""
    paths = sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".txt"))
    for number in range(count):
        turn, at = divmod(number, len(paths))
        with open(paths[at], encoding="utf8") as file:
            text = file.read()
        if turn:
            shift = turn % (len(NAMES) - 1) + 1
            text = text.translate(str.maketrans(NAMES, NAMES[shift:] + NAMES[:shift]))
            text += f"\n（第{turn}份）\n"
        with open(os.path.join(target, f"{number:06}.txt"), "w", encoding="utf8") as file:
            file.write(text)


def run(*command):
    """Seconds by the clock, seconds of processors, and the most memory in MB."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)}: failed")
    return time.monotonic() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main():
    words = sys.argv[1:]
    most = 2600
    if "--graph" in words:
        at = words.index("--graph")
        most = int(words[at + 1])
        del words[at:at + 2]
    tuzhi, reports = words[:2]
    counts = [int(word) for word in words[2:]] or [10, 100, 260, 2600, 26000]
    print("| documents | add: s | of processors, s | ms a document | memory, MB | store, MB | add again: s | graph: s | memory, MB |")
    print("|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for count in counts:
        work = tempfile.mkdtemp()
        try:
            folder, store = os.path.join(work, "r"), os.path.join(work, "s.db")
            os.mkdir(folder)
            copies(reports, folder, count)
            clock, busy, memory = run(tuzhi, "add", store, folder)
            size = os.path.getsize(store) / 1e6
            again, _, _ = run(tuzhi, "add", store, folder)
            merged = ("", "")
            if count <= most:
                took, _, held = run(tuzhi, "graph", store, "-o", os.path.join(work, "g"), "--formats", "json")
                merged = (f"{took:.1f}", f"{held:.0f}")
            each = busy / count * 1000
            print(f"| {count:,} | {clock:.2f} | {busy:.1f} | {each:.1f} | {memory:.0f} | {size:.1f} | {again:.2f} | {merged[0]} | {merged[1]} |", flush=True)
        finally:
            shutil.rmtree(work)


main()
