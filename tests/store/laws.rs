//! Whatever was added, replaced and removed, the graph is that of what is left.

use std::collections::BTreeMap;

use proptest::prelude::*;
use tuzhi::store::{Input, Store};
use tuzhi::{graph, pipeline, read};

use super::*;

/// What is done to a store.
#[derive(Debug, Clone)]
enum Deed {
    /// A document of that number is written in that edition, and added.
    Add(usize, usize),
    /// It is removed.
    Remove(usize),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        3 => (0..6_usize, 1..4_usize).prop_map(|(number, edition)| Deed::Add(number, edition)),
        1 => (0..6_usize).prop_map(Deed::Remove),
    ];
    prop::collection::vec(deed, 1..14)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_graph_is_that_of_what_is_left(deeds in deeds()) {
        let bench = Bench::new(0);
        let store = Store::create(&bench.path("s.db")).expect("made");
        let mut left: BTreeMap<usize, usize> = BTreeMap::new();
        let path = |number: usize| bench.path(&format!("r/{number}.txt"));
        for deed in deeds {
            match deed {
                Deed::Add(number, edition) => {
                    fs::write(path(number), reports::report(number, edition)).expect("written");
                    let inputs: Vec<Input> =
                        read::collect(&[path(number)]).sources.into_iter().map(Input::from).collect();
                    store.add(&inputs, 1, true, |added| assert!(added.is_ok(), "{added:?}")).expect("added");
                    left.insert(number, edition);
                }
                Deed::Remove(number) => {
                    let removed = store.remove(&path(number).display().to_string());
                    prop_assert_eq!(removed.is_ok(), left.remove(&number).is_some());
                }
            }
        }
        let records = left.iter().map(|(number, edition)| {
            let (name, report) = (path(*number).display().to_string(), reports::report(*number, *edition));
            pipeline::extract(pipeline::open(&name, report.as_bytes()).expect("it reads")).record(true)
        });
        prop_assert!(store.graph(true, 2).expect("merged") == graph::merge(records));
        drop(store);
        assert_whole(&bench.path("s.db"));
    }
}
