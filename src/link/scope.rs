//! Within which division a name is unique.

use super::Draft;
use crate::lexicon::places::Place;
use crate::ontology::Kind;

/// Gives local names the code of the reporting region; names that mean the same everywhere
/// have no scope.
pub(super) fn scope(drafts: &mut [Draft], home: Option<&Place>) {
    for draft in drafts {
        let entity = &mut draft.entity;
        entity.scope = match entity.kind {
            Kind::Region => entity.code.clone(),
            Kind::Town => entity.code.clone().or_else(|| home.map(|home| home.code.to_string())),
            Kind::Site | Kind::Project | Kind::Program | Kind::Organization | Kind::Event => {
                let national = entity.rule.starts_with("names.") && !is_local_body(&entity.name);
                home.filter(|_| !national).map(|home| home.code.to_string())
            }
            Kind::Person | Kind::Enterprise | Kind::Honor | Kind::Product | Kind::Industry => None,
        };
    }
}

/// 区委, 市政府: bodies that every region has.
fn is_local_body(name: &str) -> bool {
    name.starts_with(['省', '市', '县', '区', '州', '旗', '盟']) || name.starts_with("自治区")
}
