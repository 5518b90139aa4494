//! Divisions: golden cases, laws over the whole table, and the names of real reports.

#![allow(clippy::print_stderr)] // a test that is skipped says so

use std::collections::BTreeSet;
use std::path::PathBuf;

use proptest::prelude::*;
use tuzhi::lexicon::places::{self, Place};
use tuzhi::model::Level;

/// Code and name of each, for comparing at a glance.
fn shown(places: &[Place]) -> Vec<String> {
    places.iter().map(|place| format!("{} {}", place.code, place.name)).collect()
}

fn the_one(name: &str) -> Place {
    match places::find(name)[..] {
        [only] => only,
        ref several => panic!("{name}: {:?}", shown(several)),
    }
}

#[test]
fn a_district_lies_in_its_city_and_province() {
    let dongchang = the_one("东昌区");
    assert_eq!((dongchang.code, dongchang.level, dongchang.parent), ("220502", Level::County, "220500"));
    assert_eq!(shown(&places::ancestors("220502")), ["220500 通化市", "220000 吉林省"]);
    assert_eq!(the_one("东昌"), dongchang);
    assert_eq!(dongchang.short_name(), "东昌");
    assert_eq!(shown(&places::ancestors("110105")), ["110000 北京市"]);
    assert_eq!(shown(&places::ancestors("419001")), ["410000 河南省"]);
}

#[test]
fn towns_have_nine_digits_and_lie_in_a_county() {
    let towns = places::towns_of("220502");
    assert_eq!(towns.len(), 12);
    let jinchang = towns.iter().find(|town| town.name == "金厂镇").expect("listed");
    assert_eq!((jinchang.code, jinchang.level, jinchang.parent), ("220502100", Level::Town, "220502"));
    assert_eq!(places::by_code("220502100"), Some(*jinchang));
    assert_eq!(places::by_code("220502100000"), Some(*jinchang));
    assert_eq!(shown(&places::ancestors("220502100")), ["220502 东昌区", "220500 通化市", "220000 吉林省"]);
    assert_eq!(places::find_within("金厂", "220500"), [*jinchang]);
    assert_eq!(places::towns_of("441900").len(), 32, "a city without counties");
    assert!(places::towns_of("2205").len() > 90, "all of a city");
    assert_eq!(places::by_code("220502999"), None);
}

#[test]
fn short_names_find_all_that_bear_them() {
    assert_eq!(shown(&places::find("通化")), ["220500 通化市", "220521 通化县"]);
    assert_eq!(shown(&places::find("吉林")), ["220000 吉林省", "220200 吉林市"]);
    assert_eq!(shown(&places::find("江西")), ["360000 江西省"]);
    assert_eq!(shown(&places::find("恩施")), ["422800 恩施土家族苗族自治州", "422801 恩施市"]);
    assert_eq!(shown(&places::find("香港")), ["810000 香港特别行政区"]);
    assert_eq!(places::find("西湖区").len(), 2);
    assert_eq!(places::find("朝阳区").len(), 2);
    assert_eq!(places::find("鼓楼区").len(), 4);
    assert_eq!(places::find("云溪县"), []);
}

#[test]
fn context_tells_homonyms_apart() {
    let near = |name, context| places::find_near(name, context).map(|place| place.code);
    assert_eq!(near("鼓楼区", ""), None);
    assert_eq!(near("鼓楼区", "320106"), Some("320106"), "the district itself");
    assert_eq!(near("鼓楼区", "350104"), Some("350102"), "the same city");
    assert_eq!(near("鼓楼区", "410300"), Some("410204"), "the same province");
    assert_eq!(near("鼓楼区", "220502"), None, "nowhere near");
    assert_eq!(near("朝阳", "220502"), Some("220104"));
    assert_eq!(near("吉林", "220502"), Some("220000"), "what the context lies in");
    assert_eq!(near("通化", ""), Some("220500"), "what holds the others");
    assert_eq!(near("金厂镇", "220502"), Some("220502100"), "a town");
    assert_eq!(near("金厂镇", ""), None);
    assert_eq!(near("日本", "220502"), Some("JP"));
}

