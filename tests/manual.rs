//! What stands around the commands: completions, manual pages, and the look at what is here.

#![allow(clippy::print_stdout)] // a test that is skipped says so

use std::fs;
use std::process::Output;

use assert_cmd::Command;

fn tuzhi(arguments: &[&str]) -> Output {
    Command::cargo_bin("tuzhi").expect("the binary is built").args(arguments).output().expect("it runs")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("output is UTF-8")
}

/// The commands that `--help` lists.
fn commands() -> Vec<String> {
    let help = stdout(&tuzhi(&["--help"]));
    let list = help.split("Commands:").nth(1).expect("a list").split("Options:").next().expect("an end").to_string();
    // A line of the list starts with two blanks and the command; longer descriptions are deeper.
    let named = |line: &str| line.strip_prefix("  ").filter(|rest| !rest.starts_with(' ')).map(str::to_string);
    let mut found: Vec<String> =
        list.lines().filter_map(named).filter_map(|line| line.split(' ').next().map(str::to_string)).collect();
    found.retain(|name| name != "help");
    assert!(found.len() > 15, "{found:?}");
    found
}

#[test]
fn completions_of_each_shell_know_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = tuzhi(&["completions", shell]);
        assert_eq!(output.status.code(), Some(0));
        let script = stdout(&output);
        for command in commands() {
            assert!(script.contains(&command), "{shell} does not know {command}");
        }
    }
}

#[test]
fn bash_completes_a_command_and_its_options() {
    if !std::process::Command::new("bash").arg("--version").output().is_ok_and(|output| output.status.success()) {
        println!("skipped: no bash here");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let script = folder.path().join("tuzhi.bash");
    fs::write(&script, tuzhi(&["completions", "bash"]).stdout).expect("written");
    let completed = |words: &str, at: usize| {
        let program = format!(
            "source {}; COMP_WORDS=({words}); COMP_CWORD={at}; _tuzhi tuzhi \"${{COMP_WORDS[{at}]}}\" \"${{COMP_WORDS[{}]}}\"; echo \"${{COMPREPLY[@]}}\"",
            script.display(),
            at - 1,
        );
        let output = std::process::Command::new("bash").args(["-c", &program]).output().expect("bash runs");
        stdout(&output).trim().to_string()
    };
    assert_eq!(completed("tuzhi bui", 1), "build");
    assert!(completed("tuzhi build --qu", 2).contains("--quotes"));
}

#[test]
fn the_manual_has_a_page_for_each_command_and_each_question() {
    let folder = tempfile::tempdir().expect("a folder");
    let to = folder.path().join("man1").display().to_string();
    let output = tuzhi(&["man", "-o", &to]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let page = |name: &str| fs::read_to_string(format!("{to}/{name}.1")).unwrap_or_else(|_| panic!("no page {name}"));
    for command in commands() {
        let text = page(&format!("tuzhi-{command}"));
        assert!(text.contains(".TH") && text.contains(".SH SYNOPSIS"), "{command}: {text}");
    }
    assert!(page("tuzhi").contains("knowledge graphs"));
    assert!(page("tuzhi-query-path").contains("tuzhi"));
    assert!(page("tuzhi-build").contains("Examples"));
}

#[test]
fn doctor_finds_the_program_fit_and_says_what_is_missing() {
    for (language, sample) in [("en", "the built-in sample is read"), ("zh", "内置样例读取正常")] {
        let output = tuzhi(&["doctor", "--lang", language]);
        let text = stdout(&output);
        assert_eq!(output.status.code(), Some(0), "{text}");
        assert!(text.contains(sample) && text.contains(env!("CARGO_PKG_VERSION")), "{text}");
        for line in text.lines() {
            assert!(line.starts_with("ok  ") || (line.starts_with("--  ") && line.contains([';', '；'])), "{line}");
        }
    }
}

#[test]
fn doctor_says_what_to_do_without_graphviz_and_utf8() {
    let output = Command::cargo_bin("tuzhi")
        .expect("the binary is built")
        .arg("doctor")
        .env("PATH", "")
        .env_remove("LANG")
        .env_remove("LC_CTYPE")
        .env("LC_ALL", "C")
        .output()
        .expect("it runs");
    let text = stdout(&output);
    let line = |subject: &str| text.lines().find(|line| line[4..].starts_with(subject)).expect("a line").to_string();
    assert!(line("graphviz").contains("apt install graphviz"), "{text}");
    assert!(line("terminal").contains("LANG=C.UTF-8"), "{text}");
}
