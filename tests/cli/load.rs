//! `tuzhi load` without a server; with servers see `tests/engines`.

use super::*;

const GRAPH: &str = "tests/golden/graph/graph.json";

#[test]
fn bulk_files_come_with_the_command_that_reads_them() {
    let out = folder();
    for (importer, file, command) in
        [("ladybug", "copy.cypher", "cat schema.cypher copy.cypher | lbug"), ("neo4j-admin", "import.sh", "sh ")]
    {
        let target = path(&out, &format!("with blank {importer}"));
        let output = tuzhi(&["load", GRAPH, "--to", &format!("{importer}:{target}")]);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let told = text(&output.stdout);
        assert!(told.contains(command) && told.contains('\''), "{told}");
        assert!(Path::new(&target).join(file).exists());
    }
}

#[test]
fn a_wrong_address_is_wrong_usage() {
    for (address, said) in [("localhost:7687", "bolt://"), ("bolt://me:secret@host", "TUZHI_PASSWORD")] {
        let output = tuzhi(&["load", GRAPH, "--to", address]);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(said), "{}", text(&output.stderr));
    }
    let output = tuzhi(&["load", GRAPH, "--to", "bolt://host", "--prune"]);
    assert_eq!(output.status.code(), Some(2), "what is pruned has to be named");
    assert!(text(&output.stderr).contains("--source"), "{}", text(&output.stderr));
}

#[cfg(feature = "load")]
#[test]
fn a_server_that_is_not_there() {
    for scheme in ["bolt", "falkor", "sparql+http"] {
        let address = format!("{scheme}://127.0.0.1:1/kg");
        assert_one_line_about(&tuzhi(&["load", GRAPH, "--to", &address]), &address);
        let address = format!("{scheme}://no-such-host.invalid:99/kg");
        assert_one_line_about(&tuzhi(&["load", GRAPH, "--to", &address]), &address);
    }
}

#[cfg(feature = "load")]
#[test]
fn a_server_of_another_sort() {
    use std::io::Write;
    use std::net::TcpListener;

    for (scheme, greeting) in [
        ("bolt", "HTTP/1.1 400 Bad Request\r\n\r\n"),
        ("falkor", "HTTP/1.1 400 Bad Request\r\n\r\n"),
        ("sparql+http", "+OK\r\n"),
    ] {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("{scheme}://{}", listener.local_addr().expect("bound"));
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("a client");
            let mut asked = [0; 16];
            let _ = std::io::Read::read(&mut stream, &mut asked);
            let _ = stream.write_all(greeting.as_bytes());
        });
        assert_one_line_about(&tuzhi(&["load", GRAPH, "--to", &address]), &address);
        server.join().expect("ends");
    }
}

#[cfg(feature = "load")]
#[test]
fn a_password_is_wanted_and_never_told() {
    let output = Command::cargo_bin("tuzhi")
        .expect("the binary is built")
        .args(["load", GRAPH, "--to", "bolt://me@127.0.0.1:1/kg"])
        .env_remove("TUZHI_PASSWORD")
        .output()
        .expect("it runs");
    assert_one_line_about(&output, "TUZHI_PASSWORD");
    let output = Command::cargo_bin("tuzhi")
        .expect("the binary is built")
        .args(["load", GRAPH, "--to", "bolt://me@127.0.0.1:1/kg"])
        .env("TUZHI_PASSWORD", "topsecret")
        .output()
        .expect("it runs");
    assert_one_line_about(&output, "bolt://127.0.0.1:1/kg");
    assert!(!text(&output.stderr).contains("topsecret"));
}

#[cfg(not(feature = "load"))]
#[test]
fn without_the_feature_it_is_named() {
    assert_one_line_about(&tuzhi(&["load", GRAPH, "--to", "bolt://host"]), "--features load");
}

#[cfg(not(feature = "parquet"))]
#[test]
fn without_parquet_it_is_named() {
    let out = folder();
    let to = path(&out, "p");
    assert_one_line_about(&tuzhi(&["export", GRAPH, "--format", "parquet", "-o", &to]), "--features parquet");
}
