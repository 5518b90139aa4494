//! The map on a sheet.

use crate::draw::card::Press;
use crate::draw::legend::{self, Entry};
use crate::draw::network::Network;
use crate::draw::page::Picture;
use crate::draw::sheet::{Frame, Sheet};
use crate::draw::words::Notes;
use crate::draw::{Options, frame, map, nest};
use crate::error::{Error, Result, said};
use crate::graph::file::GraphFile;

/// Things of one place that are shown at most where there are several places.
const PLACE: usize = 12;

/// A map of what lies in `focus`, or of all.
///
/// # Errors
/// When the focus is no place.
pub fn map(graph: &GraphFile, network: &Network<'_>, focus: Option<usize>, options: &Options) -> Result<Picture> {
    let code = match focus.map(|at| &network.things[at]) {
        Some(thing) => match &thing.row.attributes.code {
            Some(code) => Some(code.as_str()),
            None => {
                let name = &thing.name;
                return Err(Error::Draw(said!(
                    "{name} is no place with a division code; a map needs one as its focus",
                    "{name}不是有区划代码的地方；地图要以这样的地方为中心"
                )));
            }
        },
        None => None,
    };
    let (world, nowhere) = map::places(graph, network, code);
    let chosen = map::weightiest(network, &world, PLACE, options.max_nodes);
    let press = Press { network, language: options.language, theme: options.theme };
    let map = nest::lay(&press, &world, &|at| chosen.contains(&at));
    let kinds = map.kinds();
    let look = (options.theme, options.language);
    let mut entries = legend::kinds(options.language, kinds.iter().copied());
    entries.push(Entry::Place);
    let (count, all) = (kinds.len(), world.count());
    let said = said!("{count} entities, each in its place", "图中 {count} 个实体，各在所属地区内");
    let said = options.language.said(&said);
    let whole = frame::title(graph, options);
    let frame = match (focus, &options.title) {
        (Some(at), None) => Frame {
            title: network.things[at].name.clone(),
            subtitle: format!("{said} · {whole}"),
            entries,
            source: frame::source(graph, options.language),
        },
        _ => Frame {
            title: whole,
            subtitle: format!("{said} · {}", frame::subtitle(graph, options.language)),
            entries,
            source: frame::source(graph, options.language),
        },
    };
    let mut sheet = Sheet::new(frame, look, (map.w, map.h));
    let x = sheet.body.x + (sheet.body.w - map.w) / 2.0;
    map.draw(&press, &mut sheet.scene, (x, sheet.body.y), 0);
    let mut notes = Notes::new(options.language);
    notes.say(&said!("nested by division; directions and areas mean nothing", "按行政区划嵌套，不表示方位和面积"));
    let lesser = all - count;
    notes.count(lesser, &said!("{lesser} more entities not drawn", "另有 {lesser} 个实体未画出"));
    notes.count(nowhere, &said!("{nowhere} entities in no known place", "{nowhere} 个实体所在地不明"));
    Ok(sheet.close(&notes))
}
