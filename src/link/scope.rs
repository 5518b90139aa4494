//! Within which division a name is unique.

use super::Draft;
use super::regions::is_part_of_a_town;
use crate::lexicon::places::Place;
use crate::ontology::Kind;

/// Gives local names the code of the reporting region; names that mean the same everywhere
/// have no scope.
pub(super) fn scope(drafts: &mut [Draft], home: Option<&Place>) {
    for draft in drafts {
        let entity = &mut draft.entity;
        entity.scope = match entity.kind {
            Kind::Region => entity
                .code
                .clone()
                .or_else(|| home.filter(|_| is_part_of_a_town(&entity.name)).map(|home| home.code.to_string())),
            Kind::Enterprise => home.filter(|_| is_any_region_s(&entity.name)).map(|home| home.code.to_string()),
            Kind::Town => entity.code.clone().or_else(|| home.map(|home| home.code.to_string())),
            Kind::Site | Kind::Project | Kind::Program | Kind::Organization | Kind::Event => {
                let national = entity.rule.starts_with("names.") && !is_local_body(&entity.name);
                home.filter(|_| !national).map(|home| home.code.to_string())
            }
            Kind::Person | Kind::Honor | Kind::Product | Kind::Industry => None,
        };
    }
}

/// 区委, 市政府: bodies that every region has.
fn is_local_body(name: &str) -> bool {
    name.starts_with(['省', '市', '县', '区', '州', '旗', '盟']) || name.starts_with("自治区")
}

/// Whether a firm's name is one that any region's firm may bear: 市燃气集团, 城投公司, 农村商业银行.
fn is_any_region_s(name: &str) -> bool {
    const HEADS: &[&str] = &["集团有限公司", "集团公司", "有限公司", "总公司", "公司", "集团"];
    const WORDS: &[&str] = &[
        "城投", "建投", "交投", "水投", "农投", "文投", "旅投", "产投", "城建", "城发", "国控", "金控", "控股", "能源",
        "水务", "燃气", "公交", "供水", "热力", "供热", "幼教", "教育", "医疗", "卫生", "健康", "人民医院", "融资",
        "担保", "小额贷款", "城市", "地方", "发展", "投资", "开发", "建设", "置业", "人才", "安居", "国有", "资本",
        "运营", "资产", "物业", "管理", "文旅", "旅游", "交通", "产业", "信托", "城乡", "平台",
    ];
    const BANKS: &[&str] = &["城市", "地方", "农村", "村镇", "商业", "国有", "股份制", "信用"];
    let is_word = ["区块", "区域", "市场", "县域", "州际"].iter().any(|word| name.starts_with(word));
    let own = name.starts_with(['市', '县', '区', '省']) && !is_word;
    let made_of = |rest: &str, words: &[&str]| {
        let mut rest = rest;
        while let Some(after) = words.iter().find_map(|word| rest.strip_prefix(word)) {
            rest = after;
        }
        rest.is_empty()
    };
    let common = HEADS.iter().find_map(|head| name.strip_suffix(head)).is_some_and(|rest| made_of(rest, WORDS));
    let bank = name.strip_suffix("银行").is_some_and(|rest| !rest.is_empty() && made_of(rest, BANKS));
    own || common || bank
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn firms_of_any_region_are_told_from_those_known_everywhere() {
        for name in ["市燃气集团", "区人才安居公司", "城投集团", "农村商业银行", "小额贷款公司", "教育投资有限公司"]
        {
            assert!(is_any_region_s(name), "{name}");
        }
        for name in
            ["国药集团", "建设银行", "交通银行", "招商银行", "华为公司", "区块链科技公司", "中国建设集团", "中原银行"]
        {
            assert!(!is_any_region_s(name), "{name}");
        }
    }
}