#[test]
fn a_short_name_is_a_mention_only_where_it_is_likely() {
    let mention = |name, context| places::mention(name, context).map(|place| place.code);
    assert_eq!(mention("通化", "220502"), Some("220500"));
    assert_eq!(mention("深圳", "220502"), Some("440300"), "cities are known everywhere");
    assert_eq!(mention("四川", "220502"), Some("510000"));
    assert_eq!(mention("辉南", "220502"), Some("220523"), "in the same city");
    assert_eq!(mention("阆中", "220502"), None, "a county far away");
    assert_eq!(mention("阆中市", "220502"), Some("511381"), "but in full");
    assert_eq!(mention("资源", "220502"), None, "a word");
    assert_eq!(mention("合作市", "220502"), Some("623001"));
    assert_eq!(mention("东北三省", "220502"), Some("dongbei"));
    assert_eq!(mention("云溪县", "220502"), None);
}

#[test]
fn every_name_listed_as_a_word_is_a_name() {
    let towns: BTreeSet<&str> = places::all()
        .filter(|place| place.level == Level::Province)
        .flat_map(|place| places::towns_of(place.code))
        .map(|town| town.short_name())
        .collect();
    let list = include_str!("../src/lexicon/data/short-names-that-are-words.txt");
    for word in list.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split_whitespace().skip(1)) {
        assert!(places::short_name_risk(word).is_some());
        assert!(!places::find(word).is_empty() || towns.contains(word), "{word}");
    }
}

#[test]
fn chains_resolve() {
    for (chain, code) in [
        ("通化市东昌区", "220502"),
        ("吉林省通化市东昌区", "220502"),
        ("吉林省东昌区", "220502"),
        ("吉林通化东昌", "220502"),
        ("吉林省 通化市", "220500"),
        ("吉林省通化市东昌区金厂镇", "220502100"),
        ("通化市金厂镇", "220502100"),
        ("河北省保定市清苑区", "130608"),
        ("河北_保定市_徐水", "130609"),
        ("保定市清苑县", "130622"),
        ("驻马店市", "411700"),
        ("陆河县", "441523"),
        ("北京市朝阳区", "110105"),
        ("吉林", "220000"),
        ("广东省东莞市石碣镇", "441900101"),
        ("中国河北省", "130000"),
        ("奥地利", "AT"),
        ("长三角", "changsanjiao"),
        ("深圳市大鹏新区", "dapeng-area"),
    ] {
        assert_eq!(places::resolve(chain).map(|place| place.code), Some(code), "{chain}");
    }
    for chain in ["鼓楼区", "云溪县", "通化市云溪县", "吉林省保定市", "", "区"] {
        assert_eq!(places::resolve(chain), None, "{chain}");
    }
    assert_eq!(places::resolve_near("鼓楼区", "320100").map(|place| place.code), Some("320106"));
}

#[test]
fn the_past_has_years_and_heirs() {
    let qingyuan = the_one("清苑县");
    assert_eq!((qingyuan.code, qingyuan.valid.from, qingyuan.valid.to), ("130622", None, Some(2015)));
    for (past, now) in [
        ("清苑县", "130608"),
        ("徐水县", "130609"),
        ("襄樊市", "420600"),
        ("崇文区", "110101"),
        ("南汇区", "310115"),
        ("莱芜市", "370116"),
        ("驻马店地区", "411700"),
        ("波阳县", "361128"),
        ("襄阳县", "420607"),
        ("下城区", "330105"),
        ("梅列区", "350404"),
    ] {
        let heirs: BTreeSet<_> =
            places::find(past).iter().map(|place| places::heir(place).map(|heir| heir.code)).collect();
        assert_eq!(heirs, BTreeSet::from([Some(now)]), "{past}");
    }
    assert_eq!(shown(&places::find_in_year("清苑", 2008)), ["130622 清苑县"]);
    assert_eq!(shown(&places::find_in_year("清苑", 2020)), ["130608 清苑区"]);
    assert_eq!(shown(&places::forebears("130608")), ["130622 清苑县"]);
    assert_eq!(shown(&places::find_in_year("龙华区", 2010)), ["460106 龙华区"]);
}

#[test]
fn regions_have_members_and_no_level() {
    let three = the_one("京津冀");
    assert_eq!((three.level, three.parent), (Level::Area, ""));
    assert_eq!(shown(&places::members(three.code)), ["110000 北京市", "120000 天津市", "130000 河北省"]);
    assert_eq!(the_one("东北三省").code, "dongbei");
    assert_eq!(the_one("俄罗斯联邦"), the_one("俄罗斯"));
    assert_eq!(the_one("德国").level, Level::Country);
}

