//! The tool chain: `cargo xtask serve | test | build | release | bench | torture`.
//!
//! Each command sets up what it needs, says what it does, skips what is there, and where it cannot
//! go on it ends with a sentence that says what to install or to change.

mod bench;
mod browser;
mod build;
mod bundle;
mod markup;
mod run;
mod serve;
mod size;
mod test;
mod tools;

use std::process::ExitCode;

/// What a step ends with: a value, or a sentence that says what is wrong and what to do.
type Outcome<T = ()> = Result<T, String>;

const USAGE: &str = "\
usage: cargo xtask <command>
  serve   build, then serve the one file on this computer   生成并在本机提供网址
  test    every check and test, in order                    全部检查和测试
  build   write dist/index.html                             生成单个网页文件
  release the same, packed as small as can be               生成发布用的文件
  bench   measure the built file in a browser               测量
  torture kill browsers while somebody types, break storage  破坏性试验";

/// Builds the file, breaks browsers and their storage under it in many ways, and prints a Markdown table.
fn torture() -> Outcome {
    build::build()?;
    let browsers = browser::ensure()?;
    run::step("kill, fill, age, interleave", browsers.node("torture/torture.mjs"))
}

fn main() -> ExitCode {
    let command = std::env::args().nth(1).unwrap_or_default();
    let outcome = match command.as_str() {
        "serve" => serve::serve(),
        "test" => test::test(),
        "build" => build::build().map(|file| println!("\n{}", file.display())),
        "release" => build::release().map(|file| println!("\n{}", file.display())),
        "bench" => bench::bench(std::env::args().skip(2)),
        "torture" => torture(),
        // Trunk calls this one itself, as the hook named in Trunk.toml.
        "bundle" => bundle::bundle_staged(),
        _ => Err(USAGE.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\n{sentence}");
            ExitCode::FAILURE
        }
    }
}
