//! The short form of a division's name: what is left without its kind and its peoples.

use std::sync::LazyLock;

use super::table::{columns, lines};

const ENDINGS: &str = include_str!("../data/division-endings.txt");

static WORDS: LazyLock<Endings> = LazyLock::new(Endings::read);

#[derive(Default)]
struct Endings {
    kinds: Vec<&'static str>,
    whole: Vec<&'static str>,
    peoples: Vec<&'static str>,
    bare: Vec<&'static str>,
}

impl Endings {
    fn read() -> Self {
        let mut endings = Self::default();
        for line in lines(ENDINGS) {
            let [usage, words] = columns(line);
            let list = match usage {
                "kind" => &mut endings.kinds,
                "whole" => &mut endings.whole,
                "people" => &mut endings.peoples,
                "bare" => &mut endings.bare,
                other => panic!("division-endings.txt: unknown use {other}"),
            };
            list.extend(words.split(' '));
        }
        endings
    }

    fn without_peoples<'a>(&self, mut base: &'a str, autonomous: bool) -> &'a str {
        let bare = if autonomous { &self.bare[..] } else { &[] };
        while let Some(rest) = self.peoples.iter().chain(bare).find_map(|people| cut(base, people)) {
            base = rest;
        }
        // 东乡族自治县 and 鄂温克族自治旗 are named by the people alone.
        if self.peoples.contains(&base) { cut(base, "族").unwrap_or(base) } else { base }
    }
}

/// The short form of a division's name: without its kind (省, 市, 区, 县, 自治州, 街道…) and the
/// peoples before it. Names that would be left with one character, and those of zones and banners
/// whose last character says more than the kind, stay whole.
///
/// ```
/// use tuzhi::lexicon::places::short_name;
/// assert_eq!(short_name("恩施土家族苗族自治州"), "恩施");
/// assert_eq!(short_name("新疆维吾尔自治区"), "新疆");
/// assert_eq!(short_name("内蒙古自治区"), "内蒙古");
/// assert_eq!(short_name("沙市区"), "沙市");
/// assert_eq!(short_name("唐县"), "唐县");
/// ```
pub fn short_name(name: &str) -> &str {
    let words = &*WORDS;
    if words.whole.iter().any(|end| name.ends_with(end)) {
        return name;
    }
    let Some((kind, base)) = words.kinds.iter().find_map(|kind| cut(name, kind).map(|base| (*kind, base))) else {
        return name;
    };
    match kind {
        "自治区" | "自治州" | "自治县" | "自治旗" => words.without_peoples(base, true),
        "乡" | "民族乡" | "民族苏木" | "区" => words.without_peoples(base, false),
        _ => base,
    }
}

/// `name` without `end`, if two characters or more are left.
fn cut<'a>(name: &'a str, end: &str) -> Option<&'a str> {
    name.strip_suffix(end).filter(|base| base.chars().nth(1).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_peoples_go() {
        for (name, short) in [
            ("吉林省", "吉林"),
            ("通化市", "通化"),
            ("东昌区", "东昌"),
            ("香港特别行政区", "香港"),
            ("广西壮族自治区", "广西"),
            ("宁夏回族自治区", "宁夏"),
            ("克孜勒苏柯尔克孜自治州", "克孜勒苏"),
            ("巴音郭楞蒙古自治州", "巴音郭楞"),
            ("黔西南布依族苗族自治州", "黔西南"),
            ("积石山保安族东乡族撒拉族自治县", "积石山"),
            ("龙胜各族自治县", "龙胜"),
            ("塔什库尔干塔吉克自治县", "塔什库尔干"),
            ("东乡族自治县", "东乡"),
            ("鄂温克族自治旗", "鄂温克"),
            ("鄂伦春自治旗", "鄂伦春"),
            ("管城回族区", "管城"),
            ("梅里斯达斡尔族区", "梅里斯"),
            ("大兴安岭地区", "大兴安岭"),
            ("神农架林区", "神农架"),
            ("浦东新区", "浦东"),
            ("锡林郭勒盟", "锡林郭勒"),
            ("金厂镇", "金厂"),
            ("新华街道", "新华"),
            ("友谊达斡尔族满族柯尔克孜族乡", "友谊"),
            ("沙县区", "沙县"),
        ] {
            assert_eq!(short_name(name), short, "{name}");
        }
    }

    #[test]
    fn what_is_needed_stays() {
        for name in ["易县", "城区", "郊区", "芒市", "苏州工业园区", "察哈尔右翼前旗", "日本", ""]
        {
            assert_eq!(short_name(name), name);
        }
    }
}