#[test]
fn the_heads_tell_the_counts() {
    let count = |level| places::all().filter(|place| place.level == level && place.code.len() == 6).count();
    let divisions = include_str!("../src/lexicon/data/divisions.txt");
    let (provinces, cities, counties) = (count(Level::Province), count(Level::City), count(Level::County));
    let head = format!("# Counts: {provinces} provinces, {cities} cities, {counties} counties\n");
    assert!(divisions.contains(&head), "{head}");
    let former = format!("# Counts: {} former\n", places::all_former().count());
    assert!(include_str!("../src/lexicon/data/former.txt").contains(&former), "{former}");
    let countries = format!("# Counts: {} countries\n", count_of(Level::Country));
    assert!(include_str!("../src/lexicon/data/countries.txt").contains(&countries), "{countries}");
}

fn count_of(level: Level) -> usize {
    places::all().filter(|place| place.level == level).count()
}

#[test]
fn every_place_is_found_by_its_names_and_code_and_lies_in_a_province() {
    for place in places::all() {
        assert!(places::find(place.name).contains(&place), "{place:?}");
        assert!(places::find(place.short_name()).contains(&place), "{place:?}");
        assert_eq!(places::by_code(place.code), Some(place));
        assert!(place.short_name().chars().count() >= 2, "{place:?}");
        match place.level {
            Level::Province | Level::Country => assert_eq!(place.parent, ""),
            Level::City | Level::County => {
                let top = places::ancestors(place.code).pop().expect("a division lies in another");
                assert_eq!(top.level, Level::Province, "{place:?}");
                assert_eq!(top.code[..2], place.code[..2]);
                let above = places::by_code(place.parent).expect("the parent exists");
                assert!(above.level < place.level && above.valid.to.is_none(), "{place:?} in {above:?}");
            }
            _ => assert!(place.parent.is_empty() || places::by_code(place.parent).is_some(), "{place:?}"),
        }
    }
}

#[test]
fn every_town_lies_in_a_division_in_force() {
    let mut codes = BTreeSet::new();
    for province in places::all().filter(|place| place.level == Level::Province) {
        for town in places::towns_of(province.code) {
            let county = places::by_code(town.parent).expect("the county exists");
            assert!(county.valid.to.is_none(), "{town:?}");
            assert!(codes.insert(town.code), "{town:?} twice");
        }
    }
    assert_eq!(codes.len(), 38_703);
}

#[test]
fn every_former_division_has_a_way_up_and_few_have_no_heir() {
    let mut without = 0;
    for past in places::all_former() {
        assert!(past.valid.to.is_some_and(|to| (2000..=2026).contains(&to)), "{past:?}");
        assert!(past.valid.from.is_none_or(|from| Some(from) <= past.valid.to), "{past:?}");
        assert!(past.level == Level::Province || places::by_code(past.parent).is_some(), "{past:?}");
        match places::heir(&past) {
            Some(now) => assert_eq!((now.valid.to, now.code.get(..2)), (None, past.code.get(..2)), "{past:?}"),
            None => without += 1,
        }
    }
    assert!(without <= 20, "{without} without heir");
}

proptest! {
    #[test]
    fn a_chain_of_full_names_leads_to_its_end(at in any::<prop::sample::Index>()) {
        let divisions: Vec<Place> = places::all().filter(|place| place.code.len() == 6 && place.level != Level::Area).collect();
        let place = at.get(&divisions);
        let mut names: Vec<&str> = places::ancestors(place.code).iter().rev().map(|above| above.name).collect();
        names.push(place.name);
        prop_assert_eq!(places::resolve(&names.concat()), Some(*place));
    }

    #[test]
    fn any_text_is_taken(text in "\\PC{0,12}", code in "[0-9]{0,12}|\\PC{0,4}") {
        places::resolve_near(&text, &code);
        places::find_within(&text, &code);
        places::ancestors(&code);
        places::towns_of(&code);
        prop_assert!(places::short_name(&text).len() <= text.len());
    }
}

/// The corpus names its files `province_city_county_year.txt`.
#[test]
fn every_place_that_a_report_is_named_after_resolves() {
    let shared = std::env::var_os("TUZHI_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    let Ok(files) = std::fs::read_dir(shared.join("corpus/reports")) else {
        eprintln!("skipped: no corpus in {}", shared.display());
        return;
    };
    let mut lost = BTreeSet::new();
    for file in files {
        let name = file.expect("readable").file_name().to_string_lossy().into_owned();
        let chain = name.trim_end_matches(|c: char| !matches!(c, '\u{4e00}'..='\u{9fff}'));
        if places::resolve(chain).is_none() {
            lost.insert(chain.to_owned());
        }
    }
    assert!(lost.is_empty(), "not found: {lost:?}");
}
